"""Agreements in a few clauses -> their words, as the tests of families want them."""

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.families.words import Worded, worded
from art28.reading.limits import Limits
from art28.reading.read import read_document

ARTICLES = (
    "Artikel 1. Onderwerp",
    "1.1 Verwerker verwerkt persoonsgegevens uitsluitend in opdracht van Verwerkingsverantwoordelijke en alleen voor de "
    "uitvoering van de hoofdovereenkomst, behoudens wettelijke verplichtingen die op hem rusten.",
    "1.2 Verwerkingsverantwoordelijke bepaalt het doel en de middelen en staat ervoor in dat de verwerking rechtmatig is.",
    "Artikel 2. Beveiliging",
    "2.1 Verwerker treft passende technische en organisatorische maatregelen om de gegevens te beschermen tegen verlies, "
    "diefstal en onbevoegde kennisneming, en houdt daarbij rekening met de stand van de techniek.",
    "2.2 Verwerker toetst deze maatregelen ten minste eenmaal per jaar en legt de uitkomst vast.",
    "Artikel 3. Inbreuken",
    "3.1 Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 24 uur na ontdekking aan "
    "Verwerkingsverantwoordelijke, met de gegevens die op dat moment bekend zijn.",
    "3.2 Verwerker doet zelf geen melding aan de toezichthouder of aan betrokkenen.",
    "Artikel 4. Subverwerkers",
    "4.1 Verwerker schakelt geen subverwerker in zonder voorafgaande schriftelijke toestemming van "
    "Verwerkingsverantwoordelijke.",
    "4.2 Verwerker legt aan iedere subverwerker dezelfde verplichtingen op als in deze overeenkomst zijn opgenomen.",
)
OTHER_ARTICLES = (
    "Artikel 1. Afspraken",
    "1.1 Deze bijlage geldt voor elke bestelling die de winkelier plaatst en eindigt zodra de laatste levering is betaald.",
    "1.2 De bezorgdienst gebruikt adressen van ontvangers om pakketten te brengen, en bewaart die hooguit dertien weken.",
    "Artikel 2. Onderweg",
    "2.1 Gaat een scanner verloren, dan belt de bezorgdienst nog dezelfde werkdag met de winkelier en zegt wat erop stond.",
    "2.2 De winkelier mag op elk moment meerijden om te zien hoe bezorgers met lijsten omgaan, mits hij dat vooraf zegt.",
    "Artikel 3. Tot slot",
    "3.1 Is het contract voorbij, dan wist de bezorgdienst alle adressen en stuurt daarvan een briefje aan de winkelier.",
)


def agreement(
    *articles: str, controller: str = "Kade Noord B.V.", processor: str = "Rekenhuis Zuid B.V.", version: str = ""
) -> Agreement:
    """An agreement between two parties with the given articles, each clause in a paragraph of its own."""
    head = (
        "Verwerkersovereenkomst",
        *((f"Versie {version}",) if version else ()),
        f"{controller}, hierna: Verwerkingsverantwoordelijke, en {processor}, hierna: Verwerker, komen het volgende overeen.",
    )
    data = "\n\n".join((*head, *articles)).encode()
    return extract(read_document(data, name="overeenkomst.txt", limits=Limits()))


def text(*articles: str, controller: str = "Kade Noord B.V.") -> Worded:
    """The words of such an agreement."""
    return worded(agreement(*articles, controller=controller))


def changed(articles: tuple[str, ...], **clauses: str) -> tuple[str, ...]:
    """The articles with some clauses replaced by their numbers: `changed(ARTICLES, _3_1="…")`."""
    by_number = {name.strip("_").replace("_", "."): words for name, words in clauses.items()}
    return tuple(
        f"{number} {by_number[number]}" if (number := each.split(" ")[0]) in by_number else each for each in articles
    )
