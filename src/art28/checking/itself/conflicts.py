"""Agreement -> findings on passages that contradict each other about one fact: hours, months, courts, who pays."""

from collections.abc import Iterator

from art28.agreement import labels
from art28.agreement.model import Agreement, QuestionKind
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import joined, place_of_fact

# What a clock, a liability or a place of processing hangs on.
_HEAVY = frozenset(
    {
        "breach.deadline",
        "transfers.rule",
        "subprocessors.authorisation",
        "end.data",
        "liability.regime",
        "liability.cap",
        "term.precedence",
    }
)


def conflicts(agreement: Agreement) -> Iterator[Finding]:
    """One finding for each fact that the document answers in two ways."""
    language = agreement.reading.language
    for question in agreement.questions:
        if question.kind is not QuestionKind.CONFLICT:
            continue
        spoken = "nl" if language == "nl" else "en"
        yield Finding(
            id=f"coherence.conflict.{question.key}",
            kind=Kind.COHERENCE,
            severity=Severity.HIGH if question.key in _HEAVY else Severity.MEDIUM,
            message=Message("finding.conflict", {"fact": labels.fact(question.key, spoken)}),
            provision=joined(place_of_fact(one.provision, language) for one in question.candidates),
            citations=tuple(dict.fromkeys(c for one in question.candidates for c in one.citations)),
            why=Message("finding.why_conflict"),
        )
