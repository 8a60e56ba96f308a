"""Packs that were made or are to be made, one for each night and those that somebody asked for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow


class State(models.TextChoices):
    """How far a pack got; one that failed is tried again."""

    WAITING = "waiting", _("To be made")
    MADE = "made", _("Made")
    FAILED = "failed", _("Not made")


class Pack(OrganisationRow):
    """A pack of the local day `on`, the nightly one with number 1. `name` is its file; `error` a code, never a content."""

    on = models.DateField()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    name = models.CharField(max_length=200, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    agreements = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "on", "number"), name="offline_pack_once"),)
        indexes = (
            models.Index(
                fields=("next_attempt_at",),
                condition=models.Q(next_attempt_at__isnull=False),
                name="offline_pack_due",
            ),
            models.Index(fields=("organisation", "-made_at"), name="offline_pack_newest"),
        )

    def __str__(self) -> str:
        return self.name or f"{self.on} {self.number}"
