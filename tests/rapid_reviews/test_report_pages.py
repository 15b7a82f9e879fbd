"""The pages of the report and of the national Panel: what is missing, what is typed, who reads, who is refused."""

import pytest
from django.urls import reverse

from cairn.rapid_reviews import queries
from cairn.rapid_reviews.models import OurAnswer, PanelPoint, PanelReply, PanelReport, ReportAnswer, ThemeTag
from tests.cases.deciding import decide
from tests.rapid_reviews.reporting import made, replied, review_of, sent, whole
from tests.stories import ADDRESS, NAME

DAY = ("14", "8", "2026")
READERS = {"business_manager", "officer", "chair", "partner_council", "partner_health", "scrutineer", "member", "legal"}


def url(case, name, *parts):
    return reverse(f"rapid_review_{name}", args=[case.key, *parts])


def day(field):
    return dict(zip((f"{field}_day", f"{field}_month", f"{field}_year"), DAY, strict=True))


def test_the_page_lists_what_is_missing_and_leads_to_where_it_is_mended(world, stories):
    review = review_of(world, stories)
    html = world.client("officer").get(url(review.case, "report")).content.decode()
    assert "The report cannot be sent while any of this is blank." in html
    assert reverse("case_decisions", args=[review.case.key]) in html
    assert "0 of 19 questions are answered." in html
    assert not any(name in html for name in (*NAME, ADDRESS))


def test_a_case_without_a_rapid_review_says_so(world, stories):
    case = stories.case_at("shared")
    html = world.client("officer").get(url(case, "report")).content.decode()
    assert "No rapid review is held on this case." in html
    assert "No rapid review is held on this case" in world.client("officer").get(url(case, "panel")).content.decode()
    for name, parts in (("make_report", ()), ("send_report", ()), ("answer_report", ("why",)), ("tag_theme", ())):
        assert world.client("officer").get(url(case, name, *parts)).status_code == 404


def test_questions_are_answered_one_after_another(world, stories):
    review = review_of(world, stories)
    client = world.client("officer")
    first = url(review.case, "answer_report", "fathers_and_carers")
    page = client.get(first).content.decode()
    assert "Who cares for the child, fathers, partners and other men among them" in page
    answer = client.post(first, {"answer_how": "given", "answer_words": "The father was not seen.", "version": "0"})
    assert answer["Location"] == url(review.case, "answer_report", "identity")
    assert "The father was not seen." in client.get(first).content.decode()
    blank = client.post(first, {"answer_how": "given", "answer_words": " ", "version": "1"})
    assert blank.status_code == 400
    stale = client.post(first, {"answer_how": "none", "answer_words": "", "version": "0"})
    assert stale.status_code == 409
    assert 'name="version" value="1"' in stale.content.decode()
    assert ReportAnswer.unscoped.count() == 1
    assert client.get(url(review.case, "answer_report", "whatever")).status_code == 404


def test_the_last_answer_leads_back_to_the_report(world, stories):
    review = whole(world, stories)
    client, last = world.client("officer"), url(review.case, "answer_report", "next_steps")
    answer = client.post(last, {"answer_how": "none", "answer_words": "", "version": "1"})
    assert answer["Location"] == url(review.case, "report")
    assert "None" in client.get(url(review.case, "report")).content.decode()


def test_the_report_is_made_and_recorded_as_sent(world, stories):
    review = whole(world, stories)
    client = world.client("officer")
    assert "Make the report" in client.get(url(review.case, "make_report")).content.decode()
    assert client.post(url(review.case, "make_report")).status_code == 302
    html = client.get(url(review.case, "report")).content.decode()
    assert "Nothing is missing." in html
    assert "Record that report 1 was sent" in html
    report = PanelReport.unscoped.get()
    word = client.get(reverse("case_file", args=[review.case.key, report.word_file.key]))
    assert word["Content-Disposition"].startswith("attachment")
    assert not any(name in word["Content-Disposition"] for name in NAME)
    assert client.post(url(review.case, "send_report"), {"sent_how": "", **day("sent_on")}).status_code == 400
    sending = client.post(url(review.case, "send_report"), {"sent_how": "Secure mail", **day("sent_on")})
    assert sending.status_code == 302
    assert "14 August 2026, Secure mail" in client.get(url(review.case, "report")).content.decode()
    again = client.post(url(review.case, "send_report"), {"sent_how": "Secure mail", **day("sent_on")})
    assert again.status_code == 409


