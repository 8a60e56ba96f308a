"""Playbook + facts and verdicts -> the position of each rule, and findings."""

from collections.abc import Iterator, Mapping
from datetime import date

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.agreement.model import Agreement, Value
from art28.checking.flags.flag import hours_in
from art28.checking.messages import said
from art28.checking.model import Finding, Kind, Message, Severity, Verdict
from art28.checking.playbooks.model import Condition, Operator, Playbook, PlaybookRule, Position, Texts
from art28.checking.requirements import requirements
from art28.checking.words.places import place_of_fact
from art28.law.places import is_eea

_SEVERITIES: Mapping[Position, Severity] = {
    Position.WALK_AWAY: Severity.HIGH,
    Position.REQUIRED_LACKING: Severity.HIGH,
    Position.BELOW: Severity.MEDIUM,
    Position.ACCEPTABLE: Severity.LOW,
}
_EEA_UNIONS = frozenset({"EU", "EEA"})


def position(rule: PlaybookRule, given: Value | None, *, on: date) -> Position:
    """Where an agreement stands whose fact, or status of a requirement, is `given`; None where it says nothing."""
    if given is None:
        return rule.silent
    if rule.walk_away is not None and holds(rule.walk_away, given, on=on):
        return Position.WALK_AWAY
    if rule.required is not None and not holds(rule.required, given, on=on):
        return Position.REQUIRED_LACKING
    if rule.preferred is not None and holds(rule.preferred, given, on=on):
        return Position.PREFERRED
    if rule.acceptable is None and rule.preferred is None:
        return Position.PREFERRED
    if rule.acceptable is None:
        return Position.ACCEPTABLE if rule.required is not None or rule.walk_away is not None else Position.BELOW
    return Position.ACCEPTABLE if holds(rule.acceptable, given, on=on) else Position.BELOW


def holds(condition: Condition, given: Value, *, on: date) -> bool:
    """Whether `given` is as `condition` says."""
    match condition.operator:
        case Operator.ONE_OF:
            return (
                any(value in given for value in condition.values)
                if isinstance(given, tuple)
                else given in condition.values
            )
        case Operator.AT_MOST:
            return _amount(given) <= _amount(condition.values[0])
        case Operator.AT_LEAST:
            return _amount(given) >= _amount(condition.values[0])
        case Operator.WITHIN:
            return all(_is_within(place, str(condition.values[0]), on) for place in _places(given))


def _amount(given: object) -> float:
    """A period in hours, an amount in euros; what is neither can't be compared and is not a number."""
    if isinstance(given, bool):
        return float("nan")
    if isinstance(given, int):
        return float(given)
    try:
        return hours_in(str(given))
    except ValueError:
        return float("nan")


def _places(given: Value) -> Iterator[str]:
    """The countries in a list of sub-processors."""
    for row in given if isinstance(given, tuple) else ():
        if isinstance(row, Mapping):
            places = row.get("processing_in") or row.get("established_in")
            yield from (places if isinstance(places, tuple) else (str(places),) if places else ())


def _is_within(place: str, region: str, on: date) -> bool:
    if place == "worldwide":
        return False
    if region == "NL":
        return place == "NL"
    return place in _EEA_UNIONS or is_eea(place, on)


def positions(
    playbook: Playbook, values: Mapping[str, Value], statuses: Mapping[str, str], *, on: date
) -> Mapping[str, Position]:
    """Where an agreement stands towards each rule, in the playbook's order, by its facts and its statuses of requirements."""
    said = {
        rule.id: statuses.get(rule.requirement) if rule.requirement else values.get(rule.fact)
        for rule in playbook.rules
    }
    return {rule.id: position(rule, said[rule.id], on=on) for rule in playbook.rules}


def judged_by(
    playbook: Playbook, agreement: Agreement, verdicts: tuple[Verdict, ...], *, language: str, on: date
) -> tuple[Finding, ...]:
    """A finding of kind playbook for each rule that the agreement doesn't meet as the organisation prefers."""
    by_requirement = {verdict.requirement: verdict for verdict in verdicts}
    found = (_finding(rule, playbook, agreement, by_requirement, language, on) for rule in playbook.rules)
    return tuple(finding for finding in found if finding is not None)


def _finding(
    rule: PlaybookRule,
    playbook: Playbook,
    agreement: Agreement,
    verdicts: Mapping[str, Verdict],
    language: str,
    on: date,
) -> Finding | None:
    fact = agreement.facts.get(rule.fact)
    verdict = verdicts.get(rule.requirement)
    given: Value | None = verdict.status.value if verdict is not None else fact.value if fact is not None else None
    stands = position(rule, given, on=on)
    if stands is Position.PREFERRED:
        return None
    spoken = "nl" if language == "nl" else "en"
    asked = rule.preferred or rule.required or rule.acceptable
    citations = verdict.citations if verdict is not None else fact.citations if fact is not None else ()
    where = verdict.provision if verdict is not None else place_of_fact(fact.provision, language) if fact else ""
    silence = "_silent" if given is None else ""
    return Finding(
        id=f"playbook.{playbook.name}.{rule.id}",
        kind=Kind.PLAYBOOK,
        severity=_SEVERITIES[stands],
        message=Message(
            f"playbook.{stands.value}{silence}",
            {
                "rule": _text(rule.title, spoken),
                "given": given_words(rule, given, spoken),
                "wanted": wanted(rule, asked, spoken) if asked else "",
            },
        ),
        provision=where,
        citations=citations,
        requirement=rule.requirement or None,
        article=requirements()[rule.requirement].article if rule.requirement else "",
        fallback=rule.fallback,
    )


def given_words(rule: PlaybookRule, given: Value | None, language: str) -> str:
    """What an agreement says on what a rule is about, in words; nothing where it says nothing."""
    if given is None:
        return ""
    if rule.requirement:
        return said(Message(f"status.{given}"), language)
    return labels.shorten(labels.value(rule.fact, given, language), 80)


_WORDS: Mapping[Operator, Texts] = {
    Operator.AT_MOST: {"nl": "ten hoogste", "en": "at most"},
    Operator.AT_LEAST: {"nl": "ten minste", "en": "at least"},
    Operator.WITHIN: {"nl": "binnen", "en": "within"},
}


def wanted(rule: PlaybookRule, condition: Condition, language: str) -> str:
    """A condition of a rule in words, in Dutch or English."""
    if condition.operator is Operator.WITHIN:
        return f"{_WORDS[condition.operator][language]} {condition.values[0]}"
    values = [
        said(Message(f"status.{value}"), language)
        if rule.requirement
        else labels.value(rule.fact, _as_given(rule, value), language)
        for value in condition.values
    ]
    if condition.operator is Operator.ONE_OF:
        return {"nl": " of ", "en": " or "}[language].join(values)
    return f"{_WORDS[condition.operator][language]} {values[0]}"


def _as_given(rule: PlaybookRule, value: Value) -> Value:
    """A value of a condition as the fact would hold it: facts that hold several are tuples."""
    several = catalogue()[rule.fact].type in (FactType.CHOICES, FactType.TEXTS)
    return (str(value),) if several else value


def _text(texts: Texts, language: str) -> str:
    return texts.get(language) or next(iter(texts.values()), "")
