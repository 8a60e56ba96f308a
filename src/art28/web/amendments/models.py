"""Renewals (a new version for many agreements, or for one), and what becomes of each agreement in one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.drafts.models import Draft


class Way(models.TextChoices):
    """By what a new version comes to hold."""

    CONSENT = "consent", _("Both parties sign it")
    NOTICE = "notice", _("The processor revises with notice; the customer may leave")


class Scope(models.TextChoices):
    """What becomes new."""

    WHOLE = "whole", _("The whole agreement, from a new template")
    ANNEXES = "annexes", _("The annexes alone; the articles stay word for word")
    ADDENDUM = "addendum", _("An addendum: what changes, in a document of its own; the rest stays as it was signed")


class State(models.TextChoices):
    """How far a renewal is."""

    PREPARING = "preparing", _("Being prepared")
    READY = "ready", _("Prepared, to be looked at")
    SENDING = "sending", _("Sent")
    OVER = "over", _("Over")


class Renewal(OrganisationRow):
    """A new version for the agreements that were chosen, from one template; `facts` is what was chosen over that.

    `effective_on` is the day that was asked for (None: with the last signature); an agreement whose own notice isn't over by
    then has a later one. With the `scope` of annexes each keeps its own template, and `template` says nothing. `days` is how
    long there is to sign; `days_of_notice` counts where an agreement names no notice.
    `agreement_count` is how many were chosen.
    """

    name = models.CharField(max_length=200)
    way = models.CharField(max_length=8, choices=Way.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.WHOLE)
    template = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)
    what = models.TextField()
    effective_on = models.DateField(null=True)
    days = models.PositiveSmallIntegerField(default=30)
    days_of_notice = models.PositiveSmallIntegerField(default=60)
    signer_name = models.CharField(max_length=200, blank=True, default="")
    signer_role = models.CharField(max_length=200, blank=True, default="")
    signer_email = models.EmailField(max_length=254, blank=True, default="")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    agreement_count = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="amendments_renewal_state"),
            models.CheckConstraint(
                condition=~models.Q(way="notice", effective_on=None), name="amendments_notice_has_a_day"
            ),
        )
        indexes = (models.Index(fields=("organisation", "-made_at", "-id"), name="amendments_renewal_newest"),)

    def __str__(self) -> str:
        return self.name


class Standing(models.TextChoices):
    """How an agreement in a renewal stands."""

    WAITING = "waiting", _("To be prepared")
    READY = "ready", _("Prepared")
    HELD = "held", _("Needs attention")
    SENT = "sent", _("Sent")
    SIGNED = "signed", _("Signed by both")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Not signed in time")
    LEAVES = "leaves", _("The customer leaves")
    IN_FORCE = "in_force", _("In force")
    WITHDRAWN = "withdrawn", _("Left out")


class Obstacle(models.TextChoices):
    """Why an agreement waits for a person."""

    NO_PARTY = "no_party", _("The other side isn't known")
    NO_ENTITY = "no_entity", _("It isn't known which legal entity of ours is the party")
    UNSAYABLE = "unsayable", _("No draft can be made of what it says")
    BLANKS = "blanks", _("Something is still to be filled in in the draft")
    NO_ADDRESS = "no_address", _("Nobody at the other side has an e-mail address")
    NOTHING = "nothing", _("Nothing changes yet: say in its draft what is to change")
    NOT_OURS = "not_ours", _("It wasn't drafted here, so its annexes can't be drawn up anew alone")
    ARTICLES = "articles", _("Its articles would change with the annexes: it wants a whole new version")
    NO_NOTICE = "no_notice", _("This agreement can't be revised by notice: it wants consent")
    RUNNING = "running", _("Another new version of it is on its way")
    MOVED = "moved", _("Its draft or the agreement itself has moved on meanwhile")
    REFUSED = "refused", _("The mail server refused the notice")


class Amendment(OrganisationRow):
    """One agreement in a renewal, and the draft of its new version.

    `kept` are the negotiated facts that go along, `left` those that the new template can't say. `changed` is what it will say
    otherwise, `duties` which promises change: lists of what stood before and after. `opened_at` is when somebody at the other
    side opened it. Under notice, `leave_until` is the last day on which they may leave. `successor` is the agreement on file
    that came of it, which governs from `in_force_at` on.
    """

    renewal = models.ForeignKey(Renewal, on_delete=models.PROTECT, related_name="amendments")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, null=True, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.WAITING)
    obstacle = models.CharField(max_length=12, choices=Obstacle.choices, blank=True, default="")
    detail = models.CharField(max_length=300, blank=True, default="")
    kept = models.JSONField(default=list)
    left = models.JSONField(default=list)
    changed = models.JSONField(default=list)
    duties = models.JSONField(default=list)
    recipient = models.EmailField(max_length=254, blank=True, default="")
    recipient_name = models.CharField(max_length=200, blank=True, default="")
    sent_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    effective_on = models.DateField(null=True)
    leave_until = models.DateField(null=True)
    clause = models.CharField(max_length=120, blank=True, default="")
    successor = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    in_force_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("renewal", "agreement"), name="amendments_agreement_once"),
            models.UniqueConstraint(
                fields=("agreement",), condition=models.Q(standing__in=("sent", "signed")), name="amendments_one_runs"
            ),
            models.CheckConstraint(condition=models.Q(standing__in=Standing.values), name="amendments_standing"),
        )
        indexes = (
            models.Index(fields=("renewal", "standing", "id"), name="amendments_by_standing"),
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="amendments_due"),
            models.Index(
                fields=("effective_on",),
                condition=models.Q(standing__in=("sent", "signed")),
                name="amendments_effective",
            ),
        )

    def __str__(self) -> str:
        return f"{self.renewal_id} {self.agreement_id}"


class Addendum(OrganisationRow):
    """What an addendum is drawn up against: the agreement as it read when the addendum was begun. It never changes.

    `template` is the one whose clauses say it; `facts`, `measures`, `wording` and `special` are what the agreement says.
    `amended` is how its parties call it and where its clauses stand (`drafting.addendum.Amended`).
    """

    amendment = models.OneToOneField(Amendment, on_delete=models.PROTECT, related_name="addendum")
    template = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    facts = models.JSONField()
    measures = models.JSONField(default=list)
    wording = models.JSONField(default=dict)
    special = models.JSONField(default=list)
    amended = models.JSONField()
    effective_on = models.DateField(null=True)
    noticed = models.BooleanField(default=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"addendum of {self.amendment_id}"
