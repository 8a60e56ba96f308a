"""The moves of a change, through the pages: announced, told by a mailing that leaves, answered by the letter's link."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement
from art28.web.mailings.models import Mailing
from art28.web.mailings.pump import PUMPS as MAILING_PUMPS
from art28.web.notices import pump as outbox
from art28.web.notices.models import OutboxMessage
from art28.web.subprocessors.models import Affected, Proposal
from art28.web.subprocessors.pump import PUMPS
from web.breaches.world import World, signed_in


def address(name: str, *args: Any) -> str:
    return reverse(f"subprocessors:{name}", args=args)


def posted(given: World, at_page: str, *args: Any, **data: Any) -> None:
    answer = signed_in(given.owner).post(address(at_page, *args), data)
    assert answer.status_code == 302, answer.content.decode()[:3000]


def announced(given: World, change: Proposal) -> Proposal:
    posted(given, "announce", change.pk, version=change.version)
    worked()
    change.refresh_from_db()
    assert change.state == "announced"
    return change


def worked(now: datetime | None = None) -> None:
    for pump in PUMPS:
        while pump(now=now or timezone.now(), limit=50):
            pass


def told(given: World, change: Proposal, kind: str = "subprocessor_notice") -> Mailing:
    """Prepared, released and left through the pages and the worker's pumps."""
    client = signed_in(given.owner)
    client.post(reverse("mailings:change", args=(change.pk,)), {"notice_kind": kind, "together": "on"})
    mailing = Mailing.objects.filter(subject_id=change.pk).latest("made_at")
    client.post(reverse("mailings:release", args=(mailing.pk,)), {"late_reasons": "x"})
    later = timezone.now() + timedelta(minutes=11)
    for pump in MAILING_PUMPS:
        while pump(now=later, limit=50):
            pass
    outbox.send(now=later, limit=500)
    return mailing


def letter(to: Agreement) -> OutboxMessage:
    return OutboxMessage.objects.filter(agreement=to).latest("handed_over_at")


def came_back(given: World, message: OutboxMessage) -> None:
    signed_in(given.owner).post(reverse("notices:came_back", args=(message.pk,)))


def affected(change: Proposal, of: Agreement) -> Affected:
    return Affected.objects.get(proposal=change, agreement=of)


def answered(message: OutboxMessage, row: Affected, kind: str, text: str = "", status: int = 302) -> None:
    data = {"of": str(row.pk), "kind": kind, "name": "J. Okkerse", "text": text}
    answer = Client().post(address("answer", message.token), data)
    assert answer.status_code == status, answer.content.decode()[:3000]


def said(given: World, change: Proposal, of: Agreement, kind: str, text: str = "Afgesproken.") -> None:
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    posted(given, "one", change.pk, affected(change, of).pk, kind=kind, name="J. Okkerse", at=at, text=text)


def queries(given: World, name: str, *args: Any) -> int:
    """How many queries a page costs, once its session is known."""
    client = signed_in(given.owner)
    client.get(address(name, *args))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(name, *args)).status_code == 200
    return len(captured)
