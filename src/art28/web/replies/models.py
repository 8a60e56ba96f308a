"""Mails that came back, as they came."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow
from art28.web.notices.models import OutboxMessage


class Kind(models.TextChoices):
    """What it is; the values are those of `recognising.Kind`."""

    FAILURE = "failure", _("Could not be delivered")
    DELAY = "delay", _("Delivery is delayed")
    DELIVERY = "delivery", _("Delivered")
    AUTOMATIC = "automatic", _("Automatic answer")
    ANSWER = "answer", _("Other answer")


class Reply(OrganisationRow):
    """A mail that came back to the address that notices are sent from, kept as it was received.

    `message` is the notice that it is about, None where none is known; `status` the mail system's code. `reopened` says that
    the notice counts as come back by it.
    """

    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="replies")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    mail_id = models.CharField(max_length=300)
    sender = models.CharField(max_length=254, blank=True, default="")
    subject = models.CharField(max_length=300, blank=True, default="")
    status = models.CharField(max_length=20, blank=True, default="")
    reopened = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    kept_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "mail_id"), name="replies_mail_once"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="replies_kind"),
        )
        indexes = (models.Index(fields=("organisation", "received_at"), name="replies_by_receipt"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
