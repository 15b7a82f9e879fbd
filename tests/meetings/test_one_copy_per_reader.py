"""T2 for meetings: a standing subgroup takes six cases, and one is closed to a member by a conflict of interest.

Her pages, pack, agenda and minutes are those of a world in which the sixth case does not exist.
"""

import io
import re
import zipfile

import pytest
from django.db import transaction
from django.urls import reverse

from cairn.actions import jobs as action_jobs
from cairn.cases import commands as cases
from cairn.cases.models import Case
from cairn.documents.engine.papers import pdf, word
from cairn.kernel.key import KEY_LENGTH
from cairn.meetings import commands, queries
from cairn.partnership.models import Message
from tests.cases.test_two_worlds_on_pages import read
from tests.meetings.acting import act_on, call, came, declare, hand, hold, minute, put, standing

READER = "member_education"
OPEN = [f"Child {letter}" for letter in "ABCDE"]
HIDDEN = "Child Zzyzx"
SECRET = ("Zzyzx", "Quagmire", "Vantablack", "Ptarmigan", "Obsidian", "Larkspur", "Wolfram")
DRAWN = re.compile(rf"CR-[0-9A-Z]{{4}}-[0-9A-Z]{{2}}|(?<![\w-])[\w-]{{{KEY_LENGTH}}}(?![\w-])")
DOWNLOADS = (("meeting_pack", "word"), ("meeting_pack", "pdf"), ("meeting_agenda",), ("meeting_minutes",))


def open_case(world, label):
    manager = world.actor("business_manager")
    case = cases.open_case(
        kind="serious_incident", label=label, known_on=world.at.date(), told_by="Council", by=manager, at=world.at
    )
    for who in (READER, "member", "legal"):
        cases.give_access(case, to=world.seat(who), reason="Asked to the meeting.", by=manager, at=world.at)
    return case


def take(world, meeting, case, words):
    """One of everything on an item: a paper, an interest, a minute, an action, a hand-over."""
    item, by = put(world, meeting, case, title=f"Rapid review {words[0]}"), world.actor("officer")
    commands.put_paper(item, title=f"Note {words[1]}", words=words[2], by=by, at=world.at)
    declare(world, meeting, item, who="officer", whose="legal", agreed="noted")
    minute(world, item, discussion=words[3], decision=words[4])
    act_on(world, item, agency="SCHOOLS", what=f"Ask about {words[5]}")
    hand(world, item, what=words[6])
    return item


def hide(world, meeting):
    """The sixth case, in which the reader has a conflict of interest."""
    case = open_case(world, HIDDEN)
    manager, reader = world.actor("business_manager"), world.user(READER)
    cases.declare_conflict(case, person=reader, nature="Her pupil.", by=manager, at=world.at)
    return take(world, meeting, case, SECRET)


def told(world, *, hidden_after=None):
    """The meeting, with the hidden case put on the agenda after so many of the others; never, if none is said."""
    meeting = call(world)
    came(world, meeting, "chair", "member", READER, "legal")
    for number, label in enumerate(OPEN):
        if number == hidden_after:
            hide(world, meeting)
        take(world, meeting, open_case(world, label), ["again", "for all", "Words", "Talk", "Go on", "it", "Theme"])
    minute(world, standing(meeting), discussion="Sleep comes back in every case.")
    return meeting


def copies(world, meeting, who=READER):
    """The bytes of every paper as one reader has it."""
    actor = world.actor(who)
    papers = [make(actor, meeting, world.at) for make in (queries.pack, queries.agenda_paper, queries.minutes_paper)]
    return [write(paper) for paper in papers for write in (word.write, pdf.write)]


def addresses(world, meeting, who=READER):
    """Every page on which a meeting shows, as one reader can reach it."""
    acts = ("change", "hold", "cancel", "agree", "put_case", "put_other", "attendance", "interest")
    one = [reverse(f"meeting_{act}", args=[meeting.key]) for act in acts]
    found = ["/", reverse("meetings"), reverse("call_meeting"), reverse("meeting", args=[meeting.key]), *one]
    on_item = ("meeting_item", "meeting_take_off", "meeting_paper", "meeting_set_action", "meeting_hand_over")
    for row in queries.agenda_for(world.actor(who), meeting, world.at):
        found += [reverse(name, args=[meeting.key, row.key]) for name in on_item]
        if row.case_key:
            found += [reverse(name, args=[row.case_key]) for name in ("case", "case_meetings", "case_actions")]
    return found


def pages(world, client, meeting):
    """Every page of hers on which a meeting shows, and every paper that can be taken away."""
    found = {address: read(client, address) for address in addresses(world, meeting)}
    for name, *parts in DOWNLOADS:
        address = reverse(name, args=[meeting.key, *parts])
        point = transaction.savepoint()
        answer = client.get(address)
        transaction.savepoint_rollback(point)
        found[address] = (answer.status_code, answer.content, answer["Content-Disposition"], answer["Content-Length"])
    return found


