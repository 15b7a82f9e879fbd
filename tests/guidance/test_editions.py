"""The editions as shipped: each limit known has its place and says how far it was verified; the right one is picked."""

from datetime import date

import pytest

from cairn.guidance.applies import applies, duties, duty
from cairn.guidance.editions import compare, doubts, edition, editions, in_force
from cairn.guidance.refusals import CannotAnswer

ALL = ["lscb06", "wt10", "wt13", "wt15", "trans", "wt18", "wt23", "wt26", "pg19", "pg22", "pg25"]
PARTNERS = ["trans", "wt18", "wt23", "wt26"]
BOARDS = ["wt13", "wt15", "trans"]


def test_every_edition_loads_in_its_order():
    assert [each.id for each in editions()] == ALL


@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("undertake_serious_case_review", dict.fromkeys(["lscb06", "wt10", "wt13", "wt15", "trans"])),
        ("decide_serious_case_review", dict.fromkeys(["wt10", *BOARDS], "1 month")),
        ("finish_serious_case_review", dict.fromkeys(["wt10", *BOARDS], "6 months")),
        ("publish_overview_report", {"wt10": None}),
        ("report_serious_case_review_decision", dict.fromkeys(BOARDS, "5 working days")),
        ("notify_serious_incident", dict.fromkeys(["wt15", *PARTNERS], "5 working days")),
        ("tell_safeguarding_partners", dict.fromkeys(PARTNERS, "5 working days")),
        ("notify_looked_after_death", dict.fromkeys(["wt15", *PARTNERS], "5 working days")),
        ("notify_care_leaver_death", dict.fromkeys(["wt23", "wt26"])),
        ("send_rapid_review", dict.fromkeys([*PARTNERS, "pg19", "pg22", "pg25"], "15 working days")),
        ("send_rapid_review_findings", dict.fromkeys(PARTNERS)),
        ("announce_practice_review", dict.fromkeys(PARTNERS)),
        ("answer_rapid_review", dict.fromkeys(PARTNERS)),
        ("publish_practice_review", dict.fromkeys(PARTNERS, "6 months")),
        (
            "send_report_before_publication",
            {**dict.fromkeys(["wt13", "wt15"], "7 calendar days"), **dict.fromkeys(PARTNERS, "7 working days")},
        ),
        ("send_report_to_ofsted_before_publication", dict.fromkeys(PARTNERS, "7 working days")),
        ("keep_published", {"wt13": "12 months", "wt15": "12 months", **dict.fromkeys(PARTNERS, "1 year")}),
        ("keep_national_review_published", dict.fromkeys(PARTNERS, "3 years")),
        ("publish_yearly_report", dict.fromkeys(["wt23", "wt26"], "30 September")),
        ("publish_within_twelve_months", dict.fromkeys(PARTNERS, "12 months")),
        ("send_yearly_report_copies", dict.fromkeys(["wt23", "wt26"], "7 calendar days")),
        ("answer_information_request", dict.fromkeys(PARTNERS)),
        ("tell_of_coroners_investigation", dict.fromkeys(PARTNERS, "3 working days")),
        ("tell_of_registered_death", dict.fromkeys(PARTNERS, "7 calendar days")),
    ],
)
def test_every_limit_known_has_its_place_in_the_editions(name, limits):
    found = {row.edition.id: row.rule for row in compare(name) if row.rule}
    assert {key: rule.limit and str(rule.limit) for key, rule in found.items()} == limits


def test_every_duty_is_compared_over_all_editions():
    for each in duties():
        assert [row.edition.id for row in compare(each.id)] == ALL
        assert any(row.rule for row in compare(each.id)), each.id


def test_what_must_be_done_is_never_waived_and_what_should_be_may_be():
    for each in editions():
        for rule in each.rules.values():
            assert rule.waivable is (rule.strength == "should"), (each.id, rule.duty)


def test_nothing_of_the_2026_edition_claims_to_have_been_read_but_the_act():
    read = {rule.duty for rule in edition("wt26").rules.values() if rule.verified == "read"}
    assert read == {"publish_within_twelve_months", "answer_information_request"}
    assert {rule.verified for rule in edition("wt10").rules.values()} == {"secondary", "not_verified"}
    assert [edition(name).verified for name in ALL] == [
        "secondary",
        "not_verified",
        "not_verified",
        "secondary",
        "not_verified",
        "not_verified",
        "read",
        "not_verified",
        "not_verified",
        "not_verified",
        "secondary",
    ]


def test_rules_of_2023_that_were_read_name_their_paragraphs():
    rules = edition("wt23").rules
    source = "Working Together to Safeguard Children 2023"
    assert str(rules["publish_practice_review"].reference) == f"{source}, paragraph 365"
    assert str(rules["notify_serious_incident"].reference) == f"{source}, paragraph 330"
    assert {rule.verified for rule in rules.values()} == {"read"}


