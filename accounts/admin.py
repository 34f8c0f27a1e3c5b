from django.contrib import messages
from django.contrib.admin import ModelAdmin, display
from django.shortcuts import redirect
from django.utils.formats import date_format

from accounts.forms import Admission


class PersonAdmin(ModelAdmin):
    """Who is here, by address. Nothing of what they wrote, nor of how they set up their journal."""

    form = Admission
    list_display = ["email", "joined", "active_this_month", "may_sign_in", "runs_this_server"]
    search_fields = ["email"]
    ordering = ["-date_joined"]
    facts = ["email", "joined", "active_this_month"]

    @display(ordering="date_joined")
    def joined(self, person):
        return date_format(person.date_joined)

    @display
    def active_this_month(self, person):
        return yes_or_no(person.active_this_month())

    @display(ordering="is_active")
    def may_sign_in(self, person):
        return yes_or_no(person.is_active)

    @display(ordering="is_staff")
    def runs_this_server(self, person):
        return yes_or_no(person.is_staff)

    def get_fields(self, request, obj=None):
        """Nobody shuts themselves out."""
        mine = ["may_sign_in", "runs_this_server"]
        return [*self.facts, *(mine if obj == request.user else self.form.Meta.fields)]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj == request.user else self.facts

    def has_view_permission(self, request, obj=None) -> bool:  # noqa: ARG002
        return self.admin_site.has_permission(request)

    has_change_permission = has_view_permission

    def has_module_permission(self, request) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, *_) -> bool:
        return False

    def has_delete_permission(self, *_) -> bool:
        return False

    def response_change(self, request, obj):
        messages.success(request, f"Saved: {obj.email}.")
        return redirect("admin:accounts_user_changelist")


def yes_or_no(value: bool) -> str:
    return "Yes" if value else "No"
