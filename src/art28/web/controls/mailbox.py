"""The pump of results by mail: a mailbox of its own is read and never changed; each check has an address of its own.

The address holds a secret of the check, so whoever doesn't know it reports nothing. A mail whose subject doesn't tell that
the check passed counts as failed.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from email.message import EmailMessage

from django.conf import settings

from art28.web.accounts.access import WORKER
from art28.web.controls import queries
from art28.web.controls.models import Check, Source
from art28.web.controls.taking import File, Given, Origin, take
from art28.web.intake import letters, reading
from art28.web.intake.letters import Letter
from art28.web.intake.reading import Arrived

_PURPOSE = "checks"
_TOKEN = re.compile(r"(?<![0-9a-f])[0-9a-f]{18}(?![0-9a-f])")
_VALUE = re.compile(r"\b(?:value|waarde) {0,3}[:=] {0,3}(-?\d{1,10}(?:[.,]\d{1,4})?)(?![\d.,]\d)", re.IGNORECASE)
_ADDRESSED = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")
_MOST_EVIDENCE = 5 * 1024 * 1024


def pump(*, now: datetime, limit: int) -> int:
    """Take in at most `limit` mails, where a mailbox is named and it is our turn; returns how many were results."""
    if settings.CHECKS is None:
        return 0
    return reading.read_new(
        settings.CHECKS,
        lambda arrived: _take_in(arrived, now=now),
        purpose=_PURPOSE,
        every=settings.CHECKS_EVERY,
        now=now,
        limit=limit,
    )


def _take_in(arrived: Arrived, *, now: datetime) -> int:
    letter = letters.read(arrived.raw)
    known = queries.by_token(_tokens(arrived.raw, letter))
    if letter.is_auto_reply or len(known) != 1:
        return 0
    check = known[0]
    given = given_of(check, letter, arrived)
    origin = Origin(source=Source.EMAIL, reporter=letter.sender or letter.sender_name)
    return len(take(check.organisation, (given,), origin=origin, actor=WORKER, now=now))


def _tokens(raw: bytes, letter: Letter) -> Iterator[str]:
    """What may be the secret of a check: in an address that the mail went to, or in its subject."""
    head = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.compat32)
    for name in _ADDRESSED:
        for value in head.get_all(name) or ():
            yield from _TOKEN.findall(str(value).lower())
    yield from _TOKEN.findall(letter.subject.lower())


def given_of(check: Check, letter: Letter, arrived: Arrived) -> Given:
    """What a mail says of a check: passed or not by its subject, a value where it is written as "value: 256".

    Where age counts, what passed is as new as the mail.
    """
    said = _said(check, letter.subject)
    found = _VALUE.search(f"{letter.subject}\n{letter.text}")
    return Given(
        check=check.pk,
        at=arrived.at,
        said=said,
        value=Decimal(found[1].replace(",", ".")) if found else None,
        of_at=arrived.at if said and check.max_age_hours is not None else None,
        note=letter.subject,
        key=f"mail:{letter.message_id}"[:300],
        file=File("message.eml", "message/rfc822", arrived.raw) if len(arrived.raw) <= _MOST_EVIDENCE else None,
    )


def _said(check: Check, subject: str) -> bool | None:
    line = subject.casefold()
    if any(word in line for word in words(check.mail_fail)):
        return False
    return True if any(word in line for word in words(check.mail_pass)) else None


def words(text: str) -> tuple[str, ...]:
    """Words parted by commas, as they are looked for."""
    return tuple(word for each in text.split(",") if (word := " ".join(each.split()).casefold()))
