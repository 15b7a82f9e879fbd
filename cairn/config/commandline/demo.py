"""`cairn demo [--json]`: builds the fictional partnership in an empty database, and says who may be played.

The work is done in one transaction: a demonstration is whole or not there. A database that belongs to a real
partnership is refused with exit code 2; one that holds the demonstration already is left as it is.
"""

from __future__ import annotations

import argparse
import json
import sys

from django.core.management import call_command
from django.db import transaction

from cairn.config.commandline.wrong_input import WrongInput, say
from cairn.partnership import clock, queries
from cairn.partnership.queries import accounts
from demo.build import build
from demo.people import PEOPLE


def run(arguments: list[str]) -> int:
    """Build it unless it is there, then say who may be played."""
    parser = argparse.ArgumentParser(prog="cairn demo", description="Build the fictional partnership for training.")
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    options = parser.parse_args(arguments)
    call_command("migrate", verbosity=0)
    built = _build_unless_there()
    if options.json:
        sys.stdout.write(json.dumps(_document(built), ensure_ascii=False) + "\n")
        return 0
    say("The demonstration is built." if built else "The demonstration is there already.")
    say("Everybody in it is made up. Choose whom to play on the page /demo/people/, for example:")
    for person in PEOPLE[:4]:
        say(f"  {person.name}, {person.post}")
    return 0


def _build_unless_there() -> bool:
    partnership = queries.the_partnership()
    if partnership is None:
        with transaction.atomic():
            build()
        return True
    if not partnership.is_demo:
        raise WrongInput(
            "This database belongs to a real partnership. Set CAIRN_DATA to an empty folder for a demonstration."
        )
    return False


def _document(built: bool) -> dict[str, object]:
    people = accounts.personas(queries.the_partnership(), clock.now())
    return {
        "built": built,
        "people": [{"name": each.user.name, "post": each.user.post, "seats": list(each.seats)} for each in people],
    }
