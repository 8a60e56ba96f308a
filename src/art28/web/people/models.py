"""Staff under a number, their identity apart so that it can be erased; what binds them, their roles, access and means."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.services.models import Service
from art28.web.taking_over import TableRead


class Kind(models.TextChoices):
    """How somebody works for the organisation."""

    EMPLOYEE = "employee", _("Employee")
    HIRED = "hired", _("Hired")
    THIRD_PARTY = "third_party", _("Third party engaged")


class Operation(models.TextChoices):
    """What can be done with personal data: the operations of Art. 4(2) GDPR."""

    COLLECT = "collect", _("collect")
    RECORD = "record", _("record")
    ORGANISE = "organise", _("organise and structure")
    STORE = "store", _("store")
    CHANGE = "change", _("adapt or alter")
    RETRIEVE = "retrieve", _("retrieve")
    CONSULT = "consult", _("consult")
    USE = "use", _("use")
    TRANSMIT = "transmit", _("disclose by transmission")
    COMBINE = "combine", _("align or combine")
    RESTRICT = "restrict", _("restrict")
    ERASE = "erase", _("erase or destroy")


class RoleProfile(OrganisationRow):
    """A role and what it may do. `screened` says that whoever has it shows a certificate of conduct."""

    name = models.CharField(max_length=120)
    description = models.TextField(blank=True, default="")
    screened = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "name"), name="people_role_once"),)

    def __str__(self) -> str:
        return self.name


class Permitted(OrganisationRow):
    """What a role may do in one activity, with which data and in which environment; a `service` where it is one of those."""

    role = models.ForeignKey(RoleProfile, on_delete=models.CASCADE, related_name="permitted")
    activity = models.CharField(max_length=200)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, related_name="+")
    operations = models.JSONField(default=list)
    data = models.JSONField(default=list)
    environment = models.CharField(max_length=300, blank=True, default="")
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("role", "activity"), name="people_permitted_once"),)

    def __str__(self) -> str:
        return self.activity


class StaffMember(OrganisationRow):
    """Somebody who works for the organisation, under a number: nothing here says who that is (`Identity` does).

    `leaves_on` is the last day; on it everything is withdrawn, which `left_at` keeps. `settled_on` is the last day on which
    the clocks were held against what they should be.
    """

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.EMPLOYEE)
    function = models.CharField(max_length=120, blank=True, default="")
    role = models.ForeignKey(RoleProfile, on_delete=models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    joined_on = models.DateField()
    leaves_on = models.DateField(null=True)
    left_at = models.DateTimeField(null=True)
    reviewed_on = models.DateField(null=True)
    review_period = models.CharField(max_length=8, default="P6M")
    settled_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "number"), name="people_number_once"),
            models.UniqueConstraint(fields=("organisation", "user"), name="people_user_once"),
        )
        indexes = (
            models.Index(fields=("organisation", "left_at", "number"), name="people_working"),
            models.Index(fields=("settled_on", "id"), condition=models.Q(left_at=None), name="people_to_settle"),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What clocks and the trail call the person: P and the number."""
        return f"P{self.number:04d}"


class Identity(OrganisationRow):
    """Who a member of staff is: the only place where that stands, erased once the person has left.

    `kept_act` is the act under which its content was kept in the trail; once that is erased, this is.
    """

    member = models.OneToOneField(StaffMember, on_delete=models.PROTECT, related_name="identity")
    name = models.CharField(max_length=200, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    employer = models.CharField(max_length=200, blank=True, default="")
    kept_act = models.UUIDField(null=True)
    erased_at = models.DateTimeField(null=True)
    erased_ground = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("organisation", "name", "id"), name="people_by_name"),)

    def __str__(self) -> str:
        return f"identity of {self.member_id}"


class Matter(models.TextChoices):
    """What somebody binds themselves to."""

    SECRECY = "secrecy", _("Confidentiality")
    DUTIES = "duties", _("Duties of the processor: processing within the services and on instruction only")
    LOGIN = "login", _("Keeping log-in data for remote work secret")
    RULES = "rules", _("Rules of conduct: laptops, carriers, old documents")
    SECURITY = "security", _("Security agreement")


class Form(models.TextChoices):
    """In which document that stands."""

    CONTRACT = "contract", _("Clause in the (employment) contract")
    STATEMENT = "statement", _("Separate statement")


class Commitment(OrganisationRow):
    """Something that a person signed, on file: where it is kept, and the document itself where it was put in.

    What proved to be wrong is struck with a reason, never changed.
    """

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="commitments")
    matter = models.CharField(max_length=10, choices=Matter.choices)
    form = models.CharField(max_length=10, choices=Form.choices)
    signed_on = models.DateField()
    kept_at = models.CharField(max_length=300, blank=True, default="")
    file_name = models.CharField(max_length=255, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    data = models.BinaryField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("member", "matter"), name="people_commitment_of"),)

    def __str__(self) -> str:
        return f"{self.matter} {self.member_id}"


