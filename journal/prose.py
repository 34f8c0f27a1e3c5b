"""What a person wrote, as HTML. It never raises, and costs no more than prose_budget.py allows."""

import logging
import re

import nh3
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from markdown import Markdown

from journal.prose_budget import Budget, Metered, Overspent
from journal.prose_dialect import Dialect
from journal.prose_links import SCHEMES
from journal.prose_words import has_all_words

RENDERER = 2  # stored beside each rendering; raise it when the same text would look different

WORDS = {"a", "br", "code", "em", "span", "strong"}
BLOCKS = {"blockquote", "div", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
TAGS = WORDS | BLOCKS | TABLES
ATTRIBUTES = {
    "a": {"href", "title"},
    "div": {"class", "tabindex", "title"},
    "li": {"value"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "span": {"class", "title"},
    "td": {"align"},
    "th": {"align"},
}
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

logger = logging.getLogger(__name__)


class WordsLost(Exception):
    pass


def render(text: str) -> SafeString:
    text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        html = as_markdown(text, Budget())
    except Overspent:
        html = clean(as_plain(text))
    except Exception as error:  # Markdown's own: the words matter more than their looks
        logger.warning("Markdown gave up: %s", type(error).__name__)
        html = clean(as_plain(text))
    return SafeString(html)


def as_markdown(text: str, budget: Budget) -> str:
    """Raises Overspent, WordsLost, and whatever Markdown does."""
    markdown = Markdown(extensions=["tables", "nl2br", Dialect(budget), Metered(budget)])
    html = clean(markdown.convert(text))
    if not has_all_words(html, text, markdown.marks + markdown.references.used):
        raise WordsLost
    return html


def as_plain(text: str) -> str:
    return linebreaks(text, autoescape=True)


def clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel="nofollow noopener noreferrer",
    )
