"""Our contact persons and who was told of them; questions to those of the other sides whether their details still hold."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.notices.models import OutboxMessage
from art28.web.parties.models import Contact
from art28.web.taking_over import TableRead


class Level(models.TextChoices):
    """For what one of us is turned to: first, about anything; about breaches, privacy or security alone; or in the end."""

    FIRST = "first", _("First contact")
    BREACH = "breach", _("For breaches")
    PRIVACY = "privacy", _("For privacy")
    SECURITY = "security", _("For security")
    FINAL = "final", _("Final responsibility")


class Appointment(OrganisationRow):
    """One of us whom the other side turns to; `agreement` is null for all agreements that have none of their own."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=8, choices=Level.choices)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True, default="")
    email = models.EmailField(max_length=254)
    phone = models.CharField(max_length=40, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="contacts_level"),
            models.UniqueConstraint(
                fields=("agreement", "level"),
                condition=models.Q(ended_at=None, agreement__isnull=False),
                name="contacts_one_under_each",
            ),
            models.UniqueConstraint(
                fields=("organisation", "level"),
                condition=models.Q(ended_at=None, agreement=None),
                name="contacts_one_for_all",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Telling(OrganisationRow):
    """That another side is to be told of an appointment, or that it `ended`; `message` once it was, else `obstacle` why."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="tellings")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    ended = models.BooleanField(default=False)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="+")
    obstacle = models.CharField(max_length=20, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("appointment", "agreement", "ended"), name="contacts_told_once"),
        )
        indexes = (
            models.Index(fields=("at",), condition=models.Q(message=None, obstacle=""), name="contacts_to_tell"),
            models.Index(fields=("agreement", "-at"), name="contacts_told_under"),
        )

    def __str__(self) -> str:
        return f"{self.appointment_id} {self.agreement_id}"


class Escalation(OrganisationRow):
    """That a matter went from the first contact to whoever bears final responsibility; append-only.

    `breach` is what it is about, null for anything else.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="+")
    first = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    final = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=1000)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.matter[:40]


class Rhythm(OrganisationRow):
    """How often contacts of other sides are asked whether their details hold, and when a silent one is reminded.

    Append-only, the newest counts; `months` 0 asks nobody.
    """

    months = models.PositiveSmallIntegerField()
    remind_days = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(remind_days__gte=1), name="contacts_remind_days"),)

    def __str__(self) -> str:
        return f"{self.months} {self.remind_days}"


class Said(models.TextChoices):
    """What a contact said of its details."""

    CONFIRMED = "confirmed", _("Confirmed")
    CORRECTED = "corrected", _("Says it differently")
    GONE = "gone", _("No longer the right person")


class Question(OrganisationRow):
    """A question to a contact whether its details hold. `corrected` waits for one of us, until `settled_at`."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="questions")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=10, choices=Said.choices, blank=True, default="")
    said_at = models.DateTimeField(null=True)
    corrected = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(said__in=("", *Said.values)), name="contacts_said"),
            models.UniqueConstraint(
                fields=("contact",), condition=models.Q(settled_at=None), name="contacts_one_question_open"
            ),
        )
        indexes = (models.Index(fields=("contact", "-asked_at"), name="contacts_newest_question"),)

    def __str__(self) -> str:
        return f"{self.contact_id} {self.said}"


class Import(TableRead):
    """A table of contacts, read and waiting for somebody to have looked at what it would change."""
