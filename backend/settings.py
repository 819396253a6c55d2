"""All settings, in one file. Environments differ by variables, not by code."""

from pathlib import Path

from backend import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.text("SECRET_KEY")
FIELD_KEYS = env.field_keys("FIELD_KEYS")
PORT = env.number("PORT", 8000)
SITE_URL = env.text("SITE_URL", f"http://localhost:{PORT}")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [SITE_URL, *env.words("CSRF_TRUSTED_ORIGINS")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "core",
    "delivery",
    "accounts",
    "program",
    "admissions",
    "care",
    "skills",
    "plans",
    "questionnaires",
    "checkins",
    "alerts",
    "progress",
    "reminders",
    "lessons",
    "family",
    "records",
    "backend",
    *env.words("EXTRA_APPS"),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "backend.middleware.ContentSecurity",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "accounts.middleware.SpeakTheirLanguage",
    "accounts.middleware.IdentityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.WhoIsAsking",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SecurityTrail",
    "accounts.middleware.SecondFactorGate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = env.text("ROOT_URLCONF", "backend.urls")
WSGI_APPLICATION = "backend.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- Data -----------------------------------------------------------------------------------
# The owner migrates and prepares roles; web and worker connect as a login that owns nothing.
OWNER_DATABASE = env.owner_database(env.text("DATABASE_URL"))
APP_DATABASE = env.app_database(OWNER_DATABASE, secret_key=SECRET_KEY)
DATABASES = {
    "default": {
        **(OWNER_DATABASE if env.text("DATABASE_AS", "app") == "owner" else APP_DATABASE),
        "CONN_MAX_AGE": env.number("CONN_MAX_AGE", 600),
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"NAME": OWNER_DATABASE["NAME"]},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.text("REDIS_URL")
CACHES = {
    # Limits of tries and used codes: shared by all processes, each for itself while Valkey is down.
    "default": {"BACKEND": "backend.cache.SharedWhileItLasts", "LOCATION": REDIS_URL},
    "shared": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL},
}

# --- People ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.SignedInHere"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "accounts.backends.CommonAtHeart"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# An invitation reached the address, or nobody signs in; another one is confirmed by a code.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# A whole program may share one address, so it is each account that is guarded closely.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "prove_again": "5/5m/key",
    "accept": "60/m/ip",
}
# How many proxies of ours stand in front; only they are believed about where a request is from.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number(
    "TRUSTED_PROXY_COUNT", 1 if env.flag("BEHIND_TLS_PROXY") else 0
)
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser", "app")
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{SITE_URL}/sign-in",
    "account_reset_password": f"{SITE_URL}/sign-in",
    "account_reset_password_from_key": f"{SITE_URL}/new-password#{{key}}",
    "account_signup": f"{SITE_URL}/sign-in",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a finger, a face, a PIN: two factors in one
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Foothold"
MFA_TOTP_TOLERANCE = 1  # half a minute either way: clocks differ, and people type slowly
USERSESSIONS_TRACK_ACTIVITY = False  # seven queries a request, measured; sign-in time suffices

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_NAME = "foothold" if DEBUG else "__Host-foothold"
CSRF_COOKIE_NAME = "csrftoken" if DEBUG else "__Host-csrftoken"
CSRF_FAILURE_VIEW = "core.views.csrf_failed"
SECURE_HSTS_SECONDS = 0 if DEBUG else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_TLS_PROXY") else None
)
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# --- API ------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.AppToken",
        "accounts.authentication.BrowserSession",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["core.permissions.DenyAll"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["core.shapes.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "core.pagination.Page",
    # Escaped, because a refusal may quote half a character back and UTF-8 has no form for it.
    "UNICODE_JSON": False,
    "EXCEPTION_HANDLER": "core.answers.answer",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Foothold",
    "DESCRIPTION": "Check-ins, skills, consent and alerts of an intensive outpatient program.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {},
    "POSTPROCESSING_HOOKS": ["backend.openapi.add_refusals"],
}

# --- Work in the background -----------------------------------------------------------------
CELERY_BROKER_URL = REDIS_URL

# --- Delivery -------------------------------------------------------------------------------
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "Foothold <hello@foothold.example>")
# Who carries a message sees who is written to: none is switched on before they have agreed.
env.require_agreement("EMAIL", on=not DEBUG and EMAIL_HOST not in {"localhost", "127.0.0.1", "::1"})
# Web Push: our key (raw, base64url), and whom push services may write to about us.
VAPID_PRIVATE_KEY = env.text("VAPID_PRIVATE_KEY", "")
VAPID_SUBJECT = env.text("VAPID_SUBJECT", "mailto:hello@foothold.example")
PUSH_LOOPBACK = env.flag("PUSH_LOOPBACK") and DEBUG
# Texts, by a provider that speaks Twilio's interface.
SMS_URL = env.text("SMS_URL", "https://api.twilio.com").rstrip("/")
SMS_ACCOUNT = env.text("SMS_ACCOUNT", "")
SMS_TOKEN = env.text("SMS_TOKEN", "")
SMS_FROM = env.text("SMS_FROM", "")
CHANNELS_ON = {
    "email",
    *(["push"] if env.require_agreement("PUSH", on=bool(VAPID_PRIVATE_KEY)) else []),
    *(["sms"] if env.require_agreement("SMS", on=bool(SMS_TOKEN)) else []),
}

# --- Web app, language, logs ------------------------------------------------------------------
WEB_DIST = Path(env.text("WEB_DIST", str(BASE_DIR / "web" / "dist")))
WHITENOISE_ROOT = WEB_DIST if WEB_DIST.is_dir() else None
WHITENOISE_INDEX_FILE = False
# The build names these by their content, so they may be kept for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[A-Za-z0-9_-]{8,}\.\w+$"
STATIC_URL = "/static/"
LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

# The demo's cast is let in, and can be made, only here.
DEMO_ALLOWED = DEBUG
DEMO_PASSWORD = env.text("DEMO_PASSWORD", "foothold-demo")
DEMO_TOTP_SECRET = env.text("DEMO_TOTP_SECRET", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "backend.logs.RedactingFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}, "django.security.csrf": {"level": "ERROR"}},
}
