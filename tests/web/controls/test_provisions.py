"""Provisions on checks and custody as annexes word them, carried out through pages and API, with the record they leave."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.controls.models import CheckAlarm, Result
from art28.web.reminders.models import Message
from art28.web.services import actions as services
from web.breaches.world import World, actor, signed_in
from web.controls.world import (
    DAY,
    act,
    added,
    given_world,
    handed,
    kept,
    lacking,
    local,
    person,
    reported,
    seen,
    thing,
    worked,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    cache.clear()
    return given_world()


def at(**past: float) -> str:
    return (timezone.now() - timedelta(**past)).isoformat()


def opened() -> list[tuple[str, str]]:
    """The open alarms: of which check or thing, and why."""
    rows = CheckAlarm.objects.filter(closed_at=None).order_by("thing", "check_row__code")
    return [(row.thing or row.check_row.code, row.why) for row in rows]


def service(given: World, name: str) -> str:
    row = services.add(given.organisation, services.About(name=name), actor=actor(given.owner), now=timezone.now())
    return str(row.pk)


@pytest.mark.provision("S5:B1.5[2]")
def test_a_daily_check_that_the_service_desk_misses_is_an_alarm(given: World) -> None:
    desk = person(given, "servicedesk", Role.ENGINEER)
    check = added(given, rhythm="daily", owner=str(desk.pk))
    kept(given, check)
    assert check.due_at is not None
    assert check.due_at - timezone.now() <= timedelta(days=2)
    worked(check.due_at)
    assert opened() == [("backup-mail", "missed")]
    assert Message.objects.get().user == desk
    assert "due_at" in act("check.missed")
    kept(given, check)
    assert opened() == []


@pytest.mark.provision("S5:B1.6", "S5:B1.7")
def test_a_weekly_check_of_back_ups_at_their_places_and_of_servers_is_missed_after_a_week(given: World) -> None:
    places = [thing(given, f"DC-{n}", "location", country="NL") for n in (1, 2)]
    checks = [
        added(given, code=f"archief-{n}", rhythm="weekly", asset=str(place.pk), service=service(given, f"Archief {n}"))
        for n, place in enumerate(places)
    ]
    checks.append(added(given, code="servers", name="Servercontrole", rhythm="weekly"))
    for check in checks:
        kept(given, check)
        assert check.due_at is not None
    worked(timezone.now() + 6 * DAY)
    assert opened() == []
    worked(timezone.now() + 8 * DAY)
    assert sorted(opened()) == [("archief-0", "missed"), ("archief-1", "missed"), ("servers", "missed")]
    page = signed_in(given.owner).get(reverse("controls:asset", args=(places[0].pk,))).content.decode()
    assert "Nederland" in page
    assert "Back-up van mail" in page
    assert act("check.missed")


@pytest.mark.provision("S5:B2.T.verbinding", "S1:B2.cryptografie")
def test_what_outside_connections_and_keys_are_worth_is_tested_and_kept(given: World) -> None:
    added(given, code="tls", name="Koppelvlakken", rule="at_least", bound="1.2", unit="TLS")
    added(given, code="aes", name="Versleuteling in rust", rule="at_least", bound="256", unit="bit")
    tls = {"check": "tls", "at": at(minutes=5)}
    aes = {"check": "aes", "at": at(minutes=5)}
    reported(given, {**tls, "thing": "portaal", "value": "1.3"}, {**tls, "thing": "mail", "value": "1.1"},
             {**aes, "thing": "schijf", "value": 256}, {**aes, "thing": "archief", "value": 128})  # fmt: skip
    assert opened() == [("archief", "failed"), ("mail", "failed")]
    assert '"value":"128"' in act("check.result_kept")
    reported(given, {**tls, "at": at(minutes=1), "thing": "mail", "value": "1.2"})
    assert opened() == [("archief", "failed")]


@pytest.mark.provision("S3:B2.T.back-up", "S2:B2.technisch.back-up")
def test_each_back_up_is_kept_with_its_encryption_and_place_and_a_weak_or_bare_one_alarms(given: World) -> None:
    place = thing(given, "DC-1", "location", country="NL")
    added(given, code="sterkte", rule="at_least", bound="128", unit="bit", asset=str(place.pk))
    added(given, code="versleuteld", name="Back-up versleuteld")
    when = {"at": at(minutes=5)}
    reported(given, {"check": "sterkte", **when, "thing": "mail", "value": 128},
             {"check": "sterkte", **when, "thing": "bestanden", "value": 127},
             {"check": "versleuteld", **when, "thing": "wiki", "passed": False},
             {"check": "versleuteld", **when, "thing": "mail", "passed": True})  # fmt: skip
    assert opened() == [("bestanden", "failed"), ("wiki", "failed")]
    worked(timezone.now())
    assert Message.objects.get().subject == "2 controles zijn gemist of gezakt"
    assert Result.objects.get(thing="mail", value=128).check_row.asset == place
    assert act("check.alarm_raised")


@pytest.mark.provision("S1:B2.operationeel.herstel")
def test_a_back_up_older_than_a_week_alarms_unless_nothing_changed_and_so_does_one_without_a_copy_elsewhere(
    given: World,
) -> None:
    check = added(given, code="back-up", rhythm="age", max_age_days="7", may_be_unchanged="on")
    added(given, code="elders", name="Kopie op een andere plaats", rhythm="weekly")
    reported(given, {"check": "back-up", "at": at(), "of": at(days=6)}, {"check": "elders", "at": at(), "passed": True})
    check.refresh_from_db()
    assert check.due_at is not None
    assert timedelta(hours=23) < check.due_at - timezone.now() < timedelta(hours=25)
    worked(timezone.now())
    assert opened() == []
    worked(check.due_at)
    assert opened() == [("back-up", "missed")]
    reported(given, {"check": "back-up", "at": at(), "of": at(days=8)})
    assert opened() == [("back-up", "failed")]
    reported(given, {"check": "back-up", "at": at(), "of": at(days=8), "unchanged": True})
    assert opened() == []
    assert '"unchanged":true' in act("check.result_kept")
    reported(given, {"check": "elders", "at": at(), "passed": False})
    assert opened() == [("elders", "failed")]


@pytest.mark.provision("S4:B2.fysiek.back-up", "S4:B2.fysiek.locaties")
def test_each_service_has_its_back_up_schedule_and_place_and_each_location_its_yearly_assessment(given: World) -> None:
    place = thing(given, "DC-1", "location", country="NL")
    hosting = service(given, "Hosting")
    copies = added(given, code="kopie-hosting", rhythm="daily", service=hosting, asset=str(place.pk))
    room = added(given, code="keuring-dc1", name="Keuring", rhythm="yearly", asset=str(place.pk))
    client = signed_in(given.owner)
    page = client.get(reverse("controls:detail", args=(copies.pk,))).content.decode()
    assert "Hosting" in page
    assert "DC-1" in page
    kept(given, copies)
    kept(given, room, note="geen bevindingen", evidence="keuringsrapport 12")
    assert "keuringsrapport 12" in act("check.result_kept")
    worked(timezone.now() + 2 * DAY)
    assert opened() == [("kopie-hosting", "missed")]
    worked(timezone.now() + 367 * DAY)
    assert ("keuring-dc1", "missed") in opened()


@pytest.mark.provision("S1:B2.operationeel.updates", "S3:B2.12", "S5:B1.10")
def test_each_update_is_kept_with_its_release_and_installation_and_one_installed_late_alarms(given: World) -> None:
    check = added(given, code="updates", name="Updates", rhythm="monthly", max_age_days="14")
    released = {"check": "updates", "at": at(hours=1)}
    reported(given, {**released, "thing": "mailserver", "of": at(days=3), "note": "3.2.1", "evidence": "patchproces 4"},
             {**released, "thing": "firewall", "of": at(days=30), "note": "9.0"})  # fmt: skip
    assert opened() == [("firewall", "failed")]
    page = (
        signed_in(given.owner).get(reverse("controls:detail", args=(check.pk,)), {"q": "mailserver"}).content.decode()
    )
    assert "3.2.1" in page
    assert "patchproces 4" in page
    assert "firewall" not in page.partition('id="history"')[2].partition('id="promised"')[0]
    assert '"verdict":"too_old"' in act("check.result_kept")


@pytest.mark.provision("S3:B2.T.logging")
def test_what_was_done_is_found_by_person_and_customer_and_a_threshold_signals_by_itself(given: World) -> None:
    check = added(given, code="responstijd", rule="at_most", bound="200", unit="ms", rhythm="daily")
    reported(given, {"check": "responstijd", "at": at(hours=1), "value": 120, "thing": "Stichting Zorg", "note": "M. Berg"},
             {"check": "responstijd", "at": at(hours=1), "value": 350, "thing": "Gemeente Noord"})  # fmt: skip
    worked(timezone.now())
    assert [row.user for row in Message.objects.all()] == [given.owner]
    client, where = signed_in(given.owner), reverse("controls:detail", args=(check.pk,))
    for words, things in (("Berg", ["Stichting Zorg"]), ("gemeente", ["Gemeente Noord"]), ("bewaking", None)):
        found = [row.thing for row in client.get(where, {"q": words}).context["page"]]
        assert found == things or (things is None and len(found) == 2)
    assert '"verdict":"above"' in act("check.result_kept")


@pytest.mark.provision("S1:B2.toegang.authenticatie")
def test_the_settings_of_signing_in_are_tested_one_by_one(given: World) -> None:
    added(given, code="wachtwoord", name="Lengte van wachtwoorden", rule="at_least", bound="8", unit="tekens")
    added(given, code="aanmelden", name="Instellingen van aanmelden")
    when = {"at": at(minutes=5)}
    reported(given, {"check": "wachtwoord", **when, "value": 7}, {"check": "aanmelden", **when, "thing": "complexiteit",
             "passed": True}, {"check": "aanmelden", **when, "thing": "sterke aanmelding", "passed": True},
             {"check": "aanmelden", **when, "thing": "geen hergebruik van namen", "passed": True},
             {"check": "aanmelden", **when, "thing": "blokkering", "passed": False})  # fmt: skip
    assert opened() == [("wachtwoord", "failed"), ("blokkering", "failed")]
    assert '"thing":"blokkering"' in act("check.result_kept")


@pytest.mark.provision("S3:B2.T.antivirus")
def test_which_servers_and_workstations_lack_a_virus_scan_is_shown_per_device(given: World) -> None:
    laptop, server = thing(given, "L-1", "computer"), thing(given, "X-1", "server")
    seen(given, laptop, "virus_scan", until=(timezone.localdate() + DAY).isoformat())
    found = lacking(given)
    assert "virus_scan" not in found["L-1"]
    assert "virus_scan" in found["X-1"]
    seen(given, server, "virus_scan", in_place=False)
    assert "virus_scan" in lacking(given)["X-1"]
    assert '"safeguard":"virus_scan"' in act("asset.safeguard_seen")


@pytest.mark.provision("S2:B2.technisch.apparaten", "S5:B2.T.dragers", "S5:B2.T.systemen")
def test_each_device_and_carrier_shows_its_own_safeguards_with_what_proves_them(given: World) -> None:
    laptop, stick, phone = thing(given, "L-1", "computer"), thing(given, "U-1", "carrier"), thing(given, "T-1", "phone")
    assert lacking(given) == {
        "L-1": ["encrypted", "virus_scan", "patched", "no_drives", "no_private"],
        "T-1": ["locked", "encrypted"],
        "U-1": ["encrypted"],
    }
    for asset, safeguards in (
        (laptop, ("encrypted", "virus_scan", "patched", "no_drives", "no_private")),
        (phone, ("locked", "encrypted")),
    ):
        for each in safeguards:
            seen(given, asset, each, seen_by="beheersoftware, november")
    assert lacking(given, lacks="1") == {"U-1": ["encrypted"]}
    page = signed_in(given.owner).get(reverse("controls:asset", args=(laptop.pk,))).content.decode()
    assert page.count("beheersoftware, november") == 5
    seen(given, stick, "encrypted")
    assert lacking(given, lacks="1") == {}
    assert act("asset.safeguard_seen")


@pytest.mark.provision("S1:B2.bedrijfsmiddelen")
def test_the_inventory_is_for_those_who_work_with_it_and_knows_encryption_and_destruction(given: World) -> None:
    laptop = thing(given, "L-1", "computer")
    boss = person(given, "directie", Role.MANAGEMENT)
    for outside in (given.member, boss):
        client = signed_in(outside)
        assert client.get(reverse("controls:assets")).status_code == 403
        assert client.get(reverse("controls:asset", args=(laptop.pk,))).status_code == 403
    assert "encrypted" in lacking(given)["L-1"]
    seen(given, laptop, "encrypted")
    assert "encrypted" not in lacking(given)["L-1"]
    handed(given, laptop, "destroyed", status=422)
    handed(given, laptop, "destroyed", evidence="certificaat van vernietiging 88")
    assert "certificaat van vernietiging 88" in act("asset.handed")
    assert lacking(given)["L-1"] == []
    page = signed_in(given.owner).get(reverse("controls:asset", args=(laptop.pk,))).content.decode()
    assert "certificaat van vernietiging 88" in page


@pytest.mark.provision("S5:B2.O.papier-server")
def test_keys_of_cabinet_and_server_room_are_issued_and_taken_in_by_a_protocol_on_file(given: World) -> None:
    room, cabinet = thing(given, "R-1", "location"), thing(given, "K-1", "storage")
    thing(given, "DOS-1", "paper", place=str(cabinet.pk))
    key = thing(given, "S-1", "key", place=str(room.pk))
    handed(given, key, "issued", holder="M. Berg", evidence="sleutelformulier 7")
    assert (key.holder, key.custody) == ("M. Berg", "issued")
    handed(given, key, "returned")
    assert (key.holder, key.custody) == ("", "in_store")
    steps = signed_in(given.owner).get(reverse("controls:asset", args=(key.pk,))).content.decode()
    assert "sleutelformulier 7" in steps
    assert "Ingenomen: M. Berg" in steps
    assert lacking(given, kind="location") == {"R-1": ["locked"]}
    for each in (room, cabinet):
        seen(given, each, "locked")
    assert lacking(given, kind="storage") == {"K-1": []}
    protocol = added(given, code="protocol", name="Sleutel- en toegangsprotocol", rhythm="yearly", asset=str(room.pk))
    data = {"at": local(timezone.now()), "said": "yes", "file": SimpleUploadedFile("protocol.pdf", b"%PDF-1.7")}
    signed_in(given.owner).post(reverse("controls:result", args=(protocol.pk,)), data)
    assert Result.objects.get().file.name == "protocol.pdf"
    assert '"holder":"M. Berg"' in act("asset.handed")
