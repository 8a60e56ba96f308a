"""Provisions on measures as agreements word them, carried out through the pages, with the record they leave.

Each promise goes the same way: read from the annex with its passage, a gap until a measure of the library keeps it, a gap
again when its review lapses, and kept once a review with new evidence closes it.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.clocks.pump import PUMPS as CLOCKS
from art28.web.instructions.models import Declaration
from art28.web.lifecycle import gate
from art28.web.measures.agreed import Affected
from art28.web.measures.models import Item, Measure, MeasureVersion
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, breach, signed_in, world
from web.measures.changed import announced, proposed, taken, told
from web.measures.test_agreed import YEARLY, asked, certified, given_out, moved, wished
from web.measures.world import (
    arranged,
    day,
    evidence,
    kept,
    lapse,
    linked,
    measure,
    of_agreement,
    page,
    promised,
    promises,
    reviewed,
)

pytestmark = pytest.mark.django_db
provision = pytest.mark.provision


def row(mark: pytest.MarkDecorator, *items: str, topics: str) -> Any:
    """Promises, what they are about, and the provisions whose point they are."""
    return pytest.param(items, topics.split(), marks=mark, id=" ".join(map(str, mark.args)))


ANNEXES = (
    row(
        provision("S1:3.1", "S2:4.1", "S5:7.1"),
        "Gegevens worden versleuteld opgeslagen.",
        "Toegang is per rol geregeld.",
        topics="encryption access",
    ),
    row(
        provision("S3:6.1", "S4:1.1"),
        "Servers staan in een afgesloten ruimte.",
        "Het netwerk kent een firewall.",
        topics="premises network",
    ),
    row(provision("S2:4.2"), "De maatregelen worden periodiek geëvalueerd en getoetst.", topics="testing"),
    row(
        provision("S1:B2.fysiek", "S4:B2.fysiek.kantoor"),
        "Het kantoor heeft een alarm en bezoekers worden begeleid.",
        "Noodstroom en brandmelders beschermen de apparatuur.",
        topics="premises utilities",
    ),
    row(
        provision("S1:B2.toegang.authenticatie", "S3:6.3.1", "S3:B2.T.toegang"),
        "Wachtwoorden hebben ten minste acht tekens en accounts worden vergrendeld.",
        "Wachtwoorden zijn versleuteld.",
        topics="authentication authentication",
    ),
    row(
        provision("S1:B2.toegang.netwerk", "S3:B2.T.netwerk"),
        "Firewalls en segmentering schermen het netwerk af.",
        topics="network",
    ),
    row(
        provision("S1:B2.communicatie", "S4:B2.netwerk"),
        "Over openbare netwerken gaan gegevens alleen versleuteld.",
        "Patches worden elke maand geïnstalleerd.",
        topics="network patching",
    ),
    row(
        provision("S1:B2.ontwikkeling"),
        "Wijzigingen volgen een formeel wijzigingsbeheer met vastgelegde beveiligingseisen.",
        topics="development",
    ),
    row(
        provision("S1:B2.continuiteit"), "Er is een herstelplan voor het geval van een calamiteit.", topics="continuity"
    ),
    row(
        provision("S2:B2.technisch.email", "S4:B2.gegevens"),
        "E-mail wordt versleuteld met TLS.",
        "Wachtwoorden worden gehasht.",
        topics="encryption authentication",
    ),
    row(
        provision("S2:B2.organisatorisch.beleid"),
        "Informatiebeveiligingsbeleid",
        "Clean desk en clear screen beleid",
        "Beleid voor back-up",
        topics="policy clear_desk policy",
    ),
    row(
        provision("S3:6.3.2", "S3:B2.6"),
        "Fysieke maatregelen beveiligen de toegang tot het pand.",
        "Organisatorische maatregelen regelen wie toegang heeft.",
        topics="premises access",
    ),
    row(
        provision("S3:6.3.3", "S3:B2.T.logging"),
        "De hostingpartij logt elke handeling in een logbestand.",
        "Beheer wordt gelogd en drempelwaarden geven een signaal.",
        topics="logging logging",
    ),
    row(
        provision("S3:B2.3", "S4:B2.org.coordinator"),
        "De verantwoordelijkheden zijn belegd.",
        "Een coördinator ziet toe op de beveiliging.",
        topics="roles roles",
    ),
    row(provision("S4:B2.fysiek.locaties"), "De locaties worden periodiek getest en beoordeeld.", topics="testing"),
    row(
        provision("S5:B2.T.toegang", "S5:B2.O.toegang"),
        "Aanmelden gaat met tweestapsverificatie en een unieke inlogcode.",
        "Alleen toegang tot de nodige bestanden.",
        topics="authentication access",
    ),
)


@pytest.mark.parametrize(("items", "topics"), ANNEXES)
def test_what_an_annex_promises_is_a_gap_until_kept_and_again_when_its_review_lapses(
    items: tuple[str, ...], topics: list[str]
) -> None:
    given = promised(*items)
    found = promises(given.agreement)
    assert [(each.words, each.topic) for each in found] == list(zip(items, topics, strict=True))
    text = given.agreement.texts.latest("read_at").text
    assert all(text[each.start : each.end].endswith(each.words) for each in found)
    assert of_agreement(given).count('<li class="promise-line open">') == len(items)
    rows = [measure(given, each, topic, f"Wij doen dit: {each}") for each, topic in zip(items, topics, strict=True)]
    for each, by in zip(found, rows, strict=True):
        linked(given, by, each)
    assert of_agreement(given).count('<li class="promise-line not_in_place">') == len(items)
    for by in rows:
        evidence(given, by, "Instellingen")
        arranged(given, by)
    said = of_agreement(given)
    assert said.count('<li class="promise-line kept">') == len(items)
    assert str(given.owner) in said
    _lapses_and_is_reviewed(given, rows[0], len(items))


def _lapses_and_is_reviewed(given: World, by: Measure, count: int) -> None:
    clock = Obligation.objects.get(subject_kind="upkeep", subject_id=by.pk)
    assert clock.ends_at is not None
    for pump in CLOCKS:
        pump(now=clock.ends_at + timedelta(days=1), limit=100)
    clock.refresh_from_db()
    assert (clock.state, clock.owner) == ("late", given.owner)
    lapse(by)
    said = of_agreement(given)
    assert said.count('<li class="promise-line overdue">') == 1
    assert by.name in page(given, "list", gap="overdue")
    reviewed(given, by, evidence(given, by, "Nieuw verslag"))
    clock.refresh_from_db()
    assert clock.ended_at is not None
    assert of_agreement(given).count('<li class="promise-line kept">') == count
    assert f'"measure":"{by.pk}"' in (
        Act.objects.filter(kind="agreement.measures_linked").order_by("at")[0].content.content or ""
    )
    assert '"effect":"effective"' in kept("safeguard.reviewed")


def thing(mark: pytest.MarkDecorator, promise: str, kind: str, name: str, **more: str) -> Any:
    """A promise, and something under the measure that keeps it."""
    return pytest.param(promise, kind, name, more, marks=mark, id=" ".join(map(str, mark.args)))


THINGS = (
    thing(
        provision("S1:B2.bedrijfsmiddelen"),
        "Van alle bedrijfsmiddelen is een inventaris; laptops zijn versleuteld.",
        "device",
        "Laptop 12",
        holder="R. Vos",
        classified="draagbaar, versleuteld",
    ),
    thing(
        provision("S1:B2.operationeel.updates", "S3:B2.12"),
        "Beveiligingsupdates en patches worden tijdig geïnstalleerd.",
        "software",
        "Werkplekbeheer 7.2",
        note="uitgebracht 3 november, geïnstalleerd 5 november",
    ),
    thing(
        provision("S2:B2.technisch.apparaten", "S5:B2.T.dragers"),
        "Beveiligde USB-sticks en medewerkerstelefoons.",
        "device",
        "USB-stick 4",
        holder="R. Vos",
    ),
    thing(
        provision("S3:B2.2"),
        "Bedrijfsmiddelen zijn geïnventariseerd en geclassificeerd.",
        "system",
        "Relatiebeheer",
        classified="vertrouwelijk",
    ),
    thing(
        provision("S3:B2.T.antivirus"), "Servers en werkplekken hebben antivirus.", "device", "Server 3", place="Zwolle"
    ),
    thing(provision("S3:6.3.4"), "Beheersystemen hebben single sign-on.", "system", "Beheerpaneel"),
    thing(provision("S3:B2.9-10"), "Toepassingen hebben een ingebouwd toegangsbeheer.", "system", "Urenregistratie"),
    thing(
        provision("S3:B2.8"),
        "Een sleutelplan regelt versleuteling en functiescheiding.",
        "document",
        "Sleutelplan 2026",
        holder="R. Vos",
    ),
    thing(
        provision("S4:B2.fysiek.omgeving"),
        "Verwerking in een afgesloten, fysiek beveiligde locatie.",
        "location",
        "Zaal 2",
    ),
    thing(
        provision("S5:B2.T.privacy-by-default"),
        "Toepassingen staan privacyvriendelijk ingesteld.",
        "system",
        "Agenda",
        note="delen staat uit",
    ),
    thing(
        provision("S5:B2.O.papier-server"),
        "Papier in een afgesloten kast; protocol voor sleutelbeheer.",
        "key",
        "Sleutel kast 2",
        holder="R. Vos",
    ),
    thing(
        provision("S5:B2.O.gedrag"),
        "Oude documenten worden vernietigd.",
        "medium",
        "Map dossiers 2019",
        place="archief",
    ),
)


@pytest.mark.parametrize(("promise", "kind", "name", "more"), THINGS)
def test_things_under_a_measure_are_listed_checked_and_gone_with_how(
    promise: str, kind: str, name: str, more: dict[str, str]
) -> None:
    given = promised(promise)
    by = measure(given, "Maatregel", promises(given.agreement)[0].topic, promise)
    linked(given, by, promises(given.agreement)[0])
    arranged(given, by)
    data = {"kind": kind, "inside": "yes", "met": "no", "since": day(-9), **more}
    to = reverse("measures:act", args=(by.pk, "item"))
    assert signed_in(given.owner).post(to, {**data, "name": name}).status_code == 302
    item = Item.objects.get(measure=by)
    said = page(given, "detail", by.pk)
    assert all(each in said for each in (name, *more.values()))
    assert '<li class="promise-line partly">' in of_agreement(given)
    assert "niet overal voldaan" in page(given, "list", gap="unmet")
    client = signed_in(given.owner)
    checked = {"met": "yes", "classified": more.get("classified", ""), "checked_by": "J. Okkerse", "checked_on": day(0)}
    client.post(reverse("measures:item_act", args=(by.pk, item.pk, "check-item")), checked)
    assert '<li class="promise-line kept">' in of_agreement(given)
    assert "J. Okkerse" in kept("safeguard.item_checked")
    gone = {"on": day(0), "how": "vernietigd volgens het protocol"}
    client.post(reverse("measures:item_act", args=(by.pk, item.pk, "end-item")), gone)
    assert "vernietigd volgens het protocol" in page(given, "detail", by.pk)
    assert name in kept("safeguard.item_ended")


@pytest.mark.provision("S4:4.9", "S4:B2.intro")
def test_what_the_customer_installed_itself_lies_outside_the_measures() -> None:
    given = promised("Servers hebben een firewall en worden gepatcht.")
    by = measure(given, "Servers", "network", "Firewall en patches.")
    linked(given, by, promises(given.agreement)[0])
    arranged(given, by)
    data = {"kind": "software", "name": "Eigen pakket van klant", "inside": "no", "met": "no", "since": day(-9)}
    signed_in(given.owner).post(reverse("measures:act", args=(by.pk, "item")), data)
    assert "buiten de maatregelen" in page(given, "detail", by.pk)
    assert '<li class="promise-line kept">' in of_agreement(given)
    assert '"inside":false' in kept("safeguard.item_added")


@pytest.mark.provision("S1:B2.intro", "S3:B2.1", "S5:B2.T.systemen")
def test_certificates_that_agreements_name_are_missed_before_and_after_they_run() -> None:
    given = world({"security.standards": ["ISO27001", "NEN7510", "ISO9001"]})
    for name in ("ISO/IEC 27001:2022", "NEN 7510", "ISO 9001"):
        certified(given, name, day(30))
    assert "en hier is er geen geldig" not in page(given, "certificates")
    clocks = Obligation.objects.filter(subject_kind="certificate", ended_at=None)
    assert clocks.count() == 3
    assert "vervalt binnenkort" in page(given, "certificates", state="soon")
    lapsed = certified(given, "ISO 9001", day(2))
    signed_in(given.owner).post(reverse("measures:end_certificate", args=(lapsed.pk,)), {"reason": "niet verlengd"})
    first = type(lapsed).objects.get(standard="NEN 7510")
    signed_in(given.owner).post(reverse("measures:end_certificate", args=(first.pk,)), {"reason": "ingetrokken"})
    assert "<b>NEN7510</b>" in page(given, "certificates")
    assert "<b>ISO27001</b>" not in page(given, "certificates")
    type(lapsed).objects.filter(standard="ISO/IEC 27001:2022").update(expires_on=day(-1))
    assert "<b>ISO27001</b>" in page(given, "certificates")
    assert "ingetrokken" in kept("certificate.ended")


@pytest.mark.provision("S4:B2.fysiek.datacenters")
def test_a_data_centre_has_certificates_of_its_own_under_the_measure() -> None:
    given = promised("Datacentra zijn ISO 27001 gecertificeerd.")
    by = measure(given, "Datacentra", "certification", "Gecertificeerde datacentra.")
    linked(given, by, promises(given.agreement)[0])
    certified(given, "ISO/IEC 27001:2022", day(90), f"?measure={by.pk}")
    assert "ISO/IEC 27001:2022" in page(given, "detail", by.pk)
    assert Obligation.objects.filter(subject_kind="certificate").count() == 1
    assert str(by) in kept("certificate.kept")


@pytest.mark.provision("S1:1.1.b")
def test_every_new_version_is_told_with_its_differences_and_asks_no_consent() -> None:
    given = promised("Elke week een back-up.", said={"security.measures_change": "processor_with_notice"})
    linked(given, measure(given), promises(given.agreement)[0])
    change = announced(given, proposed(given, important=False))
    told(given, change)
    message = OutboxMessage.objects.get()
    answers = {each["question"]: each["answer"] for each in message.notice["sections"]}
    assert answers["Wat erbij komt"] == "– kopie, versleuteld."
    assert "Uw toestemming is niet nodig." in " ".join(message.notice["opening"])
    taken(given, change)
    assert MeasureVersion.objects.filter(measure=change.measure).count() == 2
    assert str(message.pk) in kept("safeguard.change_told")


@pytest.mark.provision("S4:4.7")
def test_where_important_changes_are_told_others_are_kept_and_not_told() -> None:
    given = promised("Elke week een back-up.", said={"security.measures_change": "processor_with_notice"})
    linked(given, measure(given), promises(given.agreement)[0])
    fact = given.agreement.facts.get(key="security.measures_change")
    fact.citations = [{"text": "Verwerker meldt belangrijke wijzigingen.", "start": 0, "end": 9, "page": None}]
    type(fact).objects.filter(pk=fact.pk).delete()
    fact.save(force_insert=True)
    small = announced(given, proposed(given, important=False))
    assert Affected.objects.get(change=small).ground == "unimportant"
    taken(given, small)
    assert small.state == "done"
    large = announced(given, proposed(given, "Elk uur een kopie."))
    assert Affected.objects.get(change=large).need == 1
    assert '"important":true' in kept("safeguard.change_proposed")


@pytest.mark.provision("S5:B2.voorwaarden")
def test_where_we_may_change_alone_nobody_is_asked_but_the_level_is_accounted_for() -> None:
    given = promised("Elke week een back-up.", said={"security.measures_change": "processor_alone"})
    linked(given, measure(given), promises(given.agreement)[0])
    by = Measure.objects.get()
    data = {"name": by.name, "text": "Elk uur.", "why": "Beter", "level": "", "planned_on": day(0)}
    assert signed_in(given.owner).post(reverse("measures:act", args=(by.pk, "propose")), data).status_code == 422
    change = announced(given, proposed(given))
    taken(given, change)
    assert (change.state, OutboxMessage.objects.count()) == ("done", 0)
    assert MeasureVersion.objects.get(measure=by, number=2).level == "Het wordt strenger."
    assert '"nothing":1' in kept("safeguard.change_announced")


@pytest.mark.provision("S4:4.3")
def test_a_second_overview_within_the_year_waits_for_a_reason_and_what_was_sent_is_kept() -> None:
    given = promised("Elke week een back-up.", article=YEARLY)
    arranged(given, measure(given))
    first = asked(given, day(-30))
    given_out(given, first)
    assert first.content[0]["question"] == "Back-up"
    second = asked(given, day(0))
    given_out(given, second)
    assert (second.refused, second.answered_at) == ("2.2", None)
    third = asked(given, day(0), "breach", breach=str(breach(given).pk))
    given_out(given, third)
    assert third.answered_at is not None
    assert third.sha256 in kept("overview.given")


@pytest.mark.provision("S5:3.2")
def test_a_request_to_be_informed_of_the_measures_is_answered_by_a_letter() -> None:
    given = promised("Elke week een back-up.")
    arranged(given, measure(given))
    found = asked(given, day(0))
    assert ">nog te geven</td>" in page(given, "overviews")
    given_out(given, found)
    assert OutboxMessage.objects.get().notice["kind"] == "measure_overview"
    assert ">gegeven</td>" in page(given, "overviews")
    assert ">nog te geven</td>" not in page(given, "overviews")
    assert Act.objects.filter(kind="overview.asked", subject_id=found.pk).exists()


@pytest.mark.provision("S4:4.8[1]", "S4:4.8[2]")
def test_a_further_measure_binds_once_both_signed_and_its_price_is_charged() -> None:
    given = promised("Elke week een back-up.")
    found, by = wished(given), measure(given)
    moved(given, found, "offer", price="1250", terms="")
    moved(given, found, "carry-out", measure=str(by.pk), on=day(0))
    assert found.state == "offered"
    moved(given, found, "agree", signed_on=day(0), signed_by_us="M. Berg", signed_by_them="J. Okkerse", kept_at="map")
    moved(given, found, "carry-out", measure=str(by.pk), on=day(0))
    moved(given, found, "charge", on=day(0))
    assert (found.state, found.charged_on is not None) == ("done", True)
    assert "1250,00" in page(given, "wish", found.pk)
    assert '"price_cents":125000' in kept("wish.charged")


JUDGED = (
    pytest.param(
        "Verwerkingsverantwoordelijke verstrekt pas als zij zich ervan heeft verzekerd dat er maatregelen zijn.",
        marks=provision("S3:6.2", "S5:7.4"),
    ),
    pytest.param(
        "De beveiliging biedt naar het oordeel van Verwerkingsverantwoordelijke een passend niveau.",
        marks=provision("S4:4.6"),
    ),
    pytest.param(
        "Het is aan Verwerkingsverantwoordelijke om te beoordelen of deze maatregelen voldoende waarborgen bieden.",
        marks=provision("S5:7.2"),
    ),
)


@pytest.mark.parametrize("words", JUDGED)
def test_the_controllers_own_judgement_is_asked_for_and_the_agreement_waits_for_it(words: str) -> None:
    given = promised("Elke week een back-up.", article=f"2.3 {words}\n")
    assert "en er is geen oordeel in het dossier" in of_agreement(given)
    assert [each.passes for each in gate.items(given.agreement) if each.code == "guarantees"] == [False]
    client = signed_in(given.owner)
    data = {"kind": "measures", "activity": "Beheer", "recipient": "fg@zorg.example"}
    client.post(f"{reverse('instructions:ask')}?agreement={given.agreement.pk}", data)
    found = Declaration.objects.get()
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    to = reverse("instructions:declaration_act", args=(found.pk, "file"))
    client.post(to, {"text": "Voldoende bevonden.", "given_by": "J. Okkerse", "at": at, "valid_until": day(99)})
    assert "Voldoende bevonden." in of_agreement(given)
    assert [each.passes for each in gate.items(given.agreement) if each.code == "guarantees"] == [True]
    assert "Voldoende bevonden." in kept("declaration.filed")


@pytest.mark.parametrize(
    "ids",
    [
        pytest.param({}, marks=pytest.mark.provision("S4:4.1"), id="S4:4.1"),
        pytest.param({"security.effectiveness_disclaimed": True}, marks=pytest.mark.provision("S5:7.3"), id="S5:7.3"),
    ],
)
def test_on_what_the_measures_rest_is_asked_for_and_kept_with_its_day(ids: dict[str, bool]) -> None:
    given = promised("Elke week een back-up.", said=ids)
    said = of_agreement(given)
    assert "zijn nog niet afgewogen" in said
    assert ("niet onder alle omstandigheden gewaarborgd" in said) is bool(ids)
    data = {
        "on": day(0),
        "state_of_the_art": "TLS 1.3",
        "sensitivity": "Adressen",
        "cost": "Laag",
        "outcome": "Toereikend",
    }
    signed_in(given.owner).post(reverse("measures:weigh", args=(given.agreement.pk,)), data)
    said = of_agreement(given)
    assert "Toereikend" in said
    assert "zijn nog niet afgewogen" not in said
    assert "Adressen" in kept("weighing.kept")
