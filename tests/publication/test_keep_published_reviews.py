"""A published review is put on record as a source prints it, corrected, listed and found; nothing is guessed."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from cairn.cases import queries as cases
from cairn.cases.commands.indexing import reindex
from cairn.kernel.verdict import Refused
from cairn.publication import queries
from cairn.publication.commands import Printed, correct_published_review, record_published_review
from cairn.publication.models import PublishedReview
from tests.desk.seen import main
from tests.world import EVERYBODY

KEEPERS = ("business_manager", "officer")
NO_ROLE = ("nobody", "no_role", "ex_reviewer", "leaver")
READERS = [name for name in EVERYBODY if name not in (*NO_ROLE, "no_second_factor")]
PRINTED = Printed(
    "Child Z",
    "Serious Case Review",
    "A yearly report",
    2016,
    2,
    other_year=2016,
    other_month=3,
    other_source="its annex",
    documents=(("Report", "report"), ("What was learned", "other")),
    recommendations=(("1", "Fathers are asked."), ("2 (i)", "Neglect tools are used.")),
)


@pytest.fixture
def review(world):
    return record_published_review(printed=PRINTED, by=world.actor("officer"), at=world.at)


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return [(reason.sentence, reason.ground.value, reason.about) for reason in refused.value.verdict.reasons]


@pytest.mark.parametrize("who", KEEPERS)
def test_the_office_records_and_corrects(world, who):
    review = record_published_review(printed=PRINTED, by=world.actor(who), at=world.at)
    assert [(row.title, row.kind) for row in review.documents.all()] == list(PRINTED.documents)
    assert [(row.number, row.words) for row in review.recommendations.all()] == list(PRINTED.recommendations)
    corrected = correct_published_review(
        review, printed=replace(PRINTED, pseudonym="Child Y"), why="Misread.", by=world.actor(who), at=world.at
    )
    assert list(queries.published_reviews(world.actor("member"), world.at)) == [corrected]
    assert queries.published_review(world.actor("member"), review.key, world.at) == review
    assert corrected.instead_of == review


@pytest.mark.parametrize("who", [name for name in (*EVERYBODY, "nobody") if name not in KEEPERS])
def test_others_are_refused_and_told_why(world, review, who):
    by = world.actor(who)
    told = [("Your role may not keep the record of published reviews.", "role", "")]
    assert refusal(lambda: record_published_review(printed=PRINTED, by=by, at=world.at)) == told
    assert refusal(lambda: correct_published_review(review, printed=PRINTED, why="x", by=by, at=world.at)) == told
    assert PublishedReview.unscoped.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence", "about"),
    [
        ({"pseudonym": " "}, "Enter the pseudonym that was published.", "pseudonym"),
        ({"review_type": ""}, "Enter the type of review, as printed.", "review_type"),
        ({"source": ""}, "Enter the source that prints it.", "source"),
        ({"month": 13}, "Choose a month from the list.", "year"),
        ({"year": 2026, "month": 9}, "This month is in the future.", "year"),
        ({"decided_on": date(2026, 8, 15)}, "The day of the decision cannot be in the future.", "decided_on"),
        ({"other_month": 2}, "Both sources print the same month.", "other_source"),
        (
            {"other_month": None},
            "Give the other month, its year, and the source that prints it; or none of the three.",
            "other_source",
        ),
        ({"documents": (("", "report"),)}, "Give each document a title and a kind.", "documents"),
        ({"documents": (("Report", "film"),)}, "Give each document a title and a kind.", "documents"),
        (
            {"recommendations": (("1", "a"), ("1", "b"))},
            "Give each recommendation a number of its own, and words.",
            "recommendations",
        ),
        (
            {"recommendations": (("", "a"),)},
            "Give each recommendation a number of its own, and words.",
            "recommendations",
        ),
        (
            {"recommendations": (("1", " "),)},
            "Give each recommendation a number of its own, and words.",
            "recommendations",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(world, changed, sentence, about):
    printed, by = replace(PRINTED, **changed), world.actor("officer")
    assert refusal(lambda: record_published_review(printed=printed, by=by, at=world.at)) == [(sentence, "input", about)]


def test_a_month_without_its_year_is_refused(world):
    printed = Printed("Child Z", "SCR", "A report", month=2)
    told = refusal(lambda: record_published_review(printed=printed, by=world.actor("officer"), at=world.at))
    assert told == [("Enter the year of this month.", "input", "year")]


def test_what_the_source_does_not_print_is_not_known_and_shown_so(world):
    printed = Printed("Child Z", "SCR", "A report", decided_on=date(2015, 3, 1))
    review = record_published_review(printed=printed, by=world.actor("officer"), at=world.at)
    shown = main(world.client("member"), reverse("published_review", args=[review.key]))
    assert "Published Not known Commissioned Not known Decided on 1 March 2015 Completed Not known" in shown
    assert "Carried out as Not known Under which guidance Not known Documents named Not known" in shown
    assert "The source does not print what was recommended." in shown
    assert "Child Z SCR Not known None A report" in main(world.client("member"), reverse("published_reviews"))


def test_a_record_is_corrected_once_and_says_why(world, review):
    by = world.actor("officer")
    assert refusal(lambda: correct_published_review(review, printed=PRINTED, why=" ", by=by, at=world.at)) == [
        ("Say why the record is corrected.", "input", "why")
    ]
    correct_published_review(review, printed=PRINTED, why="Misread.", by=by, at=world.at)
    (told,) = refusal(lambda: correct_published_review(review, printed=PRINTED, why="Again.", by=by, at=world.at))
    assert told[1] == "stale"


def test_the_latest_comes_first_and_a_year_without_a_month_after_its_months(world):
    by = world.actor("officer")
    for pseudonym, year, month in (("A", None, None), ("B", 2019, None), ("C", 2019, 4), ("D", 2021, 1)):
        record_published_review(printed=Printed(pseudonym, "SCR", "x", year, month), by=by, at=world.at)
    listed = [row.pseudonym for row in queries.published_reviews(world.actor("member"), world.at)]
    assert listed == ["D", "C", "B", "A"]


@pytest.mark.parametrize("who", READERS)
def test_whoever_holds_a_role_reads_and_finds_it(world, review, who):
    shown = main(world.client(who), reverse("published_review", args=[review.key]))
    assert "Two sources disagree on the month. A yearly report: February 2016. Its annex: March 2016." in shown
    assert "2 (i) Neglect tools are used." in shown
    assert "Child Z Serious Case Review February 2016 Report, What was learned A yearly report" in main(
        world.client(who), reverse("published_reviews")
    )
    (found,) = cases.search(world.actor(who), "neglect tools", world.at).found
    assert (found.title, found.page_key, found.case_key) == ("Child Z, Serious Case Review", review.key, "")


@pytest.mark.parametrize("who", ["no_role", "ex_reviewer", "leaver"])
def test_for_others_it_is_not_there(world, review, who):
    client = world.client(who)
    nowhere = client.get("/never/was/").content
    for name, keys in (
        ("published_reviews", []),
        ("published_review", [review.key]),
        ("record_published_review", []),
        ("correct_published_review", [review.key]),
    ):
        for answer in (client.get(reverse(name, args=keys)), client.post(reverse(name, args=keys))):
            assert (answer.status_code, answer.content) == (404, nowhere), name
    assert cases.search(world.actor(who), "Child Z", world.at).found == ()
    assert list(queries.published_reviews(world.actor(who), world.at)) == []


def test_a_corrected_record_alone_is_found_and_the_index_built_anew_is_the_same(world, review):
    by = world.actor("officer")
    correct_published_review(review, printed=replace(PRINTED, pseudonym="Child Y"), why="Misread.", by=by, at=world.at)
    assert cases.search(by, "Child Z", world.at).found == ()
    assert [row.title for row in cases.search(by, "Child Y", world.at).found] == ["Child Y, Serious Case Review"]
    assert reindex() == 0


TYPED = {
    "pseudonym": "Child X",
    "review_type": "Partnership review",
    "month": "5",
    "year": "2020",
    "source": "The public page",
    "documents": "Report\n\nLearning summary: Seven minutes\nA poster",
    "recommendations": "1. Ask fathers.\n2 (ii) Use the tools.",
}


def test_the_office_types_one_in_and_puts_it_right(world):
    client = world.client("officer")
    assert client.post(reverse("record_published_review"), TYPED).status_code == 302
    review = PublishedReview.unscoped.get()
    assert [(row.kind, row.title) for row in review.documents.all()] == [
        ("report", "Report"),
        ("learning_summary", "Seven minutes"),
        ("other", "A poster"),
    ]
    assert [(row.number, row.words) for row in review.recommendations.all()] == [
        ("1", "Ask fathers."),
        ("2 (ii)", "Use the tools."),
    ]
    address = reverse("correct_published_review", args=[review.key])
    page = client.get(address).content.decode()
    assert "Learning summary: Seven minutes" in page
    assert "2 (ii) Use the tools." in page
    assert client.post(address, {**TYPED, "pseudonym": "Child W"}).status_code == 400
    assert client.post(address, {**TYPED, "pseudonym": "Child W", "why": "Misread."}).status_code == 302
    before = main(client, reverse("published_review", args=[review.key]))
    assert "This record was corrected. It is kept to show what was written before." in before
    assert "Correct this record" not in before
    after = PublishedReview.unscoped.get(pseudonym="Child W")
    assert "Why it was corrected Misread." in main(client, reverse("published_review", args=[after.key]))
    late = client.post(address, {**TYPED, "why": "Kept as typed."})
    assert late.status_code == 409
    assert "Kept as typed." in late.content.decode()


def test_what_was_typed_wrongly_stays_with_a_sentence(world):
    answer = world.client("officer").post(
        reverse("record_published_review"), {**TYPED, "year": "soon", "recommendations": "Ask fathers."}
    )
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "Enter a year, such as 2021." in html
    assert "Begin each line with the number of the recommendation, such as 3." in html
    assert "Ask fathers." in html


def test_a_reader_who_may_not_keep_them_is_told_why(world, review):
    assert "Your role may not keep the record" in main(world.client("member"), reverse("record_published_review"))
    answer = world.client("member").post(reverse("correct_published_review", args=[review.key]), {**TYPED, "why": "x"})
    assert answer.status_code == 403


def test_the_list_costs_the_same_whatever_its_length(world, review, django_assert_num_queries):
    by = world.actor("officer")
    for number in range(8):
        record_published_review(printed=replace(PRINTED, pseudonym=f"Child {number}"), by=by, at=world.at)
    with django_assert_num_queries(2):
        assert sum(len(row.documents.all()) for row in queries.published_reviews(by, world.at)) == 18


def test_an_unknown_key_is_not_there(world, review):
    client = world.client("officer")
    assert client.get(reverse("published_review", args=["nowhere"])).status_code == 404
    assert client.get(reverse("correct_published_review", args=["nowhere"])).status_code == 404
