"""Code in colour, as long as there is money for it; after that in black and white."""

from django.utils.html import escape
from pygments import highlight as colour
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from journal.prose_budget import Budget

COLOURS = 500_000_000  # nanoseconds, for all the code in one text

# What each character pays for itself, and on top of that for every character of its block: where a
# lexer looks for an end that never comes, its time grows with the square. The worst found in each.
FLAT = 13_000
LANGUAGES = {
    1: "bash c clojure cpp dart elixir erlang haskell json julia python ruby rust scala sql"
    " swift zig",
    5: "kotlin lua",
    15: "css go html javascript yaml",
    20: "jsx perl",
    30: "php tsx typescript",
    50: "java",
    250: "csharp",
}
PRICES = {name: price for price, names in LANGUAGES.items() for name in names.split()}
ALIASES = {
    "c#": "csharp",
    "c++": "cpp",
    "cs": "csharp",
    "golang": "go",
    "js": "javascript",
    "kt": "kotlin",
    "py": "python",
    "python3": "python",
    "rb": "ruby",
    "rs": "rust",
    "sh": "bash",
    "shell": "bash",
    "ts": "typescript",
    "yml": "yaml",
}


def is_known(language: str) -> bool:
    return _full(language) in PRICES


def highlight(code: str, language: str, budget: Budget, title: str = "") -> str:
    """The HTML of a block of code, its spans classed as static/css/code.css has them."""
    language = _full(language)
    if language in PRICES and budget.affords(code_price(code, language)):
        budget.spend(code_price(code, language))
        lexer = get_lexer_by_name(language, stripnl=False, startinline=True)  # PHP without <?php
        inner = colour(code, lexer, HtmlFormatter(nowrap=True)).rstrip("\n")
    else:
        inner = escape(code)
    named = f' title="{escape(title)}"' if title else ""
    return f'<div class="codehilite"{named}><pre tabindex="0"><code>{inner}</code></pre></div>'


def _full(language: str) -> str:
    return ALIASES.get(language.lower(), language.lower())


def code_price(code: str, language: str) -> int:
    return len(code) * (FLAT + PRICES[language] * len(code))
