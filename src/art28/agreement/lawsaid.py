"""Sentence -> whether it says what law asks of any processor, so that no party promises anything by it."""

import re

_ANY_ONE = re.compile(
    r"(?<!\bas )(?<!\bals )\b(?i:een|iedere|elke|an?|any|every|eine?[mnrs]?|jede[rmn]?|une?|tout) PROCESSOR\b"
)
_ONE = re.compile(r"\bPROCESSOR\b")
_LAW = re.compile(
    r"\b(?:ingevolge|krachtens|op grond van|volgens|pursuant to|under|according to|nach|gem(?:ä|a)(?:ß|ss)|aufgrund|en vertu d\w+|selon|"
    r"art\w*\.? ?28|avg|gdpr|dsgvo|rgpd|regulation|verordening|verordnung|règlement|reglement)\b",
    re.IGNORECASE,
)


def says_what_law_asks(text: str) -> bool:
    """Whether `text`, with the parties by their roles, says what law asks of any processor, and speaks of no certain one.

    "Whereas a processor shall, under Article 28, …" promises nothing; "Acme, as a processor, shall …" does.
    """
    of_any = len(_ANY_ONE.findall(text)) if "PROCESSOR" in text else 0
    return of_any > 0 and of_any == len(_ONE.findall(text)) and _LAW.search(text) is not None
