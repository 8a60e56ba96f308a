"""Two agreements that nothing was made for, one in each language, each with a questionnaire of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unseen:
    """An agreement as a file, the company on our side, its questions, and the words that the pages of its language use."""

    language: str
    text: str
    ours: str
    by_hand: tuple[str, str]
    question_with_facts: str
    yes: str
    no: str
    unknown: str
    draft_mark: str


DUTCH = Unseen(
    language="nl",
    ours="Duinrand Software B.V.",
    by_hand=("Is de leiding van de school al gebeld?", "Langs welke weg kwam de indringer binnen?"),
    question_with_facts="Van hoeveel personen zijn gegevens betrokken?",
    yes="Ja",
    no="Nee",
    unknown="Nog niet bekend",
    draft_mark="Concept",
    text="""Verwerkersovereenkomst

Partijen

1. Stichting Lindehof Onderwijs, gevestigd te Zwolle, hierna te noemen: Verwerkingsverantwoordelijke;
2. Duinrand Software B.V., gevestigd te Haarlem, hierna te noemen: Verwerker.

Artikel 1. Onderwerp
1.1 Verwerker verwerkt persoonsgegevens van leerlingen in opdracht van Verwerkingsverantwoordelijke.

Artikel 2. Datalekken
2.1 Verwerker meldt een datalek per e-mail aan Verwerkingsverantwoordelijke binnen 24 uur nadat hij het heeft ontdekt.
2.2 Bij de melding beantwoordt Verwerker de vragen van bijlage A.
2.3 Verwerker meldt een datalek niet zelf bij de Autoriteit Persoonsgegevens.

Artikel 3. Duur
3.1 Deze overeenkomst eindigt wanneer de dienstverlening eindigt.

Bijlage A. Vragenlijst bij een melding van een datalek

1. Wat is er gebeurd?
2. Van hoeveel personen zijn gegevens betrokken?
3. Welke soorten persoonsgegevens zijn betrokken?
4. Is de leiding van de school al gebeld?
5. Langs welke weg kwam de indringer binnen?
6. Welke maatregelen zijn genomen?
""",
)
ENGLISH = Unseen(
    language="en",
    ours="Duneside Software Ltd",
    by_hand=("Has the head of the school been called?", "By which route did the intruder come in?"),
    question_with_facts="How many persons are affected?",
    yes="Yes",
    no="No",
    unknown="Not yet known",
    draft_mark="Draft",
    text="""Data Processing Agreement

Parties

1. Lindenhall Education Trust, established in Dublin, hereinafter: the Controller;
2. Duneside Software Ltd, established in Cork, hereinafter: the Processor.

Article 1. Subject matter
1.1 The Processor processes personal data of pupils on behalf of the Controller.

Article 2. Personal data breaches
2.1 The Processor shall notify the Controller of a personal data breach by e-mail within 24 hours after discovering it.
2.2 With the notification the Processor answers the questions of Annex A.
2.3 The Processor shall not itself notify the supervisory authority of a personal data breach.

Article 3. Duration
3.1 This agreement ends when the services end.

Annex A. Questionnaire for the notification of a personal data breach

1. What happened?
2. How many persons are affected?
3. Which types of personal data are affected?
4. Has the head of the school been called?
5. By which route did the intruder come in?
6. Which measures have been taken?
""",
)
