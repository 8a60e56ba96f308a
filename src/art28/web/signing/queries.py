"""Reads of signings; always of one organisation, but for what stands behind a signatory's own link."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.drafts import links
from art28.web.drafts.models import Draft
from art28.web.signing.codes import KIND
from art28.web.signing.models import Signatory, SignedCopy, Signing

_BYTES = ("document", "sealed", "certificate")


def of_draft(draft: Draft) -> QuerySet[Signing]:
    """The signings of a draft with their signatories, newest first, without their files."""
    rows = Signing.objects.filter(organisation=draft.organisation_id, draft=draft).defer(*_BYTES)
    people = Signatory.objects.select_related("copy").defer("copy__file").order_by("order")
    return rows.prefetch_related(Prefetch("signatories", queryset=people, to_attr="people")).order_by("-begun_at")


def signing(organisation: Organisation, signing_id: UUID) -> Signing | None:
    """One signing, with its files."""
    rows = Signing.objects.filter(organisation=organisation, pk=signing_id)
    return rows.select_related("organisation", "draft__counterparty", "draft__legal_entity").first()


def sealed_as(organisation: Organisation, sha256: str) -> Signing | None:
    """The signing whose sealed file or certificate has this digest."""
    rows = Signing.objects.filter(organisation=organisation).defer(*_BYTES).select_related("draft")
    return rows.filter(sealed_sha256=sha256).first() or rows.filter(certificate_sha256=sha256).first()


def behind(token: str) -> Signatory | None:
    """The signatory whose link this is, of whatever organisation: the link is the right to read the document."""
    found = links.behind(KIND, token)
    if found is None:
        return None
    rows = Signatory.objects.filter(pk=found, invited_at__isnull=False)
    return rows.select_related(
        "organisation", "signing__organisation", "signing__version", "signing__draft__organisation",
        "signing__draft__legal_entity", "signing__draft__counterparty",
    ).first()  # fmt: skip


def people(of: Signing) -> QuerySet[Signatory]:
    """Who signs, in order."""
    rows = Signatory.objects.filter(organisation=of.organisation_id, signing=of)
    return rows.select_related("copy").defer("copy__file").order_by("order")


def copy(of: Signing, order: int) -> bytes | None:
    """What a signatory signed with a key of their own; None where they didn't."""
    rows = SignedCopy.objects.filter(organisation=of.organisation_id, signatory__signing=of, signatory__order=order)
    found = rows.first()
    return bytes(found.file) if found is not None else None
