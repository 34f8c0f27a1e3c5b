"""Every setting, in one file, read from the environment by strict readers (config/env.py)."""

import os
import sys
import tempfile
import tomllib
from pathlib import Path

from django.utils.csp import CSP

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
TESTING = "pytest" in sys.modules

# Where it lives
os.umask(0o077)  # what this program writes, nobody else on this machine reads
DATA_DIR = Path(tempfile.mkdtemp()) if TESTING else env.folder("DATA_DIR", BASE_DIR / "data")
HOST = env.text("HOST", "127.0.0.1")
PORT = env.integer("PORT", 8000, 1, 65535)
LISTENS_ON = f"[{HOST}]:{PORT}" if ":" in HOST else f"{HOST}:{PORT}"
WORKERS = env.integer("WORKERS", 1, 1, 64)
_SITE = env.site_url("SITE_URL", f"http://{LISTENS_ON}")
SITE_URL = _SITE.geturl()
ON_LOOPBACK = _SITE.hostname in {"127.0.0.1", "localhost", "::1"}
HTTPS = _SITE.scheme == "https"
DEMO = env.flag("DEMO")
OPEN_REGISTRATION = env.flag("OPEN_REGISTRATION")

SECRET_KEY = env.secret_key("SECRET_KEY", DATA_DIR)
DEBUG = env.flag("DEBUG")
ALLOWED_HOSTS = [_SITE.hostname] + (["127.0.0.1", "localhost", "[::1]"] if ON_LOOPBACK else [])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
USE_X_FORWARDED_HOST = False
WSGI_APPLICATION = "config.wsgi.application"
ROOT_URLCONF = "config.urls"

# What it is made of
INSTALLED_APPS = [
    "config",
    "accounts",
    "journal",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "accounts.middleware.headers",
    "config.health.health",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compressing.CompressPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "journal.ownership.middleware.answer_autosave",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.welcome_the_first_visitor",
    "accounts.middleware.SignInFirst",
    "accounts.middleware.RefuseAnothersPage",
    "accounts.middleware.answer_not_allowed",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "journal.ownership.middleware.AnswerConflicts",
    "journal.ownership.middleware.acknowledge",
    "accounts.middleware.no_store",
    "accounts.middleware.in_their_time_zone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["accounts.templatetags.csrf"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
# In the session, which ends with them: a cookie would give the next person their messages.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
FORM_RENDERER = "journal.ownership.forms.FormRenderer"

# What it keeps
DATABASES = {"default": env.database("DATABASE_URL", DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "config.static.HashedFiles"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Who comes in
AUTH_USER_MODEL = "accounts.User"
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # addresses are unique: by a constraint over Lower("email")
    "mail.E001",  # with no mail server mails are written to files, and every page knows it
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "change_password": "accounts.entrance.ChangePassword",
    "login": "accounts.entrance.SignIn",
    "reauthenticate": "accounts.entrance.Reauthenticate",
    "reset_password_from_key": "accounts.entrance.NewPassword",
    "signup": "accounts.entrance.SignUp",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _SITE.scheme
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("TRUSTED_PROXIES", int(HTTPS), 0, 9)
MFA_ADAPTER = "accounts.two_factor.Adapter"
MFA_FORMS = {
    "activate_totp": "accounts.entrance.ActivateApp",
    "authenticate": "accounts.entrance.SecondFactor",
    "reauthenticate": "accounts.entrance.SecondFactorAgain",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Upturn"
MFA_TOTP_TOLERANCE = 0

# Mail
_MAIL = DATA_DIR / "mail"
MAILERS = env.mail_folder(_MAIL) if DEMO else env.mail_server("MAIL_URL", _MAIL)
MAIL_GOES_TO = env.mail_goes_to(MAILERS)
SENDS_MAIL = not MAIL_GOES_TO.startswith("/")
EXPECTS_WORKER = env.flag("EXPECTS_WORKER")
# By one person; then letters and test mails to one address, by whomever.
LETTERS_A_DAY = env.integer("LETTERS_A_DAY", 10, 0, 1000)
TEST_MAILS_A_DAY = 5
MAILS_A_DAY_PER_ADDRESS = env.integer("MAILS_A_DAY_PER_ADDRESS", 5, 0, 1000)
# Letters go by it. Accounts do not yet: confirming an address and a lost password by mail.
MAIL_WORKS = False
MFA_ALLOW_UNVERIFIED_EMAIL = not MAIL_WORKS
_UPTURN = f"Upturn <upturn@{env.mail_domain(_SITE.hostname)}>"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.sender("MAIL_FROM", _UPTURN)
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL_WORKS else "none"

# What keeps it private
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "img-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
}
SECURE_SSL_REDIRECT = HTTPS and env.flag("SSL_REDIRECT", True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}session"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "accounts.views.csrf_failure"

# How it speaks
LANGUAGE_CODE = "en-gb"
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
