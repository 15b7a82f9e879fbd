"""`cairn serve [--port N] [--bind ADDRESS] [--with-worker]`: the web server, for this machine alone by default.

An embedded database is brought up to date first; a PostgreSQL that is behind refuses the start.
"""

from __future__ import annotations

import argparse
import ipaddress
import sys

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections

from cairn.config.commandline import check, processes
from cairn.config.commandline.wrong_input import WrongInput, say
from cairn.partnership import queries

THREADS = 4


def run(arguments: list[str]) -> int:
    """Serve until told to stop."""
    options = _parser().parse_args(arguments)
    if not 1 <= options.port <= 65535:
        raise WrongInput("A port is a number from 1 to 65535.")
    try:
        bring_up_to_date()
        _refuse(options.bind)
    except DatabaseError as wrong:
        raise WrongInput(
            f"The database does not answer ({type(wrong).__name__}): is it there, and the key its own?"
        ) from wrong
    close_old_connections()  # the programs started below open their own
    say(f"Cairn is at http://{_shown(options.bind)}:{options.port} (Ctrl-C stops it).")
    return processes.run_together(_programs(options))


def bring_up_to_date() -> None:
    """Migrate the embedded database. Raises WrongInput where PostgreSQL is behind: that is the operator's to do."""
    if settings.ENVIRONMENT.embedded:
        call_command("migrate", interactive=False, verbosity=0)
        return
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit as behind:
        raise WrongInput(
            "The database is behind this version of Cairn: back it up, then run cairn migrate."
        ) from behind


def _refuse(bind: str) -> None:
    found = check.reasons_against_a_start()
    if found:
        raise WrongInput("\n".join(found))
    if queries.is_demonstration() and not _loopback(bind):
        raise WrongInput("A demonstration is served on this machine alone: leave --bind out.")


def _loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _shown(bind: str) -> str:
    return "localhost" if bind == "127.0.0.1" else bind


def _programs(options: argparse.Namespace) -> list[list[str]]:
    server = [sys.executable, "-m", "gunicorn", "cairn.config.wsgi:application", "--no-control-socket"]
    server += ["--bind", f"{options.bind}:{options.port}", "--workers", str(options.processes)]
    server += ["--worker-class", "gthread", "--threads", str(THREADS), "--log-level", "warning"]
    worker = [sys.executable, "-m", "cairn.config.cli", "worker"]
    return [server, worker] if options.with_worker else [server]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cairn serve", description="Serve Cairn to browsers.")
    parser.add_argument("--port", type=int, default=8000, help="8000 unless told otherwise")
    parser.add_argument(
        "--bind", default="127.0.0.1", metavar="ADDRESS", help="this machine alone unless told otherwise"
    )
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="web server processes")
    parser.add_argument("--with-worker", action="store_true", help="run the worker beside it")
    return parser
