"""How far a case has come: what the facts on record say of each step. What does not apply is passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cairn.cases.queries import DecisionRow, OwedRow
from cairn.desk.queries.stages import STAGES, Stage
from cairn.look.parts import Step, day_in_words

NOT_NOTIFIED = {
    "concern": "A concern that is not a serious incident is not notified.",
    "other_area": "The other area notifies it.",
}
AFTER_A_REVIEW = ("Review", "Draft", "Sign-off", "Publish")
REVIEWS = ("local_review", "serious_case_review", "other_review")
WAITING = "Nothing on record yet"


@dataclass(frozen=True)
class Facts:
    """What is on record of a case beside its clocks, as far as the reader may see it."""

    withdrawn_on: date | None = None
    looked_at_again_on: date | None = None  # a case that was not notified, and is watched
    asked: int = 0  # agencies
    answered: int = 0  # of them in full
    planned_for: date | None = None  # the next meeting that takes the case
    met_on: date | None = None  # the last that took it
    decisions: Sequence[DecisionRow] = ()
    sent_on: date | None = None
    panel: str = ""  # how it stands with the national Panel, in words
    panel_settled: bool = False


def rail(
    kind: str, opened: str, clocks: Sequence[OwedRow], facts: Facts, pages: Mapping[str, str] | None = None
) -> list[Step]:
    """Each step with how it stands. `pages` leads from a step's name to where it is worked on, if the reader may."""
    counting = [row for row in clocks if row.state != "superseded"]
    steps = [Step(STAGES[0].name, "done", f"Opened {opened}")]
    for stage in STAGES[1:]:
        found = [row for row in counting if row.duty in stage.duties]
        steps.append(_step(stage, found, kind, facts))
    return [replace(step, href=(pages or {}).get(step.name, "")) for step in steps]


def _step(stage: Stage, clocks: list[OwedRow], kind: str, facts: Facts) -> Step:
    passed = _passed(stage.name, kind, facts)
    if passed:
        return Step(stage.name, "passed", "Passed over", note=passed)
    said = _BY_FACTS[stage.name](facts) if stage.name in _BY_FACTS else None
    return said or _by_clocks(stage, clocks)


def _passed(name: str, kind: str, facts: Facts) -> str:
    """Why a step does not apply to this case, or nothing."""
    decided = {row.kind: row for row in facts.decisions}
    if name == "Notified" and kind in NOT_NOTIFIED:
        return NOT_NOTIFIED[kind]
    if name == "Notified" and facts.withdrawn_on:
        return f"Withdrawn {day_in_words(facts.withdrawn_on)}: the criteria were not met."
    if name == "Notified" and "notify" in decided and decided["notify"].outcome == "not_notify":
        again = facts.looked_at_again_on
        watched = f" Looked at again {day_in_words(again)}." if again else ""
        return f"Not notified: decided {day_in_words(decided['notify'].decided_on)}.{watched}"
    if name == "Panel" and kind in NOT_NOTIFIED and not facts.sent_on:
        return "Nothing was notified, so nothing is owed to the national Panel."
    review = decided.get("local_review")
    if name in AFTER_A_REVIEW and review and review.outcome not in REVIEWS:
        return f"No further review: decided {day_in_words(review.decided_on)}."
    return ""


def _scoping(facts: Facts) -> Step | None:
    if not facts.asked:
        return None
    if facts.answered < facts.asked:
        return Step("Scoping", "now", f"{facts.answered} of {facts.asked} agencies have answered in full")
    return Step("Scoping", "done", f"All {facts.asked} agencies have answered")


def _meeting(facts: Facts) -> Step | None:
    if facts.met_on:
        return Step("Meeting", "done", f"Met {day_in_words(facts.met_on)}")
    return Step("Meeting", "now", f"Planned for {day_in_words(facts.planned_for)}") if facts.planned_for else None


def _decision(facts: Facts) -> Step | None:
    wanted = [row for row in facts.decisions if row.kind in ("serious_case", "local_review", "national_importance")]
    if not wanted:
        return None
    waits = sorted({who for row in wanted for who in row.waits_for})
    if len(wanted) < 3:
        return Step("Decision", "now", f"{len(wanted)} of 3 questions decided")
    if waits:
        people = f"{len(waits)} partner{'' if len(waits) == 1 else 's'}"
        return Step("Decision", "now", f"Decided: waiting for the word of {people}")
    review = next(row for row in wanted if row.kind == "local_review")
    return Step("Decision", "done", day_in_words(review.decided_on), note=review.outcome_label)


def _panel(facts: Facts) -> Step | None:
    if not facts.sent_on:
        return None
    state = "done" if facts.panel_settled else "now"
    return Step("Panel", state, f"Sent {day_in_words(facts.sent_on)}", note=facts.panel)


_BY_FACTS: dict[str, Callable[[Facts], Step | None]] = {
    "Scoping": _scoping,
    "Meeting": _meeting,
    "Decision": _decision,
    "Panel": _panel,
}


def _by_clocks(stage: Stage, clocks: list[OwedRow]) -> Step:
    if not clocks:
        return Step(stage.name, "waiting", WAITING)
    running = [row for row in clocks if row.state == "running"]
    if running:
        first = running[0]
        due = f"due {day_in_words(first.due_on)}" if first.due_on else ""
        return Step(stage.name, "late" if first.late else "now", _capital(first.words), note=_capital(due))
    met = [row for row in clocks if row.done_on]
    if met:
        last = met[-1]
        late = ", late" if last.state == "met_late" else ""
        return Step(stage.name, "done", f"{day_in_words(last.done_on)}{late}" if last.done_on else "")
    return Step(stage.name, "passed", clocks[-1].state_label)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
