"""Local protocols as data."""

import pytest
import yaml

from cairn.guidance.checklists import FOLDER, checklist, checklists, load
from cairn.guidance.refusals import CannotAnswer, FaultyFile

GOOD = yaml.safe_load((FOLDER / "linked_member.yaml").read_text())


def test_every_checklist_loads():
    assert [checklist(name).id for name in checklists()] == list(checklists())


def test_the_linked_member_has_eleven_things_to_keep_the_agency_aware_of():
    items = checklist("linked_member").items
    assert [item.source for item in items] == [f"OB-{number}" for number in range(334, 345)]
    assert {item.owed_by for item in items} == {"linked panel member"}
    assert checklist("linked_member").paragraph == "section 6"


def test_an_unknown_checklist_is_refused_with_the_nearest():
    with pytest.raises(CannotAnswer, match=r"no checklist called 'linked_membr'\. Did you mean linked_member\?"):
        checklist("linked_membr")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": "another"}, "holds the id 'another'"),
        ({"colour": "red"}, "unknown colour"),
        ({"source": {"text": "Guidance"}}, "source: missing paragraph"),
        ({"items": [GOOD["items"][0], GOOD["items"][0]]}, "time_frames is listed twice"),
        ({"items": [{**GOOD["items"][0], "when": ""}]}, "when: expected words"),
        ({"items": "none"}, "expected a list"),
    ],
)
def test_a_faulty_checklist_is_refused(tmp_path, changes, fault):
    path = tmp_path / "linked_member.yaml"
    path.write_text(yaml.safe_dump({**GOOD, **changes}))
    with pytest.raises(FaultyFile, match=fault):
        load(path)
