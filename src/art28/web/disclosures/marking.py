"""The text of an agreement -> the line in which it calls itself confidential."""

import re

_LONGEST = 160
_SAYS = re.compile(
    r"\b(?:strikt |streng |strictly |streng |strictement )?"
    r"(?:vertrouwelijk|confidential|vertraulich|confidentiel(?:le)?)\b",
    re.IGNORECASE,
)
# A line that marks the document says little else: a clause on secrecy is a sentence with a verb.
_CLAUSE = re.compile(
    r"\b(?:zal|zullen|dient|dienen|moet|moeten|worden|wordt|verplicht|houdt|houden|is gehouden|indien|waarvan|die|dat"
    r"|shall|must|will|which|that|if|information|informatie|gegevens|data|soll|muss|werden|doit|doivent)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:eigendom van|property of|Eigentum (?:von|der|des)|propriété de)\b|\bniet\b[^\n]{0,80}\bverspreid",
    re.IGNORECASE,
)
_FEW_WORDS = 6


def mark_in(text: str) -> str:
    """What the document says of itself, shortened; empty where it doesn't call itself confidential.

    >>> mark_in("Verwerkersovereenkomst\\nVertrouwelijk  –  pagina 3\\nArtikel 1")
    'Vertrouwelijk – pagina 3'
    >>> mark_in("1.1 Verwerker houdt de gegevens vertrouwelijk en zal ze aan niemand verstrekken.")
    ''
    """
    for line in text.splitlines():
        said = " ".join(line.split())
        if not _SAYS.search(said):
            continue
        if _OWNED.search(said) or (len(said.split()) <= _FEW_WORDS and not _CLAUSE.search(said)):
            return said[:_LONGEST]
    return ""
