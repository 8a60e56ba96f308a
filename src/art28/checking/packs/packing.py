"""Agreement and what was checked -> how it stands towards the packs of a profile, and what that adds to the findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from art28.agreement.model import Agreement, Fact, Value
from art28.checking.flags.flag import hours_in
from art28.checking.flags.flagging import found_in
from art28.checking.model import Checked, Finding, Kind, Message, PackVerdict, Severity, Status, Verdict
from art28.checking.packs.pack import Element, Entry, Profile, packs
from art28.checking.words.places import joined, place, place_of_fact
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text, text_of
from art28.document.model import Citation

_MOST = 3
_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class _Found:
    """What an entry is known by in the agreement."""

    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts or self.statements)


def profiled(agreement: Agreement, checked: Checked, profile: Profile) -> Checked:
    """`checked` by the measure of `profile`: with the verdicts of its packs, their findings, and its weights."""
    return checked if not profile.packs and not profile.severities else measured(text_of(agreement), checked, profile)


def measured(text: Text, checked: Checked, profile: Profile) -> Checked:
    """The same for a text that is prepared already."""
    by_requirement = {verdict.requirement: verdict for verdict in checked.verdicts}
    raised = {finding.id.partition(".")[2]: finding for finding in checked.findings}
    entries = [entry for name in profile.packs for entry in packs()[name].entries]
    packed = tuple(_judged(text, entry, by_requirement, raised) for entry in entries)
    own = tuple(_findings(packed, entries, raised))
    weighed = [_weighed(one, profile.severities) for one in (*checked.findings, *own)]
    return replace(
        checked, packed=packed, findings=tuple(sorted(weighed, key=lambda finding: _ORDER.index(finding.severity)))
    )


def _weighed(one: Finding, severities: Mapping[str, Severity]) -> Finding:
    return replace(one, severity=severities[one.id]) if one.id in severities else one


def _judged(text: Text, entry: Entry, verdicts: Mapping[str, Verdict], raised: Mapping[str, Finding]) -> PackVerdict:
    if entry.same_as:
        same = verdicts[entry.same_as]
        return PackVerdict(entry.pack, entry.id, same.status, same.citations, same.provision, same.lacking)
    if entry.no_restatement:
        restated = [one for one in verdicts.values() if one.status is Status.RESTATED_ONLY]
        status = Status.PARTIAL if restated else Status.MET
        citations = tuple(citation for one in restated for citation in one.citations)
        return PackVerdict(entry.pack, entry.id, status, citations, joined(one.provision for one in restated))
    against = [raised[name] for name in entry.red_flags if name in raised]
    denied = _having(text.agreement, entry.fact_is_not)
    found, lacking = _known_by(text, entry)
    if against or denied:
        citations = (*(c for one in against for c in one.citations), *(c for fact in denied for c in fact.citations))
        where = joined((*(one.provision for one in against), *_places(text, _Found(denied))))
        return PackVerdict(entry.pack, entry.id, Status.PARTIAL if found else Status.CONTRADICTED, citations, where)
    if found or (entry.fact_is_not and not _asks_for_more(entry)):
        status = Status.PARTIAL if lacking else Status.MET
        return PackVerdict(entry.pack, entry.id, status, _citations(text, found), joined(_places(text, found)), lacking)
    return PackVerdict(entry.pack, entry.id, Status.MISSING)


def _asks_for_more(entry: Entry) -> bool:
    """Whether silence isn't enough to satisfy an entry."""
    return bool(entry.facts or entry.fact_is or entry.at_most or entry.says or entry.elements)


def _known_by(text: Text, entry: Entry) -> tuple[_Found, tuple[str, ...]]:
    """What satisfies an entry, and which of its elements don't occur."""
    agreement = text.agreement
    if entry.elements:
        each = {element.name: _element(text, element) for element in entry.elements}
        whole = _Found(
            tuple(fact for found in each.values() for fact in found.facts[:1]),
            tuple(one for found in each.values() for one in found.statements[:1]),
        )
        return whole, tuple(name for name, found in each.items() if not found)
    if entry.specific_is_enough and agreement.value("subprocessors.authorisation") == "specific":
        return _Found((agreement.facts["subprocessors.authorisation"],)), ()
    facts = (
        *_given(agreement, entry.facts),
        *_having(agreement, entry.fact_is),
        *(fact for key, most in entry.at_most.items() if _is_within(fact := agreement.facts.get(key), most) and fact),
    )
    return _Found(facts, () if facts else found_in(text, entry.says)), ()


def _element(text: Text, element: Element) -> _Found:
    facts = _given(text.agreement, element.facts)
    return _Found(facts, () if facts else found_in(text, element.says))


def _given(agreement: Agreement, keys: Sequence[str]) -> tuple[Fact, ...]:
    return tuple(agreement.facts[key] for key in keys if agreement.value(key) not in (None, False))


def _having(agreement: Agreement, wanted: Mapping[str, tuple[str | bool, ...]]) -> tuple[Fact, ...]:
    return tuple(agreement.facts[key] for key, values in wanted.items() if _is_one_of(agreement.value(key), values))


def _is_one_of(value: Value | None, values: Sequence[str | bool]) -> bool:
    return any(each in value for each in values) if isinstance(value, tuple) else value is not None and value in values


def _is_within(fact: Fact | None, most: float) -> bool:
    return fact is not None and isinstance(fact.value, str) and hours_in(fact.value) <= most


def _citations(text: Text, found: _Found) -> tuple[Citation, ...]:
    return (
        *(citation for fact in found.facts for citation in fact.citations),
        *text.citations(found.statements[:_MOST]),
    )


def _places(text: Text, found: _Found) -> Iterator[str]:
    language = text.agreement.reading.language
    yield from (place_of_fact(fact.provision, language) for fact in found.facts)
    yield from (place(one.clause, language) for one in found.statements[:_MOST])


def _findings(
    packed: Sequence[PackVerdict], entries: Sequence[Entry], raised: Mapping[str, Finding]
) -> Iterator[Finding]:
    """What a pack adds: nothing where a requirement of Article 28 or a red flag says so already, or the law itself does."""
    for verdict, entry in zip(packed, entries, strict=True):
        told = bool(entry.same_as) or entry.informative or any(name in raised for name in entry.red_flags)
        if told or verdict.status is Status.MET:
            continue
        yield Finding(
            id=f"gdpr.{entry.pack}.{entry.id}",
            kind=Kind.GDPR,
            severity=entry.severity if verdict.status is Status.MISSING else Severity.LOW,
            message=Message(f"pack.{verdict.status.value}.{entry.pack}.{entry.id}"),
            provision=verdict.provision,
            citations=verdict.citations,
            article=entry.article,
        )
