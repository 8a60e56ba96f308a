"""What agreements promise: read from their annexes, linked once for the same words, shown with what keeps it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Agreement, PromisedDuty
from art28.web.audit.models import Act
from art28.web.measures.agreed import Promise, PromiseReading
from art28.web.measures.pump import pump
from web.breaches import world as worlds
from web.breaches.world import signed_in
from web.measures.world import (
    another,
    arranged,
    evidence,
    kept,
    lapse,
    linked,
    measure,
    of_agreement,
    page,
    promised,
    promises,
    read,
    reviewed,
    text,
    wording,
)

pytestmark = pytest.mark.django_db
BACKUP = "Van klantgegevens wordt elke week een back-up gemaakt."
FIREWALL = "Het netwerk is gescheiden door firewalls."


def test_each_item_of_the_annex_is_a_promise_with_its_passage_and_topic() -> None:
    given = promised(BACKUP, FIREWALL)
    found = promises(given.agreement)
    assert [(each.words, each.topic, each.state) for each in found] == [
        (BACKUP, "backup", "open"),
        (FIREWALL, "network", "open"),
    ]
    assert given.agreement.texts.latest("read_at").text[found[0].start : found[0].end].endswith(BACKUP)
    assert '"promises":2' in kept("agreement.measures_read")


def test_the_worker_goes_through_what_was_read_and_not_twice() -> None:
    given = worlds.world()
    wording(given.agreement, text(BACKUP))
    assert pump(now=timezone.now(), limit=10) == 1
    assert pump(now=timezone.now(), limit=10) == 0
    assert PromiseReading.objects.get(agreement=given.agreement).count == 1


def test_many_agreements_are_gone_through_with_as_many_statements_as_one() -> None:
    given = worlds.world()
    wording(given.agreement, text(BACKUP))
    with CaptureQueriesContext(connection) as one:
        assert pump(now=timezone.now(), limit=10) == 1
    for name in ("Gemeente Dorp", "Gemeente Stad", "Gemeente Brug"):
        made = worlds.agreement(given.organisation, worlds.SAID, name=name, contact=f"{name[-4:].lower()}@x.example")
        wording(made, text(BACKUP, FIREWALL))
    with CaptureQueriesContext(connection) as many:
        assert pump(now=timezone.now(), limit=10) == 3
    assert len(many) == len(one)
    assert Promise.objects.filter(organisation=given.organisation).count() == 7
    wording(given.agreement, text(FIREWALL))
    assert pump(now=timezone.now(), limit=10) == 1
    assert [each.words for each in promises(given.agreement)] == [FIREWALL]
    reading = PromiseReading.objects.get(agreement=given.agreement)
    assert (reading.count, reading.text) == (1, given.agreement.texts.latest("read_at"))
    assert Act.objects.filter(kind="agreement.measures_read").count() == 5


def test_agreements_in_which_we_are_the_controller_promise_us_nothing_to_keep() -> None:
    given = worlds.world()
    Agreement.objects.update(direction="controller")
    wording(given.agreement, text(BACKUP))
    assert pump(now=timezone.now(), limit=10) == 0


def test_a_link_holds_for_every_agreement_with_the_same_words_also_later_ones() -> None:
    given = promised(BACKUP)
    second = another(given, BACKUP)
    row = measure(given)
    linked(given, row, promises(given.agreement)[0])
    assert promises(second)[0].measure == row
    third = another(given, BACKUP, name="Vereniging Later")
    assert promises(third)[0].measure == row
    assert Act.objects.filter(kind="agreement.measures_linked").count() == 2


def test_a_link_under_one_agreement_alone_leaves_the_others() -> None:
    given = promised(BACKUP)
    second = another(given, BACKUP)
    linked(given, measure(given), promises(given.agreement)[0], only=given.agreement)
    assert (promises(given.agreement)[0].state, promises(second)[0].state) == ("linked", "open")


def test_a_promise_that_is_gone_from_the_text_is_retired_and_the_others_keep_their_links() -> None:
    given = promised(BACKUP, FIREWALL)
    linked(given, measure(given), promises(given.agreement)[0])
    wording(given.agreement, text(BACKUP))
    read(given, given.agreement)
    assert [each.state for each in promises(given.agreement)] == ["linked"]
    assert Promise.objects.filter(agreement=given.agreement).exclude(retired_at=None).count() == 1


def test_what_promises_no_measure_is_put_aside_with_a_reason() -> None:
    given = promised("Een overzicht staat in het handboek informatiebeveiliging.")
    row = promises(given.agreement)[0]
    client = signed_in(given.owner)
    client.post(reverse("measures:decide"), {"key": row.key, "do": "dismiss", "reason": ""})
    assert promises(given.agreement)[0].state == "open"
    client.post(reverse("measures:decide"), {"key": row.key, "do": "dismiss", "reason": "verwijzing"})
    assert promises(given.agreement)[0].state == "dismissed"
    assert "geen maatregel" in of_agreement(given)


def test_a_promise_is_kept_by_a_measure_in_place_and_a_gap_without() -> None:
    given = promised(BACKUP)
    assert "niets komt het na" in of_agreement(given)
    row = measure(given)
    linked(given, row, promises(given.agreement)[0])
    assert "niet in werking" in of_agreement(given)
    arranged(given, row)
    assert "nagekomen" in of_agreement(given)
    lapse(row)
    assert "beoordeling is te laat" in of_agreement(given)
    reviewed(given, row, evidence(given, row), "ineffective")
    assert "niet in werking" in of_agreement(given)


def test_a_measure_that_is_promised_is_not_given_up() -> None:
    given = promised(BACKUP)
    row = measure(given)
    linked(given, row, promises(given.agreement)[0])
    signed_in(given.owner).post(reverse("measures:act", args=(row.pk, "give-up")), {"reason": "weg"})
    row.refresh_from_db()
    assert row.ended_at is None


def test_the_same_words_stand_once_on_the_page_with_the_measure_that_would_fit() -> None:
    given = promised(BACKUP)
    another(given, BACKUP)
    row = measure(given)
    said = page(given, "promises")
    assert said.count(BACKUP) == 1
    assert f'<option value="{row.pk}" selected>' in said
    assert "en 1 andere" in said


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "firewalls"}, 1),
        ({"topic": "backup"}, 1),
        ({"state": "linked"}, 0),
        ({"state": "gaps"}, 2),
        ({"q": "zorg"}, 2),
    ],
    ids=str,
)
def test_promises_are_narrowed_by_the_address(query: dict[str, str], found: int) -> None:
    given = promised(BACKUP, FIREWALL)
    assert page(given, "promises", **query).count('class="promise-line"') == found


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_promises_are_a_file(form: str) -> None:
    given = promised(BACKUP)
    answer = signed_in(given.owner).get(reverse("measures:export_promises", args=(form,)))
    data = answer.getvalue()
    assert data.startswith(b"PK") if form == "xlsx" else BACKUP in data.decode("utf-8-sig")


def test_nobody_else_decides_on_our_promises() -> None:
    given = promised(BACKUP)
    row = promises(given.agreement)[0]
    data: dict[str, Any] = {"key": row.key, "do": "dismiss", "reason": "x"}
    signed_in(given.outsider).post(reverse("measures:decide"), data)
    assert promises(given.agreement)[0].state == "open"


def cost(given: worlds.World, name: str, *args: Any) -> int:
    client = signed_in(given.owner)
    client.get(reverse(f"measures:{name}", args=args))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse(f"measures:{name}", args=args)).status_code == 200
    return len(captured)


def test_pages_of_promises_cost_the_same_at_any_number() -> None:
    given = promised(BACKUP)
    before = cost(given, "promises"), cost(given, "agreement", given.agreement.pk)
    wording(given.agreement, text(BACKUP, *(f"Back-up nummer {each} wordt gemaakt." for each in range(40))))
    read(given, given.agreement)
    assert (cost(given, "promises"), cost(given, "agreement", given.agreement.pk)) == before


@pytest.mark.provision("S5:B2.algemeen")
def test_what_only_describes_the_processor_is_set_aside_with_a_reason_and_is_no_duty() -> None:
    given = promised("De verwerker is gespecialiseerd in werkplekken en is in alles van het hoogste niveau.")
    duties = PromisedDuty.objects.filter(agreement=given.agreement).count()
    (row,) = promises(given.agreement)
    assert "gespecialiseerd in werkplekken" in page(given, "promises", state="gaps")
    client = signed_in(given.owner)
    client.post(reverse("measures:decide"), {"key": row.key, "do": "dismiss", "reason": "omschrijving van het bedrijf"})
    assert "gespecialiseerd in werkplekken" not in page(given, "promises", state="gaps")
    assert "gespecialiseerd in werkplekken" in page(given, "promises", state="dismissed")
    assert PromisedDuty.objects.filter(agreement=given.agreement).count() == duties
    assert "omschrijving van het bedrijf" in kept("agreement.measures_linked")
