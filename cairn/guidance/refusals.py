"""The two ways in which guidance says no: to a question it must not answer, and to a file it cannot trust."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class CannotAnswer(ValueError):
    """The question cannot be answered. The message tells the person who asked what, where and how to put it right."""


class FaultyFile(ValueError):
    """A file of rules breaks its own form. The message names the file, the entry and the fault."""


def nearest(word: str, known: Iterable[str]) -> str:
    """`Did you mean …?` with the nearest known words, or the whole list where none is near."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(near)}?" if near else f"Choose one of: {', '.join(choices)}."
