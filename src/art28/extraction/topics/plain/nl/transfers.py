"""Turns of Dutch on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_AREA = r"buiten de (?:eer|eu|europese (?:unie|economische ruimte))"

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
)
