"""Writes: a request is passed on to the controller, or a processor's help asked; and whether the person is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.notices.answers import Section
from art28.notices.correspondence import clause_words
from art28.notices.language import Language, instant, listed
from art28.notices.notice import LetterKind
from art28.obligations.record import duty_of
from art28.obligations.rights import RIGHTS
from art28.web.acting import By, NotNow, StateChanged
from art28.web.agreements import deriving
from art28.web.audit.actions import record
from art28.web.clocks.models import Obligation
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage
from art28.web.requests import queries
from art28.web.requests.models import RIGHT_LABELS, Concerned, Handling, Role, SubjectRequest, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """To whom, signed by whom; `division` says who does what where it is handled jointly, `note` what else is asked."""

    recipient: str
    recipient_name: str
    signed_by: str
    division: str = ""
    note: str = ""


def person_page(line: Concerned) -> str:
    """The address of the shielded page."""
    return settings.PUBLIC_URL + reverse("requests:person", args=(line.token,))


@transaction.atomic
def pass_on(line: Concerned, passing: Passing, *, by: By) -> OutboxMessage:
    """Write to the other side, once; the mail names no person. Raises `StateChanged` where it was passed on before."""
    row, agreement = line.request, line.agreement
    if line.handling == Handling.JOINT and not passing.division:
        raise NotNow("division")
    standing = Concerned.objects.filter(pk=line.pk, passed_at=None, left_out_at=None)
    changed = standing.update(passed_at=by.now, passed_to=passing.recipient, division=passing.division)
    if changed != 1 or not row.is_open:
        raise StateChanged(f"request {row.reference} was passed on before")
    running = {each.action: each for each in queries.clocks_of(row, agreement.pk) if each.ended_at is None}
    as_processor = row.role == Role.PROCESSOR
    language = writing.language_for(agreement)
    help_clock = running.get(Action.ASSIST_REQUEST)
    provision = line.provision if as_processor else str(help_clock.duty["provision"] if help_clock else "")
    letter = writing.Writing(
        kind=LetterKind.REQUEST_PASSED_ON if as_processor else LetterKind.REQUEST_HELP,
        subject_kind=queries.KIND,
        subject_id=row.pk,
        reference=row.reference,
        recipient=passing.recipient,
        recipient_name=passing.recipient_name,
        key=f"request:{row.pk}:{agreement.pk}",
        filled=_filled(line, passing, help_clock, language),
        provision=provision,
        sections=_sections(row, passing.note, language),
        obligation=running.get(Action.FORWARD_REQUEST) if as_processor else None,
        signed_by=passing.signed_by,
    )
    message = writing.send(agreement, deriving.standing(agreement), letter, actor=by.actor, now=by.now)
    content = {"agreement": str(agreement.pk), "handling": line.handling, "message": str(message.pk)}
    record(
        organisation=row.organisation, actor=by.actor, kind="request.passed_on", subject=row, at=by.now, content=content
    )
    line.refresh_from_db()
    return message


def _filled(line: Concerned, passing: Passing, help_clock: Obligation | None, language: Language) -> Mapping[str, str]:
    zone = ZoneInfo(line.request.organisation.time_zone)
    until = instant(help_clock.ends_at, zone=zone, language=language) if help_clock and help_clock.ends_at else ""
    limit = duty_of(help_clock.duty).limit if help_clock else None
    joint = line.handling == Handling.JOINT
    return {
        "forward": "" if joint else "1",
        "joint": "1" if joint and line.provision else "",
        "clause_plain": clause_words(line.provision, language),
        "division": passing.division,
        "person_url": person_page(line),
        "cooperation": labels.limit(limit, language.value) if limit else "",
        "until": until,
        "told": "1" if line.told_at else "",
        "untold": "" if line.told_at else "1",
    }


def _sections(row: SubjectRequest, note: str, language: Language) -> tuple[Section, ...]:
    zone = ZoneInfo(row.organisation.time_zone)
    with translation.override(language.value):
        rights = listed(
            [
                f"{str(RIGHT_LABELS[right]).lower()} ({_ARTICLE[language].format(RIGHTS[right].article)})"
                for right in row.asked
            ],
            language=language,
        )
    received = instant(row.received_at, zone=zone, language=language)
    asked = [(_ASKED[language], rights), (_RECEIVED[language], received), (_NOTE[language], note)]
    given = [(question, answer) for question, answer in asked if answer]
    return tuple(Section(number, question, answer) for number, (question, answer) in enumerate(given, start=1))


_ARTICLE = {Language.NL: "artikel {} AVG", Language.EN: "Article {} GDPR"}
_ASKED = {Language.NL: "Welk recht wordt uitgeoefend?", Language.EN: "Which right is exercised?"}
_RECEIVED = {Language.NL: "Wanneer ontvingen wij het verzoek?", Language.EN: "When did we receive the request?"}
_NOTE = {Language.NL: "Wat is verder van belang?", Language.EN: "What else matters?"}


@transaction.atomic
def settle_telling(line: Concerned, telling: Telling, *, ground: str, by: By) -> None:
    """Keep whether the person may be told under this agreement, and by what."""
    row = line.request
    if line.told_at is not None and telling == Telling.FORBIDDEN:
        raise NotNow("told_already")
    Concerned.objects.filter(pk=line.pk).update(telling=telling, telling_ground=ground)
    content = {"agreement": str(line.agreement_id), "telling": telling, "ground": ground}
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="request.telling_settled",
        subject=row,
        at=by.now,
        content=content,
    )


@transaction.atomic
def told_person(line: Concerned, *, at: datetime, how: str, by: By) -> None:
    """Keep that the person was told that it was passed on. Raises `NotNow` where that is not allowed."""
    row = line.request
    if line.telling != Telling.ALLOWED:
        raise NotNow("telling")
    if line.passed_at is None:
        raise NotNow("not_passed")
    if Concerned.objects.filter(pk=line.pk, told_at=None).update(told_at=at) != 1:
        raise StateChanged(f"the person of {row.reference} was told before")
    content = {"agreement": str(line.agreement_id), "at": at.isoformat(), "how": how}
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="request.person_told",
        subject=row,
        at=by.now,
        content=content,
    )
