"""Why a file is not taken: one sentence that is safe to show, and says what to do instead."""

from __future__ import annotations


class NotTaken(Exception):
    """A file is not taken. Nothing of it is kept.

    The message of the exception quotes nothing of the file, so that a log of it tells nothing.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__("A file was not taken.")
        self.sentence = sentence
