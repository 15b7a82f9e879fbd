"""How long the chain is goes down outside the database: daily by the job, and after each hundred events."""

import json
import stat

import pytest

from cairn.audit.commands import anchor
from cairn.audit.engine import anchors
from cairn.audit.engine.chain import START, Head, head_mark
from cairn.audit.models import Event
from tests.audit.chains import KEY
from tests.audit.recording import AT, some_events


@pytest.fixture
def folder(settings, tmp_path):
    settings.AUDIT_ANCHORS = tmp_path / "anchors"
    return settings.AUDIT_ANCHORS


@pytest.mark.django_db
def test_an_anchor_says_how_many_events_there_were_and_the_last_seal(folder):
    last = some_events(3)[-1]
    anchor(AT)
    written = json.loads((folder / anchors.FILE).read_text())
    assert (written["count"], written["head"], written["at"]) == (3, last.seal, "2026-08-14T09:00:00+00:00")
    assert written["previous"] == START


@pytest.mark.django_db
def test_each_anchor_holds_the_one_before_it(folder):
    first, second = anchor(AT), anchor(AT)
    assert second.previous == first.seal
    assert list(anchors.read(folder)) == [first, second]


@pytest.mark.django_db
def test_only_the_owner_can_open_the_file(folder):
    anchor(AT)
    assert stat.S_IMODE((folder / anchors.FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.django_db
def test_the_hundredth_event_is_anchored_once_it_is_committed(folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        some_events(99)
    assert list(anchors.read(folder)) == []
    with django_capture_on_commit_callbacks(execute=True):
        some_events(1)
    assert [written.count for written in anchors.read(folder)] == [100]


@pytest.mark.django_db
def test_an_anchor_that_cannot_be_written_does_not_undo_the_act(folder, django_capture_on_commit_callbacks, caplog):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    with django_capture_on_commit_callbacks(execute=True):
        some_events(100)
    assert Event.unscoped.count() == 100
    assert "Error calling" in caplog.text


def test_a_line_that_was_never_finished_is_written_over(tmp_path):
    head = Head(1, "11" * 32, head_mark(KEY, 1, "11" * 32))
    first = anchors.write(tmp_path, KEY, head, "one")
    with (tmp_path / anchors.FILE).open("a") as file:
        file.write('{"count": 2, "hea')
    assert list(anchors.read(tmp_path)) == [first]
    second = anchors.write(tmp_path, KEY, head, "two")
    assert list(anchors.read(tmp_path)) == [first, second]
