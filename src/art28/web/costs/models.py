"""Lines of time and expenses about a breach, and the statements in which they are charged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach

MINUTES_IN_AN_HOUR = 60


class Work(models.TextChoices):
    """What the work was for."""

    LIMIT = "limit", _("Limiting the consequences")
    PREVENT = "prevent", _("Preventing a new incident")
    SOLVE = "solve", _("Finding the cause and solving it")
    ASSIST = "assist", _("Help with assessing and notifying")
    OTHER = "other", _("Other work")


class Incurred(models.TextChoices):
    """Whose costs they are before anybody charges them on."""

    PROCESSOR = "processor", _("Processor")
    CONTROLLER = "controller", _("Controller")


class CostLine(OrganisationRow):
    """Time or expenses about a breach, under one agreement, on one day. Amounts are in cents of a euro.

    A line that a statement charges stays; another may be struck, with the reason.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    incurred_by = models.CharField(max_length=10, choices=Incurred.choices)
    work = models.CharField(max_length=10, choices=Work.choices)
    text = models.CharField(max_length=500)
    on = models.DateField()
    minutes = models.PositiveIntegerField(default=0)
    hourly_cents = models.PositiveIntegerField(default=0)
    expense_cents = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    struck_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("organisation", "breach", "on"), name="costs_line_of_breach"),)

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def cents(self) -> int:
        """Time at its rate, to the nearest cent, and expenses."""
        time = (self.minutes * self.hourly_cents + MINUTES_IN_AN_HOUR // 2) // MINUTES_IN_AN_HOUR
        return time + self.expense_cents


class Statement(OrganisationRow):
    """Costs as they were charged to the party that the agreement names: its lines as they stood, the clause, the total."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    addressee = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    clause = models.CharField(max_length=120, blank=True, default="")
    passage = models.TextField(blank=True, default="")
    lines = models.JSONField()
    cents = models.PositiveBigIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("breach", "agreement", "number"), name="costs_statement_number_once"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Under which it is known: that of the breach, and its number under the agreement."""
        return f"{self.breach.reference}-K{self.number}"


class Charged(OrganisationRow):
    """That a line stands in a statement; it stands in one at most."""

    line = models.OneToOneField(CostLine, on_delete=models.PROTECT, related_name="charged")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="charged")

    def __str__(self) -> str:
        return f"{self.line_id} in {self.statement_id}"
