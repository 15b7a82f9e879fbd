"""How an entry stands that a finding rests on, beside the row that was seen when it was named."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """Whether the agency still tells the entry as it was when the finding was rested on it."""

    SAME = "same"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"


def standing(seen: str, now: str, gone_in: int) -> Standing:
    """From what the row said when it was seen, what it says now (blank where nothing tells it), and where it went."""
    if not now:
        return Standing.TAKEN_BACK
    if gone_in:
        return Standing.WITHDRAWN
    return Standing.SAME if seen == now else Standing.CHANGED


def in_words(stands: Standing, version: int) -> str:
    """What is said after the entry; blank where nothing has to be looked at. `version` is the one that did it."""
    return {
        Standing.SAME: "",
        Standing.CHANGED: f"changed since (version {version})",
        Standing.WITHDRAWN: f"withdrawn by the agency (version {version})",
        Standing.TAKEN_BACK: "no longer in the chronology: its agency is no longer asked",
    }[stands]
