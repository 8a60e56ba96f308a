"""Mailings, their lines, and what an organisation asks before one leaves."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.database.identifiers import new_id
from art28.web.notices.models import OutboxMessage


class State(models.TextChoices):
    """How far a mailing is. One that was recalled can be released again; `sent` means that all of it is in the outbox."""

    PREPARING = "preparing", _("Being prepared")
    PREPARED = "prepared", _("Prepared")
    APPROVED = "approved", _("Approved")
    RELEASED = "released", _("Released")
    RECALLED = "recalled", _("Recalled")
    SENT = "sent", _("Sent")
    WITHDRAWN = "withdrawn", _("Dropped")


class Standing(models.TextChoices):
    """How a line stands: it waits for the mailing to leave, can't leave, or is in the outbox."""

    WAITING = "waiting", _("Leaves with the mailing")
    HELD = "held", _("Can't be sent")
    LEFT = "left", _("In the outbox")


class Obstacle(models.TextChoices):
    """Why a line can't leave."""

    NO_CONTACT = "no_contact", _("No e-mail address")
    BAD_ADDRESS = "bad_address", _("Address doesn't work")
    PHONE = "phone", _("Wants a telephone call")
    CLOSED = "closed", _("Closed, or found not to be touched")
    TURN = "turn", _("This notice was sent already, or can't come next")
    CHANGED = "changed", _("Changed since it was approved")
    REASONS = "reasons", _("Late, without the reasons for that")


class Mailing(OrganisationRow):
    """Notices about one event under many agreements. Its list is frozen once it is prepared.

    The subject is what they are about, by kind and id; `notice_kind` says which notice. `choice` is what the list was
    narrowed to (`sources.Choice`), `cursor` the last agreement that was looked at while it is being prepared.
    `late_reasons`, `closing_reason` and `signed_by` are the words that only people can give. `approval_wanted` says that
    a second person must approve it, `waits_since` since when it waits for that, `asked` how many steps of asking are done.
    Between release and `leaves_at` it can be recalled; `shortened` says that a limit made that time shorter than the
    organisation's own; `started_at` is when the first of it went into the outbox.
    """

    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    subject_label = models.CharField(max_length=120)
    notice_kind = models.CharField(max_length=20)
    choice = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    cursor = models.UUIDField(null=True)
    looked_at_count = models.PositiveIntegerField(default=0)
    together = models.BooleanField(default=True)
    signed_by = models.CharField(max_length=200)
    late_reasons = models.TextField(blank=True, default="")
    closing_reason = models.TextField(blank=True, default="")
    agreement_count = models.PositiveIntegerField(default=0)
    message_count = models.PositiveIntegerField(default=0)
    first_due_at = models.DateTimeField(null=True)
    approval_wanted = models.BooleanField(default=False)
    waits_since = models.DateTimeField(null=True)
    asked = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    leaves_at = models.DateTimeField(null=True)
    shortened = models.BooleanField(default=False)
    recalled_at = models.DateTimeField(null=True)
    recalled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="mailings_state"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("made_by")),
                name="mailings_approved_by_another",
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "subject_id", "-made_at"), name="mailings_by_subject"),
            models.Index(fields=("made_at",), condition=models.Q(state="preparing"), name="mailings_preparing"),
            models.Index(fields=("waits_since",), condition=models.Q(state="prepared"), name="mailings_waiting"),
            models.Index(
                fields=("first_due_at", "leaves_at"), condition=models.Q(state="released"), name="mailings_released"
            ),
        )

    def __str__(self) -> str:
        return f"{self.notice_kind} {self.subject_label}"


class MailingLine(OrganisationRow):
    """One agreement of a mailing: to whom, in which language, what is open in it, and what became of it.

    Lines of one `bundle` leave as one message. `due_at` is by which lists sort, `order_at` the earliest of its bundle;
    `ends_at` is the limit, None where it has no number. `version` is that of the draft that was looked at.
    """

    mailing = models.ForeignKey(Mailing, on_delete=models.PROTECT, related_name="lines")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing.choices)
    obstacle = models.CharField(max_length=12, choices=Obstacle.choices, blank=True, default="")
    bundle = models.UUIDField(default=new_id)
    order_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    channels = models.CharField(max_length=120, blank=True, default="")
    language = models.CharField(max_length=2)
    recipient = models.CharField(max_length=254, blank=True, default="")
    recipient_name = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    open_questions = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField()
    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mailing", "agreement"), name="mailings_line_once"),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="mailings_line_standing"),
        )
        indexes = (
            models.Index(fields=("mailing", "standing", "order_at", "bundle", "id"), name="mailings_line_order"),
            models.Index(fields=("mailing", "bundle"), name="mailings_line_bundle"),
        )

    def __str__(self) -> str:
        return f"{self.mailing_id} {self.agreement_id}"


class MailingPolicy(OrganisationRow):
    """What an organisation asks of a mailing: from how many messages on a second person approves, None for never.

    `recall_minutes` is how long a released mailing can still be recalled; 0 lets it leave at once.
    """

    approval_from = models.PositiveIntegerField(null=True)
    recall_minutes = models.PositiveIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation",), name="mailings_policy_once"),)

    def __str__(self) -> str:
        return f"policy of {self.organisation_id}"

    @property
    def recall_window(self) -> timedelta:
        """How long a released mailing can be recalled."""
        return timedelta(minutes=self.recall_minutes)
