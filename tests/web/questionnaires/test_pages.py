"""Questionnaires: read from the agreement, settled by people, version by version; and what differs, asked once."""

from typing import Any

import pytest
from django.urls import reverse

from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import FactsVersion, TouchedAgreement
from art28.web.questionnaires.models import QuestionnaireVersion
from web.breaches import world as worlds
from web.breaches.test_provisions import place, recorded, sent
from web.breaches.world import NOW, World, actor, breach, discovery, signed_in, touched, world

pytestmark = pytest.mark.django_db

UNSEEN = [
    {"number": 1, "question": "Wat is er gebeurd?", "kind": "text", "options": None},
    {"number": 2, "question": "Is de politie ingelicht?", "kind": "yes_no", "options": ["Ja", "Nee"]},
    {"number": 3, "question": "Telefoonnummers", "kind": "yes_no", "options": ["Ja", "Nee"]},
    {"number": 4, "question": "Wat was de toegangsweg?", "kind": "text", "options": ["e-mail", "internet", "gebouw"]},
]
SAID: dict[str, Any] = {"breach.deadline": "PT24H", "breach.questionnaire": UNSEEN}


def address(name: str, agreement: Agreement, *more: str) -> str:
    return reverse(f"questionnaires:{name}", args=(agreement.pk, *more))


def asked_in(given: World) -> list[str]:
    found = touched(breach_of(given))
    return [item["question"] for item in found.questions]


def breach_of(given: World) -> Any:
    return TouchedAgreement.objects.select_related("breach__organisation").latest("id").breach


def settle(given: World, name: str, *more: str, **data: Any) -> int:
    answer = signed_in(given.owner).post(address(name, given.agreement, *more), {"seen": 0, **data})
    return int(answer.status_code)


def test_each_question_stands_with_its_passage_and_what_answers_it() -> None:
    given = world(SAID)
    page = signed_in(given.owner).get(address("agreement", given.agreement)).content.decode()
    assert "passage over breach.questionnaire" in page
    assert "Wat was de toegangsweg?" in page
    assert "Een van meerdere" in page
    assert page.count("Wordt ingevuld uit:") == 1
    assert "nog niemand heeft dit bevestigd" in page


def test_a_changed_question_is_a_new_version_and_the_drafts_of_a_running_breach_follow_it() -> None:
    given = world(SAID)
    breach(given)
    data = {
        "text": "Hoe kwam men binnen, en wat is de oorzaak?",
        "kind": "text",
        "topics": ["cause"],
        "reason": "Zo staat het er.",
    }
    assert settle(given, "change", "form-4", **data) == 302
    assert asked_in(given)[3] == "Hoe kwam men binnen, en wat is de oorzaak?"
    version = QuestionnaireVersion.objects.get()
    assert (version.number, version.what, version.by) == (1, "changed", given.owner)
    assert version.questions is not None
    assert version.questions[3]["topics"] == ["cause"]
    assert Act.objects.filter(kind="questionnaire.settled", subject_id=given.agreement.pk).exists()


def test_what_somebody_wrote_stays_with_its_question_when_that_gets_other_words_or_another_place() -> None:
    given = world(SAID)
    found = breach(given)
    row = touched(found)
    written = {"version": row.version, "answer-4": "Een gestolen sleutel."}
    signed_in(given.owner).post(place("report", found), written)
    assert settle(given, "change", "form-4", text="Hoe kwam men binnen?", kind="text") == 302
    assert settle(given, "move", "form-4", seen=1, to="up") == 302
    draft = touched(found).questions
    assert [(item["number"], item["question"]) for item in draft][2:] == [
        (3, "Hoe kwam men binnen?"),
        (4, "Telefoonnummers"),
    ]
    assert draft[2]["answer"] == "Een gestolen sleutel."


def test_a_question_is_removed_with_a_reason_and_what_was_sent_stays_as_sent() -> None:
    given = world(SAID)
    found = recorded(given)
    message = sent(given, found)
    assert settle(given, "remove", "form-2") == 422
    assert settle(given, "remove", "form-2", reason="Geldt alleen voor inbraak.") == 302
    assert "Is de politie ingelicht?" not in asked_in(given)
    message.refresh_from_db()
    assert "Is de politie ingelicht?" in message.page_html
    assert QuestionnaireVersion.objects.get().reason == "Geldt alleen voor inbraak."


def test_a_question_of_another_kind_is_added_and_its_items_are_answered_one_by_one() -> None:
    given = world(SAID)
    found = breach(given)
    data = {"text": "Welke gegevens?", "kind": "items", "options": "Namen\nBurgerservicenummers"}
    assert settle(given, "add", text="Welke?", kind="items", options="Een") == 422
    assert settle(given, "add", **data) == 302
    added = touched(found).questions[-1]
    assert added["answer"] == "Namen: Ja\nBurgerservicenummers: nog niet bekend"
    number = added["number"]
    row = touched(found)
    picked = {"version": row.version, f"item-{number}-0": "Ja", f"item-{number}-1": "Nee"}
    signed_in(given.owner).post(place("report", found), picked)
    assert touched(found).questions[-1]["answer"] == "Namen: Ja\nBurgerservicenummers: Nee"


