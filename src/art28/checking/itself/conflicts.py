"""Agreement -> findings on passages that contradict each other about one fact: hours, months, courts, who pays."""

import re
from collections.abc import Iterator

from art28.agreement import labels
from art28.agreement.model import Agreement, OpenQuestion, QuestionKind
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


# What holds where nothing was chosen or instructed contradicts nothing that holds where it was.
_OTHERWISE = re.compile(
    r"\b(?:bij (?:gebreke|uitblijven|gebrek)|zonder (?:\w+ ){0,2}(?:keuze|instructie|verzoek)|geen (?:\w+ ){0,3}keuze|niet (?:\w+ ){0,3}(?:kiest|verzoekt)|failing|absent|in the absence|"
    r"without (?:such |any )?(?:an? )?(?:instruction|choice|request)|does not (?:\w+ ){0,2}(?:choose|request|instruct)|à défaut|en l'absence|ohne (?:\w+ )?(?:weisung|wahl)|mangels|erfolgt keine)\b",
    re.IGNORECASE,
)
_OF_SUBS = re.compile(
    r"\bsub-?(?:verwerker|processor|contractor|bewerker)|unterauftrag|subunternehm|sous-traitants? ultérieur",
    re.IGNORECASE,
)
# What law makes one change is no other rule of amendment.
_BY_LAW = re.compile(
    r"\b(?:wijziging\w* (?:in|van) (?:de |toepasselijke )?(?:wet|regelgeving)\w*|wet- en regelgeving|gesetzlich\w* änderung\w*|gesetzesänderung\w*|changes? (?:in|to|of) (?:the |applicable )?(?:\w+ ){0,3}laws?|"
    r"required by (?:\w+ ){0,2}law|évolutions? (?:légale|réglementaire)\w*)\b",
    re.IGNORECASE,
)


def conflicts(agreement: Agreement) -> Iterator[Finding]:
    """One finding for each fact that the document answers in two ways."""
    language = agreement.reading.language
    for question in agreement.questions:
        if question.kind is not QuestionKind.CONFLICT or _stand_together(question):
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


def _stand_together(question: OpenQuestion) -> bool:
    """Whether the passages answer different questions: the rule and what holds otherwise, or for sub-processors alone."""
    said = [" ".join(" ".join(citation.text.split()) for citation in one.citations) for one in question.candidates]
    if question.key.startswith("end."):
        return any(_OTHERWISE.search(words) for words in said)
    if question.key == "transfers.rule":
        return len({_OF_SUBS.search(words) is None for words in said}) > 1
    return question.key == "term.amendment" and any(_BY_LAW.search(words) for words in said)
