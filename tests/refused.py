"""An act that must be refused, with exactly these sentences, changing nothing but the record of the refusal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cairn.audit.models import Answer, Event
from cairn.kernel.verdict import Ground, Refused


@contextmanager
def refused(*sentences: str, ground: Ground | None = None) -> Iterator[None]:
    """The block ends in a refusal that says exactly this, rests on this ground, and leaves one refused event."""
    before = Event.unscoped.count()
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.verdict.sentences == sentences
    assert ground is None or caught.value.verdict.rests_on(ground)
    assert [event.verdict for event in Event.unscoped.all()[before:]] == [Answer.REFUSED]


@contextmanager
def recorded(verb: str) -> Iterator[None]:
    """The block leaves exactly one event, done, with this verb."""
    before = Event.unscoped.count()
    yield
    assert [(event.verb, event.verdict) for event in Event.unscoped.all()[before:]] == [(verb, Answer.DONE)]
