"""Decisions as tests record them: every limb answered, every reason given, unless a test says otherwise."""

from __future__ import annotations

from datetime import date

from cairn.cases import commands
from cairn.cases.engine.deciding import QUESTIONS, governing, limbs_of
from cairn.cases.models import Case, Decision
from tests.world import World

DECIDED_ON = date(2026, 8, 14)
REASONING = {
    "reasons": "The harm was serious and neglect is suspected.",
    "evidence": "The returns of five agencies.",
    "alternatives": "An audit was weighed and would come too late.",
}


def limbs(kind: str, on: date = DECIDED_ON, **met: str) -> list[commands.LimbAnswer]:
    """Every limb of a question under the rules of a day: yes, unless said otherwise by name."""
    edition = governing(on, None)
    assert edition is not None
    asked = limbs_of(QUESTIONS[kind], edition.id)
    return [commands.LimbAnswer(limb.name, met.get(limb.name, "yes"), f"Seen: {limb.name}.") for limb in asked]


def decide(world: World, case: Case, kind: str = "serious_case", outcome: str = "serious_case", **facts) -> Decision:
    """The office records a decision; `who`, and any argument or word of the reasoning, may be another."""
    who, on = facts.pop("who", "officer"), facts.pop("decided_on", DECIDED_ON)
    said = {**REASONING, **{name: facts.pop(name) for name in list(facts) if name in _WORDS}}
    answered = facts.pop("limbs", None)
    return commands.record_decision(
        case,
        kind=kind,
        outcome=outcome,
        limbs=limbs(kind, on) if answered is None else answered,
        reasoning=commands.Reasoning(**said),
        decided_on=on,
        by=world.actor(who),
        at=world.at,
        **facts,
    )


_WORDS = frozenset(commands.Reasoning.__dataclass_fields__)
