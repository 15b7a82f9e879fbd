"""Pairs and gaps are judged by a person: who judges, what a page shows, and what becomes of it when rows change."""

import pytest

from cairn.audit.models import Event
from cairn.cases import policy as cases
from cairn.chronology import commands
from cairn.chronology.engine.looking import Kind
from cairn.chronology.models import EntryText, Judgement
from cairn.chronology.queries import looking
from cairn.kernel.verdict import Ground
from tests.chronology.acting import released, scene, sent, signed
from tests.chronology.pages import PLANTED, absent, entry, request_is_gone, telling, text, two_cases, url
from tests.rapid_reviews.acting import refusal, tried
from tests.rapid_reviews.test_pages_cost import asked
from tests.world import EVERYBODY

MARKS = {"business_manager", "officer", "reviewer"}
TOLD = f"{PLANTED[1]} {PLANTED[0]} admitted to hospital with a fractured left arm"
TRUST = (("9 May 2025", "", "Ward notes", TOLD, "Yes", ""), ("1 June 2026", "", "Letter", "Discharged", "", ""))
POLICE = (("9/5/2025", "", "CAD 12", TOLD, "No", ""),)
SAID = {"verdict": "one_event", "version": 0}


@pytest.fixture
def on(world, stories):
    two_cases(stories)
    found = scene(world, stories)
    signed(found, TRUST)
    signed(found, POLICE, "POLICE", "officer")
    return found


def pair(on, kind=Kind.DUPLICATE):
    return commands.About(kind, telling(on), telling(on, short="POLICE"))


def gap(on):
    return commands.About(Kind.GAP, telling(on, 1), telling(on, 2), "silent")


def judged(on, about=None, who="reviewer", **said):
    return commands.judge(on.case, about=about or pair(on), **{**SAID, **said}, by=on.by(who), at=on.at)


def page(on, who="officer", more=""):
    return text(on.world.client(who).get(url(on, "chronology_questions") + more))


def at(on, slug="duplicate"):
    return url(on, "chronology_judge", slug, entry(on).key, entry(on, short="POLICE").key)


def test_the_office_and_the_reviewer_judge_and_nobody_else(world, on):
    released(on, "panel_member")
    about = pair(on)
    verdicts = {
        who: tried(
            lambda _on, by, at: commands.judge(on.case, about=about, **SAID, by=by, at=at), on, world.actor(who), on.at
        )
        for who in EVERYBODY
    }
    assert {who for who, verdict in verdicts.items() if verdict} == MARKS
    assert all(each.rests_on(Ground.ROLE) for each in verdicts.values() if not each)


def test_what_is_found_stands_side_by_side_and_waits_to_be_judged(on):
    shown = page(on)
    assert "Told twice? (1 to judge)" in shown
    assert "Told by Coldwater Community Health Trust and Fellside Police, on one day" in shown
    assert "Coldwater Community Health Trust says yes, Fellside Police says no" in shown
    assert "from 9 May 2025 to 1 June 2026, no agency records anything." in shown
    assert "from 9 May 2025 to 1 June 2026, Coldwater Community Health Trust records nothing." in shown
    for said in ("Ward notes", "CAD 12", "9/5/2025", "Judge it"):
        assert said in shown
    assert "Nothing is judged yet." in shown
    assert "Judge it" not in page(on, "chair")


def test_a_judgement_joins_nothing_and_moves_the_card(on):
    rows = EntryText.unscoped.count()
    made = judged(on, words="Both tell of the admission.")
    assert EntryText.unscoped.count() == rows
    assert [event.object_key for event in Event.unscoped.filter(verb="judge", verdict="done")] == [made.key]
    shown = page(on)
    assert "Told twice? (0 to judge)" in shown
    assert "Told differently? (1 to judge)" in shown
    after = shown.split('id="judged"')[1]
    assert "Told twice? One event" in after
    assert "Both tell of the admission." in after
    assert "Rae Viewer, 14 August 2026" in after
    assert "has changed" not in after


