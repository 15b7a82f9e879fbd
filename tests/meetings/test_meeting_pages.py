"""The pages of meetings: a sitting from the call to the agreed minutes, and what each person is shown or refused."""

import pytest
from django.urls import reverse

from cairn.audit.models import Event
from cairn.cases.models import Conflict
from cairn.documents import commands as documents
from cairn.documents.engine.papers import pdf
from cairn.documents.engine.taking import made
from cairn.meetings.models import Attendance, HandOver, Meeting
from cairn.partnership.models import Deputy
from tests.meetings.acting import act_on, call, came, hand, hold, minute, put, standing


@pytest.fixture
def case(stories):
    return stories.case_at("shared")


@pytest.fixture
def meeting(world, case):
    return call(world)


def day(name, number, month=8):
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": 2026}


def address(meeting, name, *parts):
    return reverse(name, args=[meeting.key, *parts])


def shown(world, who, *where):
    return world.client(who).get(address(*where)).content.decode()


def sent(client, where, typed, **missing):
    """The page opens, refuses what is missing, and takes what is whole."""
    assert client.get(where).status_code == 200, where
    if missing:
        assert client.post(where, {**typed, **missing}).status_code == 400, where
    answer = client.post(where, typed)
    assert answer.status_code == 302, (where, answer.content.decode())
    return answer


def prepared(world, client, case):
    """A meeting called for today by its pages, moved once, with the case and other business on its agenda."""
    typed = {
        "group": world.group("subgroup").key,
        "kind": "rapid_review",
        "title": "Rapid review meeting",
        "starts": "10:00",
        "place": "Online",
        "chair": world.seat("chair").key,
    }
    sent(client, reverse("call_meeting"), {**typed, **day("held_on", 14)}, title="")
    meeting = Meeting.unscoped.get()
    sent(client, address(meeting, "meeting_put_case"), {"case": case.key, "title": "Rapid review"}, title="")
    sent(client, address(meeting, "meeting_put_other"), {"title": "Terms of the group"}, title="")
    changed = {**typed, **day("held_on", 14), "title": "Rapid review, August", "version": 1}
    sent(client, address(meeting, "meeting_change"), changed, title="")
    return meeting


def recorded(world, client, meeting, item):
    """Who came, a paper, a minute, two actions and a hand-over, by the pages of the meeting."""
    seat = world.seat("member").key
    came = {"version": 0, f"how-{seat}": "present", "invite": world.seat("scrutineer").key}
    sent(client, address(meeting, "meeting_attendance"), came, **{f"how-{seat}": "perhaps"})
    sent(client, address(meeting, "meeting_paper", item.key), {"title": "Summary", "words": "Short."}, title="")
    minuted = {"discussion": "Talked over.", "decision": "A local review.", "version": 0}
    sent(client, address(meeting, "meeting_item", item.key), minuted, discussion="")
    action = {
        "what": "Ask",
        "why": "So.",
        "origin": "meeting",
        "agency": world.agency("TRUST").key,
        **day("due_on", 20),
    }
    where = address(meeting, "meeting_set_action", item.key)
    sent(client, where, {**action, "seat": world.seat("author").key}, what="")
    sent(client, where, action)
    handed = {"forum": "Training group", "what": "Babies", **day("due_on", 28)}
    sent(client, address(meeting, "meeting_hand_over", standing(meeting).key), handed, what="")


def test_a_sitting_goes_from_the_call_to_the_agreed_minutes(world, case):
    client = world.client("officer")
    meeting = prepared(world, client, case)
    item = meeting.items.get(case=case)
    recorded(world, client, meeting, item)
    sent(client, address(meeting, "meeting_hold"), {})
    sent(client, address(meeting, "meeting_agree"), day("agreed_on", 14), agreed_on_day="")
    page = shown(world, "member", meeting, "meeting")
    assert all(words in page for words in ("Minutes agreed", "A local review.", "Sol Scrutiny", "Online"))
    item_page = shown(world, "member", meeting, "meeting_item", item.key)
    assert all(words in item_page for words in ("Short.", "Talked over.", "A local review.", "Ask"))
    assert "Training group" in shown(world, "member", meeting, "meeting_item", standing(meeting).key)
    assert HandOver.unscoped.count() == 1