@pytest.mark.parametrize(
    ("series", "day", "expected"),
    [
        ("working_together", date(2006, 3, 31), None),
        ("working_together", date(2006, 4, 1), "lscb06"),
        ("working_together", date(2010, 2, 28), "lscb06"),
        ("working_together", date(2010, 3, 1), "wt10"),
        ("working_together", date(2013, 4, 15), "wt13"),
        ("working_together", date(2015, 3, 25), "wt13"),
        ("working_together", date(2015, 3, 26), "wt15"),
        ("working_together", date(2018, 6, 28), "wt15"),
        ("working_together", date(2018, 6, 29), "trans"),
        ("working_together", date(2019, 9, 28), "trans"),
        ("working_together", date(2019, 9, 29), "wt18"),
        ("working_together", date(2023, 12, 14), "wt18"),
        ("working_together", date(2023, 12, 15), "wt23"),
        ("working_together", date(2026, 3, 17), "wt23"),
        ("working_together", date(2026, 3, 18), "wt26"),
        ("panel_guidance", date(2019, 3, 31), None),
        ("panel_guidance", date(2019, 4, 1), "pg19"),
        ("panel_guidance", date(2022, 9, 1), "pg22"),
        ("panel_guidance", date(2025, 6, 1), "pg25"),
    ],
)
def test_the_edition_in_force_on_a_day(series, day, expected):
    found = in_force(series, day)
    assert (found.id if found else None) == expected


def test_an_area_changes_over_on_its_own_day():
    oxfordshire = date(2019, 5, 1)
    assert in_force("working_together", date(2019, 4, 30), oxfordshire).id == "trans"
    assert in_force("working_together", oxfordshire, oxfordshire).id == "wt18"


@pytest.mark.parametrize("day", [date(2018, 6, 28), date(2019, 9, 30)])
def test_an_unlawful_day_of_change_is_refused(day):
    with pytest.raises(CannotAnswer, match="took effect between Friday 29 June 2018 and Sunday 29 September 2019"):
        in_force("working_together", date(2019, 5, 1), day)


def test_an_unknown_series_edition_or_duty_is_refused_with_the_nearest():
    with pytest.raises(CannotAnswer, match=r"no series called 'working_togethr'\. Did you mean working_together\?"):
        in_force("working_togethr", date(2024, 1, 1))
    with pytest.raises(CannotAnswer, match=r"no edition called 'wt24'\. Did you mean wt26 or wt23 or wt18\?"):
        edition("wt24")
    with pytest.raises(CannotAnswer, match=r"no duty called 'zzz'\. Choose one of: announce_practice_review, "):
        duty("zzz")


def test_a_month_of_change_is_doubtful_and_another_day_is_not():
    (said,) = doubts(edition("pg25"), date(2025, 6, 12))
    assert said == (
        "Child Safeguarding Practice Review Panel, guidance for safeguarding partners 2025 is known to have begun in "
        "June 2025, but not on which day."
    )
    assert doubts(edition("pg25"), date(2025, 7, 1)) == ()


def test_the_months_of_change_over_are_doubtful_without_the_areas_day():
    (said,) = doubts(edition("trans"), date(2019, 5, 20))
    assert said.startswith(
        "Each area chose when its new arrangements took effect, no later than Sunday 29 September 2019;"
    )
    assert doubts(edition("trans"), date(2019, 5, 20), date(2019, 6, 1)) == ()


@pytest.mark.parametrize(("name", "day"), [("wt15", date(2021, 1, 4)), ("wt23", date(2020, 1, 6))])
def test_an_edition_not_in_force_is_doubtful_though_asked_for(name, day):
    (said,) = doubts(edition(name), day)
    assert said.endswith("it was asked for by name.")


def test_things_are_called_what_they_were_called_on_the_day():
    assert edition("wt18").label("health_commissioner", date(2022, 6, 30)) == "clinical commissioning group"
    assert edition("wt18").label("health_commissioner", date(2022, 7, 1)) == "integrated care board"
    assert edition("wt18").label("health_commissioner") == "integrated care board"
    assert edition("wt15").label("review") == "serious case review"
    assert edition("wt23").label("review", date(2024, 1, 1)) == "local child safeguarding practice review"


def test_every_fact_and_body_named_is_used():
    rules = [rule for each in editions() for rule in each.rules.values()]
    used = {rule.trigger for rule in rules} | {each.picked_by for each in duties()}
    assert set(applies().facts) == used
    assert set(applies().bodies) == {body for rule in rules for body in (*rule.owed_by, *rule.owed_to)}
