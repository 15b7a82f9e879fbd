"""A production start that is not configured right is refused with the reason (T24); one that is raises no warning."""

import json
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from cairn.config import checks, environment, production
from cairn.config.commandline import check
from cairn.config.mail import Notify, notify
from tests.demonstration import become_demonstration

KEY = "0123456789abcdef" * 4
RIGHT = {
    "CAIRN_MODE": "production",
    "CAIRN_SECRET_KEY": "k7Q-2vX9_pLr4TzWn8BcYd1HsGf6MjAe3RuKo5ViNqEw0xPbSt",
    "CAIRN_ORIGIN": "https://cairn.example.org",
    "CAIRN_ALLOWED_HOSTS": "cairn.example.org",
    "CAIRN_AUDIT_KEY": KEY,
    "CAIRN_DATABASE_KEY": KEY[::-1],
    "CAIRN_FACTORS_KEY": KEY[1:] + KEY[:1],
    "CAIRN_FILES_KEY": KEY[2:] + KEY[:2],
}

ONE_ID = "12345678-1234-4234-8234-123456789abc"
NOTIFY = f"cairn_live-{ONE_ID}-{ONE_ID}"
BY_NOTIFY = {"CAIRN_NOTIFY_KEY": NOTIFY, "CAIRN_NOTIFY_TEMPLATE": ONE_ID}


@pytest.fixture
def right(tmp_path):
    return {**RIGHT, "CAIRN_DATA": str(tmp_path / "data")}


def problems(decisions):
    return production.problems(environment.read(decisions))


def test_a_right_configuration_has_no_problem(right):
    assert problems(right) == []
    production.require(environment.read(right))


def test_notices_may_leave_by_notify_instead_of_a_mail_server(right):
    assert problems(right | BY_NOTIFY) == []
    assert notify(NOTIFY, ONE_ID) == Notify(NOTIFY, ONE_ID)
    assert notify("", "") is None


def test_a_laptop_needs_none_of_it():
    assert problems({}) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"CAIRN_SECRET_KEY": ""}, "CAIRN_SECRET_KEY is not set"),
        ({"CAIRN_SECRET_KEY": "short"}, "CAIRN_SECRET_KEY is weak"),
        ({"CAIRN_SECRET_KEY": "ab" * 40}, "CAIRN_SECRET_KEY is weak"),
        ({"CAIRN_SECRET_KEY": "django-insecure-" + RIGHT["CAIRN_SECRET_KEY"]}, "CAIRN_SECRET_KEY is weak"),
        ({"CAIRN_NOTIFY_KEY": NOTIFY}, "CAIRN_NOTIFY_KEY and CAIRN_NOTIFY_TEMPLATE go together"),
        ({"CAIRN_NOTIFY_TEMPLATE": ONE_ID}, "CAIRN_NOTIFY_KEY and CAIRN_NOTIFY_TEMPLATE go together"),
        (BY_NOTIFY | {"CAIRN_SMTP_URL": "smtps://mail.example.org"}, "are both set: notices leave one way"),
        (BY_NOTIFY | {"CAIRN_NOTIFY_KEY": "short"}, "CAIRN_NOTIFY_KEY is not a key of GOV.UK Notify"),
        (BY_NOTIFY | {"CAIRN_NOTIFY_TEMPLATE": "Notices"}, "CAIRN_NOTIFY_TEMPLATE is not the id of a template"),
        ({"CAIRN_SMTP_URL": "mail.example.org"}, "CAIRN_SMTP_URL must look like"),
        ({"CAIRN_ORIGIN": ""}, "CAIRN_ORIGIN is not an HTTPS origin"),
        ({"CAIRN_ORIGIN": "http://cairn.example.org"}, "CAIRN_ORIGIN is not an HTTPS origin"),
        ({"CAIRN_ORIGIN": "https://cairn.example.org/page"}, "CAIRN_ORIGIN is not an HTTPS origin"),
        ({"CAIRN_ORIGIN": "https://other.example.org"}, "is not among CAIRN_ALLOWED_HOSTS"),
        ({"CAIRN_ALLOWED_HOSTS": ""}, "CAIRN_ALLOWED_HOSTS is not set"),
        ({"CAIRN_ALLOWED_HOSTS": "cairn.example.org,*"}, "holds a wildcard"),
        ({"CAIRN_ALLOWED_HOSTS": "cairn.example.org,.example.org"}, "holds a wildcard"),
        ({"CAIRN_AUDIT_KEY": ""}, "audit.key cannot be read"),
        ({"CAIRN_AUDIT_KEY": "ab" * 32}, "weak key"),
        ({"CAIRN_FACTORS_KEY": ""}, "factors.key cannot be read"),
        ({"CAIRN_FILES_KEY": ""}, "files.key cannot be read"),
        ({"CAIRN_DATABASE_KEY": ""}, "database.key cannot be read"),
        ({"CAIRN_DATABASE_URL": "mysql://x/y"}, "must begin with postgres://"),
    ],
)
def test_one_thing_wrong_is_one_reason(right, change, says):
    (sentence,) = problems({**right, **change})
    assert says in sentence


