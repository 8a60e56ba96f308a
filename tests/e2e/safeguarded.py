"""Measures, what an agreement promises of them, a change, an overview, a wish and a certificate, for their pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from art28.securing.changing import Need
from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.mailings.sources import Outgoing, Words
from art28.web.measures import actions, certifying, changing, giving, importing, mailing, promising, wishing
from art28.web.measures.about import on_topic
from art28.web.measures.agreed import AskedFor, Change, Linked, Promise
from art28.web.measures.models import Effect, Measure, Standing
from art28.web.notices.models import OutboxMessage
from e2e.page import Page
from web.people import Tenant

WITHOUT_PAGE = frozenset(
    {
        "measures:export", "measures:export_promises", "measures:decide", "measures:read", "measures:ask_overview",
        "measures:ask_wish", "measures:weigh", "measures:overview_act", "measures:export_wishes", "measures:wish_act",
        "measures:change_act", "measures:answer", "measures:export_certificates",
        "measures:end_certificate", "measures:act", "measures:item_act", "measures:evidence_file",
        "measures:table", "measures:apply",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Safeguarded:
    """What there is to look at, by id."""

    agreement: UUID
    measure: UUID
    change: UUID
    overview: UUID
    wish: UUID
    answer: str
    table: UUID

    def pages(self) -> Iterator[Page]:
        """The pages about measures."""
        yield from (Page("measures:list"), Page("measures:list", query="gap=no_owner"), Page("measures:new"))
        yield from (Page("measures:upload"), Page("measures:preview", (self.table,)))
        yield from (Page("measures:promises"), Page("measures:promises", query="state=linked"))
        yield from (Page("measures:detail", (self.measure,)), Page("measures:agreement", (self.agreement,)))
        yield from (Page("measures:promised", (self.measure,)), Page("measures:items", (self.measure,)))
        yield from (Page("measures:changes"), Page("measures:change", (self.change,)))
        yield from (Page("mailings:measurechange", (self.change,)), Page("measures:outside", (self.answer,)))
        yield from (Page("measures:overviews"), Page("measures:overview", (self.overview,)))
        yield from (Page("measures:wishes"), Page("measures:wish", (self.wish,)))
        yield from (Page("measures:certificates"), Page("measures:keep_certificate"), Page("measures:weighings"))


def safeguard(ours: Tenant, agreement: Agreement) -> Safeguarded:
    """Two measures, one looked after and on its way to another text; promises linked, open and put aside."""
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    today = timezone.localdate()
    backup = actions.add(
        ours.organisation, on_topic("backup", "Back-up van klantgegevens", "Elke nacht een versleutelde kopie."), by=by
    )
    actions.add(ours.organisation, on_topic("access", "Toegang per rol", "Rechten volgen de functie."), by=by)
    _arranged(backup, by)
    shown = actions.keep_evidence(backup, name="Hersteltest", on=today, reference="dossier 12", file=None, by=by)
    actions.review(
        backup,
        actions.Reviewed(
            evidence=shown, effect=Effect.EFFECTIVE, findings="Terugzetten duurde twee uur.", follow_up="",
            on=today, next_on=today + timedelta(days=365),
        ),
        by=by,
    )  # fmt: skip
    actions.add_item(backup, {"kind": "key", "name": "Sleutel kluis 2", "holder": "R. Vos", "since": today}, by=by)
    promising.read(agreement, actor=by.actor, now=by.now)
    said = ("Van klantgegevens wordt elke week een back-up gemaakt.", "Wachtwoorden zijn versleuteld opgeslagen.")
    for place, words in enumerate(said):
        linked = place == 0
        Promise.objects.create(
            organisation=ours.organisation, agreement=agreement, key=f"{place:064x}", place=900 + place, topic="backup",
            heading="Bijlage 2", words=words, start=0, end=9, at=by.now, state=Linked.LINKED if linked else Linked.OPEN,
            measure=backup if linked else None,
        )  # fmt: skip
    planned = changing.Planned(
        after=on_topic("backup", "Back-up van klantgegevens", "Elk uur een versleutelde kopie op een tweede plaats."),
        why="Sneller terug na een storing.", level="Er wordt vaker gekopieerd.", lowers=False, important=True,
        planned_on=today + timedelta(days=30),
    )  # fmt: skip
    change = changing.propose(backup, planned, by=by)
    changing.announce(change, by=by)
    overview = giving.ask(
        agreement,
        giving.AskedOverview(asked_on=today, asked_by="J. Okkerse", why=AskedFor.YEARLY, breach=None, reason=""),
        by=by,
    )
    wish = wishing.ask(
        agreement, wishing.Asked(asked_on=today, asked_by="J. Okkerse", what="Een kopie buiten de regio."), by=by
    )
    wishing.offer(wish, price_cents=125_000, terms="per jaar", by=by)
    _certified(ours, by)
    return Safeguarded(
        agreement.pk, backup.pk, change.pk, overview.pk, wish.pk, _told(ours, change, by), _brought(ours, by)
    )


def _told(ours: Tenant, change: Change, by: By) -> str:
    """The letter about the change leaves; returns the link behind which it is answered."""
    subject = mailing.subject(ours.organisation, change.pk)
    assert subject is not None
    (row,) = changing.affected(change)
    kind = "measure_consent" if row.need == Need.CONSENT else "measure_notice"
    going = Outgoing(row.agreement_id, "fg@wendelaar.example", "J. Okkerse", row.version)
    with transaction.atomic():
        mailing.hand_over(subject, [[going]], Words(notice_kind=kind, signed_by="Eigenaar"), actor=by.actor, now=by.now)
    return OutboxMessage.objects.get(subject_kind=changing.KIND, subject_id=change.pk).token


def _brought(ours: Tenant, by: By) -> UUID:
    """A table that changes something, leaves something, and has a row that can't be read."""
    rows = (
        "Maatregel;Wat wordt gedaan;Staat", "Back-up van klantgegevens;Elk uur.;Ingevoerd",
        "Toegang per rol;;Ingevoerd", "Zonering;Drie zones.;misschien", "Logboek;Alles wordt vastgelegd.;Ingevoerd",
    )  # fmt: skip
    data = "\n".join(rows).encode()
    return importing.put_in(ours.organisation, "maatregelen.csv", data, by=by.user, now=by.now).pk


def _arranged(row: Measure, by: By) -> None:
    how = actions.Arranged(
        standing=Standing.IN_PLACE, owner=by.user, review_months=12, review_on=timezone.localdate() + timedelta(days=40),
        article_32=("c",), iso27001=("8.13",), nen7510=("8.13",),
    )  # fmt: skip
    actions.arrange(row, how, by=by)


def _certified(ours: Tenant, by: By) -> None:
    today = timezone.localdate()
    columns = {
        "standard": "ISO/IEC 27001:2022", "holder": "Zonnehoek", "issuer": "Keurmeester", "number": "27-118",
        "issued_on": today - timedelta(days=700), "expires_on": today + timedelta(days=40), "kept_at": "dossier 3",
    }  # fmt: skip
    certifying.keep(ours.organisation, columns, renews=None, by=by)
    weighed = {
        "on": today,
        "state_of_the_art": "TLS 1.3",
        "sensitivity": "Adressen",
        "cost": "Beperkt",
        "outcome": "Passend",
    }
    certifying.weigh(ours.organisation, None, weighed, by=by)
