"""The table of `make bench`: a ratio says how many times as long a thing takes as its floor."""

from benchmarks.rates import Race, table


def test_a_ratio_is_how_many_times_as_long_it_takes():
    race = Race("home pages", 50.0, "an empty page", 200.0)
    assert race.ratio == 4.0
    assert "| home pages | 50 | an empty page | 200 | 4.0 |" in table([race])


def test_what_is_faster_than_its_floor_has_a_ratio_to_two_places():
    assert "| rows | 600 | a library | 100 | 0.17 |" in table([Race("rows", 600.0, "a library", 100.0)])