def test_a_report_with_gaps_is_refused_in_sentences(world, stories):
    review = review_of(world, stories)
    made(world, review)
    refused = world.client("officer").post(url(review.case, "send_report"), {"sent_how": "Mail", **day("sent_on")})
    html = refused.content.decode()
    assert refused.status_code == 409
    assert "Not decided: Is it a serious case?" in html
    assert 'value="Mail"' in html


def test_themes_are_put_on_and_taken_off(world, stories):
    review = review_of(world, stories)
    client, case = world.client("officer"), review.case
    assert "No theme is on this case yet." in client.get(url(case, "themes")).content.decode()
    child = stories.child(case)
    assert (
        "name nobody, and nothing by which this case could be known"
        in client.get(url(case, "tag_theme")).content.decode()
    )
    typed = {"theme": "unsafe_sleeping", "person": child.key, "learning": "Ask where the baby sleeps."}
    assert client.post(url(case, "tag_theme"), typed).status_code == 302
    assert client.post(url(case, "tag_theme"), typed).status_code == 400
    assert client.post(url(case, "tag_theme"), {"theme": "neglect", "person": ""}).status_code == 302
    html = client.get(url(case, "themes")).content.decode()
    assert html.index("Neglect") < html.index("Unsafe sleeping")
    tag = ThemeTag.unscoped.get(theme="neglect")
    assert "That it was there stays on record." in client.get(url(case, "take_theme_off", tag.key)).content.decode()
    assert client.post(url(case, "take_theme_off", tag.key)).status_code == 302
    assert client.get(url(case, "take_theme_off", tag.key)).status_code == 404
    assert "Change" not in world.client("member").get(url(case, "themes")).content.decode()
    assert [queries.theme_words(row.theme) for row in queries.themes(world.actor("member"), case, world.at)] == [
        "Unsafe sleeping"
    ]


def test_the_panel_asks_and_is_answered(world, stories):
    report = sent(world, whole(world, stories))
    case, client = report.case, world.client("officer")
    letter = {"says": "asks", "words": "What became of the sibling?", "reference": "P-7", **day("received_on")}
    assert client.post(url(case, "record_reply"), letter).status_code == 302
    reply = PanelReply.unscoped.get()
    point = {"asks": "Where is the sibling?", "owed_by": world.seat("member").key, **day("due_on")}
    assert client.post(url(case, "set_point", reply.key), point).status_code == 302
    found = PanelPoint.unscoped.get()
    page = client.get(url(case, "answer_point", found.key)).content.decode()
    assert "Where is the sibling?" in page
    words = {"answer": "With an aunt.", **day("answered_on")}
    assert client.post(url(case, "answer_point", found.key), words).status_code == 302
    undecided = client.post(url(case, "answer_panel", reply.key), {"words": "Enclosed.", **day("sent_on")})
    assert undecided.status_code == 409
    assert "The partners have not decided what they answer." in undecided.content.decode()
    decide(world, case, "position", "inform", limbs=[], reasons="What was asked for is sent.")
    assert (
        client.post(url(case, "answer_panel", reply.key), {"words": "Enclosed.", **day("sent_on")}).status_code == 302
    )
    html = client.get(url(case, "panel")).content.decode()
    assert all(words in html for words in ("P-7", "With an aunt.", "What was asked for is sent.", "Enclosed."))
    assert "The partners have answered." in html
    assert OurAnswer.unscoped.get().decision.kind == "position"


