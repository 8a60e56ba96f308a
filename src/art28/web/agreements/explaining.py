"""A stored text and a fact's key -> why the fact is read as it is, in words: what decided, was overruled, or passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.model import Fact, Strength
from art28.document.model import Citation
from art28.extraction.explain import Explanation, PassedOver, explain
from art28.extraction.trace import Why
from art28.web.agreements import citing, rows
from art28.web.agreements.models import AgreementText
from art28.web.agreements.rendering import anchor

_MOST_PASSED_OVER = 12
_STRENGTHS: Mapping[Strength, str | Promise] = {
    Strength.EXPRESS: _("express"),
    Strength.PASSING: _("in passing"),
    Strength.INFERRED: _("inferred"),
}
_PASSED_OVER: Mapping[Why, str | Promise] = {
    Why.WITHDRAWN: _("withdrawn by “%(words)s”"),
    Why.OTHER_PARTY: _("the duty or right of another (%(words)s)"),
    Why.SAYS_NOTHING: _("says nothing that settles it"),
}


@dataclass(frozen=True, slots=True)
class WhyLine:
    """A passage that was considered: its value in words where it gives one, why it has that say, and where it stands."""

    value: str
    note: str
    rule: str
    quotes: tuple[str, ...]
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class WhyView:
    """The explanation of one fact; `more` counts passages passed over that are not listed."""

    decided: tuple[WhyLine, ...]
    overruled: tuple[WhyLine, ...]
    passed_over: tuple[WhyLine, ...]
    rules: tuple[str, ...]
    more: int


def explained(text: AgreementText, key: str) -> WhyView:
    """Read the fact again, watching what the rules look at; nothing is stored."""
    found: Explanation = explain(rows.to_document(text), key)
    passed = found.passed_over[:_MOST_PASSED_OVER]
    return WhyView(
        decided=tuple(_fact(key, fact) for fact in found.decided),
        overruled=tuple(_fact(key, fact) for fact in found.overruled),
        passed_over=tuple(_passed_over(each) for each in passed),
        rules=found.rules,
        more=len(found.passed_over) - len(passed),
    )


def _fact(key: str, fact: Fact) -> WhyLine:
    value = labels.value(key, fact.value, get_language() or "nl")
    return WhyLine(
        labels.shorten(value, 120), str(_STRENGTHS[fact.strength]), fact.rule, *_where(fact.citations, fact.provision)
    )


def _passed_over(each: PassedOver) -> WhyLine:
    note = str(_PASSED_OVER[each.why]) % {"words": each.words}
    return WhyLine("", note, "", *_where(each.citations, each.provision))


def _where(citations: Sequence[Citation], provision: str) -> tuple[tuple[str, ...], str, str]:
    quotes = tuple(" ".join(citation.text.split()) for citation in citations)
    return quotes, citing.place(provision), anchor(citations[0].start) if citations else ""
