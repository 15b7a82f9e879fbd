"""Controlled words as versioned data, and age bands worked out from a date of birth."""

from datetime import date

import pytest
import yaml

from cairn.guidance.refusals import CannotAnswer, FaultyFile
from cairn.guidance.vocabularies import age_band, age_bands, age_on, vocabularies, vocabulary
from cairn.guidance.vocabularies.loading import FOLDER, load

GOOD = yaml.safe_load((FOLDER / "age_bands_national.yaml").read_text())


def test_every_vocabulary_loads_and_what_its_words_map_to_exists_and_maps_back():
    assert vocabularies() == (
        *("age_bands_local", "age_bands_london", "age_bands_national"),
        *("case_considerations", "notification_fields", "referral_sources", "reopening_events"),
        *("safeguarding_factors", "social_care_statuses", "themes"),
    )
    for name in vocabularies():
        for term in vocabulary(name).terms:
            for other, word in term.maps_to.items():
                (there,) = [each for each in vocabulary(other).terms if each.id == word]
                assert (there.from_age, there.to_age, there.when_not_known) == (
                    term.from_age,
                    term.to_age,
                    term.when_not_known,
                )
                assert there.maps_to[name] == term.id


@pytest.mark.parametrize(
    ("birth", "on", "national", "london", "local"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), "under_1", "under_1", ["under_1", "under_5"]),
        (date(2025, 3, 2), date(2026, 3, 1), "under_1", "under_1", ["under_1", "under_5"]),
        (date(2025, 3, 1), date(2026, 3, 1), "from_1_to_5", "from_1_to_4", ["under_5"]),
        (date(2021, 2, 14), date(2026, 3, 1), "from_1_to_5", "from_5_to_10", []),
        (date(2016, 2, 14), date(2026, 3, 1), "from_6_to_10", "from_5_to_10", ["from_10_to_15"]),
        (date(2012, 8, 1), date(2026, 3, 1), "from_11_to_15", "from_11_to_15", ["from_10_to_15", "from_13"]),
        (date(2008, 3, 2), date(2026, 3, 1), "from_16_to_17", "from_16_to_17", ["from_13"]),
    ],
)
def test_each_body_groups_the_same_child_in_its_own_band(birth, on, national, london, local):
    assert age_band(vocabulary("age_bands_national"), birth, on).id == national
    assert age_band(vocabulary("age_bands_london"), birth, on).id == london
    assert [term.id for term in age_bands(vocabulary("age_bands_local"), birth, on)] == local


def test_without_a_birth_date_the_band_is_not_known():
    on = date(2026, 3, 1)
    assert age_band(vocabulary("age_bands_national"), None, on).id == "unknown"
    assert age_band(vocabulary("age_bands_london"), None, on).id == "not_stated"
    assert age_bands(vocabulary("age_bands_local"), None, on) == ()


def test_an_adult_is_in_a_band_only_where_there_is_one():
    birth, on = date(2004, 3, 1), date(2026, 3, 1)
    assert age_band(vocabulary("age_bands_london"), birth, on).id == "from_18"
    with pytest.raises(CannotAnswer, match="No band of age_bands_national holds this age"):
        age_band(vocabulary("age_bands_national"), birth, on)


def test_overlapping_bands_have_no_single_one():
    with pytest.raises(CannotAnswer, match="The bands of age_bands_local overlap"):
        age_band(vocabulary("age_bands_local"), date(2026, 1, 1), date(2026, 3, 1))


def test_a_child_of_a_leap_day_is_a_year_older_on_the_first_of_march():
    assert [age_on(date(2024, 2, 29), date(2025, 2, 28)), age_on(date(2024, 2, 29), date(2025, 3, 1))] == [0, 1]


def test_there_is_no_age_before_birth():
    with pytest.raises(CannotAnswer, match="On Sunday 1 March 2026 the child was not born yet"):
        age_on(date(2026, 3, 2), date(2026, 3, 1))


def test_an_unknown_vocabulary_is_refused_with_the_nearest():
    with pytest.raises(CannotAnswer, match=r"no vocabulary called 'age_bands'\. Did you mean "):
        vocabulary("age_bands")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": "another"}, "holds the id 'another'"),
        ({"colour": "red"}, "unknown colour"),
        ({"overlapping": "no idea"}, "overlapping must be true or false"),
        ({"valid_from": "once"}, "The date 'once' cannot be read"),
        ({"verified": "surely"}, "'surely' is not one of"),
        ({"terms": [GOOD["terms"][0], GOOD["terms"][0]]}, "under_1 is listed twice"),
        ({"terms": [{"id": "x", "label": "X", "from_age": "one"}]}, "x: ages are whole years from 0"),
        ({"terms": [{"id": "x", "label": "X", "to_age": -1}]}, "x: ages are whole years from 0"),
        ({"terms": [{"id": "x", "label": "X", "maps_to": ["y"]}]}, "x: maps_to must be names with values"),
        ({"terms": [{"id": "x"}]}, "missing label"),
    ],
)
def test_a_faulty_vocabulary_is_refused(tmp_path, changes, fault):
    path = tmp_path / "age_bands_national.yaml"
    path.write_text(yaml.safe_dump({**GOOD, **changes}))
    with pytest.raises(FaultyFile, match=fault):
        load(path)


def test_a_superseded_vocabulary_keeps_the_day_it_ended(tmp_path):
    path = tmp_path / "age_bands_national.yaml"
    path.write_text(yaml.safe_dump({**GOOD, "valid_to": "2027-03-31"}))
    assert load(path).valid_to.latest == date(2027, 3, 31)
