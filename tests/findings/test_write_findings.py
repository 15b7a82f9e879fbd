"""Findings and the entries they rest on: who keeps them, what is refused, what readers see, what is to be looked at."""

import pytest

from cairn.audit.models import Event
from cairn.findings import commands
from cairn.findings.models import EarlierFinding, Finding, Ground
from cairn.findings.queries.looking import grounds_to_look_at
from cairn.findings.states import Standing, in_words, standing
from cairn.kernel.verdict import Ground as On
from tests.chronology.acting import POLICE, TRUST, released, scene, signed
from tests.chronology.pages import PLANTED, absent, entry, request_is_gone, telling, text, two_cases, url
from tests.rapid_reviews.acting import refusal, tried
from tests.rapid_reviews.test_pages_cost import asked
from tests.world import EVERYBODY

KEEPS = {"business_manager", "officer", "reviewer"}
WORDS = "Missed appointments were not followed up."
CHANGED = (TRUST[0], ("4 April 2025", *TRUST[1][1:]), TRUST[2])
ANOTHER = "Information was not shared."


@pytest.fixture
def on(world, stories):
    two_cases(stories)
    found = scene(world, stories)
    signed(found)
    return found


def found(on, words=WORDS, who="reviewer"):
    return commands.write_finding(on.case, words=words, by=on.by(who), at=on.at)


def rested(on, finding=None, place=2, who="reviewer", **facts):
    facts = {"read": telling(on, place), "why": "Nobody called.", **facts}
    return commands.rest_on_entry(finding or found(on), **facts, by=on.by(who), at=on.at)


def page(on, finding, who="officer"):
    return text(on.world.client(who).get(url(on, "finding", finding.key)))


ACTS = {
    "write_finding": lambda on, by: commands.write_finding(on.case, words=ANOTHER, by=by, at=on.at),
    "change_finding": lambda on, by: commands.change_finding(
        Finding.unscoped.get(), words=ANOTHER, version=1, by=by, at=on.at
    ),
    "withdraw_finding": lambda on, by: commands.withdraw_finding(
        Finding.unscoped.get(), reason="Not so.", by=by, at=on.at
    ),
    "rest_on_entry": lambda on, by: commands.rest_on_entry(
        Finding.unscoped.get(), read=telling(on, 1), by=by, at=on.at
    ),
    "drop_ground": lambda on, by: commands.drop_ground(Ground.unscoped.get(), reason="No.", by=by, at=on.at),
    "confirm_ground": lambda on, by: commands.confirm_ground(Ground.unscoped.get(), version=2, by=by, at=on.at),
}


