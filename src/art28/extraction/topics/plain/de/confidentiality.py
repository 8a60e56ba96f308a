"""Turns of German on confidentiality, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "confidentiality.staff_bound",
        (
            "verpflichtungserklärung",
            "vertraulichkeitserklärung",
            "verschwiegenheitserklärung",
            "geheimhaltungserklärung",
        ),
        (
            r"\b(?:alle|jede[rn]?|sämtliche|personen|mitarbeite\w+|beschäftigte\w*)\b[^.;]{0,100}\b(?:verpflichtungserklärung|vertraulichkeitserklärung|verschwiegenheitserklärung|geheimhaltungserklärung)\b[^.;]{0,40}\b(?:abgegeben|unterzeichnet|unterschrieben|abgeben|unterzeichnen)\b",
        ),
    ),
)