@pytest.mark.parametrize("name", ["CAIRN_KEYS", "CAIRN_ANCHORS"])
def test_keys_and_anchors_do_not_lie_with_the_data(right, tmp_path, name):
    (sentence,) = problems({**right, name: str(tmp_path / "data" / "within")})
    assert sentence.startswith(f"{name} lies inside CAIRN_DATA")


def test_keys_readable_by_others_are_a_reason(right, tmp_path):
    (tmp_path / "keys").mkdir()
    file = tmp_path / "keys" / "audit.key"
    file.write_text(KEY)
    file.chmod(0o644)
    (sentence,) = problems({**right, "CAIRN_AUDIT_KEY": ""})
    assert "can be read by others" in sentence


def test_every_reason_is_given_at_once():
    with pytest.raises(ImproperlyConfigured) as refused:
        production.require(environment.read({"CAIRN_MODE": "production", "CAIRN_DATA": "/nowhere/data"}))
    for name in ("CAIRN_SECRET_KEY", "CAIRN_ORIGIN", "CAIRN_ALLOWED_HOSTS", "audit.key", "database.key"):
        assert name in str(refused.value)


def started(decisions, *words):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    return subprocess.run(words, env={**kept, **decisions}, capture_output=True, text=True, check=False, timeout=120)


CAIRN = (sys.executable, "-m", "cairn.config.cli")


def test_djangos_own_deployment_check_has_no_warning(right):
    words = ("check", "--deploy", "--fail-level", "WARNING", "--settings", "cairn.config.settings")
    run = started(right, sys.executable, "-m", "django", *words)
    assert (run.returncode, run.stdout) == (0, "System check identified no issues (0 silenced).\n"), run.stderr


def test_cairn_check_says_what_is_wrong_and_serve_does_not_start(right):
    wrong = {**right, "CAIRN_ORIGIN": "http://cairn.example.org"}
    checked = started(wrong, *CAIRN, "check", "--json")
    assert checked.returncode == 1
    assert json.loads(checked.stdout) == {
        "right": False,
        "problems": ["CAIRN_ORIGIN is not an HTTPS origin such as https://cairn.example.org ."],
    }
    served = started(wrong, *CAIRN, "serve", "--port", "1")
    assert (served.returncode, served.stdout) == (2, "")
    assert "CAIRN_ORIGIN is not an HTTPS origin" in served.stderr
    assert "Traceback" not in served.stderr


def test_cairn_check_finds_nothing_against_a_right_start(right):
    run = started(right, *CAIRN, "check")
    assert (run.returncode, run.stderr) == (0, "Nothing speaks against a start.\n")


@pytest.fixture
def as_production(settings, right):
    settings.PRODUCTION = True
    settings.ENVIRONMENT = environment.read(right)
    settings.ALLOWED_HOSTS = ["cairn.example.org"]
    return settings


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [("DEBUG", True, "DEBUG is on"), ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS holds a wildcard")],
)
def test_settings_that_were_loosened_are_a_reason(as_production, name, value, says):
    assert checks.production_is_configured(None) == []
    setattr(as_production, name, value)
    (found,) = checks.production_is_configured(None)
    assert found.msg.startswith(says)


def test_a_laptop_passes_the_check(settings):
    assert checks.production_is_configured(None) == []


def test_a_demonstration_is_never_served_in_production(world, as_production):
    assert check._of_the_database() == []
    become_demonstration()
    assert check._of_the_database() == ["This database is a demonstration: it is never served in production."]
