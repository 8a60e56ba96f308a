"""Reads of lives; always of one organisation."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion, State
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.lifecycle.defining import Bound, bound
from art28.web.lifecycle.models import Change, MainAgreement, Note, Paper, Review, Signature, Step
from art28.web.lifecycle.stages import BEFORE, Stage

REVIEW = "review"
"""`Obligation.subject_kind` of the clock of a change that agreements are reviewed for."""
_AT_ONCE = 500
STANDS_BY = ("document.state", "term.signed_on")
"""The facts by which a document says how far its agreement is."""
_BESIDE = 20
_RUNS_OUT = ("choose_return_or_deletion", "return_or_delete", "certify_deletion")


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage an agreement is in; `step` is None where nobody has said so and it stands as the document was read."""

    stage: Stage
    since: date | None
    step: Step | None


def words(agreement: Agreement) -> tuple[Bound, ...]:
    """The words of its text that the Regulation defines, bound to their provisions."""
    text = agreements.text_of(agreement)
    return bound(text.text) if text is not None else ()


def steps(agreement: Agreement) -> QuerySet[Step]:
    """Its stages, newest first."""
    rows = Step.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("by").order_by("-at", "-id")


def standing(agreement: Agreement) -> Standing:
    """The stage it is in now."""
    newest = steps(agreement).first()
    if newest is not None:
        return Standing(Stage(newest.stage), newest.on, newest)
    return as_read(agreements.facts_in(agreement.organisation, {agreement.pk}, STANDS_BY).get(agreement.pk, {}))


def standings(
    organisation: Organisation, among: Collection[Agreement], facts: Mapping[UUID, "Facts"]
) -> dict[UUID, Standing]:
    """The stage that each of some agreements is in now, by what is known of its `STANDS_BY`; one query."""
    ids = {each.pk for each in among}
    newest = Step.objects.filter(agreement=OuterRef("pk")).order_by("-at", "-id").values("pk")[:1]
    wanted = Agreement.objects.filter(organisation=organisation, pk__in=ids)
    rows = Step.objects.filter(organisation=organisation, pk__in=wanted.values_list(Subquery(newest)))
    found = {row.agreement_id: Standing(Stage(row.stage), row.on, row) for row in rows}
    return {pk: found.get(pk) or as_read(facts.get(pk, {})) for pk in ids}


def as_read(facts: "Facts") -> Standing:
    """How an agreement stands by its document alone, by what is known of its `STANDS_BY`."""
    state, signed = facts.get("document.state"), facts.get("term.signed_on")
    on = _day(signed.value) if signed is not None else None
    is_signed = on is not None or (state is not None and state.value == "signed")
    return Standing(Stage.SIGNED if is_signed else Stage.DRAFT, on, None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def stage_on(agreement: Agreement, day: date) -> Step | None:
    """The step that governed on a day: of those whose day had come, the one written last."""
    return steps(agreement).filter(on__lte=day).order_by("-on", "-at", "-id").first()


@dataclass(frozen=True, slots=True)
class Listed:
    """An agreement with its stage; an empty stage stands for what nobody has said."""

    agreement: Agreement
    stage: str
    since: date | None
    read: Standing | None = None

    @property
    def label(self) -> str:
        """The stage in words; by the document alone where nobody has said one."""
        if self.stage:
            return str(Stage(self.stage).label)
        return (
            gettext("%(stage)s by the document") % {"stage": self.read.stage.label}
            if self.read
            else gettext("not said")
        )


def unread(row: Agreement) -> Listed:
    """One of `lives` by what was said of its stage."""
    return Listed(row, getattr(row, "stage", None) or "", getattr(row, "since", None))


def listed(organisation: Organisation, rows: Sequence[Agreement]) -> tuple[Listed, ...]:
    """Some of `lives`, those of which nobody said a stage as their documents have it; one query more."""
    found = [unread(row) for row in rows]
    unsaid = {each.agreement.pk for each in found if not each.stage}
    facts = agreements.facts_in(organisation, unsaid, STANDS_BY) if unsaid else {}
    read = {pk: as_read(facts.get(pk, {})) for pk in unsaid}
    return tuple(replace(each, read=read.get(each.agreement.pk)) for each in found)


def listed_all(organisation: Organisation, rows: QuerySet[Agreement]) -> Iterator[Listed]:
    """All of `lives`, by chunks, so that their number costs no memory."""
    found = rows.iterator(chunk_size=_AT_ONCE)
    while chunk := list(islice(found, _AT_ONCE)):
        yield from listed(organisation, chunk)


def lives(organisation: Organisation, *, stage: str = "", words: str = "") -> QuerySet[Agreement]:
    """The agreements with their stage as `stage` and `since`, narrowed, by the other side's name."""
    newest = Step.objects.filter(organisation=organisation, agreement=OuterRef("pk")).order_by("-at", "-id")
    rows = agreements.agreements(organisation).filter(state=State.READ)
    rows = rows.annotate(stage=Subquery(newest.values("stage")[:1]), since=Subquery(newest.values("on")[:1]))
    if stage:
        rows = rows.filter(stage=None) if stage == "unsaid" else rows.filter(stage=stage)
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(counterparty_name__icontains=words))
    return rows.order_by("counterparty_name", "title", "id")


