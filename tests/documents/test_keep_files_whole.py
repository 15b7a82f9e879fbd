"""Each day: what an act that was undone has left behind goes, and a file that is missing or altered is told of."""

from __future__ import annotations

import logging
import os
from datetime import timedelta

import pytest
from django.conf import settings

from cairn.documents import commands, queries
from cairn.documents.engine.store import Missing, Store
from cairn.documents.engine.taking import made
from cairn.documents.jobs import check_files, sweep_files
from cairn.kernel import clock
from cairn.partnership.models import Message
from tests.stories import NAME

KEY = "A" * 22


@pytest.fixture
def kept(world, stories, tmp_path):
    """A file, with nothing else in the folder."""
    settings.FILES, before = tmp_path / "files", settings.FILES
    case = stories.case_at("shared")
    upload = made(f"{NAME[0]}.txt", b"Seen at six weeks.")
    yield commands.put_file(case, upload=upload, purpose="evidence", by=world.actor("officer"), at=world.at)
    settings.FILES = before


def lay(name: str, age: timedelta, ending: str = ".sealed") -> None:
    """Put something into the folder that was written so long ago by the machine's clock."""
    folder = settings.FILES / name[:2]
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}{ending}"
    path.write_bytes(b"sealed")
    moment = (clock.now() - age).timestamp()
    os.utime(path, (moment, moment))


def lying() -> set[str]:
    return {path.name for path in settings.FILES.glob("??/*")}


def test_what_belongs_to_no_record_goes_once_it_is_a_day_old(world, kept):
    lay("B" * 22, timedelta(days=2))
    lay("C" * 22, timedelta(days=2), ".draft")
    lay("D" * 22, timedelta(hours=23))
    lay("E" * 22, timedelta(days=2), ".txt")  # nothing of ours: left alone
    old = clock.now().timestamp() - 90 * 86_400
    os.utime(settings.FILES / kept.key[:2] / f"{kept.key}.sealed", (old, old))
    sweep_files(world.at)
    assert lying() == {f"{kept.key}.sealed", f"{'D' * 22}.sealed", f"{'E' * 22}.txt"}
    sweep_files(world.at)
    assert queries.content(kept) == b"Seen at six weeks."


def test_another_worker_may_have_been_quicker(world, kept):
    lay("B" * 22, timedelta(days=2))
    found = list(queries.orphans(clock.now()))
    for _twice in range(2):
        for orphan in found:
            queries.store().remove(orphan)
    assert lying() == {f"{kept.key}.sealed"}


def test_when_all_is_well_nobody_is_told(world, kept, caplog):
    check_files(world.at)
    assert (caplog.text, Message.unscoped.count()) == ("", 0)


def test_a_missing_file_is_named_by_its_key_and_those_who_can_act_are_told_once(world, kept, caplog):
    caplog.set_level(logging.INFO)
    queries.store().forget(kept.key)
    check_files(world.at)
    check_files(world.at)
    told = {message.to_user for message in Message.unscoped.all()}
    assert told == {world.user(who) for who in ("business_manager", "officer", "administrator")}
    assert kept.key in caplog.text
    texts = [caplog.text, *(f"{message.subject} {message.body}" for message in Message.unscoped.all())]
    assert [text for text in texts if NAME[0] in text or kept.case.reference in text] == []


def test_nothing_is_overwritten_and_nothing_but_a_key_names_a_file(tmp_path):
    store = Store(tmp_path / "files")
    store.write(KEY, b"first")
    with pytest.raises(FileExistsError):
        store.write(KEY, b"second")
    assert store.read(KEY) == b"first"
    assert [path.name for path in (tmp_path / "files").glob("??/*")] == [f"{KEY}.sealed"]
    for name in ("../../etc/passwd", "a/b", "", "short", f"{KEY}/..", f"{KEY}.sealed"):
        with pytest.raises(ValueError, match="known by a random key"):
            store.read(name)
    with pytest.raises(Missing):
        store.read("B" * 22)
