"""Breaches, the versions of their facts, the agreements they touch, and the calls made about them."""

from typing import Any

from django.db import models
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from art28.obligations.beginning import Instant
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement, Direction
from art28.web.clocks.models import Proof
from art28.web.exercises import kinds
from art28.web.exercises.models import Exercise


class State(models.TextChoices):
    """Whether a breach is still being handled."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Breach(OrganisationRow):
    """A personal data breach. `aware_at` is the instant the organisation became aware of it, `aware_reason` why that one.

    `at_sub_processor` says that it happened at a sub-processor, whose report is then what made the organisation aware.
    `ends_by` overrides which instant ends the clocks of the notification, and `target_minutes` is within which time the
    organisation itself wants to have told: both hold for every agreement that the breach touches.

    `recount_after` is None but while its clocks are counted anew (`recounting.py`): up to this one of what it touches.

    One that belongs to an `exercise` is played: it has that one's reference, and stands in no register.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    at_sub_processor = models.BooleanField(default=False)
    aware_at = models.DateTimeField()
    aware_reason = models.CharField(max_length=300)
    ends_by = models.CharField(max_length=20, choices=Proof.choices, blank=True, default="")
    target_minutes = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    close_reason = models.TextField(blank=True, default="")
    recount_after = models.UUIDField(null=True)
    exercise = models.OneToOneField(Exercise, on_delete=models.PROTECT, null=True, related_name="breach")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "year", "number"),
                condition=models.Q(exercise=None),
                name="breaches_reference_once",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-recorded_at"), name="breaches_by_state"),
            models.Index(
                fields=("recorded_at",), condition=models.Q(recount_after__isnull=False), name="breaches_to_recount"
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: year and number; of one that is played, those of its exercise."""
        return f"{'EX-' if self.exercise_id else ''}{self.year}-{self.number:04d}"

    @property
    def subject_kind(self) -> str:
        """The kind of subject that its clocks and messages have."""
        return kinds.BREACH if self.exercise_id else "breach"

    @property
    def label(self) -> str:
        """The reference in lists of other things, where one that is played says so."""
        if not self.exercise_id:
            return self.reference
        with translation.override(self.organisation.language):
            return gettext("EXERCISE %(reference)s") % {"reference": self.reference}


class InstantKind(models.TextChoices):
    """The instants that are kept of a breach (`art28.obligations.beginning.Instant`); awareness stands on the breach."""

    OCCURRED = Instant.OCCURRED.value, _("Occurred")
    OBSERVATION = Instant.OBSERVATION.value, _("Noticed")
    REPORT_FROM_SUB_PROCESSOR = Instant.REPORT_FROM_SUB_PROCESSOR.value, _("Told by the sub-processor")
    DISCOVERY = Instant.DISCOVERY.value, _("Discovered")


class BreachInstant(OrganisationRow):
    """An instant of a breach beside awareness, and why it is this one; the agreement says from which its clock counts.

    One that proved to be earlier stands beside what was known before, and counts.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="instants")
    kind = models.CharField(max_length=30, choices=InstantKind.choices)
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "kind", "at"), name="breaches_instant_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%dT%H:%M:%SZ}"


class MomentCorrection(OrganisationRow):
    """A moment of a breach that was kept wrongly, and what a person put in its place; the wrong one no longer counts.

    `before_at` and `before_reason` are what was kept, `at` and `reason` what holds, `why` is why it was put right.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=30, choices=[*InstantKind.choices, (Instant.AWARENESS.value, _("Aware"))])
    before_at = models.DateTimeField()
    before_reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    why = models.CharField(max_length=300)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("breach", "recorded_at"), name="breaches_moment_corrections"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.before_at:%Y-%m-%dT%H:%M:%SZ} -> {self.at:%Y-%m-%dT%H:%M:%SZ}"


class FactsVersion(OrganisationRow):
    """The facts of a breach as they were known at an instant (`breaches.facts`); the highest number is current."""

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "number"), name="breaches_facts_version_once"),)

    def __str__(self) -> str:
        return f"{self.breach_id} {self.number}"


class TouchedAgreement(OrganisationRow):
    """An agreement that a breach touches, with the draft of its next notice.

    `started_at` is when its clocks were started, None while it waits for that. `due_at` is when its notification is due, by
    which lists sort. One found not to be touched keeps its row, with the reason.

    `draft` holds the questions of this agreement in order: number, question, kind, options, the answer, what the facts
    propose as answer, and why there is none; it is None until somebody writes in it, and is then drawn from the facts.
    `sent` counts the notices sent; `version` guards against two people saving. `phase` is the kind of the last notice, and
    `told_version` the version of the facts that it was drawn from; both None before the first.
    """

    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, related_name="touched")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    excluded_at = models.DateTimeField(null=True)
    excluded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    excluded_reason = models.TextField(blank=True, default="")
    draft = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)
    sent = models.PositiveIntegerField(default=0)
    phase = models.CharField(max_length=20, null=True)
    told_version = models.PositiveIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("breach", "agreement"), name="breaches_touched_once"),)
        indexes = (
            models.Index(fields=("breach", "id"), condition=models.Q(started_at=None), name="breaches_touched_waiting"),
            models.Index(fields=("breach", "due_at", "id"), name="breaches_touched_by_due"),
        )

    def __str__(self) -> str:
        return f"{self.breach_id} {self.agreement_id}"

    @property
    def is_owed(self) -> bool:
        """Whether the other side is to be told by us: not where it processes for us."""
        return self.agreement.direction != Direction.CONTROLLER

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The draft, once `queries` has drawn it where nobody wrote in it yet."""
        if self.draft is None:
            raise ValueError("the draft is drawn by breaches.queries")
        drawn: list[dict[str, Any]] = self.draft
        return drawn


class Call(OrganisationRow):
    """A telephone call about a breach: whom, when, what was said."""

    touched = models.ForeignKey(TouchedAgreement, on_delete=models.PROTECT, related_name="calls")
    at = models.DateTimeField()
    reached = models.BooleanField()
    spoken_to = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"call {self.at:%Y-%m-%dT%H:%M:%SZ}"
