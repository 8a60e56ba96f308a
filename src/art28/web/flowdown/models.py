"""What people found of contracts with sub-processors, and customers' requests to see such a contract."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.subprocessors.models import SubProcessor


class Found(models.TextChoices):
    """What somebody found of one duty in a contract that art28 did not read, or that it is silent in."""

    LAID_DOWN = "laid_down", _("Laid down")
    LACKS = "lacks", _("Not laid down")
    NOT_RELEVANT = "not_relevant", _("Not relevant for what it does")


class Judgement(OrganisationRow):
    """What a person found of a duty; append-only, the newest counts.

    `contract` is the agreement it was found of, null for one that is not in art28; `reference` says where it stands;
    `promised` holds the strictest promises of that moment by key, so that a stricter one later asks to look again.
    """

    sub_processor = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="+")
    contract = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    duty = models.CharField(max_length=20)
    found = models.CharField(max_length=12, choices=Found.choices)
    reference = models.CharField(max_length=300, blank=True, default="")
    reason = models.CharField(max_length=1000, blank=True, default="")
    promised = models.JSONField(default=dict)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(found__in=Found.values), name="flowdown_found"),)
        indexes = (models.Index(fields=("sub_processor", "duty", "-at"), name="flowdown_newest"),)

    def __str__(self) -> str:
        return f"{self.duty} {self.found}"


class Result(models.TextChoices):
    """What an evaluation of a sub-processor came to."""

    SUFFICES = "suffices", _("Sufficient guarantees")
    POINTS = "points", _("Sufficient, with points to mend")
    FAILS = "fails", _("Not sufficient")


class Evaluation(OrganisationRow):
    """How security and privacy at a sub-processor were found, and when that is looked at again; append-only."""

    sub_processor = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    result = models.CharField(max_length=10, choices=Result.choices)
    findings = models.TextField()
    looked_at = models.CharField(max_length=500)
    next_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(result__in=Result.values), name="flowdown_result"),
            models.CheckConstraint(condition=models.Q(next_on__gt=models.F("on")), name="flowdown_next_later"),
        )
        indexes = (models.Index(fields=("sub_processor", "-on", "-at"), name="flowdown_evaluated"),)

    def __str__(self) -> str:
        return f"{self.result} {self.on.isoformat()}"


class Answered(models.TextChoices):
    """How a request to see a contract was answered."""

    COPY = "copy", _("A copy was given")
    SEEN = "seen", _("It was looked into at our place or on screen")
    REFUSED = "refused", _("Refused")


class Inspection(OrganisationRow):
    """A customer's request to see the contract with a sub-processor. `clause` is where its agreement grants that.

    `blacked_out` says what was made illegible, and why; `sha256` is of the file as it was handed out.
    """

    sub_processor = models.ForeignKey(SubProcessor, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    contract = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    clause = models.CharField(max_length=120, blank=True, default="")
    granted = models.BooleanField(default=False)
    asked_by = models.CharField(max_length=200)
    asked_on = models.DateField()
    question = models.CharField(max_length=1000, blank=True, default="")
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answered.choices, blank=True, default="")
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    given_to = models.CharField(max_length=200, blank=True, default="")
    blacked_out = models.CharField(max_length=1000, blank=True, default="")
    reason = models.CharField(max_length=1000, blank=True, default="")
    file_name = models.CharField(max_length=255, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(answer__in=("", *Answered.values)), name="flowdown_answer"),
            models.CheckConstraint(
                condition=models.Q(answer="") | models.Q(answered_on__isnull=False), name="flowdown_answered_on"
            ),
        )
        indexes = (models.Index(fields=("organisation", "answer", "due_on"), name="flowdown_open_inspections"),)

    def __str__(self) -> str:
        return f"{self.sub_processor_id} {self.asked_on.isoformat()}"


class InspectionBytes(models.Model):
    """The file as it was handed out, apart from its row so that lists stay light."""

    inspection = models.OneToOneField(Inspection, on_delete=models.PROTECT, primary_key=True, related_name="bytes")
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
