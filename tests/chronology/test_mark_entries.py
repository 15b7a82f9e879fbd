"""Marks on entries and key practice episodes: who places them, what is refused, and what readers see of them."""

import pytest

from cairn.audit.models import Event
from cairn.cases import commands as cases
from cairn.chronology import commands
from cairn.chronology.models import Episode, Mark
from cairn.guidance.vocabularies import vocabulary
from cairn.kernel.verdict import Ground
from tests.chronology.acting import POLICE, TRUST, released, scene, sent, signed
from tests.chronology.pages import PLANTED, absent, entry, request_is_gone, text, two_cases, url
from tests.rapid_reviews.acting import refusal, tried
from tests.rapid_reviews.test_pages_cost import asked
from tests.world import EVERYBODY

MARKS = {"business_manager", "officer", "reviewer"}
EPISODE = {"title": "The missed clinic", "why": "Nobody asked why."}


@pytest.fixture
def on(world, stories):
    two_cases(stories)
    found = scene(world, stories)
    signed(found)
    signed(found, POLICE, "POLICE", "officer")
    return found


def made(on, **said):
    return commands.make_episode(on.case, **{**EPISODE, **said}, by=on.by("reviewer"), at=on.at)


def line_of(on, case=None):
    facts = {"question": "Was the father seen?", "by": on.by("officer"), "at": on.at}
    return cases.add_line(case or on.case, **facts)


def marked(on, place=1, who="reviewer", short="TRUST", **value):
    return commands.mark_entry(entry(on, place, short), **value, by=on.by(who), at=on.at)


def theme(number=0):
    return vocabulary("themes").terms[number]


def page(on, who, place=1):
    return text(on.world.client(who).get(url(on, "chronology_entry", entry(on, place).key)))


ACTS = {
    "make_episode": lambda on, by, at: commands.make_episode(on.case, **EPISODE, by=by, at=at),
    "mark_entry": lambda on, by, at: commands.mark_entry(entry(on), theme=theme().id, by=by, at=at),
    "change_episode": lambda on, by, at: commands.change_episode(
        Episode.unscoped.get(), title="Another", why="More.", version=1, by=by, at=at
    ),
    "put_in_episode": lambda on, by, at: commands.put_in_episode(
        Episode.unscoped.get(), entries=[entry(on)], by=by, at=at
    ),
    "take_mark_off": lambda on, by, at: commands.take_mark_off(Mark.unscoped.get(), by=by, at=at),
}


@pytest.mark.parametrize("name", ACTS)
def test_the_office_and_the_reviewer_mark_and_nobody_else(world, on, name):
    if name in {"change_episode", "put_in_episode"}:
        made(on)
    if name == "take_mark_off":
        marked(on, theme=theme().id)
    released(on, "panel_member")
    verdicts = {who: tried(ACTS[name], on, world.actor(who), on.at) for who in EVERYBODY}
    assert {who for who, verdict in verdicts.items() if verdict} == MARKS
    assert all(each.rests_on(Ground.ROLE) for each in verdicts.values() if not each)
    assert not Event.unscoped.filter(verb=name, verdict="done")


def test_a_mark_is_one_of_three_and_stands_on_the_entry_until_it_is_taken_off(on):
    episode, line = made(on), line_of(on)
    marks = [marked(on, theme=theme().id), marked(on, line=line), marked(on, episode=episode)]
    shown = page(on, "chair")
    for words in (f"Theme: {theme().label}", "Line of enquiry: 1. Was the father seen?", "episode: 1. The missed"):
        assert words in shown
    assert "Take it off" not in shown
    for mark in marks:
        commands.take_mark_off(mark, by=on.by("officer"), at=on.at)
    assert "No mark yet." in page(on, "chair")
    assert Mark.unscoped.count() == 3
    twice = refusal(lambda: commands.take_mark_off(marks[0], by=on.by("officer"), at=on.at))
    assert twice.sentences == ("This mark was taken off already.",)
    marked(on, theme=theme().id)


def test_a_mark_that_is_there_or_of_no_kind_or_of_another_case_is_refused(world, stories, on):
    other = scene(world, stories, "Child S")
    line, episode = line_of(on, other.case), commands.make_episode(other.case, **EPISODE, by=on.by("officer"), at=on.at)
    marked(on, theme=theme().id)
    assert refusal(lambda: marked(on, theme=theme().id)).sentences == ("The entry has this mark already.",)
    choose = "Choose a theme, a line of enquiry or an episode: one of them."
    for value in ({}, {"theme": theme().id, "episode": made(on)}, {"theme": "weather"}):
        assert choose in refusal(lambda value=value: marked(on, **value)).sentences
    for value in ({"line": line}, {"episode": episode}):
        assert "Choose something of this case." in refusal(lambda value=value: marked(on, **value)).sentences
    mixed = refusal(lambda: commands.put_in_episode(episode, entries=[entry(on)], by=on.by("officer"), at=on.at))
    assert "Choose something of this case." in mixed.sentences


