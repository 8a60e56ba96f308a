"""Provisions on instructions, declarations and assistance, carried out through the pages, with the record they leave."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.costs.models import CostLine, Statement
from art28.web.instructions.models import Assistance, Declaration, Instruction, Material
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, signed_in, world

pytestmark = pytest.mark.django_db
PURPOSES = {"processing.purposes": ["hosting van de website", "back-up"], "instructions.only_on_instruction": True}
TO = {"recipient": "fg@zorg.example"}


def local(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def recorded(given: World, **changes: Any) -> Instruction:
    data = {
        "kind": "process",
        "text": "Zet de nieuwe website over.",
        "given_by": "J. Okkerse, directeur",
        "given_at": local(timezone.now() - timedelta(hours=2)),
        "form": "email",
        "purpose": "hosting van de website",
        **changes,
    }
    place = f"{reverse('instructions:new')}?agreement={given.agreement.pk}"
    answer = signed_in(given.owner).post(place, data)
    assert answer.status_code == 302, answer.content.decode()
    return Instruction.objects.latest("recorded_at")


def do(given: World, row: Any, act: str, /, *, at: str = "act", **data: Any) -> Any:
    answer = signed_in(given.owner).post(reverse(f"instructions:{at}", args=(row.pk, act)), data, follow=True)
    row.refresh_from_db()
    return answer


def act_kept(row: Any, kind: str) -> bool:
    return Act.objects.filter(kind=kind, subject_id=row.pk).exists()


@pytest.mark.provision("S1:2.3[1]", "S2:3.1[1]", "S3:4.2(1)[1]")
def test_every_instruction_is_kept_with_who_gave_it_when_and_how_and_only_the_law_stands_beside_it() -> None:
    given = world(PURPOSES)
    row = recorded(given)
    assert (row.given_by, row.form, row.within, row.state) == ("J. Okkerse, directeur", "email", "purpose", "recorded")
    assert act_kept(row, "instruction.recorded")
    law = {
        "kind": "law",
        "text": "Bewaren",
        "given_by": "Belastingdienst",
        "given_at": local(timezone.now()),
        "form": "letter",
    }
    place = f"{reverse('instructions:new')}?agreement={given.agreement.pk}"
    assert (
        signed_in(given.owner).post(place, law).status_code == 422
    )  # no deviation without the provision that compels it
    assert Instruction.objects.count() == 1


@pytest.mark.provision("S1:2.1", "S3:1.1", "S5:2.1")
def test_what_no_purpose_connection_or_consent_covers_is_not_taken_on() -> None:
    given = world(PURPOSES)
    outside = recorded(given, purpose="", text="Stuur alle klanten een folder.")
    assert (outside.within, outside.provision) == ("outside", "5.1")
    page = do(given, outside, "accept", lawful_by="").content.decode()
    assert "buiten de doeleinden" in page
    assert outside.state == "recorded"
    for changes, within in (
        ({"connection": "hoort bij het beheer"}, "connected"),
        ({"consent": "brief 12 mei"}, "consented"),
    ):
        row = recorded(given, purpose="", **changes)
        do(given, row, "accept", lawful_by="")
        assert (row.within, row.state) == (within, "accepted")
        assert act_kept(row, "instruction.accepted")


@pytest.mark.provision("S1:2.3[2]", "S3:2.3", "S5:3.4")
def test_an_unlawful_instruction_is_warned_of_at_once_and_waits_for_its_answer() -> None:
    given = world({**PURPOSES, "instructions.infringement_warning": True})
    row = recorded(given)
    do(given, row, "warn", reasons="geen grondslag voor gezondheidsgegevens", **TO)
    clock = Obligation.objects.get(subject_id=row.pk)
    message = OutboxMessage.objects.get(subject_id=row.pk)
    assert (row.state, clock.action, message.obligation_id) == ("suspended", "warn_unlawful_instruction", clock.pk)
    assert "geen grondslag voor gezondheidsgegevens" in message.page_html
    assert "artikel 5.1" in message.page_html
    assert row.warned_at is not None
    blocked = signed_in(given.owner).post(
        reverse("instructions:act", args=(row.pk, "result")),
        {"outcome": "done", "result": "gedaan", "at": local(timezone.now())},
        follow=True,
    )
    assert "geschorst" in blocked.content.decode().lower()
    answer = {"answer": "wij trekken haar in", "outcome": "withdrawn", "at": local(timezone.now())}
    signed_in(given.owner).post(reverse("instructions:act", args=(row.pk, "answered")), answer)
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert act_kept(row, "instruction.warned")
    assert act_kept(row, "instruction.answered")


@pytest.mark.provision("S4:2.3[2]")
def test_what_a_law_compels_is_told_first_unless_the_law_forbids_it_with_reason() -> None:
    given = world({**PURPOSES, "instructions.legal_exception": True})
    law: dict[str, Any] = {
        "kind": "law",
        "text": "Gegevens bewaren",
        "given_by": "OM",
        "basis": "art. 126nd Sv",
        "purpose": "",
    }
    row = recorded(given, **law)
    assert "meldt u eerst" in do(given, row, "accept", lawful_by="").content.decode()
    assert row.state == "recorded"
    do(given, row, "tell", **TO)
    assert "art. 126nd Sv" in OutboxMessage.objects.get(subject_id=row.pk).page_html
    do(given, row, "accept", lawful_by="")
    assert row.state == "accepted"
    silent = recorded(given, **law)
    do(given, silent, "forbidden", reason="art. 126bb Sv: geheimhouding")
    do(given, silent, "accept", lawful_by="")
    assert (silent.state, silent.told_at) == ("accepted", None)
    assert act_kept(silent, "instruction.law_untold")


@pytest.mark.provision("S1:8.2")
def test_the_controllers_word_that_an_instruction_is_lawful_is_kept_with_it() -> None:
    given = world(PURPOSES)
    row = recorded(given)
    do(given, row, "accept", lawful_by="J. Okkerse")
    assert (row.lawful_by, row.lawful_at is not None) == ("J. Okkerse", True)
    assert "J. Okkerse" in signed_in(given.owner).get(reverse("instructions:detail", args=(row.pk,))).content.decode()
    assert act_kept(row, "instruction.accepted")


@pytest.mark.provision("S4:3.1", "S4:2.2", "S4:12.8")
@pytest.mark.parametrize("kind", ["export", "view", "correct", "delete", "retention"])
def test_each_order_about_the_data_is_carried_out_or_says_why_it_cannot_be(kind: str) -> None:
    given = world(PURPOSES)
    done, impossible = recorded(given, kind=kind), recorded(given, kind=kind)
    for row, outcome, state in ((done, "done", "done"), (impossible, "impossible", "impossible")):
        do(given, row, "accept", lawful_by="")
        data = {"outcome": outcome, "result": "zie logboek", "at": local(timezone.now())}
        signed_in(given.owner).post(reverse("instructions:act", args=(row.pk, "result")), data)
        row.refresh_from_db()
        assert (row.state, row.result, row.ended_at is not None) == (state, "zie logboek", True)
        assert act_kept(row, "instruction.ended")


@pytest.mark.provision("S1:7.1")
def test_handing_data_over_on_request_is_charged_to_whom_the_clause_says() -> None:
    given = world({**PURPOSES, "assistance.costs": "controller"})
    row = recorded(given, kind="export", text="Graag alle bestellingen als CSV.")
    do(given, row, "accept", lawful_by="")
    do(given, row, "cost", agreement=given.agreement.pk, what="Uitvoer", on="2026-11-20", minutes="60", amount="80")
    line = CostLine.objects.get()
    assert (line.bearer, line.provision) == ("controller", "5.1")
    assert Act.objects.filter(kind="cost.kept", subject_id=line.pk).exists()


@pytest.mark.provision("S4:11")
def test_work_beyond_the_usual_is_charged_by_the_hour_in_a_statement_that_specifies_it() -> None:
    given = world({**PURPOSES, "assistance.costs": "controller"})
    row = recorded(given, kind="export", text="Graag alle bestellingen als CSV.")
    do(given, row, "accept", lawful_by="")
    work: dict[str, Any] = {
        "agreement": given.agreement.pk,
        "what": "Uitvoer op maat",
        "on": "2026-11-20",
        "beyond_usual": "on",
    }
    do(given, row, "cost", **work, amount="80")
    assert not CostLine.objects.exists()  # charged by time, at a rate
    do(given, row, "cost", **work, minutes="90", rate="95")
    line = CostLine.objects.get()
    assert (line.beyond_usual, line.cents, line.bearer) == (True, 14_250, "controller")
    client = signed_in(given.owner)
    assert "boven het gebruikelijke" in client.get(reverse("instructions:detail", args=(row.pk,))).content.decode()
    client.post(reverse("costs:charge", args=("instruction", row.pk, given.agreement.pk)))
    statement = Statement.objects.get()
    assert (statement.cents, statement.lines[0]["beyond_usual"]) == (14_250, True)
    assert Act.objects.filter(kind="cost.charged", subject_id=statement.pk).exists()


@pytest.mark.provision("S3:4.2(2)", "S5:5.3")
def test_a_declaration_is_asked_for_filed_and_asked_again_when_it_runs_out() -> None:
    given = world()
    client = signed_in(given.owner)
    place = f"{reverse('instructions:ask')}?agreement={given.agreement.pk}"
    client.post(place, {"kind": "lawfulness", "activity": "salarisverwerking", **TO})
    row = Declaration.objects.get()
    assert "salarisverwerking" in OutboxMessage.objects.get(subject_id=row.pk).page_html
    filed = {"text": "Dat verklaren wij.", "given_by": "J. Okkerse", "valid_until": "2020-01-01"}
    client.post(reverse("instructions:declaration_act", args=(row.pk, "file")), {**filed, "at": local(timezone.now())})
    row.refresh_from_db()
    assert (row.text, row.given_by) == ("Dat verklaren wij.", "J. Okkerse")
    assert act_kept(row, "declaration.filed")
    assert "verlopen" in client.get(reverse("instructions:declarations"), {"state": "expired"}).content.decode()
    do(given, row, "renew", at="declaration_act", **TO)
    assert row.renewed is not None
    assert row.renewed.given_at is None


@pytest.mark.provision("S4:1.2")
def test_the_controllers_word_that_it_keeps_the_law_is_on_file_with_its_day() -> None:
    given = world()
    client = signed_in(given.owner)
    place = f"{reverse('instructions:ask')}?agreement={given.agreement.pk}"
    client.post(place, {"kind": "lawfulness", "activity": "alle verwerking onder de overeenkomst", **TO})
    row = Declaration.objects.get()
    filed = {"text": "Wij voldoen aan de wet.", "given_by": "J. Okkerse", "at": local(timezone.now())}
    client.post(reverse("instructions:declaration_act", args=(row.pk, "file")), filed)
    assert Declaration.objects.get().given_at is not None
    assert "Wij voldoen aan de wet." in client.get(reverse("instructions:declaration", args=(row.pk,))).content.decode()
    assert act_kept(row, "declaration.filed")


def opened(given: World, matter: str) -> Assistance:
    data = {"matter": matter, "question": "Welke maatregelen?", "asked_by": "FG", "asked_at": local(timezone.now())}
    signed_in(given.owner).post(f"{reverse('instructions:open')}?agreement={given.agreement.pk}", data)
    return Assistance.objects.latest("recorded_at")


@pytest.mark.provision("S1:7.4", "S2:3.7[1]", "S5:3.5")
@pytest.mark.parametrize(("matter", "action"), [("dpia", "assist_dpia"), ("consultation", "assist_prior_consultation")])
def test_help_with_assessment_and_consultation_is_a_task_with_material_and_costs(matter: str, action: str) -> None:
    given = world({"assistance.dpia": True, "assistance.prior_consultation": True, "assistance.costs": "controller"})
    row = opened(given, matter)
    clock = Obligation.objects.get(subject_id=row.pk)
    assert (clock.action, clock.ours) == (action, True)
    do(given, row, "material", at="task_act", name="Verklaring van toepasselijkheid", version="3.1")
    do(given, row, "cost", at="task_act", agreement=given.agreement.pk, what="Uitzoeken", on="2026-11-20", minutes="45")
    end = {"answer": "beschrijving gegeven", "at": local(timezone.now())}
    signed_in(given.owner).post(reverse("instructions:task_act", args=(row.pk, "end")), end)
    clock.refresh_from_db()
    assert (clock.state, clock.ended_reason) == ("met", "beschrijving gegeven")
    assert Material.objects.get().version == "3.1"
    assert CostLine.objects.get().bearer == "controller"
    assert act_kept(row, "assistance.handed_over")
    assert act_kept(row, "assistance.ended")


@pytest.mark.provision("S2:3.7[2]")
def test_extra_costs_of_help_are_charged_and_a_silent_agreement_leaves_that_open() -> None:
    given = world({"assistance.dpia": True})
    row = opened(given, "dpia")
    cost = {"agreement": given.agreement.pk, "what": "Uitzoeken", "on": "2026-11-20", "minutes": "45"}
    do(given, row, "cost", at="task_act", **cost)
    unreasoned = do(given, row, "cost", at="task_act", **cost, bearer="controller")
    assert unreasoned.status_code == 422
    do(given, row, "cost", at="task_act", **cost, bearer="controller", reason="afgesproken per mail")
    assert [(line.bearer, line.ground) for line in CostLine.objects.order_by("made_at")] == [
        ("open", "silent"),
        ("controller", "decided"),
    ]
    assert Act.objects.filter(kind="cost.kept").count() == 2


@pytest.mark.provision("S3:2.1[2]", "S4:3.3", "S2:B2.intro")
@pytest.mark.parametrize("matter", ["general", "security", "breach"])
def test_any_other_help_is_logged_with_question_answer_and_what_was_handed_over_or_refused(matter: str) -> None:
    given = world()
    row = opened(given, matter)
    assert not Obligation.objects.filter(subject_id=row.pk).exists()
    do(given, row, "material", at="task_act", name="Verklaring van toepasselijkheid", version="2026-1")
    do(given, row, "material", at="task_act", name="Broncode", refused="bedrijfsgeheim")
    assert [(each.name, bool(each.handed_at)) for each in Material.objects.order_by("at")] == [
        ("Verklaring van toepasselijkheid", True),
        ("Broncode", False),
    ]
    assert act_kept(row, "assistance.asked")
    page = signed_in(given.owner).get(reverse("instructions:tasks"), {"q": "zorg"}).content.decode()
    assert row.reference in page


def test_the_register_is_narrowed_sorted_and_exported() -> None:
    given = world(PURPOSES)
    for _ in range(3):
        recorded(given)
    client = signed_in(given.owner)
    page = client.get(reverse("instructions:list"), {"q": "website", "sort": "given"}).content.decode()
    assert page.count("I2026-") == 3
    lines = b"".join(client.get(reverse("instructions:export", args=("csv",))).streaming_content).decode()  # type: ignore[attr-defined]
    assert lines.count("J. Okkerse") == 3
