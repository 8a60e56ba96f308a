"""The ending of one agreement with three services, four sub-processors, back-ups and a statutory retention, in fixed time."""

import io
import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from art28.evidence.verify import verify
from art28.web.audit.export import export
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.endings import actions, certifying, deleting, keeping, planning, pump, queries
from art28.web.endings.deleting import Deletion
from art28.web.endings.keeping import Longer
from art28.web.endings.models import Choice, ChosenHow, CostKind, Ending, KeptOn, Kind
from art28.web.endings.refusals import Refused, Why
from web.breaches.world import World, actor
from web.endings.world import NOW, noticed, world

pytestmark = pytest.mark.django_db
SUMS = f"{'a' * 64}  contacten.csv\n{'b' * 64} *postbussen.zip\n"


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 9, 0, tzinfo=UTC)


def clock(row: Ending, action: str) -> Obligation:
    return Obligation.objects.get(subject_id=row.event_id, action=action)


def delete(given: World, row: Ending, names: list[str], at: datetime, method: str, attested_by: str = "") -> None:
    ids = [each.pk for each in queries.items(row) if each.name in names]
    assert len(ids) == len(names)
    done = Deletion(at=at, method=method, attested_by=attested_by, proof_sha256="c" * 64)
    deleting.delete(given.organisation, ids, done, by=given.owner, actor=actor(given.owner), now=at)


