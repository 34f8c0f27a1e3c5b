"""The staff's pages: people and sums over the whole server, no word of anybody's journal."""

from pathlib import Path

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.shortcuts import redirect

from accounts.admin import PersonAdmin
from accounts.models import User
from journal.models import Interview, Problem, Rejection
from journal.reminders.watch import told_to_staff

A_CROWD = 5  # below it, whoever knows their own part of a sum can guess another's


class Dashboard(AdminSite):
    site_header = "Upturn"
    site_title = "Upturn"
    index_title = "This server"
    index_template = "admin/dashboard.html"
    enable_nav_sidebar = False

    def has_permission(self, request) -> bool:
        return super().has_permission(request) and not needs_second_factor(request.user)

    def login(self, request, extra_context=None):  # noqa: ARG002
        if request.user.is_anonymous:
            return redirect_to_login(request.GET.get("next", "/admin/"))
        if not request.user.is_staff:
            raise PermissionDenied
        if needs_second_factor(request.user):
            messages.info(request, "Others have journals here: turn on two-factor sign-in first.")
            return redirect("mfa_index")
        return redirect("admin:index")

    def password_change(self, request, extra_context=None):  # noqa: ARG002
        return redirect("account_change_password")

    def password_change_done(self, request, extra_context=None):  # noqa: ARG002
        return redirect("accounts:settings")

    def logout(self, request, extra_context=None):  # noqa: ARG002
        return redirect("account_logout")

    def index(self, request, extra_context=None):
        return super().index(request, {"facts": facts(), **(extra_context or {})})


def needs_second_factor(person) -> bool:
    return not settings.DEMO and User.objects.count() > 1 and not is_mfa_enabled(person)


def facts() -> dict[str, object]:
    people = User.objects.count()
    told = {
        "People": people,
        "Active this month": User.objects.active_this_month().count(),
        "Database": f"{connection.vendor}, {size_of_database() / 1_000_000:.1f} MB",
        "Data lies in": settings.DATA_DIR,
        "Version": settings.VERSION,
        **told_to_staff(),
    }
    if people >= A_CROWD:
        told |= {
            "Interviews, all together": Interview.objects.count(),
            "Rejections, all together": Rejection.objects.count(),
            "Problems, all together": Problem.objects.count(),
        }
    return told


def size_of_database() -> int:
    if connection.vendor == "sqlite":
        return Path(connection.settings_dict["NAME"]).stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


site = Dashboard(name="admin")
site.register(User, PersonAdmin)
