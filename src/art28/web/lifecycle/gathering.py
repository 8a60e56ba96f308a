"""Agreements -> what is known of each that the gate, its stage and its day ask: in as many queries however many they are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, FactVersion, FindingRow
from art28.web.contacts import appointing
from art28.web.contacts.models import Level
from art28.web.instructions import queries as instructions
from art28.web.instructions.models import Declaration
from art28.web.lifecycle import queries
from art28.web.lifecycle.models import MainAgreement, Signature, Waiver
from art28.web.lifecycle.queries import Standing
from art28.web.lifecycle.stages import DayBy
from art28.web.measures import promising as measures
from art28.web.parties import queries as parties
from art28.web.parties.models import Purpose
from art28.web.processing import gating
from art28.web.processing.gating import Held

DETAILS = ("name", "registration", "street", "city", "representative", "representative_role")
DESCRIBED = ("processing.purposes", "processing.data_categories", "processing.data_subjects")
STARTS = "term.starts"
LASTS, REFERENCE, CONTACTS, CHANNEL = (
    "term.lasts", "main_agreement.reference", "contacts.list", "breach.channel",
)  # fmt: skip
_KEYS = (
    *(f"{side}.{detail}" for side in ("controller", "processor") for detail in DETAILS),
    *DESCRIBED, LASTS, REFERENCE, CONTACTS, CHANNEL, STARTS, *queries.STANDS_BY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reached:
    """How many of the other side can be reached: for breaches, by telephone about those, and under a name."""

    for_breaches: int = 0
    by_phone: int = 0
    named: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What is known of an agreement now. `judged_by` is the clause by which the controller judges the measures, None where it
    doesn't; `rejects` the sentence of each agreement of the same parties that stands no other beside it.
    """

    agreement: Agreement
    standing: Standing
    facts: Mapping[str, FactVersion] = field(default_factory=dict)
    findings: Sequence[FindingRow] = ()
    held: Held = field(default_factory=Held)
    main: MainAgreement | None = None
    reached: Reached = field(default_factory=Reached)
    has_own_contact: bool = False
    signatures: Sequence[Signature] = ()
    beside: Sequence[Agreement] = ()
    rejects: Mapping[UUID, str] = field(default_factory=dict)
    judged_by: str | None = None
    is_judged: bool = False
    waived: Mapping[str, Waiver] = field(default_factory=dict)


def gather(organisation: Organisation, among: Sequence[Agreement]) -> dict[UUID, Gathered]:
    """What is known of each of some agreements of an organisation, in their order."""
    ids = {each.pk for each in among}
    facts = agreements.facts_in(organisation, ids, _KEYS)
    standings = queries.standings(organisation, among, facts)
    findings = _findings(organisation, ids)
    held = gating.held(organisation, ids)
    mains = {row.agreement_id: row for row in queries.newest_mains(organisation, ids)}
    reached = _reached(organisation, {each.counterparty_id for each in among if each.counterparty_id})
    ours = appointing.standing_under(organisation, ids)
    signed = queries.signatures_in(organisation, ids)
    beside = queries.beside(organisation, among)
    near = {each.pk for others in beside.values() for each in others}
    rejects = agreements.rejections(organisation, {pk for pk in ids if beside.get(pk)} | near) if near else {}
    clauses = measures.judging_in(organisation, ids)
    judged = set(_judged(organisation, set(clauses)).values_list("agreement", flat=True)) if clauses else set()
    waived = _waived(organisation, ids)
    return {
        each.pk: Gathered(
            agreement=each,
            standing=standings[each.pk],
            facts=facts.get(each.pk, {}),
            findings=findings.get(each.pk, ()),
            held=held.get(each.pk, Held()),
            main=mains.get(each.pk),
            reached=reached.get(each.counterparty_id, Reached()),
            has_own_contact=Level.FIRST in ours[each.pk],
            signatures=signed.get(each.pk, ()),
            beside=beside.get(each.pk, ()),
            rejects=rejects,
            judged_by=clauses.get(each.pk),
            is_judged=each.pk in judged,
            waived=waived.get(each.pk, {}),
        )
        for each in among
    }


def in_force_since(known: Gathered, asked: date | None) -> tuple[date | None, DayBy]:
    """The day from which an agreement is in force by its own words, else the one asked for; and by what that is so.

    One in force from its signature is so since the last one, as it is kept or else as the document says; one that hangs on
    another, since that began.
    """
    starts = known.facts[STARTS].value if STARTS in known.facts else "on_signature"
    if starts == "with_main_agreement" and known.main is not None:
        return known.main.starts_on, DayBy.MAIN
    read = queries.as_read(known.facts).since
    signed = max((row.on for row in known.signatures), default=read)
    if starts == "on_signature" and signed is not None:
        return signed, DayBy.SIGNATURE
    return asked, DayBy.GIVEN


def is_processor(agreement: Agreement) -> bool:
    """Whether we process, as far as is known."""
    return agreement.direction != Direction.CONTROLLER


def _findings(organisation: Organisation, ids: Collection[UUID]) -> dict[UUID, list[FindingRow]]:
    """Blanks, choices and instructions that were left in, and annexes that lack."""
    kinds = ("drafting.blank.", "drafting.choice.", "drafting.instruction.")
    asked = Q(key__contains=".annex.")
    for kind in kinds:
        asked |= Q(key__startswith=kind)
    found: dict[UUID, list[FindingRow]] = {}
    for row in agreements.findings_in(organisation, ids).filter(asked):
        found.setdefault(row.agreement_id, []).append(row)
    return found


def _reached(organisation: Organisation, counterparty_ids: Collection[UUID]) -> dict[UUID | None, Reached]:
    """Counted by the database, however many a party has."""
    rows = parties.contacts_of(organisation, counterparty_ids).exclude(email="", phone="")
    breach = Q(purpose=Purpose.BREACH)
    counts = rows.order_by().values("counterparty").annotate(
        for_breaches=Count("pk", filter=breach),
        by_phone=Count("pk", filter=breach & ~Q(phone="")),
        named=Count("pk", filter=~Q(name="")),
    )  # fmt: skip
    return {row["counterparty"]: Reached(row["for_breaches"], row["by_phone"], row["named"]) for row in counts}


def _judged(organisation: Organisation, ids: Collection[UUID]) -> QuerySet[Declaration]:
    """The judgements of controllers that the measures suffice, which still hold."""
    given = instructions.judgements_in(organisation, ids).exclude(given_at=None)
    return given.filter(Q(valid_until=None) | Q(valid_until__gte=timezone.localdate())).order_by()


def _waived(organisation: Organisation, ids: Collection[UUID]) -> dict[UUID, dict[str, Waiver]]:
    found: dict[UUID, dict[str, Waiver]] = {}
    for row in Waiver.objects.filter(organisation=organisation, agreement__in=ids):
        found.setdefault(row.agreement_id, {})[row.item] = row
    return found
