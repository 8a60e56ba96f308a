"""Lines of time and costs, each with who bears it and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement


class Bearer(models.TextChoices):
    """Who bears a cost; open while the agreement is silent or waits for an outcome."""

    CONTROLLER = "controller", _("Controller")
    PROCESSOR = "processor", _("Processor")
    OPEN = "open", _("Not settled")


class Ground(models.TextChoices):
    """On what it rests who bears a cost (`art28.obligations.paying.PaidBy`), or that a person decided it."""

    AGREEMENT = "agreement", _("By the agreement")
    CAUSE = "cause", _("The cause lies with this party")
    OUTCOME = "outcome", _("By the outcome")
    SILENT = "silent", _("The agreement is silent")
    DECIDED = "decided", _("Decided by a person")


class ExpenseLine(OrganisationRow):
    """What a piece of work took under one agreement, or, for an estimate, is expected to take.

    The subject is what it was done for, by kind and id as obligations have it. `cents` is the amount in euro cents, None
    where only time was written. A line never changes; one that was wrong is taken back with a reason.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=120)
    key = models.CharField(max_length=60)
    what = models.CharField(max_length=200)
    on = models.DateField()
    minutes = models.PositiveIntegerField(default=0)
    cents = models.PositiveBigIntegerField(null=True)
    is_estimate = models.BooleanField(default=False)
    bearer = models.CharField(max_length=10, choices=Bearer.choices)
    ground = models.CharField(max_length=10, choices=Ground.choices)
    provision = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(bearer__in=Bearer.values), name="expenses_line_bearer"),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0) | ~models.Q(cents=None), name="expenses_line_amount"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "subject_kind", "subject_id", "at"), name="expenses_by_subject"),
            models.Index(fields=("organisation", "agreement", "on"), name="expenses_by_agreement"),
        )

    def __str__(self) -> str:
        return self.what
