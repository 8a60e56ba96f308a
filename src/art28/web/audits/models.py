"""Audits, what access and information they ask for, and what they find."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from art28.obligations.auditing import Point
from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement, Direction


class State(models.TextChoices):
    """How far an audit is."""

    ASKED = "asked", _("Asked for")
    REFUSED = "refused", _("Refused as it was asked")
    PLANNED = "planned", _("Planned")
    RUNNING = "running", _("Under way")
    REPORTED = "reported", _("Findings agreed")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


POINTS = {
    Point.TRIGGER: _("A concrete suspicion is shown"),
    Point.FREQUENCY: _("Not more often than agreed"),
    Point.NOTICE: _("Announced in time"),
    Point.OFFICE_HOURS: _("Within office hours"),
    Point.AUDITOR: _("The auditor is a third party who is named"),
    Point.COMPETITOR: _("The auditor is independent and no competitor"),
    Point.REPORTS_FIRST: _("Existing reports were assessed first, with reasons why they don't do"),
    Point.SYSTEMS: _("Only systems used for this processing"),
    Point.TERM: _("While something is still processed under the agreement"),
}


class Audit(OrganisationRow):
    """An audit under one agreement, from the request to its findings. What was asked for never changes.

    `offered` holds what was offered instead, as it was then.

    `announced_at` is when the processor knew of it: the request itself where a customer asks for it, None while ours is still
    to be announced. `checks` keeps what was found when it was decided on (`obligations.auditing.Check`). `bound_at` is when
    the auditor's undertaking of confidentiality was put on file, before which no access is given. `compliant` is the outcome,
    from which follows who pays where the agreement says so. `information_erased_at` is when the auditing side erased what it
    had learnt.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    planned_at = models.DateTimeField()
    announced_at = models.DateTimeField(null=True)
    suspicion = models.CharField(max_length=2000, blank=True, default="")
    auditor = models.CharField(max_length=200, blank=True, default="")
    third_party = models.BooleanField(default=True)
    competitor = models.BooleanField(default=False)
    reports_assessed = models.CharField(max_length=2000, blank=True, default="")
    offered = models.JSONField(default=list)
    offered_at = models.DateTimeField(null=True)
    systems = models.JSONField(default=list)
    foreign_systems = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    checks = models.JSONField(default=list)
    reason = models.CharField(max_length=2000, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    bound_at = models.DateTimeField(null=True)
    bound_by = models.CharField(max_length=300, blank=True, default="")
    started_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    compliant = models.BooleanField(null=True)
    outcome = models.CharField(max_length=2000, blank=True, default="")
    warned_at = models.DateTimeField(null=True)
    warned_reasons = models.CharField(max_length=2000, blank=True, default="")
    information_erased_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="audits_reference_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "-planned_at", "-id"), name="audits_by_state"),
            models.Index(fields=("organisation", "agreement", "started_at"), name="audits_by_agreement"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: A, year and number."""
        return f"A{self.year}-{self.number:04d}"

    @property
    def stands(self) -> str:
        """How far it is, in words: one that we hold is asked by nobody."""
        if self.by_us and self.state == State.ASKED:
            return gettext("Announced") if self.announced_at else gettext("To be announced")
        return self.get_state_display()

    @property
    def by_us(self) -> bool:
        """Whether it is we who hold it, of a processor of ours; else a customer holds it of us."""
        return self.agreement.direction == Direction.CONTROLLER

    @property
    def is_open(self) -> bool:
        """Whether it isn't over."""
        return self.state not in (State.REFUSED, State.CLOSED, State.WITHDRAWN)


class ItemKind(models.TextChoices):
    """What an audit asks for."""

    PREMISES = "premises", _("Access to premises")
    DATABASE = "database", _("Access to databases")
    PEOPLE = "people", _("Talk with staff")
    LOGS = "logs", _("Logs")
    DOCUMENT = "document", _("Documents and records")


class ItemState(models.TextChoices):
    """What became of it."""

    ASKED = "asked", _("Asked for")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


class Item(OrganisationRow):
    """One thing that is asked for in an audit, with a clock of its own; granted, or refused with a reason."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.ASKED)
    what = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class OwnState(models.TextChoices):
    """How far an audit of one's own is."""

    PLANNED = "planned", _("Planned")
    REPORTED = "reported", _("Report on file")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Not held")


class OwnAudit(OrganisationRow):
    """An audit that a processor has held of itself, from its plan to its last measure; each year names the one before.

    What it reported can be offered to customers until `valid_until`. The bytes of the report stand apart (`OwnReport`).
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    scope = models.CharField(max_length=500)
    norm = models.CharField(max_length=120, blank=True, default="")
    auditor = models.CharField(max_length=200)
    independent = models.BooleanField(default=True)
    planned_on = models.DateField()
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="next")
    state = models.CharField(max_length=10, choices=OwnState.choices, default=OwnState.PLANNED)
    held_on = models.DateField(null=True)
    compliant = models.BooleanField(null=True)
    outcome = models.CharField(max_length=2000, blank=True, default="")
    valid_until = models.DateField(null=True)
    report_name = models.CharField(max_length=255, blank=True, default="")
    report_sha256 = models.CharField(max_length=64, blank=True, default="")
    reported_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="audits_own_reference_once"),
        )
        indexes = (models.Index(fields=("organisation", "state", "-planned_on", "-id"), name="audits_own_by_state"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: E, year and number."""
        return f"E{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether it isn't over."""
        return self.state in (OwnState.PLANNED, OwnState.REPORTED)


class OwnReport(models.Model):
    """The bytes of a report, apart, so that lists never touch them."""

    own = models.OneToOneField(OwnAudit, on_delete=models.PROTECT, primary_key=True, related_name="report")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"report of {self.own_id}"


class Finding(OrganisationRow):
    """What an audit found, and the measure against it, with who sees to it and until when; its clock runs till then.

    Of a customer's audit (`audit`) or of one's own (`own`): always of one of them.
    """

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, null=True, related_name="findings")
    own = models.ForeignKey(OwnAudit, on_delete=models.PROTECT, null=True, related_name="findings")
    text = models.CharField(max_length=2000)
    measure = models.CharField(max_length=1000)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    agreed_by = models.CharField(max_length=200)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(audit__isnull=False, own__isnull=True)
                | models.Q(audit__isnull=True, own__isnull=False),
                name="audits_finding_of_one",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]


class Room(OrganisationRow):
    """The evidence room of an audit: who may see its documents through `token`, until when; closed by hand before that."""

    audit = models.OneToOneField(Audit, on_delete=models.PROTECT, related_name="room")
    opened_for = models.CharField(max_length=200)
    token = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"room of {self.audit_id}"

    def is_open_at(self, now: datetime) -> bool:
        """Whether its link shows anything."""
        return self.closed_at is None and now < self.until


class RoomDocument(OrganisationRow):
    """A document put into the evidence room of an audit."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=200)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class RoomBytes(models.Model):
    """The bytes of a document, apart, so that lists never touch them."""

    document = models.OneToOneField(RoomDocument, on_delete=models.PROTECT, primary_key=True, related_name="bytes")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"bytes of {self.document_id}"


class Visit(OrganisationRow):
    """That the room was looked at, or a document of it taken, through the link; append-only."""

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="visits")
    document = models.ForeignKey(RoomDocument, on_delete=models.PROTECT, null=True, related_name="+")
    opened_for = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("room", "-at"), name="audits_visits"),)

    def __str__(self) -> str:
        return f"visit {self.pk}"
