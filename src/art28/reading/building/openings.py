"""The first words of a line -> what kind of block it opens: a heading, a numbered item, a bullet, a field."""

import re

from art28.document.model import BlockKind

_HEADING_WORD = re.compile(
    r"^(?:(?:artikel|article|art\.?|bijlage|annex|annexe|appendix|appendice|schedule|exhibit|anlage|anhang|beilage|"
    r"aanhangsel)\s+|§\s*)"
    r"(?:\d{1,2}|[A-Z]|[IVX]{1,5})(?!\w)(?!\.\d).{0,110}$",
    re.IGNORECASE,
)
# "Clause 7" alone on its line, or with its title: elsewhere the word is one of a sentence.
_CLAUSE = re.compile(r"^(?:Clause|CLAUSE|Klausel|KLAUSEL) \d{1,2}(?:\s*[-–—:.]?\s+[A-ZÀ-Þ][^.;]{0,90})?$")
_REFERS_ON = re.compile(
    r"^\S+\s+\S+\s+(?:is|zijn|van|bij|are|to|en|of|lid|sub|AVG|GDPR|DSGVO|RGPD|UAVG|shall|zal|wordt|worden|and|or|under|"
    r"genoemd|bedoeld|opgenomen|beschreven|vermeld|Abs|Nr)\b"
)
# "twelve" "(12) months": a number in brackets says again what stands in words before it.
_UNIT = (
    r"(?:(?:business|working|calendar|consecutive|full|whole|aaneengesloten|volle|hele) )?"
    r"(?:hours?|days?|weeks?|months?|years?|minutes?|uur|uren|(?:werk|kalender)?dag(?:en)?|wek?en|week|maand(?:en)?|jaar|jaren|minuten|"
    r"stunden?|(?:werk|arbeits|kalender)?tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?|heures?|jours?|semaines?|mois|ans?|années?|"
    r"times?|maal|keer|fois|mal|per ?cent|procent|prozent|euros?|%)(?!\w)"
)
_NUMBER = re.compile(
    rf"^(?!\(\d{{1,2}}\)\s+{_UNIT})"
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%])[.)]?|\d{1,2}\\?[.)](?!\d)|\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,5})\)|[a-z][.)]"
    r"|[ivx]{1,5}[.)]|(?-i:Lid) \d{1,2}[.:])\s+(?=\S)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?$|^(?P<single>\d{1,2}[.)])$")
_BULLET = re.compile(r"^(?P<label>[•●○▪■◦‣·➢❖✓☐□☒☑−\uf0b7\uf0a7\uf0d8o*–—-]|\[(?: {0,3}|[xX])\]|\( {1,3}\))\s+(?=\S)")
# Who signs, for whom, on a line of its own: "namens de school: A. Jansen, bestuurder".
_SIGNS = re.compile(
    r"(?:namens|(?:for and )?on behalf of|au nom d[eu]|im namen (?:von|der|des))\s[^:.;]{2,60}:\s*(?:(?-i:[A-ZÀ-Þ])|$)",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w .,/()'-]{1,40}?\s{0,6}:(?:\s|$)")


def opening_of(content: str) -> tuple[BlockKind, str | None] | None:
    """The kind and label of the block that a line with this content opens; None where it may continue one."""
    if _HEADING_WORD.match(content) and not content.endswith((".", ";", ",")) and not _REFERS_ON.match(content):
        return BlockKind.HEADING, None
    if _CLAUSE.match(content):
        return BlockKind.HEADING, None
    number = _NUMBER.match(content)
    if number:
        return BlockKind.ITEM, number["label"].replace("\\", "")
    bare = _BARE_NUMBER.match(content)
    if bare:
        return BlockKind.ITEM, bare["label"] or bare["single"]
    bullet = _BULLET.match(content)
    if bullet:
        return BlockKind.ITEM, bullet["label"]
    label = _FIELD.match(content)
    if ((label and label[0].count("(") <= label[0].count(")")) or _SIGNS.match(content)) and len(content) < 120:
        return BlockKind.FIELD, None
    return None


def is_labelled_field(content: str) -> bool:
    """Whether a numbered line is a field behind its number: "1. Naam : Acme"."""
    number = _NUMBER.match(content)
    return number is not None and _FIELD.match(content, number.end()) is not None


def is_bare_number(content: str) -> bool:
    """Whether a line is the number of a paragraph alone, whose words stand on the next."""
    return _BARE_NUMBER.match(content) is not None
