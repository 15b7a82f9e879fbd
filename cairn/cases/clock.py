"""A clock of a case, as guidance derives it: the due day, the days counted, and how it stands today in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from cairn.cases.models import CaseKind, Clock
from cairn.guidance.applies import duty
from cairn.guidance.deadlines import Deadline, derive
from cairn.guidance.editions import Rule, in_force
from cairn.guidance.explaining import advice_in_words, bodies, working_day_number
from cairn.guidance.working_days import Holidays

# What an awareness date starts, by the kind of case: the notices that the council owes (statute §1.3, WT23 ¶330-332).
STARTED_BY_AWARENESS = {
    CaseKind.SERIOUS_INCIDENT: "notify_serious_incident",
    CaseKind.LOOKED_AFTER_DEATH: "notify_looked_after_death",
    CaseKind.CARE_LEAVER_DEATH: "notify_care_leaver_death",
}

# What a decision on a review starts, by what came of it: completed and published within six months (WT23 ¶365); before
# the partners, told to the national bodies either way, and finished within six months. An edition that sets no limit
# for one of these starts nothing.
_TOLD = "report_serious_case_review_decision"
AFTER_DECISION = {
    ("local_review", "local_review"): ("publish_practice_review",),
    ("local_review", "serious_case_review"): (_TOLD, "finish_serious_case_review"),
    ("local_review", "other_review"): (_TOLD,),
    ("local_review", "no_review"): (_TOLD,),
}


def rule_on(name: str, day: date) -> Rule | None:
    """What the guidance in force on a day says of a duty, which may be without a number of days; or nothing."""
    edition = in_force(duty(name).series, day)
    return edition.rules.get(name) if edition else None


def started_by_decision(kind: str, outcome: str, decided_on: date) -> tuple[str, ...]:
    """The duties whose clock a decision starts, by the guidance in force on the day it was taken."""
    started = AFTER_DECISION.get((kind, outcome), ())
    found = ((duty, rule_on(duty, decided_on)) for duty in started)
    return tuple(duty for duty, rule in found if rule is not None and rule.limit)


def title_of(name: str) -> str:
    """What a duty is called on a page."""
    return duty(name).title


def deadline_of(clock: Clock, holidays: Holidays, dates: Mapping[str, date] | None = None) -> Deadline:
    """The deadline of a clock by the edition it keeps for ever, counted with these bank holidays.

    `dates` are the days of other facts of the case, by guidance's names: what another series may count from.
    """
    others = tuple(sorted((dates or {}).items()))
    return _derived(clock.duty, clock.trigger_on, clock.edition, clock.picked_on, holidays, others)


@lru_cache(maxsize=4096)
def _derived(
    duty: str,
    trigger_on: date,
    edition: str,
    picked_on: date | None,
    holidays: Holidays,
    others: tuple[tuple[str, date], ...],
) -> Deadline:
    """Editions do not change while Cairn runs, and many clocks count from the same few days."""
    return derive(duty, trigger_on, edition_id=edition, picked_on=picked_on, dates=dict(others), holidays=holidays)


def stricter_reading(deadline: Deadline) -> str:
    """What a stricter reading of another series says, as advice beside the governing date; nothing if none does."""
    return " ".join(advice_in_words(advice) for advice in deadline.advice if advice.stricter)


def still_agrees(clock: Clock, deadline: Deadline) -> bool:
    """Whether guidance and bank holidays, as they are now, still give the day that was derived then."""
    return (clock.due_on, clock.edition_fingerprint) == (deadline.due, deadline.edition.fingerprint)


def owed_by(deadline: Deadline) -> str:
    """The bodies that owe it, in words."""
    return bodies(deadline.owed_by)


def words_on(deadline: Deadline, day: date, holidays: Holidays) -> str:
    """How it stands on a day: working day 6 of 15, due today, 2 working days late."""
    return working_day_number(deadline, day, holidays)
