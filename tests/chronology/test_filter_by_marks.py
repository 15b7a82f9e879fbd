"""The combined chronology narrowed by theme, line of enquiry and key practice episode, and the tags in its rows."""

import re

import pytest

from cairn.cases.commands import add_line
from cairn.chronology import commands
from cairn.chronology.models import Mark
from cairn.guidance.vocabularies import vocabulary
from tests.chronology.acting import POLICE, released, scene, signed
from tests.chronology.pages import entry
from tests.chronology.whole_pages import events, opened
from tests.stories import NAME

THEME = vocabulary("themes").terms[0]


@pytest.fixture
def on(world, stories):
    on = scene(world, stories)
    signed(on)
    signed(on, POLICE, "POLICE", "officer")
    return on


@pytest.fixture
def marked(on):
    by, at = on.by("reviewer"), on.at
    line = add_line(on.case, question=f"Who saw {NAME[1]} {NAME[0]} alone?", by=by, at=at)
    episode = commands.make_episode(on.case, title="The clinic", why="Nobody asked.", by=by, at=at)
    commands.mark_entry(entry(on, 1), theme=THEME.id, by=by, at=at)
    commands.mark_entry(entry(on, 2), line=line, by=by, at=at)
    commands.mark_entry(entry(on, 1, "POLICE"), episode=episode, by=by, at=at)
    return {"theme": f"theme:{THEME.id}", "line": f"line:{line.key}", "episode": f"episode:{episode.key}"}


def test_rows_are_found_by_each_kind_of_mark_and_by_any_of_several(on, marked):
    found = {kind: events(opened(on, "reviewer", marked=value)) for kind, value in marked.items()}
    assert [len(rows) for rows in found.values()] == [1, 1, 1]
    assert len(events(opened(on, "reviewer", marked=[marked["theme"], marked["episode"]]))) == 2
    page = opened(on, "reviewer", marked=marked["episode"])
    assert "1. The clinic" in page
    assert "Episode 1" in page


def test_rows_bear_short_tags_and_a_mark_that_was_taken_off_finds_nothing(on, marked):
    page = opened(on, "officer")
    for tag in (THEME.label, "Line 1", "Episode 1"):
        assert re.search(f'govuk-tag--blue[^>]*">{tag}<', page)
    for mark in Mark.unscoped.filter(case=on.case):
        commands.take_mark_off(mark, by=on.by("officer"), at=on.at)
    assert "Theme, line of enquiry or episode" not in opened(on, "officer")
    assert len(events(opened(on, "officer", marked=marked["theme"]))) == 5, "a mark that is gone narrows nothing"


def test_names_in_a_line_are_labels_for_those_who_work_with_labels(on, marked):
    released(on)
    for who in ("reviewer", "panel_member"):
        page = opened(on, who)
        assert "Who saw Child R alone?" in page
        assert not [name for name in NAME if name in page]
