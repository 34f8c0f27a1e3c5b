"""33 families of text that make Markdown parsers slow, and the same in many small paragraphs."""

UNITS = {
    "open brackets": "[",
    "open images": "![",
    "bracket and bracket": "[]",
    "link middles": "](",
    "half links": "[a](",
    "links in links": "[a [b](c) ",
    "quoted titles": '[a](b "',
    "angles": "<",
    "autolinks": "<http:",
    "mail autolinks": "<a@b.",
    "tag soup": "<a <b ",
    "comments": "<!--",
    "cdata": "<![CDATA[",
    "instructions": "<?",
    "backticks": "`",
    "backtick runs": "a``b`",
    "stars": "*",
    "star words": "*a **b ",
    "underscores": "_",
    "underscore words": "_a __b ",
    "mixed emphasis": "*_",
    "escapes": "\\",
    "ampersands": "&",
    "numeric entities": "&#",
    "nested quotes": "> ",
    "nested bullets": "- ",
    "nested numbers": "1. ",
    "table rows": "a|b\n-|-\n",
    "wide tables": "|",
    "setext": "a\n=\n",
    "headings": "#",
    "fences": "```\n",
    "references": "[a]: b\n",
}


def run(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def repeated(unit: str, block: int, size: int) -> str:
    """Paragraphs of `block` characters each, `size` in all."""
    return "\n\n".join([run(unit, block)] * (size // (block + 2)))


def families(size: int = 100_000) -> dict[str, str]:
    return {name: run(unit, size) for name, unit in UNITS.items()}


def variants(size: int = 100_000) -> dict[str, str]:
    return {
        f"{name}, {block} a paragraph": repeated(unit, block, size)
        for name, unit in UNITS.items()
        for block in (20, 60, 150, 400, 1000, 3000)
    }


def ordinary_note(size: int = 40_000) -> str:
    """A long, honest note: prose with links and emphasis, 30 code blocks, 15 tables."""
    prose = (
        "I said *too little* about the **trade-off**, see [the notes](https://example.org/a).\n"
        "Then we spoke about `limits`, quotas and what a client would see.\n\n> It was fair.\n\n"
        "- one thing\n- another thing\n\n"
    )
    code = "```python\ndef merge(bookings):\n    return sorted(bookings)\n```\n\n"
    table = "| a | b |\n|---|--:|\n" + "| one | 2 |\n" * 8 + "\n"
    text = (prose + code) * 30 + table * 15
    return (text + prose * (size // len(prose)))[:size]
