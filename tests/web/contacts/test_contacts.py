"""Contact persons: ours named and told to customers, theirs asked whether they still are, all taken over from a table."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.contacts import appointing
from art28.web.contacts.models import Appointment, Escalation, Import, Level, Telling
from art28.web.drafts import prefilling
from art28.web.lifecycle import gate
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact, Counterparty
from web.breaches.world import NOW, World, agreement, signed_in, world
from web.contacts.world import DESK, MANAGER, answered, asked, at, contact, letters, page, posted, question, worked

pytestmark = pytest.mark.django_db
provision = pytest.mark.provision
TABLE = """Partij;KvK-nummer;Waarvoor;Naam;Functie;E-mailadres;Telefoon
Stichting Zorg;;inbreuken;J. Okkerse;directeur;datalek@zorg.example;0321000418
Stichting Zorg;;privacy;P. Vos;FG;fg@zorg.example;
Nieuwe Zorg B.V.;99111111;contract;K. Dam;;dam@nieuw.example;
Zonder B.V.;;privacy;L. Ver;;geen adres;
;;privacy;M. Weg;;weg@nieuw.example;
Stichting Zorg;;privacy;P. Vos;FG;fg@zorg.example;
"""


@pytest.fixture
def given() -> World:
    return world()


@provision("S4:1.3")
def test_a_contact_person_must_be_named_and_the_customer_is_told_at_appointment_and_at_each_change(
    given: World,
) -> None:
    lacks = {item.code for item in gate.items(given.agreement) if not item.passes}
    assert "own_contact" in lacks
    posted(given, "appoint", given.agreement.pk, **DESK)
    assert "own_contact" not in {item.code for item in gate.items(given.agreement) if not item.passes}
    worked()
    posted(given, "appoint", given.agreement.pk, **{**DESK, "name": "Klantenbalie"})
    worked()
    first, second = letters("contact_named")
    assert (first.recipient, "Servicedesk" in first.page_html) == ("datalek@zorg.example", True)
    assert "Klantenbalie" in second.page_html
    assert "een andere contactpersoon aangewezen" in second.page_html
    assert Act.objects.filter(kind="contact.appointed", subject_id=given.agreement.pk).count() == 2
    assert Act.objects.filter(kind="contact.told", subject_id=given.agreement.pk).count() == 2


def test_who_is_turned_to_about_one_thing_alone_stands_in_the_letter_the_call_and_the_draft(given: World) -> None:
    posted(given, "appoint", given.agreement.pk, **DESK)
    both = appointing.standing(given.organisation, given.agreement)
    assert appointing.turned_to(both, Level.BREACH) == both[Level.FIRST]
    posted(given, "appoint", given.agreement.pk, **{**DESK, "level": "breach", "name": "Wachtdienst"})
    posted(given, "appoint", given.agreement.pk, **{**DESK, "level": "security", "name": "CISO"})
    worked()
    assert "Bij een inbreuk" in letters("contact_named")[-1].page_html
    both = appointing.standing(given.organisation, given.agreement)
    called = [appointing.turned_to(both, level) for level in (Level.FIRST, Level.BREACH, Level.PRIVACY)]
    assert [each.name if each else "" for each in called] == ["Servicedesk", "Wachtdienst", "Servicedesk"]
    theirs = {
        "party": "controller",
        "purpose": "contract",
        "name": "P. Okkerse",
        "role": None,
        "phone": None,
        "email": None,
    }
    facts = prefilling.with_ours({"contacts.list": (theirs,)}, "processor", both)
    named = [(each["purpose"], each["name"]) for each in facts["contacts.list"][1:]]  # type: ignore[index]
    assert named == [("breach", "Wachtdienst"), ("contract", "Servicedesk"), ("security", "CISO")]
    page_of = page(given, "agreement", given.agreement.pk)
    assert "Voor inbreuken" in page_of
    assert "Voor beveiliging</dt>" in page_of
    assert "Voor privacy</dt>" not in page_of


@provision("S3:B1.contact[2]")
def test_first_and_final_contact_are_kept_and_a_matter_is_escalated_from_one_to_the_other(given: World) -> None:
    posted(given, "appoint", given.agreement.pk, **DESK)
    assert "voorleggen aan de eindverantwoordelijke" not in page(given, "agreement", given.agreement.pk)
    posted(given, "escalate", given.agreement.pk, matter="Klacht")
    assert not Escalation.objects.exists()
    posted(given, "appoint", given.agreement.pk, **MANAGER)
    shown = page(given, "agreement", given.agreement.pk)
    assert all(
        words in shown for words in ("eerste lijn", "desk@dijkvaart.example", "service delivery manager", "0380000419")
    )
    posted(given, "escalate", given.agreement.pk, matter="Klacht over de bereikbaarheid")
    (letter,) = letters("contact_escalated")
    assert letter.recipient == "berg@dijkvaart.example"
    assert "Klacht over de bereikbaarheid" in letter.page_html
    act = Act.objects.get(kind="contact.escalated", subject_id=given.agreement.pk)
    assert "Klacht over de bereikbaarheid" in (act.content.content or "")


def test_one_for_all_agreements_is_told_to_each_that_has_none_of_its_own(given: World) -> None:
    other = agreement(given.organisation, name="Zonhof", contact="privacy@zonhof.example")
    posted(given, "appoint", given.agreement.pk, **DESK)
    posted(given, "own", **{**DESK, "name": "Balie"})
    worked()
    assert {row.agreement_id: row.appointment.name for row in Telling.objects.select_related("appointment")} == {
        given.agreement.pk: "Servicedesk",
        other.pk: "Balie",
    }
    assert "zoals voor alle overeenkomsten" in page(given, "agreement", other.pk)


def test_who_cannot_be_reached_is_shown_and_told_once_it_can(given: World) -> None:
    other = agreement(given.organisation, name="Zonhof", contact="")
    posted(given, "own", **DESK)
    worked()
    row = Telling.objects.get(agreement=other)
    assert (row.message_id, row.obstacle) == (None, "no_contact")
    assert "Zonhof" in page(given, "own")
    Contact.objects.create(
        organisation=given.organisation, counterparty=Counterparty.objects.get(name="Zonhof"), purpose="privacy",
        email="privacy@zonhof.example", created_at=NOW,
    )  # fmt: skip
    posted(given, "tell_again", row.pk)
    worked()
    row.refresh_from_db()
    assert row.message_id is not None


def test_one_that_was_replaced_before_it_left_is_not_told(given: World) -> None:
    posted(given, "appoint", given.agreement.pk, **DESK)
    posted(given, "appoint", given.agreement.pk, **{**DESK, "name": "Klantenbalie"})
    worked()
    assert len(letters("contact_named")) == 1
    assert Appointment.objects.filter(ended_at=None).count() == 1


def _appointed(level: str = "first", **which: Any) -> Appointment:
    return Appointment.objects.get(level=level, ended_at=None, **which)


def test_one_of_ours_that_is_turned_to_no_longer_is_ended_and_the_other_side_told_who_is_instead(given: World) -> None:
    posted(given, "appoint", given.agreement.pk, **DESK)
    posted(given, "appoint", given.agreement.pk, **{**DESK, "level": "security", "name": "Wachtdienst"})
    worked()
    row = _appointed("security")
    assert at("end_appointment", row.pk) in page(given, "agreement", given.agreement.pk)
    posted(given, "end_appointment", row.pk)
    assert "Voor beveiliging</dt>" not in page(given, "agreement", given.agreement.pk)
    worked()
    letter = letters("contact_named")[-1]
    assert "is dat niet langer" in letter.page_html
    assert letter.page_html.index("Servicedesk") < letter.page_html.index("Niet langer contactpersoon")
    assert "Wachtdienst" in letter.page_html
    assert "Over beveiliging" not in letter.page_html
    (act,) = Act.objects.filter(kind="contact.appointment_ended", subject_id=given.agreement.pk)
    assert "Wachtdienst" in (act.content.content or "")
    posted(given, "end_appointment", row.pk)
    worked()
    assert Act.objects.filter(kind="contact.appointment_ended").count() == 1
    assert len(letters("contact_named")) == 3


def test_nobody_is_ended_who_is_the_last_to_be_turned_to_first(given: World) -> None:
    posted(given, "appoint", given.agreement.pk, **DESK)
    own = _appointed(agreement=given.agreement)
    refused = signed_in(given.owner).post(at("end_appointment", own.pk), follow=True).content.decode()
    assert "Wijs in plaats daarvan een ander aan" in refused
    assert _appointed() == own
    posted(given, "own", **{**DESK, "name": "Balie"})
    posted(given, "end_appointment", own.pk)
    assert "Balie" in page(given, "agreement", given.agreement.pk)
    worked()
    assert "Balie" in letters("contact_named")[-1].page_html
    for_all = _appointed(agreement=None)
    posted(given, "end_appointment", for_all.pk)
    assert _appointed() == for_all


def test_the_end_of_one_for_all_is_told_to_each_that_has_none_of_its_own_unless_another_was_appointed(
    given: World,
) -> None:
    other = agreement(given.organisation, name="Zonhof", contact="privacy@zonhof.example")
    posted(given, "appoint", given.agreement.pk, **MANAGER)
    posted(given, "own", **{**MANAGER, "name": "Directie"})
    worked()
    posted(given, "end_appointment", _appointed("final", agreement=None).pk)
    assert [row.agreement_id for row in Telling.objects.filter(ended=True)] == [other.pk]
    posted(given, "own", **{**MANAGER, "name": "Nieuwe directie"})
    worked()
    assert [row.obstacle for row in Telling.objects.filter(ended=True)] == ["closed"]
    assert "Nieuwe directie" in letters("contact_named")[-1].page_html


def test_a_party_with_many_contacts_asks_no_more_of_the_page_of_an_agreement_or_its_life(given: World) -> None:
    client, party = signed_in(given.owner), given.agreement.counterparty_id
    assert party is not None
    pages = [reverse(f"{app}:agreement", args=(given.agreement.pk,)) for app in ("contacts", "lifecycle")]

    def looked() -> list[tuple[int, int]]:
        found = []
        for address in pages:
            with CaptureQueriesContext(connection) as queries:
                shown = client.get(address).content.decode()
            found.append((len(queries), shown.count("<li><div><b>Nr. ")))
        return found

    def more(numbers: range) -> None:
        Contact.objects.bulk_create(
            Contact(
                organisation=given.organisation, counterparty_id=party, purpose="breach",
                name=f"Nr. {number:04}", email=f"nr{number}@zorg.example", created_at=NOW,
            )
            for number in numbers
        )  # fmt: skip

    more(range(60))
    few = looked()
    more(range(60, 5_000))
    assert looked() == few
    assert [names for _, names in few] == [49, 0]
    last = client.get(pages[0], {"theirs": "101"}).content.decode()
    assert "Nr. 4999" in last
    assert next(item for item in gate.items(given.agreement) if item.code == "breach_contacts").passes


def test_a_contact_is_asked_by_mail_and_confirms_by_its_link(given: World) -> None:
    row = asked(given)
    (letter,) = letters("contact_check")
    assert letter.recipient == "datalek@zorg.example"
    assert at("confirm", row.token) in letter.page_html
    assert Client().get(at("confirm", row.token)).status_code == 200
    row.refresh_from_db()
    assert row.said == ""
    answered(row, "confirmed")
    assert contact().confirmed_at is not None
    assert "bevestigd" in page(given, "list")
    worked()
    assert len(letters("contact_check")) == 1
    kinds = set(Act.objects.filter(subject_id=contact().counterparty_id).values_list("kind", flat=True))
    assert {"contact.asked", "contact.answered"} <= kinds


def test_it_is_asked_again_once_the_rhythm_says_so(given: World) -> None:
    answered(asked(given, months="6"), "confirmed")
    worked(timezone.now() + timedelta(days=150))
    assert len(letters("contact_check")) == 1
    worked(timezone.now() + timedelta(days=190))
    assert len(letters("contact_check")) == 2


def test_nobody_is_asked_where_no_rhythm_is_set_or_it_is_taken_back(given: World) -> None:
    worked()
    posted(given, "rhythm", months="0", remind_days="14")
    worked()
    assert not letters("contact_check")


def test_other_details_wait_for_one_of_us(given: World) -> None:
    row = asked(given)
    answered(row, "corrected", name="J. Okkerse", email="nieuw@zorg.example")
    assert contact().email == "datalek@zorg.example"
    assert "nieuw@zorg.example" in page(given, "list", stands="waits")
    posted(given, "settle", row.pk, take_over="yes")
    assert contact().email == "nieuw@zorg.example"
    assert Act.objects.filter(kind="contact.changed", subject_id=contact().counterparty_id).exists()
    posted(given, "settle", row.pk, take_over="yes")
    assert Act.objects.filter(kind="contact.settled").count() == 1


def test_who_is_no_longer_the_right_person_is_reached_no_more(given: World) -> None:
    row = asked(given)
    answered(row, "gone")
    posted(given, "settle", row.pk, take_over="yes")
    assert not parties.contacts(given.organisation, row.contact.counterparty_id).exists()
    assert Act.objects.filter(kind="contact.ended", subject_id=row.contact.counterparty_id).exists()


def test_nobody_of_ours_is_shown_the_link_by_which_a_contact_answers(given: World) -> None:
    row = asked(given)
    for letter in letters("contact_check"):
        shown = signed_in(given.owner).get(reverse("notices:detail", args=(letter.pk,))).content.decode()
        assert row.token not in shown
        assert letter.token not in shown


def test_nobody_of_ours_answers_for_a_contact_and_nothing_is_answered_twice(given: World) -> None:
    row = asked(given)
    assert signed_in(given.owner).post(at("confirm", row.token), {"said": "confirmed"}).status_code == 403
    answered(row, "corrected", status=422)
    answered(row, "confirmed")
    answered(row, "gone", status=422)
    assert row.said == "confirmed"
    assert Client().get(at("confirm", "geen")).status_code == 404


def test_silence_is_reminded_of_once_and_shown(given: World) -> None:
    asked(given, remind_days="14")
    worked(timezone.now() + timedelta(days=13))
    assert len(letters("contact_check")) == 1
    worked(timezone.now() + timedelta(days=15))
    worked(timezone.now() + timedelta(days=40))
    assert len(letters("contact_check")) == 2
    assert "Wij vroegen u dit eerder" in letters("contact_check")[1].page_html
    assert "stil sinds" in page(given, "list", stands="silent")
    for letter in letters("contact_check"):
        assert Client().get(at("confirm", letter.token)).status_code == 200
    assert Act.objects.filter(kind="contact.reminded").count() == 1


def test_a_bounce_is_shown_and_not_reminded_of(given: World) -> None:
    row = asked(given)
    message = row.message
    message.state = "bounced"
    message.save(update_fields=["state"])
    worked(timezone.now() + timedelta(days=15))
    assert len(letters("contact_check")) == 1
    assert "mail kwam terug" in page(given, "list", stands="back")
    posted(given, "settle", row.pk, take_over="no")
    assert question().settled_at is not None


def test_a_table_of_parties_and_contacts_changes_nothing_before_it_was_looked_at(given: World) -> None:
    posted(given, "upload", file=SimpleUploadedFile("lijst.csv", TABLE.encode(), "text/csv"))
    found = Import.objects.get()
    shown = page(given, "preview", found.pk)
    assert all(
        words in shown for words in ("Nieuwe Zorg B.V.", "nieuwe partij", "andere functie", "tweemaal", "geen adres")
    )
    assert Counterparty.objects.count() == 1
    posted(given, "apply", found.pk)
    posted(given, "apply", found.pk)
    assert contact().role == "directeur"
    assert set(Counterparty.objects.values_list("name", flat=True)) == {"Stichting Zorg", "Nieuwe Zorg B.V."}
    assert set(Contact.objects.values_list("name", flat=True)) == {"J. Okkerse", "P. Vos", "K. Dam"}
    assert Act.objects.filter(kind="contacts.imported", subject_id=found.pk).count() == 1


def test_an_export_brings_nothing_new_when_it_comes_back(given: World) -> None:
    book = b"".join(signed_in(given.owner).get(at("export", "xlsx")))
    posted(given, "upload", file=SimpleUploadedFile("x.xlsx", book))
    assert "Alles in de tabel is al zo" in page(given, "preview", Import.objects.get().pk)


def test_an_unreadable_table_is_refused(given: World) -> None:
    posted(given, "upload", status=422, file=SimpleUploadedFile("x.csv", b"iets;anders\n1;2\n"))


def test_a_contact_is_given_up_by_hand(given: World) -> None:
    row = contact()
    posted(given, "end", row.pk)
    row.refresh_from_db()
    assert row.ended_at is not None
    posted(given, "end", row.pk, status=404)


def cost(given: World, name: str, *args: Any) -> int:
    client = signed_in(given.owner)
    client.get(at(name, *args))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(at(name, *args)).status_code == 200
    return len(captured)


def test_the_list_costs_the_same_at_ten_and_at_five_thousand(given: World) -> None:
    party = Counterparty.objects.get()
    costs = []
    for count in (10, 5_000):
        Contact.objects.bulk_create(
            Contact(
                organisation=given.organisation, counterparty=party, purpose="privacy", name=f"P {count} {n}",
                email=f"p{n}@zorg.example", created_at=NOW,
            )
            for n in range(count)
        )  # fmt: skip
        costs.append(cost(given, "list"))
    assert costs[0] == costs[1] <= 16


def test_the_life_of_an_agreement_leads_to_its_contact_persons(given: World) -> None:
    answer = signed_in(given.owner).get(reverse("lifecycle:agreement", args=(given.agreement.pk,)))
    assert at("agreement", given.agreement.pk) in answer.content.decode()
