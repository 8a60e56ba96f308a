"""Writes to questionnaires: each change is a new version, and the drafts of breaches that run follow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from art28.notices.questionnaire import Questions, read_mark, records
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.breaches import actions as breaches
from art28.web.families.models import Family, Member
from art28.web.questionnaires.models import QuestionnaireVersion
from art28.web.questionnaires.queries import Asked


class StateChanged(Exception):
    """The questionnaire no longer stands as it did when it was read: somebody else changed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody did: a code (`WHAT` in `words.py`), to which question, and why."""

    what: str
    words: str = ""
    reason: str = ""


@transaction.atomic
def settle(
    asked: Asked,
    questions: Questions | None,
    change: Change,
    *,
    for_family: bool,
    based_on: int,
    by: User,
    actor: Actor,
    now: datetime,
) -> QuestionnaireVersion:
    """Keep `questions` as what is asked under this agreement, or under all of its family that ask the same.

    None takes the questionnaire back to how it was read. `based_on` is the number of the last version that the editor saw,
    nought where there was none; raises `StateChanged` where another was kept since.
    """
    agreement = asked.agreement
    family = _family(asked) if for_family else None
    mark = read_mark(asked.read) if family else ""
    owner: Mapping[str, Any] = {"agreement": None if family else agreement, "family": family, "read_mark": mark}
    rows = QuestionnaireVersion.objects.filter(organisation=agreement.organisation, **owner)
    newest = rows.aggregate(newest=Max("number"))["newest"] or 0
    if newest != based_on:
        raise StateChanged(f"the questionnaire is at version {newest}, not {based_on}")
    rows.filter(current=True).update(current=False)
    kept = records(questions) if questions is not None else None
    try:
        with transaction.atomic():
            version = QuestionnaireVersion.objects.create(
                organisation=agreement.organisation,
                number=newest + 1,
                questions=kept,
                what=change.what,
                words=change.words[:300],
                reason=change.reason,
                at=now,
                by=by,
                **owner,
            )
    except IntegrityError as error:
        raise StateChanged("somebody else kept a version at the same moment") from error
    content: dict[str, Any] = {"what": change.what, "words": version.words, "reason": change.reason}
    content |= {"version": version.number, "questions": kept, "read_mark": mark}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="questionnaire.settled",
        subject=family or agreement,
        at=now,
        content=content,
    )
    _let_drafts_follow(agreement.organisation, agreement, asked.family_id if for_family else None)
    return version


def _family(asked: Asked) -> Family:
    if asked.family_id is None:
        raise ValueError("the agreement is in no family")
    return Family.objects.get(organisation=asked.agreement.organisation, pk=asked.family_id)


def _let_drafts_follow(organisation: Organisation, agreement: Agreement, family_id: UUID | None) -> None:
    if family_id is None:
        breaches.redraw(organisation, (agreement.pk,))
        return
    members = Member.objects.filter(organisation=organisation, version__family=family_id)
    breaches.redraw(organisation, members.values("agreement_id"))
