"""Turns of Dutch on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.nl.words import APPROVAL
from art28.extraction.topics.plain.plain import Plain

_AREA = r"buiten de (?:eer|eu|europese (?:unie|economische ruimte))"

_THE_AREA = r"\beer\b|\beu\b|\beuropese (?:unie|economische ruimte)\b"
_OTHER_COUNTRIES = r"\b(?:(?:naar |van )?elders|daarbuiten|andere landen|(?:een|elk|ieder) ander land|derde landen|buiten (?:de )?(?:eer|eu|europese \w+)|landen buiten\b[^.;]{0,12}\b(?:eer|eu|europese \w+))\b"
_WHERE_HELD = r"\b(?:servers?|opslag|\w*gegevens|data|datacent\w+|verwerking|zij|ze|deze)\b[^.;]{0,60}\b(?:staan|staat|bevind\w*|blijven|blijft|plaats|plaatsvind\w*|opgeslagen|bewaard|gehost|verwerkt|gebeurt|gebeuren)\b"
_OF_OTHERS = (r"{breach}", r"{audit}", r"{rights}", r"SUBPROCESSOR", r"\bgevestigd\b", r"\b(?:wetgeving|recht)\b")

TURNS: tuple[Plain, ...] = (
    Plain(
        "transfers.rule",
        ("buiten de", "buiten eer", "buiten eu"),
        (
            r"\bgegevens (?:worden|gaan|komen|blijven) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu|eer|europese economische ruimte)\b[^.;]{0,12}$|"
            r"\bgegevens (?:worden|gaan|komen) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu|eer|europese economische ruimte) (?:gebracht|opgeslagen|verwerkt|verplaatst)[\W]*$",
        ),
        value="not_outside_eea",
    ),
    Plain(
        "transfers.region",
        ("buiten de europese unie", "buiten de eu", "buiten eu"),
        (r"\bgegevens (?:worden|gaan|komen|blijven) (?:\w+ )?niet (?:naar )?buiten (?:de )?(?:europese unie|eu)\b",),
        value="EU",
    ),
    Plain(
        "transfers.region",
        ("opslag", "verwerking"),
        (
            r"^[\W\d]*(?:de )?(?:opslag|verwerking)(?: en (?:opslag|verwerking))?(?: van (?:de )?\w*gegevens)? (?:vindt plaats|gebeurt|geschiedt) (?:uitsluitend |alleen )?(?:in|binnen) de (?:eu|europese unie)\W*$",
        ),
        value="EU",
    ),
    *(
        Plain(
            "transfers.region",
            (word,),
            (rf"^[\W\d]*(?:in|binnen) (?:de )?(?:{region})\W*$",),
            value=value,
            under=r"\b(?:waar|locatie|opslag|plaats)\b",
        )
        for value, word, region in (
            ("EU", "eu", r"europese unie|eu"),
            ("EEA", "ee", r"europese economische ruimte|eer"),
            ("NL", "nederland", r"nederland"),
        )
    ),
    Plain(
        "transfers.rule",
        ("buiten de", "andere landen"),
        (
            rf"\b(?:pas|alleen|slechts)\b[^.;]{{0,60}}\b{_AREA}\b[^.;]{{0,60}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b(?:ingestemd|instemt|akkoord|goedgevonden|goedgekeurd|toestemming)\b|"
            rf"\b{_AREA}\b[^.;]{{0,50}}\b(?:pas|alleen|slechts)\b[^.;]{{0,40}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b(?:ingestemd|instemt|akkoord|goedgevonden|goedgekeurd|toestemming)\b|"
            r"\bin andere landen\b[^.;]{0,40}\bna\b[^.;]{0,30}\b(?:goedvinden|toestemming|instemming|akkoord) van CONTROLLER\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.region",
        ("het gebied waarbinnen",),
        (r"\b(?:europese economische ruimte|eer) is het gebied waarbinnen\b",),
        value="EEA",
    ),
    Plain(
        "transfers.location_on_request",
        ("waar", "overzicht", "opgave", "lijst"),
        (
            r"\b(?:wenst|wil|vraagt) CONTROLLER\b[^.;]{0,30}\bwaar\b[^.;]{0,40}\b(?:gegevens|data)\b[^.;]{0,20}\b(?:staan|zijn|bevinden|opgeslagen|verwerkt)\b[^.;]{0,40}\bPROCESSOR\b|"
            r"\b(?:op (?:\w+ )?verzoek|desgevraagd)\b[^.;]{0,60}\b(?:overzicht|opgave|lijst) van (?:de |alle )?(?:locaties|plaatsen|landen)\b",
        ),
    ),
    Plain(
        "transfers.region",
        ("europese economische", "eer"),
        (rf"{_WHERE_HELD}[^.;]{{0,40}}\b(?:in|binnen)\b[^.;]{{0,30}}(?:\beer\b|\beuropese economische ruimte\b)",),
        value="EEA",
        unless=(*_OF_OTHERS, r"\bbuiten\b"),
    ),
    Plain(
        "transfers.region",
        ("europese unie", " eu"),
        (rf"{_WHERE_HELD}[^.;]{{0,40}}\b(?:in|binnen)\b[^.;]{{0,30}}(?:\beu\b|\beuropese unie\b)",),
        value="EU",
        unless=(*_OF_OTHERS, r"\bbuiten\b", r"\beer\b|\beuropese economische\b"),
    ),
    Plain(
        "transfers.rule",
        ("elders", "daarbuiten", "land", "buiten"),
        (
            rf"{_OTHER_COUNTRIES}[^.;]{{0,60}}\b(?:uitgesloten|verboden|niet|nooit|geen|nimmer|niets)\b|\b(?:niet|nooit|geen|nimmer|niets)\b[^.;]{{0,30}}{_OTHER_COUNTRIES}",
            r"\b(?:\w*gegevens|data|\w*verwerk\w*|opslag|opgesl\w*|servers?|ga(?:at|an)|komen|komt|doorg\w+|overge\w+|uitgesloten|verboden|toegang|ondersteuning)\b",
        ),
        value="not_outside_eea",
        after=_THE_AREA,
        unless=(
            *_OF_OTHERS,
            r"\b(?:tenzij|behalve|behoudens|zonder|mits|dan (?:na|met|als|nadat)|pas|alleen|slechts|uitsluitend|voordat)\b",
            r"\bgevestigd\b",
        ),
    ),
    Plain(
        "transfers.rule",
        ("elders", "daarbuiten", "land", "buiten", "verplaats", "overbreng"),
        (rf"{_OTHER_COUNTRIES}|\b(?:verplaats\w*|overbreng\w*)\b", APPROVAL),
        value="with_consent",
        after=_THE_AREA,
        unless=(
            *_OF_OTHERS,
            r"\b(?:adequa\w*|passende? (?:waarborg\w*|beschermingsniveau)|standaardcontract\w*|model\w*|hoofdstuk v)\b",
            r"\bgeen (?:toestemming|akkoord)\b",
        ),
    ),
)
