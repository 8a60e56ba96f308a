"""Instructions with their answers, declarations, and tasks of assistance with the material that was handed over."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.obligations.scoping import Within
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach


class Form(models.TextChoices):
    """In which form an instruction was given. One by word of mouth is confirmed in writing to be documented."""

    AGREEMENT = "agreement", _("In the agreement")
    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    PORTAL = "portal", _("Portal or ticket")
    SPOKEN = "spoken", _("By word of mouth, confirmed in writing")


class Kind(models.TextChoices):
    """What is asked to be done with the data; `LAW` is what a law compels, without or against an instruction."""

    PROCESS = "process", _("Process for a purpose")
    EXPORT = "export", _("Hand data over in a common format")
    VIEW = "view", _("Show or copy data")
    CORRECT = "correct", _("Change or correct data")
    DELETE = "delete", _("Delete data")
    RETENTION = "retention", _("Set how long data or logs are kept")
    INFORM = "inform", _("Give information or an overview")
    LAW = "law", _("A law compels the processing")


class State(models.TextChoices):
    """How an instruction stands; a suspended one waits for the controller's answer to a warning."""

    RECORDED = "recorded", _("To be looked at")
    ACCEPTED = "accepted", _("Accepted")
    SUSPENDED = "suspended", _("Suspended: the controller was warned")
    DONE = "done", _("Carried out")
    IMPOSSIBLE = "impossible", _("Can't be carried out")
    WITHDRAWN = "withdrawn", _("Withdrawn")


WITHIN_LABELS = {
    Within.PURPOSE: _("Within a purpose of the agreement"),
    Within.CONNECTED: _("Reasonably connected with a purpose"),
    Within.CONSENTED: _("For a further purpose, with consent on file"),
    Within.OUTSIDE: _("Outside the purposes of the agreement"),
    Within.UNSAID: _("The agreement names no purpose"),
}


class Instruction(OrganisationRow):
    """One documented instruction: who gave it, when, in which form, and what it says; these never change.

    `given_at` is when it reached the processor. `basis` is the law that compels, for `Kind.LAW`; `untold_reason` says why
    the controller may not be told. `lawful_at` is when the controller confirmed that it is lawful, `lawful_by` who did.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    form = models.CharField(max_length=10, choices=Form.choices)
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    text = models.CharField(max_length=4000)
    purpose = models.CharField(max_length=300, blank=True, default="")
    connection = models.CharField(max_length=500, blank=True, default="")
    consent = models.CharField(max_length=300, blank=True, default="")
    within = models.CharField(max_length=10, blank=True, default="")
    provision = models.CharField(max_length=120, blank=True, default="")
    basis = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECORDED)
    lawful_at = models.DateTimeField(null=True)
    lawful_by = models.CharField(max_length=200, blank=True, default="")
    warned_at = models.DateTimeField(null=True)
    warned_reasons = models.CharField(max_length=2000, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=2000, blank=True, default="")
    told_at = models.DateTimeField(null=True)
    untold_reason = models.CharField(max_length=500, blank=True, default="")
    result = models.CharField(max_length=2000, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="instructions_reference_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-given_at", "-id"), name="instructions_by_state"),
            models.Index(fields=("organisation", "agreement"), name="instructions_by_agreement"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: I, year and number."""
        return f"I{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out."""
        return self.state in (State.RECORDED, State.ACCEPTED, State.SUSPENDED)


class Declared(models.TextChoices):
    """What a controller declares."""

    LAWFULNESS = "lawfulness", _("That the instruction to process is lawful")
    LEGAL_BASIS = "legal_basis", _("On which legal basis it processes")
    MEASURES = "measures", _("That it judged the measures sufficient")
    RIGHTS = "rights", _("That no right of others is infringed")


class Declaration(OrganisationRow):
    """Something that a controller declares about an activity: asked for, on file, and asked again when it runs out."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Declared.choices)
    activity = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_of = models.CharField(max_length=254, blank=True, default="")
    given_at = models.DateTimeField(null=True)
    given_by = models.CharField(max_length=200, blank=True, default="")
    text = models.CharField(max_length=2000, blank=True, default="")
    valid_until = models.DateField(null=True)
    renewed = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="renews")

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "given_at", "valid_until"), name="instructions_declared"),
            models.Index(fields=("organisation", "agreement"), name="instructions_declared_under"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.activity}"


class Matter(models.TextChoices):
    """With what a processor helps (Art. 28(3)(f))."""

    DPIA = "dpia", _("Impact assessment (Art. 35)")
    CONSULTATION = "consultation", _("Prior consultation (Art. 36)")
    SECURITY = "security", _("Security (Art. 32)")
    BREACH = "breach", _("Breaches (Arts 33 and 34)")
    GENERAL = "general", _("Showing compliance otherwise")


class Assistance(OrganisationRow):
    """A task of help: what was asked, when, and what came of it; the material stands in `Material`.

    One about a `breach` is a question of the other side about it, with its answer.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    matter = models.CharField(max_length=12, choices=Matter.choices)
    question = models.CharField(max_length=4000)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=2000, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="instructions_help_reference_once"),
        )
        indexes = (models.Index(fields=("organisation", "ended_at", "-asked_at"), name="instructions_help"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: H, year and number."""
        return f"H{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether help is still to be given."""
        return self.ended_at is None


class Material(OrganisationRow):
    """One thing that was handed over, or refused with a reason: by name and version, not the thing itself."""

    assistance = models.ForeignKey(Assistance, on_delete=models.PROTECT, related_name="material")
    name = models.CharField(max_length=200)
    version = models.CharField(max_length=80, blank=True, default="")
    handed_at = models.DateTimeField(null=True)
    refused_reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
