"""The trail is sealed in order, exported whole, erased with a trace, and held by the database itself."""

import io
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from art28.evidence.verify import verify
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.audit import actions
from art28.web.audit.export import export
from art28.web.audit.models import Act, ActContent, SealedRecord, Unsealed
from art28.web.audit.pump import pump
from art28.web.audit.sealing import head_of, seal, seal_all

NOW = datetime(2026, 11, 22, 2, 10, tzinfo=UTC)


@pytest.fixture
def organisation(db: None) -> Organisation:
    return Organisation.objects.create(name="Voorbeeld ICT", slug="voorbeeld", created_at=NOW)


def recorded(organisation: Organisation, count: int, *, text: str = "één") -> list[Act]:
    return [
        actions.record(
            organisation=organisation,
            actor=SYSTEM,
            kind="evidence.exported",
            subject=organisation,
            at=NOW + timedelta(seconds=number),
            content={"number": number, "text": text},
        )
        for number in range(count)
    ]


def checked(organisation: Organisation, path: Path) -> tuple[dict[str, object], list[str], list[str]]:
    with path.open("w+b") as target:
        export(target, organisation=organisation, now=NOW)
    return verify(str(path))


def test_an_export_holds_every_act_and_passes_the_check(organisation: Organisation, tmp_path: Path) -> None:
    recorded(organisation, 5)
    summary, faults, _ = checked(organisation, tmp_path / "pack.zip")
    assert (summary["count"], faults) == (5, [])


def test_the_pump_seals_what_waits_and_nothing_twice(organisation: Organisation) -> None:
    recorded(organisation, 7)
    assert pump(now=NOW, limit=3) == 3
    assert pump(now=NOW, limit=100) == 4
    assert pump(now=NOW, limit=100) == 0
    assert list(SealedRecord.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 8))
    assert not Unsealed.objects.exists()


def test_batches_make_the_same_chain_as_one_go(organisation: Organisation) -> None:
    recorded(organisation, 4)
    seal(organisation.id, now=NOW, limit=1)
    seal(organisation.id, now=NOW, limit=2)
    head = seal_all(organisation.id, now=NOW)
    rows = SealedRecord.objects.order_by("number")
    assert [row.previous for row in rows][1:] == [row.hash for row in rows][:-1]
    assert (head.count, head.hash) == (4, rows[3].hash)


def test_an_act_that_was_rolled_back_leaves_nothing_to_seal(organisation: Organisation) -> None:
    with transaction.atomic():
        recorded(organisation, 1)
        transaction.set_rollback(True)
    assert not Act.objects.exists()
    assert not Unsealed.objects.exists()


def test_each_organisation_has_a_chain_of_its_own(organisation: Organisation, tmp_path: Path) -> None:
    other = Organisation.objects.create(name="Anders BV", slug="anders", created_at=NOW)
    recorded(organisation, 2)
    recorded(other, 3, text="secret of another")
    pump(now=NOW, limit=100)
    assert (head_of(organisation.id).count, head_of(other.id).count) == (2, 3)
    assert checked(organisation, tmp_path / "pack.zip")[0]["count"] == 2
    assert b"secret of another" not in (tmp_path / "pack.zip").read_bytes()


def test_erased_content_is_gone_and_the_chain_still_holds(organisation: Organisation, tmp_path: Path) -> None:
    other = Organisation.objects.create(name="Anders BV", slug="anders", created_at=NOW)
    recorded(organisation, 2)
    recorded(other, 1)
    seal_all(organisation.id, now=NOW)
    gone = actions.erase(
        organisation=organisation,
        actor=SYSTEM,
        subject_kind="organisation",
        subject_id=organisation.id,
        ground="gdpr_17",
        now=NOW,
    )
    _, faults, erased = checked(organisation, tmp_path / "pack.zip")
    assert gone == 2
    assert faults == []
    assert [sentence.split(":")[0] for sentence in erased] == ["content of record 1", "content of record 2"]
    assert all(sentence.endswith("ground gdpr_17") for sentence in erased)
    assert ActContent.objects.filter(organisation=other, content__isnull=False).count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_act SET kind = 'other'",
        "DELETE FROM audit_act",
        "UPDATE audit_sealedrecord SET hash = 'other'",
        "DELETE FROM audit_sealedrecord",
        "UPDATE audit_seal SET head = 'other'",
        "DELETE FROM audit_seal",
        "UPDATE audit_actcontent SET content = '{}'",
        "UPDATE audit_actcontent SET content = NULL",
        "DELETE FROM audit_actcontent",
    ],
)
def test_the_database_refuses_to_rewrite_the_trail(organisation: Organisation, statement: str) -> None:
    recorded(organisation, 1)
    seal_all(organisation.id, now=NOW)
    with pytest.raises(DatabaseError, match="art28"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_make_one_chain() -> None:
    organisation = Organisation.objects.create(name="Voorbeeld ICT", slug="voorbeeld", created_at=NOW)
    recorded(organisation, 60)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            while seal(organisation.id, now=NOW, limit=7):
                pass
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    sealers = [threading.Thread(target=work) for _ in range(3)]
    for sealer in sealers:
        sealer.start()
    for sealer in sealers:
        sealer.join()
    assert failures == []
    rows = list(SealedRecord.objects.order_by("number"))
    assert [row.number for row in rows] == list(range(1, 61))
    assert [row.previous for row in rows][1:] == [row.hash for row in rows][:-1]


def test_an_empty_chain_gives_a_valid_pack(organisation: Organisation) -> None:
    target = io.BytesIO()
    assert export(target, organisation=organisation, now=NOW).count == 0
