"""The end of an agreement with its choice, costs and certificate; what is kept how long, and the runs that deleted it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.database.identifiers import new_id
from art28.web.events.models import Event


class NoticeBy(models.TextChoices):
    """Who ended the agreement."""

    CONTROLLER = "controller", _("The controller")
    PROCESSOR = "processor", _("The processor")
    BOTH = "both", _("Both, by agreement")
    TERM = "term", _("Nobody: the term ran out")


class Scope(models.TextChoices):
    """What ended: the main agreement and this one with it, or this one alone."""

    MAIN = "main", _("The main agreement, and this one with it")
    ALONE = "alone", _("This agreement alone")


class Choice(models.TextChoices):
    """What is to become of the data (`art28.obligations.ending.Way`)."""

    RETURN = "return", _("Return, then deletion of every copy")
    DELETE = "delete", _("Deletion")


class ChosenHow(models.TextChoices):
    """How the choice came about."""

    LINK = "link", _("by the controller, through the link")
    BY_HAND = "by_hand", _("by the controller, recorded by hand")
    AGREED = "agreed", _("by the agreement itself")
    DEFAULT = "default", _("as the agreement has it where no choice is made in time")


class Ending(OrganisationRow):
    """The end of one agreement.

    `agreed` is what the agreement said of its end when notice was given, point by point with the clause. `ended_at` is the
    last minute of the last day; `event` started the clocks. `default_choice` is what the agreement has where no choice is
    made by `choice_until`; empty where it has nothing. The agreement goes on until `completed_at`, where every copy is
    returned or deleted, or has been certified to stay. A mistaken one keeps its row with `cancelled_at`.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    notice_by = models.CharField(max_length=12, choices=NoticeBy.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices)
    clause = models.CharField(max_length=80, blank=True, default="")
    noticed_on = models.DateField()
    ends_on = models.DateField()
    ended_at = models.DateTimeField()
    agreed = models.JSONField()
    target_on = models.DateField(null=True)
    choice_until = models.DateTimeField(null=True)
    default_choice = models.CharField(max_length=8, choices=Choice.choices, blank=True, default="")
    choice = models.CharField(max_length=8, choices=Choice.choices, blank=True, default="")
    chosen_at = models.DateTimeField(null=True)
    chosen_how = models.CharField(max_length=8, choices=ChosenHow.choices, blank=True, default="")
    chosen_by = models.CharField(max_length=200, blank=True, default="")
    asked_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    remind_at = models.DateTimeField(null=True)
    asked_of = models.EmailField(max_length=254, blank=True, default="")
    asked_name = models.CharField(max_length=200, blank=True, default="")
    token = models.CharField(max_length=64, unique=True)
    withheld_at = models.DateTimeField(null=True)
    withheld_reason = models.CharField(max_length=500, blank=True, default="")
    withheld_cents = models.PositiveBigIntegerField(null=True)
    disputed_at = models.DateTimeField(null=True)
    disputed_reason = models.CharField(max_length=500, blank=True, default="")
    released_at = models.DateTimeField(null=True)
    released_reason = models.CharField(max_length=500, blank=True, default="")
    returned_at = models.DateTimeField(null=True)
    return_format = models.CharField(max_length=80, blank=True, default="")
    return_how = models.CharField(max_length=200, blank=True, default="")
    checksums = models.TextField(blank=True, default="")
    checksums_sha256 = models.CharField(max_length=64, blank=True, default="")
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=200, blank=True, default="")
    completed_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=500, blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement",), condition=models.Q(cancelled_at=None), name="endings_agreement_ends_once"
            ),
        )
        indexes = (
            models.Index(fields=("organisation", "ends_on", "id"), name="endings_by_end"),
            models.Index(
                fields=("choice_until",),
                condition=models.Q(chosen_at=None, cancelled_at=None) & ~models.Q(default_choice=""),
                name="endings_awaiting_choice",
            ),
            models.Index(
                fields=("remind_at",),
                condition=models.Q(chosen_at=None, cancelled_at=None, reminded_at=None, remind_at__isnull=False),
                name="endings_to_remind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id} ends {self.ends_on}"

    @property
    def is_withheld(self) -> bool:
        """Whether the data are held back until what is due has been paid."""
        return self.withheld_at is not None and self.released_at is None


class CostKind(models.TextChoices):
    """What a cost of the ending is for."""

    COLLECT = "collect", _("Collecting")
    HAND_OVER = "hand_over", _("Handing over")
    DESTROY = "destroy", _("Deletion")
    STORAGE = "storage", _("Storage while no choice is made")


class Cost(OrganisationRow):
    """A line of the estimate, or of what it came to (`actual`); append-only, a mistaken one is set right by another."""

    ending = models.ForeignKey(Ending, on_delete=models.PROTECT, related_name="costs")
    kind = models.CharField(max_length=10, choices=CostKind.choices)
    what = models.CharField(max_length=200)
    cents = models.BigIntegerField()
    actual = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.kind} {self.cents}"


class Kind(models.TextChoices):
    """What an item is: data as the agreement lists them, or a place where data of an agreement lie when it ends."""

    DATA = "data", _("Data")
    SYSTEM = "system", _("System")
    BACKUP = "backup", _("Back-up")
    SUB_PROCESSOR = "sub_processor", _("Sub-processor")


class Basis(models.TextChoices):
    """From when its term counts (`art28.obligations.retaining.Basis`)."""

    END = "end", _("from the end of the agreement")
    ROLLING = "rolling", _("from when each piece came to be")


class KeptOn(models.TextChoices):
    """On which ground something stays longer than agreed."""

    STATUTORY = "statutory", _("Statutory retention")
    PROOF = "proof", _("Proof of what was done")


class Item(OrganisationRow):
    """Something that is kept for a time and then deleted.

    `period` is the agreed term in ISO 8601, by `basis`; the clock counts `counted` from `counts_from`, in days where a day
    was set, and `due_at` ends the last day. A rolling item is never done
    with: each run moves `counts_from`, so that the next falls due. `kept_until` overrides by a ground of the law, with the
    parameter it was counted by. `clock_at` is from when its clock is to run, `clocked_at` when it began. `ending` is set
    for what lies somewhere when the agreement ends; of a sub-processor `token` lets its contact attest. One that is deleted
    `on_order` waits, once due, for the controller's order, which it is asked for then.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    ending = models.ForeignKey(Ending, on_delete=models.PROTECT, null=True, related_name="items")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    name = models.CharField(max_length=200)
    service = models.CharField(max_length=200, blank=True, default="")
    contact_name = models.CharField(max_length=200, blank=True, default="")
    contact_email = models.EmailField(max_length=254, blank=True, default="")
    basis = models.CharField(max_length=8, choices=Basis.choices)
    period = models.CharField(max_length=20)
    provision = models.CharField(max_length=80, blank=True, default="")
    said = models.CharField(max_length=300, blank=True, default="")
    counts_from = models.DateTimeField(null=True)
    counted = models.CharField(max_length=20, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    last_day = models.DateField(null=True)
    kept_on = models.CharField(max_length=10, choices=KeptOn.choices, blank=True, default="")
    kept_until = models.DateField(null=True)
    kept_law = models.CharField(max_length=60, blank=True, default="")
    kept_provision = models.CharField(max_length=120, blank=True, default="")
    kept_what = models.CharField(max_length=200, blank=True, default="")
    kept_reason = models.CharField(max_length=500, blank=True, default="")
    kept_told_at = models.DateTimeField(null=True)
    clock_at = models.DateTimeField(null=True)
    clocked_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    method = models.CharField(max_length=200, blank=True, default="")
    proof_sha256 = models.CharField(max_length=64, blank=True, default="")
    attested_by = models.CharField(max_length=200, blank=True, default="")
    asked_at = models.DateTimeField(null=True)
    on_order = models.BooleanField(default=False)
    order_asked_at = models.DateTimeField(null=True)
    ordered_at = models.DateTimeField(null=True)
    ordered_by = models.CharField(max_length=200, blank=True, default="")
    token = models.CharField(max_length=64, null=True, unique=True)
    set_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "due_at", "id"), name="endings_item_due"),
            models.Index(fields=("organisation", "agreement", "kind"), name="endings_item_of"),
            models.Index(
                fields=("clock_at", "id"),
                condition=models.Q(clocked_at=None, deleted_at=None, clock_at__isnull=False),
                name="endings_item_to_clock",
            ),
            models.Index(
                fields=("due_at", "id"),
                condition=models.Q(on_order=True, order_asked_at=None, ordered_at=None, deleted_at=None),
                name="endings_item_to_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class Run(OrganisationRow):
    """That items were deleted: how, when, and the hash of what shows it; append-only, with a line for each item."""

    at = models.DateTimeField()
    method = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True, default="")
    proof_sha256 = models.CharField(max_length=64, blank=True, default="")
    count = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.method} {self.count}"


class RunLine(models.Model):
    """One item of a run, with the day on which it was due."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="lines")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="lines")
    due_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("run", "item"), name="endings_line_once"),)

    def __str__(self) -> str:
        return f"{self.run_id} {self.item_id}"


class Hold(OrganisationRow):
    """Nothing of this agreement may be deleted, for this reason, until it is lifted."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    lift_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = (
            models.Index(
                fields=("organisation", "agreement"), condition=models.Q(lifted_at=None), name="endings_hold_standing"
            ),
        )

    def __str__(self) -> str:
        return self.reason[:80]


class Certificate(OrganisationRow):
    """The declaration that the data are gone, in one language, as it was made; append-only."""

    ending = models.ForeignKey(Ending, on_delete=models.PROTECT, related_name="certificates")
    language = models.CharField(max_length=2)
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    signed_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("ending", "language"), name="endings_certificate_once"),)

    def __str__(self) -> str:
        return f"{self.ending_id} {self.language}"
