"""Django's settings, from the operator's decisions. Strict by default; only a laptop without HTTPS is looser."""

from __future__ import annotations

from datetime import timedelta

from csp.constants import NONE, SELF

from cairn.config import environment as _environment
from cairn.config import production as _production
from cairn.config.mail import mail_server as _mail_server
from cairn.config.mail import notify as _notify

ENVIRONMENT = _environment.read()
PRODUCTION = ENVIRONMENT.production
_production.require(ENVIRONMENT)
BASE = _environment.ROOT / "cairn"

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key or ("" if PRODUCTION else ENVIRONMENT.key("signing"))
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts) or ([] if PRODUCTION else ["localhost", "127.0.0.1"])
AUDIT_KEY = ENVIRONMENT.key("audit")
FACTORS_KEY = ENVIRONMENT.key("factors")  # seals the secrets of one-time codes (partnership.signin.sealed)
FILES_KEY = ENVIRONMENT.key("files")  # wraps the keys of cases' files (documents.engine.sealing)
AUDIT_ANCHORS = ENVIRONMENT.anchors
FILES = ENVIRONMENT.data / "files"
CLAMD_SOCKET = ENVIRONMENT.clamd_socket

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "cairn.look",
    "cairn.audit",
    "cairn.partnership",
    "cairn.cases",
    "cairn.documents",
    "cairn.actions",
    "cairn.meetings",
    "cairn.chronology",
    "cairn.findings",
    "cairn.incidents",
    "cairn.rapid_reviews",
    "cairn.publication",
    "cairn.desk",
    "cairn.config",
    "allauth",  # after ours, so that our templates of its pages are found first
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "cairn.partnership.middleware.DemonstrationMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cairn.partnership.middleware.ActorMiddleware",
]

ROOT_URLCONF = "cairn.config.urls"
WSGI_APPLICATION = "cairn.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "cairn.desk.context.frame",
            ],
        },
    }
]

DATABASES = {"default": _environment.database(ENVIRONMENT)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "partnership.User"
AUTHENTICATION_BACKENDS = ["cairn.partnership.signin.backend.Door"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
]
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=1).total_seconds())
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

_MAIL = _mail_server(ENVIRONMENT.smtp_url)
NOTIFY = _notify(ENVIRONMENT.notify_key, ENVIRONMENT.notify_template, smtp_url=ENVIRONMENT.smtp_url)
MAIL_IS_ON = bool(_MAIL or NOTIFY)  # without either, notices stay in the outbox
if NOTIFY:
    EMAIL_BACKEND = "cairn.config.notify.NotifyBackend"
if _MAIL:
    EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = _MAIL.encrypted, _MAIL.upgraded
EMAIL_TIMEOUT = 20

# Sign-in (docs/architecture.md). Password and second factor; no sign-up, no mail but by the outbox, no third party.
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies
ACCOUNT_ADAPTER = "cairn.partnership.signin.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proves the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_REAUTHENTICATION_TIMEOUT = int(timedelta(minutes=10).total_seconds())
ACCOUNT_RATE_LIMITS = {
    "login_failed": "20/5m/ip,5/5m/key,50/1d/key",
    "reauthenticate": "10/5m/user",
    "feed": "120/10m/ip",
}
ACCOUNT_FORMS = {
    "login": "cairn.partnership.signin.forms.SignInForm",
    "change_password": "cairn.partnership.signin.forms.ChangePasswordForm",
    "reset_password": "cairn.partnership.signin.forms.AskForPasswordForm",
    "reset_password_from_key": "cairn.partnership.signin.forms.NewPasswordForm",
    "reauthenticate": "cairn.partnership.signin.forms.ConfirmByPasswordForm",
}
MFA_ADAPTER = "cairn.partnership.signin.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # half a minute either way; a code works once all the same (partnership.signin.codes)
MFA_RECOVERY_CODE_DIGITS = 12
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "cairn.partnership.signin.forms.SignInCodeForm",
    "reauthenticate": "cairn.partnership.signin.forms.ConfirmByCodeForm",
    "activate_totp": "cairn.partnership.signin.forms.SetUpCodesForm",
    "authenticate_webauthn": "cairn.partnership.signin.forms.SignInPasskeyStepForm",
    "login_webauthn": "cairn.partnership.signin.forms.SignInPasskeyForm",
    "reauthenticate_webauthn": "cairn.partnership.signin.forms.ConfirmByPasskeyForm",
    "add_webauthn": "cairn.partnership.signin.forms.AddPasskeyForm",
}

CACHES = {"default": {"BACKEND": "cairn.partnership.commands.tries.Tries"}}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What is sent in stays in memory, up to a limit, and never lies on a disk unsealed.
FILE_UPLOAD_HANDLERS = ["cairn.documents.forms.receiving.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # what is typed; files have a limit of their own
DATA_UPLOAD_MAX_NUMBER_FILES = 20

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "static"]
STATIC_ROOT = None  # served from the packages themselves (WHITENOISE_USE_FINDERS); nothing is collected
WHITENOISE_USE_FINDERS = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_AGE = int(timedelta(minutes=15).total_seconds())
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "cairn.look.answers.form_expired"

if PRODUCTION:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.origin] if ENVIRONMENT.origin else []
