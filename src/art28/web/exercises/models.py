"""Exercises, and what is told in the course of one."""

from django.db import models

from art28.web.accounts.models import OrganisationRow, User


class Exercise(OrganisationRow):
    """A breach that is played. `player` started it, and `address` is where all goes that leaves; neither ever changes.

    `scenario` is the key of what is played (`scenarios`), `title` and `told` what it was called and said when it began, in
    `language`; `story_at` is the instant at which it begins in the story. Clocks run in real time.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    scenario = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=200)
    told = models.TextField()
    story_at = models.DateTimeField()
    player = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    address = models.EmailField(max_length=254)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year", "number"), name="exercises_reference_once"),
            models.UniqueConstraint(
                fields=("organisation", "player"),
                condition=models.Q(ended_at=None),
                name="exercises_one_at_a_time",
            ),
        )
        indexes = (models.Index(fields=("organisation", "-started_at"), name="exercises_newest"),)

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What everybody calls it: its own year and number, apart from those of real breaches."""
        return f"EX-{self.year}-{self.number:04d}"


class Inject(OrganisationRow):
    """Something that happens in the course of an exercise, told to the player once `due_at` has come."""

    exercise = models.ForeignKey(Exercise, on_delete=models.PROTECT, related_name="injects")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    due_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("exercise", "number"), name="exercises_inject_once"),)
        indexes = (models.Index(fields=("due_at",), condition=models.Q(told_at=None), name="exercises_inject_due"),)

    def __str__(self) -> str:
        return f"{self.exercise_id} {self.number}"
