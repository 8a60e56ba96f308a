"""Turns of several languages on places and transfers, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "transfers.rule",
        ("niet uit",),
        (
            r"\bgegevens\b[^.;]{0,20}\b(?:gaan|gaat|komen)\b[^.;]{0,6}\b(?:de )?(?:eu|eer|europese (?:unie|economische ruimte)) niet uit\b",
            r"\b(?:tenzij|behalve als|zonder dat)\b … \bCONTROLLER\b … \b(?:ja (?:op )?(?:heeft |hebt )?gezegd|goed (?:vindt|gevonden)|akkoord|toestemming|ja zegt)\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.region",
        ("niet uit",),
        (r"\bgegevens\b[^.;]{0,20}\b(?:gaan|gaat|komen)\b[^.;]{0,6}\b(?:de )?(?:eu|europese unie) niet uit\b",),
        value="EU",
    ),
    Plain(
        "transfers.rule",
        ("europese", "eer", "european"),
        (
            r"^[\W\d]*(?:uitsluitend|alleen|slechts|enkel|only|exclusively) (?:in|binnen|within) (?:de |the )?(?:eer|eea|eu|europese (?:economische ruimte|unie)|european (?:economic area|union))\W*$",
        ),
        value="not_outside_eea",
        under=r"waar|doorgifte|locatie|plaats|where|transfer|location",
    ),
    Plain(
        "transfers.region",
        ("europese economische", "eer", "european economic", "eea"),
        (
            r"^[\W\d]*(?:uitsluitend|alleen|slechts|enkel|only|exclusively) (?:in|binnen|within) (?:de |the )?(?:eer|eea|europese economische ruimte|european economic area)\W*$",
        ),
        value="EEA",
        under=r"waar|doorgifte|locatie|plaats|where|transfer|location",
    ),
    Plain(
        "transfers.region",
        ("europese economische", "eer", "european economic", "eea"),
        (r"^[\W\d]*(?:ja\W+)?(?:alleen |uitsluitend )?(?:binnen|in) de (?:eer|europese economische ruimte)\W*$",),
        value="EEA",
        under=r"waar|doorgifte|locatie|plaats|buiten",
    ),
    Plain(
        "transfers.rule",
        ("daarbuiten",),
        (
            r"\bdaarbuiten\b[^.;]{0,20}\b(?:alleen|slechts|uitsluitend|enkel)\b[^.;]{0,40}\b(?:adequa\w+|standaard\w*|modelc\w+|passende waarborgen)\b",
        ),
        value="with_safeguards",
        under=r"waar|doorgifte|locatie|plaats|buiten",
    ),
    Plain(
        "transfers.rule",
        ("standard contractual clauses", "sccs"),
        (
            r"\btransfers?\b",
            r"\b(?:enter into|incorporated|shall apply|will apply|applies|apply)\b",
            r"\bstandard contractual clauses\b|\bsccs\b",
        ),
        value="with_safeguards",
        unless=(r"\bclause \d+\b", r"\b(?:consent|approval|authorisation)\b"),
    ),
)
