"""What agreements are recognised by, the families they fall into, and what people decide once for a family."""

from django.db import models

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement, AgreementText, FactVersion


class Print(OrganisationRow):
    """What the newest reading of an agreement is recognised by. `due` says that it waits to be placed.

    `clauses` lists mark, exact mark, part and number of words of each; `passages` what each fact rests on, by key: the mark
    of the passage and that of the blank.
    """

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="print")
    text = models.ForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    label = models.CharField(max_length=60, blank=True, default="")
    sketch = models.TextField()
    clauses = models.JSONField()
    passages = models.JSONField()
    read_at = models.DateTimeField()
    due = models.BooleanField(default=True)

    class Meta:
        indexes = (models.Index(fields=("read_at",), condition=models.Q(due=True), name="families_print_due"),)

    def __str__(self) -> str:
        return f"print of {self.agreement_id}"


class Family(OrganisationRow):
    """Agreements on one template. One that turned out to be the same as an older one is `joined` into that."""

    title = models.CharField(max_length=300, blank=True, default="")
    language = models.CharField(max_length=2)
    began_at = models.DateTimeField()
    joined = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.title or str(self.pk)


class Version(OrganisationRow):
    """A version of a family: its own label, and the text that began it, which later agreements are held against."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="versions")
    label = models.CharField(max_length=60, blank=True, default="")
    method = models.CharField(max_length=8)
    sketch = models.TextField()
    clauses = models.JSONField()
    began_at = models.DateTimeField()
    member_count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.label or str(self.pk)


class Band(OrganisationRow):
    """A key by which the version of a text is found."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="bands")
    key = models.CharField(max_length=16)

    class Meta:
        indexes = (models.Index(fields=("organisation", "key"), name="families_band_key"),)

    def __str__(self) -> str:
        return self.key


class ClauseCount(OrganisationRow):
    """How many members of a version have a clause: by its template words, or `exact` with its numbers."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="counts")
    mark = models.CharField(max_length=16)
    exact = models.BooleanField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "mark", "exact"), name="families_clause_once"),)

    def __str__(self) -> str:
        return self.mark


class Member(OrganisationRow):
    """An agreement in its version: the marks of its clauses as counted there, by words and `exact` with their numbers;
    `lacking` counts the common ones it hasn't got, `own` those it has beside them."""

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="member")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="members")
    joined_at = models.DateTimeField()
    clauses = models.JSONField(default=list)
    exact = models.JSONField(default=list)
    lacking = models.PositiveIntegerField(default=0)
    own = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=("version", "lacking", "own", "id"), name="families_member_nearest"),)

    def __str__(self) -> str:
        return str(self.agreement_id)

    @property
    def added(self) -> int:
        """How many clauses it has more than those that stand in place of common ones."""
        return max(0, self.own - self.lacking)


class FactMark(OrganisationRow):
    """What a fact that was read rests on: `same` is equal for one value on the same passage, `blank` for the same blank."""

    fact = models.OneToOneField(FactVersion, on_delete=models.PROTECT, related_name="mark")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    same = models.CharField(max_length=16)
    blank = models.CharField(max_length=16)

    class Meta:
        # Holds all that grouping asks for, in its order; finding by `same` walks the marks of one key.
        indexes = (
            models.Index(
                fields=("organisation", "family", "key", "blank", "same", "fact"), name="families_mark_grouped"
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.same}"


class FamilyDecision(OrganisationRow):
    """A fact confirmed once for a family: where the passage is the same, or, `listed`, where it fills the same blank.

    Its id is the `decision` of every fact version made by it, also of members that come later, until it is taken back.
    """

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="decisions")
    key = models.CharField(max_length=60)
    mark = models.CharField(max_length=16)
    listed = models.BooleanField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("family", "key", "mark", "listed"),
                condition=models.Q(undone_at=None),
                name="families_decision_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} once"


class RecognisedModel(OrganisationRow):
    """A standard model that an agreement follows, declares or takes in; a later reading replaces it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="models")
    order = models.PositiveSmallIntegerField()
    model = models.CharField(max_length=60)
    version = models.CharField(max_length=60, blank=True, default="")
    relation = models.CharField(max_length=20)
    sureness = models.CharField(max_length=20)
    modules = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    added = models.JSONField(default=list)
    evidence = models.JSONField(default=list)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agreement", "order"), name="families_model_once"),)

    def __str__(self) -> str:
        return self.model
