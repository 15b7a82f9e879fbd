"""Criteria in words, a checklist and the controlled words, as a practitioner reads them; and the help page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cairn.guidance.checklists import checklist, checklists
from cairn.guidance.criteria import assess, read_facts
from cairn.guidance.criteria.assessing import CRITERIA
from cairn.guidance.editions import edition
from cairn.guidance.vocabularies import vocabularies, vocabulary
from tests.desk.seen import main
from tests.world import World


def test_every_limb_of_every_era_is_shown_in_words_with_its_source(world: World) -> None:
    shown = main(world.client("member"), reverse("criteria"))
    for name in CRITERIA:
        assert edition(name).title in shown
        for limb in assess(read_facts({}), name).limbs:
            assert limb.meaning in shown
            assert limb.reference in shown


def test_what_follows_from_meeting_them_changed_in_2018(world: World) -> None:
    shown = main(world.client("member"), reverse("criteria"))
    newest, oldest = shown.index(edition("wt26").title), shown.index(edition("wt10").title)
    assert "Meeting them does not compel a review" in shown[newest:oldest]
    assert "If they are met, a review must be held." in shown[oldest:]
    assert shown.count("If they are met, a review must be held.") == CRITERIA.index("trans")


@pytest.mark.parametrize("name", checklists())
def test_a_checklist_is_shown_item_by_item(world: World, name: str) -> None:
    shown = main(world.client("linked_member"), reverse("checklist", args=[name]))
    assert [item.text for item in checklist(name).items if item.text not in shown] == []
    assert checklist(name).title in main(world.client("linked_member"), reverse("rulebook"))


@pytest.mark.parametrize("name", vocabularies())
def test_a_vocabulary_is_shown_with_its_source_and_what_its_words_equal(world: World, name: str) -> None:
    shown = main(world.client("officer"), reverse("vocabulary", args=[name]))
    held = vocabulary(name)
    assert held.source in shown
    assert [term.label for term in held.terms if term.label not in shown] == []


def test_london_s_words_name_the_same_national_band(world: World) -> None:
    shown = main(world.client("officer"), reverse("vocabulary", args=["age_bands_london"]))
    assert "11 to 15 11 to 15 “11 to 15” in Age bands of the national statistics" in shown


@pytest.mark.parametrize("name", ["checklist", "vocabulary"])
def test_a_list_nobody_keeps_is_not_there(world: World, name: str) -> None:
    response = world.client("officer").get(reverse(name, args=["no_such"]))
    assert (response.status_code, response.content) == (404, world.client("officer").get("/never/was/").content)


@pytest.mark.parametrize("who", ["business_manager", "author", "auditor", "no_role"])
def test_help_says_whom_to_ask_and_what_is_put_on_record(world: World, who: str) -> None:
    shown = main(world.client(who), reverse("help"))
    assert "Ask the partnership’s office: office@coldwater.example." in shown
    assert "After 15 minutes without use you are signed out." in shown
    assert "Each opening of a case or of another confidential record, and each export." in shown
