"""Triggers of both engines: an event is never changed or removed, and the end of the chain never goes back.

A migration that rebuilds audit_event on SQLite drops its triggers: it must lay them again (a test looks for them).
"""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
       BEGIN SELECT RAISE(ABORT, 'An event on record is never changed.'); END""",
    """CREATE TRIGGER audit_event_is_never_removed BEFORE DELETE ON audit_event
       BEGIN SELECT RAISE(ABORT, 'An event on record is never removed.'); END""",
    """CREATE TRIGGER audit_chainhead_never_goes_back BEFORE UPDATE ON audit_chainhead
       WHEN NEW.count < OLD.count OR NEW.id <> OLD.id
       BEGIN SELECT RAISE(ABORT, 'The chain of events never goes back.'); END""",
    """CREATE TRIGGER audit_chainhead_is_never_removed BEFORE DELETE ON audit_chainhead
       BEGIN SELECT RAISE(ABORT, 'The end of the chain of events is never removed.'); END""",
    """CREATE TRIGGER audit_chainhead_is_the_only_one BEFORE INSERT ON audit_chainhead
       WHEN EXISTS (SELECT 1 FROM audit_chainhead)
       BEGIN SELECT RAISE(ABORT, 'There is one chain of events.'); END""",
]
SQLITE_UNDO = [
    f"DROP TRIGGER {name}"
    for name in (
        "audit_event_is_never_changed",
        "audit_event_is_never_removed",
        "audit_chainhead_never_goes_back",
        "audit_chainhead_is_never_removed",
        "audit_chainhead_is_the_only_one",
    )
]
POSTGRESQL = [
    """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
       FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse('An event on record is never changed.')""",
    """CREATE TRIGGER audit_event_is_never_removed BEFORE DELETE OR TRUNCATE ON audit_event
       FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse('An event on record is never removed.')""",
    """CREATE TRIGGER audit_chainhead_never_goes_back BEFORE UPDATE ON audit_chainhead
       FOR EACH ROW WHEN (NEW.count < OLD.count OR NEW.id <> OLD.id)
       EXECUTE FUNCTION audit_refuse('The chain of events never goes back.')""",
    """CREATE TRIGGER audit_chainhead_is_never_removed BEFORE DELETE OR TRUNCATE ON audit_chainhead
       FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse('The end of the chain of events is never removed.')""",
    "CREATE UNIQUE INDEX audit_chainhead_is_the_only_one ON audit_chainhead ((true))",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER audit_event_is_never_changed ON audit_event",
    "DROP TRIGGER audit_event_is_never_removed ON audit_event",
    "DROP TRIGGER audit_chainhead_never_goes_back ON audit_chainhead",
    "DROP TRIGGER audit_chainhead_is_never_removed ON audit_chainhead",
    "DROP INDEX audit_chainhead_is_the_only_one",
    "DROP FUNCTION audit_refuse()",
]


def lay(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def lift(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_UNDO, "postgresql": POSTGRESQL_UNDO})


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_chain_starts")]
    operations = [migrations.RunPython(lay, lift)]
