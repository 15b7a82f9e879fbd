"""Putting an event on record, and the decorator that makes a function one act: one transaction, one event."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import models, transaction

from cairn.access.actor import Actor
from cairn.audit.engine import anchors, chain
from cairn.audit.engine.verify import ANCHOR_EVERY
from cairn.audit.models import Answer, ChainHead, Event
from cairn.kernel import clock
from cairn.kernel.verdict import Refused

P = ParamSpec("P")
Result = TypeVar("Result")

KEY = re.compile(r"[A-Za-z0-9_.:/-]*")  # what a key or a verb is made of: no spaces, so no sentence and no full name
LENGTHS = {"verb": 60, "kind": 60, "person_key": 32, "object_key": 64, "case_key": 32}

_events_of_act: ContextVar[list[Event] | None] = ContextVar("events of the act under way", default=None)


class NotOnRecord(RuntimeError):
    """A command ended without leaving exactly one event: a fault of the program; nothing it did is kept."""


def record(
    *,
    by: Actor,
    verb: str,
    at: datetime,
    about: models.Model | None = None,
    kind: str = "",
    key: str = "",
    case_key: str = "",
    verdict: Answer = Answer.DONE,
) -> Event:
    """Put one event on record, in the caller's transaction; if it cannot be written, neither can what it is about.

    `about` is the row it concerns (its kind, key and case are taken from it, and a keyed digest of its columns);
    without a row, give `kind` and `key`. `at` is the product's moment; the machine's own time is kept beside it.
    Raises ValueError for a verb or key that is not one (a name or free text never gets in).
    """
    with transaction.atomic():
        head = ChainHead.unscoped.select_for_update().get()
        seat = by.first_seat
        facts = chain.Facts(
            seq=head.count + 1,
            moment=at,
            recorded_at=clock.now(),
            person_key=by.key,
            seat_key=seat.key if seat else "",
            agency_key=seat.agency_key if seat else "",
            verb=verb,
            kind=kind or (about._meta.label_lower if about is not None else ""),
            object_key=key or str(getattr(about, "key", "")),
            case_key=case_key or str(getattr(about, "case_key", "") or ""),
            verdict=str(verdict),
            digest=_digest(about),
        )
        event = _add(head, facts)
    under_way = _events_of_act.get()
    if under_way is not None:
        under_way.append(event)
    return event


def _add(head: ChainHead, facts: chain.Facts) -> Event:
    _check_keys(facts)
    key = settings.AUDIT_KEY
    event = Event(**vars(facts), previous=head.seal, seal=chain.seal(key, head.seal, facts))
    event.save(force_insert=True)
    ChainHead.unscoped.filter(pk=head.pk).update(
        count=facts.seq, seal=event.seal, mark=chain.head_mark(key, facts.seq, event.seal)
    )
    if facts.seq % ANCHOR_EVERY == 0:
        # The act is done and cannot be undone for want of an anchor: a failure is logged, the next anchor covers it.
        transaction.on_commit(anchor_now, robust=True)
    return event


def _check_keys(facts: chain.Facts) -> None:
    for name, most in LENGTHS.items():
        text = getattr(facts, name)
        if len(text) > most or not KEY.fullmatch(text):
            raise ValueError(f"The event's {name} is not a key of at most {most} letters, digits and - _ . : / signs.")


def _digest(about: models.Model | None) -> str:
    if about is None:
        return ""
    row = {field.attname: getattr(about, field.attname) for field in about._meta.concrete_fields}
    return chain.digest(settings.AUDIT_KEY, row)


def anchor(at: datetime) -> anchors.Anchor:
    """Write down, outside the database, how long the chain is and how it ends. Daily, and after each 100 events.

    `at` is the machine's moment. Raises OSError if the file cannot be written.
    """
    head = ChainHead.unscoped.get()
    return anchors.write(settings.AUDIT_ANCHORS, settings.AUDIT_KEY, _as_head(head), at.isoformat(timespec="seconds"))


def anchor_now() -> None:
    """Write an anchor at the machine's moment; call it when nothing is under way that could be undone."""
    anchor(clock.now())


def _as_head(head: ChainHead) -> chain.Head:
    return chain.Head(head.count, head.seal, head.mark)


def command(act: Callable[P, Result]) -> Callable[P, Result]:
    """Make a function one act: one transaction, one event; a refusal is recorded after the rollback, then raised.

    The function takes `by` and `at` as keywords and its name is the verb; it records its own event when it succeeds.
    A command called inside another leaves an event of its own. Raises NotOnRecord if it left none, or several.
    """

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            with transaction.atomic():
                return _on_record(act, *args, **kwargs)
        except Refused:
            _record_end(act.__name__, args[0] if args else None, kwargs, Answer.REFUSED)
            raise
        except Exception:
            _record_end(act.__name__, args[0] if args else None, kwargs, Answer.FAILED)
            raise

    return run


def _on_record(act: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
    events: list[Event] = []
    before = _events_of_act.set(events)
    try:
        result = act(*args, **kwargs)
    finally:
        _events_of_act.reset(before)
    if len(events) != 1:
        raise NotOnRecord(f"{act.__name__} left {len(events)} events on record; a command leaves one.")
    return result


def _record_end(verb: str, about: object, facts: dict[str, object], answer: Answer) -> None:
    by, at = facts["by"], facts["at"]
    assert isinstance(by, Actor)
    assert isinstance(at, datetime)
    row = about if isinstance(about, models.Model) else None
    record(
        by=by,
        verb=verb,
        at=at,
        kind=row._meta.label_lower if row is not None else "",
        key=str(getattr(row, "key", "")),
        case_key=str(getattr(row, "case_key", "") or ""),
        verdict=answer,
    )
