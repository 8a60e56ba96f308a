"""Signals, the versions of what is known of them, files that came with them, and the clocks that run provisionally."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.breaches.models import Breach
from art28.web.database.identifiers import new_id
from art28.web.exercises.models import Exercise


class Source(models.TextChoices):
    """By which way a signal came."""

    FORM = "form", _("Form")
    EMAIL = "email", _("E-mail")
    API = "api", _("API")


class Where(models.TextChoices):
    """Where it happened, as far as whoever reports knows."""

    OWN = "own", _("One of our own systems")
    SERVICE = "service", _("A service we deliver")
    SUB_PROCESSOR = "sub_processor", _("A sub-processor")
    UNKNOWN = "unknown", _("I don't know")


class State(models.TextChoices):
    """How far the assessment of a signal is."""

    OPEN = "open", _("To be assessed")
    LOOKING = "looking", _("Being looked into")
    BREACH = "breach", _("Personal data breach")
    NO_BREACH = "no_breach", _("No breach")


OPEN_STATES = (State.OPEN, State.LOOKING)


class Signal(OrganisationRow):
    """Something that may be a personal data breach. A signal is no breach yet, nor awareness of one.

    `received_at` is when it reached the organisation, such as its mail server, `kept_at` when art28 took it in.
    `noticed_at` and `told_at` repeat the newest version of the facts, for sorting: `counts_from` is the earlier of what is
    known, the receipt where nothing is. `told_at` is when a sub-processor told it; `message_id` that of the mail it came
    by, which is taken in once. While it is being looked into, `looking` sees to that until `look_until`. One of an `exercise`
    is played: it has numbers of its own, and stands in no queue.
    """

    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, null=True, related_name="signals")

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=10, choices=Source.choices)
    where = models.CharField(max_length=20, choices=Where.choices)
    summary = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    received_at = models.DateTimeField()
    kept_at = models.DateTimeField()
    noticed_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    counts_from = models.DateTimeField()
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reporter = models.CharField(max_length=254, blank=True, default="")
    message_id = models.CharField(max_length=300, null=True)
    looking = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    look_until = models.DateTimeField(null=True)
    look_for = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True, default="")
    breach = models.ForeignKey(Breach, on_delete=models.PROTECT, null=True, related_name="signals")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "year", "number"),
                condition=models.Q(exercise=None),
                name="intake_reference_once",
            ),
            models.UniqueConstraint(
                fields=("organisation", "year", "number"),
                condition=models.Q(exercise__isnull=False),
                name="intake_played_reference_once",
            ),
            models.UniqueConstraint(fields=("organisation", "message_id"), name="intake_message_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "state", "counts_from"), name="intake_queue"),
            models.Index(fields=("organisation", "source", "kept_at"), name="intake_by_source"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: S, year and number; of one that is played, with EX before it."""
        return f"{'EX-' if self.exercise_id else ''}S{self.year}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet what it is."""
        return self.state in OPEN_STATES


class MailboxReading(models.Model):
    """How far a mailbox was read, as IMAP numbers its messages; the lease lets one worker read at a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    address = models.CharField(max_length=300, unique=True)
    validity = models.PositiveBigIntegerField(default=0)
    last_uid = models.PositiveBigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    failed_since = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=20, blank=True, default="")

    def __str__(self) -> str:
        return self.address


class SignalVersion(OrganisationRow):
    """What was known of a signal at an instant (`intake.facts`); the highest number is current."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    why = models.CharField(max_length=300, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("signal", "number"), name="intake_version_once"),)

    def __str__(self) -> str:
        return f"{self.signal_id} {self.number}"


class SignalFile(OrganisationRow):
    """A file that came with a signal, as it came: kept, offered for download, never opened here."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True, default="")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class ProvisionalClock(OrganisationRow):
    """A clock that runs while nobody is sure yet: one for each rule that `agreements` of the agreements have alike.

    `starts` is the instant it counts from (`obligations.beginning.Instant`), `limit` the rule's limit as in a duty, `ends_at`
    None where that has no number. It ends with a reason: no breach after all, or the clocks of the breach took over.
    """

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="clocks")
    starts = models.CharField(max_length=30)
    limit = models.JSONField(null=True)
    agreements = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = (
            models.Index(
                fields=("organisation", "ends_at"), condition=models.Q(ended_at=None), name="intake_clock_running"
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts} {self.ends_at}"