def test_an_entry_whose_request_is_gone_is_not_marked(on):
    found = entry(on)
    request_is_gone(on)
    gone = refusal(lambda: commands.mark_entry(found, theme=theme().id, by=on.by("officer"), at=on.at))
    assert gone.sentences == ("This row is not in what you may read of the chronology.",)


def test_an_episode_has_a_number_a_title_of_its_own_and_a_reason(on):
    first, second = made(on), made(on, title="The arrest")
    assert (first.number, second.number) == (1, 2)
    assert refusal(lambda: made(on)).sentences == ("Episode 1 has this title already.",)
    assert refusal(lambda: made(on, title=" ", why="")).sentences == (
        "Enter a title, without names.",
        "Say why the episode matters.",
    )
    facts = {"by": on.by("officer"), "at": on.at}
    changed = commands.change_episode(second, title="The arrest at home", why="Why then?", version=1, **facts)
    assert (changed.title, changed.revision) == ("The arrest at home", 2)
    stale = refusal(lambda: commands.change_episode(second, title="Anew", why="So.", version=1, **facts))
    assert stale.rests_on(Ground.STALE)
    taken = refusal(lambda: commands.change_episode(second, **EPISODE, version=2, **facts))
    assert taken.sentences == ("Episode 1 has this title already.",)


def test_several_entries_are_put_in_at_once_with_one_event_and_those_inside_stay(on):
    episode = made(on)
    facts = {"by": on.by("officer"), "at": on.at}
    assert refusal(lambda: commands.put_in_episode(episode, entries=[], **facts)).sentences == (
        "Choose at least one entry.",
    )
    marked(on, 1, episode=episode)
    put = commands.put_in_episode(episode, entries=[entry(on, 1), entry(on, 2)], **facts)
    assert [mark.entry_id for mark in put] == [entry(on, 2).pk]
    assert Event.unscoped.filter(verb="put_in_episode", verdict="done").count() == 1


def test_the_page_of_episodes_shows_entries_in_order_with_the_time_between_them(on):
    episode = made(on)
    every = [entry(on, 3), entry(on, 1), entry(on, 1, "POLICE"), entry(on, 2)]
    commands.put_in_episode(episode, entries=every, by=on.by("officer"), at=on.at)
    client = on.world.client("reviewer")
    shown = text(client.get(url(on, "chronology_episodes")))
    order = [shown.index(words) for words in ("3 March 2025", "April 2025", "Officers called", "Admitted with")]
    assert order == sorted(order)
    assert "between 29 and 58 days (in doubt)" in shown
    assert "the same day" in shown
    signed(on, (TRUST[0], TRUST[2]), why="That was another child.")
    assert "(withdrawn in version 2)" in text(client.get(url(on, "chronology_episodes")))


def test_an_entry_that_a_reader_may_not_read_is_not_in_the_episode_for_her(on):
    sent(on, (*TRUST, ("10 June 2025", "", "Letter", "Discharged", "", "")), why="One row was left out.")
    commands.put_in_episode(made(on), entries=[entry(on, 1), entry(on, 4)], by=on.by("officer"), at=on.at)
    released(on)
    here = url(on, "chronology_episodes")
    assert "Discharged" in text(on.world.client("chair").get(here))
    shown = text(on.world.client("panel_member").get(here))
    assert "Discharged" not in shown
    assert "Zebedee" not in shown
    assert "Add entries" not in shown


def test_episodes_are_not_there_for_whom_nothing_is_released(world, on):
    episode = made(on)
    addresses = [url(on, "chronology_episodes"), url(on, "chronology_make_episode")]
    addresses += [url(on, f"chronology_{name}_episode", episode.key) for name in ("change", "put_in")]
    for who in ("panel_member", "conflicted", "outsider", "author"):
        assert absent(world.client(who), *addresses), who
    assert absent(world.client("officer"), url(on, "chronology_change_episode", "not-there"))
    assert absent(world.client("chair"), url(on, "chronology_change_episode", episode.key))


def test_an_episode_of_another_case_is_not_in_this_one(world, stories, on):
    other = scene(world, stories, "Child S")
    theirs = commands.make_episode(other.case, **EPISODE, by=on.by("officer"), at=on.at)
    assert absent(world.client("officer"), url(on, "chronology_change_episode", theirs.key))
    assert "No key practice episode yet." in text(world.client("officer").get(url(on, "chronology_episodes")))


