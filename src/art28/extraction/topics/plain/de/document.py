"""Turns of German on precedence and governing law, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import ANY_CONTRACT, DPA, MAIN, THIS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.precedence",
        ("geht dem", "gehen dem"),
        (
            r"\bdiese (?:anlage|vereinbarung|regelung\w*)\b[^.;]{0,20}\bgeh(?:t|en) dem (?:hauptvertrag|vertrag|\w+vertrag)\b[^.;]{0,12}\bvor\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (rf"\b(?:hat|genießt) {THIS} (?:\w+ )?vorrang (?:vor|gegenüber)\b[^.;]{{0,12}}{MAIN}",),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("maßgeblich", "vorrang", "vor"),
        (
            rf"\bwiderspricht\b[^.;]{{0,30}}(?:{ANY_CONTRACT})[^.;]{{0,12}}\bdieser (?:vereinbarung|anlage), (?:so )?(?:ist|gilt|geht|hat) diese\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (
            rf"\bbestimmungen (?:dieser|dieses) (?:vereinbarung|vertrag(?:e?s))\b[^.]{{0,80}}\bvorrang vor\b[^.;]{{0,40}}\b(?:{ANY_CONTRACT})",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("geht", "gehen"),
        (
            rf"\b(?:regelungen|bestimmungen) dieser (?:vereinbarung|anlage)\b[^.;]{{0,30}}\b(?:den|denen)\b[^.;]{{0,30}}(?:{ANY_CONTRACT})[^.;]{{0,12}}\bvor\b|"
            rf"\bdiese (?:vereinbarung|anlage) geht\b[^.;]{{0,40}}\bwiderspr\w+\b[^.;]{{0,40}}\b(?:anderen vereinbarungen|(?:{ANY_CONTRACT}))[^.;]{{0,20}}\bvor\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("zählt", "gilt"),
        (r"\bwiderspr[uü]ch\w*\b[^.;]{0,60}\bzählt (?:die|diese|der|dieser) (?:vereinbarung|vertrag)\b",),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("weich", "abweich", "widersprech", "widerspruch", "etwas anderes"),
        (
            rf"(?:\bweichen\b|\bweicht\b|\bwiderspr\w+|\babweich\w*|\betwas anderes\b)[^.;]{{0,120}}\b(?:gelten|gilt|gehen|geht|maßgeb\w*|zählt|zählen)\b[^.;]{{0,60}}(?:{DPA})|(?:{DPA})[^.;]{{0,60}}\b(?:maßgeb\w*|vor|vorrang\w*)\b",
            MAIN,
            r"\b(?:weichen|weicht|widerspr\w+|abweich\w*|etwas anderes)\b",
        ),
        value="this_agreement",
        unless=(rf"{MAIN} (?:geht|gehen|hat|haben) (?:vor|vorrang)\b", r"\bkündig\w*"),
    ),
    Plain(
        "law.governing",
        ("deutsches recht", "deutschem recht", "recht der bundesrepublik"),
        (
            r"\b(?:ist|sind) (?:ausschließlich )?(?:deutsches recht|das recht der bundesrepublik deutschland) (?:anzuwenden|anwendbar|maßgeb\w*)\b|\b(?:maßgeb\w*|anwendbar) ist (?:ausschließlich )?(?:deutsches recht|das recht der bundesrepublik deutschland)\b",
        ),
        value="DE",
    ),
    Plain(
        "term.precedence",
        ("gegenüber", "vor", "maßgeb", "vorrang"),
        (
            rf"(?:{DPA})[^.;]{{0,60}}\b(?:setzt sich\b[^.;]{{0,60}}\b(?:gegenüber|durch)|hat vorrang|genießt vorrang|geht\b[^.;]{{0,40}}\bvor|ist maßgeb\w*|verdrängt)\b",
            MAIN,
        ),
        value="this_agreement",
        unless=(rf"{MAIN} (?:geht|gehen|hat|haben) (?:vor|vorrang)\b",),
    ),
    Plain(
        "law.governing",
        ("recht deutschlands", "deutsches recht", "deutschem recht"),
        (
            r"\bnach deutschem recht\b[^.;]{0,20}\b(?:beurteilen|auszulegen|behandeln)\b|\b(?:unterliegt|gilt|findet|anwendung)\b[^.;]{0,30}\b(?:recht deutschlands|deutschem recht|deutsches recht)\b|\bdeutsches recht (?:gilt|findet anwendung|ist anwendbar)\b",
        ),
        value="DE",
    ),
)