def test_the_letter_itself_is_kept_and_a_false_one_is_not(world, stories):
    from django.core.files.uploadedfile import SimpleUploadedFile

    report = sent(world, whole(world, stories))
    client, page = world.client("officer"), url(report.case, "record_reply")
    letter = {"says": "agrees", "words": "Agrees.", **day("received_on")}
    false = client.post(page, {**letter, "upload": SimpleUploadedFile("letter.pdf", b"<html>not a pdf</html>")})
    assert false.status_code == 400
    assert "Agrees." in false.content.decode()
    assert not PanelReply.unscoped.exists()
    true = client.post(page, {**letter, "upload": SimpleUploadedFile("letter.txt", b"Dear partners, we agree.\n")})
    assert true.status_code == 302
    kept = PanelReply.unscoped.get().file
    html = client.get(url(report.case, "panel")).content.decode()
    assert reverse("case_file", args=[report.case.key, kept.key]) in html
    assert world.client("author").get(reverse("case_file", args=[report.case.key, kept.key])).status_code == 404


@pytest.mark.parametrize("name", ["report", "panel", "themes"])
def test_each_page_is_there_for_those_who_may_read_it_alone(world, stories, name):
    review = review_of(world, stories)
    everybody = (*READERS, "author", "sign_off", "comms", "panel_member", "linked_member", "outsider", "conflicted")
    answered = {who: world.client(who).get(url(review.case, name)).status_code for who in everybody}
    assert {who for who, status in answered.items() if status == 200} == READERS
    assert set(answered.values()) == {200, 404}


def test_what_is_not_there_is_not_there(world, stories):
    report = sent(world, whole(world, stories))
    reply = replied(world, report)
    outsider = world.client("outsider")
    for name, parts in (
        ("record_reply", ()),
        ("set_point", (reply.key,)),
        ("answer_panel", (reply.key,)),
        ("send_report", ()),
        ("make_report", ()),
        ("answer_report", ("why",)),
    ):
        assert outsider.get(url(report.case, name, *parts)).status_code == 404
    for name in ("set_point", "answer_point", "answer_panel", "take_theme_off"):
        assert world.client("officer").get(url(report.case, name, "nobodys-key")).status_code == 404
    assert world.client("author").get(url(report.case, "record_reply")).status_code == 404


def test_no_link_leads_to_themes_before_there_is_a_rapid_review(world, stories):
    case, client = stories.case_at("opened"), world.client("business_manager")
    html = client.get(url(case, "themes")).content.decode()
    assert "Themes are put on once the rapid review is begun." in html
    assert url(case, "tag_theme") not in html


def test_only_the_office_is_offered_and_records_that_the_report_was_sent(world, stories):
    case = made(world, whole(world, stories)).case
    chair, page = world.client("chair"), url(case, "send_report")
    html = chair.get(url(case, "report")).content.decode()
    assert url(case, "make_report") in html
    assert page not in html
    refused = chair.post(page, {"sent_how": "Secure mail", **day("sent_on")})
    assert refused.status_code == 403
    assert "Only the office records what comes and goes by mail." in refused.content.decode()
    assert page in world.client("officer").get(url(case, "report")).content.decode()
    assert PanelReport.unscoped.get().sent_on is None


def test_a_report_that_was_sent_is_not_offered_to_be_sent_again(world, stories):
    case = sent(world, whole(world, stories)).case
    html = world.client("officer").get(url(case, "report")).content.decode()
    assert url(case, "send_report") not in html


def test_only_a_letter_that_is_owed_an_answer_leads_to_one(world, stories):
    report = sent(world, whole(world, stories))
    case, client = report.case, world.client("officer")
    agrees, asks = replied(world, report, "agrees"), replied(world, report)
    replied(world, report, "agrees")
    html = client.get(url(case, "panel")).content.decode()
    for name in ("set_point", "answer_panel"):
        assert url(case, name, asks.key) in html
        assert url(case, name, agrees.key) not in html
    refused = client.get(url(case, "answer_panel", agrees.key)).content.decode()
    assert "This letter is owed no answer, or was answered already." in refused
    assert url(case, "answer_panel", asks.key) not in world.client("chair").get(url(case, "panel")).content.decode()
