"""Reads of marks, permissions and disclosures; always of one organisation."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.disclosures.marking import mark_in
from art28.web.disclosures.models import Disclosure, Mark, Permission

OFFERED = 100
_SILENCE = "breach.controller_silence"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document is confidential; `mark` is None while art28's own reading is all there is."""

    confidential: bool
    wording: str
    mark: Mark | None


def standing(agreement: Agreement) -> Standing:
    """What a person said last, else what the document says of itself."""
    rows = Mark.objects.filter(organisation=agreement.organisation_id, agreement=agreement).select_related("by")
    newest = rows.order_by("-at", "-id").first()
    if newest is not None:
        return Standing(newest.confidential, newest.wording, newest)
    text = agreements.text_of(agreement)
    said = mark_in(text.text) if text is not None else ""
    return Standing(bool(said), said, None)


def permissions(agreement: Agreement) -> QuerySet[Permission]:
    """What the other side allowed, newest first."""
    rows = Permission.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.select_related("made_by").order_by("-given_on", "-id")


def permission(agreement: Agreement, permission_id: UUID) -> Permission | None:
    """One permission under an agreement."""
    return permissions(agreement).filter(pk=permission_id).first()


def disclosures(organisation: Organisation, words: str = "", ground: str = "") -> QuerySet[Disclosure]:
    """Everything that was disclosed, newest first, narrowed by words and ground; what was only played is none."""
    rows = Disclosure.objects.filter(organisation=organisation, breach__exercise=None)
    if words:
        rows = rows.filter(
            Q(recipient__icontains=words) | Q(what__icontains=words) | Q(agreement__counterparty_name__icontains=words)
        )
    if ground:
        rows = rows.filter(ground=ground if ground != "none" else "")
    return rows.select_related("agreement", "breach", "permission", "made_by").order_by("-on", "-id")


def under(agreement: Agreement) -> QuerySet[Disclosure]:
    """What was disclosed under one agreement."""
    return disclosures(agreement.organisation).filter(agreement=agreement)


def about(breach: Breach) -> QuerySet[Disclosure]:
    """What was disclosed about one breach."""
    return disclosures(breach.organisation).filter(breach=breach)


def is_silent(breach: Breach, agreement: Agreement) -> bool:
    """Whether the agreement obliges us, the controller, to keep the breach to ourselves."""
    if agreement.direction != Direction.CONTROLLER:
        return False
    found = agreements.facts_in(breach.organisation, {agreement.pk}, (_SILENCE,)).get(agreement.pk, {})
    return _SILENCE in found and found[_SILENCE].value is True


def silent_under(breach: Breach) -> tuple[Agreement, ...]:
    """The agreements that this breach touches and that oblige us to keep it to ourselves; the first hundred."""
    touched = agreements.agreements(breach.organisation).filter(
        pk__in=breaches.touched_agreements(breach), direction=Direction.CONTROLLER
    )
    rows = agreements.saying(breach.organisation, _SILENCE, value=True, among=touched.order_by().values("pk"))
    return tuple(row.agreement for row in rows[:OFFERED])


def offered(breach: Breach) -> tuple[Agreement, ...]:
    """The agreements under which something about a breach may be disclosed: the first hundred that it touches."""
    rows = agreements.agreements(breach.organisation).filter(pk__in=breaches.touched_agreements(breach))
    return tuple(rows.order_by("counterparty_name", "title", "id")[:OFFERED])


def touched(breach: Breach, agreement_id: UUID) -> Agreement | None:
    """One agreement that the breach touches."""
    rows = agreements.agreements(breach.organisation).filter(pk__in=breaches.touched_agreements(breach))
    return rows.select_related("organisation").filter(pk=agreement_id).first()
