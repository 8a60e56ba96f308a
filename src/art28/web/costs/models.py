"""Lines of time and expenses about a case, each with who bears it and why, and the statements in which they are charged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement

MINUTES_IN_AN_HOUR = 60


class CaseKind(models.TextChoices):
    """What costs are made for, by its kind as clocks have it."""

    BREACH = "breach", _("Breach")
    REQUEST = "request", _("Request")
    INSTRUCTION = "instruction", _("Instruction")
    ASSESSMENT = "assessment", _("Assistance")
    AUDIT = "audit", _("Audit")
    CLAIM = "claim", _("Claim")


class Work(models.TextChoices):
    """What work on a breach was for."""

    LIMIT = "limit", _("Limiting the consequences")
    PREVENT = "prevent", _("Preventing a new incident")
    SOLVE = "solve", _("Finding the cause and solving it")
    ASSIST = "assist", _("Help with assessing and notifying")
    OTHER = "other", _("Other work")


class Incurred(models.TextChoices):
    """Whose costs they are before anybody charges them on."""

    PROCESSOR = "processor", _("Processor")
    CONTROLLER = "controller", _("Controller")


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


class CostLine(OrganisationRow):
    """What work on a case took under one agreement on one day, or, for an estimate, is expected to take.

    `key` is the fact that says who pays. Amounts are in cents of a euro, `expense_cents` None where only time was written;
    `incurred_by` is empty where our side in the agreement isn't known, `beyond_usual` marks such work. A line that
    a statement charges stays; another may be struck, with the reason.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    case_kind = models.CharField(max_length=12, choices=CaseKind.choices)
    case_id = models.UUIDField()
    case_label = models.CharField(max_length=120)
    key = models.CharField(max_length=60)
    incurred_by = models.CharField(max_length=10, choices=Incurred.choices, blank=True, default="")
    work = models.CharField(max_length=10, choices=Work.choices, blank=True, default="")
    text = models.CharField(max_length=500)
    on = models.DateField()
    minutes = models.PositiveIntegerField(default=0)
    hourly_cents = models.PositiveIntegerField(default=0)
    expense_cents = models.PositiveBigIntegerField(null=True)
    is_estimate = models.BooleanField(default=False)
    beyond_usual = models.BooleanField(default=False)
    cause = models.CharField(max_length=10, choices=Incurred.choices, blank=True, default="")
    bearer = models.CharField(max_length=10, choices=Bearer.choices)
    ground = models.CharField(max_length=10, choices=Ground.choices)
    provision = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    struck_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(case_kind__in=CaseKind.values), name="costs_line_case"),
            models.CheckConstraint(condition=models.Q(bearer__in=Bearer.values), name="costs_line_bearer"),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0) | ~models.Q(expense_cents=None), name="costs_line_amount"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "case_kind", "case_id", "on"), name="costs_line_of_case"),
            models.Index(fields=("organisation", "agreement", "on"), name="costs_line_by_agreement"),
        )

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def cents(self) -> int:
        """Time at its rate, to the nearest cent, and expenses."""
        time = (self.minutes * self.hourly_cents + MINUTES_IN_AN_HOUR // 2) // MINUTES_IN_AN_HOUR
        return time + (self.expense_cents or 0)

    @property
    def priced(self) -> bool:
        """Whether it has an amount, or time alone."""
        return self.expense_cents is not None or self.hourly_cents > 0

    @property
    def counts(self) -> bool:
        """Whether it was spent, and not struck."""
        return self.struck_at is None and not self.is_estimate


class Statement(OrganisationRow):
    """Costs as they were charged to the party that the agreement names: its lines as they stood, the clause, the total."""

    case_kind = models.CharField(max_length=12, choices=CaseKind.choices)
    case_id = models.UUIDField()
    case_label = models.CharField(max_length=120)
    is_exercise = models.BooleanField(default=False)
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
            models.CheckConstraint(condition=models.Q(case_kind__in=CaseKind.values), name="costs_statement_case"),
            models.UniqueConstraint(
                fields=("case_kind", "case_id", "agreement", "number"), name="costs_statement_number_once"
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Under which it is known: that of the case, and its number under the agreement."""
        return f"{self.case_label}-K{self.number}"


class Charged(OrganisationRow):
    """That a line stands in a statement; it stands in one at most."""

    line = models.OneToOneField(CostLine, on_delete=models.PROTECT, related_name="charged")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="charged")

    def __str__(self) -> str:
        return f"{self.line_id} in {self.statement_id}"
