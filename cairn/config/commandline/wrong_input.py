"""What every command can say without Django being loaded: that the input is wrong, and a sentence to a person."""

from __future__ import annotations

import sys


class WrongInput(Exception):
    """The input or the configuration is wrong; the sentence says what, where and how to put it right. Exit code 2."""


def say(sentence: str) -> None:
    """Tell the person at the terminal; answers for programs go to standard output instead."""
    sys.stderr.write(f"{sentence}\n")
