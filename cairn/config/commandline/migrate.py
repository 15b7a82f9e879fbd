"""`cairn migrate`: bring the database up to this version of Cairn. Back it up first."""

from __future__ import annotations

import argparse

from django.core.management import call_command

from cairn.config.commandline.wrong_input import say


def run(arguments: list[str]) -> int:
    """Migrate, say that it is done."""
    argparse.ArgumentParser(prog="cairn migrate", description="Bring the database up to date.").parse_args(arguments)
    call_command("migrate", interactive=False, verbosity=0)
    say("The database is up to date.")
    return 0
