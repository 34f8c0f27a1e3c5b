"""What a person wrote, as HTML. It never raises, and costs no more than prose_budget.py allows."""

import logging
import re

import nh3
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from markdown import Markdown

from journal.prose_budget import Budget, Metered, Overspent
from journal.prose_dialect import Dialect

RENDERER = 1  # stored beside each rendering; raise it when the same text would look different

WORDS = {"a", "br", "code", "em", "span", "strong"}
BLOCKS = {"blockquote", "div", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
TAGS = WORDS | BLOCKS | TABLES
ATTRIBUTES = {
    "a": {"href", "title"},
    "div": {"class", "tabindex"},
    "ol": {"start"},
    "pre": {"tabindex"},
    "span": {"class"},
    "td": {"align"},
    "th": {"align"},
}
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

logger = logging.getLogger(__name__)


def render(text: str) -> SafeString:
    text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        html = as_markdown(text, Budget())
    except Overspent:
        html = as_plain(text)
    except Exception as error:  # Markdown's own: the words matter more than their looks
        logger.warning("Markdown gave up: %s", type(error).__name__)
        html = as_plain(text)
    return SafeString(clean(html))


def as_markdown(text: str, budget: Budget) -> str:
    """Raises Overspent, and RecursionError on what nests too deep."""
    markdown = Markdown(
        extensions=["tables", "sane_lists", "nl2br", Dialect(), Metered(budget)],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    return markdown.convert(text)


def as_plain(text: str) -> str:
    return linebreaks(text, autoescape=True)


def clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel="nofollow noopener noreferrer",
    )
