from django.conf import settings
from django.db import migrations

from cairn.audit.engine.chain import START, head_mark


def start(apps, schema_editor):
    mark = head_mark(settings.AUDIT_KEY, 0, START)
    apps.get_model("audit", "ChainHead")._base_manager.create(count=0, seal=START, mark=mark)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(start, migrations.RunPython.noop)]
