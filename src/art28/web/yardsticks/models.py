"""The profile chosen and the playbooks written, each by version; what counts is the newest that was put in force."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import OrganisationRow, User


class ChosenProfile(OrganisationRow):
    """A choice of profile (`art28.checking.packs.pack.profiles`); the one with the highest number counts."""

    number = models.PositiveIntegerField()
    profile = models.CharField(max_length=40)
    chosen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "number"), name="yardsticks_profile_once"),)

    def __str__(self) -> str:
        return self.profile


class PlaybookState(models.TextChoices):
    """Whether a version is being written, counts, or counted before."""

    DRAFT = "draft", _("Draft")
    IN_FORCE = "in_force", _("In force")
    RETIRED = "retired", _("Retired")


class PlaybookVersion(OrganisationRow):
    """A version of the organisation's playbook: `source` is its YAML as written, which `art28.checking.playbooks` reads.

    A draft may be saved with problems in it; one that counts has none, and never changes.
    """

    number = models.PositiveIntegerField()
    source = models.TextField()
    state = models.CharField(max_length=10, choices=PlaybookState.choices, default=PlaybookState.DRAFT)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True)
    put_in_force_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "number"), name="yardsticks_playbook_once"),
            models.UniqueConstraint(
                fields=("organisation",), condition=models.Q(state="in_force"), name="yardsticks_playbook_in_force"
            ),
            models.UniqueConstraint(
                fields=("organisation",), condition=models.Q(state="draft"), name="yardsticks_playbook_draft"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.state}"
