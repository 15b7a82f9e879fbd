"""The days of a case that apps above know, by guidance's names for them: what another text may count from.

Only for advice beside a date. What governs counts from the trigger that the clock itself keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from cairn.access.actor import Actor
from cairn.cases import policy
from cairn.cases.models import Case

Teller = Callable[[Actor, Case, datetime, policy.Rights | None], Mapping[str, date]]
_tellers: list[Teller] = []


def tells_days(teller: Teller) -> Teller:
    """Register what an app above knows, once however often it is loaded; it tells only what the reader may read."""
    if teller not in _tellers:
        _tellers.append(teller)
    return teller


def days_known(actor: Actor, case: Case, at: datetime, rights: policy.Rights | None) -> dict[str, date]:
    """Every such day that this reader may know. As many queries as there are apps that tell."""
    return {name: day for teller in _tellers for name, day in teller(actor, case, at, rights).items()}
