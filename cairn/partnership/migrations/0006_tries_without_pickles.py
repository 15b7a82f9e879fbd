"""Tries at the door are kept as JSON; the table of pickles, which run code when read, goes."""

import django.db.models.manager
from django.core.management import call_command
from django.db import migrations, models


def drop_table(apps, editor):
    editor.execute("DROP TABLE partnership_tries")


def make_table(apps, editor):
    call_command("createcachetable", "partnership_tries", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):

    dependencies = [
        ('partnership', '0005_demo_is_never_set'),
    ]

    operations = [
        migrations.RunPython(drop_table, make_table),
        migrations.CreateModel(
            name='Try',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250, unique=True)),
                ('value', models.JSONField()),
                ('ends_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='try_has_a_name', violation_error_message='What is counted needs a name.')],
            },
            managers=[
                ('unscoped', django.db.models.manager.Manager()),
            ],
        ),
    ]
