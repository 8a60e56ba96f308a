"""The terms for the parties: which words stand for whom in the text that rules read."""

import pytest

from art28.extraction.naming.names import names_in
from art28.extraction.naming.pattern import pattern_of
from art28.terms import Role


def read(text: str) -> str:
    """`text` with its parties by role."""
    pattern = pattern_of(names_in(text))
    return pattern.sub(lambda match: (match.lastgroup or "").upper().replace("_", ""), text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De Verwerker meldt dit aan de Verwerkingsverantwoordelijke.", "De PROCESSOR meldt dit aan de CONTROLLER."),
        ("De subverwerkers van Verwerker.", "De SUBPROCESSOR van PROCESSOR."),
        ("Verwerker schakelt geen andere verwerker in.", "PROCESSOR schakelt geen SUBPROCESSOR in."),
        ("Deze verwerkersovereenkomst geldt.", "Deze verwerkersovereenkomst geldt."),
        ("The data exporter instructs the data importer.", "The CONTROLLER instructs the PROCESSOR."),
        ("Bewerker volgt Opdrachtgever.", "PROCESSOR volgt CONTROLLER."),
        ("De internetprovider levert aan gebruikers.", "De internetprovider levert aan gebruikers."),
        ("Partij A is verantwoordelijk voor de klanten.", "Partij A is verantwoordelijk voor de klanten."),
    ],
)
def test_statutory_and_usual_terms_have_their_roles(text: str, said: str) -> None:
    assert read(text) == said


def test_a_defined_term_takes_the_role_named_beside_it() -> None:
    text = 'Stichting De Brug, hierna te noemen "De Brug", als verwerkingsverantwoordelijke. De Brug geeft de opdracht.'
    assert names_in(text)["De Brug"] is Role.CONTROLLER


def test_a_capitalised_word_is_a_term_only_where_it_is_defined_or_often_so_written() -> None:
    assert "Gemeente" not in names_in("Iedere gemeente kent een Gemeente aan zee.")
    assert names_in('Gemeente Duindorp (hierna: "Gemeente") doet mee.')["Gemeente"] is Role.CONTROLLER


def test_a_text_may_turn_a_usual_role_around() -> None:
    text = "Opdrachtnemer is verwerkingsverantwoordelijke en Opdrachtgever is verwerker. Opdrachtnemer betaalt."
    names = names_in(text)
    assert (names["opdrachtnemer"], names["opdrachtgever"]) == (Role.CONTROLLER, Role.PROCESSOR)


def test_a_company_acts_under_its_own_name() -> None:
    text = (
        "Zeewind processes personal data on behalf of Customer. Zeewind will notify Customer of a breach. "
        "Zeewind's sub-processors are listed. Zeewind will delete the data."
    )
    names = names_in(text)
    assert names["Zeewind"] is Role.PROCESSOR
    assert read("Zeewind Cloud")  # the first word of a longer name stands for nobody


def test_a_company_that_acts_throughout_is_the_processor_where_nobody_else_is() -> None:
    acts = "Zeewind zal Klant helpen. Zeewind onderhoudt de dienst, die door Zeewind wordt geleverd. "
    for_it = "De vergoeding wordt betaald aan Zeewind. Voor Zeewind Cloud gelden deze voorwaarden. "
    assert names_in(f"{acts * 20}{for_it * 45}")["Zeewind"] is Role.PROCESSOR
    assert "Zeewind" not in names_in(f"{acts * 20}{for_it * 200}")
    unlike = f"Opdrachtnemer bewaart de gegevens. {acts * 20}{for_it * 45}"
    assert "Zeewind" not in names_in(unlike)


def test_we_and_you_are_parties_where_the_text_speaks_so() -> None:
    text = "Wij verwerken uw gegevens voor u. " * 4 + "Wij melden u een datalek. U geeft ons de opdracht. " * 4
    names = names_in(text)
    assert (names["wij"], names["u"]) == (Role.PROCESSOR, Role.CONTROLLER)
    assert "u" not in names_in("Verwerker is de partij die u kent. De Verwerker meldt.")


@pytest.mark.parametrize(
    "said",
    [
        "De Werkplaats is voor die gegevens verwerkingsverantwoordelijke, Zeewind is verwerker.",
        "De Werkplaats is voor de gegevens van haar deelnemers aan te merken als verwerkingsverantwoordelijke.",
    ],
)
def test_a_defined_term_takes_the_role_that_a_later_sentence_gives_it(said: str) -> None:
    text = f"Atelier Noord, gevestigd te Assen, hierna te noemen de Werkplaats,\n\nen Zeewind.\n\n{said}\n"
    assert names_in(text)["Werkplaats"] is Role.CONTROLLER


def test_a_condition_or_the_next_clause_gives_a_defined_term_no_role() -> None:
    text = "Atelier Noord, gevestigd te Assen, hierna te noemen de Werkplaats.\n\n"
    assert "Werkplaats" not in names_in(
        text + "Indien de Werkplaats is aan te merken als verwerkingsverantwoordelijke, meldt zij."
    )
    assert "Werkplaats" not in names_in(
        text + "De Werkplaats is een besloten ruimte in het pand aan de oude kade, niet de verwerker."
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Lyceum Kade, hierna: School, is verwerkingsverantwoordelijke en Boekwerk B.V., hierna: Leverancier, is verwerker.",
        'Kade ("School"), optredend als verwerkingsverantwoordelijke, en Boek B.V. ("Leverancier"), optredend als verwerker.',
        "Stichting Lyceum Kade (de School, verwerkingsverantwoordelijke) en Boekwerk B.V. (de Leverancier, verwerker).",
        "Stichting Lyceum Kade (de School als verwerkingsverantwoordelijke) en Boekwerk B.V. (de Leverancier als verwerker).",
    ],
)
def test_a_term_has_the_role_that_is_said_right_behind_it(opening: str) -> None:
    names = names_in(f"{opening} De Leverancier helpt de School.")
    assert (names["School"], names["Leverancier"]) == (Role.CONTROLLER, Role.PROCESSOR)


def test_a_term_without_a_capital_stands_for_a_party_behind_its_article_alone() -> None:
    text = (
        'Bakkerij Kruim V.O.F. ("de bakker") en Loonhuis B.V. ("het salariskantoor"). '
        "Het salariskantoor is verwerker van wat het voor de bakker verwerkt. Ieder ander heeft een bakker."
    )
    assert dict(names_in(text)) == {"salariskantoor": Role.PROCESSOR, "bakker": Role.CONTROLLER}
    assert read(text).endswith("verwerkt. Ieder ander heeft een bakker.")
    assert "voor de CONTROLLER verwerkt" in read(text)


def test_who_appoints_another_to_process_is_the_controller() -> None:
    text = 'Kade Ltd ("KL") hereby appoints Loon Ltd ("LL") to process personal data. LL shall keep them secret.'
    assert (names_in(text)["KL"], names_in(text)["LL"]) == (Role.CONTROLLER, Role.PROCESSOR)
