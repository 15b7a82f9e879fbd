"""Triggers of both engines: whether a database is a demonstration is written when it is founded, and never changed."""

from django.db import migrations

SAYS = "Whether this is a demonstration is never changed."
SQLITE = [
    f"""CREATE TRIGGER partnership_demo_is_never_set BEFORE UPDATE ON partnership_partnership
        WHEN NEW.is_demo <> OLD.is_demo BEGIN SELECT RAISE(ABORT, '{SAYS}'); END""",
    f"""CREATE TRIGGER partnership_is_never_removed BEFORE DELETE ON partnership_partnership
        BEGIN SELECT RAISE(ABORT, '{SAYS}'); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION partnership_keep_demo() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER partnership_demo_is_never_set BEFORE UPDATE ON partnership_partnership
       FOR EACH ROW WHEN (NEW.is_demo <> OLD.is_demo) EXECUTE FUNCTION partnership_keep_demo()""",
    """CREATE TRIGGER partnership_is_never_removed BEFORE DELETE OR TRUNCATE ON partnership_partnership
       FOR EACH STATEMENT EXECUTE FUNCTION partnership_keep_demo()""",
]
UNDO = {
    "sqlite": ["DROP TRIGGER partnership_demo_is_never_set", "DROP TRIGGER partnership_is_never_removed"],
    "postgresql": [
        "DROP TRIGGER partnership_demo_is_never_set ON partnership_partnership",
        "DROP TRIGGER partnership_is_never_removed ON partnership_partnership",
        "DROP FUNCTION partnership_keep_demo()",
    ],
}


def lay(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def lift(apps, schema_editor):
    _run(schema_editor, UNDO)


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("partnership", "0004_tries")]
    operations = [migrations.RunPython(lay, lift)]
