"""What the controller knew, decided and did about a breach. Rows are versions or acts: none is ever changed."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach


class Risk(models.TextChoices):
    """`art28.assessing.dossier.Risk`."""

    UNLIKELY = "unlikely", _("A risk to people is unlikely")
    RISK = "risk", _("Likely a risk to people")
    HIGH = "high", _("Likely a high risk to people")


class Exception34(models.TextChoices):
    """The points of Art. 34(3) GDPR."""

    PROTECTED = "a", _("(a) measures taken beforehand made the data unintelligible, such as encryption")
    AVERTED = "b", _("(b) measures taken afterwards took the high risk away")
    DISPROPORTIONATE = "c", _("(c) disproportionate effort; a public communication takes its place")


class About(models.TextChoices):
    """What the processor was consulted on."""

    BOTH = "both", _("Authority and people concerned")
    AUTHORITY = "authority", _("The authority")
    PEOPLE = "people", _("The people concerned")


class Outcome(models.TextChoices):
    """How a consultation ended."""

    AGREED = "agreed", _("The processor agrees")
    DIFFERED = "differed", _("The processor sees it otherwise")
    NOT_REACHED = "not_reached", _("Not reached in time; the law's limit goes first")


class Awareness(OrganisationRow):
    """From when the controller counts as aware: the processor's report came, or it knew before; the highest number counts."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    received_at = models.DateTimeField(null=True)
    known_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("breach", "number"), name="assessments_awareness_once"),
            models.CheckConstraint(
                condition=models.Q(received_at__isnull=False) | models.Q(known_at__isnull=False),
                name="assessments_awareness_has_instant",
            ),
        )

    def __str__(self) -> str:
        return f"{self.breach_id} {self.number}"

    @property
    def counts_from(self) -> datetime:
        """The earlier of the two."""
        return min(at for at in (self.received_at, self.known_at) if at is not None)


class Decision(OrganisationRow):
    """What a person decided, with the reasons; the highest number stands.

    `scored` holds what was chosen in the ENISA method (None where it wasn't used), `score` and `level` what that gave.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    risk = models.CharField(max_length=10, choices=Risk.choices)
    authority = models.BooleanField()
    people = models.BooleanField()
    exception = models.CharField(max_length=1, choices=Exception34.choices, blank=True, default="")
    exception_reasons = models.TextField(blank=True, default="")
    reasons = models.TextField()
    scored = models.JSONField(null=True)
    score = models.CharField(max_length=6, blank=True, default="")
    level = models.CharField(max_length=10, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("breach", "number"), name="assessments_decision_once"),
            models.CheckConstraint(condition=models.Q(risk__in=Risk.values), name="assessments_decision_risk"),
        )

    def __str__(self) -> str:
        return f"{self.breach_id} {self.number}"


class Consultation(OrganisationRow):
    """That the processor under an agreement was consulted before the authority or people were told."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=10, choices=About.choices)
    held_at = models.DateTimeField()
    spoken_to = models.CharField(max_length=200)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    note = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("breach", "agreement"), name="assessments_consulted"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.about}"


class WrittenAnswers(OrganisationRow):
    """What people wrote in an authority's form, by number of the question; `version` guards against two people saving."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10)
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "form"), name="assessments_written_once"),)
        indexes = (models.Index(fields=("organisation", "form", "-changed_at"), name="assessments_written_last"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.form}"


class Notification(OrganisationRow):
    """That the authority was notified: when, under which number, with what, and what proves it. art28 itself never notifies.

    The first has number 1, supplements follow. `answers` are those of the form as it stood; `proof` is what the authority
    gave in return, such as its confirmation.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    notified_at = models.DateTimeField()
    reference = models.CharField(max_length=80)
    complete = models.BooleanField()
    late_reasons = models.TextField(blank=True, default="")
    form = models.CharField(max_length=10)
    form_edition = models.CharField(max_length=40)
    answers = models.JSONField()
    proof_name = models.CharField(max_length=200, blank=True, default="")
    proof_sha256 = models.CharField(max_length=64, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "number"), name="assessments_notified_once"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.reference}"


class ProofBytes(OrganisationRow):
    """The file that proves a notification; apart, so that no list reads it."""

    notification = models.OneToOneField(Notification, on_delete=models.PROTECT, related_name="proof")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.notification_id)


class Told(OrganisationRow):
    """That people were told, or the public: when, how, how many; with the letter as it was in both languages."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    told_at = models.DateTimeField()
    means = models.JSONField()
    people_count = models.PositiveIntegerField(null=True)
    place = models.CharField(max_length=500, blank=True, default="")
    letters = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "number"), name="assessments_told_once"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.number}"
