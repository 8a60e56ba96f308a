"""Insurance of the parties, disputes under an agreement step by step, and its termination on a ground."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.claims.sides import Side
from art28.web.parties.models import Counterparty


class Policy(OrganisationRow):
    """Proof of a party's liability insurance; `party` is None for our own. A later one of the same party follows it.

    `cents` is what it covers at most for an event, None where the proof doesn't say.
    """

    party = models.ForeignKey(Counterparty, on_delete=models.PROTECT, null=True, related_name="+")
    insurer = models.CharField(max_length=200)
    number = models.CharField(max_length=120, blank=True, default="")
    covers = models.CharField(max_length=500)
    cents = models.PositiveBigIntegerField(null=True)
    expires_on = models.DateField()
    document = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    followed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "party", "expires_on"), name="claims_policy_of"),)

    def __str__(self) -> str:
        return f"{self.insurer} {self.number}".strip()


class Inspection(OrganisationRow):
    """That one party asked to see the other's insurance, and what it was shown."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    by_us = models.BooleanField()
    provision = models.CharField(max_length=120, blank=True, default="")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(null=True)
    what = models.CharField(max_length=500, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.asked_at:%Y-%m-%d}"


class DisputeState(models.TextChoices):
    """How far a dispute is."""

    OPEN = "open", _("Noticed")
    TALKS = "talks", _("Talks")
    MEDIATION = "mediation", _("Mediation")
    COURT = "court", _("Before the court")
    SETTLED = "settled", _("Settled")
    DROPPED = "dropped", _("Dropped")


class Dispute(OrganisationRow):
    """A dispute under an agreement. `forum` and `law` are what the agreement says of them when it goes to court."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, null=True, related_name="disputes")
    what = models.CharField(max_length=2000)
    state = models.CharField(max_length=10, choices=DisputeState.choices, default=DisputeState.OPEN)
    forum = models.CharField(max_length=500, blank=True, default="")
    law = models.CharField(max_length=200, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="claims_dispute_reference_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-recorded_at", "-id"), name="claims_dispute_by_state"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: G (for geschil), year and number."""
        return f"G{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether it isn't over."""
        return self.state not in (DisputeState.SETTLED, DisputeState.DROPPED)


class DisputeStep(OrganisationRow):
    """One step in a dispute: which, on what day, and what came of it."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=DisputeState.choices)
    on = models.DateField()
    what = models.CharField(max_length=2000)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.state} {self.on:%Y-%m-%d}"


class Ground(models.TextChoices):
    """On what an agreement is terminated before its time."""

    SUSPENSION = "suspension", _("Suspension of payments of the other side")
    BANKRUPTCY = "bankruptcy", _("Bankruptcy of the other side")
    CESSATION = "cessation", _("The other side ceases its business")
    BREACH = "breach", _("Failure, after a term to cure it")
    AMENDMENT = "amendment", _("An amendment that one does not agree with")


class TerminationState(models.TextChoices):
    """How far a termination is."""

    OPEN = "open", _("May be ended")
    CURED = "cured", _("Cured in time")
    STAYED = "stayed", _("Goes on: not terminated")
    ENDED = "ended", _("Terminated")


class Termination(OrganisationRow):
    """That a party may terminate an agreement on a ground, with the notice and the term that go before, and what it chose.

    `until` is the last day to cure a failure, or to terminate after an amendment; None for grounds without a term.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    ground = models.CharField(max_length=12, choices=Ground.choices)
    party = models.CharField(max_length=10, choices=Side.choices)
    reason = models.CharField(max_length=2000)
    noticed_on = models.DateField()
    until = models.DateField(null=True)
    provision = models.CharField(max_length=120, blank=True, default="")
    state = models.CharField(max_length=10, choices=TerminationState.choices, default=TerminationState.OPEN)
    ends_on = models.DateField(null=True)
    outcome = models.CharField(max_length=500, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "year", "number"), name="claims_termination_reference_once"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-recorded_at", "-id"), name="claims_termination_by_state"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: O (for opzegging), year and number."""
        return f"O{self.year}-{self.number:04d}"

    @property
    def ours(self) -> bool:
        """Whether it is ours to choose; where our role is unknown we are taken for the processor."""
        own = Side.CONTROLLER if self.agreement.direction == "controller" else Side.PROCESSOR
        return self.party == own
