"""Who was let in to answer is kept by the case from now on, so that every app that asks agencies can let them in."""

from django.db import migrations


def move(apps, schema_editor):
    before, after = apps.get_model("rapid_reviews", "LetIn"), apps.get_model("cases", "LetIn")
    for row in before._base_manager.select_related("request", "safety_question"):
        asked = row.request or row.safety_question
        after._base_manager.create(
            key=row.key, case_id=row.case_id, access_id=row.access_id, asked=asked.key, over_at=row.over_at
        )


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0005_let_in_and_released"),
        ("rapid_reviews", "0003_reminders_of_set_days"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="LetIn"),
    ]
