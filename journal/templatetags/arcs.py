from django import template

from journal.path.journey import journeys

register = template.Library()


@register.simple_tag(takes_context=True)
def draw_arcs(context, rejections) -> str:
    """Give each rejection its `stops`, for its small arc: a fixed count of queries for them all."""
    for journey in journeys(list(rejections), context["request"].user.today()):
        journey.rejection.stops = journey.stops
    return ""
