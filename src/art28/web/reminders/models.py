"""When whom is reminded, by which channel, how far each message got, and the alarms of a queue that nobody mans."""

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership, OrganisationRow, Team, User
from art28.web.accounts.rights import Role
from art28.web.clocks.models import Obligation


class ReminderPolicy(OrganisationRow):
    """An organisation's own policy: in general (`action` empty) or for one kind of duty. Without a row the default counts.

    `steps` are records of `art28.obligations.reminding.Step` (policies.py); `target_minutes` is the organisation's own
    target for a limit without a number. Quiet hours without an end (`quiet_from` None) are none.
    """

    action = models.CharField(max_length=40, blank=True, default="")
    steps = models.JSONField()
    target_minutes = models.PositiveIntegerField()
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    quiet_on_days_off = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "action"), name="reminders_policy_once"),)

    def __str__(self) -> str:
        return self.action or "general"


class StandIn(OrganisationRow):
    """Who stands in for a member, and who is told when it comes to that: None leaves it to the roles (people.py)."""

    membership = models.OneToOneField(Membership, on_delete=models.PROTECT, related_name="stand_in")
    deputy = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    manager = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"stand-in of {self.membership_id}"


class GroupStandIn(OrganisationRow):
    """Who stands in for a whole team, or for everybody in a role, where a member named nobody of their own.

    One of `team` and `role` is given. A team's goes before a role's.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices, blank=True, default="")
    deputy = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    manager = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "team"), condition=models.Q(role=""), name="reminders_team_stand_in_once"
            ),
            models.UniqueConstraint(
                fields=("organisation", "role"), condition=models.Q(team=None), name="reminders_role_stand_in_once"
            ),
            models.CheckConstraint(
                condition=models.Q(team=None) ^ models.Q(role=""), name="reminders_group_is_team_or_role"
            ),
        )

    def __str__(self) -> str:
        return f"stand-in of {self.team_id or self.role}"


class ChannelKind(models.TextChoices):
    """The ways in which a reminder reaches somebody, besides the list in the application."""

    EMAIL = "email", _("E-mail")
    CHAT = "chat", _("Chat")


class Channel(OrganisationRow):
    """A person's own channel. The first is used, the next ones when it fails, and at last the address they sign in with.

    `address` is sealed: an e-mail address, or an Apprise address with its secret. `hint` is what the person recognises it by.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    address = models.TextField()
    hint = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()
    tested_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=80, blank=True, default="")
    failed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=("organisation", "user", "position"), name="reminders_channel_order"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.hint}"


