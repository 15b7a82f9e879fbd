"""Something low in the stack happened that something high must answer, in the same transaction.

A low app declares an announcement and makes it; a high app listens when it is loaded. There are few, each is printed
in the generated architecture page, and nothing else (no framework signal) may be used for the purpose.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Listener = Callable[..., None]

MOST = 12
_declared: dict[str, Announcement] = {}


@dataclass
class Announcement:
    """A named event with the facts it carries and those who listen, called in the order they were added."""

    name: str
    meaning: str
    facts: tuple[str, ...]
    listeners: list[Listener] = field(default_factory=list)

    def __call__(self, **facts: object) -> None:
        """Tell every listener now. Raises TypeError unless exactly the declared facts are given."""
        if set(facts) != set(self.facts):
            raise TypeError(f"{self.name} carries {', '.join(self.facts)}.")
        for listener in self.listeners:
            listener(**facts)

    def heard_by(self, listener: Listener) -> Listener:
        """Add a listener, once however often the app is loaded; returns it, so that it serves as a decorator."""
        if listener not in self.listeners:
            self.listeners.append(listener)
        return listener


def announcement(name: str, *, meaning: str, facts: tuple[str, ...]) -> Announcement:
    """Declare an announcement. Raises ValueError if the name is taken or there would be more than a dozen."""
    if name in _declared:
        raise ValueError(f"{name!r} is already declared.")
    if len(_declared) >= MOST:
        raise ValueError(f"There are {MOST} announcements already; see whether an import downwards would do.")
    _declared[name] = Announcement(name, meaning, facts)
    return _declared[name]


def declared() -> tuple[Announcement, ...]:
    """Every announcement, by name, for the generated architecture page."""
    return tuple(_declared[name] for name in sorted(_declared))
