"""The rail of a case: each step as the facts have it, and what does not apply passed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cairn.cases.queries import DecisionRow, OwedRow
from cairn.desk.queries.steps import Facts, rail

ON = date(2026, 8, 14)
CLOCK = OwedRow(
    key="k",
    case_key="c",
    reference="CR",
    label="Child R",
    what="Send the rapid review",
    owed_by="the safeguarding partners",
    due_on=date(2026, 9, 7),
    done_on=None,
    state="running",
    state_label="Running",
    late=False,
    words="working day 6 of 15",
    duty="send_rapid_review",
)


def decided(kind: str, outcome: str, label: str = "") -> DecisionRow:
    """A decision as the rail reads it."""
    return DecisionRow("k", kind, kind, outcome, label or outcome, ON, "", "", "", "", (), "wt26", "", False, (), ())


class Waiting(DecisionRow):
    """A decision to which somebody has not said how she stands."""

    @property
    def waits_for(self) -> tuple[str, ...]:
        return ("Pat Police", "Hema Health")


THREE = (
    decided("serious_case", "serious_case"),
    decided("local_review", "local_review", "A local practice review"),
    decided("national_importance", "not_national"),
)
WAITING = tuple(Waiting(**{name: getattr(row, name) for name in row.__dataclass_fields__}) for row in THREE)


def step(name: str, facts: Facts, clocks: tuple[OwedRow, ...] = (), kind: str = "serious_incident"):
    return next(each for each in rail(kind, "14 August 2026", clocks, facts) if each.name == name)


@pytest.mark.parametrize(
    ("name", "facts", "state", "words"),
    [
        ("Scoping", Facts(), "waiting", "Nothing on record yet"),
        ("Scoping", Facts(asked=12, answered=9), "now", "9 of 12 agencies have answered in full"),
        ("Scoping", Facts(asked=12, answered=12), "done", "All 12 agencies have answered"),
        ("Meeting", Facts(), "waiting", "Nothing on record yet"),
        ("Meeting", Facts(planned_for=ON), "now", "Planned for 14 August 2026"),
        ("Meeting", Facts(planned_for=ON, met_on=ON), "done", "Met 14 August 2026"),
        ("Decision", Facts(decisions=THREE[:1]), "now", "1 of 3 questions decided"),
        ("Decision", Facts(decisions=WAITING), "now", "Decided: waiting for the word of 2 partners"),
        ("Decision", Facts(decisions=THREE), "done", "14 August 2026"),
        ("Panel", Facts(sent_on=ON, panel="Sent: the Panel's reply is awaited"), "now", "Sent 14 August 2026"),
        ("Panel", Facts(sent_on=ON, panel="Settled", panel_settled=True), "done", "Sent 14 August 2026"),
        ("Review", Facts(decisions=THREE), "waiting", "Nothing on record yet"),
    ],
)
def test_each_step_says_what_the_facts_say(name, facts, state, words):
    found = step(name, facts)
    assert (found.state, found.words) == (state, words)


@pytest.mark.parametrize(
    ("name", "facts", "kind", "note"),
    [
        ("Notified", Facts(), "concern", "A concern that is not a serious incident is not notified."),
        (
            "Notified",
            Facts(withdrawn_on=ON),
            "serious_incident",
            "Withdrawn 14 August 2026: the criteria were not met.",
        ),
        (
            "Notified",
            Facts(decisions=(decided("notify", "not_notify"),)),
            "serious_incident",
            "Not notified: decided 14 August 2026.",
        ),
        (
            "Notified",
            Facts(decisions=(decided("notify", "not_notify"),), looked_at_again_on=ON),
            "serious_incident",
            "Not notified: decided 14 August 2026. Looked at again 14 August 2026.",
        ),
        ("Panel", Facts(), "concern", "Nothing was notified, so nothing is owed to the national Panel."),
        (
            "Publish",
            Facts(decisions=(*THREE[:1], decided("local_review", "no_review"))),
            "serious_incident",
            "No further review: decided 14 August 2026.",
        ),
    ],
)
def test_what_does_not_apply_is_passed_over_and_says_why(name, facts, kind, note):
    found = step(name, facts, kind=kind)
    assert (found.state, found.words, found.note) == ("passed", "Passed over", note)


@pytest.mark.parametrize(
    ("clock", "state", "words", "note"),
    [
        (CLOCK, "now", "Working day 6 of 15", "Due 7 September 2026"),
        (replace(CLOCK, late=True, words="2 working days late"), "late", "2 working days late", "Due 7 September 2026"),
        (replace(CLOCK, state="met", done_on=ON), "done", "14 August 2026", ""),
        (replace(CLOCK, state="met_late", done_on=ON), "done", "14 August 2026, late", ""),
        (replace(CLOCK, state="no_longer_owed", state_label="No longer owed"), "passed", "No longer owed", ""),
        (replace(CLOCK, state="superseded"), "waiting", "Nothing on record yet", ""),
    ],
)
def test_where_only_a_clock_is_on_record_the_step_shows_it(clock, state, words, note):
    found = step("Panel", Facts(), (clock,))
    assert (found.state, found.words, found.note) == (state, words, note)


def test_a_step_leads_to_where_it_is_worked_on_if_the_reader_may_go_there():
    found = {each.name: each.href for each in rail("concern", "", (), Facts(), {"Scoping": "/asked/"})}
    assert (found["Scoping"], found["Meeting"]) == ("/asked/", "")
