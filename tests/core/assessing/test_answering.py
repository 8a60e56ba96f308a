"""The authority's form from the dossier: what is known stands there, what isn't stays open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from art28.assessing.answering import ANSWERS, Answered, answered, complete
from art28.assessing.dossier import Decided, Dossier, Exception34, Means, Party, Risk, ToldPeople
from art28.assessing.form import FORMS, form
from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent
from art28.notices.language import Language

ZONE = ZoneInfo("Europe/Amsterdam")
AWARE = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # the second 02:10 of that night
FACTS = BreachFacts(
    reference="2026-0007",
    description="Een back-up stond open op internet.",
    affected=(Affected.CONFIDENTIALITY, Affected.AVAILABILITY),
    data_categories=("namen", "adressen"),
    subjects=Count(1200, 1500),
    measures_taken="De map is gesloten.",
    other_countries=(),
    protection=Extent.NO,
    contact=Contact(name="M. Berg", phone="0321000418"),
)
DOSSIER = Dossier(
    facts=FACTS,
    controller=Party("Stichting Zorg", "12345678", "Dorpsweg 1, 1234 AB Dorp"),
    reporter=Contact(name="J. Okkerse", email="j@zorg.example"),
    processors=(Party("Dijkvaart B.V."),),
    received_at=AWARE,
    aware_at=AWARE,
)
DECIDED = Decided(risk=Risk.HIGH, authority=True, people=True, reasons="Gezondheid.", by="J. Okkerse", at=AWARE)


def filled(
    name: str, dossier: Dossier = DOSSIER, language: Language = Language.NL, own: Mapping[str, str] | None = None
) -> dict[str, Answered]:
    sections = answered(form(name), dossier, written=own or {}, language=language, zone=ZONE)
    return {item.number: item for section in sections for item in section.items}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_names_its_source_and_only_answers_that_exist(name: str) -> None:
    asked = form(name)
    numbers = [question.number for question in asked.questions]
    assert asked.source
    assert asked.edition
    assert len(numbers) == len(set(numbers)) > 25
    assert {question.answered_by for question in asked.questions} - {""} <= ANSWERS.keys()
    assert all(len(set(map(len, question.options.values()))) < 2 for question in asked.questions)


def test_what_the_facts_know_is_answered_question_by_question() -> None:
    items = filled("ap")
    assert items["1.1"].answer == "Eerste melding van deze inbreuk"
    assert items["3.1.1"].answer == "Stichting Zorg, Dorpsweg 1, 1234 AB Dorp, KvK-nummer 12345678"
    assert items["3.3"].answer == "Dijkvaart B.V."
    assert items["4.2"].answer == "zondag 25 oktober 2026, 02:10 (UTC+01:00)"
    assert items["5.1"].answer == "vertrouwelijkheid en beschikbaarheid"
    assert items["7.3"].answer == "tussen 1.200 en 1.500"
    assert items["10.2"].answer == "Genomen: De map is gesloten."
    assert items["2.1.1"].answer == "Nee, voor zover bekend"


def test_what_is_not_known_stays_open_and_is_never_guessed() -> None:
    items = filled("ap")
    assert [items[number].answer for number in ("4.1.1", "5.2", "6.2", "6.3.1", "9.2", "9.3", "10.1.1")] == [None] * 7
    assert len(items["9.3"].options) == 4


def test_what_a_person_wrote_stands_before_what_the_facts_propose() -> None:
    items = filled("ap", own={"5.3": "Anders gezegd.", "3.1.2": "Zorg"})
    assert (items["5.3"].answer, items["5.3"].written) == ("Anders gezegd.", True)
    assert items["3.1.2"].answer == "Zorg"
    assert not items["5.1"].written


def test_a_later_notification_names_the_earlier_ones() -> None:
    items = filled("edpb", replace(DOSSIER, before=("AP-1", "AP-2")), Language.EN)
    assert items["3"].answer == "Supplement to an earlier notification (AP-1, AP-2)"
    assert items["5-6"].answer == "AP-1, AP-2"
    assert items["7"].answer == "2026-0007"
    assert items["4"].answer == "Not yet complete; a supplement follows as soon as more is known (Article 33(4) GDPR)"


def test_the_decision_and_whom_was_told_are_answers_too() -> None:
    told = ToldPeople(at=AWARE, means=(Means.LETTER, Means.EMAIL), number=1200)
    items = filled("ap", replace(DOSSIER, decision=DECIDED, told=(told,)))
    assert items["10.1.1"].answer == "Ja, op zondag 25 oktober 2026, 02:10 (UTC+01:00)"
    assert items["10.1.3"].answer == "1.200"
    assert items["10.1.7"].answer == "brief en e-mail"
    assert filled("edpb", replace(DOSSIER, decision=DECIDED))["89"].answer == (
        "Waarschijnlijk een hoog risico voor de rechten en vrijheden van mensen. Gezondheid."
    )


@pytest.mark.parametrize(("exception", "point"), [("a", "onder a"), ("b", "onder b"), ("c", "onder c")])
def test_an_exception_is_named_with_its_point_and_reasons(exception: str, point: str) -> None:
    decided = replace(DECIDED, people=False, exception=Exception34(exception), exception_reasons="Daarom.")
    answer = filled("ap", replace(DOSSIER, decision=decided))["10.1.1"].answer
    assert answer is not None
    assert point in answer
    assert answer.endswith("Daarom.")


def test_the_notification_is_complete_once_the_facts_hold_what_the_law_asks() -> None:
    assert not complete(FACTS)
    assert complete(replace(FACTS, consequences="Phishing.", records=Count(1, 1), subject_categories=("cliënten",)))
