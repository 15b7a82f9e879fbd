"""The steps of a case in the order it travels, what each needs, and what the facts say of it so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.cases.queries import OwedRow
from cairn.look.parts import Step, day_in_words

WT = "Working Together 2023"


@dataclass(frozen=True)
class Stage:
    """One step: what it needs, who answers for it, where that is written, and the duties whose clocks show it."""

    name: str
    needs: str
    signs: str
    reference: str
    duties: tuple[str, ...] = ()


NOTICES = ("notify_serious_incident", "notify_looked_after_death", "notify_care_leaver_death")
STAGES = (
    Stage("Referred", "Somebody tells the partnership what happened.", "Business manager", f"{WT}, paragraph 330"),
    Stage(
        "Notified",
        "The local authority notifies the national Panel.",
        "Local authority",
        f"{WT}, paragraphs 330 to 332",
        NOTICES,
    ),
    Stage(
        "Scoping",
        "Agencies say what they know, and what must be done at once.",
        "Business manager",
        f"{WT}, paragraph 343",
    ),
    Stage("Meeting", "The subgroup meets for the rapid review.", "Subgroup chair", f"{WT}, paragraph 343"),
    Stage(
        "Decision",
        "The partners decide what follows, and say why.",
        "All three safeguarding partners",
        f"{WT}, paragraphs 339 to 341",
    ),
    Stage(
        "Panel",
        "The rapid review goes to the national Panel, which answers.",
        "Safeguarding partners",
        f"{WT}, paragraphs 344 and 348",
        ("send_rapid_review",),
    ),
    Stage(
        "Review",
        "A reviewer is appointed and works with the agencies and the family.",
        "Safeguarding partners",
        f"{WT}, paragraphs 354 to 358",
    ),
    Stage(
        "Draft",
        "The report says what should improve, and why things happened.",
        "Independent reviewer",
        f"{WT}, paragraphs 360 and 361",
    ),
    Stage(
        "Sign-off",
        "The partners accept the report; copies go out before publication.",
        "All three safeguarding partners",
        f"{WT}, paragraph 364",
        ("send_report_before_publication",),
    ),
    Stage(
        "Publish",
        "The report, or what should improve, is published without harm to anybody.",
        "Safeguarding partners",
        f"{WT}, paragraphs 362, 363 and 365",
        ("publish_practice_review",),
    ),
    Stage("Act", "What was recommended is done.", "Safeguarding partners", f"{WT}, paragraph 367"),
    Stage("Impact", "Progress is audited, and what changed is shown.", "Safeguarding partners", f"{WT}, paragraph 367"),
)
NOT_NOTIFIED = {
    "concern": "A concern that is not a serious incident is not notified.",
    "other_area": "The other area notifies it.",
}


def rail(kind: str, opened: str, clocks: Sequence[OwedRow]) -> list[Step]:
    """How far a case has come, from the facts on record: that it was opened, and its clocks. Other steps wait."""
    counting = [row for row in clocks if row.state != "superseded"]
    steps = [Step(STAGES[0].name, "done", f"Opened {opened}")]
    for stage in STAGES[1:]:
        found = [row for row in counting if row.duty in stage.duties]
        steps.append(_step(stage, found, kind))
    return steps


def _step(stage: Stage, clocks: list[OwedRow], kind: str) -> Step:
    if not clocks:
        if stage.name == "Notified" and kind in NOT_NOTIFIED:
            return Step(stage.name, "passed", "Passed over", note=NOT_NOTIFIED[kind])
        return Step(stage.name, "waiting", "Nothing on record yet")
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
