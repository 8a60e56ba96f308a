"""Letters to the controller about an ending: asked to choose, reminded before the window closes, told that it is done."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from art28.agreement import labels
from art28.notices.language import instant
from art28.notices.notice import LetterKind
from art28.web.accounts.access import WORKER, Actor
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.endings import actions, queries
from art28.web.endings.models import Choice, Ending
from art28.web.endings.refusals import Refused, Why
from art28.web.endings.saying import agreed_of
from art28.web.notices import writing
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Purpose

_WEEK = timedelta(days=7)
_PREFERRED = (Purpose.CONTRACT, Purpose.PRIVACY, Purpose.GENERAL, Purpose.BREACH, Purpose.SUPPORT)


def contact(row: Ending) -> Contact | None:
    """Whom to write to about the end: the contact for the contract, else for privacy, else another with an address."""
    return contact_of(row.agreement)


def contact_of(agreement: Agreement) -> Contact | None:
    """The same, of an agreement that goes on."""
    party = agreement.counterparty_id
    if party is None:
        return None
    order = {purpose.value: number for number, purpose in enumerate(_PREFERRED)}
    rows = [each for each in parties.contacts_of(agreement.organisation, (party,)) if each.email]
    return min(rows, key=lambda each: order.get(each.purpose, len(order)), default=None)


@transaction.atomic
def ask(row: Ending, *, recipient: str, name: str, signed_by: str, actor: Actor, now: datetime) -> None:
    """Ask the controller to choose, through its link; where a window runs, it is reminded before that closes.

    Raises `Refused`.
    """
    actions.lock(row)
    if row.chosen_at is not None:
        raise Refused(Why.CHOSEN_ALREADY, how=row.get_chosen_how_display())
    if not recipient:
        raise Refused(Why.NO_ADDRESS)
    _send(row, LetterKind.END_CHOICE, recipient, name, signed_by, key=f"asked:{now.date()}", actor=actor, now=now)
    row.asked_at, row.asked_of, row.asked_name, row.remind_at, row.reminded_at = now, recipient, name[:200], None, None
    if row.choice_until is not None and row.choice_until > now:
        left = row.choice_until - max(now, row.ended_at)
        row.remind_at = row.choice_until - min(_WEEK, left / 2)
    row.save(update_fields=("asked_at", "asked_of", "asked_name", "remind_at", "reminded_at"))
    content = {"recipient": recipient}
    record(organisation=row.organisation, actor=actor, kind="ending.asked", subject=row, at=now, content=content)


def remind(*, now: datetime, limit: int) -> int:
    """Pump: write once more to controllers whose window closes soon and that haven't chosen; returns how many."""
    done = 0
    for row in queries.to_remind(now=now)[:limit]:
        with transaction.atomic():
            waiting = Ending.objects.filter(pk=row.pk, chosen_at=None, reminded_at=None, cancelled_at=None)
            if waiting.update(reminded_at=now) != 1:
                continue
            _send(
                row,
                LetterKind.END_CHOICE_REMINDER,
                row.asked_of,
                row.asked_name,
                "",
                key="reminded",
                actor=WORKER,
                now=now,
            )
            content = {"recipient": row.asked_of}
            record(
                organisation=row.organisation,
                actor=WORKER,
                kind="ending.reminded",
                subject=row,
                at=now,
                content=content,
            )
        done += 1
    return done


def tell_complete(row: Ending, *, signed_by: str, actor: Actor, now: datetime) -> None:
    """Send the controller word of the certificate, where it was written to before or has an address."""
    found = contact(row)
    recipient = row.asked_of or (found.email if found else "")
    if recipient:
        name = row.asked_name or (found.name if found else "")
        _send(row, LetterKind.END_CERTIFICATE, recipient, name, signed_by, key="certified", actor=actor, now=now)


def _send(
    row: Ending, kind: LetterKind, recipient: str, name: str, signed_by: str, *, key: str, actor: Actor, now: datetime
) -> None:
    agreed = agreed_of(row.agreed)
    letter = writing.Writing(
        kind=kind,
        subject_kind=actions.KIND,
        subject_id=row.event_id,
        reference=row.event.reference.split(" ")[0],
        recipient=recipient,
        recipient_name=name,
        key=f"ending:{row.pk}:{key}",
        filled=_filled(row),
        provision=agreed.clause("end.choice_window", "end.data"),
        signed_by=signed_by,
    )
    writing.send(row.agreement, deriving.standing(row.agreement), letter, actor=actor, now=now)


def _filled(row: Ending) -> Mapping[str, str]:
    language, zone = writing.language_for(row.agreement), ZoneInfo(row.organisation.time_zone)
    total = sum(each.cents for each in row.costs.filter(actual=False))
    with translation.override(language.value):
        default = str(Choice(row.default_choice).label).lower() if row.default_choice else ""
    last = row.choice_until - timedelta(minutes=1) if row.choice_until else None
    certificates = {each.language: each.sha256 for each in row.certificates.defer("pdf")}
    return {
        "ends_on": labels.day(row.ends_on.isoformat(), language.value),
        "until": instant(last, zone=zone, language=language) if last else "",
        "default": default,
        "no_default": "" if default else "1",
        "costs": labels.money(round(total / 100), language.value) if total else "",
        "choice_url": settings.PUBLIC_URL + reverse("endings:choose", args=(row.token,)),
        "sha256": certificates.get(language.value, ""),
    }
