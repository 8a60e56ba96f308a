"""A result as reported and the threshold of its check -> whether it passes, and by what it doesn't."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rule(models.TextChoices):
    """What a value is held against."""

    SAID = "said", _("No number: passed or failed")
    AT_LEAST = "at_least", _("At least")
    AT_MOST = "at_most", _("At most")


class Verdict(models.TextChoices):
    """What was found."""

    GOOD = "good", _("Passed")
    SAID = "said", _("Failed")
    BELOW = "below", _("Below the threshold")
    ABOVE = "above", _("Above the threshold")
    TOO_OLD = "too_old", _("Too old")
    NO_VALUE = "no_value", _("No value reported")
    NO_AGE = "no_age", _("No instant reported of what was checked")
    UNCLEAR = "unclear", _("Can't be told from the message")


def judge(
    *,
    rule: str,
    bound: Decimal | None,
    max_age_hours: int | None,
    said: bool | None,
    value: Decimal | None,
    at: datetime,
    of_at: datetime | None,
    unchanged: bool,
) -> Verdict:
    """Hold a result against its check. What can't be told counts as failed: silence is no proof.

    `said` is what the reporter says, None where it says nothing; `unchanged` that the thing had no need to be new, as nothing
    changed since.
    """
    if said is False:
        return Verdict.SAID
    if rule != Rule.SAID:
        if value is None or bound is None:
            return Verdict.NO_VALUE
        if rule == Rule.AT_LEAST and value < bound:
            return Verdict.BELOW
        if rule == Rule.AT_MOST and value > bound:
            return Verdict.ABOVE
    if max_age_hours is not None and not unchanged:
        if of_at is None:
            return Verdict.NO_AGE
        if at - of_at > timedelta(hours=max_age_hours):
            return Verdict.TOO_OLD
    if said is None and rule == Rule.SAID and max_age_hours is None:
        return Verdict.UNCLEAR
    return Verdict.GOOD
