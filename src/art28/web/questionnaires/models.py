"""Questionnaires as people settled them, by version; one that nobody touched is read from the facts and has no row."""

from django.db import models

from art28.web.accounts.models import OrganisationRow, User
from art28.web.agreements.models import Agreement
from art28.web.families.models import Family


class QuestionnaireVersion(OrganisationRow):
    """One version of what is asked about a breach, under one agreement or under a family; the newest is `current`.

    A version of a family holds for those members whose questionnaire as read has `read_mark` and that have none of their
    own. `questions` is null where the version takes the questionnaire back to how it was read. Rows are never changed but
    for `current`.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, null=True, related_name="+")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, related_name="+")
    read_mark = models.CharField(max_length=64, blank=True, default="")
    number = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    questions = models.JSONField(null=True)
    what = models.CharField(max_length=12)
    words = models.CharField(max_length=300, blank=True, default="")
    reason = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(agreement=None) ^ models.Q(family=None), name="questionnaires_of_one_or_family"
            ),
            models.UniqueConstraint(
                fields=("agreement", "number"), condition=models.Q(family=None), name="questionnaires_number_once"
            ),
            models.UniqueConstraint(
                fields=("agreement",), condition=models.Q(family=None, current=True), name="questionnaires_current_once"
            ),
            models.UniqueConstraint(
                fields=("family", "read_mark", "number"),
                condition=models.Q(agreement=None),
                name="questionnaires_family_number_once",
            ),
            models.UniqueConstraint(
                fields=("family", "read_mark"),
                condition=models.Q(agreement=None, current=True),
                name="questionnaires_family_current_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id or self.family_id} {self.number}"
