"""Reads of what came back; always of one organisation."""

from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.notices.models import OutboxMessage
from art28.web.replies.models import Reply


def replies(organisation: Organisation) -> QuerySet[Reply]:
    """What came back, its bytes left in the database."""
    rows = Reply.objects.filter(organisation=organisation).select_related("message__agreement")
    return rows.defer("data", "message__body_text", "message__body_html", "message__page_html")


def about(message: OutboxMessage) -> QuerySet[Reply]:
    """What came back to one notice, oldest first."""
    rows = Reply.objects.filter(organisation=message.organisation_id, message=message.carrier_id or message.pk)
    return rows.defer("data").order_by("received_at", "id")


def reply(organisation: Organisation, reply_id: UUID) -> Reply | None:
    """One with its bytes; None where the organisation has none with that id."""
    return Reply.objects.filter(organisation=organisation, pk=reply_id).first()
