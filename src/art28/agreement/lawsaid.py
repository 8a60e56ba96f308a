"""Sentence -> whether it says what law asks of any processor, so that no party promises anything by it."""

import re

_OF_ANY = ("een", "iedere", "elke", "a", "an", "any", "every", "ein", "eine", "einen", "jeder", "un", "tout")
_ARTICLES = tuple(f"{word} " for word in _OF_ANY)
# Of somebody who acts, not of what somebody is: "… that a processor shall", not "Acme is a processor".
_ANY = re.compile(
    r"(?:^\W*(?:\d[\d.]*\W+)?|[,;:] |\b(?i:dat|that|whereas|verplicht|obliges|requires|permits|allows|verpflichtet|"
    r"dass|qu['’]|que) )"
    rf"(?i:{'|'.join(_OF_ANY)}) PROCESSOR\b"
)
_LAW = re.compile(
    r"\b(?:art\w*\.? ?28|avg|gdpr|dsgvo|rgpd|regulation|verordening|verordnung|r[èe]glement|de wet|the law|das gesetz|"
    r"la loi)\b",
    re.IGNORECASE,
)


def says_what_law_asks(text: str) -> bool:
    """Whether `text`, with the parties by their roles, says what law asks of any processor, and speaks of no certain one.

    "Whereas a processor shall, under Article 28, …" promises nothing; "Acme, as a processor, shall …" does.
    """
    of_any, at = 0, text.find("PROCESSOR")
    while at >= 0:
        if text[max(0, at - 8) : at].lower().endswith(_ARTICLES):
            of_any += 1
        elif not text[:at].endswith("SUB"):
            return False
        at = text.find("PROCESSOR", at + 1)
    return of_any > 0 and of_any == len(_ANY.findall(text)) and _LAW.search(text) is not None
