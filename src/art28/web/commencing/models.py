"""Agreements that are to come into force together, and how each of them stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.lifecycle.stages import DayBy


class State(models.TextChoices):
    """How far a commencement is."""

    LOOKING = "looking", _("Being looked at")
    LOOKED = "looked", _("Looked at")
    GOING = "going", _("Coming into force")
    OVER = "over", _("Finished")


class Commencement(OrganisationRow):
    """Agreements that are to come into force together: which was frozen as it began.

    `stage` and `words` are by what they were chosen. `on` is the day for an agreement that has none of its own, None where
    nobody gave one. `due_at` is when a worker is to go on with it; None while it waits for a person, or stopped because it
    failed again and again.
    """

    stage = models.CharField(max_length=10, blank=True, default="")
    words = models.CharField(max_length=200, blank=True, default="")
    on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True, default="")
    agreement_count = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.LOOKING)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="commencing_commencement_state"),
        )
        indexes = (
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="commencing_due"),
            models.Index(fields=("organisation", "-at", "-id"), name="commencing_newest"),
        )

    def __str__(self) -> str:
        return f"{self.agreement_count} {self.at:%Y-%m-%d}"

    @property
    def is_stopped(self) -> bool:
        """Whether it failed so often that a person must have it go on."""
        return self.due_at is None and self.state in (State.LOOKING, State.GOING)


class Standing(models.TextChoices):
    """How an agreement stands."""

    WAITING = "waiting", _("To be looked at")
    READY = "ready", _("Can come into force")
    LACKS = "lacks", _("Can't come into force yet")
    REFUSED = "refused", _("Stayed out")
    IN_FORCE = "in_force", _("In force")
    LEFT_OUT = "left_out", _("Left out")


class Obstacle(models.TextChoices):
    """Why an agreement can't come into force."""

    INCOMPLETE = "incomplete", _("Something is missing")
    NO_DAY = "no_day", _("It isn't known from which day")
    ORDER = "order", _("It is in force already, has ended, or was replaced")
    CHANGED = "changed", _("Its day changed after it was looked at")


class Candidate(OrganisationRow):
    """One agreement of a commencement. `on` is the day from which it is or will be in force, None where nothing says it.

    `missing` are the codes of what the gate missed as it was looked at, each between blanks.
    """

    commencement = models.ForeignKey(Commencement, on_delete=models.PROTECT, related_name="candidates")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.WAITING)
    obstacle = models.CharField(max_length=10, choices=Obstacle.choices, blank=True, default="")
    missing = models.CharField(max_length=300, blank=True, default="")
    on = models.DateField(null=True)
    day_by = models.CharField(max_length=9, choices=DayBy.choices, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("commencement", "agreement"), name="commencing_agreement_once"),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="commencing_standing"),
        )
        indexes = (models.Index(fields=("commencement", "standing", "id"), name="commencing_by_standing"),)

    def __str__(self) -> str:
        return f"{self.commencement_id} {self.agreement_id}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of what the gate missed."""
        return tuple(self.missing.split())
