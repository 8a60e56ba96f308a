"""Which other sides were told of a breach: as conditions on the agreements that it touches, for counts and lists alike."""

from uuid import UUID

from django.db.models import Q, Subquery

from art28.notices.notice import NoticeKind
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.notices import queries as outbox


def is_lost(organisation: Organisation, breach_id: UUID) -> Q:
    """Agreements under which all that was sent was refused or came back, so that nobody there knows (ADR 59)."""
    return Q(agreement__in=outbox.lost_about(organisation, subject_id=breach_id))


def is_owed() -> Q:
    """Agreements under which the other side is to be told by us: not those under which it processes for us."""
    return ~Q(agreement__direction=Direction.CONTROLLER)


def is_told(organisation: Organisation, breach_id: UUID) -> Q:
    """Agreements whose other side was told: something was sent, and not all of it was refused or came back."""
    return Q(sent__gt=0) & ~is_lost(organisation, breach_id)


def is_behind(organisation: Organisation, breach_id: UUID) -> Q:
    """Agreements that were told, but not of the newest facts; after a closing message nothing more is owed."""
    versions = FactsVersion.objects.filter(organisation=organisation, breach=breach_id)
    newest = versions.order_by("-number").values("number")[:1]
    older = Q(told_version__lt=Subquery(newest)) & ~Q(phase=NoticeKind.CLOSING)
    return is_owed() & is_told(organisation, breach_id) & older


def in_state(found: Breach, state: str) -> Q:
    """By what the list of touched agreements is narrowed; a state that isn't one narrows to all that are touched."""
    told, lost = is_told(found.organisation, found.pk), is_lost(found.organisation, found.pk)
    match state:
        case "to_tell":
            return Q(excluded_at=None) & is_owed() & ~told
        case "told":
            return Q(excluded_at=None) & is_owed() & told
        case "back":
            return Q(excluded_at=None) & lost
        case "excluded":
            return Q(excluded_at__isnull=False)
        case _:
            return Q(excluded_at=None)
