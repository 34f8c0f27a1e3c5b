from django import template
from django.utils.safestring import SafeString

from journal import dates, relative_days
from journal.ownership.models import Written

register = template.Library()
register.filter("day", dates.day)
register.filter("span", dates.span)
register.filter("listed", dates.listed)
register.filter("counted", dates.counted)
register.filter("in_words", dates.in_words)
register.filter("times", dates.times)
register.filter("by_day", relative_days.by_day)
register.filter("from_day", relative_days.from_day)
register.filter("weekday", relative_days.weekday)


@register.simple_tag(takes_context=True)
def said(context, value, coming: str, past: str) -> str:
    """A day with a verb for what comes, and one for what has passed (see relative_days)."""
    return relative_days.said(value, context["request"].user.today(), coming, past)


@register.filter
def prose(row: Written, name: str) -> SafeString:
    """A text of mine as HTML, from the rendering stored beside it."""
    return row.rendered(name)
