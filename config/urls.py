from django.urls import include, path

from accounts.views import change_address, reset_password
from config import dashboard, installable, look

handler400 = "config.errors.refused"
urlpatterns = [
    path("", include("journal.urls")),
    path("", include("accounts.urls")),
    path("accounts/email/", change_address, name="account_email"),
    path("accounts/password/reset/", reset_password, name="account_reset_password"),
    path("accounts/", include("allauth.urls")),
    path("admin/", dashboard.site.urls),
    path("manifest.webmanifest", installable.manifest, name="manifest"),
    path("look/", look.page, name="look"),
    path("offline/", installable.offline, name="offline"),
    path("sw.js", installable.worker, name="worker"),
]
