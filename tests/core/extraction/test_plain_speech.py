"""Everyday words: letters in the second person, terms that speak of "wij" and "je", a one-man firm that says "ik"."""

import pytest

from art28.agreement.model import Agreement
from core.extraction.clauses import agreement_of, preamble_of, value_of

LETTER = """Meerpaal Boekhouding
Kadeweg 3
8911 AA Leeuwarden

Aan: Bloemenkas De Roos V.O.F.
Tuinpad 8
8912 AB Leeuwarden

Betreft: omgaan met persoonsgegevens

Beste mevrouw Hofstra,

U bent verantwoordelijk en wij zijn uw verwerker. Deze brief geldt zodra u hem getekend terugstuurt en zolang wij
voor u werken.

1. Uw opdracht

Wij houden ons aan wat u van ons vraagt en doen er verder niets mee, behalve als de wet ons daartoe verplicht. Vraagt u iets
wat volgens ons niet mag van de AVG, dan zeggen wij u dat. Voor onszelf gebruiken wij uw gegevens nooit.

2. Geheimhouding

Wat wij over uw klanten weten, blijft tussen u en ons. Onze medewerkers hebben daar bij hun komst voor getekend.

3. Beveiliging

Ieder jaar lopen wij onze sloten en computers na. Volledige zekerheid kunnen wij u niet geven.

4. Als er iets misgaat

Merken wij dat gegevens kwijt of gestolen zijn, dan bellen wij u binnen drie dagen nadat wij het hebben gemerkt.
Zelf houden wij een lijst van alle lekken bij.

5. Controle

U mag eens per jaar laten nakijken of wij ons hieraan houden.

6. Als u weggaat

Laat ons binnen twee weken na het einde weten wat u wilt: terugkrijgen of vernietigen.

7. Slot

Uw gegevens gaan de EU niet uit, tenzij u daar ja op hebt gezegd. Veranderen wij iets aan deze afspraken, dan hoort u dat drie
maanden van tevoren.
"""


@pytest.fixture(scope="module")
def letter() -> Agreement:
    return agreement_of(LETTER, preamble="")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("instructions.only_on_instruction", True),
        ("instructions.legal_exception", True),
        ("instructions.infringement_warning", True),
        ("processing.own_purposes", False),
        ("confidentiality.duty", True),
        ("confidentiality.staff_bound", True),
        ("security.periodic_review", True),
        ("security.effectiveness_disclaimed", True),
        ("breach.deadline", "P3D"),
        ("breach.clock_starts", ("observation",)),
        ("breach.channel", ("phone",)),
        ("breach.register", ("processor",)),
        ("audit.right", True),
        ("audit.max_frequency", "P1Y"),
        ("end.choice_window", "P2W"),
        ("transfers.rule", "with_consent"),
        ("transfers.region", "EU"),
        ("term.starts", "on_signature"),
        ("term.amendment", "processor_with_notice"),
        ("term.amendment_notice", "P3M"),
    ],
)
def test_a_letter_settles_in_everyday_words(letter: Agreement, key: str, value: object) -> None:
    assert letter.value(key) == value


ALONE = """Privacyafspraken

Tussen Tuinontwerp Veenstra (in dit stuk: ik) en Camping De Duinrand (in dit stuk: jij). Jij bent de
verwerkingsverantwoordelijke en ik ben de verwerker van de gegevens van jouw gasten.

1. Doel

Ik gebruik de gegevens nooit voor mezelf. Jij beslist wat ik ermee doe, en ik help je daarbij.

2. Datalekken

Ontdek ik een datalek, dan bel of mail ik je binnen 20 uur. Als we samen iets willen wijzigen, doen we dat op papier.

3. Verzoeken van betrokkenen

Vraagt een gast mij om inzage, dan stuur ik dat verzoek binnen vier dagen door.
"""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("processing.own_purposes", False),
        ("breach.deadline", "PT20H"),
        ("requests.handling", "forward"),
        ("requests.deadline", "P4D"),
    ],
)
def test_a_firm_of_one_speaks_of_itself_as_i(key: str, value: object) -> None:
    assert agreement_of(ALONE, preamble="").value(key) == value


