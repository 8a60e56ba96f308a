"""Writes that stop and start no clock: that a processor was consulted, and what people wrote in a form."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.assessments.acts import keep_act
from art28.web.assessments.models import About, Consultation, WrittenAnswers
from art28.web.assessments.queries import Case, Wanted
from art28.web.assessments.refusals import StateChanged


@transaction.atomic
def consult(
    found: Case,
    wanted: Wanted,
    *,
    about: About,
    held_at: datetime,
    spoken_to: str,
    outcome: str,
    note: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Consultation:
    """Keep that the processor under an agreement was consulted: who, when, on what, how it ended."""
    row = Consultation.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        agreement=wanted.agreement,
        about=about,
        held_at=held_at,
        spoken_to=spoken_to,
        outcome=outcome,
        note=note,
        at=now,
        by=by,
    )
    content = {
        "agreement": str(wanted.agreement.pk),
        "about": about,
        "held_at": held_at.isoformat(),
        "spoken_to": spoken_to,
        "outcome": outcome,
        "note": note,
    }
    keep_act(found.breach, "assessment.consulted", actor, now, content)
    return row


@transaction.atomic
def write_answers(
    row: WrittenAnswers, answers: Mapping[str, str], *, based_on: int, actor: Actor, now: datetime
) -> WrittenAnswers:
    """Keep what people wrote in a form. Raises `StateChanged` where another saved since `based_on`."""
    given = {number: text for number, text in answers.items() if text.strip()}
    if row.version == 0:
        row.answers, row.version, row.changed_at = given, 1, now
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise StateChanged(row.form) from None
    else:
        rows = WrittenAnswers.objects.filter(pk=row.pk, version=based_on)
        if rows.update(answers=given, version=F("version") + 1, changed_at=now) != 1:
            raise StateChanged(row.form)
        row.refresh_from_db()
    content = {"form": row.form, "version": row.version, "answers": given}
    keep_act(row.breach, "assessment.answers_written", actor, now, content)
    return row
