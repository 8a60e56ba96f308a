"""How each agreement stands, on one row; what turned, and by what; risks that were accepted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement


class Work(models.TextChoices):
    """What an agreement waits for: to be weighed by another yardstick, or to be checked by the rules again."""

    NOTHING = "", _("Nothing")
    WEIGH = "weigh", _("Weighing")
    CHECK = "check", _("Checking")


class Cause(models.TextChoices):
    """Why a verdict turned, or may."""

    READING = "reading", _("Read again")
    FACTS = "facts", _("A fact was decided")
    RULES = "rules", _("Newer rules")
    PROFILE = "profile", _("Another profile")
    PLAYBOOK = "playbook", _("Another playbook")


class Standing(OrganisationRow):
    """How one agreement stands, for lists over all of them: a letter for each requirement and each rule of the playbook.

    `letters` are in the order of `letters.keys()`, of which `layout` is the digest; `positions` in the order of the rules of
    the playbook's version `playbook`. `serious`, `attention` and `remarks` count findings by the profile that counts, those
    that were accepted left out. The row itself says that it needs work: `work` at `due_at` because of `cause`; a worker that
    took it holds `lease` until `leased_until`. `inputs` is a digest of what the last check was made of, `foundation` of all
    that made it: a check of the same by the same comes out the same.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="standing")
    letters = models.CharField(max_length=400, blank=True, default="")
    layout = models.CharField(max_length=12, blank=True, default="")
    positions = models.CharField(max_length=200, blank=True, default="")
    playbook = models.PositiveIntegerField(null=True)
    profile = models.CharField(max_length=40, blank=True, default="")
    edition = models.CharField(max_length=40, blank=True, default="")
    inputs = models.CharField(max_length=40, blank=True, default="")
    foundation = models.CharField(max_length=40, blank=True, default="")
    serious = models.PositiveIntegerField(default=0)
    attention = models.PositiveIntegerField(default=0)
    remarks = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    work = models.CharField(max_length=6, choices=Work.choices, blank=True, default=Work.NOTHING)
    cause = models.CharField(max_length=10, choices=Cause.choices, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(
                fields=("organisation", "-serious", "-attention", "-remarks", "agreement"), name="portfolio_worst"
            ),
            models.Index(fields=("due_at",), condition=models.Q(due_at__isnull=False), name="portfolio_due"),
            models.Index(fields=("edition",), condition=models.Q(due_at=None), name="portfolio_edition"),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id}: {self.serious}"


class Turn(OrganisationRow):
    """A verdict, or a position of the playbook, that turned: what it was and became, when, by what; append-only.

    `requirement` is a requirement's id, "pack.entry", or "playbook.rule". `edition` names the rules, `yardstick` the profile
    and the playbook's version that counted.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    requirement = models.CharField(max_length=120)
    before = models.CharField(max_length=20, blank=True, default="")
    after = models.CharField(max_length=20, blank=True, default="")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    edition = models.CharField(max_length=40)
    yardstick = models.CharField(max_length=60, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "-at", "id"), name="portfolio_turned"),
            models.Index(fields=("agreement", "-at"), name="portfolio_turned_of"),
        )

    def __str__(self) -> str:
        return f"{self.requirement}: {self.before} → {self.after}"


class AcceptedRisk(OrganisationRow):
    """A finding that the organisation lives with: why, who answers for it, and when it is looked at again.

    `finding` is the finding's key, which stays the same for the same flaw in the same agreement. Its clock, which runs out on
    `review_on`, ends when it is withdrawn or accepted anew.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(max_length=120)
    reason = models.TextField()
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agreement", "finding"),
                condition=models.Q(withdrawn_at=None),
                name="portfolio_accepted_once",
            ),
        )
        indexes = (models.Index(fields=("organisation", "review_on"), name="portfolio_accepted_until"),)

    def __str__(self) -> str:
        return self.finding
