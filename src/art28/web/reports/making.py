"""A pack that is due -> a ZIP, kept in parts: by any worker, once, with its progress; memory stays flat."""

import logging
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import IO
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext as _

from art28.evidence.chain import Head
from art28.evidence.pack import Beside
from art28.web.accounts.access import WORKER
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record, record_many
from art28.web.audit.export import Shown, export
from art28.web.audit.models import Act
from art28.web.disclosures import queries as disclosures
from art28.web.disclosures.models import Ground
from art28.web.notices.enclosures import digest
from art28.web.notices.models import OutboxMessage
from art28.web.reports import catalogue, concerning, contents, formats, indexing, queries
from art28.web.reports.declared import Asked
from art28.web.reports.models import Dossier, DossierPart, Goes, State

KEPT = timedelta(days=30)
"""How long a pack can be downloaded."""
PART = 1024 * 1024
_LEASE = timedelta(hours=1)
_AGAIN = timedelta(minutes=15)
_OWN_TOO = frozenset({Ground.PERMISSION, Ground.LEGAL_DUTY})
_log = logging.getLogger(__name__)


def make_due(*, now: datetime, limit: int) -> int:
    """Make at most `limit` packs that are due; returns how many were made."""
    made = 0
    for _each in range(limit):
        row = _claimed(now)
        if row is None:
            break
        try:
            made += make(row, now=now)
        except Exception as error:
            _failed(row, error, now)
            _log.warning("an accountability pack was not made: %s", type(error).__name__)
    return made


def _claimed(now: datetime) -> Dossier | None:
    """The pack that has been due for longest, ours for a while; a worker that died leaves it to the next."""
    free = Q(lease=None) | Q(leased_until__lt=now)
    for key in Dossier.objects.filter(free, due_at__lte=now).order_by("due_at", "id").values_list("pk", flat=True)[:5]:
        claimed = Dossier.objects.filter(free, pk=key, due_at__lte=now)
        if claimed.update(lease=uuid4(), leased_until=now + _LEASE, attempts=F("attempts") + 1, done=0) == 1:
            return Dossier.objects.select_related("organisation", "agreement", "counterparty").get(pk=key)
    return None


def _failed(row: Dossier, error: Exception, now: datetime) -> None:
    Dossier.objects.filter(pk=row.pk, lease=row.lease).update(
        state=State.FAILED, error=type(error).__name__[:80], lease=None, leased_until=None, due_at=now + _AGAIN
    )


def make(row: Dossier, *, now: datetime) -> int:
    """Make a pack that this worker holds; returns whether it became this one's."""
    with translation.override(row.language), tempfile.TemporaryFile() as target:
        work = _Work(row, now)
        head = export(target, organisation=row.organisation, now=now, shown=work.shown())
        return _kept(row, target, head, work, now)


