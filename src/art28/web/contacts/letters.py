"""Letters about contact persons -> the outbox: who ours is, what was escalated, whether theirs still are."""

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from art28.notices.answers import Section
from art28.notices.correspondence import phrases
from art28.notices.notice import LetterKind
from art28.web.accounts.access import Actor
from art28.web.agreements import deriving
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.breaches.models import Breach
from art28.web.contacts.models import Appointment, Level, Telling
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage
from art28.web.parties.models import Contact

KIND = "contact"
"""What messages call the subject."""
_NAMED_IN = "contacts.list"


def tell(
    row: Telling, both: Mapping[str, Appointment], to: tuple[str, str], *, actor: Actor, now: datetime
) -> OutboxMessage:
    """Tell the other side who our contact person is and who bears final responsibility, or that one of them no longer is."""
    agreement, appointed = row.agreement, row.appointment
    language = writing.language_for(agreement)
    words = phrases("contact_words", language)
    rows = [(words[level], _line(both[level])) for level in Level.values if level in both]
    if row.ended:
        rows.append((words["ended"], _line(appointed)))
    final_too = {Level.FIRST, Level.FINAL} <= both.keys()
    sections = tuple(Section(number, label, line) for number, (label, line) in enumerate(rows, start=1))
    named = agreements.facts_in(agreement.organisation, {agreement.pk}, (_NAMED_IN,)).get(agreement.pk, {})
    letter = writing.Writing(
        kind=LetterKind.CONTACT_NAMED,
        subject_kind=KIND,
        subject_id=appointed.pk,
        reference="",
        recipient=to[0],
        recipient_name=to[1],
        key=f"{KIND}:{appointed.pk}:{agreement.pk}{':ended' if row.ended else ''}",
        filled={
            "change": "1" if appointed.follows_id and not row.ended else "",
            "ended": "1" if row.ended else "",
            "anybody": "1" if both else "",
            "both": "1" if final_too else "",
        },
        provision=named[_NAMED_IN].provision if _NAMED_IN in named else "",
        sections=sections,
    )
    return writing.send(agreement, deriving.standing(agreement), letter, actor=actor, now=now)


def escalate(
    agreement: Agreement,
    first: Appointment,
    final: Appointment,
    matter: str,
    key: str,
    *,
    breach: Breach | None,
    actor: Actor,
    now: datetime,
) -> OutboxMessage:
    """Lay a matter before whoever of us bears final responsibility. About a breach that is played it hangs on that breach,
    so that it goes to the player."""
    words = phrases("contact_words", writing.language_for(agreement))
    played = breach if breach is not None and breach.exercise_id else None
    letter = writing.Writing(
        kind=LetterKind.CONTACT_ESCALATED,
        subject_kind=played.subject_kind if played else KIND,
        subject_id=played.pk if played else final.pk,
        reference=breach.reference if breach else "",
        recipient=final.email,
        recipient_name=final.name,
        key=f"{KIND}:escalated:{key}",
        filled={},
        sections=(
            Section(1, words["matter"], matter),
            Section(2, words["first"], _line(first)),
            Section(3, words["other"], agreement.counterparty_name or None),
        ),
    )
    return writing.send(agreement, deriving.standing(agreement), letter, actor=actor, now=now)


def ask(
    agreement: Agreement, contact: Contact, token: str, *, again: bool, actor: Actor, now: datetime
) -> OutboxMessage:
    """Ask a contact of the other side whether its details still hold; `again` reminds. The page to answer on has the letter's
    own token, which nobody of ours is shown."""
    url = f"{settings.PUBLIC_URL}{reverse('contacts:confirm', args=(token,))}"
    letter = writing.Writing(
        kind=LetterKind.CONTACT_CHECK,
        subject_kind=KIND,
        subject_id=contact.pk,
        reference="",
        recipient=contact.email,
        recipient_name=contact.name,
        key=f"{KIND}:check:{token}",
        token=token,
        filled={"answer_url": url, "late": "1" if again else ""},
    )
    return writing.send(agreement, deriving.standing(agreement), letter, actor=actor, now=now)


def _line(row: Appointment) -> str:
    return ", ".join(part for part in (row.name, row.role, row.email, row.phone) if part)