def test_an_item_is_taken_off_and_a_meeting_cancelled(world, meeting, case):
    client, item = world.client("officer"), put(world, meeting, case)
    sent(client, address(meeting, "meeting_take_off", item.key), {})
    assert client.get(address(meeting, "meeting_item", item.key)).status_code == 404
    sent(client, address(meeting, "meeting_cancel"), {"reason": "Nobody can come."}, reason="")
    assert "Nobody can come." in shown(world, "member", meeting, "meeting")


def test_a_document_of_the_case_is_laid_before_an_item(world, meeting, case):
    item, by = put(world, meeting, case), world.actor("officer")
    upload = made("notes.txt", b"What was seen.")
    kept = documents.put_file(
        case, upload=upload, purpose="meeting_paper", read_action="read_meeting", by=by, at=world.at
    )
    typed = {"title": "Notes", "words": "", "file": kept.key}
    sent(world.client("officer"), address(meeting, "meeting_paper", item.key), typed)
    assert reverse("case_file", args=[case.key, kept.key]) in shown(world, "member", meeting, "meeting_item", item.key)


def test_the_deputy_who_came_is_chosen_beside_her_seat(world, meeting):
    seat, deputy = world.seat("member_education").key, Deputy.unscoped.get()
    typed = {"version": 0, f"how-{seat}": "deputy", f"deputy-{seat}": f"{seat} {deputy.key}"}
    sent(world.client("officer"), address(meeting, "meeting_attendance"), typed)
    assert Attendance.unscoped.get().deputy == deputy
    again = {**typed, f"how-{seat}": "present"}
    stale = world.client("officer").post(address(meeting, "meeting_attendance"), again)
    assert stale.status_code == 409
    assert 'name="version" value="1"' in stale.content.decode()


def test_a_conflict_declared_at_the_meeting_closes_the_item_and_leads_back_to_the_meeting(world, meeting, case):
    item, member = put(world, meeting, case), world.client("member")
    where = address(meeting, "meeting_interest")
    page = member.get(where).content.decode()
    assert "Con Flict" not in page, "A member declares her own."
    assert case.reference in page
    typed = {"item": item.key, "person": world.user("member").key, "nature": "My nephew.", "agreed": "left"}
    answer = sent(member, where, {**typed, "also_conflict": "on"}, nature="")
    assert Conflict.unscoped.filter(case=case, user=world.user("member")).exists()
    assert case.reference not in member.get(answer["Location"]).content.decode()
    assert "My nephew." in shown(world, "chair", meeting, "meeting")
    sent(world.client("legal"), where, {**typed, "item": "", "person": world.user("legal").key, "agreed": "noted"})
    assert "The meeting as a whole" in shown(world, "outsider", meeting, "meeting")


def test_whoever_minutes_second_keeps_what_she_typed(world, meeting, case):
    item = put(world, meeting, case)
    minute(world, item)
    where = address(meeting, "meeting_item", item.key)
    late = world.client("business_manager").post(where, {"discussion": "My own version", "version": 0})
    assert late.status_code == 409
    page = late.content.decode()
    assert "My own version" in page
    assert 'name="version" value="1"' in page
    stale = world.client("officer").post(address(meeting, "meeting_change"), {})
    assert stale.status_code == 400


def test_one_who_reads_but_does_not_keep_sees_no_form_and_is_told_why(world, meeting, case):
    item = put(world, meeting, case)
    for name, parts in (("meeting_change", ()), ("meeting_paper", (item.key,)), ("meeting_attendance", ())):
        assert "Your role may not call a meeting" in shown(world, "chair", meeting, name, *parts)
    refused = world.client("chair").post(address(meeting, "meeting_put_other"), {"title": "Kept words"})
    assert refused.status_code == 403
    assert "Kept words" in refused.content.decode()
    calling = world.client("member").post(
        reverse("call_meeting"),
        {
            "group": world.group("subgroup").key,
            "kind": "subgroup",
            "title": "Mine",
            "chair": world.seat("chair").key,
            **day("held_on", 20),
        },
    )
    assert calling.status_code == 403
    assert (
        "<form" not in shown(world, "member", meeting, "meeting_item", item.key).split("<main")[1].split("</main>")[0]
    )