@pytest.mark.parametrize("name", ACTS)
def test_the_office_and_the_reviewer_keep_findings_and_nobody_else(world, on, name):
    rested(on)
    signed(on, CHANGED, why="The day was wrong.")
    released(on, "panel_member")
    verdicts = {who: tried(lambda on, by, _at: ACTS[name](on, by), on, world.actor(who), on.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == KEEPS
    assert all(each.rests_on(On.ROLE) for each in verdicts.values() if not each)
    ACTS[name](on, on.by("officer"))
    before = 1 if name in {"write_finding", "rest_on_entry"} else 0
    assert Event.unscoped.filter(verb=name, verdict="done").count() == before + 1


def test_a_finding_has_a_number_and_says_what_no_other_says(on):
    first, second = found(on), found(on, ANOTHER)
    assert (first.number, second.number) == (1, 2)
    assert refusal(lambda: found(on)).sentences == ("Finding 1 says this already.",)
    assert refusal(lambda: found(on, " ")).sentences == ("Write what is found, without names.",)


def test_a_finding_is_worded_anew_and_how_it_was_worded_before_is_kept(on):
    finding = found(on)
    facts = {"by": on.by("officer"), "at": on.at}
    commands.change_finding(finding, words=ANOTHER, version=1, **facts)
    stale = refusal(lambda: commands.change_finding(finding, words="Typed late.", version=1, **facts))
    assert stale.rests_on(On.STALE)
    assert EarlierFinding.unscoped.get().words == WORDS
    shown = page(on, finding)
    assert "How it was worded before" in shown
    assert WORDS in shown.split("How it was worded before")[1]
    same = commands.change_finding(finding, words=ANOTHER, version=2, **facts)
    assert same.revision == 3


def test_a_finding_that_is_withdrawn_is_read_with_the_reason_and_changed_no_more(on):
    ground = rested(on)
    finding, facts = ground.finding, {"by": on.by("officer"), "at": on.at}
    assert refusal(lambda: commands.withdraw_finding(finding, reason=" ", **facts)).sentences == (
        "Say why it is withdrawn.",
    )
    commands.withdraw_finding(finding, reason="Said elsewhere.", **facts)
    shown = page(on, finding)
    assert "This finding was withdrawn by Olu Office. Said elsewhere." in shown
    assert "Change the finding" not in shown
    assert "Rest a finding" not in shown
    withdrawn = "This finding is withdrawn. It can be read but not changed."
    for act in (
        lambda: commands.change_finding(finding, words=ANOTHER, version=1, **facts),
        lambda: commands.withdraw_finding(finding, reason="Twice.", **facts),
        lambda: commands.rest_on_entry(finding, read=telling(on, 1), **facts),
        lambda: commands.drop_ground(ground, reason="No.", **facts),
    ):
        assert withdrawn in refusal(act).sentences
    found(on)  # and the same may be found anew
    signed(on, CHANGED, why="The day was wrong.")
    assert "changed since" not in page(on, finding)
    assert grounds_to_look_at(on.by("officer"), on.at) == []


def test_a_finding_rests_on_an_entry_once_and_on_entries_of_its_case_alone(world, stories, on):
    finding = found(on)
    rested(on, finding)
    assert refusal(lambda: rested(on, finding)).sentences == ("The finding rests on this entry already.",)
    other = scene(world, stories, "Child S")
    signed(other)
    theirs = refusal(lambda: rested(on, finding, read=telling(other)))
    assert "Choose an entry of this case." in theirs.sentences
    their_finding = commands.write_finding(other.case, words=WORDS, by=on.by("officer"), at=on.at)
    assert absent(world.client("officer"), url(on, "finding", their_finding.key))


def test_a_ground_is_dropped_with_a_reason_and_may_be_named_anew(on):
    ground, facts = rested(on), {"by": on.by("officer"), "at": on.at}
    assert refusal(lambda: commands.drop_ground(ground, reason="", **facts)).sentences == ("Say why it is dropped.",)
    commands.drop_ground(ground, reason="Another child.", **facts)
    assert "It rests on no entry of the chronology yet." in page(on, ground.finding)
    twice = refusal(lambda: commands.drop_ground(ground, reason="Again.", **facts))
    assert twice.sentences == ("The finding rests on this entry no longer.",)
    rested(on, ground.finding)


def test_a_row_that_changed_is_a_warning_until_it_is_confirmed_anew(on):
    ground = rested(on)
    facts = {"by": on.by("officer"), "at": on.at}
    stands = refusal(lambda: commands.confirm_ground(ground, version=1, **facts))
    assert stands.sentences == ("The row stands as it was seen, so there is nothing to confirm.",)
    assert grounds_to_look_at(on.by("officer"), on.at) == []
    signed(on, CHANGED, why="The day was wrong.")
    warning = "Entry of Coldwater Community Health Trust, April 2025 (in doubt): changed since (version 2)"
    assert warning in page(on, ground.finding)
    listed = text(on.world.client("chair").get(url(on, "findings")))
    assert "1 to look at" in listed
    (look,) = grounds_to_look_at(on.by("reviewer"), on.at)
    assert (look.case_key, look.finding_key, look.grounds) == (on.case.key, ground.finding.key, 1)
    assert look.words == "Finding 1 rests on a row that has changed or was withdrawn"
    late = refusal(lambda: commands.confirm_ground(ground, version=1, **facts))
    assert late.rests_on(On.STALE)
    again = commands.confirm_ground(ground, version=2, **facts)
    assert (again.text.version.number, again.why) == (2, "Nobody called.")
    assert "changed since" not in page(on, ground.finding)
    assert grounds_to_look_at(on.by("officer"), on.at) == []
    assert Ground.unscoped.get(pk=ground.pk).dropped_reason == "Confirmed on version 2."


def test_a_row_that_its_agency_withdrew_is_a_warning_that_cannot_be_confirmed(on):
    finding = found(on)
    ground, _other = rested(on, finding), rested(on, finding, 3)
    signed(on, (TRUST[0],), why="That was another child.")
    assert "withdrawn by the agency (version 2)" in page(on, finding)
    assert "Look again" not in page(on, finding)
    refused = refusal(lambda: commands.confirm_ground(ground, version=2, by=on.by("officer"), at=on.at))
    assert "it cannot be confirmed" in refused.sentences[0]
    (look,) = grounds_to_look_at(on.by("officer"), on.at)
    assert look.words == "Finding 1 rests on 2 rows that have changed or were withdrawn"


def test_a_request_that_is_gone_leaves_a_warning(on):
    ground = rested(on)
    request_is_gone(on)
    assert "no longer in the chronology" in page(on, ground.finding)
    assert grounds_to_look_at(on.by("officer"), on.at)[0].grounds == 1
    client, confirm = on.world.client("officer"), url(on, "finding_confirm_ground", ground.key)
    assert client.get(confirm).status_code == 200
    assert "it cannot be confirmed" in text(client.post(confirm, {"version": 0}), 409)


def test_what_is_to_be_looked_at_is_told_to_those_who_keep_findings_and_open_cases_alone(world, on):
    rested(on)
    signed(on, CHANGED, why="The day was wrong.")
    told = {who for who in EVERYBODY if grounds_to_look_at(world.actor(who), on.at)}
    assert told == KEEPS


def test_through_the_pages_a_finding_is_written_rested_confirmed_and_dropped(world, on):
    client = world.client("reviewer")
    write = url(on, "finding_write")
    assert client.post(write, {"words": WORDS})["Location"] == url(on, "findings")
    assert "Finding 1 says this already." in text(client.post(write, {"words": WORDS}), 409)
    finding = Finding.unscoped.get()
    listed = text(client.get(url(on, "findings")))
    assert "Nothing yet" in listed
    beside = text(client.get(url(on, "chronology_entry", entry(on, 2).key)))
    rest = url(on, "finding_rest", entry(on, 2).key)
    assert rest in beside
    assert "1. Missed appointments" in text(client.get(rest))
    assert "Choose a finding." in text(client.post(rest, {"why": "Kept?"}), 400)
    given = {"finding": finding.key, "why": "Nobody called.", "read": 1}
    assert client.post(rest, given)["Location"] == url(on, "chronology_entry", entry(on, 2).key)
    assert "Nobody called." in text(client.post(rest, given), 409)
    assert "1. Missed appointments" in text(client.get(url(on, "chronology_entry", entry(on, 2).key)))
    assert "1 entry" in text(client.get(url(on, "findings")))
    ground = Ground.unscoped.get()
    signed(on, CHANGED, why="The day was wrong.")
    confirm = url(on, "finding_confirm_ground", ground.key)
    shown = text(client.get(confirm))
    assert "As it was seen" in shown
    assert "4 April 2025" in shown
    assert 'name="version" value="2"' in text(client.post(confirm, {"version": 1}), 409)
    assert client.post(confirm, {"version": 2})["Location"] == url(on, "finding", finding.key)
    drop = url(on, "finding_drop_ground", Ground.unscoped.latest("id").key)
    assert "Say why." in text(client.post(drop, {"reason": ""}), 400)
    assert client.post(drop, {"reason": "Another child."}).status_code == 302
    change = url(on, "finding_change", finding.key)
    assert client.post(change, {"words": ANOTHER, "version": 1}).status_code == 302
    kept = text(client.post(change, {"words": "Typed late.", "version": 1}), 409)
    assert "Typed late." in kept
    assert 'name="version" value="2"' in kept
    withdraw = url(on, "finding_withdraw", finding.key)
    assert "Finding 1" in text(client.get(withdraw))
    assert client.post(withdraw, {"reason": "Said elsewhere."}).status_code == 302
    assert "Withdrawn" in text(client.get(url(on, "findings")))
    assert "No finding stands yet." in text(client.get(rest))


def test_the_pages_are_there_for_those_who_read_findings_and_the_chair_reads_why_she_may_not_write(world, on):
    ground = rested(on)
    pages = [url(on, "findings"), url(on, "finding", ground.finding.key), url(on, "finding_write")]
    pages += [url(on, f"finding_{name}", ground.finding.key) for name in ("change", "withdraw")]
    pages += [url(on, f"finding_{name}_ground", ground.key) for name in ("confirm", "drop")]
    pages += [url(on, "finding_rest", entry(on, 2).key)]
    released(on)
    for who in ("panel_member", "conflicted", "outsider", "author"):
        assert absent(world.client(who), *pages), who
    assert "Rest a finding" not in text(world.client("panel_member").get(url(on, "chronology_entry", entry(on, 2).key)))
    chair = world.client("chair")
    assert WORDS in text(chair.get(pages[0]))
    assert WORDS in text(chair.get(url(on, "chronology_entry", entry(on, 2).key)))
    assert "Rest a finding on this entry" not in text(chair.get(url(on, "chronology_entry", entry(on, 2).key)))
    assert "Your role may not write findings" in text(chair.get(pages[2]))
    nowhere = [
        url(on, name, "not-there")
        for name in (
            "finding",
            "finding_change",
            "finding_withdraw",
            "finding_rest",
            "finding_confirm_ground",
            "finding_drop_ground",
        )
    ]
    assert absent(world.client("officer"), *nowhere)


def test_names_are_labels_for_those_who_read_no_names(world, on):
    words = f"{PLANTED[1]} {PLANTED[0]} of {PLANTED[3]} was not seen."
    ground = rested(on, found(on, words), 1, why=f"See {PLANTED[2]}.")
    facts = {"by": on.by("officer"), "at": on.at}
    commands.change_finding(ground.finding, words=f"{words} Ever.", version=1, **facts)
    client = world.client("reviewer")
    pages = [url(on, "findings"), url(on, "chronology_entry", entry(on).key), url(on, "finding_rest", entry(on).key)]
    pages += [url(on, f"finding{name}", ground.finding.key) for name in ("", "_change", "_withdraw")]
    pages += [url(on, f"finding_{name}_ground", ground.key) for name in ("confirm", "drop")]
    for address in pages:
        shown = text(client.get(address))
        assert [name for name in PLANTED if name in shown] == [], address
    assert PLANTED[0] in page(on, ground.finding)


def test_the_pages_ask_as_often_for_many_as_for_few(on):
    signed(on, POLICE, "POLICE", "officer")
    rested(on)
    client, here = on.world.client("officer"), url(on, "findings")
    few = asked(client, here)
    more = found(on, ANOTHER)
    rested(on, more, 1)
    rested(on, more, read=telling(on, 1, "POLICE"))
    assert asked(client, here) == few


def test_how_an_entry_stands_follows_from_what_was_seen_and_what_is_told():
    assert standing("a", "a", 0) is Standing.SAME
    assert standing("a", "b", 0) is Standing.CHANGED
    assert standing("a", "a", 3) is Standing.WITHDRAWN
    assert standing("a", "", 0) is Standing.TAKEN_BACK
    assert [in_words(each, 2) for each in Standing] == [
        "",
        "changed since (version 2)",
        "withdrawn by the agency (version 2)",
        "no longer in the chronology: its agency is no longer asked",
    ]