def test_who_changes_what_somebody_else_has_just_changed_is_told_and_changes_nothing() -> None:
    given = world(SAID)
    assert settle(given, "confirm") == 302
    assert settle(given, "remove", "form-2", reason="Dubbel", seen=0) == 409
    assert QuestionnaireVersion.objects.count() == 1


def test_a_questionnaire_can_go_back_to_how_it_was_read() -> None:
    given = world(SAID)
    breach(given)
    settle(given, "remove", "form-2", reason="Dubbel")
    settle(given, "as_read", seen=1)
    assert "Is de politie ingelicht?" in asked_in(given)


def test_what_no_fact_answers_is_asked_once_and_answers_every_agreement_that_asks_it() -> None:
    given = world(SAID)
    others = [worlds.agreement(given.organisation, SAID, name=name) for name in ("Tweede", "Derde")]
    plain = worlds.agreement(given.organisation, name="Vierde")
    found = breaches.record_breach(
        given.organisation,
        [given.agreement.pk, plain.pk, *(other.pk for other in others)],
        title="Lek",
        facts=worlds.KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    client = signed_in(given.owner)
    tab = reverse("questionnaires:together", args=(found.pk,))
    page = client.get(tab)
    common = page.context["asked"].common
    assert [(each.question.text, each.count, each.told) for each in common] == [
        ("Is de politie ingelicht?", 3, None),
        ("Telefoonnummers", 3, "Ja"),
        ("Wat was de toegangsweg?", 3, None),
    ]
    assert "gevraagd door 3 overeenkomsten" in page.content.decode()
    police, _, way = (each.mark for each in common)
    data = {"version": 1, f"pick-{police}": "Nee", f"answer-{police}": "Volgt morgen.", f"pick-{way}": "internet"}
    assert client.post(tab, data).status_code == 302
    assert FactsVersion.objects.get(breach=found, number=2).facts["answers"] == {
        police: "Nee. Volgt morgen.",
        way: "internet",
    }
    for agreement in (given.agreement, *others):
        report = client.get(reverse("breaches:report", args=(found.pk, agreement.pk)))
        answers = {item["question"]: item["answer"] for item in report.context["touched"].questions}
        assert answers["Is de politie ingelicht?"] == "Nee. Volgt morgen."
    assert client.get(tab).context["asked"].unanswered == 0


def test_an_answer_for_all_can_be_put_otherwise_under_one_agreement_and_is_kept_when_the_facts_change() -> None:
    given = world(SAID)
    found = breach(given)
    client = signed_in(given.owner)
    tab = reverse("questionnaires:together", args=(found.pk,))
    police = client.get(tab).context["asked"].common[0].mark
    row = touched(found)
    client.post(place("report", found), {"version": row.version, "pick-2": "Ja", "answer-2": "Bij ons bureau."})
    client.post(tab, {"version": 1, f"pick-{police}": "Nee"})
    assert touched(found).questions[1]["answer"] == "Ja. Bij ons bureau."
    client.post(reverse("breaches:facts", args=(found.pk,)), {"title": "Lek", "version": 2, "cause": "Instelling"})
    assert FactsVersion.objects.get(breach=found, number=3).facts["answers"] == {police: "Nee"}


def test_the_page_of_questions_costs_as_many_queries_for_many_agreements_as_for_few(
    django_assert_max_num_queries: Any,
) -> None:
    given = world(SAID)
    many = [worlds.agreement(given.organisation, SAID, name=f"Klant {number}") for number in range(30)]
    found = breaches.record_breach(
        given.organisation,
        [agreement.pk for agreement in many],
        title="Lek",
        facts=worlds.KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    client = signed_in(given.owner)
    with django_assert_max_num_queries(16):
        page = client.get(reverse("questionnaires:together", args=(found.pk,)))
    assert page.context["asked"].common[0].count == 30


def test_what_is_asked_in_another_language_is_answered_in_it() -> None:
    given = world(SAID)
    form = [{"number": 1, "question": "Have the police been told?", "kind": "yes_no", "options": None}]
    english = worlds.agreement(given.organisation, {"breach.deadline": "PT24H", "breach.questionnaire": form}, name="B")
    Agreement.objects.filter(pk=english.pk).update(language="en")
    found = breaches.record_breach(
        given.organisation,
        [given.agreement.pk, english.pk],
        title="Lek",
        facts=worlds.KNOWN,
        discovery=discovery(),
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )
    client = signed_in(given.owner)
    tab = reverse("questionnaires:together", args=(found.pk,))
    page = client.get(tab)
    (police,) = [each for each in page.context["asked"].common if each.question.text.startswith("Have")]
    assert f'name="pick-{police.mark}" value="No"' in page.content.decode()
    client.post(tab, {"version": 1, f"pick-{police.mark}": "No"})
    report = client.get(reverse("breaches:report", args=(found.pk, english.pk)))
    assert report.context["touched"].questions[0]["answer"] == "No"