class Preference(OrganisationRow):
    """How a person wants to be reminded. `next_digest_at` is None for who wants each reminder at once."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    digest_time = models.TimeField(default=time(8))
    next_digest_at = models.DateTimeField(null=True)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    quiet_on_days_off = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "user"), name="reminders_preference_once"),)
        indexes = (
            models.Index(
                fields=("next_digest_at",),
                condition=models.Q(next_digest_at__isnull=False),
                name="reminders_digest_due",
            ),
        )

    def __str__(self) -> str:
        return f"preference of {self.user_id}"


class Plan(OrganisationRow):
    """Up to where an obligation's reminders were written: until `done_until`; `next_at` is the next (None: no more).

    `at_rest` marks a plan left alone because its obligation had ended, so that the sweep finds it if that one runs again.
    """

    obligation = models.OneToOneField(Obligation, on_delete=models.PROTECT, related_name="reminder_plan")
    done_until = models.DateTimeField()
    next_at = models.DateTimeField(null=True)
    at_rest = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("next_at",), condition=models.Q(next_at__isnull=False), name="reminders_plan_next"),
            models.Index(fields=("organisation",), condition=models.Q(at_rest=True), name="reminders_plan_at_rest"),
        )

    def __str__(self) -> str:
        return f"plan of {self.obligation_id}"


class MessageKind(models.TextChoices):
    """What a message is for."""

    REMINDER = "reminder", _("Reminder")
    DIGEST = "digest", _("Daily overview")
    ALARM = "alarm", _("Alarm")


class MessageState(models.TextChoices):
    """How far a message got. `replaced`: a newer one says what it said; `lapsed`: what it was about had ended."""

    QUEUED = "queued", _("Waiting to be sent")
    LEASED = "leased", _("Being sent")
    ACCEPTED = "accepted", _("Accepted")
    FAILED = "failed", _("Not delivered")
    REPLACED = "replaced", _("Replaced by a later one")
    LAPSED = "lapsed", _("No longer needed")


class Message(OrganisationRow):
    """One message to one person, kept as sent. `channel` None is the address that the person signs in with.

    `gave_up` counts the channels that were tried in vain; `transmitting`, `repeats` and the lease are as in the outbox.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=MessageKind.choices)
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    body_text = models.TextField()
    body_html = models.TextField()
    brief = models.TextField()
    channel = models.ForeignKey(Channel, on_delete=models.SET_NULL, null=True, related_name="+")
    gave_up = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=MessageState.choices, default=MessageState.QUEUED)
    made_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    repeats = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    transmitting = models.BooleanField(default=False)
    last_error = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=MessageState.values), name="reminders_message_state"),
        )
        indexes = (
            # Told by null and not by state: a condition on a value that is bound helps SQLite nothing.
            models.Index(
                fields=("next_attempt_at",),
                condition=models.Q(next_attempt_at__isnull=False),
                name="reminders_message_due",
            ),
            models.Index(
                fields=("leased_until",),
                condition=models.Q(leased_until__isnull=False),
                name="reminders_message_lease",
            ),
            models.Index(fields=("organisation", "user", "made_at"), name="reminders_message_of"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Reminder(OrganisationRow):
    """A step of an obligation's policy, for one person; once, whatever happens. It stands in the person's list at once.

    `message` carries it outside (None: not yet); it waits until `send_at`. `settled` says that nothing is left to send.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="reminders")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=20)
    audience = models.CharField(max_length=12)
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    send_at = models.DateTimeField()
    urgent = models.BooleanField()
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="reminders")
    settled = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("obligation", "step", "user"), name="reminders_reminder_once"),)
        indexes = (
            models.Index(
                fields=("send_at",),
                condition=models.Q(message=None, settled=False),
                name="reminders_reminder_unsent",
            ),
            models.Index(
                fields=("organisation", "user"), condition=models.Q(seen_at=None), name="reminders_reminder_unseen"
            ),
            models.Index(fields=("organisation", "user", "-made_at"), name="reminders_reminder_of"),
        )

    def __str__(self) -> str:
        return f"{self.step} {self.obligation_id}"


class AlarmKind(models.TextChoices):
    """What stands still without anybody's knowing."""

    UNMANNED = "unmanned", _("No worker is running")
    OUTBOX_STUCK = "outbox_stuck", _("Messages don't leave")
    UNSEALED = "unsealed", _("Records wait for the sealer")
    OWNERLESS = "ownerless", _("A limit is near and nobody sees to it")
    UNDELIVERED = "undelivered", _("Reminders don't reach somebody")
    OFFLINE_PACK_OLD = "offline_pack_old", _("The offline pack is old")


class Alarm(OrganisationRow):
    """Something stands still; open until `cleared_at`. At most one of a kind is open in an organisation."""

    kind = models.CharField(max_length=20, choices=AlarmKind.choices)
    raised_at = models.DateTimeField()
    since = models.DateTimeField(null=True)
    count = models.PositiveIntegerField(default=0)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "kind"), condition=models.Q(cleared_at=None), name="reminders_alarm_open_once"
            ),
        )

    def __str__(self) -> str:
        return self.kind


class Watch(models.Model):
    """When anybody last looked whether work is done, and when all obligations were last gone through; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    looked_at = models.DateTimeField(null=True)
    swept_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"looked at {self.looked_at}"
