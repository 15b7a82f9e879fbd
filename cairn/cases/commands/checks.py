"""Checks of what was typed, shared by the commands. Each names the field its sentence belongs beside."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.kernel.verdict import Ground, Verdict, require
from cairn.partnership.clock import day_of

STALE = "Somebody changed this while you were typing. Compare it with yours, then send yours again if it still stands."


def written(text: str, sentence: str, about: str) -> Verdict:
    """Something was typed in a box that cannot stay empty."""
    return require(text.strip(), sentence, Ground.INPUT, about)


def one_of(known: Collection[str], chosen: str, sentence: str, about: str) -> Verdict:
    """What was chosen is on the list."""
    return require(chosen in known, sentence, Ground.INPUT, about)


def not_after_today(day: date, at: datetime, sentence: str, about: str) -> Verdict:
    """What is said to have happened has happened."""
    return require(day <= day_of(at), sentence, Ground.INPUT, about)


def current(seen: int, latest: int) -> Verdict:
    """What was changed is what was read: nobody's typing overwrites another's unseen."""
    return require(seen == latest, STALE, Ground.STALE)


def signer(by: Actor) -> int:
    """The account an act is put down to. Only for an actor whom a policy has let act: nobody else has one."""
    assert by.user_id is not None
    return by.user_id
