"""Whether the organisation falls under the Cyberbeveiligingswet, and which breaches are significant incidents as well."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.breaches.models import Breach
from art28.web.parties.models import LegalEntity


class Scope(models.TextChoices):
    """What the organisation is under the Act. Whether it is, a person establishes: by sector and size."""

    NONE = "none", _("Not in scope")
    IMPORTANT = "important", _("Important entity")
    ESSENTIAL = "essential", _("Essential entity")


class Entity(OrganisationRow):
    """What the organisation says of itself; without a row nobody has looked yet.

    To whom it reports is data: CSIRT and authority differ by sector. `managed_provider` says that the criteria for managed
    (security) service providers hold for it.
    """

    scope = models.CharField(max_length=10, choices=Scope.choices)
    legal_entity = models.ForeignKey(LegalEntity, on_delete=models.PROTECT, null=True, related_name="+")
    sector = models.CharField(max_length=120, blank=True, default="")
    managed_provider = models.BooleanField(default=True)
    csirt = models.CharField(max_length=200, blank=True, default="")
    authority = models.CharField(max_length=200, blank=True, default="")
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation",), name="cybersecurity_entity_once"),)

    def __str__(self) -> str:
        return self.scope


class Incident(OrganisationRow):
    """What a person found of a breach: whether it is a significant incident too, by which criteria, and why.

    `aware_at` is when the organisation was aware of the significant incident, which may be another instant than awareness
    of the breach. `goes_on` says that it still went on when its final report came near; `handled_at` ends that.
    """

    breach = models.OneToOneField(Breach, on_delete=models.PROTECT, related_name="+")
    significant = models.BooleanField()
    criteria = models.JSONField(default=list)
    reason = models.CharField(max_length=2000)
    aware_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    goes_on = models.BooleanField(default=False)
    handled_at = models.DateTimeField(null=True)
    requests = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.breach_id} {'significant' if self.significant else 'not significant'}"
