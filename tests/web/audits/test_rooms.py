"""The evidence room: opened to a bound auditor until a day, every look logged, nothing shown once it is over."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import SourceFile
from art28.web.audit.models import Act
from art28.web.audits.models import Audit, Room, RoomDocument, Visit
from art28.web.disclosures.models import Mark
from web.audits.test_provisions import TO, YEARLY, asked, do, kept, local
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db
POLICY = b"%PDF-1.7 beleid"


def put_in(given: World, row: Audit, data: bytes = POLICY) -> str:
    file = SimpleUploadedFile("beleid.pdf", data)
    return do(given, row, "room-file", name="Beleid", file=file)


def planned(given: World, *, bound: bool = True) -> Audit:
    row = asked(given)
    do(given, row, "accept", **TO)
    if bound:
        do(given, row, "bind", statement="verklaring, dossier 17", at=local(timezone.now()))
    return row


def opened(given: World, row: Audit, days: int = 7) -> str:
    return do(given, row, "room", whom="Toetsing De Linde", until=local(timezone.now() + timedelta(days=days)))


def looked(name: str, *args: Any) -> Any:
    return Client().get(reverse(f"audits:{name}", args=args))


def test_a_room_opens_to_a_bound_auditor_and_every_look_and_download_is_logged() -> None:
    given = world(YEARLY)
    row = planned(given, bound=False)
    put_in(given, row)
    assert "geheimhoudingsverklaring" in opened(given, row)
    assert not Room.objects.exists()
    do(given, row, "bind", statement="verklaring, dossier 17", at=local(timezone.now()))
    page = opened(given, row)
    room, document = Room.objects.get(), RoomDocument.objects.get()
    assert reverse("audits:room", args=(room.token,)) in page
    listed = looked("room", room.token)
    assert "Beleid" in listed.content.decode()
    assert listed.headers["X-Robots-Tag"] == "noindex, nofollow"
    taken = looked("room_file", room.token, document.pk)
    assert (taken.content, taken.headers["Content-Type"]) == (POLICY, "application/octet-stream")
    assert [each.document for each in Visit.objects.order_by("at")] == [None, document]
    assert Act.objects.filter(kind="audit.room_visited", subject_id=row.pk).count() == 2
    shown = signed_in(given.owner).get(reverse("audits:detail", args=(row.pk,))).content.decode()
    assert "Wie zag wat, en wanneer" in shown
    assert kept(row, "audit.room_filled")
    assert kept(row, "audit.room_opened")


def test_a_room_that_is_over_shows_nothing_by_day_by_hand_by_an_old_link_or_of_another_audit() -> None:
    given = world(YEARLY)
    row = planned(given)
    put_in(given, row)
    assert "niet eindigen voordat" in opened(given, row, days=-1)
    opened(given, row)
    old = Room.objects.get().token
    opened(given, row)
    room, document = Room.objects.get(), RoomDocument.objects.get()
    assert looked("room", old).status_code == 404
    other = planned(given)
    put_in(given, other, b"geheim")
    theirs = RoomDocument.objects.get(audit=other)
    assert looked("room_file", room.token, theirs.pk).status_code == 404
    Room.objects.update(until=timezone.now() - timedelta(minutes=1))
    assert looked("room", room.token).status_code == 404
    assert looked("room_file", room.token, document.pk).status_code == 404
    opened(given, row)
    do(given, row, "room-close")
    assert kept(row, "audit.room_closed")
    assert looked("room", Room.objects.get().token).status_code == 404
    assert not Visit.objects.exists()


def test_a_confidential_agreement_does_not_enter_a_room_without_permission() -> None:
    given = world(YEARLY)
    row = planned(given)
    data = b"%PDF-1.7 een vertrouwelijke overeenkomst"
    given.agreement.source = SourceFile.objects.create(
        organisation=given.organisation, name="x.pdf", sha256=hashlib.sha256(data).hexdigest(), size=len(data),
        uploaded_at=timezone.now(),
    )  # fmt: skip
    given.agreement.save()
    Mark.objects.create(
        organisation=given.organisation, agreement=given.agreement, confidential=True, at=timezone.now()
    )
    assert "vertrouwelijk is en binnen blijft" in put_in(given, row, data)
    assert not RoomDocument.objects.exists()
