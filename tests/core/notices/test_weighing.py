"""What in a report weighs when the controller assesses the breach."""

from art28.notices.answers import Section
from art28.notices.language import Language
from art28.notices.weighing import weighing


def weighs(*sections: Section, language: Language = Language.NL) -> tuple[str, ...]:
    return weighing(sections, language=language)


def test_kinds_of_data_that_a_yes_confirms_or_an_answer_names_are_pointed_out_in_one_sentence() -> None:
    found = weighs(
        Section(1, "BSN", "Ja"),
        Section(2, "Welke gegevens?", "Namen: Ja\nGezondheid: Ja\nBiometrie: Nee"),
        Section(3, "Soorten gegevens?", "namen en strafrechtelijke veroordelingen", topics=("data_categories",)),
    )
    (only,) = found
    assert "gegevens over gezondheid, strafrechtelijke gegevens en een nationaal identificatienummer" in only
    assert "biometrisch" not in only


def test_what_is_asked_and_not_confirmed_is_not_pointed_out() -> None:
    assert (
        weighs(Section(1, "Gezondheid", "Nee"), Section(2, "BSN", None), Section(3, "Wat?", "Een medisch bureau."))
        == ()
    )
    assert weighs(Section(1, "Rassenlijst van honden", "Ja")) == ()


def test_other_countries_point_to_the_competent_authority() -> None:
    section = Section(1, "Other countries?", "Yes: Germany", values={"other_countries": ["Germany"]})
    (found,) = weighs(section, language=Language.EN)
    assert "Germany" in found
    assert "Articles 55 and 56 GDPR" in found