@pytest.mark.parametrize("who", ["author", "administrator", "partner_council", "no_role"])
def test_for_those_outside_the_group_no_page_of_the_meeting_is_there(world, meeting, case, who):
    item, client = put(world, meeting, case), world.client(who)
    nothing = client.get("/meetings/xxxxxxxxxxxxxxxxxxxxxx/")
    for name, *parts in (("meeting",), ("meeting_pack", "pdf"), ("meeting_minutes",), ("meeting_item", item.key)):
        answer = client.get(address(meeting, name, *parts))
        assert (answer.status_code, answer.content) == (404, nothing.content), name


def test_what_is_asked_otherwise_than_the_page_answers_is_refused(world, meeting):
    officer = world.client("officer")
    assert officer.post(reverse("meetings"), {}).status_code == 405
    assert officer.delete(reverse("call_meeting")).status_code == 405
    assert officer.post(address(meeting, "meeting"), {}).status_code == 405
    assert officer.get(address(meeting, "meeting_pack", "odt")).status_code == 404
    for name in ("meeting_item", "meeting_take_off", "meeting_paper", "meeting_set_action", "meeting_hand_over"):
        assert officer.get(address(meeting, name, "x" * 22)).status_code == 404
    assert world.client("author").get(reverse("meetings")).status_code == 404
    assert world.client("author").get(reverse("call_meeting")).status_code == 404
    assert "Before today" not in officer.get(reverse("meetings")).content.decode()


def test_papers_are_sent_to_save_under_a_name_that_tells_nothing_and_taking_one_is_on_record(world, meeting, case):
    item = put(world, meeting, case)
    client = world.client("member")
    wanted = {
        ("meeting_pack", "pdf"): ("pack.pdf", "application/pdf"),
        ("meeting_pack", "word"): ("pack.docx", None),
        ("meeting_agenda",): ("agenda.docx", None),
        ("meeting_minutes",): ("minutes.docx", None),
    }
    for (name, *parts), (ending, media) in wanted.items():
        if media and not pdf.is_on():
            continue
        before = Event.unscoped.count()
        answer = client.get(address(meeting, name, *parts))
        assert answer["Content-Disposition"] == f'attachment; filename="Meeting 21 August 2026 {ending}"'
        assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert media in (None, answer["Content-Type"])
        events = Event.unscoped.order_by("seq")[before:]
        what = ending.partition(".")[0]
        assert [(event.verb, event.object_key, event.case_key, event.verdict) for event in events] == [
            (f"take_meeting_{what}", meeting.key, "", "read"),
            (f"take_meeting_{what}", item.key, case.key, "read"),
        ]


def test_without_what_makes_pdfs_a_page_says_so(world, meeting, monkeypatch):
    def off():
        raise pdf.PapersOff

    monkeypatch.setattr(pdf, "_maker", off)
    assert "PDFs are off on this machine" in shown(world, "member", meeting, "meeting_pack", "pdf")


def test_reading_the_meeting_is_an_event_of_it_and_of_each_case_whose_minute_was_shown(world, meeting, case):
    item = put(world, meeting, case)
    client = world.client("member")
    before = Event.unscoped.count()
    client.get(address(meeting, "meeting"))
    assert [event.verb for event in Event.unscoped.order_by("seq")[before:]] == ["read_meeting"]
    minute(world, item)
    before = Event.unscoped.count()
    client.get(address(meeting, "meeting"))
    read = {(event.verb, event.case_key) for event in Event.unscoped.order_by("seq")[before:]}
    assert read == {("read_meeting", ""), ("read_agenda_item", case.key)}


def test_the_pages_of_a_case_lead_to_the_meetings_that_take_it(world, meeting, case):
    item = put(world, meeting, case)
    came(world, meeting, "member")
    minute(world, item, decision="A local review.")
    act_on(world, item)
    hand(world, item)
    where = reverse("case_meetings", args=[case.key])
    assert where in world.client("member").get(reverse("case", args=[case.key])).content.decode()
    page = world.client("member").get(where).content.decode()
    assert address(meeting, "meeting_item", item.key) in page
    assert "A local review." in page
    council = world.client("partner_council").get(where).content.decode()
    assert "A local review." in council
    assert address(meeting, "meeting_item", item.key) not in council
    assert world.client("author").get(where).status_code == 404
    hold(world, meeting)
    assert "Held" in world.client("member").get(where).content.decode()
