"""The life of an agreement: what must be complete first, what it ends by, what governs it; and no stage stops a clock."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import FindingRow
from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.events.models import Event
from art28.web.lifecycle.models import MainAgreement, Paper, Signature, Step
from art28.web.lifecycle.pump import end_with_mains
from art28.web.parties.models import Contact, Counterparty
from web.breaches.test_provisions import recorded, sent
from web.breaches.world import NOW, World, signed_in, world
from web.lifecycle.world import (
    COMPLETE,
    active,
    at,
    both_signed,
    fill_in,
    go,
    kept,
    linked,
    page,
    paper,
    signed,
    stage,
    turned_to,
    without,
)

pytestmark = pytest.mark.django_db


@pytest.mark.provision("S2:Aanhef", "S3:Partijen")
@pytest.mark.parametrize("side", ["controller", "processor"])
@pytest.mark.parametrize("detail", ["name", "registration", "street", "city", "representative", "representative_role"])
def test_each_detail_of_either_party_is_missed_before_it_comes_into_force(side: str, detail: str) -> None:
    given = world(without(f"{side}.{detail}"))
    both_signed(given)
    assert go(given, "active").status_code == 409
    assert f'"missing":["{side}"]' in kept("agreement.stage_refused")
    fill_in(given, f"{side}.{detail}", "99111111" if detail == "registration" else "Stichting Zorg")
    assert go(given, "active").status_code == 302


@pytest.mark.provision("S1:Partijen", "S2:Aanhef", "S3:Partijen")
def test_an_agreement_comes_into_force_once_both_parties_are_filled_in() -> None:
    given = world(without("controller.name", "controller.city", "controller.representative", "controller.registration"))
    both_signed(given)
    refused = go(given, "active")
    assert refused.status_code == 409
    assert "Gegevens van de verwerkingsverantwoordelijke" in refused.content.decode()
    assert not Step.objects.exists()
    assert '"missing":["controller"]' in kept("agreement.stage_refused")
    for key in ("name", "city", "representative", "registration"):
        fill_in(given, f"controller.{key}", "99111111" if key == "registration" else "Stichting Zorg")
    assert go(given, "active").status_code == 302
    assert (stage(given), Step.objects.get().on) == ("active", date(2026, 11, 5))
    assert '"stage":"active"' in kept("agreement.stage_set")


def left_blank(given: World) -> FindingRow:
    text = given.agreement.texts.get()
    return FindingRow.objects.create(
        organisation=given.organisation, agreement=given.agreement, text=text, key="drafting.blank.1", order=1,
        kind="drafting", severity="medium", provision="artikel 1",
        message={"key": "finding.blanks_one", "values": {"count": "1", "sample": "[BEDRIJFSNAAM]"}}, made_at=NOW,
    )  # fmt: skip


@pytest.mark.provision("S4:Partijen", "S1:Ondertekening", "S4:Achtergrond.A")
def test_nothing_left_blank_in_the_text_is_signed_or_comes_into_force() -> None:
    given = world(COMPLETE)
    blank = left_blank(given)
    assert "[BEDRIJFSNAAM]" in page(given)
    assert go(given, "signed", "2026-11-05").status_code == 409
    assert '"missing":["blanks"]' in kept("agreement.stage_refused")
    FindingRow.objects.filter(pk=blank.pk).update(retired_at=timezone.now())
    assert go(given, "signed", "2026-11-05").status_code == 302
    both_signed(given)
    assert go(given, "active").status_code == 302
    assert {row.side for row in Signature.objects.all()} == {"controller", "processor"}


@pytest.mark.provision("S3:Ondertekening", "S4:Ondertekening", "S5:Ondertekening")
def test_signatures_of_both_are_kept_with_role_place_and_day_before_it_comes_into_force() -> None:
    given = world(COMPLETE)
    turned_to(given)
    signed(given, "processor", "2026-11-02", initialled="on")
    assert go(given, "active").status_code == 409
    assert '"missing":["signatures"]' in kept("agreement.stage_refused")
    signed(given, "controller", "2026-11-05", name="A. Vos", role="eigenaar", place="Almelo")
    assert go(given, "active").status_code == 302
    shown = page(given)
    assert "A. Vos" in shown
    assert "Almelo, 5 november 2026" in shown
    assert "elke pagina geparafeerd" in shown
    assert '"place":"Almelo"' in kept("agreement.signed")


@pytest.mark.provision("S2:2.1", "S5:13.1")
def test_it_is_in_force_since_the_day_of_the_last_signature() -> None:
    given = world(without(**{"term.starts": "on_signature"}))
    both_signed(given)
    go(given, "active", "2026-10-01")
    assert Step.objects.get().on == date(2026, 11, 5)
    assert [row.on for row in Signature.objects.order_by("on")] == [date(2026, 11, 2), date(2026, 11, 5)]
    assert '"on":"2026-11-05"' in kept("agreement.stage_set")


@pytest.mark.provision("S1:B4.contact", "S2:8.1[3]")
def test_it_comes_into_force_once_whom_to_tell_of_a_breach_is_known_with_what_the_agreement_wants() -> None:
    contacts = [
        {"party": "controller", "purpose": "breach", "name": None},
        {"party": "controller", "purpose": "breach"},
    ]
    given = world(without(**{"contacts.list": contacts, "breach.channel": ["phone"]}), contact="")
    both_signed(given)
    Contact.objects.create(
        organisation=given.organisation,
        counterparty=Counterparty.objects.get(),
        purpose="general",
        name="Balie",
        email="info@zorg.example",
        created_at=NOW,
    )
    refused = go(given, "active")
    assert refused.status_code == 409
    assert "2 te bereiken, 0 bekend" in refused.content.decode()
    assert "geen nummer bekend" in refused.content.decode()
    party = reverse("parties:contact", args=(given.agreement.counterparty_id,))
    client = signed_in(given.owner)
    client.post(party, {"purpose": "breach", "name": "Hoofd ICT", "email": "lek@zorg.example", "phone": "0321000417"})
    refused = go(given, "active")
    assert refused.status_code == 409
    assert "2 te bereiken, 1 bekend" in refused.content.decode()
    assert "geen nummer bekend" not in refused.content.decode()
    client.post(party, {"purpose": "breach", "name": "Vervanger", "email": "", "phone": "0321000418"})
    assert go(given, "active").status_code == 302
    found = recorded(given)
    room = client.get(reverse("breaches:report", args=(found.pk, given.agreement.pk))).content.decode()
    assert "0321000418" in room
    assert sent(given, found, recipient="lek@zorg.example").recipient == "lek@zorg.example"
    assert Act.objects.filter(kind="contact.added", subject_kind="counterparty").count() == 2


@pytest.mark.provision("S3:B1.contact[1]", "S1:B1.E")
def test_the_contact_of_the_other_side_is_known_before_it_comes_into_force_and_gets_the_notices() -> None:
    given = world(without(**{"document.version": "2.1"}), contact="")
    both_signed(given)
    assert go(given, "active").status_code == 409
    assert '"contact_person"' in kept("agreement.stage_refused")
    assert "2.1" in page(given)[page(given).index("Wat geldt") :]
    data = {
        "purpose": "breach",
        "name": "A. Vos",
        "role": "beslisser",
        "email": "vos@zorg.example",
        "phone": "0321000417",
    }
    signed_in(given.owner).post(reverse("parties:contact", args=(given.agreement.counterparty_id,)), data)
    assert go(given, "active").status_code == 302
    found = recorded(given)
    report = (
        signed_in(given.owner).get(reverse("breaches:report", args=(found.pk, given.agreement.pk))).content.decode()
    )
    assert "vos@zorg.example" in report
    assert "A. Vos" in kept("contact.added")


@pytest.mark.provision("S2:1.7", "S4:Achtergrond.E", "S5:1.f-g")
def test_the_main_agreement_with_its_services_is_linked_before_it_comes_into_force() -> None:
    given = world(without(**{"main_agreement.reference": "de Dienstenovereenkomst"}))
    both_signed(given)
    assert go(given, "active").status_code == 409
    assert '"missing":["main"]' in kept("agreement.stage_refused")
    linked(given)
    assert go(given, "active").status_code == 302
    shown = page(given)
    assert "DO-7" in shown
    assert "hosting<br>beheer" in shown
    assert '"name":"Dienstenovereenkomst"' in kept("agreement.main_linked")


def test_the_main_agreement_is_kept_with_price_fees_and_notice_and_what_follows_from_them() -> None:
    given = world(COMPLETE)
    linked(given, ends_on="2027-10-31", days_of_notice="90", cents_price="120000", cents_a_year="12500.50",
           cents_cap="50000")  # fmt: skip
    shown = page(given)
    for words in ("€ 120.000,00", "€ 12.500,50 per jaar", "€ 50.000,00", "uiterlijk op 2 augustus 2027"):
        assert words in shown
    assert 'value="12500.5' in shown or 'value="12500,5' in shown, "whoever changes it types nothing anew"
    assert '"cents_price":12000000' in kept("agreement.main_linked")
    linked(given, name="Dienstenovereenkomst 2", ends_on="2027-10-31", cents_price="130000")
    assert [row.cents_price for row in MainAgreement.objects.order_by("at")] == [12_000_000, 13_000_000]
    early = signed_in(given.owner).get(at("day", given), {"day": "2026-11-20"}).content.decode()
    assert "€ 130.000,00" in early


@pytest.mark.parametrize(
    ("precedence", "order"),
    [
        ("this_agreement", ["Afspraak over back-ups", "Verwerkersovereenkomst, Bijlage 2",
                            "Dienstenovereenkomst, Algemene voorwaarden"]),
        ("main_agreement", ["Afspraak over back-ups", "Dienstenovereenkomst, Algemene voorwaarden",
                            "Verwerkersovereenkomst, Bijlage 2"]),
        (None, []),
    ],
)  # fmt: skip
def test_what_goes_before_what_follows_from_the_clause_and_from_what_belongs_to_it(
    precedence: str | None, order: list[str]
) -> None:
    given = world(without(**{"term.precedence": precedence}) if precedence else COMPLETE)
    linked(given)
    paper(given, "Algemene voorwaarden", "2020-01-01", b"een")
    paper(given, "Bijlage 2", "2024-01-01", b"twee", kind="annex")
    paper(given, "Afspraak over back-ups", "2026-11-10", b"drie", kind="side_letter")
    ranked = [", ".join(each.names) for each in signed_in(given.owner).get(at("agreement", given)).context["ranking"]]
    assert ranked == order
    assert ("Wat voorgaat" in page(given)) == bool(order)
    before = signed_in(given.owner).get(at("day", given), {"day": "2026-11-05"})
    names = [name for each in before.context["ranking"] for name in each.names]
    assert "Afspraak over back-ups" not in names, "it was not agreed by then"
    assert bool(names) == bool(order)


@pytest.mark.provision("S1:1.1.a", "S2:Aanhef")
def test_a_missing_annex_keeps_an_agreement_incomplete() -> None:
    given = world(COMPLETE)
    both_signed(given)
    row = FindingRow.objects.create(
        organisation=given.organisation, agreement=given.agreement, text=given.agreement.texts.get(), order=1,
        key="coherence.annex.not_there.2.1", kind="coherence", severity="medium", provision="artikel 2.1",
        message={"key": "finding.blanks_one", "values": {"count": "1", "sample": "bijlage 1"}}, made_at=NOW,
    )  # fmt: skip
    assert go(given, "active").status_code == 409
    assert '"missing":["annexes"]' in kept("agreement.stage_refused")
    FindingRow.objects.filter(pk=row.pk).update(retired_at=timezone.now())
    assert go(given, "active").status_code == 302


@pytest.mark.provision("S4:B1.doeleinden", "S1:2.2")
@pytest.mark.parametrize("element", ["purposes", "data_categories", "data_subjects"])
def test_purposes_data_and_people_are_named_before_it_comes_into_force(element: str) -> None:
    given = world(without(f"processing.{element}"))
    both_signed(given)
    refused = go(given, "active")
    assert refused.status_code == 409
    assert '"missing":["processing"]' in kept("agreement.stage_refused")
    fill_in(given, f"processing.{element}", "beheer van werkplekken")
    assert go(given, "active").status_code == 302
    assert Act.objects.filter(kind="fact.corrected", subject_id=given.agreement.pk).exists()


@pytest.mark.provision("S5:Partijen")
def test_a_registration_number_that_is_missing_is_noted_and_may_be_said_not_to_be_needed() -> None:
    given = world(without("controller.registration"))
    both_signed(given)
    assert "KvK-nummer verwerkingsverantwoordelijke" in page(given)
    assert go(given, "active").status_code == 409
    waive = at("waive", given, "controller")
    signed_in(given.owner).post(waive, {"reason": ""})
    assert go(given, "active").status_code == 409
    signed_in(given.owner).post(waive, {"reason": "maatschap zonder inschrijving"})
    assert go(given, "active").status_code == 302
    assert "maatschap zonder inschrijving" in page(given)
    assert "maatschap zonder inschrijving" in kept("agreement.item_waived")


def test_an_incomplete_draft_stops_no_clock() -> None:
    given = world({"breach.deadline": "PT24H"})
    assert go(given, "active").status_code == 409
    found = recorded(given)
    row = Obligation.objects.get(subject_id=found.pk, action="notify_breach")
    assert (row.state, row.ends_at) == ("open", found.aware_at + timedelta(hours=24))


@pytest.mark.provision("S2:2.2", "S3:12.1", "S5:13.2")
def test_its_end_follows_from_the_main_agreement() -> None:
    given = active(without(**{"term.lasts": "main_agreement"}))
    assert "Eindigt met de hoofdovereenkomst." in page(given)
    linked(given, ends_on="2026-11-20")
    assert "Eindigt op 20 november 2026." in page(given)
    assert end_with_mains(now=timezone.now(), limit=10) == 1
    row = Step.objects.latest("at")
    assert (row.stage, row.on, row.ground, row.by) == ("ending", date(2026, 11, 20), "main_ended", None)
    assert '"ground":"main_ended"' in kept("agreement.stage_set")
    assert end_with_mains(now=timezone.now(), limit=10) == 0


@pytest.mark.provision("S2:2.3", "S3:12.2")
def test_it_cannot_be_terminated_by_itself_and_what_follows_its_end_starts_with_that_of_the_main_agreement() -> None:
    said = without(**{"term.lasts": "main_agreement", "term.separately_terminable": False,
                      "end.data": "controller_chooses", "end.deadline": "P30D"})  # fmt: skip
    given = active(said)
    refused = go(given, "ending", "2026-11-20", ground="terminated")
    assert refused.status_code == 409
    assert "niet los worden opgezegd" in refused.content.decode()
    assert '"why":"not_by_itself"' in kept("agreement.stage_refused")
    assert go(given, "ending", "2026-11-20", ground="main_ended").status_code == 302
    event = Event.objects.get()
    assert event.trigger == "termination"
    assert Obligation.objects.filter(subject_id=event.pk, action="return_or_delete").exists()
    assert Act.objects.filter(kind="event.recorded", subject_id=event.pk).exists()


@pytest.mark.provision("S1:12.1", "S4:9.1")
def test_it_holds_until_return_or_deletion_is_recorded_as_done() -> None:
    given = active(without(**{"end.data": "controller_chooses", "end.deadline": "P30D"}))
    assert go(given, "ending", "2026-11-20", ground="expired").status_code == 302
    assert go(given, "ended", "2026-11-28").status_code == 409
    assert '"why":"still_runs"' in kept("agreement.stage_refused")
    client = signed_in(given.owner)
    for row in Obligation.objects.filter(ended_at=None, agreement=given.agreement):
        client.post(reverse("clock_done", args=(row.pk,)), {"reason": "gewist en bevestigd"})
    for row in Obligation.objects.filter(ended_at=None, agreement=given.agreement):
        client.post(reverse("clock_done", args=(row.pk,)), {"reason": "gewist en bevestigd"})
    assert go(given, "ended", "2026-11-28").status_code == 302
    assert stage(given) == "ended"
    assert '"stage":"ended"' in kept("agreement.stage_set")


def ended(said: dict[str, Any]) -> World:
    given = active(said)
    go(given, "ending", "2026-11-20", ground="expired")
    for _ in range(3):
        for row in Obligation.objects.filter(ended_at=None, agreement=given.agreement):
            signed_in(given.owner).post(reverse("clock_done", args=(row.pk,)), {"reason": "gewist"})
    assert go(given, "ended", "2026-11-28").status_code == 302
    return given


@pytest.mark.provision("S2:2.4")
def test_after_the_end_a_breach_still_starts_its_24_hours() -> None:
    given = ended(without(**{"term.survival": True, "confidentiality.duty": True}))
    found = recorded(given)
    row = Obligation.objects.get(subject_id=found.pk, action="notify_breach")
    assert (row.state, row.ends_at) == ("open", found.aware_at + timedelta(hours=24))
    assert "Dit blijft na het einde gelden" in page(given)
    assert Act.objects.filter(kind="obligation.started", subject_id=row.pk).exists()


@pytest.mark.provision("S1:12.6")
def test_secrecy_and_liability_are_shown_as_surviving_after_the_end() -> None:
    given = ended(without(**{"term.survival": True, "confidentiality.duty": True, "liability.regime": "capped"}))
    shown = page(given)
    survives = shown[shown.index("Dit blijft na het einde gelden") :][:1200]
    assert "Geheimhouding" in survives
    assert "Aansprakelijkheid" in survives
    assert "blijven na het einde" in shown
    assert '"stage":"ended"' in kept("agreement.stage_set")


@pytest.mark.provision("S4:9.2")
def test_it_ends_by_insolvency_at_once_and_by_failure_after_a_term_to_cure_it() -> None:
    given = active(without())
    for missing in ({}, {"noticed_on": "2026-10-01"}, {"noticed_on": "2026-10-01", "cure_until": "2026-12-01"}):
        assert go(given, "ending", "2026-11-20", ground="breach", **missing).status_code == 409
    assert '"why":"not_cured"' in kept("agreement.stage_refused")
    cured = {"noticed_on": "2026-10-01", "cure_until": "2026-11-01"}
    assert go(given, "ending", "2026-11-20", ground="breach", **cured).status_code == 302
    row = Step.objects.latest("at")
    assert (row.ground, row.noticed_on, row.cure_until) == ("breach", date(2026, 10, 1), date(2026, 11, 1))
    assert '"cure_until":"2026-11-01"' in kept("agreement.stage_set")


@pytest.mark.parametrize("ground", ["suspension", "bankruptcy", "cessation", "mutual"])
def test_other_grounds_need_no_term(ground: str) -> None:
    given = active(without())
    assert go(given, "ending", "2026-11-20", ground="").status_code == 409
    assert go(given, "ending", "2026-11-20", ground=ground).status_code == 302


@pytest.mark.provision("S1:1.1.e", "S1:B5")
def test_the_general_terms_are_kept_as_a_dated_copy_with_where_they_come_from() -> None:
    given = world(COMPLETE)
    first = paper(
        given, "Algemene voorwaarden", "2020-01-01", b"%PDF-1.7 oud", source="https://voorwaarden.example/2020"
    )
    second = paper(given, "Algemene voorwaarden", "2024-01-01", b"%PDF-1.7 nieuw")
    shown = page(given)
    assert "https://voorwaarden.example/2020" in shown
    client = signed_in(given.owner)
    for row, content in ((first, b"%PDF-1.7 oud"), (second, b"%PDF-1.7 nieuw")):
        answer = client.get(at("copy", given, row.pk))
        assert answer.content == content
        assert answer.headers["Content-Disposition"].startswith("attachment")
    told = str([act.content.content for act in Act.objects.filter(kind="agreement.paper_kept")])
    assert first.sha256 in told
    assert "https://voorwaarden.example/2020" in told


@pytest.mark.provision("S2:1.6", "S4:13.4", "S5:Aanhef.2")
def test_agreement_and_annexes_are_one_whole_that_can_be_looked_back_on_by_day() -> None:
    given = active(without(**{"document.annexes": ["Bijlage 1 Gegevens"]}))
    paper(given, "Bijlage 2", "2026-11-05", b"een", kind="annex")
    paper(given, "Bijlage 2", "2026-11-20", b"twee", kind="annex")
    look = signed_in(given.owner)
    early = look.get(at("day", given), {"day": "2026-11-10"}).content.decode()
    late = look.get(at("day", given), {"day": "2026-11-21"}).content.decode()
    assert "Bijlage 2, 5 november 2026" in early
    assert "Bijlage 2, 20 november 2026" not in early
    assert "Bijlage 2, 20 november 2026" in late
    assert "Bijlage 1 Gegevens" in late
    assert "Van kracht" in late
    assert '"dated":"2026-11-20"' in kept("agreement.paper_kept")


@pytest.mark.provision("S3:Versiebeheer")
def test_version_and_day_of_a_document_are_kept_with_those_before_it() -> None:
    given = world(without(**{"document.version": "1.0", "term.signed_on": "2018-05-01"}))
    assert "1.0" in page(given)
    paper(given, "Overeenkomst", "2018-05-01", b"v1", kind="main", source="GDPR Officer")
    paper(given, "Overeenkomst", "2019-05-01", b"v2", kind="main", source="GDPR Officer")
    assert [row.dated.year for row in Paper.objects.order_by("dated")] == [2018, 2019]
    shown = page(given)
    assert shown.index("1 mei 2019") < shown.index("1 mei 2018")
    assert "GDPR Officer" in kept("agreement.paper_kept")


def test_what_was_in_force_before_a_fact_was_known_says_so() -> None:
    given = active(without())
    fill_in_later = signed_in(given.owner).get(at("day", given), {"day": "2026-11-06"}).content.decode()
    assert "pas na deze dag" in fill_in_later