def may_come_into_force(organisation: Organisation, *, stage: str = "", words: str = "") -> QuerySet[Agreement]:
    """Of `lives` those that may come into force from the stage that they were said to be in, or of which none was said."""
    return lives(organisation, stage=stage, words=words).filter(Q(stage=None) | Q(stage__in=BEFORE))


def main_of(agreement: Agreement) -> MainAgreement | None:
    """The main agreement as it is known now."""
    rows = MainAgreement.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("by").order_by("-at", "-id").first()


def newest_mains(organisation: Organisation, agreement_ids: Collection[UUID]) -> QuerySet[MainAgreement]:
    """The main agreement of each of some agreements as it is known now, of those that have one."""
    newest = MainAgreement.objects.filter(agreement=OuterRef("pk")).order_by("-at", "-id").values("pk")[:1]
    wanted = Agreement.objects.filter(organisation=organisation, pk__in=agreement_ids)
    return MainAgreement.objects.filter(organisation=organisation, pk__in=wanted.values_list(Subquery(newest)))


def main_on(agreement: Agreement, day: date) -> MainAgreement | None:
    """The newest version of the main agreement that ran on that day."""
    rows = MainAgreement.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    newest = rows.filter(starts_on__lte=day).order_by("-at", "-id").first()
    return newest if newest is not None and (newest.ends_on is None or newest.ends_on >= day) else None


def ended_mains(before: date, limit: int) -> tuple[MainAgreement, ...]:
    """The newest versions of main agreements that ended before that day, of agreements in force of every organisation."""
    newest = MainAgreement.objects.filter(agreement=OuterRef("agreement")).order_by("-at", "-id").values("pk")[:1]
    stage = Step.objects.filter(agreement=OuterRef("agreement")).order_by("-at", "-id").values("stage")[:1]
    rows = MainAgreement.objects.annotate(newest=Subquery(newest), stage=Subquery(stage))
    rows = rows.filter(pk=F("newest"), ends_on__lt=before, stage=Stage.ACTIVE)
    return tuple(rows.select_related("agreement__organisation", "by").order_by("ends_on", "id")[:limit])


def signatures(agreement: Agreement) -> tuple[Signature, ...]:
    """Who signed, by day."""
    rows = Signature.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return tuple(rows.select_related("by").order_by("on", "id"))


def signatures_in(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, list[Signature]]:
    """Who signed each of some agreements, by day; one query."""
    found: dict[UUID, list[Signature]] = {}
    for row in Signature.objects.filter(organisation=organisation, agreement__in=agreement_ids).order_by("on", "id"):
        found.setdefault(row.agreement_id, []).append(row)
    return found


def papers(agreement: Agreement) -> QuerySet[Paper]:
    """What belongs to it, the newest copy of each first."""
    rows = Paper.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("by").order_by("kind", "name", "-dated", "-id")


def paper(organisation: Organisation, paper_id: UUID) -> Paper | None:
    """One copy, with its bytes."""
    return Paper.objects.filter(organisation=organisation, pk=paper_id).select_related("bytes").first()


def notes(agreement: Agreement) -> QuerySet[Note]:
    """What we noted among ourselves, newest first."""
    rows = Note.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("by").order_by("-at", "-id")


