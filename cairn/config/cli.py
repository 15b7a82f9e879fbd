"""The one console command, `cairn`. Messages for people go to standard error; answers to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module

from cairn.config.commandline.wrong_input import WrongInput

# name -> module with `run(arguments) -> exit code`. These need no database and no settings, or set them up themselves.
COMMANDS: dict[str, str] = {
    "check": "cairn.config.commandline.check",
    "combine": "cairn.chronology.commandline.combine",
    "criteria": "cairn.guidance.commandline.criteria",
    "dates": "cairn.chronology.commandline.dates",
    "deadlines": "cairn.guidance.commandline.deadlines",
    "worker": "cairn.config.commandline.worker",
}

# The same, for those that find Django set up.
WITH_SETTINGS: dict[str, str] = {
    "migrate": "cairn.config.commandline.migrate",
    "serve": "cairn.config.commandline.serve",
    "demo": "cairn.config.commandline.demo",
    "found": "cairn.config.commandline.found",
    "change-files-key": "cairn.config.commandline.change_files_key",
    "verify-audit": "cairn.config.commandline.verify_audit",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit code 0 done, 1 done and something was found that blocks, 2 the input is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
    modules = COMMANDS | WITH_SETTINGS
    if not words or words[0] not in modules:
        sys.stderr.write(f"Usage: cairn COMMAND …, where COMMAND is one of: {', '.join(sorted(modules))}.\n")
        return 2
    try:
        if words[0] in WITH_SETTINGS:
            import_module("cairn.config.commandline.starting").set_up()
        run: Callable[[list[str]], int] = import_module(modules[words[0]]).run
        return run(words[1:])
    except WrongInput as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
