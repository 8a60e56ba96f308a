"""Agreement -> findings on who is bound and since when: parties without a name or number, entities that differ, signatures."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from art28.agreement.model import Agreement, Fact
from art28.checking.model import Finding, Kind, Message, Severity
from art28.checking.words.places import joined, place, place_of_fact
from art28.document.model import Citation
from art28.document.outline import Part

# The day from which the GDPR applies: art. 99(2).
_GDPR = date(2018, 5, 25)
_ENTITY = re.compile(
    r"\b(?P<name>(?:[A-ZÀ-Þ][\w&'’.-]*\s){1,4}?)(?P<form>B\.?V\.?|N\.?V\.?|GmbH|Ltd\.?|Limited|Inc\.?|S\.A\.)(?![\w])"
)
_SIGNED_FIELD = re.compile(r"\b(?:handtekening|ondertekening|getekend|signature|signed|paraaf)\b", re.IGNORECASE)


def signing(agreement: Agreement) -> Iterator[Finding]:
    """What a careful reader says of parties and signatures."""
    yield from _unnamed(agreement)
    yield from _other_entity(agreement)
    yield from _signatures(agreement)


def _opening(agreement: Agreement) -> str:
    return "aanhef, partijen" if agreement.reading.language == "nl" else "preamble, parties"


def _unnamed(agreement: Agreement) -> Iterator[Finding]:
    """A party without a name weighs most, one without a number of registration less."""
    facts = agreement.facts
    first = _first_words(agreement)
    nameless = [
        role
        for role in ("processor", "controller")
        if f"{role}.name" not in facts or facts[f"{role}.name"].provision not in _opening_provisions(agreement)
    ]
    if nameless == ["processor", "controller"]:
        yield _finding("parties_nameless", Severity.HIGH, _opening(agreement), first)
        return
    if "controller.name" not in facts:
        yield _finding("controller_nameless", Severity.MEDIUM, _opening(agreement), first)
    unregistered = [
        role for role in ("processor", "controller") if f"{role}.name" in facts and f"{role}.registration" not in facts
    ]
    if unregistered and agreement.reading.language == "nl":
        named = facts[f"{unregistered[0]}.name"]
        yield _finding(
            f"unregistered_{'_'.join(unregistered)}",
            Severity.MEDIUM,
            _opening(agreement),
            named.citations,
            key="unregistered",
        )


def _opening_provisions(agreement: Agreement) -> frozenset[str]:
    """Where parties are named: all but the annexes."""
    return frozenset(clause.provision for clause in agreement.reading.clauses if clause.part is not Part.ANNEX)


def _first_words(agreement: Agreement) -> tuple[Citation, ...]:
    sentence = next((one for one in agreement.reading.sentences if one.text.strip()), None)
    return agreement.reading.citations(sentence.start, sentence.end) if sentence else ()


def _other_entity(agreement: Agreement) -> Iterator[Finding]:
    """Another legal person of the processor's name than the one that contracts."""
    processor = agreement.facts.get("processor.name")
    if processor is None or not isinstance(processor.value, str):
        return
    stem = processor.value.split()[0]
    reading = agreement.reading
    for line in reading.lines:
        if line.clause.part not in (Part.PREAMBLE, Part.RECITALS, Part.SIGNATURES):
            continue
        words = reading.original(line.start, line.end)
        for match in _ENTITY.finditer(words):
            name = " ".join(match[0].split())
            if (
                name.startswith(f"{stem} ")
                and _bare(name) != _bare(processor.value)
                and _bare(processor.value).startswith(stem.lower())
            ):
                language = reading.language
                yield Finding(
                    id="coherence.parties.other_entity",
                    kind=Kind.COHERENCE,
                    severity=Severity.MEDIUM,
                    message=Message("finding.other_entity", {"one": name, "other": processor.value}),
                    provision=joined((place(line.clause, language), place_of_fact(processor.provision, language))),
                    citations=(*reading.citations(line.start, line.end), *processor.citations),
                )
                return


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())


def _signatures(agreement: Agreement) -> Iterator[Finding]:
    reading, facts = agreement.reading, agreement.facts
    dutch = reading.language == "nl"
    block = [clause for clause in reading.clauses if clause.part is Part.SIGNATURES]
    starts, state, signed = facts.get("term.starts"), facts.get("document.state"), facts.get("term.signed_on")
    where = "ondertekening" if dutch else "signatures"
    if not block:
        if (
            starts is not None
            and starts.value == "on_signature"
            and not any(_SIGNED_FIELD.search(line.text) and len(line.text) < 60 for line in reading.lines)
        ):
            yield _finding(
                "no_signatures", Severity.HIGH, place_of_fact(starts.provision, reading.language), starts.citations
            )
    elif state is not None and state.value != "signed":
        citations = reading.flow.citations(block[0].start, min(block[0].end, block[0].start + 200))
        yield _finding("unsigned", Severity.MEDIUM, where, citations)
    if isinstance(signed, Fact) and isinstance(signed.value, str) and date.fromisoformat(signed.value) < _GDPR:
        yield _finding("before_gdpr", Severity.LOW, where, signed.citations)


def _finding(name: str, severity: Severity, where: str, citations: Sequence[Citation], key: str = "") -> Finding:
    return Finding(
        id=f"drafting.parties.{name}",
        kind=Kind.DRAFTING,
        severity=severity,
        message=Message(f"finding.{key or name}"),
        provision=where,
        citations=tuple(citations),
    )
