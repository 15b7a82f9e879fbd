"""What the commands share: arguments refused in one sentence, answers on one channel, messages on the other."""

from __future__ import annotations

import argparse
import json
import sys
from typing import NoReturn

from cairn.guidance.refusals import CannotAnswer


class Arguments(argparse.ArgumentParser):
    """A command's arguments. Whatever is wrong with them is one sentence, as for every other bad input."""

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        raise CannotAnswer(f"The command line is not right: {message}. Write it as: {usage}")


def answer(document: object) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def say(*lines: str) -> None:
    """Readable lines on standard output."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def tell(*sentences: str) -> None:
    """Sentences for the person at the keyboard, on standard error."""
    sys.stderr.write("".join(f"{sentence}\n" for sentence in sentences))
