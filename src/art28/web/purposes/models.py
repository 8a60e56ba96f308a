"""Purposes of the processor's own under agreements, and each use that was made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.obligations.reusing import Bearing, Passage, Stance
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.processing.models import LegalBasis, OwnActivity


class Kind(models.TextChoices):
    """For what a processor uses data itself."""

    SURVEY = "survey", _("Asking data subjects about quality")
    RESEARCH = "research", _("Scientific research")
    STATISTICS = "statistics", _("Statistics")
    IMPROVEMENT = "improvement", _("Improving products or services")
    OTHER = "other", _("Another purpose of its own")


class State(models.TextChoices):
    """How a purpose stands; nothing is used while it waits for a person to decide."""

    WAITING = "waiting", _("To be decided on")
    ALLOWED = "allowed", _("Allowed")
    REFUSED = "refused", _("Refused")
    ENDED = "ended", _("Ended")


STANCES = {
    Stance.ALLOWED: _("The agreement allows it"),
    Stance.FORBIDDEN: _("The agreement forbids it"),
    Stance.CONTRADICTED: _("The agreement allows it and forbids it"),
    Stance.UNSAID: _("The agreement is silent"),
}


class OwnPurpose(OrganisationRow):
    """One purpose of the processor's own under one agreement. `stance` and its passages are as they were when registered.

    `activity` is its row in the record of own processing (Art. 30(1)): the processor is controller for it (Art. 28(10)).
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    purpose = models.CharField(max_length=300)
    data = models.JSONField(default=list)
    data_subjects = models.JSONField(default=list)
    anonymised = models.BooleanField(default=False)
    stance = models.CharField(max_length=14, choices=[(each.value, each.value) for each in Stance])
    allowed_at = models.CharField(max_length=120, blank=True, default="")
    allowed_by = models.TextField(blank=True, default="")
    forbidden_at = models.CharField(max_length=120, blank=True, default="")
    forbidden_by = models.TextField(blank=True, default="")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    legal_basis = models.CharField(max_length=1, choices=LegalBasis.choices, blank=True, default="")
    informed = models.CharField(max_length=500, blank=True, default="")
    reason = models.CharField(max_length=2000, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    activity = models.ForeignKey(OwnActivity, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=500, blank=True, default="")
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="purposes_reference_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-registered_at", "-id"), name="purposes_by_state"),
            models.Index(fields=("organisation", "agreement"), name="purposes_by_agreement"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: O, year and number."""
        return f"O{self.year}-{self.number:04d}"

    @property
    def bearing(self) -> Bearing:
        """How the agreement stood to it when it was registered."""
        allows = Passage(self.allowed_by, self.allowed_at) if self.allowed_by or self.allowed_at else None
        forbids = Passage(self.forbidden_by, self.forbidden_at) if self.forbidden_by or self.forbidden_at else None
        return Bearing(Stance(self.stance), allows, forbids)


class Use(OrganisationRow):
    """One use of data for a purpose of the processor's own; append-only."""

    purpose = models.ForeignKey(OwnPurpose, on_delete=models.PROTECT, related_name="uses")
    what = models.CharField(max_length=500)
    used_at = models.DateTimeField()
    anonymised = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("organisation", "purpose", "-used_at"), name="purposes_uses"),)

    def __str__(self) -> str:
        return self.what[:80]
