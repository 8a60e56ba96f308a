"""Environment -> Django settings.

Without any variable art28 runs locally: plain http on this machine only, one SQLite file and a secret of its own under
`var/`. ART28_MODE=production wants its secret, hosts and mail named, and serves over https only.
"""

from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy

from art28.web import environment
from art28.web.database import url as database_url
from art28.web.intake.imap import Account

MODE = environment.text("ART28_MODE", "local")
if MODE not in ("local", "production"):
    raise environment.InvalidSetting(f"ART28_MODE is {MODE!r}; write local or production")
LOCAL = MODE == "local"

PACKAGE = Path(__file__).resolve().parent
DATA_DIR = Path(environment.text("ART28_DATA_DIR", "var")).resolve()

SECRET_KEY = (
    environment.stored_secret(DATA_DIR / "secret.key")
    if LOCAL and not environment.text("ART28_SECRET_KEY", "")
    else environment.text("ART28_SECRET_KEY")
)
if not LOCAL:
    SECRET_KEY = environment.strong("ART28_SECRET_KEY", SECRET_KEY)
# Seals second-factor secrets at rest; kept apart, so that the session secret can be changed without losing them.
FIELD_KEY = environment.text("ART28_FIELD_KEY", SECRET_KEY)
if not LOCAL:
    FIELD_KEY = environment.strong("ART28_FIELD_KEY", FIELD_KEY)
DEBUG = LOCAL and environment.flag("ART28_DEBUG", default=False)
PUBLIC_URL = environment.text("ART28_URL", "http://127.0.0.1:8028" if LOCAL else None).rstrip("/")
if not LOCAL and not PUBLIC_URL.startswith("https://"):
    raise environment.InvalidSetting(f"ART28_URL is {PUBLIC_URL!r}; in production it begins with https://")
ALLOWED_HOSTS = list(environment.words("ART28_HOSTS", ("127.0.0.1", "localhost", "[::1]") if LOCAL else ()))
if not ALLOWED_HOSTS:
    raise environment.InvalidSetting("ART28_HOSTS is not set; name the hosts that art28 answers to, parted by commas")
if not LOCAL and "*" in ALLOWED_HOSTS:
    raise environment.InvalidSetting("ART28_HOSTS is *, so any name would do; name the hosts that art28 answers to")
CSRF_TRUSTED_ORIGINS = list(environment.words("ART28_ORIGINS", () if LOCAL else (PUBLIC_URL,)))

_OWN_APPS = (
    "accounts",
    "audit",
    "parties",
    "agreements",
    "families",
    "clocks",
    "questionnaires",
    "received",
    "exercises",
    "exercising",
    "breaches",
    "events",
    "costs",
    "requests",
    "instructions",
    "audits",
    "cybersecurity",
    "notices",
    "replies",
    "reminders",
    "intake",
    "assessments",
    "mailings",
    "services",
    "subprocessors",
    "processing",
    "purposes",
    "api",
    "registers",
    "disclosures",
    "lifecycle",
    "measures",
    "claims",
    "calls",
    "offline",
    "drafts",
    "house",
    "sheets",
    "commencing",
    "signing",
    "amendments",
    "endings",
    "yardsticks",
    "portfolio",
    "comparisons",
    "controls",
    "people",
    "reports",
    "flowdown",
    "contacts",
    "pages",
    "database",  # last: makes the guards of all others
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # a template of allauth wants it
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(f"art28.web.{name}" for name in _OWN_APPS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "art28.web.accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "art28.web.accounts.middleware.MembershipMiddleware",
    "art28.web.pages.middleware.RequestSizeMiddleware",  # before anything reads the body
    "allauth.account.middleware.AccountMiddleware",
    "art28.web.reminders.middleware.WatchMiddleware",
]

ROOT_URLCONF = "art28.web.urls"
WSGI_APPLICATION = "art28.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "art28.web.pages.context.shell",
            ],
            "builtins": ["art28.web.pages.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "art28.web.pages.forms.Renderer"

DATABASES = {
    "default": database_url.connection(environment.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'art28.sqlite3'}"))
}
# Rate limits count across workers, so the cache is shared: a table beside the rest.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "art28_cache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = environment.text("ART28_TIME_ZONE", "Europe/Amsterdam")
USE_I18N = True
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", gettext_lazy("Dutch")), ("en", gettext_lazy("English"))]
LANGUAGE_COOKIE_NAME = "art28_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not LOCAL
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
# `art28 serve` collects the files and says so; elsewhere they are served from where they are written.
STATIC_COLLECTED = environment.flag("ART28_STATIC_COLLECTED", default=False)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if STATIC_COLLECTED
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = not STATIC_COLLECTED
WHITENOISE_AUTOREFRESH = not STATIC_COLLECTED

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],  # the QR code of a second factor is a data address
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else environment.number("ART28_HSTS_SECONDS", 31_536_000)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("ART28_BEHIND_PROXY", default=False) else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "art28_session" if LOCAL else "__Host-art28_session"
CSRF_COOKIE_NAME = "art28_csrf" if LOCAL else "__Host-art28_csrf"
SESSION_COOKIE_AGE = environment.number("ART28_SESSION_SECONDS", 12 * 3600)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "art28.web.pages.views.csrf_failure"

