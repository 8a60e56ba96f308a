"""What families show, in words: where a clause stands, what a fact says, which model an agreement follows and how surely."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.standards.model import models
from art28.standards.recognise import Relation, Sureness
from art28.web.agreements import rows
from art28.web.agreements.models import FactVersion
from art28.web.agreements.rendering import anchor
from art28.web.families.models import RecognisedModel

_RELATIONS: Mapping[str, str | Promise] = {
    Relation.FOLLOWS: _("Follows the model"),
    Relation.DECLARES: _("Says that it follows the model"),
    Relation.INCORPORATES: _("Takes in by reference"),
}
_SURENESS: Mapping[str, str | Promise] = {
    Sureness.CERTAIN: _("certain"),
    Sureness.LIKELY: _("likely"),
    Sureness.NAMED_ONLY: _("by its name alone"),
}
_EVIDENCE_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A standard model as a line: how the agreement stands towards it, and what of it is missing or added."""

    relation: str | Promise
    title: str
    version: str
    sureness: str | Promise
    modules: str
    missing: tuple[str, ...]
    added: tuple[str, ...]
    source: str
    quotes: tuple[tuple[str, str], ...]


def where(provision: str) -> str:
    """Where in an agreement: "art. 4.1", or an annex by its own name."""
    if provision[:1].isdigit():
        return gettext("art. %(provision)s") % {"provision": provision}
    return labels.place(provision, language())


def fact_name(key: str) -> str:
    """What a fact is called."""
    return labels.fact(key, language())


def fact_value(fact: FactVersion) -> str:
    """What a fact says; empty where it is not said."""
    return "" if fact.value is None else labels.value(fact.key, rows.to_value(fact.value), language())


def quote_of(fact: FactVersion) -> str:
    """The first passage that a fact rests on."""
    return " ".join(fact.citations[0]["text"].split()) if fact.citations else ""


def model_lines(found: Iterable[RecognisedModel]) -> tuple[ModelLine, ...]:
    """The models in words; one that is no longer known is left out."""
    known = {model.id: model for model in models()}
    lines = []
    for row in found:
        model = known.get(row.model)
        if model is None:
            continue
        clauses = {clause.number: clause for clause in model.clauses}
        citations = [citation for each in row.evidence for citation in each["citations"]]
        lines.append(
            ModelLine(
                relation=_RELATIONS.get(row.relation, row.relation),
                title=model.title(language()),
                version=row.version,
                sureness=_SURENESS.get(row.sureness, row.sureness),
                modules=", ".join(map(str, row.modules)),
                missing=tuple(f"{n} {clauses[n].title(language())}" for n in row.missing if n in clauses),
                added=tuple(row.added),
                source=model.source,
                quotes=tuple((c["text"], anchor(c["start"])) for c in citations[:_EVIDENCE_SHOWN]),
            )
        )
    return tuple(lines)


def language() -> str:
    """The language of the page."""
    return get_language() or "nl"
