"""The acts on an incident through their pages: what is kept, what is refused, what is not there."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.cases import commands as cases
from cairn.cases.queries import rights
from cairn.guidance.vocabularies import vocabulary
from cairn.incidents import commands, queries
from cairn.incidents.models import Account, AreaRole, ChildAtIncident, CriteriaFact, Notice, Notification, Watch
from cairn.partnership.models import Neighbour
from tests.cases.deciding import decide
from tests.incidents.furnished import AHEAD, TODAY, begun
from tests.incidents.paged import days, full, post, text, urls_of
from tests.stories import KNOWN_ON, NAME
from tests.world import EVERYBODY

OFFICE = {"business_manager", "officer"}


@pytest.fixture
def on(world, stories):
    return full(world, stories)


@pytest.fixture
def urls(on):
    return urls_of(on)


def test_the_parts_are_put_right_through_their_pages(world, on, urls):
    post(world, urls["incident_who_told"], source="health", told_by="Ann", version="1")
    facts = {"what_happened": "Hurt.", "happened": "day", "nature": "serious_harm", **days("first_day", KNOWN_ON)}
    post(world, urls["incident_what_happened"], version="2", **facts)
    known = {"aware_time": "16:40", "suspicion": "not_yet", **days("aware_on", KNOWN_ON)}
    post(world, urls["incident_became_known"], version="3", **known)
    places = {"happened_in": "ours", "lives_in": "other_area", "lives_area": "Farvale", "moved": "placed_in"}
    post(world, urls["incident_where"], version="4", **places)
    answered = {"files_secured": "no", "nhs_incident": "yes", "media_interest": "no"}
    post(world, urls["incident_what_else"], version="5", **answered)
    assert Account.unscoped.filter(incident=on.incident).count() == 6
    shown = text(world.client("chair").get(urls["incident"]).content.decode())
    assert "This area leads. It happened here." in shown
    assert "In another area of England: Farvale" in shown
    assert "NHS Patient Safety Incident Response Framework" in shown
    stale = post(world, urls["incident_where"], expect=409, version="4", **places)
    assert 'name="version" value="6"' in stale.content.decode()
    assert "16:40" in world.client("officer").get(urls["incident_became_known"]).content.decode()


def test_an_incident_is_begun_on_a_case_that_has_none(world, stories):
    case = cases.open_case(
        kind="concern", label="Child S", known_on=TODAY, told_by="Ann", by=world.actor("officer"), at=world.at
    )
    url = reverse("incident", args=[case.key])
    assert "Record what happened" in world.client("officer").get(url).content.decode()
    assert "Record what happened" not in world.client("chair").get(url).content.decode()
    assert world.client("officer").get(reverse("incident_where", args=[case.key])).status_code == 404
    assert world.client("officer").get(reverse("notification_record", args=[case.key])).status_code == 404
    sheet = world.client("officer").get(reverse("notification_sheet", args=[case.key])).content.decode()
    assert "What happened is not recorded on this case yet." in sheet
    nothing = world.client("officer").get(reverse("notifying", args=[case.key])).content.decode()
    assert "Decision pending." in nothing
    post(world, reverse("incident_begin", args=[case.key]), **days("aware_on", TODAY))
    told = world.client("officer").get(reverse("incident_who_told", args=[case.key])).content.decode()
    assert "Why is it considered" in told


def test_facts_children_and_areas_are_recorded_through_their_pages(world, on, urls):
    said = {"certainty": "likely", "said_by": "The ward"}
    post(world, urls["fact_record"], value="yes", version="1", **said)
    post(world, urls["fact_of_child"], value="not_known", said_by="The ward", version="0")
    age = reverse("fact_record", args=[on.case.key, "age"])
    post(world, age, value="17", version="0", **said)
    values = [(row.fact, row.value) for row in CriteriaFact.unscoped.order_by("id")][2:]
    assert values == [("died", "yes"), ("died", ""), ("age", "17")]
    assert "17" in world.client("officer").get(age).content.decode()
    post(world, urls["fact_record"], expect=409, value="yes", version="1", **said)
    post(world, urls["child_at_incident"], social_care="looked_after", factors=["neglect"], version="1")
    assert ChildAtIncident.unscoped.order_by("id").last().social_care == "looked_after"
    post(world, urls["area_record"], who=Neighbour.unscoped.get().key, role="contributor", area="ignored")
    post(world, urls["area_record"], who="ourselves", role="lead", counts_it="on")
    post(world, urls["area_record"], who="another", area="Elsewhere", role="joint")
    assert AreaRole.unscoped.filter(ends_at=None).count() == 4
    post(world, urls["area_end"], sure="on")
    shown = text(world.client("chair").get(urls["incident"]).content.decode())
    assert "Parts that have ended" in shown
    assert "Cared for by a local authority" in shown


@pytest.mark.parametrize(
    "where", ["child_at_incident", "area_end", "watch_found", "watch_renew", "notification_correct"]
)
def test_what_is_nobodys_is_not_there(world, on, where):
    assert world.client("officer").get(reverse(where, args=[on.case.key, "nobodys"])).status_code == 404


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("fact_record", ["aware_on"]),
        ("fact_record", ["nonsense"]),
        ("fact_of_child", ["nobodys", "died"]),
        ("notification_withdraw", ["nobodys"]),
    ],
)
def test_what_there_is_not_is_not_there(world, on, name, parts):
    assert world.client("officer").get(reverse(name, args=[on.case.key, *parts])).status_code == 404


SENT_FACTS = {
    "sent_time": "15:45",
    "submitted_by": "Dana Duty",
    "agreed_by": "All three",
    "threshold_met": "no",
    "system_reference": "CSN-9",
}


def test_what_was_sent_is_corrected_and_withdrawn_through_its_pages(world, on, urls):
    before = world.client("officer").get(urls["notification_correct"]).content.decode()
    assert "Zebedee Quillfeather" in before
    assert "15:30" in before
    facts = {**SENT_FACTS, "correction": "The time.", "value_child_name_1": "Zeb Q", "value_nature_1": "Death"}
    post(world, urls["notification_correct"], **facts, **days("sent_on", KNOWN_ON))
    row = Notification.unscoped.order_by("id").last()
    assert [field["value"] for field in row.fields] == ["Zeb Q", "Death"]
    assert [field["id"] for field in row.fields] == ["child_name", "nature"]
    assert (row.threshold_met, row.correction) == (False, "The time.")
    withdraw = reverse("notification_withdraw", args=[on.case.key, row.key])
    post(world, withdraw, finding="An accident.", **days("withdrawn_on", TODAY))
    shown = text(world.client("officer").get(urls["notifying"]).content.decode())
    assert "Withdrawn" in shown
    assert "Record that it was sent" in shown
    assert "Earlier versions" in shown


def test_recording_what_was_sent_begins_with_the_records_and_keeps_what_was_typed(world, stories):
    on = begun(world, stories)
    decide(world, on.case, "notify", "notify")
    url = reverse("notification_record", args=[on.case.key])
    page = world.client("officer").get(url).content.decode()
    assert NAME[0] in page
    assert "Waiting" in page
    shown = _sheet(world, on)
    turned = [term.id for term in reversed(vocabulary("notification_fields").terms)]
    commands.arrange_sheet(order=turned, by=world.actor("officer"), at=world.at)  # while she types
    facts = {**SENT_FACTS, **{f"value_{field.id}_1": f"{field.label} as typed" for field in shown}}
    del facts["value_child_sex_1"]  # came into the records after the page was opened
    post(world, url, **facts, **days("sent_on", KNOWN_ON))
    row = Notification.unscoped.get()
    assert {field["id"] for field in row.fields} == {field.id for field in shown} - {"child_sex"}
    assert all(field["value"] == f"{field['label']} as typed" for field in row.fields)
    assert row.copy is None
    post(world, url, expect=400, **{**facts, "sent_time": "late"}, **days("sent_on", KNOWN_ON))
    post(world, url, expect=409, **facts, **days("sent_on", KNOWN_ON))


def _sheet(world, on):
    by = world.actor("officer")
    return queries.sheet(by, on.case, world.at, rights(by, on.case, world.at))


def test_a_copy_that_is_not_what_it_claims_is_refused_and_kept_nowhere(world, stories):
    on = begun(world, stories)
    url = reverse("notification_record", args=[on.case.key])
    bad = SimpleUploadedFile("copy.pdf", b"MZ not a paper")
    post(world, url, expect=400, **SENT_FACTS, **days("sent_on", KNOWN_ON), copy=bad)
    good = SimpleUploadedFile("copy.txt", b"As it was sent.")
    post(world, url, **SENT_FACTS, **days("sent_on", KNOWN_ON), copy=good)
    assert Notification.unscoped.get().copy.purpose == "notification_copy"
    assert "Open the copy" in world.client("chair").get(reverse("notifying", args=[on.case.key])).content.decode()
    assert "Open the copy" not in world.client("legal").get(reverse("notifying", args=[on.case.key])).content.decode()


def test_what_is_watched_is_looked_at_through_its_pages(world, on, urls):
    post(world, urls["watch_renew"], finding="Not back.", **days("look_again_on", AHEAD + timedelta(7)))
    later = Watch.unscoped.get(ended_on=None)
    close, reopen = (reverse(name, args=[on.case.key, later.key]) for name in ("watch_close", "watch_reopen"))
    post(world, reopen, finding="Opiates.", **days("found_on", TODAY))
    post(world, close, expect=409, finding="Nothing.", **days("found_on", TODAY))
    shown = text(world.client("officer").get(urls["notifying"]).content.decode())
    assert "Reopened, to be decided anew" in shown
    assert "Looked at; watched further" in shown


def test_a_decision_not_to_notify_asks_what_would_reopen_it(world, stories):
    on = begun(world, stories)
    begin = reverse("watch_begin", args=[on.case.key])
    assert world.client("officer").get(begin).status_code == 404
    decide(world, on.case, "notify", "not_notify")
    page = world.client("officer").get(reverse("notifying", args=[on.case.key])).content.decode()
    assert begin in page
    assert begin not in world.client("chair").get(reverse("notifying", args=[on.case.key])).content.decode()
    post(world, begin, events=["other"], other_event="A trial.", **days("look_again_on", AHEAD))
    assert Watch.unscoped.get().other_event == "A trial."


def test_a_notice_is_recorded_through_its_page(world, on, urls):
    facts = {"kind": "safeguarding_partners", "sent_to": "All three", "evidence": "Mail."}
    post(world, urls["notice_record"], **facts, **days("sent_on", TODAY))
    assert Notice.unscoped.count() == 2


def test_the_sheet_shows_each_field_with_its_value_or_that_it_was_not_asked(world, on, urls):
    shown = world.client("officer").get(urls["notification_sheet"]).content.decode()
    assert f"{NAME[1]} {NAME[0]}" in shown
    assert "Not asked" in shown
    assert "The order of the national form is not verified" in shown
    assert "Coldwater Council" in shown


def test_the_office_puts_the_fields_in_the_order_it_meets(world, on, urls):
    url = reverse("arrange_sheet")
    order = queries.order()
    numbers = {name: str(place) for place, name in enumerate(reversed(order), 1)}
    answer = world.client("officer").post(url, numbers)
    assert "The order is kept." in answer.content.decode()
    assert queries.order() == list(reversed(order))
    assert world.client("officer").post(url, {**numbers, "nature": "first"}).status_code == 400
    assert world.client("officer").get(url).status_code == 200
    for who in set(EVERYBODY) - OFFICE - {"no_second_factor"}:
        assert world.client(who).get(url).status_code == 404


def test_home_and_decision_lead_here(world, on):
    page = world.client("officer").get(reverse("case", args=[on.case.key])).content.decode()
    assert reverse("notifying", args=[on.case.key]) in page
    assert reverse("incident", args=[on.case.key]) in page
