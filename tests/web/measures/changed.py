"""The moves of a change of a measure, through the pages and the worker's pumps."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement
from art28.web.mailings.models import Mailing
from art28.web.mailings.pump import PUMPS as MAILING_PUMPS
from art28.web.measures.agreed import Affected, Change
from art28.web.measures.models import Measure
from art28.web.notices import pump as outbox
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in
from web.measures.world import day


def proposed(given: World, words: str = "Elke dag een kopie, versleuteld.", **changes: Any) -> Change:
    """The only measure is to say `words`, from today."""
    row = Measure.objects.get(organisation=given.organisation)
    data = {"name": row.name, "text": words, "why": "Beter", "level": "Het wordt strenger.", "important": "on",
            "planned_on": day(0), **changes}  # fmt: skip
    data = {name: value for name, value in data.items() if value is not False}
    signed_in(given.owner).post(reverse("measures:act", args=(row.pk, "propose")), data)
    return Change.objects.latest("recorded_at")


def deed(given: World, change: Change, name: str, **data: Any) -> None:
    signed_in(given.owner).post(reverse("measures:change_act", args=(change.pk, name)), data)
    change.refresh_from_db()


def announced(given: World, change: Change) -> Change:
    deed(given, change, "announce")
    assert change.state == "announced"
    return change


def taken(given: World, change: Change) -> None:
    """The button is pressed; whether it holds is for the test to say."""
    deed(given, change, "take-effect")
    change.measure.refresh_from_db()


def told(given: World, change: Change, kind: str = "measure_notice") -> Mailing:
    """Prepared, released and left."""
    client = signed_in(given.owner)
    to = reverse("mailings:measurechange", args=(change.pk,))
    assert client.post(to, {"notice_kind": kind, "together": "on"}).status_code == 302
    mailing = Mailing.objects.filter(subject_id=change.pk).latest("made_at")
    later = timezone.now() + timedelta(minutes=11)
    for number, pump in enumerate(MAILING_PUMPS):
        while pump(now=timezone.now() if not number else later, limit=50):
            pass
    client.post(reverse("mailings:release", args=(mailing.pk,)), {"late_reasons": "x"})
    for pump in MAILING_PUMPS:
        while pump(now=later, limit=50):
            pass
    outbox.send(now=later, limit=500)
    mailing.refresh_from_db()
    return mailing


def asks(given: World, change: Change, of: Agreement, standing: str) -> None:
    row = Affected.objects.get(change=change, agreement=of)
    data = {"standing": standing, "text": "Brief in het dossier.", "answered_by": "J. Okkerse", "on": day(0)}
    to = reverse("measures:answer", args=(change.pk, row.pk, "answer"))
    assert signed_in(given.owner).post(to, data).status_code == 302


def answered(message: OutboxMessage, row: Affected, kind: str, text: str = "", status: int = 302) -> str:
    """The other side answers on the page behind the letter's link; returns what that page then says."""
    to = reverse("measures:outside", args=(message.token,))
    given = {"of": str(row.pk), "kind": kind, "name": "J. Okkerse", "text": text}
    answer = Client().post(to, given)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return Client().get(to).content.decode() if status == 302 else answer.content.decode()
