"""Clause -> what its reader would call it, in the document's language: "4.1", "Bijlage 1, 2", "aanhef"."""

from collections.abc import Iterable

from art28.document.outline import Clause, Part

_PARTS = {
    Part.PREAMBLE: ("aanhef", "preamble"),
    Part.RECITALS: ("overwegingen", "recitals"),
    Part.SIGNATURES: ("ondertekening", "signatures"),
}
_LONGEST = 118


def place(clause: Clause, language: str) -> str:
    """The provision of one clause."""
    if clause.part in _PARTS:
        dutch, english = _PARTS[clause.part]
        return dutch if language == "nl" else english
    if clause.part is Part.ANNEX and clause.number and clause.article:
        return f"{clause.article}, {clause.number}"
    return clause.provision


def places(clauses: Iterable[Clause], language: str) -> str:
    """The provisions of several clauses, once each, as far as they fit on a line."""
    named = ""
    for one in dict.fromkeys(place(clause, language) for clause in clauses):
        longer = f"{named}, {one}" if named else one[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        named = longer
    return named
