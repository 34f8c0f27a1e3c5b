from django import template
from django.utils.safestring import SafeString

from journal import dates
from journal.ownership.models import Written

register = template.Library()
register.filter("day", dates.day)
register.filter("span", dates.span)
register.filter("listed", dates.listed)
register.filter("counted", dates.counted)
register.filter("in_words", dates.in_words)
register.filter("times", dates.times)


@register.filter
def prose(row: Written, name: str) -> SafeString:
    """A text of mine as HTML, from the rendering stored beside it."""
    return row.rendered(name)
