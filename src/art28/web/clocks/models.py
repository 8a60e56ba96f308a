"""Obligations that run, frozen with the ground they were made on; and the heartbeats of workers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.database.identifiers import new_id


class State(models.TextChoices):
    """How an obligation stands. One that ended late stays `late`, with the instant it ended."""

    OPEN = "open", _("Running")
    WAITING = "waiting", _("Waiting for another")
    MET = "met", _("Met")
    LATE = "late", _("Late")
    CANCELLED = "cancelled", _("Cancelled")


class Proof(models.TextChoices):
    """The instants that can end a clock (`art28.obligations.start.Proof`)."""

    HANDED_OVER = "handed_over", _("Handed over for sending")
    ACCEPTED = "accepted", _("Accepted by the mail server")
    REACHED = "reached", _("Reached the recipient")
    ACKNOWLEDGED = "acknowledged", _("Receipt confirmed")
    DONE = "done", _("Done")


_NARROWED_BY = (
    *("owner", "state", "ours", "action", "subject_kind", "agreement", "ends_at", "subject_label"),
    "ended_at",  # the condition itself: SQLite reads the table for a column that the index lacks, even this one
)


class Obligation(OrganisationRow):
    """A duty that an event has started.

    What event started it never changes. The ground that it stands on (instant, duty, limit, versions, end) changes only
    together with a `Change` that keeps what it was and what it became, which the database itself holds (guards.py);
    `revision` is the number of the newest one. How it stands changes by the moves of `actions`.

    `duty` and `limit` are the records of `art28.obligations.record`; `following` holds the duties whose clocks its end
    starts, as promised when it was made. `agreement` is None for a duty that the law lays on the organisation itself.
    `start_kind` is one of `art28.terms.StartReason`, empty where nobody chose one. While `paused_at` is set no time runs:
    there is no end then, and the change that paused it keeps the one that was.

    `ours` says that the organisation itself must act, not the other side. `ends_at` is None for a limit without a number,
    `ends_inclusive` true for one in hours; `due_at` is what lists sort by: the end, else the internal target, else the
    start. The subject is what started it, such as a breach, by kind and id; `subject_label` is what people call it.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="obligations")
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=120)
    duty_key = models.CharField(max_length=120)
    action = models.CharField(max_length=40)
    bearer = models.CharField(max_length=20)
    ours = models.BooleanField()
    duty = models.JSONField()
    limit = models.JSONField(null=True)
    following = models.JSONField(default=list)
    facts_version = models.CharField(max_length=600, blank=True, default="")
    parameters_version = models.CharField(max_length=80, blank=True, default="")
    engine_version = models.CharField(max_length=40)
    started_at = models.DateTimeField()
    start_reason = models.CharField(max_length=300)
    start_kind = models.CharField(max_length=30, blank=True, default="")
    ends_at = models.DateTimeField(null=True)
    ends_inclusive = models.BooleanField(default=False)
    last_day = models.DateField(null=True)
    internal_target_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    ends_by = models.CharField(max_length=20, choices=Proof.choices)
    state = models.CharField(max_length=12, choices=State.choices)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=20, choices=Proof.choices, blank=True, default="")
    ended_reason = models.CharField(max_length=500, blank=True, default="")
    late_reasons = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)
    paused_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("subject_id", "agreement", "duty_key"), name="clocks_obligation_once"),
            models.UniqueConstraint(
                fields=("subject_id", "duty_key"),
                condition=models.Q(agreement=None),
                name="clocks_own_obligation_once",
            ),
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="clocks_obligation_state"),
        )
        indexes = (
            # What the pages of what is due narrow by stands in these two, so that a list never leaves its index.
            models.Index(
                fields=("organisation", "due_at", "id", *_NARROWED_BY),
                condition=models.Q(ended_at=None),
                name="clocks_running",
            ),
            models.Index(
                fields=("organisation", "due_at", "id", *_NARROWED_BY),
                condition=models.Q(ended_at__isnull=False),
                name="clocks_ended",
            ),
            # One person's are few among many; an obligation that nobody was given yet costs nothing here.
            models.Index(
                fields=("organisation", "owner", "due_at", "id", *_NARROWED_BY[1:]),
                condition=models.Q(ended_at=None, owner__isnull=False),
                name="clocks_owned",
            ),
            models.Index(
                fields=("organisation", "action", "due_at"),
                condition=models.Q(ended_at=None, ends_at=None),
                name="clocks_without_number",
            ),
            models.Index(
                fields=("ends_at",), condition=models.Q(state__in=("open", "waiting")), name="clocks_may_be_late"
            ),
            models.Index(fields=("organisation", "subject_kind", "subject_id"), name="clocks_by_subject"),
        )

    def __str__(self) -> str:
        return f"{self.duty_key} {self.state}"

    @property
    def whose(self) -> str:
        """The other side, else the agreement's title; empty for a duty that the law lays on the organisation itself."""
        return (self.agreement.counterparty_name or self.agreement.title) if self.agreement else ""

    @property
    def counterparty(self) -> str:
        """The other side by name; empty where there is none."""
        return self.agreement.counterparty_name if self.agreement else ""

    @property
    def title(self) -> str:
        """The title of the agreement; empty where there is none."""
        return self.agreement.title if self.agreement else ""


