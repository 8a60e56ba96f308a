"""Marks of confidentiality, permissions to disclose, and what was disclosed to whom on which ground."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach


class Mark(OrganisationRow):
    """That the document of an agreement is confidential, or no longer; the newest of an agreement holds.

    `wording` is what the document itself says, empty where a person marks it without; `by` is None where art28 found it.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    confidential = models.BooleanField()
    wording = models.CharField(max_length=200, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "-at"), name="disclosures_mark_newest"),)

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.confidential}"


class Permission(OrganisationRow):
    """That the other side allowed, in writing, that something is given to somebody."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=200)
    what = models.CharField(max_length=500)
    given_by = models.CharField(max_length=200)
    given_on = models.DateField()
    kept_at = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "agreement", "given_on"), name="disclosures_permission_of"),)

    def __str__(self) -> str:
        return f"{self.recipient}, {self.given_on:%Y-%m-%d}"


class Towards(models.TextChoices):
    """What whoever receives it is to the parties. Those under their direct authority are no third party (Art. 4(10))."""

    OWN_AUTHORITY = "own_authority", _("Somebody under our direct authority")
    SUB_PROCESSOR = "sub_processor", _("A sub-processor")
    AUTHORITY = "authority", _("An authority or court")
    THIRD_PARTY = "third_party", _("Another third party")


class Ground(models.TextChoices):
    """On what a disclosure rests."""

    PERMISSION = "permission", _("Written permission of the other side")
    NECESSARY = "necessary", _("Necessary for the assignment, by a clause that allows it")
    LEGAL_DUTY = "legal_duty", _("A legal duty")


class Disclosure(OrganisationRow):
    """Something given outside. What has no ground is refused, and stands in the trail alone.

    `ground` is empty only towards those who are no third party. About a breach that must be kept silent it says with whom
    it was consulted first. Under a legal duty the other side was told on `told_on`, unless `not_told_because` forbids it.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="+")
    recipient = models.CharField(max_length=200)
    towards = models.CharField(max_length=15, choices=Towards.choices)
    what = models.CharField(max_length=500)
    on = models.DateField()
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True, default="")
    permission = models.ForeignKey(Permission, on_delete=models.PROTECT, null=True, related_name="+")
    clause = models.CharField(max_length=300, blank=True, default="")
    told_on = models.DateField(null=True)
    not_told_because = models.CharField(max_length=500, blank=True, default="")
    consulted = models.CharField(max_length=200, blank=True, default="")
    consulted_on = models.DateField(null=True)
    outcome = models.CharField(max_length=500, blank=True, default="")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "-on", "-id"), name="disclosures_newest"),
            models.Index(fields=("organisation", "agreement", "-on"), name="disclosures_of_agreement"),
        )

    def __str__(self) -> str:
        return f"{self.recipient}, {self.on:%Y-%m-%d}"
