"""The other side answers a change of a measure behind the letter's link: it consents, refuses or objects."""

import pytest
from django.test import Client
from django.urls import reverse

from art28.web.measures.agreed import Affected, Change
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in
from web.measures.changed import announced, answered, asks, deed, proposed, taken, told
from web.measures.world import another, kept, linked, measure, page, promised, promises

pytestmark = pytest.mark.django_db
BACKUP = "Elke week wordt een back-up gemaakt."


def sent(rule: str, kind: str) -> tuple[World, Change, OutboxMessage, Affected]:
    given = promised(BACKUP, said={"security.measures_change": rule})
    linked(given, measure(given), promises(given.agreement)[0])
    change = announced(given, proposed(given))
    told(given, change, kind)
    return given, change, OutboxMessage.objects.get(), Affected.objects.get()


def test_consent_by_link_lets_the_change_hold() -> None:
    given, change, message, row = sent("mutual", "measure_consent")
    shown = Client().get(reverse("measures:outside", args=(message.token,))).content.decode()
    assert "Ik stem in" in shown
    assert "<ins>" in shown
    row.refresh_from_db()
    assert row.standing == "open"  # opening it says nothing
    assert "Toestemming gegeven" in answered(message, row, "consented")
    taken(given, change)
    assert change.state == "done"
    row.refresh_from_db()
    assert (row.standing, row.answered_by) == ("consented", "J. Okkerse")
    assert '"by_link":true' in kept("safeguard.change_answered")


def test_a_refusal_by_link_says_why_and_stops_the_change() -> None:
    given, change, message, row = sent("mutual", "measure_consent")
    assert "op welke gronden" in answered(message, row, "refused", status=422)
    assert "J. Okkerse" in answered(message, row, "refused", "De hersteltijd wordt te lang.")
    today = signed_in(given.owner).get(reverse("today")).content.decode()
    assert "1 klant maakt bezwaar tegen de wijziging van" in today
    taken(given, change)
    assert change.state == "announced"
    assert "De hersteltijd wordt te lang." in page(given, "change", change.pk)


def test_reasons_that_are_too_long_are_refused_and_not_cut_off() -> None:
    _given, _change, message, row = sent("mutual", "measure_consent")
    answered(message, row, "refused", "a" * 1_001, status=422)
    row.refresh_from_db()
    assert (row.standing, row.answer) == ("open", "")
    answered(message, row, "refused", "a" * 1_000)
    row.refresh_from_db()
    assert row.answer == "a" * 1_000


def test_an_objection_to_a_notice_waits_until_it_is_settled() -> None:
    given, change, message, row = sent("processor_with_notice", "measure_notice")
    answered(message, row, "objected", "Wij willen eerst overleg.")
    taken(given, change)
    assert change.state == "announced"
    assert "bezwaar nog niet afgehandeld" in page(given, "change", change.pk)
    asks(given, change, given.agreement, "lifted")
    taken(given, change)
    assert change.state == "done"
    assert (
        "Deze wijziging is uitgevoerd"
        in Client().get(reverse("measures:outside", args=(message.token,))).content.decode()
    )


def test_who_has_no_objection_may_say_so_and_change_their_mind() -> None:
    given, change, message, row = sent("processor_with_notice", "measure_notice")
    answered(message, row, "consented")
    answered(message, row, "objected", "Toch wel.")
    row.refresh_from_db()
    assert row.standing == "objected"
    deed(given, change, "withdraw", reason="Toch niet.")
    assert "ingetrokken" in answered_too_late(message, row)


def answered_too_late(message: OutboxMessage, row: Affected) -> str:
    said = answered(message, row, "consented", status=422)
    row.refresh_from_db()
    assert row.standing == "objected"
    return said


def test_the_letter_leads_to_the_page_in_its_own_language_and_offers_what_its_clause_asks() -> None:
    given, change, message, row = sent("mutual", "measure_consent")
    to = reverse("measures:outside", args=(message.token,))
    assert to in message.page_html
    assert to in Client().get(reverse("notices:read", args=(message.token,))).content.decode()
    assert "Ik maak bezwaar" not in Client().get(to).content.decode()
    answered(message, row, "objected", "x", status=422)
    row.refresh_from_db()
    assert (row.standing, change.state, given.agreement.pk) == ("open", "announced", row.agreement_id)


def test_nobody_of_the_sender_answers_and_no_other_link_opens_it() -> None:
    given, _change, message, row = sent("mutual", "measure_consent")
    to = reverse("measures:outside", args=(message.token,))
    data = {"of": str(row.pk), "kind": "consented", "name": "x"}
    assert signed_in(given.owner).post(to, data).status_code == 403
    assert Client().get(reverse("measures:outside", args=("a" * 43,))).status_code == 404
    assert Client().get(reverse("subprocessors:answer", args=(message.token,))).status_code == 404
    other = another(given, BACKUP, said={"security.measures_change": "mutual"})
    elsewhere = Affected.objects.create(
        organisation=given.organisation, change=row.change, agreement=other, need=2, ground="mutual"
    )
    answered(message, elsewhere, "consented", status=404)
    assert not Affected.objects.exclude(standing="open").exists()
