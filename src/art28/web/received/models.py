"""Reports that suppliers made to us, the file that came with each, and what each proposes for our facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.breaches.models import Breach
from art28.web.exercises.models import Exercise
from art28.web.intake.models import SignalFile


class ReceivedReport(OrganisationRow):
    """A report of a breach by a supplier. `received_at` is when it reached us, from which our clock runs.

    `noticed_at` is when the supplier noticed the breach and `sent_at` when it told us, both by its own account and None
    where it does not say. `data` is the report in `report.schema.json`, null where it came otherwise. `signal_file` is the
    file of a signal by mail that it was read from. Nothing of it changes but the breach it belongs to, which is named once.
    One of an `exercise` is played.
    """

    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, null=True, related_name="+")

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="+")
    signal_file = models.OneToOneField(SignalFile, on_delete=models.PROTECT, null=True, related_name="+")
    supplier = models.CharField(max_length=200)
    reference = models.CharField(max_length=200, blank=True, default="")
    received_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    noticed_at = models.DateTimeField(null=True)
    said = models.TextField(blank=True, default="")
    data = models.JSONField(null=True)
    file_name = models.CharField(max_length=255, blank=True, default="")
    file_sha256 = models.CharField(max_length=64, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "breach", "received_at"), name="received_by_breach"),)

    def __str__(self) -> str:
        return f"{self.supplier} {self.received_at:%Y-%m-%dT%H:%M:%SZ}"


class ReportFile(models.Model):
    """The file as it came, in a table of its own."""

    report = models.OneToOneField(ReceivedReport, on_delete=models.PROTECT, primary_key=True, related_name="file")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"file of {self.report_id}"


class Decision(models.TextChoices):
    """What became of a proposal."""

    OPEN = "open", _("Waits")
    TAKEN = "taken", _("Taken over")
    LEFT = "left", _("Left")


class Proposal(OrganisationRow):
    """A fact that a report proposes. `field` is a field of the facts, or "answers" with the mark of a question in `mark`."""

    report = models.ForeignKey(ReceivedReport, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField()
    field = models.CharField(max_length=40)
    mark = models.CharField(max_length=40, blank=True, default="")
    question = models.TextField()
    value = models.JSONField()
    quote = models.TextField()
    state = models.CharField(max_length=10, choices=Decision.choices, default=Decision.OPEN)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("report", "number"), name="received_proposal_once"),)

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"