def test_from_notice_to_certificate(tmp_path: Path) -> None:
    given = world()
    by: dict[str, Any] = {"actor": actor(given.owner)}

    # 2 November: notice to the end of the year. What the services use is on the list; the clocks of the end run.
    row = noticed(given)
    assert [(each.kind, each.name) for each in queries.items(row)] == [
        ("system", "Back-upserver"), ("system", "Bestanden"), ("system", "Centrale"), ("system", "Postbussen"),
        ("sub_processor", "Kabelwacht B.V."), ("sub_processor", "Kluisland N.V."),
        ("sub_processor", "Poortwacht B.V."), ("sub_processor", "Wolkenveld Ltd"),
    ]  # fmt: skip
    assert clock(row, "choose_return_or_deletion").last_day == date(2027, 1, 31)
    assert clock(row, "return_or_delete").last_day == date(2027, 2, 28)
    backup = planning.add_place(
        row, Kind.BACKUP, "Nachtelijke back-up", service="Back-up", contact=("", ""), days=30, now=NOW, **by
    )
    assert backup.last_day is None  # it counts from when the systems are empty

    # 10 November: the controller asked what it will cost.
    actions.add_cost(
        row, CostKind.HAND_OVER, "Uitlezen en overdragen", 120_000, actual=False, by=given.owner, now=NOW, **by
    )

    # Nothing may go before the controller has chosen.
    with pytest.raises(Refused) as refused:
        delete(given, row, ["Centrale"], day(2027, 1, 4), "gewist")
    assert refused.value.why is Why.NO_CHOICE_YET

    # 12 January: the controller chooses, by its link. Its clock ends in time.
    at = day(2027, 1, 12)
    link: dict[str, Any] = {"how": ChosenHow.LINK, "who": "J. Okkerse, inkoop", "at": at, "now": at}
    actions.choose(row, Choice.RETURN, actor=actor(given.owner), **link)
    assert (clock(row, "choose_return_or_deletion").state, row.choice) == ("met", "return")

    # 13 January: a bill is unpaid; the agreement allows the return to be held back. On the 20th it is paid.
    actions.withhold(row, cents=45_000, reason="Factuur 2026-311", now=day(2027, 1, 13), **by)
    with pytest.raises(Refused) as refused:
        actions.hand_over(row, form="CSV", how="sftp", checksums=SUMS, at=at, now=day(2027, 1, 14), **by)
    assert (refused.value.why, "5.1" in str(refused.value)) == (Why.WITHHELD, True)
    actions.release(row, reason="Betaald op 20 januari", now=day(2027, 1, 20), **by)

    # 21 January: returned with a checksum of every file; received the day after.
    at = day(2027, 1, 21)
    actions.hand_over(row, form="CSV", how="sftp", checksums=SUMS, at=at, now=at, **by)
    actions.confirm_receipt(row, who="J. Okkerse", at=day(2027, 1, 22), now=day(2027, 1, 22), **by)

    # The invoices stay for seven years, on a provision of tax law; the controller was told.
    longer = Longer(
        on=KeptOn.STATUTORY, what="Facturen", reason="eigen administratie", law="retention.fiscal_administration",
        since=date(2026, 12, 31), told_at=at,
    )  # fmt: skip
    stays = keeping.stays(row, longer, now=at, **by)
    assert stays.kept_until == date(2033, 12, 31)
    assert "52(4)" in stays.kept_provision

    # 1 February: the clocks of every place run; the sub-processors wait for others.
    assert pump.begin_clocks(now=day(2027, 2, 1), limit=100) == 8
    running = Obligation.objects.filter(subject_kind="retention", ended_at=None)
    assert {(each.state, each.last_day) for each in running} == {
        ("open", date(2027, 2, 28)),
        ("waiting", date(2027, 2, 28)),
    }

    # 3 February: a legal hold stops deletion, and lifting it lets the clocks run on.
    held = keeping.set_hold(
        given.agreement, reason="Beslag door de rechtbank", by=given.owner, now=day(2027, 2, 3), **by
    )
    with pytest.raises(Refused) as refused:
        delete(given, row, ["Centrale"], day(2027, 2, 3), "gewist")
    assert (refused.value.why, "Beslag door de rechtbank" in str(refused.value)) == (Why.HELD, True)
    assert not running.all().exists()
    keeping.lift_hold(held, reason="Beslag opgeheven", by=given.owner, now=day(2027, 2, 5), **by)
    assert running.all().count() == 8

    # 8 February: systems, then 15 February: sub-processors, each with who attests it.
    delete(given, row, ["Back-upserver", "Bestanden", "Centrale", "Postbussen"], day(2027, 2, 8), "tenant gewist")
    with pytest.raises(Refused) as refused:
        delete(given, row, ["Kabelwacht B.V."], day(2027, 2, 15), "gewist")
    assert refused.value.why is Why.NOT_ATTESTED
    for name in ("Kabelwacht B.V.", "Wolkenveld Ltd", "Poortwacht B.V.", "Kluisland N.V."):
        delete(given, row, [name], day(2027, 2, 15), "gewist", attested_by=f"privacy officer van {name}")
    assert clock(row, "return_or_delete").state == "met"

    # The back-up is overwritten 30 days after the systems were emptied: until then no certificate.
    backup.refresh_from_db()
    assert backup.last_day == date(2027, 3, 10)
    with pytest.raises(Refused) as refused:
        certifying.certify(row, signed_by="M. Berg", now=day(2027, 2, 16), **by)
    assert "Nachtelijke back-up" in str(refused.value)
    delete(given, row, ["Nachtelijke back-up"], day(2027, 3, 10), "overschreven")

    # 11 March: the certificate, in two languages, and the ending is complete.
    at = day(2027, 3, 11)
    made = certifying.certify(row, signed_by="M. Berg, functionaris", now=at, **by)
    assert [each.language for each in made] == ["nl", "en"]
    for each in made:  # to be looked at: SEE=folder
        if folder := os.environ.get("SEE"):
            Path(folder, f"{each.language}.pdf").write_bytes(bytes(each.pdf))
    assert all(bytes(each.pdf).startswith(b"%PDF-") for each in made)
    assert (clock(row, "certify_deletion").state, row.completed_at) == ("late", at)
    assert row.agreed["end.certificate"]["provision"] == "5.1"

    # The pack of evidence encloses both, and its checker finds no fault, and its hash is on record.
    pack = io.BytesIO()
    head = export(pack, organisation=given.organisation, now=at)
    file = tmp_path / "pack.zip"
    file.write_bytes(pack.getvalue())
    _summary, faults, _erased = verify(str(file), head.hash, head.count)
    assert faults == []
    content = json.loads(Act.objects.get(kind="ending.certified").content.content or "")
    assert {content[f"certificate_{each.language}_sha256"] for each in made} == {each.sha256 for each in made}

    # What stays keeps a clock of its own, seven years on.
    assert pump.begin_clocks(now=day(2033, 12, 10), limit=10) == 1
    last = Obligation.objects.get(subject_kind="retention", ended_at=None)
    assert (last.last_day, last.ends_at) == (date(2033, 12, 31), datetime(2033, 12, 31, 23, 0, tzinfo=UTC))
    assert last.ends_at is not None
    done = Deletion(at=last.ends_at + timedelta(hours=9), method="gewist")
    deleting.delete(given.organisation, [stays.pk], done, by=given.owner, now=done.at, **by)
    assert queries.items(row)[0].deleted_at == done.at
