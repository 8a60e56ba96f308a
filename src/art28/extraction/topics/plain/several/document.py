"""Turns of several languages on precedence and governing law, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

_THE_PRESENT = r"\b(?:deze|dit|this|diese|la présente|cette|le présent)\b[^.;]{0,12}\b(?:brief|voorwaarden|afspraken|overeenkomst|document|letter|terms|agreement|annexe|accord|contrat)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.precedence",
        ("telt", "geldt wat", "emporte", "prévaut"),
        (
            rf"\bdan telt\b[^.;]{{0,40}}{_THE_PRESENT}|\b(?:spre(?:ekt|ken)|zegg?(?:t|en)?|ga(?:at|an))\b[^.;]{{0,140}}\bdan geldt wat hier staat\b|"
            rf"\b(?:contradiction|contrariété|divergence)\b[^.;]{{0,60}}{_THE_PRESENT} l'emporte",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("vorrang",),
        (
            r"\bdiese (?:vereinbarung|regelung\w*)\b[^.;]{0,20}\b(?:hat|genießt|haben|genießen)\b[^.;]{0,40}\bvorrang vor\b|\bdieser (?:vertrag|auftragsverarbeitungsvertrag)\b[^.;]{0,20}\b(?:hat|genießt)\b[^.;]{0,40}\bvorrang vor\b",
        ),
        value="this_agreement",
    ),
)
