"""Clause -> what its reader would call it, in the document's language: "4.1", "Bijlage 1, 2", "aanhef"."""

from collections.abc import Iterable

from art28.document.outline import Clause, Part

_PARTS = {
    Part.PREAMBLE: ("aanhef", "preamble"),
    Part.RECITALS: ("overwegingen", "recitals"),
    Part.SIGNATURES: ("ondertekening", "signatures"),
}
_LONGEST = 118
_COVER = ("voorblad", "cover")


def place(clause: Clause, language: str) -> str:
    """The provision of one clause."""
    if clause.part in _PARTS:
        dutch, english = _PARTS[clause.part]
        return dutch if language == "nl" else english
    if clause.part is Part.ANNEX and clause.number and clause.article:
        return f"{clause.article}, {clause.number}"
    return clause.provision


def cover(language: str) -> str:
    """What stands before the agreement itself: a title page, a disclaimer."""
    return _COVER[0 if language == "nl" else 1]


def places(clauses: Iterable[Clause], language: str) -> str:
    """The provisions of several clauses, once each, as far as they fit on a line."""
    return joined(place(clause, language) for clause in clauses)


def joined(names: Iterable[str]) -> str:
    """Provisions by name, once each, as far as they fit on a line."""
    whole = ""
    for one in dict.fromkeys(name for name in names if name):
        longer = f"{whole}, {one}" if whole else one[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        whole = longer
    return whole


def place_of_fact(provision: str, language: str) -> str:
    """The provision of a fact, whose parts are named as `Part` names them."""
    for part, (dutch, english) in _PARTS.items():
        if provision == part.value:
            return dutch if language == "nl" else english
    return provision
