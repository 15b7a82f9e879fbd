"""Putting an event on record, and the decorator that makes a function one act: one transaction, refusals recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import models, transaction

from cairn.access.actor import Actor
from cairn.audit.engine import chain
from cairn.audit.models import Answer, ChainHead, Event
from cairn.kernel import clock
from cairn.kernel.verdict import Refused

P = ParamSpec("P")
Result = TypeVar("Result")


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
    """Put one event on record, in the caller's transaction.

    `about` is the row it concerns (its kind, key and case are taken from it, and a keyed digest of its columns);
    without a row, give `kind` and `key`. `at` is the product's moment; the machine's own time is kept beside it.
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
        event = Event(**vars(facts), previous=head.seal, seal=chain.seal(settings.AUDIT_KEY, head.seal, facts))
        event.save(force_insert=True)
        ChainHead.unscoped.filter(pk=head.pk).update(count=facts.seq, seal=event.seal)
    return event


def _digest(about: models.Model | None) -> str:
    if about is None:
        return ""
    row = {field.attname: getattr(about, field.attname) for field in about._meta.concrete_fields}
    return chain.digest(settings.AUDIT_KEY, row)


def command(act: Callable[P, Result]) -> Callable[P, Result]:
    """Make a function one act: one transaction; a refusal is recorded after the rollback, then raised.

    The function takes `by` and `at` as keywords and its name is the verb; it records its own event when it succeeds.
    """

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            with transaction.atomic():
                return act(*args, **kwargs)
        except Refused:
            _record_refusal(act.__name__, args[0] if args else None, kwargs)
            raise

    return run


def _record_refusal(verb: str, about: object, facts: dict[str, object]) -> None:
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
        verdict=Answer.REFUSED,
    )
