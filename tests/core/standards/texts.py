"""Documents made from the titles of a model's clauses, with sentences of our own under each."""

from collections.abc import Iterable

from art28.agreement.passages import Reading
from art28.document.flow import flow_of
from art28.extraction.prepare import prepare
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.standards.model import StandardModel, models

FILLING = {
    "nl": "De partijen houden zich aan wat hierover in deze overeenkomst is bepaald en leggen het vast in een verslag.",
    "en": "The parties keep to what this agreement says on the subject and shall record the outcome in a report.",
    "de": "Die Parteien halten sich an das, was dieser Vertrag dazu bestimmt, und legen das in einem Bericht nieder.",
    "fr": "Les parties respectent ce que le présent contrat prévoit à ce sujet et consignent le résultat dans un rapport.",
}
WORDS = {"nl": "Artikel", "en": "Clause", "de": "Klausel", "fr": "Clause"}


def reading_of(text: str) -> Reading:
    """The reading of a text."""
    return prepare(flow_of(read_document(text.encode(), name="overeenkomst.txt", limits=Limits())))


def made_on(
    model: StandardModel, language: str, *, without: Iterable[str] = (), head: str = "", tail: str = ""
) -> Reading:
    """A document with the clauses of a model, but for some, under a head of its own."""
    parts = [head or "Overeenkomst"]
    for clause in model.clauses:
        if clause.number in without:
            continue
        word = "" if "." in clause.number else f"{WORDS[language]} "
        parts += [f"{word}{clause.number} {clause.title(language)}", FILLING[language]]
    return reading_of("\n\n".join([*parts, tail]))


def model(name: str) -> StandardModel:
    """A model by its id."""
    return next(each for each in models() if each.id == name)
