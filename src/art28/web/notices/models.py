"""Messages that leave the organisation, kept as sent, with the instants of their journey apart."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow
from art28.web.agreements.models import Agreement
from art28.web.clocks.models import Obligation


class Delivery(models.TextChoices):
    """How far a message got. `leased` is in a worker's hands; `failed` and `bounced` wait for a person."""

    QUEUED = "queued", _("Waiting to be sent")
    LEASED = "leased", _("Being sent")
    ACCEPTED = "accepted", _("Accepted by the mail server")
    FAILED = "failed", _("Refused by the mail server")
    BOUNCED = "bounced", _("Came back undelivered")


class OutboxMessage(OrganisationRow):
    """One message to one recipient; written in the transaction that makes it due.

    `body_text` and `body_html` are what the e-mail says; `page_html` is the whole notice, behind the link `token`, and
    `notice` the same as data. Content never changes. `transmitting` is set just before the mail server is spoken to and
    cleared with the outcome: a message found so with its lease run out may have left already, and `repeats` counts how
    often it was then sent again under the same Message-ID.

    A notice may travel in the message of another, its `carrier`, which goes to the same recipient: it keeps its own content
    and evidence, is never sent itself, and stands as its carrier stands. `carries` counts those that travel in this one.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="messages")
    carrier = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="carried")
    carries = models.PositiveSmallIntegerField(default=0)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    idempotency_key = models.CharField(max_length=160)
    message_id = models.CharField(max_length=200, unique=True)
    token = models.CharField(max_length=64, unique=True)
    sender = models.CharField(max_length=254)
    recipient = models.EmailField(max_length=254)
    recipient_name = models.CharField(max_length=200, blank=True, default="")
    language = models.CharField(max_length=2)
    texts_version = models.CharField(max_length=20)
    subject = models.CharField(max_length=300)
    body_text = models.TextField()
    body_html = models.TextField()
    page_html = models.TextField()
    notice = models.JSONField()
    in_full = models.BooleanField()
    evidence_head = models.CharField(max_length=64)
    evidence_count = models.PositiveBigIntegerField()
    handed_over_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.CharField(max_length=200, blank=True, default="")
    bounced_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    repeats = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    transmitting = models.BooleanField(default=False)
    last_error = models.CharField(max_length=80, blank=True, default="")

    enclosed: Sequence[Any] = ()
    """The documents that travel with it, made when it is sent and not kept (`documents.attached`)."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "idempotency_key"), name="notices_message_once"),
            models.CheckConstraint(condition=models.Q(state__in=Delivery.values), name="notices_message_state"),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",), condition=models.Q(state="queued"), name="notices_queued_by_attempt"
            ),
            models.Index(fields=("leased_until",), condition=models.Q(state="leased"), name="notices_leased_until"),
            models.Index(fields=("organisation", "subject_id", "handed_over_at"), name="notices_by_subject"),
            models.Index(
                fields=("organisation", "subject_id"),
                condition=models.Q(state__in=("failed", "bounced")),
                name="notices_not_told",
            ),
        )

    def __str__(self) -> str:
        return self.message_id

    @property
    def sent_as(self) -> str:
        """The Message-ID under which it leaves: its own, or that of its carrier, which must have been read with it."""
        return self.carrier.message_id if self.carrier is not None else self.message_id
