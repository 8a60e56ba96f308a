"""Accountability packs: what they are of, who asked, how far they are, and their bytes until the day they are kept."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.disclosures.models import Ground, Towards
from art28.web.parties.models import Counterparty


class State(models.TextChoices):
    """How far a pack is; one that failed is tried again."""

    WAITING = "waiting", _("To be made")
    MADE = "made", _("Made")
    FAILED = "failed", _("Not made")
    REMOVED = "removed", _("Removed")


class Goes(models.TextChoices):
    """Whom it is for."""

    INSIDE = "inside", _("It stays inside the organisation")
    OTHER_SIDE = "other_side", _("The other side of the agreement")
    OUTSIDE = "outside", _("Somebody else")


class Dossier(OrganisationRow):
    """An accountability pack (Art. 5(2)): of one agreement, of one customer, or, with neither, of the whole organisation.

    What goes to somebody else names the ground of its disclosure. The row itself says that it needs work: `due_at` set means
    make it then; a worker that took it holds `lease` until `leased_until`. `done` of `total` agreements are written. `sha256`
    is that of the file; its bytes are kept until `kept_until`.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    counterparty = models.ForeignKey(Counterparty, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=2)
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    goes = models.CharField(max_length=10, choices=Goes.choices)
    recipient = models.CharField(max_length=200, blank=True, default="")
    towards = models.CharField(max_length=15, choices=Towards.choices, blank=True, default="")
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True, default="")
    clause = models.CharField(max_length=300, blank=True, default="")
    told_on = models.DateField(null=True)
    not_told_because = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(null=True)
    kept_until = models.DateField(null=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    head = models.CharField(max_length=64, blank=True, default="")
    count = models.PositiveBigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agreement=None) | models.Q(counterparty=None), name="reports_dossier_of_one"
            ),
        )
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="reports_dossier_due"),
            models.Index(fields=("organisation", "-asked_at", "-id"), name="reports_dossier_newest"),
        )

    def __str__(self) -> str:
        return self.of

    @property
    def of(self) -> str:
        """What it is of: the agreement, the customer, or the organisation, by name."""
        if self.agreement is not None:
            return f"{self.agreement.counterparty_name} · {self.agreement.title}".strip(" ·")
        return self.counterparty.name if self.counterparty is not None else self.organisation.name


class DossierPart(OrganisationRow):
    """A part of the bytes of a pack, so that neither writing nor reading one holds it as a whole."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dossier", "number"), name="reports_dossier_part_once"),)

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.number}"