def test_a_sixth_case_that_is_put_on_the_agenda_changes_no_byte_of_what_she_gets(world):
    meeting, client = told(world), world.client(READER)
    before = pages(world, client, meeting), copies(world, meeting), queries.to_read(world.actor(READER), world.at)
    item = hide(world, meeting)
    after = pages(world, client, meeting), copies(world, meeting), queries.to_read(world.actor(READER), world.at)
    assert {address: page for address, page in after[0].items() if page != before[0].get(address)} == {}
    assert after == before
    assert {page[0] for page in before[0].values()} == {200}
    nowhere = reverse("meeting_item", args=[meeting.key, "x" * 22])
    for name in ("meeting_item", "meeting_take_off", "meeting_paper", "meeting_set_action", "meeting_hand_over"):
        address = reverse(name, args=[meeting.key, item.key])
        assert read(client, address) == read(client, nowhere), name
        assert client.post(address, {}).content == client.get(nowhere).content, name


def _drawn_out(text):
    """The text with every key and reference in the order in which they first stand in it."""
    known = {}
    return DRAWN.sub(lambda found: f"<{known.setdefault(found[0], len(known))}>", text)


def _words_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return held.read("word/document.xml").decode()


class _Undone(Exception):
    pass


def _in_a_world(world, hidden_after):
    """What she gets in a world of its own, which is undone: the pages of the meeting and the words of its papers."""
    got = {}
    try:
        with transaction.atomic():
            meeting = told(world, hidden_after=hidden_after)
            got["mine"] = _drawn_out(read(world.client(READER), reverse("meeting", args=[meeting.key]))[1])
            got["list"] = _drawn_out(read(world.client(READER), reverse("meetings"))[1])
            got["form"] = _drawn_out(read(world.client(READER), reverse("meeting_interest", args=[meeting.key]))[1])
            papers = copies(world, meeting)[::2]
            got["papers"] = [_drawn_out(_words_of(content)) for content in papers]
            numbers = [row.number for row in queries.agenda_for(world.actor(READER), meeting, world.at)]
            theirs = [row.called for row in queries.agenda_for(world.actor("chair"), meeting, world.at)]
            raise _Undone
    except _Undone:
        return got, numbers, theirs


@pytest.mark.parametrize("hidden_after", [0, 2])
def test_the_numbering_closes_up_wherever_the_hidden_case_stands(world, hidden_after):
    with_it, numbers, theirs = _in_a_world(world, hidden_after)
    without, numbers_without, theirs_without = _in_a_world(world, None)
    assert with_it == without
    assert numbers == numbers_without == [1, 2, 3, 4, 5, 6, 7]
    assert (len(theirs), len(theirs_without)) == (8, 7)
    assert "Zzyzx" in theirs[1 + hidden_after]


def test_what_is_planted_is_there_for_the_others_and_nowhere_for_her(world):
    meeting = told(world, hidden_after=2)
    hidden = Case.unscoped.get(label=HIDDEN)
    planted = (*SECRET, hidden.reference, hidden.key)
    for who, sees in ((READER, set()), ("deputy", set(planted)), ("chair", set(planted)), ("outsider", set())):
        papers = copies(world, meeting, who)
        client, reached = world.client(who), addresses(world, meeting, who)
        words = " ".join([*(_words_of(each) for each in papers[::2]), *(read(client, each)[1] for each in reached)])
        found = {word for word in planted if word in words}
        assert found == sees, who


def test_to_the_others_she_left_for_other_business_and_the_list_of_those_who_came_says_nothing(world):
    meeting = told(world, hidden_after=2)
    chair = world.actor("chair")
    rows = {row.about.split(", ")[-1]: row for row in queries.agenda_for(chair, meeting, world.at) if row.about}
    assert rows[HIDDEN].away == ("Edie School",)
    assert rows["Child A"].away == ()
    minutes = _words_of(word.write(queries.minutes_paper(chair, meeting, world.at)))
    assert minutes.count("Left for other business: Edie School.") == 1
    for who in ("chair", READER):
        row = next(row for row in queries.attendance(meeting, world.at) if row.seat_key == world.seat(READER).key)
        assert (row.who, row.how_label) == ("Edie School", "Present"), who


def test_a_conflict_that_is_declared_later_does_not_rewrite_who_was_there(world):
    meeting = hold(world, told(world))
    case = Case.unscoped.get(label="Child A")
    later = world.at.replace(month=9)
    manager = world.actor("business_manager")
    cases.declare_conflict(case, person=world.user("member"), nature="A new post.", by=manager, at=later)
    rows = queries.agenda_for(world.actor("chair"), meeting, later)
    assert {row.away for row in rows} == {()}
    assert len(queries.agenda_for(world.actor("member"), meeting, later)) == len(rows) - 1


def test_no_notice_to_her_tells_of_the_hidden_case(world):
    meeting = told(world)
    hide(world, meeting)
    action_jobs.remind_of_actions(world.at)
    words = " ".join(f"{notice.subject} {notice.body} {notice.link}" for notice in Message.unscoped.all())
    assert not [word for word in SECRET if word in words]


def test_each_copy_carries_the_name_of_its_reader_and_the_marking(world):
    meeting = told(world)
    paper = queries.pack(world.actor(READER), meeting, world.at)
    assert (paper.for_reader, paper.marking, paper.contents) == ("Edie School", "Official-Sensitive", True)
    assert paper.title == "Pack for the meeting of 21 August 2026"
