"""A deadline in sentences: where it stands today, and the answer to `Why this date?`."""

from __future__ import annotations

from datetime import date

from cairn.guidance.applies import applies
from cairn.guidance.deadlines import Advice, Deadline
from cairn.guidance.editions import VERIFIED
from cairn.guidance.working_days import Holidays, england, in_words


def working_day_number(deadline: Deadline, today: date, holidays: Holidays | None = None) -> str:
    """`working day 6 of 15` while such a clock runs; `due today`, `2 working days late`, `12 days left` otherwise."""
    known = holidays or england()
    if today == deadline.due:
        return "due today"
    if deadline.unit != "working_days":
        return _late_or_left((deadline.due - today).days, "day")
    if today > deadline.due or deadline.limit.direction == "before":
        return _late_or_left(known.between(today, deadline.due), "working day")
    if today < deadline.trigger:
        return f"starts on {in_words(deadline.trigger)}"
    reached = known.between(deadline.trigger, today)
    counts_itself = deadline.limit.count_from == "same_day" and known.is_working(deadline.trigger)
    return f"working day {reached + counts_itself} of {deadline.limit.number}"


def _late_or_left(days: int, unit: str) -> str:
    plural = "" if abs(days) == 1 else "s"
    if days == 0:
        return f"late, by less than a {unit}"
    return f"{days} {unit}{plural} left" if days > 0 else f"{-days} {unit}{plural} late"


def explain(deadline: Deadline) -> tuple[str, ...]:
    """The sentences under `Why this date?`, in the order in which a person would ask."""
    rule, facts = deadline.rule, applies().facts
    said = [
        f"{deadline.title}: {_end(deadline)}.",
        f"{_first_capital(bodies(rule.owed_by))} {rule.strength} do this"
        + (f", owed to {bodies(rule.owed_to)}." if rule.owed_to else "."),
        f"The clock starts from {facts[rule.trigger]}: {in_words(deadline.trigger)}.",
        f"The limit is {_limit(deadline)}: {rule.reference} ({deadline.edition.id}; {VERIFIED[rule.verified]}).",
        _arithmetic(deadline),
    ]
    if rule.note:
        said.append(rule.note)
    said.append(f"If it is missed: {rule.if_missed}")
    said.extend(advice_in_words(each) for each in deadline.advice)
    return (*said, *deadline.doubts)


def bodies(ids: tuple[str, ...]) -> str:
    """`Ofsted and the Secretary of State`."""
    words = [applies().bodies[body] for body in ids]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def advice_in_words(advice: Advice) -> str:
    """What the other series says, as one sentence."""
    rule, start = advice.rule, applies().facts[advice.rule.trigger]
    reading = f"{rule.limit} {rule.limit.direction if rule.limit else ''} {start}"
    said = f"Another reading: {rule.reference} ({advice.edition.id}; {VERIFIED[rule.verified]}) gives {reading}"
    if advice.due is None:
        return f"{said}."
    return f"{said}, which is {in_words(advice.due)}{', the stricter date' if advice.stricter else ''}."


def _end(deadline: Deadline) -> str:
    if deadline.rule.ends == "not_before":
        return f"at least until {in_words(deadline.due)}"
    return f"due by the end of {in_words(deadline.due)}"


def _limit(deadline: Deadline) -> str:
    if deadline.unit == "date":
        return f"the next {deadline.limit}"
    return f"{deadline.limit} {deadline.limit.direction} that day"


def _arithmetic(deadline: Deadline) -> str:
    skipped = [day.why for day in deadline.days[1:] if not day.counted]
    if deadline.unit == "working_days":
        named = [why for why in skipped if why.startswith("bank holiday")]
        weekends = len(skipped) - len(named)
        holidays = f" and {'; '.join(named)}" if named else ""
        days = f"{weekends} weekend day{'' if weekends == 1 else 's'}{holidays}"
        return f"Passed over: {days} (bank holidays {deadline.holidays_version})."
    return f"Weekends and bank holidays count like other days; the end is {deadline.days[-1].why}."


def _first_capital(words: str) -> str:
    return words[:1].upper() + words[1:]
