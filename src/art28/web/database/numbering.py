"""The next number of a year for what an organisation numbers; its row is locked meanwhile, so that none is given twice."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Max, Model

from art28.web.accounts.models import Organisation


def next_number(organisation: Organisation, kind: type[Model], now: datetime) -> tuple[int, int]:
    """Year and number for a new row of `kind`, which has columns of these names. Within the caller's transaction."""
    year = now.astimezone(ZoneInfo(organisation.time_zone)).year
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    rows = kind._default_manager.filter(organisation=organisation, year=year)
    return year, (rows.aggregate(last=Max("number"))["last"] or 0) + 1
