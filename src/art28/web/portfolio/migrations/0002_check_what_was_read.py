"""Agreements that were read before stand among the others once they have been checked again."""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

_CHUNK = 500


def wait(apps: Any, _editor: Any) -> None:
    """A standing for each agreement that was read, which waits to be checked."""
    agreement, standing = apps.get_model("agreements", "Agreement"), apps.get_model("portfolio", "Standing")
    now = datetime.now(UTC)
    read = agreement.objects.filter(read_at__isnull=False, standing=None).values_list("pk", "organisation_id")
    rows = [
        standing(agreement_id=agreement_id, organisation_id=organisation_id, work="check", cause="rules", due_at=now)
        for agreement_id, organisation_id in read
    ]
    standing.objects.bulk_create(rows, batch_size=_CHUNK)


class Migration(migrations.Migration):
    dependencies = (("portfolio", "0001_how_agreements_stand"),)

    operations = (migrations.RunPython(wait, migrations.RunPython.noop),)