def still_to_delete(agreement: Agreement) -> QuerySet[Obligation]:
    """What of returning and deleting still runs under an agreement."""
    rows = clocks.obligations(agreement.organisation).filter(agreement=agreement, ended_at=None)
    return rows.filter(action__in=_RUNS_OUT)


def facts_on(agreement: Agreement, last: object) -> tuple[FactVersion, ...]:
    """Of each fact the version that was known at that instant; the first one of what became known only later."""
    rows = FactVersion.objects.filter(organisation=agreement.organisation_id, agreement=agreement).select_related("by")
    found: dict[str, FactVersion] = {}
    for row in rows.order_by("key", "number"):
        if row.key not in found or row.at <= last:  # type: ignore[operator]
            found[row.key] = row
    return tuple(found.values())


def changes(organisation: Organisation) -> QuerySet[Change]:
    """What changed, newest first, each with how many reviews it asks for and how many are open."""
    rows = Change.objects.filter(organisation=organisation).select_related("by")
    return rows.annotate(asked=Count("reviews"), waiting=Count("reviews", filter=Q(reviews__closed_at=None))).order_by(
        "-at", "-id"
    )


def change(organisation: Organisation, change_id: UUID) -> Change | None:
    """One change."""
    return changes(organisation).filter(pk=change_id).first()


def reviews_for(found: Change) -> QuerySet[Review]:
    """The reviews that a change asks for, in no order."""
    rows = Review.objects.filter(organisation=found.organisation_id, change=found)
    return rows.select_related("agreement", "closed_by")


def reviews_of(agreement: Agreement) -> QuerySet[Review]:
    """The reviews of one agreement, newest first."""
    rows = Review.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("change", "closed_by").order_by("-change__at", "-id")


def review(organisation: Organisation, review_id: UUID) -> Review | None:
    """One review."""
    rows = Review.objects.filter(organisation=organisation, pk=review_id)
    return rows.select_related("organisation", "change__organisation", "agreement__organisation").first()


def clock_of(found: Change) -> Obligation | None:
    """The clock of a change."""
    rows = clocks.obligations(found.organisation).select_related("organisation", "owner")
    return rows.filter(subject_kind=REVIEW, subject_id=found.pk).first()


def concerned(organisation: Organisation, agreement_ids: Collection[UUID] | None) -> QuerySet[Agreement]:
    """The agreements that a change concerns: those named, else all that have not ended."""
    rows = lives(organisation).filter(Q(stage=None) | ~Q(stage=Stage.ENDED))
    return rows if agreement_ids is None else rows.filter(pk__in=agreement_ids)


def with_the_same(agreement: Agreement) -> tuple[Agreement, ...]:
    """The other agreements with the same other side that were read, at most twenty: first those that reject others."""
    if agreement.counterparty_id is None:
        return ()
    rows = _with_parties(agreement.organisation, {agreement.counterparty_id}).filter(direction=agreement.direction)
    return tuple(agreements.rejecting_first(rows.exclude(pk=agreement.pk))[:_BESIDE])


def beside(organisation: Organisation, among: Collection[Agreement]) -> dict[UUID, list[Agreement]]:
    """The same for each of some agreements; one query, however many agreements a party has."""
    rows = _with_parties(organisation, {each.counterparty_id for each in among if each.counterparty_id})
    place = Window(RowNumber(), partition_by=("counterparty", "direction"), order_by=agreements.in_front())
    near: dict[tuple[UUID | None, str], list[Agreement]] = {}
    for row in agreements.rejecting_first(rows.annotate(place=place).filter(place__lte=_BESIDE + 1)):
        near.setdefault((row.counterparty_id, row.direction), []).append(row)
    of_each = {each.pk: near.get((each.counterparty_id, each.direction), []) for each in among}
    return {pk: [row for row in rows if row.pk != pk][:_BESIDE] for pk, rows in of_each.items()}


def _with_parties(organisation: Organisation, counterparty_ids: Collection[UUID]) -> QuerySet[Agreement]:
    rows = agreements.agreements(organisation)
    return rows.filter(counterparty__in=counterparty_ids, state=State.READ)


def fact(agreement: Agreement, key: str) -> FactVersion | None:
    """What it says on one point; None where it is silent."""
    return agreements.facts_in(agreement.organisation, {agreement.pk}, (key,)).get(agreement.pk, {}).get(key)


Facts = Mapping[str, FactVersion]
