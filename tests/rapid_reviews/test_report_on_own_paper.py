"""The report to the Panel on the partnership's own paper: a Word file of its own, with the records put in."""

from __future__ import annotations

from cairn.documents import commands as documents
from cairn.documents import queries
from cairn.documents.engine.taking import made as upload
from tests.documents.letters import letter, said_in
from tests.rapid_reviews.reporting import made, review_of, whole
from tests.stories import NAME

OURS = letter(
    "{{ partnership_name }}, {{ partnership_email }}, {{ today }}",
    "{{ case_reference }}, {{ child_labels }}, {{ notified }}, {{ guidance }}",
    "{{ report }}",
    "Signed for the partners",
)


def on_own_paper(world) -> None:
    documents.upload_letter(
        world.partnership,
        kind="panel_report",
        upload=upload("ours.docx", OURS),
        note="Our crest",
        seen=0,
        by=world.actor("business_manager"),
        at=world.at,
    )


def test_the_report_is_put_into_the_partnerships_own_file(world, stories):
    review = whole(world, stories)
    on_own_paper(world)
    said = said_in(queries.content(made(world, review).word_file))
    assert said[0] == "Coldwater Safeguarding Children Partnership, office@coldwater.example, 14 August 2026"
    assert said[1].startswith(review.case.reference)
    assert "Not recorded" in said[1]  # nobody recorded a reference of the notification
    assert said[-1] == "Signed for the partners"
    assert {"The incident", "What was found", "What was decided"} <= set(said)
    assert "Answer to lived_experience." in said
    assert not any(name in "".join(said) for name in NAME)


def test_with_nothing_decided_it_says_so_instead_of_a_blank(world, stories):
    review = review_of(world, stories)
    on_own_paper(world)
    said = said_in(queries.content(made(world, review).word_file))
    assert said[1].endswith(", Not recorded")


def test_without_a_file_of_its_own_the_report_looks_as_its_pdf(world, stories):
    said = said_in(queries.content(made(world, review_of(world, stories)).word_file))
    assert "Contents" in said
    assert not queries.is_own_letter("panel_report", world.at)
