from django import template
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from accounts import page_owner, sent_again

register = template.Library()


@register.tag
def csrf_token(parser, token):  # noqa: ARG001
    """Django's, and beside it whose page this is: no form can have the one without the other."""
    return OwnedToken()


class OwnedToken(CsrfTokenNode):
    def render(self, context):
        person = getattr(context.get("request"), "user", None)
        if person is None or not person.is_authenticated:
            return super().render(context)
        return super().render(context) + format_html(
            '<input type="hidden" name="{}" value="{}" autocomplete="off">',
            page_owner.FIELD,
            page_owner.name(person),
        )


@register.simple_tag(takes_context=True)
def typed(context):
    """What the form sent that this page answers."""
    return sent_again.typed(context["request"])
