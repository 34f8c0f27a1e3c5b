import html
import re
from itertools import islice

import nh3

LINES = {"p", "div", "br", "li", "tr", "hr", "ul", "ol", "table", "blockquote"}
CELLS = {"td", "th"}
HEADINGS = {"h1", "h2", "h3", "h4"}
DROPPED = {"script", "style", "title", "head"}
UNSEEN = re.compile(
    r"<(div|span|p|td)\b[^<>]{0,300}display:\s*none[^<>]{0,500}>[^<]{0,2000}</\1\s*>", re.IGNORECASE
)
QUOTES = re.compile(r"</?blockquote>")
TAGS = re.compile(r"<(/?)(\w+)[^<>]*>")
ANY_TAG = re.compile(r"<[^<>]*>")
PICTURE = re.compile(r"<img\b[^<>]{0,800}?\balt=\"([^\"<>]{2,60})\"", re.IGNORECASE)
MOST_PICTURES = 5
MOST_TAGS = 8_000
MOST_ENTITIES = 40_000
BETWEEN_CELLS = re.compile(r" *\t[ \t]*")
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
EMPTY_LINES = re.compile(r"\n{3,}")


def as_text(source: str) -> str:
    """What one reads of it, a line a block; what is quoted begins with "> ".

    nh3 makes of anything a tree that is closed and clean, so that a plain scan is enough. Trees
    deeper than any mail take it minutes: of those only the letters are kept.
    """
    if source.count("<") > MOST_TAGS or source.count("&") > MOST_ENTITIES:
        return html.unescape(ANY_TAG.sub(" ", source)).strip()
    seen, kept = UNSEEN.sub("", source), LINES | CELLS | HEADINGS
    clean = nh3.clean(seen, tags=kept, attributes={}, clean_content_tags=DROPPED)
    lines, depth = [], 0
    for at, piece in enumerate(_pieces(clean)):
        if at % 2:
            depth += 1 if piece == "<blockquote>" else -1
            continue
        text = html.unescape(TAGS.sub(_break, SPACES.sub(" ", piece)))
        text = BETWEEN_CELLS.sub("\t", text)
        lines += [f"{'> ' * min(depth, 5)}{line.strip()}" for line in text.split("\n")]
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def pictured(source: str) -> tuple[str, ...]:
    """What its first pictures say they show: a logo shows whose it is."""
    said = (each[1] for each in islice(PICTURE.finditer(source), MOST_PICTURES))
    return tuple(html.unescape(each).strip() for each in said)


def _pieces(clean: str) -> list[str]:
    """Text and quote marks in turn."""
    texts, marks = QUOTES.split(clean), QUOTES.findall(clean)
    return [each for pair in zip(texts, [*marks, ""], strict=True) for each in pair][:-1]


def _break(tag: re.Match) -> str:
    closing, name = tag.groups()
    if name == "li":
        return "" if closing else "\n- "
    if name in CELLS:
        return "\t" if closing else ""
    if name in {"p", "table", "ul", "ol", *HEADINGS}:
        return "\n\n" if name == "p" or not closing else "\n"
    return "\n" if name in {"br", "hr"} or closing or name == "div" else ""
