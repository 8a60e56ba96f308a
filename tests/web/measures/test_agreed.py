"""What happens under agreements: overviews and their limit, wishes and their price, certificates, weighings, judgement."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import FactVersion
from art28.web.clocks.models import Obligation
from art28.web.measures.agreed import Overview, Wish
from art28.web.measures.models import Certificate, Weighing
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, breach, signed_in, world
from web.measures.world import arranged, day, kept, measure, of_agreement, page, promised

pytestmark = pytest.mark.django_db
YEARLY = (
    "2.2 Op verzoek van Verwerkingsverantwoordelijke geeft Verwerker een overzicht van de beveiligingsmaatregelen. "
    "Dat kan ten hoogste één keer per jaar worden gevraagd, tenzij er aanleiding is, zoals een datalek.\n"
)
JUDGED = "2.3 Het is aan Verwerkingsverantwoordelijke om te beoordelen of deze maatregelen voldoende zijn.\n"


def asked(given: World, on: str, why: str = "yearly", **more: Any) -> Overview:
    data = {"asked_by": "J. Okkerse", "asked_on": on, "why": why, "breach": "", "reason": "", **more}
    to = reverse("measures:ask_overview", args=(given.agreement.pk,))
    answer = signed_in(given.owner).post(to, data)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Overview.objects.latest("at")


def given_out(given: World, row: Overview) -> None:
    data = {"recipient": "fg@zorg.example", "recipient_name": "J. Okkerse", "signed_by": "M. Berg"}
    signed_in(given.owner).post(reverse("measures:overview_act", args=(row.pk, "give")), data)
    row.refresh_from_db()


def test_an_overview_is_a_letter_topic_by_topic_kept_with_its_hash() -> None:
    given = promised("Elke week een back-up.")
    arranged(given, measure(given))
    row = asked(given, day(0))
    given_out(given, row)
    message = OutboxMessage.objects.get()
    assert message.notice["sections"][0]["question"] == "Back-up"
    assert "ISO/IEC 27001: 8.13" in message.notice["sections"][0]["answer"]
    assert row.sha256 in kept("overview.given")
    for form, first in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = signed_in(given.owner).get(reverse("notices:document", args=(message.pk, form)))
        data = answer.getvalue()
        assert data.startswith(first)


def test_a_second_overview_within_the_year_needs_a_reason_by_the_clause() -> None:
    given = promised("Elke week een back-up.", article=YEARLY)
    arranged(given, measure(given))
    given_out(given, asked(given, day(-100)))
    second = asked(given, day(0))
    assert second.refused == "2.2"
    given_out(given, second)
    assert (second.answered_at, OutboxMessage.objects.count()) == (None, 1)
    found = breach(given)
    third = asked(given, day(0), "breach", breach=str(found.pk))
    assert third.refused == ""


def test_where_the_agreement_is_silent_an_overview_may_be_asked_for_at_any_time() -> None:
    given = promised("Elke week een back-up.")
    asked(given, day(-1))
    assert asked(given, day(0)).refused == ""


def test_a_breach_as_the_reason_is_named() -> None:
    given = promised("Elke week een back-up.")
    to = reverse("measures:ask_overview", args=(given.agreement.pk,))
    data = {"asked_by": "x", "asked_on": day(0), "why": "breach", "breach": "", "reason": ""}
    assert signed_in(given.owner).post(to, data).status_code == 422
    assert not Overview.objects.exists()


def wished(given: World) -> Wish:
    data = {"what": "Dagelijks een back-up buiten Europa.", "asked_by": "J. Okkerse", "asked_on": day(0)}
    to = reverse("measures:ask_wish", args=(given.agreement.pk,))
    assert signed_in(given.owner).post(to, data).status_code == 302
    return Wish.objects.get()


def moved(given: World, row: Wish, deed: str, **data: Any) -> None:
    signed_in(given.owner).post(reverse("measures:wish_act", args=(row.pk, deed)), data)
    row.refresh_from_db()


def test_a_wish_is_offered_signed_by_both_carried_out_and_charged() -> None:
    given = promised("Elke week een back-up.")
    row, by = wished(given), measure(given)
    moved(given, row, "carry-out", measure=str(by.pk), on=day(0))
    assert row.state == "asked"
    moved(given, row, "offer", price="1250.50", terms="Per jaar vooruit")
    moved(given, row, "carry-out", measure=str(by.pk), on=day(0))
    assert (row.state, row.price_cents) == ("offered", 125_050)
    moved(given, row, "agree", signed_on=day(0), signed_by_us="M. Berg", signed_by_them="", kept_at="dossier")
    assert row.state == "offered"
    moved(given, row, "agree", signed_on=day(0), signed_by_us="M. Berg", signed_by_them="J. Okkerse", kept_at="dossier")
    moved(given, row, "carry-out", measure=str(by.pk), on=day(0))
    moved(given, row, "charge", on=day(0))
    assert (row.state, row.measure, row.charged_on is not None) == ("done", by, True)
    assert '"price_cents":125050' in kept("wish.charged")


def test_a_wish_is_declined_with_a_reason() -> None:
    given = promised("Elke week een back-up.")
    row = wished(given)
    moved(given, row, "decline", reason="Niet nodig.")
    assert row.state == "declined"
    assert "Niet nodig." in page(given, "wish", row.pk)


def certified(given: World, standard: str, until: str, query: str = "") -> Certificate:
    data = {"standard": standard, "holder": "Dijkvaart", "issuer": "Keurmeester", "issued_on": day(-9),
            "expires_on": until, "kept_at": "dossier 3"}  # fmt: skip
    answer = signed_in(given.owner).post(reverse("measures:keep_certificate") + query, data)
    assert answer.status_code == 302
    return Certificate.objects.latest("at")


def test_a_certificate_runs_a_clock_until_it_lapses_and_its_renewal_ends_that() -> None:
    given = world()
    first = certified(given, "ISO/IEC 27001:2022", day(40))
    clock = Obligation.objects.get(subject_kind="certificate", subject_id=first.pk)
    assert clock.due_at.date() >= timezone.localdate() + timedelta(days=39)
    assert "vervalt binnenkort" in page(given, "certificates")
    second = certified(given, "ISO/IEC 27001:2022", day(400), f"?renews={first.pk}")
    first.refresh_from_db()
    clock.refresh_from_db()
    assert (first.renewed, clock.state) == (second, "met")
    assert page(given, "certificates").count("Keurmeester") == 1


def test_a_standard_that_agreements_say_is_held_is_missed_until_it_is_there() -> None:
    given = world({"security.standards": ["ISO27001", "NEN7510"]})
    assert "NEN7510" in page(given, "certificates")
    certified(given, "NEN 7510", day(40))
    certified(given, "ISO/IEC 27001:2022", day(40))
    said = page(given, "certificates")
    assert "NEN7510" not in said
    assert "ISO27001" not in said


def test_a_certificate_that_is_no_longer_held_says_why() -> None:
    given = world()
    row = certified(given, "ISO 9001", day(40))
    signed_in(given.owner).post(reverse("measures:end_certificate", args=(row.pk,)), {"reason": "niet verlengd"})
    row.refresh_from_db()
    assert row.ended_reason == "niet verlengd"
    assert Obligation.objects.get(subject_id=row.pk).state == "cancelled"


def test_what_was_weighed_is_kept_with_its_day() -> None:
    given = promised("Elke week een back-up.")
    assert "zijn nog niet afgewogen" in of_agreement(given)
    data = {
        "on": day(0),
        "state_of_the_art": "TLS 1.3",
        "sensitivity": "Gezondheid",
        "cost": "Beperkt",
        "outcome": "Versleutelen",
    }
    signed_in(given.owner).post(reverse("measures:weighings"), data)
    assert "Versleutelen" in of_agreement(given)
    assert Weighing.objects.get().agreement is None
    assert "TLS 1.3" in kept("weighing.kept")


def test_the_judgement_that_the_agreement_leaves_to_the_controller_is_missed_until_it_is_on_file() -> None:
    given = promised("Elke week een back-up.", article=JUDGED)
    assert "en er is geen oordeel in het dossier" in of_agreement(given)


def test_what_is_not_warranted_is_shown_with_its_passage() -> None:
    given = promised("Elke week een back-up.", said={"security.effectiveness_disclaimed": True})
    assert FactVersion.objects.filter(key="security.effectiveness_disclaimed").exists()
    assert "niet onder alle omstandigheden gewaarborgd" in of_agreement(given)
