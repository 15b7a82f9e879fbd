"""The steps of a case in the order it travels: what each needs, who answers for it, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass

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
