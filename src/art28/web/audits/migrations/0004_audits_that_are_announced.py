"""Audits that were asked for were thereby announced, and so were those of ours that are past being asked for."""

from typing import Any

from django.db import migrations, models


def announced_by_asking(apps: Any, _editor: Any) -> None:
    """A customer's request is its announcement; of ours, that the processor answered shows it."""
    audits = apps.get_model("audits", "Audit").objects
    ours = models.Q(agreement__direction="controller", state="asked")
    audits.exclude(ours).update(announced_at=models.F("asked_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0003_audits_of_ones_own"),
    ]

    operations = [
        migrations.AddField(model_name="audit", name="announced_at", field=models.DateTimeField(null=True)),
        migrations.RunPython(announced_by_asking, migrations.RunPython.noop),
    ]
