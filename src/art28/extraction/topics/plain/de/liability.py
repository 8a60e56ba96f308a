"""Turns of German on liability, fines and insurance, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import ANY_CONTRACT, GERMAN_MAIN, MAIN
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "liability.indirect_excluded",
        ("mittelbare",),
        (r"\b(?:mittelbare|indirekte)\w* schäden\b[^.;]{0,20}\bhaftet\b[^.;]{0,20}\bnicht\b",),
    ),
    Plain(
        "liability.regime",
        ("für die haftung", "hinsichtlich der haftung", "bezüglich der haftung"),
        (
            rf"\b(?:für|hinsichtlich|bezüglich) (?:die|der) haftung\b[^.;]{{0,30}}\b(?:gelten|gilt|finden|findet|bleibt es)\b[^.;]{{0,40}}{MAIN}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("haftungs",),
        (
            rf"\bgelten\b[^.;]{{0,20}}\bhaftungs(?:bestimmungen|beschränkungen|regelungen?|begrenzungen|klauseln?)\b[^.;]{{0,12}}\b(?:des|der)\b[^.;]{{0,4}}(?:{ANY_CONTRACT})",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("haftungsregelung",),
        (
            rf"\bim (?:{ANY_CONTRACT})[^.;]{{0,12}}\b(?:vereinbarte|getroffene) haftungsregelung\w*\b[^.;]{{0,12}}\bgilt\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("haftungs",),
        (
            rf"\bim (?:{ANY_CONTRACT})[^.;]{{0,30}}\bhaftungs(?:beschränkungen|regelungen?|begrenzungen)\b[^.;]{{0,12}}\b(?:gelten|finden)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("haftungsb",),
        (
            rf"^[\W\d]*(?:im übrigen |es |ferner )?(?:gilt|gelten)\b[^.;]{{0,12}}\bhaftungs(?:begrenzung|beschränkung)(?:en)?\b[^.;]{{0,50}}\b{GERMAN_MAIN}",
        ),
        value="main_agreement_terms",
    ),
)
