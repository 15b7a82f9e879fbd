"""`cairn check [--json]`: may this Cairn start as it is configured? Exit code 0 yes, 1 with every reason why not."""

from __future__ import annotations

import argparse
import json
import sys

import django
from django.apps import apps
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from cairn.config import environment, production
from cairn.config.commandline.starting import ask_for_passphrase
from cairn.config.commandline.wrong_input import say


def run(arguments: list[str]) -> int:
    """Check, say what speaks against a start."""
    parser = argparse.ArgumentParser(prog="cairn check", description="May Cairn start as it is configured?")
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    options = parser.parse_args(arguments)
    ask_for_passphrase()
    found = reasons_against_a_start()
    if options.json:
        sys.stdout.write(json.dumps({"right": not found, "problems": found}, ensure_ascii=False) + "\n")
    else:
        say("\n".join(found) or "Nothing speaks against a start.")
    return 1 if found else 0


def reasons_against_a_start() -> list[str]:
    """Every reason, as sentences: the environment's first, and only then what Django and the database say."""
    if not apps.ready:
        found = production.problems(environment.read())
        if found:
            return found
        try:
            django.setup()
        except ImproperlyConfigured as wrong:
            return [str(wrong)]
    return _of_django() + _of_the_database()


def _of_django() -> list[str]:
    from django.conf import settings

    messages = checks.run_checks(include_deployment_checks=settings.PRODUCTION)
    return [str(message.msg) for message in messages if message.level >= checks.WARNING]


def _of_the_database() -> list[str]:
    from django.conf import settings

    from cairn.partnership import queries

    try:
        if settings.PRODUCTION and queries.is_demonstration():
            return ["This database is a demonstration: it is never served in production."]
    except DatabaseError as wrong:
        if settings.PRODUCTION and not settings.ENVIRONMENT.embedded:
            return [f"The database does not answer as it should ({type(wrong).__name__}): is it there and migrated?"]
    return []
