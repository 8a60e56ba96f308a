"""Things with custody: who holds them, what protects them, and that the register costs the same at any length."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.controls.models import Asset, CustodyStep, Safeguard
from web.breaches.world import signed_in
from web.controls.world import DAY, act, added, given_world, handed, lacking, seen, thing

pytestmark = pytest.mark.django_db


def test_a_thing_is_issued_once_and_taken_in_before_it_is_issued_again() -> None:
    given = given_world()
    key = thing(given, "S-1", "key")
    handed(given, key, "issued", status=422)
    handed(given, key, "issued", holder="M. Berg", evidence="getekend ontvangstbewijs")
    assert (key.custody, key.holder, key.held_since) == ("issued", "M. Berg", timezone.localdate())
    assert "neem het eerst in" in handed(given, key, "issued", holder="J. Okkerse", status=409)
    handed(given, key, "returned")
    assert (key.custody, key.holder, key.held_since) == ("in_store", "", None)
    handed(given, key, "issued", holder="J. Okkerse")
    page = signed_in(given.owner).get(reverse("controls:asset", args=(key.pk,))).content.decode()
    assert page.index("Uitgegeven: J. Okkerse") < page.index("Ingenomen: M. Berg") < page.index("Uitgegeven: M. Berg")
    assert '"holder":"J. Okkerse"' in act("asset.handed")


def test_what_is_destroyed_stays_in_the_register_and_can_do_nothing_more() -> None:
    given = given_world()
    disk = thing(given, "D-1", "carrier")
    handed(given, disk, "destroyed", status=422)
    handed(given, disk, "destroyed", evidence="certificaat 88")
    handed(given, disk, "issued", holder="M. Berg", status=409)
    assert lacking(given, custody="destroyed") == {"D-1": []}
    assert lacking(given, lacks="1") == {}
    for change in (lambda: CustodyStep.objects.update(holder="x"), CustodyStep.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_safeguard_that_is_over_lacks_again() -> None:
    given = given_world()
    laptop = thing(given, "L-1", "computer")
    today = timezone.localdate()
    for each in ("encrypted", "virus_scan", "patched", "no_drives", "no_private"):
        seen(given, laptop, each, until=(today + 30 * DAY).isoformat())
    assert lacking(given, lacks="1") == {}
    Safeguard.objects.filter(kind="virus_scan").update(until=today - timedelta(days=1))
    assert lacking(given, lacks="1") == {"L-1": ["virus_scan"]}
    seen(given, laptop, "virus_scan")
    seen(given, laptop, "encrypted", in_place=False)
    assert lacking(given, lacks="1") == {"L-1": ["encrypted"]}
    assert '"in_place":false' in act("asset.safeguard_seen")


def test_a_thing_is_changed_by_one_person_at_a_time_and_has_a_mark_of_its_own() -> None:
    given = given_world()
    place = thing(given, "P-1", "location", country="nl")
    server = thing(given, "X-1", "server", place=str(place.pk))
    client, where = signed_in(given.owner), reverse("controls:asset_edit", args=(server.pk,))
    data = {"code": "X-1", "name": "Server noord", "kind": "server", "version": "1"}
    assert client.post(where, data).status_code == 302
    assert client.post(where, data).status_code == 409
    assert client.post(where, {**data, "code": "P-1", "version": "2"}).status_code == 409
    assert client.post(reverse("controls:asset_new"), {**data, "country": "N1"}).status_code == 422
    assert client.post(reverse("controls:asset_new"), data).status_code == 409
    assert '"name":["Middel X-1","Server noord"]' in act("asset.changed")
    assert Asset.objects.get(code="P-1").country == "NL"


def test_a_thing_shows_its_checks_and_what_it_holds_and_the_register_is_found_through_and_exported() -> None:
    given = given_world()
    place = thing(given, "P-1", "location", country="NL")
    thing(given, "X-1", "server", place=str(place.pk))
    added(given, asset=str(place.pk), rhythm="yearly", name="Keuring van de ruimte")
    client = signed_in(given.owner)
    page = client.get(reverse("controls:asset", args=(place.pk,))).content.decode()
    assert "Keuring van de ruimte" in page
    assert "Middel X-1" in page
    assert list(lacking(given, q="middel p")) == ["P-1", "X-1"]
    assert list(lacking(given, kind="server")) == ["X-1"]
    assert list(lacking(given, sort="-code")) == ["X-1", "P-1"]
    assert list(lacking(given, sort="-lacking", kind="x", custody="\x00")) == ["X-1", "P-1"]
    lines = (
        client.get(reverse("controls:asset_export", args=("csv",)), {"kind": "server"}).getvalue().decode("utf-8-sig")
    )
    assert len(lines.splitlines()) == 2
    assert client.get(reverse("controls:asset_export", args=("xlsx",))).getvalue()[:2] == b"PK"
    assert client.get(reverse("controls:asset_export", args=("pdf",))).status_code == 404


def test_the_register_costs_the_same_with_ten_things_and_with_five_thousand(
    django_assert_max_num_queries: Any,
) -> None:
    given = given_world()
    client, now = signed_in(given.owner), timezone.now()
    for size in (10, 4_990):
        start = Asset.objects.count()
        rows = Asset.objects.bulk_create(
            Asset(organisation=given.organisation, code=f"A{start + n:05}", name="x", kind="computer", changed_at=now)
            for n in range(size)
        )
        Safeguard.objects.bulk_create(
            Safeguard(organisation=given.organisation, asset=row, kind="encrypted", in_place=True, seen_on=now.date(),
                      at=now, by=given.owner)
            for row in rows
        )  # fmt: skip
        with django_assert_max_num_queries(11):
            answer = client.get(reverse("controls:assets"), {"lacks": "1"})
            assert len(answer.context["rows"]) == min(50, start + size)
    with django_assert_max_num_queries(8):
        answer = client.get(reverse("controls:asset_export", args=("csv",)))
        assert len(answer.getvalue().splitlines()) == 5_001
