"""Rows written in bulk are the rows that a single insert writes, on both databases."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from art28.web.accounts.models import Organisation
from art28.web.audit.models import Act, ActContent
from art28.web.clocks.models import Obligation, Proof, State
from art28.web.database import bulk
from art28.web.database.identifiers import new_id
from web.breaches.world import NOW, World, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


def obligation(given: World, number: int, **fields: Any) -> Obligation:
    made: dict[str, Any] = {
        "organisation_id": given.agreement.organisation_id,
        "agreement_id": given.agreement.pk,
        "subject_kind": "breach",
        "subject_id": new_id(),
        "subject_label": f"2026-{number:04d} „ë” 🙂 \\ \t",
        "duty_key": "breach.processor.notify_breach",
        "action": "notify_breach",
        "bearer": "processor",
        "ours": True,
        "duty": {"text": 'met "aanhalingstekens", \\n en é', "citations": [{"start": 1}], "none": None},
        "limit": None,
        "engine_version": "1",
        "started_at": NOW,
        "start_reason": "bevestigd",
        "ends_at": datetime(2026, 10, 25, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2))),
        "last_day": date(2026, 10, 25),
        "due_at": NOW,
        "ends_by": Proof.ACCEPTED,
        "state": State.OPEN,
        "made_at": NOW,
    }
    return Obligation(**made | fields)


def test_rows_come_back_as_a_single_insert_gives_them(given: World) -> None:
    single, many = obligation(given, 1), obligation(given, 1)
    single.save(force_insert=True)
    assert bulk.create(Obligation, [many]) == 1
    one, other = (Obligation.objects.filter(pk=row.pk).values().get() for row in (single, many))
    differ = {"id", "subject_id"}
    assert {key: value for key, value in one.items() if key not in differ} == {
        key: value for key, value in other.items() if key not in differ
    }
    assert Obligation.objects.get(pk=many.pk).ends_at == datetime(2026, 10, 25, 0, 30, 0, 123456, tzinfo=UTC)
    assert Obligation.objects.filter(limit__isnull=True).count() == 2


def test_rows_are_taken_one_by_one(given: World) -> None:
    alive: list[int] = []

    def rows() -> Iterator[Obligation]:
        for number in range(50):
            alive.append(number)
            yield obligation(given, number)

    assert bulk.create(Obligation, rows()) == 50
    assert Obligation.objects.count() == 50
    assert alive == list(range(50))


def test_no_rows_are_no_error() -> None:
    assert bulk.create(Obligation, ()) == 0


def test_a_shared_value_that_changes_in_between_is_not_spelled_from_memory(given: World) -> None:
    rows = (obligation(given, number, duty={"number": number}) for number in range(2_000))
    bulk.create(Obligation, rows)
    assert {row.duty["number"] for row in Obligation.objects.only("duty")} == set(range(2_000))


def test_bytes_are_kept_as_they_are(given: World) -> None:
    organisation = given.agreement.organisation
    act = Act(
        organisation=organisation,
        at=NOW,
        actor_label="system",
        kind="test.made",
        subject_kind="x",
        subject_id=new_id(),
        commitment="0" * 64,
    )
    bulk.create(Act, [act])
    bulk.create(ActContent, [ActContent(act=act, organisation=organisation, content="{}", key=bytes(range(32)))])
    assert bytes(ActContent.objects.get(act=act).key or b"") == bytes(range(32))


def test_a_row_that_the_database_refuses_writes_none(given: World) -> None:
    row = obligation(given, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.create(Obligation, [row, obligation(given, 2, subject_id=row.subject_id)])
    assert not Obligation.objects.exists()


def test_a_row_of_another_organisation_is_refused(given: World) -> None:
    elsewhere = Organisation.objects.get(slug="elders")
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.create(Obligation, [obligation(given, 1, organisation_id=elsewhere.pk)])


def test_what_a_savepoint_may_take_back_is_not_held_in_memory() -> None:
    """In memory, SQLite walks all of it after each row that is written within a savepoint."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps versions of rows")
    in_files = 1
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store")
        assert cursor.fetchone() == (in_files,)
