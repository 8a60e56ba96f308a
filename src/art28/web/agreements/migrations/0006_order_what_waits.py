"""Facts and questions that were there before get their order, apart from the columns: PostgreSQL wants it so."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from art28.agreement.catalogue import catalogue
from art28.obligations.driving import DRIVE_A_CLOCK, UNDER_A_DUTY

_PER_TIER = 3
_UNCERTAIN = 1


def order_what_waits(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    """Order facts and questions, and count what was decided; how firmly each was read shows at the next reading."""
    agreement = apps.get_model("agreements", "Agreement")
    version = apps.get_model("agreements", "FactVersion")
    question = apps.get_model("agreements", "Question")
    for place, key in enumerate(catalogue()):
        tier = 0 if key in DRIVE_A_CLOCK else 1 if key in UNDER_A_DUTY else 2
        version.objects.filter(key=key).update(place=place, urgency=tier * _PER_TIER + _UNCERTAIN)
        question.objects.filter(key=key).update(place=place, urgency=tier * _PER_TIER)
    for each in agreement.objects.filter(read_at__isnull=False).iterator():
        current = version.objects.filter(agreement=each, current=True)
        each.decided_count = current.exclude(state="proposed").count()
        each.asked_count = each.open_count
        each.save(update_fields=("decided_count", "asked_count"))


class Migration(migrations.Migration):
    dependencies = [("agreements", "0005_ask_people_about_facts")]

    operations = [migrations.RunPython(order_what_waits, migrations.RunPython.noop)]
