"""Reads of drafts; always of one organisation."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from art28.checking.messages import said
from art28.web.accounts.models import Organisation
from art28.web.agreements.rows import to_message
from art28.web.drafts.lists import ANSWERED, FILTERS, OURS
from art28.web.drafts.models import Answer, Change, Draft, DraftVersion, Remark, Returned, Round, State
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Purpose


def drafts(organisation: Organisation) -> QuerySet[Draft]:
    """Every draft, each with whether the other side `answered` the version that it has."""
    rows = Draft.objects.filter(organisation=organisation).select_related("counterparty", "made_by")
    return rows.annotate(answered=ANSWERED)


def waiting(organisation: Organisation) -> QuerySet[Draft]:
    """The drafts that wait for us: the other side answered, or agreed."""
    return Draft.objects.filter(OURS, organisation=organisation)


def answers(found: Draft) -> Round | None:
    """The open round, where the other side remarked in it (`remark_count`) or handed a file back (`files`); else None."""
    made = rounds(found).filter(closed_at=None).first()
    if made is None or found.state != State.SENT:
        return None
    said = Remark.objects.filter(organisation=found.organisation_id, round=made, by=None)
    return made if made.answer == Answer.CHANGES or said.exists() else None


def counted(rows: QuerySet[Draft]) -> Mapping[str, int]:
    """How many drafts there are by what the list is narrowed by, and `all` of them."""
    counts: dict[str, int] = rows.aggregate(
        all=Count("pk"), **{name: Count("pk", filter=Q(state__in=among)) for name, among in FILTERS.items()}
    )
    return counts


def draft(organisation: Organisation, draft_id: UUID) -> Draft | None:
    """One draft."""
    rows = Draft.objects.filter(organisation=organisation, pk=draft_id)
    return rows.select_related("organisation", "counterparty", "legal_entity", "agreement", "made_by").first()


def versions(found: Draft) -> QuerySet[DraftVersion]:
    """The versions of a draft, newest first, without their facts."""
    rows = DraftVersion.objects.filter(organisation=found.organisation_id, draft=found)
    return rows.select_related("by").defer("facts", "measures").order_by("-number")


def version(found: Draft, number: int | None = None) -> DraftVersion | None:
    """One version, the newest unless a number is named."""
    rows = DraftVersion.objects.filter(organisation=found.organisation_id, draft=found)
    return rows.filter(number=number or found.version).select_related("by").first()


def last_measures(organisation: Organisation, language: str) -> tuple[str, ...]:
    """The measures of the newest version in a language that names any: what the organisation said of itself last."""
    rows = DraftVersion.objects.filter(organisation=organisation, draft__language=language).exclude(measures=[])
    found = rows.order_by("-at", "-id").values_list("measures", flat=True).first()
    return tuple(map(str, found or ()))


def patterns(organisation: Organisation) -> QuerySet[Draft]:
    """The drafts whose choices others can be made by: those of our own templates, newest first."""
    rows = Draft.objects.filter(organisation=organisation).exclude(template__contains=":")
    return rows.exclude(state=State.WITHDRAWN).order_by("-changed_at", "-id")


def contact_for_contract(found: Draft) -> Contact | None:
    """Whom at the other side a draft goes to: its contact for the contract, else any with an address."""
    return first_for_contract(parties.contacts(found.organisation, found.counterparty_id))


def first_for_contract(contacts: Iterable[Contact]) -> Contact | None:
    """Of whom a counterparty named, the one that a draft goes to."""
    reached = (each for each in contacts if each.email)
    ranked = sorted(reached, key=lambda each: (each.purpose != Purpose.CONTRACT, each.purpose != Purpose.GENERAL))
    return ranked[0] if ranked else None


def rounds(found: Draft) -> QuerySet[Round]:
    """The rounds of a draft, newest first, with their files and how many remarks were made."""
    rows = Round.objects.filter(organisation=found.organisation_id, draft=found).select_related("version", "sent_by")
    files = Returned.objects.defer("data").order_by("at")
    counted = rows.annotate(remark_count=Count("remarks", distinct=True))
    return counted.prefetch_related(Prefetch("returned", queryset=files, to_attr="files")).order_by("-number")


def remarks(made: Round) -> QuerySet[Remark]:
    """What was said in a round, oldest first."""
    return Remark.objects.filter(organisation=made.organisation_id, round=made).order_by("at", "id")


def remarks_on(found: DraftVersion) -> QuerySet[Remark]:
    """What was said of a version, in whatever round."""
    return Remark.objects.filter(organisation=found.organisation_id, round__version=found).order_by("at", "id")


def returned(made: Round) -> QuerySet[Returned]:
    """The files that came back in a round, without their bytes."""
    return Returned.objects.filter(organisation=made.organisation_id, round=made).defer("data").order_by("at")


def one_returned(organisation: Organisation, returned_id: UUID) -> Returned | None:
    """One of them, with its round and draft."""
    rows = Returned.objects.filter(organisation=organisation, pk=returned_id).defer("data")
    return rows.select_related(
        "organisation", "round__organisation", "round__version", "round__draft__counterparty",
        "round__draft__organisation", "round__draft__legal_entity",
    ).first()  # fmt: skip


def changes(of: Returned) -> QuerySet[Change]:
    """What differs in a file that came back, in order."""
    return (
        Change.objects.filter(organisation=of.organisation_id, returned=of)
        .select_related("decided_by")
        .order_by("order")
    )


def change(organisation: Organisation, change_id: UUID) -> Change | None:
    """One change, with its file, round and draft."""
    rows = Change.objects.filter(organisation=organisation, pk=change_id)
    return rows.select_related(
        "returned__round__version", "returned__round__organisation", "returned__round__draft__counterparty",
        "returned__round__draft__organisation",
    ).first()  # fmt: skip


def findings(of: Returned, language: str) -> tuple[Mapping[str, str], ...]:
    """What a file brings that ours hadn't, in words."""
    return tuple(
        {"severity": each["severity"], "text": said(to_message(each["message"]), language), "article": each["article"]}
        for each in of.findings
        if "message" in each
    )