# An agreement with its annexes fits in 40 MB; a batch of files in ten times that.
UPLOAD_MAX_BYTES = environment.number("ART28_UPLOAD_MAX_BYTES", 40 * 1024 * 1024)
UPLOAD_MAX_FILES = environment.number("ART28_UPLOAD_MAX_FILES", 100)
DATA_UPLOAD_MAX_NUMBER_FILES = UPLOAD_MAX_FILES
UPLOAD_MAX_REQUEST_BYTES = 10 * UPLOAD_MAX_BYTES
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "today"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "art28.web.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "art28.web.accounts.models.display"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if LOCAL else "https"
ACCOUNT_SESSION_REMEMBER = False
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0
MFA_ADAPTER = "art28.web.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "art28"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL

SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # other hosts of the domain are not ours to decide on

# Without a server named, mail goes to files under var/, where whoever tries art28 can read it.
EMAIL_HOST = environment.text("ART28_EMAIL_HOST", "" if LOCAL else None)
EMAIL_PORT = environment.number("ART28_EMAIL_PORT", 587)
EMAIL_HOST_USER = environment.text("ART28_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("ART28_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("ART28_EMAIL_STARTTLS", default=bool(EMAIL_HOST))
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = environment.text("ART28_EMAIL_FROM", "art28@localhost" if LOCAL else None)

# Reminders: chat servers of one's own that people may name, and when standing still becomes an alarm.
CHAT_HOSTS = frozenset(environment.words("ART28_CHAT_HOSTS", ()))
ALARM_AFTER_MINUTES = environment.number("ART28_ALARM_AFTER_MINUTES", 10)
WATCH_FROM_WEB = environment.flag("ART28_WATCH_FROM_WEB", default=True)

# Several machines: Procrastinate wakes the workers, where the database is PostgreSQL and the extra is installed.
PROCRASTINATE = environment.flag("ART28_PROCRASTINATE", default=False)
if PROCRASTINATE:
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise environment.InvalidSetting("ART28_PROCRASTINATE is on; it needs PostgreSQL, named by DATABASE_URL")
    if find_spec("procrastinate") is None:
        raise environment.InvalidSetting("ART28_PROCRASTINATE is on; install it: pip install 'art28[procrastinate]'")
    MIDDLEWARE.append("art28.web.waking.middleware.WakeMiddleware")


def _mailbox(name: str) -> Account | None:
    """The mailbox that the variables beginning with `name` describe; None where no host is named."""
    if not environment.text(f"{name}_HOST", ""):
        return None
    return Account(
        host=environment.text(f"{name}_HOST"),
        port=environment.number(f"{name}_PORT", 993),
        user=environment.text(f"{name}_USER"),
        password=environment.text(f"{name}_PASSWORD"),
        folder=environment.text(f"{name}_FOLDER", "INBOX"),
        starttls=environment.flag(f"{name}_STARTTLS", default=False),
        ca_file=environment.text(f"{name}_CA_FILE", ""),
    )


# Signals by mail: a mailbox that is read over IMAP with TLS, and never changed. Without a host there is none.
MAILBOX = _mailbox("ART28_MAILBOX")
MAILBOX_ORGANISATION = environment.text("ART28_MAILBOX_ORGANISATION", "")
MAILBOX_EVERY = timedelta(seconds=environment.number("ART28_MAILBOX_EVERY_SECONDS", 60))
MAILBOX_MAX_BYTES = environment.number("ART28_MAILBOX_MAX_BYTES", 25 * 1024 * 1024)
MAILBOX_PER_HOUR = environment.number("ART28_MAILBOX_PER_HOUR", 120)
# What comes back: the mailbox of the address that mail is sent from, where failures of delivery arrive.
REPLIES = _mailbox("ART28_REPLIES")
REPLIES_ORGANISATION = environment.text("ART28_REPLIES_ORGANISATION", MAILBOX_ORGANISATION)
REPLIES_EVERY = timedelta(seconds=environment.number("ART28_REPLIES_EVERY_SECONDS", 60))
# Results of checks by mail: a mailbox of its own, each check by an address of its own (plus addressing).
CHECKS = _mailbox("ART28_CHECKS")
CHECKS_ADDRESS = environment.text("ART28_CHECKS_ADDRESS", "")
CHECKS_EVERY = timedelta(seconds=environment.number("ART28_CHECKS_EVERY_SECONDS", 60))
# What people need when art28 itself is down: where packs go, for whose keys, and how many stay.
OFFLINE_DIR = environment.text("ART28_OFFLINE_DIR", "")
OFFLINE_RECIPIENTS = environment.words("ART28_OFFLINE_RECIPIENTS", ())
OFFLINE_KEEP = environment.number("ART28_OFFLINE_KEEP", 14)

# The seal over what was signed: key and certificate of the operator (PEM). Locally one is made where none is named.
SEAL_KEY = environment.text("ART28_SEAL_KEY", str(DATA_DIR / "seal.key.pem") if LOCAL else "")
SEAL_CERTIFICATE = environment.text("ART28_SEAL_CERTIFICATE", str(DATA_DIR / "seal.pem") if LOCAL else "")
SEAL_PASSPHRASE = environment.text("ART28_SEAL_PASSPHRASE", "")
SEAL_IS_OWN = LOCAL and not environment.text("ART28_SEAL_KEY", "")
TIMESTAMP_URL = environment.text("ART28_TIMESTAMP_URL", "")
SIGNATURE_ISSUERS = environment.text("ART28_SIGNATURE_ISSUERS", "")
SEAL_MATERIAL = environment.text("ART28_SEAL_MATERIAL", "")
SEAL_ASKS = environment.flag("ART28_SEAL_ASKS", default=False)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "art28.web.logs.Discreet", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"apprise": {"handlers": [], "propagate": False}},  # its lines name hosts and rooms
    "root": {"handlers": ["console"], "level": environment.text("ART28_LOG_LEVEL", "WARNING")},
}