class Screening(OrganisationRow):
    """That a certificate of conduct was seen: the day it was issued, by whom and when it was seen. No copy, no number."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="screenings")
    issued_on = models.DateField()
    seen_on = models.DateField()
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("member", "-issued_on"), name="people_screening_of"),)

    def __str__(self) -> str:
        return f"{self.member_id} {self.issued_on}"


class TrainingKind(models.TextChoices):
    """What a training is about."""

    INSTRUCTION = "instruction", _("Security instruction: procedures for customers' data, and one's role in them")
    TRAINING = "training", _("Training")
    AWARENESS = "awareness", _("Awareness")
    CERTIFICATE = "certificate", _("Professional certificate")


class Training(OrganisationRow):
    """Something that was taught, on a day, to its participants; `next_on` is when it must be refreshed at the latest."""

    kind = models.CharField(max_length=12, choices=TrainingKind.choices)
    title = models.CharField(max_length=200)
    on = models.DateField()
    sensitive = models.BooleanField(default=False)
    next_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "-on", "-id"), name="people_training_newest"),)

    def __str__(self) -> str:
        return self.title


class Participation(OrganisationRow):
    """That somebody took part."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="participations")
    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="participations")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("training", "member"), name="people_participation_once"),)

    def __str__(self) -> str:
        return f"{self.member_id} {self.training_id}"


class Grant(OrganisationRow):
    """Access to the data of one customer: for which service and need, in which system, by which account, to do what."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="grants")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, null=True, related_name="+")
    system = models.CharField(max_length=200)
    account = models.CharField(max_length=120, blank=True, default="")
    operations = models.JSONField(default=list)
    need = models.CharField(max_length=300)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_reason = models.CharField(max_length=300, blank=True, default="")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "withdrawn_at", "agreement"), name="people_grant_standing"),
            models.Index(fields=("member", "withdrawn_at"), name="people_grant_of"),
        )

    def __str__(self) -> str:
        return f"{self.member_id} {self.agreement_id} {self.system}"


class MeansKind(models.TextChoices):
    """What is handed out."""

    LAPTOP = "laptop", _("Laptop")
    TELEPHONE = "telephone", _("Telephone")
    KEY = "key", _("Key or pass")
    TOKEN = "token", _("Token for signing in")
    CARRIER = "carrier", _("Data carrier")
    OTHER = "other", _("Something else")


class Means(OrganisationRow):
    """A means that somebody has in hand, until it is returned."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="means")
    kind = models.CharField(max_length=10, choices=MeansKind.choices)
    name = models.CharField(max_length=120)
    handed_on = models.DateField()
    returned_on = models.DateField(null=True)
    returned_to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("member", "returned_on"), name="people_means_of"),)

    def __str__(self) -> str:
        return self.name


class Move(models.TextChoices):
    """How somebody's place changed."""

    JOINED = "joined", _("Joined")
    MOVED = "moved", _("Moved to another role")
    LEAVES = "leaves", _("Leaves")
    STAYS = "stays", _("Stays after all")
    LEFT = "left", _("Has left")
    CLEARED = "cleared", _("Everything withdrawn and returned")


class Movement(OrganisationRow):
    """Somebody joined, moved or left, and what of their access and means went with it."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="movements")
    move = models.CharField(max_length=8, choices=Move.choices)
    on = models.DateField()
    role_before = models.CharField(max_length=120, blank=True, default="")
    role_after = models.CharField(max_length=120, blank=True, default="")
    withdrawn = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=("organisation", "-on", "-id"), name="people_movement_newest"),)

    def __str__(self) -> str:
        return f"{self.move} {self.member_id}"


class Level(models.TextChoices):
    """Whether a responsibility steers or carries out."""

    STEERING = "steering", _("Steering")
    EXECUTING = "executing", _("Executing")


class Responsibility(OrganisationRow):
    """A responsibility for security or privacy that somebody has; what they keep for it, and when that is reviewed next."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="responsibilities")
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=10, choices=Level.choices)
    keeps = models.CharField(max_length=300, blank=True, default="")
    since_on = models.DateField()
    review_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Concern(models.TextChoices):
    """What a clock about somebody is for."""

    SECRECY = "secrecy", _("confidentiality statement")
    SCREENING = "screening", _("certificate of conduct")
    INSTRUCTION = "instruction", _("security instruction")
    REFRESHER = "refresher", _("refresher")
    REVIEW = "review", _("access reviewed")
    LEAVING = "leaving", _("everything withdrawn and returned")
    DUTY = "duty", _("responsibility reviewed")


class Task(OrganisationRow):
    """What must be done about somebody, the subject of a clock; open until it is done or no longer needed."""

    member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="tasks")
    concern = models.CharField(max_length=12, choices=Concern.choices)
    since_on = models.DateField()
    period = models.CharField(max_length=12)
    cause = models.CharField(max_length=300, blank=True, default="")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("member", "concern"), condition=models.Q(closed_at=None), name="people_task_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.concern} {self.member_id}"


class Import(TableRead):
    """A table of staff, read and waiting for somebody to have looked at it; its rows go once taken over or a week old."""
