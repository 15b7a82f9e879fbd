"""The matrix in words, for the access page and the document that a governance lead signs."""

import pytest

from cairn.access.actions import ACTIONS, Artefact, May
from cairn.access.document import access_markdown, sentence
from cairn.access.explaining import MAY_WORDS, rule, source_of, title_of, what_can, who_can
from cairn.access.matrix import Condition, verdict
from cairn.access.roles import Role
from ops import generate_docs


def test_who_can_see_names_says_on_what_condition():
    said = {(one.role, one.action.name): one.condition for one in who_can(Artefact.IDENTITY)}
    assert said[Role.SUBGROUP_CHAIR, "read_identity"] is None
    assert said[Role.REVIEWER, "read_identity"] is Condition.NAMES_SHOWN
    assert (Role.COMMUNICATIONS_LEAD, "read_identity") not in said


def test_what_a_role_can_do_is_all_it_can_do():
    held = {one.action.name: one.condition for one in what_can(Role.AGENCY_AUTHOR)}
    assert set(held) == {name for name in ACTIONS if verdict([Role.AGENCY_AUTHOR], name, frozenset(Condition))}
    assert {name for name, condition in held.items() if condition} == {
        *("do_duty", "declare_conflict", "read_requests", "read_return", "write_return"),
        *("read_chronology", "read_chronology_return", "write_chronology_return"),
        *("read_safety", "answer_safety", "read_actions", "report_on_action"),
    }


def test_the_condition_falls_away_where_another_cell_has_none():
    said = {one.action.name: one.condition for one in who_can(Artefact.CONFLICT) if one.role is Role.BUSINESS_MANAGER}
    assert said == {"read_conflicts": None, "declare_conflict": None, "lift_conflict": None}


def test_a_rule_names_everybody_who_may():
    assert [one.role for one in rule("appoint")] == [Role.BUSINESS_MANAGER]
    with pytest.raises(KeyError):
        rule("read_everything")


@pytest.mark.parametrize("artefact", Artefact)
def test_every_artefact_has_a_name_and_says_what_its_row_rests_on(artefact):
    assert title_of(artefact)
    assert source_of(artefact).endswith(".")


def test_what_a_cell_allows_has_words():
    assert set(MAY_WORDS) == set(May)


def test_the_document_says_every_permission_and_is_current():
    text = access_markdown()
    for role in Role:
        for one in what_can(role):
            assert sentence(one) in text
    assert (
        "- Independent reviewer may read real names, birth dates and addresses, once she has switched real names on, "
        "with a reason, for this case and sitting."
    ) in text
    assert generate_docs.main(["--check"]) == 0


def test_a_document_that_is_out_of_date_is_named(tmp_path, capsys):
    assert generate_docs.main(["--check"], tmp_path) == 1
    assert "docs/generated/access.md is out of date" in capsys.readouterr().err
    assert generate_docs.main([], tmp_path) == 0
    assert generate_docs.main(["--check"], tmp_path) == 0
