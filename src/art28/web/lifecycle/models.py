"""Stages of agreements, what they hang on, who signed, what belongs to them, notes among ourselves, reviews."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.lifecycle.stages import Ending, Stage


class Step(OrganisationRow):
    """That an agreement came into a stage on a day; the newest holds. An agreement without steps stands as it was read.

    One that ends for failure says when it was noticed, and until when it could be cured.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    on = models.DateField()
    ground = models.CharField(max_length=15, choices=Ending.choices, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    noticed_on = models.DateField(null=True)
    cure_until = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "-at"), name="lifecycle_step_newest"),)

    def __str__(self) -> str:
        return f"{self.stage} {self.on:%Y-%m-%d}"


class Why(models.TextChoices):
    """Why an agreement is put aside."""

    DOUBLE = "double", _("It is here twice")
    NO_AGREEMENT = "no_agreement", _("It is no processor agreement")
    NEVER_AGREED = "never_agreed", _("A draft that was never agreed on")
    NOT_OURS = "not_ours", _("It is not ours, or the wrong file")


class Aside(OrganisationRow):
    """That an agreement was put aside, the state that it was in, and why; `double_of` is the one that stays, if it is double.

    `back_at` is when it was brought back, None while it is aside.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    was = models.CharField(max_length=10)
    why = models.CharField(max_length=20, choices=Why.choices)
    words = models.CharField(max_length=500, blank=True, default="")
    double_of = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    back_at = models.DateTimeField(null=True)
    back_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement",), condition=models.Q(back_at=None), name="lifecycle_aside_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.why}"


class Waiver(OrganisationRow):
    """That something the gate misses is not needed under this agreement, and why."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=40)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agreement", "item"), name="lifecycle_waiver_once"),)

    def __str__(self) -> str:
        return f"{self.item} {self.agreement_id}"


class MainAgreement(OrganisationRow):
    """The agreement that a processor agreement belongs to, by version; the newest holds.

    `ends_on` is None while it runs on. `days_of_notice` and the sums are None where nobody said them: `cents_price` for all
    of it, `cents_a_year` of fees, and `cents_cap`, the most that it lets a party owe.
    """

    SAID: ClassVar = (
        "name", "reference", "services", "starts_on", "ends_on", "days_of_notice", "cents_price", "cents_a_year", "cents_cap",
    )  # fmt: skip

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    reference = models.CharField(max_length=120, blank=True, default="")
    services = models.TextField(blank=True, default="")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    days_of_notice = models.PositiveIntegerField(null=True)
    cents_price = models.PositiveBigIntegerField(null=True)
    cents_a_year = models.PositiveBigIntegerField(null=True)
    cents_cap = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "-at"), name="lifecycle_main_newest"),)

    def __str__(self) -> str:
        return self.name

    @property
    def notice_by(self) -> date | None:
        """The last day to give notice that it ends on its day; None where that or the time of notice isn't known."""
        if self.ends_on is None or self.days_of_notice is None:
            return None
        return self.ends_on - timedelta(days=self.days_of_notice)

    def about(self) -> dict[str, Any]:
        """What it says, by column."""
        return {name: getattr(self, name) for name in self.SAID}


class Side(models.TextChoices):
    """A party of the agreement."""

    CONTROLLER = "controller", _("Controller")
    PROCESSOR = "processor", _("Processor")


class Signature(OrganisationRow):
    """Who signed for a party, in which role, where and when."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=Side.choices)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    place = models.CharField(max_length=100)
    on = models.DateField()
    initialled = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "on"), name="lifecycle_signature_of"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%Y-%m-%d}"


class Belonging(models.TextChoices):
    """What belongs to an agreement."""

    TERMS = "terms", _("General terms")
    ANNEX = "annex", _("Annex")
    SIDE_LETTER = "side_letter", _("Side letter")
    MAIN = "main", _("Main agreement")
    POLICY = "policy", _("Policy or procedure")


class Paper(OrganisationRow):
    """A dated copy of something that belongs to an agreement; a later copy of the same name follows it and keeps it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=15, choices=Belonging.choices)
    name = models.CharField(max_length=200)
    dated = models.DateField()
    source = models.CharField(max_length=300, blank=True, default="")
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "name", "-dated"), name="lifecycle_paper_of"),)

    def __str__(self) -> str:
        return f"{self.name}, {self.dated:%Y-%m-%d}"


class PaperBytes(models.Model):
    """The bytes of a copy, apart, so that lists never touch them."""

    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, primary_key=True, related_name="bytes")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"bytes of {self.paper_id}"


class Note(OrganisationRow):
    """A note among ourselves; it stands on no page of another party, in no export and in no pack."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "-at"), name="lifecycle_note_newest"),)

    def __str__(self) -> str:
        return f"note {self.pk}"


class About(models.TextChoices):
    """What changed, so that agreements may have to follow."""

    BREACH_LAW = "breach_law", _("Law on notifying breaches, or its interpretation")
    PRIVACY_LAW = "privacy_law", _("Other privacy law")
    DATA = "data", _("The data that are processed")
    PROCESSING = "processing", _("The processing or the services")
    REQUIREMENTS = "requirements", _("What the controller requires")


class Change(OrganisationRow):
    """Something changed; every agreement that it concerns gets a review."""

    about = models.CharField(max_length=15, choices=About.choices)
    what = models.TextField()
    source = models.CharField(max_length=300, blank=True, default="")
    from_on = models.DateField()
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "-at"), name="lifecycle_change_newest"),)

    def __str__(self) -> str:
        return self.what[:80]


class Outcome(models.TextChoices):
    """What a review came to."""

    UNCHANGED = "unchanged", _("Nothing has to change")
    AMENDED = "amended", _("Amended, as both agreed in writing")
    TERMINATE = "terminate", _("To be ended")


class Review(OrganisationRow):
    """The question whether one agreement must follow a change, with a clock of its own until it is answered.

    An amendment names both who agreed in writing, and the conditions under which it was made, with its price in cents.
    """

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="reviews")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    what = models.TextField(blank=True, default="")
    agreed_by = models.CharField(max_length=300, blank=True, default="")
    agreed_on = models.DateField(null=True)
    conditions = models.CharField(max_length=1000, blank=True, default="")
    cents = models.PositiveBigIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("change", "agreement"), name="lifecycle_review_once"),)
        indexes = (models.Index(fields=("organisation", "agreement"), name="lifecycle_review_of"),)

    def __str__(self) -> str:
        return f"{self.change_id} {self.agreement_id}"
