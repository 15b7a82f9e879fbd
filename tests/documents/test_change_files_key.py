"""The master key of files is changed: every file opens with the new one and none with the old; no file changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings as in_force

from cairn.audit.models import Event
from cairn.config import cli, keys
from cairn.documents import commands, queries
from cairn.documents.engine import sealing
from cairn.documents.engine.taking import made
from cairn.documents.models import FileKey
from tests.refused import recorded

NEW = bytes(range(32)).hex()


@pytest.fixture
def folder(settings, tmp_path):
    """A folder of keys with the new one in it."""
    keys.keep(tmp_path, "files-new", NEW)
    settings.ENVIRONMENT = replace(in_force.ENVIRONMENT, keys=tmp_path)
    return tmp_path


def kept(world, case):
    upload = made("a.txt", b"Seen.")
    return commands.put_file(case, upload=upload, purpose="evidence", by=world.actor("officer"), at=world.at)


def test_every_file_opens_with_the_new_key_and_none_with_the_old(world, stories, folder, settings, capsys):
    files = [kept(world, stories.case_at("opened", label=label)) for label in ("Child Q", "Child S")]
    before = [queries.store().read(file.key) for file in files]
    with recorded("change_files_key"):
        assert cli.main(["change-files-key"]) == 0
    assert "2 file keys are wrapped with the new key." in capsys.readouterr().err
    for file in files:
        with pytest.raises(sealing.Unreadable):
            queries.content(file)
    assert list(queries.unsound()) == files
    settings.FILES_KEY = NEW
    assert [queries.content(file) for file in files] == [b"Seen."] * 2
    assert [queries.store().read(file.key) for file in files] == before


def test_run_again_it_changes_nothing(world, stories, folder, capsys):
    kept(world, stories.case_at("opened"))
    assert cli.main(["change-files-key"]) == 0
    wrapped = FileKey.unscoped.get().wrapped
    assert cli.main(["change-files-key"]) == 0
    assert FileKey.unscoped.get().wrapped == wrapped
    assert "0 file keys" in capsys.readouterr().err


def test_if_one_opens_with_neither_key_none_is_changed(world, stories, folder, capsys):
    for label in ("Child Q", "Child S"):
        kept(world, stories.case_at("opened", label=label))
    lost, sound = FileKey.unscoped.order_by("-pk")
    lost.wrapped = sealing.wrap(sealing.new_key(), sealing.new_key(), lost.place)
    lost.save()
    assert cli.main(["change-files-key"]) == 2
    assert "opens with neither master key" in capsys.readouterr().err
    assert FileKey.unscoped.get(pk=sound.pk).wrapped == sound.wrapped
    assert Event.unscoped.last().verdict == "failed"


def test_without_a_new_key_it_says_how_to_make_one(db, folder, capsys):
    (folder / "files-new.key").unlink()
    assert cli.main(["change-files-key"]) == 2
    assert "openssl rand -hex 32 > files-new.key" in capsys.readouterr().err
