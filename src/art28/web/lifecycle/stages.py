"""The stages of an agreement's life, and which may follow which."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far an agreement is. No stage stops a clock: what is promised holds while data are processed."""

    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent to the other side")
    SIGNED = "signed", _("Signed")
    ACTIVE = "active", _("In force")
    ENDING = "ending", _("Ending")
    ENDED = "ended", _("Ended")


class Ending(models.TextChoices):
    """By what an agreement ends."""

    MAIN_ENDED = "main_ended", _("The main agreement ended")
    EXPIRED = "expired", _("Its term is over, or the processing stopped")
    MUTUAL = "mutual", _("Both parties agreed")
    TERMINATED = "terminated", _("Terminated by itself, by one party")
    SUSPENSION = "suspension", _("Suspension of payments of a party")
    BANKRUPTCY = "bankruptcy", _("Bankruptcy of a party")
    CESSATION = "cessation", _("Cessation of a party's business")
    BREACH = "breach", _("Failure that was not cured in its term")
    REPLACED = "replaced", _("Replaced by a newer version")


class DayBy(models.TextChoices):
    """By what the day is settled from which an agreement is in force."""

    SIGNATURE = "signature", _("last signature")
    MAIN = "main", _("start of the main agreement")
    GIVEN = "given", _("day that was given")


NEXT: Mapping[Stage, tuple[Stage, ...]] = {
    Stage.DRAFT: (Stage.SENT, Stage.SIGNED, Stage.ACTIVE),
    Stage.SENT: (Stage.DRAFT, Stage.SIGNED, Stage.ACTIVE),
    Stage.SIGNED: (Stage.ACTIVE,),
    Stage.ACTIVE: (Stage.ENDING,),
    Stage.ENDING: (Stage.ACTIVE, Stage.ENDED),
    Stage.ENDED: (),
}
"""Where an agreement may go from each stage."""

BEFORE = (Stage.DRAFT, Stage.SENT, Stage.SIGNED)
"""From which an agreement comes into force for the first time; from an end that is taken back it does so one by one."""
