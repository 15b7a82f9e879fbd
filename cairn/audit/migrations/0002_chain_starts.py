from django.db import migrations

from cairn.audit.engine.chain import START


def start(apps, schema_editor):
    apps.get_model("audit", "ChainHead")._base_manager.create(count=0, seal=START)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(start, migrations.RunPython.noop)]
