"""The trail: acts, their erasable content, and the chain that seals them.

An act never changes. It holds ids, codes and a commitment to its content under a random key; the content and the key lie
beside it, so that both can be erased and the chain still holds.
"""

from django.db import models

from art28.web.accounts.models import Organisation, OrganisationRow


class Act(OrganisationRow):
    """Something done. `kind` is a code like "agreement.uploaded"; the subject is named by kind and id, not by reference."""

    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor_label = models.CharField(max_length=40)
    kind = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    commitment = models.CharField(max_length=64)

    class Meta:
        indexes = (
            models.Index(fields=("organisation", "subject_kind", "subject_id", "at"), name="audit_act_subject"),
            models.Index(fields=("organisation", "at"), name="audit_act_at"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%dT%H:%M:%SZ}"


class ActContent(models.Model):
    """What an act was about: canonical JSON and the key of its commitment; erased together, leaving the ground."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, primary_key=True, related_name="content")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    content = models.TextField(null=True)
    key = models.BinaryField(null=True)
    erased_at = models.DateTimeField(null=True)
    ground = models.CharField(max_length=80, default="", blank=True)

    def __str__(self) -> str:
        return f"content of {self.act_id}"


class Unsealed(models.Model):
    """Marks an act that waits for the sealer; written with the act, removed with its seal."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, primary_key=True, related_name="unsealed")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"unsealed {self.act_id}"


class Seal(OrganisationRow):
    """The head of an organisation's chain after a batch: how many acts are sealed, and the hash of the last."""

    number = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "number"), name="audit_seal_number_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.head[:12]}"


class SealedRecord(OrganisationRow):
    """An act's place in the chain: its number, the hash before it and its own."""

    number = models.PositiveBigIntegerField()
    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="sealed")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "number"), name="audit_record_number_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
