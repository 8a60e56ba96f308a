"""What happens elsewhere -> an agreement's standing: written as it is read, waiting where it may have changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from art28.web.accounts.models import Organisation
from art28.web.agreements.checks import Turned
from art28.web.agreements.models import Agreement
from art28.web.portfolio.models import Cause, Standing, Work
from art28.web.portfolio.standing import begin, keep_letters, weigh

if TYPE_CHECKING:
    from art28.web.agreements.reading import Read
    from art28.web.agreements.signals import Stored

SETTLING = timedelta(seconds=20)
"""How long after a decision on a fact the agreement is checked again: who decides on one often decides on more."""


def follow_reading(*, agreement: Agreement, read: "Read", turned: tuple[Turned, ...], now: datetime, **_: Any) -> None:
    """Write how an agreement stands that was just read. Where people decided on its facts it is checked again by those."""
    row, _made = Standing.objects.get_or_create(
        agreement=agreement, defaults={"organisation_id": agreement.organisation_id}
    )
    keep_letters(row, _statuses(read), now=now)
    row.inputs = row.foundation = ""
    weigh(agreement.organisation, [row], cause=Cause.READING, turned={agreement.pk: turned}, now=now)
    if agreement.decided_count:
        _wait(row.pk, now=now)


def follow_readings(*, organisation: Organisation, stored: "Sequence[Stored]", now: datetime, **_: Any) -> None:
    """Write how agreements stand that came to be together; nobody decided on anything in them yet."""
    rows = [Standing(agreement=each.agreement, organisation=organisation) for each in stored]
    for row, each in zip(rows, stored, strict=True):
        keep_letters(row, _statuses(each.read), now=now)
    begin(organisation, rows, now=now)


def _statuses(read: "Read") -> dict[str, str]:
    statuses = {each.requirement: each.status.value for each in read.checked.verdicts}
    return statuses | {f"{each.pack}.{each.entry}": each.status.value for each in read.checked.packed}


def follow_facts(*, agreement: Agreement, now: datetime, **_: Any) -> None:
    """Have an agreement checked again whose facts people decided on."""
    found = Standing.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement).first()
    if found is not None:
        _wait(found.pk, now=now)


def _wait(standing: UUID, *, now: datetime) -> None:
    Standing.objects.filter(pk=standing).update(work=Work.CHECK, cause=Cause.FACTS, due_at=now + SETTLING, attempts=0)


def follow_yardstick(*, organisation: Organisation, what: str, now: datetime, **_: Any) -> None:
    """Have all agreements weighed by what counts now; those that wait to be checked are weighed then."""
    waiting = Standing.objects.filter(organisation=organisation).exclude(work=Work.CHECK)
    waiting.update(work=Work.WEIGH, cause=Cause(what), due_at=now, lease=None, leased_until=None, attempts=0)
