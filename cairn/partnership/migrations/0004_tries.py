"""The table in which tries at the door are counted, seen by every process."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, editor):
    call_command("createcachetable", "partnership_tries", database=editor.connection.alias, verbosity=0)


def drop_table(apps, editor):
    editor.execute("DROP TABLE partnership_tries")


class Migration(migrations.Migration):
    dependencies = [("partnership", "0003_links_and_evidence")]
    operations = [migrations.RunPython(make_table, drop_table)]
