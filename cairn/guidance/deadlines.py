"""Statutory due dates, derived and never typed: which rule governs, what date follows, what other readings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cairn.guidance.applies import applies, duty
from cairn.guidance.counting import CountedDay, days_counted, due_date
from cairn.guidance.editions import Edition, Limit, Rule, compare, doubts, edition, in_force
from cairn.guidance.refusals import CannotAnswer
from cairn.guidance.working_days import Holidays, england, in_words


@dataclass(frozen=True)
class Advice:
    """What the series that does not govern says of the same duty; `due` is None where its first day is not given."""

    edition: Edition
    rule: Rule
    due: date | None
    stricter: bool


@dataclass(frozen=True)
class Deadline:
    """One derived due date with all it rests on. Due by the end of that day, or kept up until then (`rule.ends`)."""

    duty: str
    title: str
    edition: Edition
    rule: Rule
    limit: Limit
    trigger: date
    due: date
    days: tuple[CountedDay, ...]
    holidays_version: str
    advice: tuple[Advice, ...]
    doubts: tuple[str, ...]

    @property
    def trigger_fact(self) -> str:
        """The name of the fact whose day started the clock."""
        return self.rule.trigger

    @property
    def unit(self) -> str:
        """working_days, calendar_days, months, years or date."""
        return self.limit.unit

    @property
    def reference(self) -> str:
        """Text and paragraph."""
        return str(self.rule.reference)

    @property
    def verified(self) -> str:
        """How far the rule was verified: read, secondary, not_verified."""
        return self.rule.verified

    @property
    def strength(self) -> str:
        """must or should."""
        return self.rule.strength

    @property
    def owed_by(self) -> tuple[str, ...]:
        """Ids of the bodies that owe it; `applies().bodies` has the words."""
        return self.rule.owed_by


def derive(
    duty_name: str,
    trigger: date,
    *,
    edition_id: str | None = None,
    picked_on: date | None = None,
    area_start: date | None = None,
    dates: Mapping[str, date] | None = None,
    holidays: Holidays | None = None,
) -> Deadline:
    """The due date of a duty whose clock started on `trigger`.

    `edition_id` keeps an old case to its rules. Otherwise the edition is that in force on `picked_on`: the day of the
    fact that `applies.yaml` names (the trigger's own day where it is not given). `area_start` is the day the area's
    arrangements took effect in 2018-19; `dates` are the days of other facts, for advice that counts from them.
    Raises CannotAnswer.
    """
    known = holidays or england()
    known.check(trigger)
    chosen, rule, limit, doubtful = _governing(duty_name, trigger, edition_id, picked_on, area_start)
    due = due_date(limit, trigger, known)
    on = picked_on or trigger
    return Deadline(
        duty=rule.duty,
        title=duty(duty_name).title,
        edition=chosen,
        rule=rule,
        limit=limit,
        trigger=trigger,
        due=due,
        days=days_counted(limit, trigger, due, known),
        holidays_version=known.version,
        advice=_advice(chosen, rule, on, area_start, {**(dates or {}), rule.trigger: trigger}, due, known),
        doubts=(*doubtful, *_not_announced(due, known)),
    )


def derived_date(duty_name: str, trigger: date, *, edition_id: str, holidays: Holidays | None = None) -> date:
    """Only the due date, of an edition already chosen: what recomputing many rows needs. Raises CannotAnswer."""
    _, limit = _limited(edition(edition_id), duty(duty_name).id)
    return due_date(limit, trigger, holidays or england())


def _governing(
    name: str, trigger: date, edition_id: str | None, picked_on: date | None, area_start: date | None
) -> tuple[Edition, Rule, Limit, tuple[str, ...]]:
    wanted = duty(name)
    on = picked_on or trigger
    if edition_id is not None:
        chosen = edition(edition_id)
        rule, limit = _limited(chosen, name)
        return chosen, rule, limit, doubts(chosen, on, area_start)
    said: list[str] = []
    for series in (wanted.series, *(other for other in applies().series if other != wanted.series)):
        candidate = in_force(series, on, area_start)
        found = candidate.rules.get(name) if candidate else None
        if candidate and found and found.limit:
            return candidate, found, found.limit, (*doubts(candidate, on, area_start), *_picked(name, found, picked_on))
        if candidate and found:
            said.append(_when(candidate, found))
    raise CannotAnswer(said[0] if said else _nothing(name, on))


def _picked(name: str, rule: Rule, picked_on: date | None) -> tuple[str, ...]:
    picks = duty(name).picked_by
    if picked_on or picks == rule.trigger:
        return ()
    words = applies().facts
    return (f"The edition goes by {words[picks]}; that day is not given, so {words[rule.trigger]} picked it.",)


def _limited(chosen: Edition, name: str) -> tuple[Rule, Limit]:
    rule = chosen.rules.get(name)
    if rule is None:
        raise CannotAnswer(f"{chosen.title} ({chosen.id}) says nothing known of {name}. {_who_does(name)}")
    if rule.limit is None:
        raise CannotAnswer(_when(chosen, rule))
    return rule, rule.limit


def _when(chosen: Edition, rule: Rule) -> str:
    return f"{rule.duty} has no due date to derive: {rule.reference} asks for it {rule.when}. ({chosen.id})"


def _nothing(name: str, on: date) -> str:
    return f"No edition in force on {in_words(on)} sets a limit for {name}. {_who_does(name)}"


def _who_does(name: str) -> str:
    limiting = [row.edition.id for row in compare(name) if row.rule and row.rule.limit]
    return f"Editions that do: {', '.join(limiting)}." if limiting else "No edition sets one."


def _not_announced(due: date, holidays: Holidays) -> tuple[str, ...]:
    if due <= holidays.announced_to:
        return ()
    return (
        f"Bank holidays after {in_words(holidays.announced_to)} follow from the standing rules "
        "and may still change by proclamation.",
    )


def _advice(
    chosen: Edition,
    rule: Rule,
    on: date,
    area_start: date | None,
    dates: Mapping[str, date],
    due: date,
    holidays: Holidays,
) -> tuple[Advice, ...]:
    given = []
    for series in applies().series:
        other = in_force(series, on, area_start) if series != chosen.series else None
        said = other.rules.get(rule.duty) if other else None
        if (
            other is None
            or said is None
            or said.limit is None
            or (said.trigger, said.limit) == (rule.trigger, rule.limit)
        ):
            continue
        start = dates.get(said.trigger)
        reckoned = due_date(said.limit, start, holidays) if start else None
        given.append(Advice(other, said, reckoned, reckoned is not None and reckoned < due))
    return tuple(given)
