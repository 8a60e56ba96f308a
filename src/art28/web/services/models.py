"""Services with their data, systems and sub-processors; the agreements that take them; and why a breach touches each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.taking_over import TableRead


class Service(OrganisationRow):
    """Something the organisation does for its customers, and what personal data that takes.

    The lists hold texts in the organisation's own words; `special_categories` are those of Art. 9 and 10 GDPR, `measures`
    those that go beyond what holds for every service. `retention` says how long data are kept, in words.
    `sub_processors` holds objects: name, role, countries (ISO 3166-1 alpha-2), email. `people` is how many data subjects one
    customer has, about; None is not known. A service that was given up keeps its row with `ended_at` set.
    """

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="")
    data_categories = models.JSONField(default=list)
    special_categories = models.JSONField(default=list)
    data_subjects = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    retention = models.CharField(max_length=300, blank=True, default="")
    measures = models.JSONField(default=list)
    systems = models.JSONField(default=list)
    sub_processors = models.JSONField(default=list)
    people = models.PositiveBigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "name"), name="services_name_once"),)

    def __str__(self) -> str:
        return self.name


class ServiceUse(OrganisationRow):
    """That a service is taken under an agreement, from `since_on` until and including `until_on`; None is open."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="uses")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    people = models.PositiveBigIntegerField(null=True)
    since_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("service", "agreement"), name="services_use_once"),)
        indexes = (models.Index(fields=("organisation", "agreement", "service"), name="services_use_agreement"),)

    def __str__(self) -> str:
        return f"{self.service_id} {self.agreement_id}"


class Import(TableRead):
    """A file of services and who takes them, read and waiting for somebody to have looked at what it would change."""


class Ground(models.TextChoices):
    """Why an agreement counts as touched."""

    SERVICE = "service", _("Takes a service that is touched")
    UNKNOWN = "unknown", _("Not linked to any service, so not known")


class TouchedGround(OrganisationRow):
    """Why one agreement counts as touched by a breach: the services by name, and about how many people that concerns."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="grounds")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=10, choices=Ground.choices)
    services = models.JSONField(default=list)
    people_least = models.PositiveBigIntegerField(null=True)
    people_most = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "agreement"), name="services_ground_once"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.agreement_id} {self.ground}"


class Exclusion(OrganisationRow):
    """Agreements found not to be touched, many at once, for one reason: the list is frozen, each then has its own act."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    selection = models.JSONField()
    count = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.breach_id} {self.count}"


class ExcludedAgreement(OrganisationRow):
    """One of them; `done_at` is when its clocks were stopped, `left` says that it was told or left out meanwhile."""

    exclusion = models.ForeignKey(Exclusion, on_delete=models.PROTECT, related_name="lines")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    left = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("exclusion", "agreement"), name="services_excluded_once"),)
        indexes = (
            models.Index(
                fields=("exclusion", "id"), condition=models.Q(done_at=None), name="services_excluded_waiting"
            ),
        )

    def __str__(self) -> str:
        return f"{self.exclusion_id} {self.agreement_id}"
