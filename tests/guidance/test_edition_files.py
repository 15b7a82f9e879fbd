"""A faulty edition file is refused when loaded, with its name, the entry and the fault."""

from copy import deepcopy
from pathlib import Path

import pytest
import yaml

import cairn.guidance.editions.loading as loading
from cairn.guidance import applies, yaml_files
from cairn.guidance.editions.freezing import changed, frozen
from cairn.guidance.editions.loading import FOLDER, fingerprint, load
from cairn.guidance.refusals import FaultyFile

GOOD = yaml.safe_load((FOLDER / "wt23.yaml").read_text())
RULE = "notify_serious_incident"


def written(folder: Path, content: object, name: str = "wt23.yaml") -> Path:
    path = folder / name
    path.write_text(yaml.safe_dump(content))
    return path


def spoilt(**changes):
    content = deepcopy(GOOD)
    content.update(changes)
    return content


def spoilt_rule(*without, **changes):
    content = deepcopy(GOOD)
    content["duties"] = {RULE: {**content["duties"][RULE], **changes}}
    for part in without:
        del content["duties"][RULE][part]
    return content


def spoilt_limit(*without, **changes):
    limit = {**GOOD["duties"][RULE]["limit"], **changes}
    return spoilt_rule(limit={part: value for part, value in limit.items() if part not in without})


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (["no mapping"], "wt23.yaml: expected names with values"),
        (spoilt(colour="red"), "wt23.yaml: unknown colour"),
        ({key: value for key, value in GOOD.items() if key != "labels"}, "wt23.yaml: missing labels"),
        (spoilt(id="wt24"), "holds the id 'wt24'; file and id must agree"),
        (spoilt(series="novels"), "'novels' is not one of panel_guidance, working_together"),
        (spoilt(verified="surely"), "'surely' is not one of not_verified, read, secondary"),
        (spoilt(duties=[]), "duties must be names with values"),
        (spoilt(in_force={"from": "2024-01-01", "to": "2023-01-01"}), "in_force: ends before it begins"),
        (spoilt(in_force={"from": "soon", "to": None}), "in_force: The date 'soon' cannot be read"),
        (spoilt(labels={**GOOD["labels"], "review": []}), "labels, review: expected at least one name"),
        (spoilt(labels={**GOOD["labels"], "review": [{"since": "2020"}]}), "labels, review: missing called"),
        (spoilt(duties={"sing": {}}), "wt23.yaml, sing: 'sing' is not one of"),
        (spoilt_rule(reference={"source": "The Act"}), f"{RULE}: missing paragraph"),
        (spoilt_rule(reference={"source": "The Act", "paragraph": ""}), f"{RULE}, paragraph: expected words"),
        (spoilt_limit(unit="fortnights"), f"{RULE}, unit: 'fortnights' is not one of"),
        (spoilt_limit(count_from="next_day"), f"{RULE}, count_from: 'next_day' is not one of"),
        (spoilt_limit(direction="sideways"), f"{RULE}, direction: 'sideways'"),
        (spoilt_limit(number=0), f"{RULE}: the limit must be a whole number from 1, found 0"),
        (spoilt_limit(number=True), f"{RULE}: the limit must be a whole number from 1, found True"),
        (spoilt_limit("unit"), f"{RULE}, limit: missing unit"),
        (spoilt_rule(when="soon"), f"{RULE}: needs either a limit or, in words, when"),
        (spoilt_rule("limit"), f"{RULE}: needs either a limit or, in words, when"),
        (spoilt_rule(strength="may"), f"{RULE}: 'may' is not one of must, should"),
        (spoilt_rule(strength="must"), "what must be done is never waived"),
        (spoilt_rule(may_be_waived="perhaps"), "may_be_waived must be yes or no"),
        (spoilt_rule(owed_by=["somebody"]), f"{RULE}: 'somebody' is not one of"),
        (spoilt_rule(owed_to="ofsted"), f"{RULE}: expected a list, found 'ofsted'"),
        (spoilt_rule(trigger="whim"), f"{RULE}: 'whim' is not one of"),
        (spoilt_rule(ends="never"), f"{RULE}: 'never' is not one of due, not_before"),
        (spoilt_rule(note=""), f"{RULE}, note: expected words"),
        (spoilt_limit(unit="date", count_from="named_date", number=30), "expected words, found 30"),
        (spoilt_limit(unit="date", count_from="named_date", number="30 Septembre"), "such as 30 September"),
        (spoilt_limit(unit="date", count_from="named_date", number="29 February"), "no 29 February in every year"),
        (spoilt_limit(unit="date", count_from="named_date", number="31 June"), "no 31 June in every year"),
        (
            spoilt_limit(unit="date", count_from="named_date", number="30 June", direction="before"),
            "such as 30 September",
        ),
    ],
)
def test_a_faulty_edition_is_refused(tmp_path, content, fault):
    with pytest.raises(FaultyFile) as refusal:
        load(written(tmp_path, content))
    assert fault in str(refusal.value)


@pytest.mark.parametrize("limit", ["31 December", "30 June", "28 February"])
def test_a_date_of_every_year_is_a_limit(tmp_path, limit):
    content = spoilt_limit(unit="date", count_from="named_date", number=limit)
    assert load(written(tmp_path, content)).rules[RULE].limit.amount == limit


GOOD_APPLIES = yaml.safe_load(applies.FILE.read_text())


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({**GOOD_APPLIES, "duties": []}, "duties must be names with values"),
        ({**GOOD_APPLIES, "bodies": ["ofsted"]}, "bodies: expected names with words"),
        (
            {**GOOD_APPLIES, "duties": {"x": {"title": "X", "picked_by": "whim", "series": "working_together"}}},
            "'whim'",
        ),
        ({**GOOD_APPLIES, "duties": {"x": {"title": "X", "picked_by": "incident", "series": "novels"}}}, "'novels'"),
        ({key: value for key, value in GOOD_APPLIES.items() if key != "facts"}, "missing facts"),
    ],
)
def test_a_faulty_list_of_duties_is_refused(tmp_path, content, fault):
    with pytest.raises(FaultyFile, match=fault):
        applies.load(written(tmp_path, content, "applies.yaml"))


def test_a_list_may_hold_a_name_once():
    yaml_files.once(["a", "b"], where="x")
    with pytest.raises(FaultyFile, match="x: a is listed twice"):
        yaml_files.once(["a", "b", "a"], where="x")


def test_layout_and_comments_leave_the_fingerprint_alone_and_words_do_not(tmp_path):
    assert load(written(tmp_path, GOOD)).fingerprint == load(FOLDER / "wt23.yaml").fingerprint == fingerprint(GOOD)
    assert fingerprint(spoilt(title="Another")) != fingerprint(GOOD)


def test_a_frozen_edition_is_unchanged():
    assert changed() == ()
    assert set(frozen()) == set(loading.ORDER)


def test_a_changed_edition_is_named(tmp_path):
    path = written(tmp_path, {"wt23": "0" * 64}, "frozen.yaml")
    (said,) = changed(path)
    assert said.startswith("wt23 was frozen as 000000000000… and now reads ")


@pytest.mark.parametrize(
    ("content", "fault"), [({"wt99": "0" * 64}, "unknown wt99"), ({"wt23": "abc"}, "wt23: expected a fingerprint")]
)
def test_a_faulty_list_of_frozen_editions_is_refused(tmp_path, content, fault):
    with pytest.raises(FaultyFile, match=fault):
        frozen(written(tmp_path, content, "frozen.yaml"))
