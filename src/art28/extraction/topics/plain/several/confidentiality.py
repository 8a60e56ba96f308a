"""Turns of several languages on confidentiality, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "confidentiality.duty",
        ("blijft tussen", "blijven tussen", "onder ons", "met niemand", "aan niemand"),
        (
            r"\b(?:blijft|blijven) tussen (?:CONTROLLER en PROCESSOR|PROCESSOR en CONTROLLER)\b|\bPROCESSOR\b[^.;]{0,40}\b(?:met|aan|tegen) niemand\b",
        ),
        unless=(r"{breach}",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("getekend", "tekenen", "afgelegd", "beloofd", "ondertekend"),
        (
            r"{staff}|\bwie (?:namens|voor|bij) PROCESSOR\b",
            r"\b(?:getekend|ondertekend|afgelegd|tekenen|beloofd)\b",
        ),
        under=r"geheim|zwijg|vertrouwel|wie kan erbij|confidential",
        unless=(r"\b(?:niet|geen)\b", r"^[\W\d]*(?:de )?(?:CONTROLLER|auditor)\b"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("geheimhouding", "vertrouwelijk"),
        (
            r"^[\W\d]*(?:ieder(?:een)?|eenieder|een ieder|wie|degenen?) (?:die |namens |bij |voor )[^.;]{0,100}\b(?:is|zijn)\b[^.;]{0,30}\b(?:verplicht|gehouden|gebonden)\b",
            r"\bPROCESSOR\b",
            r"{secrecy}",
        ),
        unless=(r"\bCONTROLLER\b", r"{audit}"),
    ),
    Plain(
        "confidentiality.duty",
        ("stillschweigen", "verschwieg", "geheim", "secr", "confidentiel"),
        (
            r"\bPROCESSOR (?:be)?wahrt\b[^.;]{0,60}\b(?:stillschweigen|verschwiegenheit|vertraulichkeit|geheimnis\w*)\b|\bPROCESSOR behandelt\b[^.;]{0,60}\b(?:vertraulich|geheim)\b|"
            r"\bPROCESSOR (?:garde|tient|conserve|maintient)\b[^.;]{0,60}\b(?:secrets?|secrètes?|confidentiel\w*|confidentialité)\b",
        ),
        unless=(r"{staff} … {secrecy}", r"{audit}"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("each of them", "all of them", "they"),
        (
            r"^[\W\d]*(?:each of (?:them|these|those)|all of (?:them|these)|they (?:must |shall |should )?(?:all|each))\b[^.;]{0,60}\b(?:signed|bound|subject|committed|agreed|under)\b",
            r"{secrecy}",
        ),
        under=r"person|staff|confiden|employ|people|secur",
    ),
)
