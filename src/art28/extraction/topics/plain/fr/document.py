"""Turns of French on precedence and governing law, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import ANY_CONTRACT, DPA, MAIN, PRESENT
from art28.extraction.topics.plain.plain import Plain

_THIS = r"\b(?:le |la |du |au |de la )?(?:présente?s?(?: (?:accord|contrat|convention|dpa|annexe|avenant))?|contrat|accord|convention|dpa)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.precedence",
        ("prévaut", "prévalent", "prime"),
        (
            rf"{PRESENT}\b[^.;]{{0,120}}\bet (?:prévaut|prévalent|priment?|l'emportent?)\b[^.;]{{0,6}}\bsur (?:celles-ci|celui-ci|celle-ci|ces dernières|ce dernier|le contrat|les conditions)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("prime", "prévaut", "emporte"),
        (
            r"\ben cas de (?:discordance|contradiction|divergence|conflit|contrariété),? (?:elle|il) (?:prime|prévaut|l'emporte)(?: sur)? (?:le |la |les )",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("préval", "prim", "emporte"),
        (
            rf"\b{PRESENT} (?:prévaut|prime|l'emporte) sur toute\b[^.;]{{0,30}}\b(?:{ANY_CONTRACT})\b|\b{PRESENT}\b[^.;]{{0,20}}\b(?:prévalent|prévaut|prévaudr\w+|priment|prime|l'emporte(?:nt)?) sur\b[^.;]{{0,20}}\b(?:{ANY_CONTRACT})\b|"
            rf"\b(?:elles|elle|il|ils) (?:prévalent|prévaut|prévaudr\w+|priment|prime|l'emporte(?:nt)?) sur\b[^.;]{{0,20}}\b(?:{ANY_CONTRACT})\b[^.;]{{0,60}}\bdonnées\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("contred", "contraire", "autre chose", "diverg", "dernier"),
        (
            rf"\bsi (?:{MAIN})[^.;]{{0,12}}\b(?:contredi\w+|di(?:t|sent) autre chose|diverge\w*|prévoi\w+ autre chose)\b[^.;]{{0,120}}\bc'est (?:ce(?:lui-ci| dernier)|cette dernière|{_THIS})\b[^.;]{{0,12}}\bqui (?:s'applique|fait foi|prévaut|l'emporte|prime)\b|"
            rf"\bsi (?:la |le |les )?(?:{MAIN})[^.;]{{0,140}}\bc'est (?:ce dernier|celui-ci|{_THIS})[^.;]{{0,12}}\b(?:s'applique|fait foi|prévaut|l'emporte|prime)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("priorité", "prime", "prévaut", "emporte", "préséance", "s'applique"),
        (
            rf"(?:{DPA})[^.;]{{0,30}}\b(?:a priorité|a préséance|prime|prévaut|l'emporte)\b[^.;]{{0,12}}\bsur\b[^.;]{{0,10}}(?:{MAIN})",
        ),
        value="this_agreement",
    ),
)
