from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from art28.notices.answers import Section, sections_of
from art28.notices.breach import Affected, BreachFacts, Contact, Count, Extent, Topic
from art28.notices.language import Language
from art28.notices.questions import Question, QuestionSource
from art28.notices.topics import topics_of

ZONE = ZoneInfo("Europe/Amsterdam")


def answer(text: str, facts: BreachFacts, *, kind: str = "text", language: Language = Language.NL) -> Section:
    question = Question(1, text, kind, (), topics_of(text), QuestionSource.FORM)
    return sections_of((question,), facts, language=language, zone=ZONE)[0]


def test_what_is_not_known_is_left_open_with_its_reason() -> None:
    facts = BreachFacts(reference="B-1", why_unknown={Topic.CAUSE: "De leverancier onderzoekt dit."})
    section = answer("Wat is de oorzaak?", facts)
    assert section.answer is None
    assert section.why_missing == "De leverancier onderzoekt dit."
    assert answer("Wat is de oorzaak?", BreachFacts(reference="B-1")).why_missing == "Dit wordt nog onderzocht."


def test_an_instant_is_given_in_local_time_with_weekday_and_offset() -> None:
    facts = BreachFacts(reference="B-1", discovered_at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert answer("Wanneer is de inbreuk ontdekt?", facts).answer == "zondag 25 oktober 2026, 02:30 (UTC+01:00)"


@pytest.mark.parametrize(
    ("count", "written"),
    [(Count(1200, 1200), "1.200"), (Count(100, 250), "tussen 100 en 250"), (Count(40, None), "ten minste 40")],
)
def test_a_number_is_exact_a_range_or_a_minimum(count: Count, written: str) -> None:
    assert answer("Hoeveel personen zijn getroffen?", BreachFacts(reference="B-1", subjects=count)).answer == written


def test_a_question_with_several_topics_gets_what_is_known_of_each() -> None:
    facts = BreachFacts(
        reference="B-1", affected=(Affected.CONFIDENTIALITY,), data_categories=("namen", "telefoonnummers")
    )
    text = "de aard van de inbreuk, waar mogelijk met de categorieën van betrokkenen en persoonsgegevens in kwestie"
    assert answer(text, facts).answer == "Inbreuk op de vertrouwelijkheid.\nnamen en telefoonnummers"


def test_a_line_of_a_tick_list_is_a_yes_where_named_and_open_where_not() -> None:
    facts = BreachFacts(reference="B-1", data_categories=("telefoonnummers van medewerkers",))
    assert answer("Telefoonnummer", facts, kind="yes_no").answer == "Ja"
    assert answer("Geboorteland", facts, kind="yes_no").answer is None


def test_a_technique_that_the_facts_do_not_name_is_not_confirmed() -> None:
    facts = BreachFacts(reference="B-1", protection=Extent.PARTLY, protection_detail="Wachtwoorden waren gehasht.")
    assert (
        answer("Zijn de gegevens gehasht", facts, kind="yes_no").answer == "Gedeeltelijk. Wachtwoorden waren gehasht."
    )
    assert answer("Zijn de gegevens versleuteld", facts, kind="yes_no").answer is None


def test_no_protection_answers_every_technique_with_no() -> None:
    facts = BreachFacts(reference="B-1", protection=Extent.NO)
    assert answer("Zijn de gegevens versleuteld", facts, kind="yes_no").answer == "Nee"


def test_a_vulnerable_group_is_confirmed_only_where_the_facts_name_it() -> None:
    facts = BreachFacts(reference="B-1", vulnerable_groups="kinderen van 6 tot 12 jaar")
    assert answer("Kinderen", facts, kind="yes_no").answer == "Ja"
    assert answer("Ouderen", facts, kind="yes_no").answer is None


def test_a_contact_is_written_on_one_line_without_what_is_missing() -> None:
    facts = BreachFacts(reference="B-1", contact=Contact(name="M. Berg", phone="+31 20 000 0000"))
    assert answer("Wie is het contactpunt?", facts).answer == "M. Berg, +31 20 000 0000"


def test_answers_follow_the_language_of_the_notice() -> None:
    facts = BreachFacts(reference="B-1", occurred_from=datetime(2026, 11, 20, 8, 0, tzinfo=UTC), ongoing=Extent.YES)
    section = answer("When did the breach occur?", facts, language=Language.EN)
    assert section.answer == "from Friday 20 November 2026, 09:00 (UTC+01:00)"