def test_through_the_pages_an_episode_is_made_filled_and_changed(world, on):
    client = world.client("officer")
    assert client.post(url(on, "chronology_make_episode"), EPISODE)["Location"] == url(on, "chronology_episodes")
    assert "Episode 1 has this title already." in text(client.post(url(on, "chronology_make_episode"), EPISODE), 409)
    episode = Episode.unscoped.get()
    choose = url(on, "chronology_put_in_episode", episode.key)
    assert "Zebedee" in text(client.get(choose))
    later = text(client.get(f"{choose}?day=1/6/2025"))
    assert "Interview with the father" in later
    assert "Zebedee" not in later
    assert "No entry of the chronology happened from that day on." in text(client.get(f"{choose}?day=1/6/2026"))
    assert "Zebedee" in text(client.get(f"{choose}?day=never&page=x"))
    given = {"entries": [entry(on, 2, "POLICE").key], "day": "01/06/2025", "page": "1"}
    assert client.post(choose, given)["Location"] == url(on, "chronology_episodes")
    assert "Choose at least one entry." in text(client.post(choose, {"day": "01/06/2025"}), 400)
    change = url(on, "chronology_change_episode", episode.key)
    typed = {"title": "The interview", "why": "Alone?", "version": 1}
    assert client.post(change, typed).status_code == 302
    kept = text(client.post(change, {**typed, "why": "Typed by me"}), 409)
    assert "Typed by me" in kept
    assert "while you were typing" in kept
    assert 'name="version" value="2"' in kept


def test_more_entries_than_fit_are_chosen_from_page_by_page(on):
    rows = tuple((f"{day} July 2025", "", "Notes", f"Visit {day}", "", "") for day in range(1, 29))
    signed(
        on,
        (*TRUST, *rows, *((f"{day} August 2025", "", "Notes", f"Call {day}", "", "") for day in range(1, 29))),
        why="The summer was left out.",
    )
    client, choose = on.world.client("officer"), url(on, "chronology_put_in_episode", made(on).key)
    assert "?day=&amp;page=2" in text(client.get(choose))
    assert "Call 28" in text(client.get(f"{choose}?page=2"))


def test_through_the_pages_an_entry_is_marked_and_the_mark_taken_off(world, on):
    episode, line, client = made(on), line_of(on), world.client("reviewer")
    here = url(on, "chronology_mark_entry", entry(on).key)
    form = text(client.get(here))
    assert "Line of enquiry 1: Was the father seen?" in form
    for value in (f"theme:{theme().id}", f"line:{line.key}", f"episode:{episode.key}"):
        assert client.post(here, {"value": value})["Location"] == url(on, "chronology_entry", entry(on).key)
    assert "The entry has this mark already." in text(client.post(here, {"value": f"line:{line.key}"}), 409)
    assert "Choose one of those listed." in text(client.post(here, {"value": "theme:weather"}), 400)
    off = url(on, "chronology_take_mark_off", Mark.unscoped.get(line=line).key)
    assert "Was the father seen?" in text(client.get(off))
    assert client.post(off).status_code == 302
    assert "Line of enquiry:" not in page(on, "chair")
    assert absent(world.client("panel_member"), here, off)


def test_names_in_an_episode_are_labels_for_those_who_read_no_names(world, on):
    words = f"{PLANTED[1]} {PLANTED[0]}"
    episode = made(on, title=f"{words} at the clinic", why=f"Near {PLANTED[3]}, as {PLANTED[2]}.")
    marked(on, 1, episode=episode)
    client = world.client("reviewer")
    addresses = [url(on, "chronology_episodes"), url(on, "chronology_entry", entry(on).key)]
    addresses += [url(on, f"chronology_{name}_episode", episode.key) for name in ("change", "put_in")]
    addresses += [url(on, "chronology_mark_entry", entry(on).key)]
    for address in addresses:
        shown = text(client.get(address))
        assert [name for name in PLANTED if name in shown] == [], address
    assert words in text(world.client("officer").get(addresses[0]))


def test_the_page_of_episodes_asks_as_often_for_many_as_for_few(on):
    commands.put_in_episode(made(on), entries=[entry(on, 1)], by=on.by("officer"), at=on.at)
    client, here = on.world.client("officer"), url(on, "chronology_episodes")
    few = asked(client, here)
    more = made(on, title="The arrest")
    commands.put_in_episode(
        more, entries=[entry(on, 2), entry(on, 3), entry(on, 1, "POLICE")], by=on.by("officer"), at=on.at
    )
    assert asked(client, here) == few
