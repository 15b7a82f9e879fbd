"""The one console command, `cairn`. Messages for people go to standard error; answers to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module

# name -> module with `run(arguments) -> exit code`; those that need settings set them up themselves.
COMMANDS: dict[str, str] = {
    "criteria": "cairn.guidance.commandline.criteria",
    "deadlines": "cairn.guidance.commandline.deadlines",
    "worker": "cairn.config.commandline.worker",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit code 0 done, 1 done and something was found that blocks, 2 the input is wrong."""
    words = sys.argv[1:] if arguments is None else arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.config.settings")
    if not words or words[0] not in COMMANDS:
        print(
            f"Usage: cairn COMMAND …, where COMMAND is one of: {', '.join(sorted(COMMANDS))}.",
            file=sys.stderr,
        )
        return 2
    run: Callable[[list[str]], int] = import_module(COMMANDS[words[0]]).run
    return run(words[1:])


if __name__ == "__main__":
    sys.exit(main())
