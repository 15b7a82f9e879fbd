"""`cairn verify-audit` names the first event that is not as it was written, on the real database."""

import json

import pytest
from django.conf import settings as django_settings

from cairn.audit import queries
from cairn.audit.commands import anchor
from cairn.audit.engine import anchors, verify
from cairn.audit.models import ChainHead, Event
from cairn.config.cli import main
from tests.audit.recording import AT, drop_triggers, some_events, sql

pytestmark = pytest.mark.django_db

COUNT = 12


@pytest.fixture
def folder(settings, tmp_path):
    settings.AUDIT_ANCHORS = tmp_path / "anchors"
    return settings.AUDIT_ANCHORS


@pytest.fixture
def on_record(folder):
    some_events(COUNT)
    anchor(AT)
    return folder


def verified(capsys, *words):
    """The exit code and the JSON document."""
    code = main(["verify-audit", "--json", *words])
    return code, json.loads(capsys.readouterr().out)


def test_a_record_as_it_was_written_is_right(on_record, capsys):
    code, found = verified(capsys)
    assert code == 0
    assert found == {
        "right": True,
        "events": COUNT,
        "anchors": 1,
        "seq": None,
        "wrong": None,
        "sentence": "All 12 events are as they were written; 1 anchors agree.",
    }


def test_a_record_without_events_is_right(folder, capsys):
    assert main(["verify-audit"]) == 0
    assert capsys.readouterr().err == "All 0 events are as they were written; 0 anchors agree.\n"


TAMPERING = {
    "UPDATE audit_event SET person_key = 'somebody-else' WHERE seq = 5": (5, "changed"),
    "UPDATE audit_event SET moment = recorded_at WHERE seq = 7": (7, "changed"),
    "UPDATE audit_event SET seq = 99 WHERE seq = 5": (5, "missing"),
    "DELETE FROM audit_event WHERE seq = 5": (5, "missing"),
    "DELETE FROM audit_event WHERE seq > 9": (10, "cut"),
    "DELETE FROM audit_event": (1, "cut"),
    "UPDATE audit_chainhead SET count = 9": (12, "head changed"),
    "DELETE FROM audit_chainhead": (12, "head changed"),
}


@pytest.mark.parametrize(("statement", "first"), TAMPERING.items())
def test_tampering_by_sql_is_found_and_the_first_bad_event_named(on_record, capsys, statement, first):
    drop_triggers()
    sql(statement)
    code, found = verified(capsys)
    assert (code, found["right"], found["seq"], found["wrong"]) == (1, False, *first)


def test_an_event_added_by_sql_is_found(on_record, capsys):
    last = Event.unscoped.get(seq=COUNT)
    last.seq, last.previous, last.verb = COUNT + 1, last.seal, "give_access"
    last.save(force_insert=True)
    code, found = verified(capsys)
    assert (code, found["seq"], found["wrong"]) == (1, COUNT + 1, "changed")


def test_events_written_while_one_verifies_are_left_for_next_time(on_record):
    end = queries.head()
    some_events(3)
    report = verify.verify(django_settings.AUDIT_KEY, queries.links(end), end, [])
    assert (report.problem, report.events) == (None, COUNT)


def test_an_older_copy_put_back_is_found_by_the_anchors(on_record, capsys):
    older = list(Event.unscoped.filter(seq__lte=8)), ChainHead.unscoped.get()
    some_events(3)
    anchor(AT)
    drop_triggers()
    sql("DELETE FROM audit_event WHERE seq > 12")
    older[1].save(force_update=True)
    code, found = verified(capsys)
    assert (code, found["seq"], found["wrong"]) == (1, 13, "rolled back")
    assert "15 events were anchored" in found["sentence"]


@pytest.mark.parametrize("change", [('"count": 12', '"count": 11'), ('"at": "2026', '"at": "2025')])
def test_an_anchor_that_was_changed_is_found(on_record, capsys, change):
    file = on_record / anchors.FILE
    file.write_text(file.read_text().replace(*change))
    assert verified(capsys)[1]["wrong"] == "anchor changed"


@pytest.mark.parametrize(
    "line", ["not json", '{"count": 1}', "[]", '{"count":"1","head":"","at":"","previous":"","seal":""}']
)
def test_a_line_that_is_no_anchor_is_found(on_record, capsys, line):
    file = on_record / anchors.FILE
    file.write_text(f"{file.read_text()}{line}\n")
    code, found = verified(capsys)
    assert (code, found["wrong"]) == (1, "anchor changed")
    assert found["sentence"] == "Line 2 of anchors.jsonl is not an anchor."


def test_an_anchor_removed_from_between_others_is_found(on_record, capsys):
    some_events(1)
    anchor(AT)
    some_events(1)
    anchor(AT)
    file = on_record / anchors.FILE
    first, _, third = file.read_text().splitlines()
    file.write_text(f"{first}\n{third}\n")
    assert verified(capsys)[1]["sentence"] == "Anchor 2 was changed, or one before it was removed."


def test_anchors_that_are_gone_are_missed(folder, capsys):
    some_events(200)
    code, found = verified(capsys)
    assert (code, found["seq"], found["wrong"]) == (1, 1, "anchor missing")


def test_anchors_kept_on_another_machine_can_be_named(on_record, tmp_path, capsys):
    elsewhere = tmp_path / "elsewhere"
    on_record.rename(elsewhere)
    code, found = verified(capsys, "--anchors", str(elsewhere))
    assert (code, found["anchors"]) == (0, 1)


def test_a_folder_without_anchors_is_wrong_input(on_record, tmp_path, capsys):
    assert main(["verify-audit", "--anchors", str(tmp_path)]) == 2
    assert "There is no anchors.jsonl in" in capsys.readouterr().err


def test_anchors_that_cannot_be_opened_are_wrong_input(folder, capsys):
    (folder / anchors.FILE).mkdir(parents=True)
    assert main(["verify-audit"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_database_without_tables_is_wrong_input(folder, capsys):
    drop_triggers()
    sql("DROP TABLE audit_event")
    assert main(["verify-audit"]) == 2
    assert "The database cannot be read" in capsys.readouterr().err


def test_another_key_fits_nothing(on_record, capsys, settings):
    settings.AUDIT_KEY = "ab" * 32
    assert verified(capsys)[1]["wrong"] == "changed"
