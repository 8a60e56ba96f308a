"""Three kinds of party: the organisation is the tenant; here are its own legal entities and its counterparties."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow


class PartyRow(OrganisationRow):
    """A legal person as an agreement names it."""

    name = models.CharField(max_length=200)
    registration = models.CharField(max_length=40, blank=True, default="")
    street = models.CharField(max_length=200, blank=True, default="")
    postcode = models.CharField(max_length=20, blank=True, default="")
    city = models.CharField(max_length=100, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="NL")
    created_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class LegalEntity(PartyRow):
    """A legal person of the organisation itself, the one that signs."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "name"), name="parties_entity_name_once"),)


class Counterparty(PartyRow):
    """The other side of agreements."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "name"), name="parties_counterparty_name_once"),)
        indexes = (models.Index(fields=("organisation", "registration"), name="parties_counterparty_number"),)


class Purpose(models.TextChoices):
    """What a contact is for."""

    BREACH = "breach", _("Breaches")
    PRIVACY = "privacy", _("Privacy")
    SECURITY = "security", _("Security")
    CONTRACT = "contract", _("Contract")
    SUPPORT = "support", _("Support")
    GENERAL = "general", _("General")


class Contact(OrganisationRow):
    """Whom to reach at a counterparty, and for what. `confirmed_at` is when the details were last said to be right."""

    counterparty = models.ForeignKey(Counterparty, on_delete=models.PROTECT, related_name="contacts")
    purpose = models.CharField(max_length=20, choices=Purpose.choices, default=Purpose.GENERAL)
    name = models.CharField(max_length=120, blank=True, default="")
    role = models.CharField(max_length=120, blank=True, default="")
    email = models.EmailField(max_length=254, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "counterparty", "purpose"), name="parties_contact_purpose"),)

    def __str__(self) -> str:
        return self.name or self.email or self.phone
