"""Text given back of a file: up to a limit, and only if it was asked for."""

from __future__ import annotations

from cairn.documents.engine.limits import MOST_TEXT


class Text:
    """Gathers text until there is enough."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self._parts: list[str] = []
        self._left = MOST_TEXT if wanted else 0

    @property
    def full(self) -> bool:
        """Whether no more is taken."""
        return self._left <= 0

    def add(self, text: str) -> None:
        """A piece more, as far as there is room."""
        if text and not self.full:
            self._parts.append(text[: self._left])
            self._left -= len(text)

    @property
    def whole(self) -> str:
        """What was gathered."""
        return "".join(self._parts).strip()
