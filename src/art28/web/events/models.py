"""What happened under an agreement, as somebody said it."""

from django.db import models

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement


class Event(OrganisationRow):
    """Something that starts duties of an agreement: a request, an audit that was asked for, a change, the end.

    `trigger` is one of `art28.agreement.duties.Trigger`, `kind` what lists call it. `at` is the instant from which limits
    count, `start_kind` why that one; `planned_at` is when something is to take place, from which limits "before" count.
    A mistaken one keeps its row, cancelled with the reason.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    trigger = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=80)
    note = models.CharField(max_length=250, blank=True, default="")
    at = models.DateTimeField()
    start_kind = models.CharField(max_length=30)
    planned_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    cancel_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="events_reference_once"),
        )
        indexes = (models.Index(fields=("organisation", "-recorded_at", "-id"), name="events_newest"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: its number in the year, and what it is about."""
        return f"{self.year}-{self.number:04d} {self.title}"