def test_an_entry_says_which_other_agency_tells_it_too_until_that_is_judged_otherwise(on):
    here = {short: url(on, "chronology_entry", entry(on, short=short).key) for short in ("TRUST", "POLICE")}
    client = on.world.client("chair")
    assert "told also by" not in text(client.get(here["TRUST"]))
    judged(on)
    assert f'told also by <a class="govuk-link" href="{here["POLICE"]}">Fellside Police' in text(
        client.get(here["TRUST"])
    )
    assert "Coldwater Community Health Trust</a>" in text(client.get(here["POLICE"]))
    judged(on, verdict="two_events", version=1)
    assert "told also by" not in text(client.get(here["TRUST"]))


def test_the_last_judgement_counts_and_the_earlier_ones_are_kept(on):
    judged(on)
    turned = commands.About(Kind.DUPLICATE, telling(on, short="POLICE"), telling(on))
    stale = refusal(lambda: judged(on, turned))
    assert stale.rests_on(Ground.STALE)
    judged(on, turned, "officer", verdict="two_events", version=1)
    assert Judgement.unscoped.count() == 2
    after = page(on).split('id="judged"')[1]
    assert "Two events" in after
    assert "judged 1 time before" in after
    assert "One event" not in after


def test_what_a_judgement_must_say(on):
    assert refusal(lambda: judged(on, verdict="explained", words="So.")).sentences == ("Choose what you make of it.",)
    assert refusal(lambda: judged(on, verdict="")).sentences == ("Choose what you make of it.",)
    assert refusal(lambda: judged(on, verdict="ask", words=" ")).sentences == ("Write what to ask.",)
    assert refusal(lambda: judged(on, gap(on), verdict="explained")).sentences == ("Say what explains it.",)
    judged(on, gap(on), verdict="explained", words="He was in hospital abroad.")
    assert "Stretches of nothing Explained" in page(on)


def test_rows_of_another_case_or_that_nobody_may_read_are_not_judged(world, stories, on):
    other = scene(world, stories, "Child S")
    signed(other, TRUST)
    theirs = commands.About(Kind.DUPLICATE, telling(on), telling(other))
    assert "Choose rows of this case." in refusal(lambda: judged(on, theirs)).sentences
    mine, here = pair(on), at(on)
    request_is_gone(on)
    assert refusal(lambda: judged(on, mine)).rests_on(Ground.ROLE)
    assert absent(world.client("officer"), here)


def test_a_judgement_on_a_row_that_changed_since_says_so_and_one_withdrawn_too(on):
    judged(on)
    signed(on, ((*TRUST[0][:3], f"{TOLD} at night", "Yes", ""), TRUST[1]), why="The time of day.")
    after = page(on).split('id="judged"')[1]
    assert "A row has changed since this was judged." in after
    assert "Judge it again" in after
    signed(on, TRUST[1:], why="That was another child.")
    after = page(on).split('id="judged"')[1]
    assert "A row has changed since this was judged." in after
    assert "Judge it again" not in after


def test_a_judgement_on_a_version_that_is_not_signed_is_not_there_for_whom_the_whole_is_released_to(on):
    released(on)
    sent(on, ((*TRUST[0][:3], f"{TOLD} at night", "Yes", ""), TRUST[1]), why="The time of day.")
    judged(on, words="At night, then.")
    assert "At night, then." in page(on, "chair")
    shown = page(on, "panel_member")
    assert "at night" not in shown.lower()
    assert "Told twice? (1 to judge)" in shown
    assert "told also by" not in text(
        on.world.client("panel_member").get(url(on, "chronology_entry", entry(on, short="POLICE").key))
    )


def test_the_pages_are_not_there_for_whom_nothing_is_released(world, on):
    for who in ("panel_member", "conflicted", "outsider", "author"):
        assert absent(world.client(who), url(on, "chronology_questions"), at(on)), who
    client = world.client("officer")
    nobodys = url(on, "chronology_judge", "duplicate", entry(on).key, "not-there")
    assert absent(client, at(on, "silent"), at(on, "weather"), nobodys)