class ChangeKind(models.TextChoices):
    """Why the ground of an obligation changed while it ran."""

    PAUSED = "paused", _("Paused")
    RESUMED = "resumed", _("Runs on after a pause")
    EXTENDED = "extended", _("Extended by the law's own rule")
    POSTPONED = "postponed", _("Extended by agreement")
    STRICTER = "stricter", _("Corrected: stricter, applied at once")
    LOOSER = "looser", _("Corrected: looser, applied by a person")
    REWORDED = "reworded", _("Corrected: same end on another ground")


class Change(OrganisationRow):
    """A change of the ground of an obligation that runs; append-only.

    `before` and `after` hold what changed, field by field (`changing.ground`). `ground` is a code for what allows it, `told`
    what belongs to it: who agreed, when the other was told, the fact that changed. `at` is when it took effect.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=ChangeKind.choices)
    at = models.DateTimeField()
    ground = models.CharField(max_length=40, blank=True, default="")
    reason = models.CharField(max_length=1000, blank=True, default="")
    told = models.JSONField(default=dict)
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("obligation", "number"), name="clocks_change_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Answer(models.TextChoices):
    """What became of a correction that would loosen a limit."""

    STANDS = "stands", _("Let stand")
    APPLIED = "applied", _("Applied")
    OVERTAKEN = "overtaken", _("Overtaken by a later decision")


class Loosening(OrganisationRow):
    """A fact changed so that a running limit would be looser: what it would become, until a named person answers.

    `duty` is None where the agreement no longer promises it at all. At most one is open for an obligation.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="loosenings")
    duty = models.JSONField(null=True)
    ground = models.JSONField()
    told = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True, default="")
    reason = models.CharField(max_length=1000, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("obligation",), condition=models.Q(answered_at=None), name="clocks_loosening_open_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("organisation", "asked_at"), condition=models.Q(answered_at=None), name="clocks_loosening_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.answer or 'open'}"


class Tick(OrganisationRow):
    """That a step was taken or a piece is there: `item` is "step:…", "evidence:…" or "content:…" (ticking.py)."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="ticks")
    item = models.CharField(max_length=60)
    note = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("obligation", "item"), name="clocks_tick_once"),)

    def __str__(self) -> str:
        return self.item


class InternalTarget(OrganisationRow):
    """Within which time the organisation itself wants a kind of duty done; `period` is ISO 8601, in hours or days."""

    action = models.CharField(max_length=40)
    period = models.CharField(max_length=20)
    set_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "action"), name="clocks_target_once"),)

    def __str__(self) -> str:
        return f"{self.action} {self.period}"


class SavedFilter(OrganisationRow):
    """A selection of what is due, kept by a person under a name; `shared` lets everybody of the organisation use it."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    filters = models.JSONField()
    shared = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "user", "name"), name="clocks_filter_once"),)

    def __str__(self) -> str:
        return self.name


class DefaultFilter(OrganisationRow):
    """The saved selection with which what is due opens for a person."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved = models.ForeignKey(SavedFilter, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "user"), name="clocks_default_filter_once"),)

    def __str__(self) -> str:
        return f"default of {self.user_id}"


class Assignment(OrganisationRow):
    """Obligations given to somebody at once, so that it can be undone at once."""

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"assignment {self.pk}"


class AssignedObligation(OrganisationRow):
    """One of them, with who saw to it before."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="lines")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "obligation"), name="clocks_assigned_once"),)

    def __str__(self) -> str:
        return f"{self.obligation_id} assigned"


class CalendarFeed(OrganisationRow):
    """A secret address from which a calendar fetches limits: those of `user`, or, where that is None, of the organisation.

    Only a hash of the address's token is kept. `with_names` puts counterparties and agreements in; without, an entry says
    what must be done and when, and nothing of whom.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    with_names = models.BooleanField()
    language = models.CharField(max_length=2)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"feed {self.pk}"


class Heartbeat(models.Model):
    """A worker that runs, or ran until `seen_at`; `stopped_at` is set where it stopped in good order."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    rounds = models.PositiveBigIntegerField(default=0)
    carried_out = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=("-seen_at",), name="clocks_heartbeat_seen"),)

    def __str__(self) -> str:
        return self.name