@pytest.mark.parametrize(
    ("key", "language", "clause"),
    [
        ("confidentiality.duty", "nl", "Het geschil blijft tussen Verwerker en haar leverancier."),
        (
            "security.effectiveness_disclaimed",
            "nl",
            "Verwerker biedt volledige zekerheid over de herkomst van de gegevens.",
        ),
        (
            "term.lasts",
            "nl",
            "Verwerker bewaart de gegevens zolang Verwerkingsverantwoordelijke klant is en vernietigt ze dan.",
        ),
        ("audit.right", "nl", "Verwerkingsverantwoordelijke mag nakijken of een datalek is gemeld."),
        (
            "breach.authority_notifier",
            "en",
            "It is for the Controller to determine whether staff are to be told of a new office.",
        ),
        ("security.measures_change", "en", "No change may be made to the prices without the Controller's approval."),
        ("term.survival", "de", "Die Verpflichtung zur Zahlung besteht bis zum Ende des Vertrags."),
    ],
)
def test_words_like_these_on_something_else_settle_nothing(key: str, language: str, clause: str) -> None:
    assert value_of(key, "Artikel 4. Overig", clause, preamble=preamble_of(language)) is None


@pytest.mark.parametrize(
    ("key", "language", "heading", "clause", "value"),
    [
        (
            "breach.authority_notifier",
            "en",
            "4. Incidents",
            "It is for the Controller alone to decide whether regulators are to be informed of a breach.",
            "controller",
        ),
        (
            "security.measures_change",
            "en",
            "3. Security",
            "No change that weakens protection may be made to the measures without the Controller's written consent.",
            "mutual",
        ),
        (
            "end.deadline",
            "en",
            "9. Exit",
            "On termination the Processor shall, at the Controller's choice, return or delete all data within forty days.",
            "P40D",
        ),
        (
            "requests.deadline",
            "nl",
            "Artikel 6. Verzoeken van betrokkenen",
            "Verwerker stuurt een verzoek van een betrokkene uiterlijk de derde werkdag door naar "
            "Verwerkingsverantwoordelijke.",
            "P3D",
        ),
        (
            "requests.costs",
            "nl",
            "Artikel 6. Verzoeken van betrokkenen",
            "Verwerker helpt bij verzoeken van betrokkenen zonder daarvoor iets in rekening te brengen.",
            "processor",
        ),
        (
            "term.survival",
            "de",
            "§ 4 Vertraulichkeit",
            "Die Verpflichtung besteht auch nach Beendigung des Auftrags fort.",
            True,
        ),
        (
            "term.amendment",
            "fr",
            "Article 9 – Divers",
            "Toute modification du présent accord exige un avenant signé des deux parties.",
            "mutual_written",
        ),
        (
            "transfers.region",
            "de",
            "§ 9 Ort der Verarbeitung",
            "Die Daten werden in einem Mitgliedstaat der Europäischen Union oder einem Vertragsstaat des EWR verarbeitet.",
            "EEA",
        ),
    ],
)
def test_the_same_is_said_in_other_words(key: str, language: str, heading: str, clause: str, value: object) -> None:
    assert value_of(key, heading, clause, preamble=preamble_of(language)) == value


@pytest.mark.parametrize(
    ("key", "language", "heading", "clause", "value"),
    [
        (
            "subprocessors.notice_period",
            "nl",
            "Artikel 5. Andere bedrijven die ons helpen",
            "Komt er een bedrijf bij, dan laat Verwerker dat drie weken van tevoren weten.",
            "P3W",
        ),
        (
            "subprocessors.notice_period",
            "nl",
            "Artikel 5. Werkplek",
            "Komt er een bedrijf bij, dan laat Verwerker dat drie weken van tevoren weten.",
            None,
        ),
        (
            "end.deadline",
            "nl",
            "Artikel 10. Einde",
            "Bij het einde worden de persoonsgegevens, naar keuze van Verwerkingsverantwoordelijke, binnen vijf weken "
            "teruggegeven.",
            "P5W",
        ),
        (
            "transfers.region",
            "nl",
            "Artikel 8. Doorgifte",
            "Doorgifte aan een land buiten de EER is slechts toegestaan met schriftelijke toestemming.",
            "EEA",
        ),
        (
            "breach.authority_notifier",
            "en",
            "5. Incidents",
            "The Processor does not itself address regulators on a breach; such notifications are the Controller's "
            "responsibility.",
            "controller",
        ),
        (
            "end.return_format",
            "fr",
            "Article 8 – Sort des données",
            "À la fin du contrat, le sous-traitant restitue les données dans un format ouvert et lisible ou les efface.",
            "format ouvert et lisible",
        ),
    ],
)
def test_what_follows_a_choice_or_a_heading_is_read(
    key: str, language: str, heading: str, clause: str, value: object
) -> None:
    assert value_of(key, heading, clause, preamble=preamble_of(language)) == value
