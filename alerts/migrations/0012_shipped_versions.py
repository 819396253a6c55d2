from dataclasses import replace

from django.db import migrations

from alerts.warning.parameters import DEFAULT
from alerts.warning.stored import CODE_VERSION, to_json
from core import clock

# As drafts: nothing is scored before a person says so.
SHIPPED = (("score", "baseline-2"), ("slide", "anchored-2"))


def draft(apps, schema_editor):
    alias = schema_editor.connection.alias
    versions = apps.get_model("alerts", "RuleVersion").objects.using(alias)
    for family, name in SHIPPED:
        versions.create(
            family=family, name=name, code_version=CODE_VERSION,
            parameters=to_json(replace(DEFAULT, version=name)), state="draft",
            drafted_at=clock.now(),
        )  # fmt: skip


def forget(apps, schema_editor):
    rows = apps.get_model("alerts", "RuleVersion").objects.using(schema_editor.connection.alias)
    rows.filter(drafted_by=None).delete()


class Migration(migrations.Migration):
    dependencies = [("alerts", "0011_warning_row_security")]

    operations = [migrations.RunPython(draft, forget)]