def test_through_the_page_a_pair_is_judged_and_what_was_typed_stays(world, on):
    client, here = world.client("reviewer"), at(on)
    form = text(client.get(here))
    assert "A pair told twice?" in form
    assert "Ward notes" in form
    assert "Write what to ask." in text(client.post(here, {"verdict": "ask", "version": 0}), 400)
    done = client.post(here, {"verdict": "ask", "words": "Who came first?", "version": 0})
    assert done["Location"] == url(on, "chronology_questions")
    kept = text(client.post(here, {"verdict": "one_event", "words": "I typed this.", "version": 0}), 409)
    assert "I typed this." in kept
    assert 'name="version" value="1"' in kept
    stretch = url(on, "chronology_judge", "silent-agency", entry(on).key, entry(on, 2).key)
    assert "A gap" in text(client.get(stretch))
    assert client.post(stretch, {"verdict": "explained", "words": "Abroad."}).status_code == 302
    assert Judgement.unscoped.get(kind="gap").agency == world.agency("TRUST")


def test_a_referral_without_an_answer_has_one_row_and_is_judged_too(on):
    signed(on, (*TRUST, ("1 June 2027", "", "Letter", "A referral was made to the clinic", "", "")), why="More.")
    client = on.world.client("officer")
    here = url(on, "chronology_judge", "unanswered-agency", entry(on, 3).key, entry(on, 3).key)
    assert "no row of the next 7 days gives an answer" in text(client.get(here))
    assert client.post(here, {"verdict": "explained", "words": "By phone.", "version": 0}).status_code == 302
    assert Judgement.unscoped.get().second is None
    assert client.post(here, {"verdict": "explained", "words": "By phone.", "version": 0}).status_code == 409


def test_names_are_labels_for_those_who_read_no_names(world, on):
    judged(on, words=f"{PLANTED[1]} of {PLANTED[3]}.")
    for shown in (page(on, "reviewer"), text(world.client("reviewer").get(at(on, "disagreement")))):
        assert [name for name in PLANTED if name in shown] == []
        assert "Child R" in shown
    assert PLANTED[0] in page(on, "officer")


def test_cards_come_twenty_on_a_page(on):
    rows = tuple(
        (f"{day} July 2025", "", "Log", f"Shouting heard at lane{day} by neighbour{day} at door{day}", "", "")
        for day in range(1, 26)
    )
    signed(on, (*TRUST, *rows), why="The summer was left out.")
    signed(
        on,
        (*POLICE, *((f"{day}/7/2025", *row[1:]) for day, row in enumerate(rows, 1))),
        "POLICE",
        "officer",
        why="The summer was left out.",
    )
    first = page(on)
    assert first.count("<article") < 65
    assert "?duplicate=2" in first
    assert page(on, more="?duplicate=2") != first
    assert "to judge)" in page(on, more="?duplicate=never&gap=9999")


def test_the_page_asks_as_often_for_many_as_for_few_and_looks_once(on):
    client, here = on.world.client("officer"), url(on, "chronology_questions")
    client.get(here)
    few = asked(client, here)
    before = looking._found.cache_info()
    judged(on)
    judged(on, pair(on, Kind.DISAGREEMENT), verdict="ask", words="Who saw him?")
    assert asked(client, here) == few + 1  # the entries that were judged
    judged(on, gap(on), verdict="explained", words="Abroad.")
    assert asked(client, here) == few + 1
    assert looking._found.cache_info().misses == before.misses


def test_what_was_found_keeps_nothing_of_what_the_rows_say(on):
    found = looking.found_in(cases.rights(on.by("officer"), on.case, on.at), on.case)
    assert found
    assert all(name not in repr(found) for name in (*PLANTED, "hospital", "Ward"))
