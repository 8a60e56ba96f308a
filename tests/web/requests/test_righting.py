"""The receipt of a request that was kept wrongly is put right, and the clocks that count from it move."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from art28.web.agreements.models import Direction
from art28.web.clocks.models import Change
from art28.web.requests.models import SubjectRequest
from web.breaches.world import agreement, world
from web.requests.test_provisions import clock, do, local, recorded, taken_in, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SLIP = {"why": "in de verkeerde maand getypt"}


def ends(row: SubjectRequest) -> datetime:
    """When help must be given."""
    found = clock(row, "assist_request").ends_at
    assert found is not None
    return found


def test_an_own_month_counts_from_the_right_receipt_earlier_and_later() -> None:
    given = world()
    row = taken_in(given, role="controller")
    first = clock(row, "answer_request")
    for days, kind in ((9, "stricter"), (1, "looser")):
        moment = timezone.now() - days * DAY
        do(given, row, "receipt", at=local(moment), **SLIP)
        month = clock(row, "answer_request")
        assert (timezone.localtime(row.received_at).date(), month.started_at) == (
            timezone.localtime(moment).date(),
            row.received_at,
        )
        assert Change.objects.filter(obligation=month, kind=kind, ground="righted").count() == 1
    assert month.last_day is not None
    assert first.last_day is not None
    assert (month.last_day - first.last_day).days in (0, 1, 2, 3)  # a month on, and never on a free day
    assert "in de verkeerde maand getypt" in text(do(given, row, "step"))
    assert recorded(row, "request.receipt_corrected")


def test_what_is_promised_counts_from_it_too_and_what_has_ended_stays() -> None:
    given = world({"requests.deadline": "P14D", "requests.assist": True})
    row = taken_in(given, under=given.agreement)
    before = ends(row)
    do(given, row, "receipt", at=local(timezone.now() - 5 * DAY), **SLIP)
    assert clock(row, "assist_request").started_at == row.received_at
    assert ends(row) < before
    do(given, row, "withdraw", reason="geen verzoek")
    ended = ends(row)
    assert "Iemand anders was eerder" in text(do(given, row, "receipt", at=local(timezone.now()), **SLIP))
    assert ends(row) == ended


def test_once_extended_the_end_no_longer_follows_from_it() -> None:
    given = world()
    agreement(given.organisation, {}, name="Logwerk B.V.", direction=Direction.CONTROLLER)
    row = taken_in(given, role="controller")
    do(given, row, "extend", told_at=local(timezone.now()), how="per brief", reason="veel gegevens")
    kept = row.received_at
    assert "is verlengd" in text(do(given, row, "receipt", at=local(timezone.now() - 9 * DAY), **SLIP))
    assert (row.received_at, clock(row, "answer_request").started_at) == (kept, kept)
