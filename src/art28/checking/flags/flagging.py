"""Text -> findings on what a careful reader objects to, by the flags of `flags/*.toml`."""

import re
from collections.abc import Iterable, Mapping, Sequence

from art28.agreement.model import Fact, QuestionKind, Value
from art28.checking.flags.flag import Flag, Said, flags, hours_in
from art28.checking.model import Finding, Kind, Message, Verdict
from art28.checking.words.phrases import folded
from art28.checking.words.places import cover, joined, place, place_of_fact
from art28.checking.words.statements import Statement
from art28.checking.words.text import Text
from art28.document.model import Citation
from art28.document.outline import Part

_MOST = 4
# Where an agreement names its parties.
_OPENS = re.compile(
    r"\b(?:ondergetekende\w*|undersigned|statutair|gevestigd (?:te|aan|in)|kantoorhoudende|having its (?:registered|seat)|by and between|entered into|partijen bij deze)\b"
)


def flagged(text: Text, verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    """A finding for each flag that the agreement raises, in the order of `flags/`."""
    status = {verdict.requirement: verdict.status.value for verdict in verdicts}
    raised: dict[str, Finding] = {}
    waiting: list[Flag] = []
    for flag in flags():
        if flag.unflagged:
            waiting.append(flag)
        elif (finding := _raised(text, flag, status)) is not None:
            raised[flag.id] = finding
    for flag in waiting:
        if raised.keys().isdisjoint(flag.unflagged) and (finding := _raised(text, flag, status)) is not None:
            raised[flag.id] = finding
    return tuple(raised[flag.id] for flag in flags() if flag.id in raised)


def _raised(text: Text, flag: Flag, status: Mapping[str, str]) -> Finding | None:
    if flag.languages and text.agreement.reading.language not in flag.languages:
        return None
    if flag.says and not any(text.vocabulary.may_say(each.all) for each in flag.says):
        return None
    if not _facts_hold(text, flag) or any(status.get(name) not in allowed for name, allowed in flag.verdicts.items()):
        return None
    if any(found_in(text, (one,)) for one in flag.nowhere) or (flag.somewhere and not found_in(text, flag.somewhere)):
        return None
    says = found_in(text, flag.says)
    if flag.says and not says:
        return None
    against = tuple(one for one in found_in(text, flag.against) if one not in says)
    if flag.against and not against:
        return None
    rests_on = (*says[:_MOST], *against[:_MOST], *found_in(text, flag.also)[:_MOST])
    settled = tuple(
        fact
        for key in flag.settled_by
        if (fact := text.agreement.facts.get(key)) is not None
        and (key not in flag.any_fact or _is_one_of(fact.value, flag.any_fact[key]))
    )
    if flag.kind is Kind.COHERENCE and says and settled and _is_within(text, settled, says):
        return None
    return _finding(text, flag, rests_on, settled)


def _is_within(text: Text, settled: Sequence[Fact], says: Sequence[Statement]) -> bool:
    """Whether the facts rest on the statements themselves, which then contradict nothing."""
    said = text.citations(says)
    return all(
        any(not citation.document and one.start <= citation.start and citation.end <= one.end for one in said)
        for fact in settled
        for citation in fact.citations
    )


def _finding(text: Text, flag: Flag, rests_on: Sequence[Statement], settled: Sequence[Fact]) -> Finding:
    language = text.agreement.reading.language
    annexes = _annexes(text, flag.annex_of)
    cited: dict[tuple[int, int], Citation] = {
        (one.start, one.end): one
        for one in (*text.citations(rests_on), *(c for fact in settled for c in fact.citations))
    }
    places = (
        *(place_of_fact(fact.provision, language) for fact in settled),
        *(_where(text, one) for one in rests_on),
        *(place(one.clause, language) for one in annexes),
    )
    return Finding(
        id=f"{flag.kind.value}.{flag.id}",
        kind=flag.kind,
        severity=flag.severity,
        message=Message(f"flag.{flag.id}"),
        provision=joined(places),
        citations=tuple(cited[span] for span in sorted(cited)) or text.citations(annexes),
        requirement=flag.requirement,
        article=flag.article,
        why=Message(f"why.{flag.id}"),
    )


def _where(text: Text, one: Statement) -> str:
    """The provision of a statement; the cover is told apart from the preamble, which names the parties."""
    language = text.agreement.reading.language
    if one.part is not Part.PREAMBLE:
        return place(one.clause, language)
    opens = next(
        (other.index for other in text.statements if other.part is Part.PREAMBLE and _OPENS.search(other.text)), 0
    )
    return cover(language) if one.index < opens - 1 else place(one.clause, language)


def _annexes(text: Text, words: Sequence[str]) -> tuple[Statement, ...]:
    """The first statement of each annex whose heading holds one of `words`."""
    first: dict[str, Statement] = {}
    for one in text.statements if words else ():
        if one.part is Part.ANNEX and any(word in one.heading for word in words):
            first.setdefault(one.clause.article, one)
    return tuple(first.values())


def _facts_hold(text: Text, flag: Flag) -> bool:
    value = text.agreement.value
    # Most flags ask for one of these, so that whether they ask at all is told first.
    return (
        not (flag.facts and not all(_is_one_of(value(key), values) for key, values in flag.facts.items()))
        and not (flag.any_fact and not any(_is_one_of(value(key), values) for key, values in flag.any_fact.items()))
        and not (flag.not_facts and any(_is_one_of(value(key), values) for key, values in flag.not_facts.items()))
        and not (
            flag.absent and any(value(key) not in (None, False) or _is_contested(text, key) for key in flag.absent)
        )
        and not (flag.at_most and any(_hours(value(key)) > most for key, most in flag.at_most.items()))
        and not (flag.longer and not all(_is_longer(value(key), least) for key, least in flag.longer.items()))
        and not (flag.several and not all(_is_several(value(key)) for key in flag.several))
    )


def _is_contested(text: Text, key: str) -> bool:
    """Whether passages of the agreement say different things of a fact, so that it isn't absent."""
    return any(one.key == key and one.kind is QuestionKind.CONFLICT for one in text.agreement.questions)


def _is_one_of(value: Value | None, values: Sequence[str | bool]) -> bool:
    if isinstance(value, tuple):
        return any(each in value for each in values)
    return value is not None and value in values


def _hours(value: Value | None) -> float:
    return hours_in(value) if isinstance(value, str) else float("inf")


def _is_longer(value: Value | None, than: float) -> bool:
    return isinstance(value, str) and hours_in(value) > than


def _is_several(value: Value | None) -> bool:
    return isinstance(value, tuple) and len(value) > 1


def found_in(text: Text, described: Iterable[Said]) -> tuple[Statement, ...]:
    """The statements that are as one of `described`, in order."""
    found = {
        one.index: one
        for each in described
        for one in text.among(text.may_say(each.all), _is_as, each)
        if not each.near or _is_near(text, one, each)
    }
    return tuple(found[index] for index in sorted(found))


def _is_as(one: Statement, described: Said) -> bool:
    """Whether `one` is as described, whatever stands beside it."""
    if one.defines and not described.defined:
        return False
    if described.parts and one.part not in described.parts:
        return False
    if described.heading and not any(folded(word) in one.heading for word in described.heading):
        return False
    if not all(one.says(phrase) for phrase in described.all):
        return False
    if one.own_at and not any(one.says_itself(phrase) for phrase in described.all):
        return False
    return not any(one.says(phrase) for phrase in described.unless)


def _is_near(text: Text, one: Statement, described: Said) -> bool:
    """Whether what is described as near stands beside `one`."""
    beside = (one, *text.around(one, before=6, after=6))
    return all(any(other.says(phrase) for other in beside) for phrase in described.near)