class _Work:
    """One making of a pack: what it is of, what stays out of it, and how far it is."""

    def __init__(self, row: Dossier, now: datetime) -> None:
        self.row, self.now = row, now
        self.zone = ZoneInfo(row.organisation.time_zone)
        self.period = queries.period(row)
        self.ids: list[UUID] = list(queries.subject_agreements(row).values_list("pk", flat=True))
        self.is_whole = not (row.agreement_id or row.counterparty_id)
        # Of agreements whose document is confidential: whether it is in the pack.
        self.confidential: dict[UUID, bool] = {}
        self.kept_back: set[str] = set()
        for agreement in self.each():
            if disclosures.standing(agreement).confidential:
                inside = row.goes != Goes.OUTSIDE or row.ground in _OWN_TOO
                self.confidential[agreement.pk] = inside
                if not inside:
                    self.kept_back.add(agreement.source.sha256)
        if row.goes == Goes.OUTSIDE:
            self.kept_back.update(self._mails())

    def each(self) -> Iterator[Agreement]:
        """The agreements, one by one."""
        rows = Agreement.objects.filter(organisation=self.row.organisation)
        for pk in self.ids:
            yield rows.select_related("organisation", "source").get(pk=pk)

    def _mails(self) -> Iterator[str]:
        """The e-mails under these agreements: their links are for those to whom they were sent."""
        rows = OutboxMessage.objects.filter(organisation=self.row.organisation)
        rows = rows if self.is_whole else rows.filter(agreement__in=self.ids)
        for texts in rows.values_list("body_text", "body_html").iterator(100):
            yield from map(digest, texts)

    def shown(self) -> Shown:
        """What of the chain is shown."""
        concerns = concerning.concerns(self.row.organisation, tuple(self.ids))

        def why_not(act: Act) -> str:
            if not (self.is_whole or concerns(act)):
                return "elsewhere"
            return "" if self.period.holds(act.at) else "period"

        return Shown(why_not=why_not, kept_back=self.kept_back, beside=self.beside)

    def beside(self, head: Head) -> Iterator[Beside]:
        """The index first, then each agreement, then the registers."""
        numbers = indexing.counted(self.row, self.ids, self.period)
        first = [agreement for agreement, _number in zip(self.each(), range(indexing.MOST_IN_THE_INDEX), strict=False)]
        registers = [
            (str(each.title), each.name, each.found(self.row.organisation, self.asked, self.now).count())
            for each in catalogue.REGISTERS
        ]
        index = indexing.index(
            self.row,
            first,
            numbers,
            registers,
            period=self.period,
            confidential=self.confidential,
            head=head,
            now=self.now,
        )
        yield Beside(indexing.NAME, (index,))
        heads = (_("Folder"), _("Other side"), _("Agreement"), _("What stands in it"))
        yield contents.table("agreements.csv", heads, self._lines(numbers))
        for number, agreement in enumerate(self.each(), start=1):
            at = contents.folder(number, agreement)
            document = self.confidential.get(agreement.pk, True)
            yield from contents.files(agreement, at, self.period, now=self.now, zone=self.zone, document=document)
            self._so_far(number)
        for each in catalogue.REGISTERS:
            organisation = self.row.organisation
            csv = formats.as_csv(each, organisation, self.asked, self.now)
            yield Beside(f"registers/{each.name}.csv", (line.encode() for line in csv))
            linked = formats.as_linked(each, organisation, self.asked, self.now)
            yield Beside(f"registers/{each.name}.jsonld", (part.encode() for part in linked))

    @property
    def asked(self) -> Asked:
        """What the registers are narrowed to."""
        row = self.row
        days = {"from": row.from_on, "until": row.until_on}
        given = {name: day.isoformat() for name, day in days.items() if day}
        return Asked(given=given, agreements=None if self.is_whole else tuple(self.ids))

    def _lines(self, numbers: Mapping[UUID, indexing.Counted]) -> Iterator[tuple[str, ...]]:
        for number, each in enumerate(self.each(), start=1):
            said = indexing.summary(numbers.get(each.pk, indexing.Counted()))
            yield contents.folder(number, each), each.counterparty_name, each.title, said

    def _so_far(self, number: int) -> None:
        held = Dossier.objects.filter(pk=self.row.pk, lease=self.row.lease)
        held.update(done=number, total=len(self.ids), leased_until=self.now + _LEASE * (1 + number // 500))


def _kept(row: Dossier, target: IO[bytes], head: Head, work: _Work, now: datetime) -> int:
    size = target.seek(0, 2)
    target.seek(0)
    hashed = sha256()
    for data in iter(lambda: target.read(PART), b""):
        hashed.update(data)
    target.seek(0)
    until = (now + KEPT).astimezone(ZoneInfo(row.organisation.time_zone)).date()
    with transaction.atomic():
        changed = Dossier.objects.filter(pk=row.pk, lease=row.lease).update(
            state=State.MADE, made_at=now, kept_until=until, size=size, sha256=hashed.hexdigest(), head=head.hash,
            count=head.count, total=len(work.ids), done=len(work.ids), error="", lease=None, leased_until=None, due_at=None,
        )  # fmt: skip
        if changed != 1:
            return 0
        DossierPart.objects.filter(organisation=row.organisation_id, dossier=row).delete()
        for number, data in enumerate(iter(lambda: target.read(PART), b"")):
            DossierPart.objects.create(organisation=row.organisation, dossier=row, number=number, data=data)
        content = {"sha256_of_pack": hashed.hexdigest(), "size": size, "agreements": len(work.ids)}
        record(organisation=row.organisation, actor=WORKER, kind="dossier.made", subject=row, at=now, content=content)
        entries = (
            Entry("agreement.handed_out", "agreement", pk, {"permission": "", "inside": row.goes == Goes.INSIDE})
            for pk, inside in work.confidential.items()
            if inside
        )
        record_many(organisation=row.organisation, actor=WORKER, at=now, entries=entries)
    return 1
