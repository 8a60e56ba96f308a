"""What people decided about an agreement -> a reference case, by which reading is measured; with its text, or without any.

With text it is the format of `art28 read --format facts`. Without text it holds values from closed vocabularies and offsets:
whoever has the agreement can rebuild it word for word, nobody else can read anything in it but codes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.agreement.model import Value
from art28.document.model import Citation

Json = dict[str, object]
Range = tuple[int, int]

_WORDS = frozenset({FactType.TEXT, FactType.TEXTS, FactType.RECORDS})
_CODED = frozenset(
    {"party", "purpose", "kind", "established_in", "processing_in", "basis", "amount", "per", "region", "number"}
)
_CODE = re.compile(r"[\w.-]{1,24}")


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person established about one fact. `value` is None where the agreement doesn't say it.

    `also` holds values that are as good: those of other passages where the agreement contradicts itself. `optional` marks
    what a careful reader may leave out, since it is said by implication only.
    """

    key: str
    value: Value | None
    citations: tuple[Citation, ...] = ()
    also: tuple[Value, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """An agreement's text and what was established about it; citations count code points of `text`."""

    text: str
    language: str
    extraction: str
    file_sha256: str
    settled: Sequence[Settled] = field(default_factory=tuple)


def with_text(case: Case) -> Json:
    """The case with its quotes."""
    facts: dict[str, object] = {}
    for each in case.settled:
        if each.value is not None and each.citations:
            quotes = [{"text": c.text, "page": c.page, "start": c.start, "end": c.end} for c in each.citations]
            facts[each.key] = {
                "value": _plain(each.value),
                "quotes": quotes,
                **_marks(each, [_plain(a) for a in each.also]),
            }
    return _whole(case, facts)


def without_text(case: Case) -> Json:
    """The case as codes and offsets. A value whose words don't stand in the text verbatim is left out, and named."""
    facts: dict[str, object] = {}
    for each in case.settled:
        if each.value is None or not each.citations:
            continue
        spec = catalogue()[each.key]
        part = _part(case.text, spec, each.value, each.citations)
        if part is not None:
            also = [_also(case.text, spec, value, each.citations) for value in each.also]
            facts[each.key] = {**part, **_marks(each, [value for value in also if value is not None])}
    return _whole(case, facts)


def _whole(case: Case, facts: Mapping[str, object]) -> Json:
    """`reviewed` names every fact that a person looked at: one that is not among `facts` isn't said, unless left out."""
    said = [each.key for each in case.settled if each.value is not None]
    return {
        "source_sha256": sha256(case.text.encode()).hexdigest(),
        "file_sha256": case.file_sha256,
        "extraction": case.extraction,
        "language": case.language,
        "reviewed": [each.key for each in case.settled],
        "left_out": [key for key in said if key not in facts],
        "facts": facts,
    }


def _marks(each: Settled, also: Sequence[object]) -> Json:
    return {**({"also": list(also)} if also else {}), **({"optional": True} if each.optional else {})}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _part(text: str, spec: FactSpec, value: Value, citations: Sequence[Citation]) -> Json | None:
    spans = [[citation.start, citation.end] for citation in citations]
    if spec.type not in _WORDS:
        return {"value": _plain(value), "spans": spans}
    found = _found(text, spec, value, citations)
    if found is None:
        return None
    return {"value_from_spans": True, **({"spans": spans} if spec.type is FactType.RECORDS else {}), **found}


def _also(text: str, spec: FactSpec, value: Value, citations: Sequence[Citation]) -> object | None:
    return _plain(value) if spec.type not in _WORDS else _found(text, spec, value, citations)


def _found(text: str, spec: FactSpec, value: Value, citations: Sequence[Citation]) -> Json | None:
    """The spans of the words of a value; None where some don't stand in the text."""
    if spec.type is FactType.RECORDS:
        records = [_record(text, item, citations) for item in value] if isinstance(value, tuple) else []  # type: ignore[arg-type]
        return None if None in records else {"records": [{"fields": record} for record in records]}
    items = value if isinstance(value, tuple) else (value,)
    spans = [_span(text, str(item), citations) for item in items]
    return None if None in spans else {"spans": [list(span) for span in spans if span is not None]}


def _record(text: str, record: Mapping[str, object], citations: Sequence[Citation]) -> Json | None:
    fields: Json = {}
    for name, item in record.items():
        if item is None or isinstance(item, int) or (name in _CODED and _is_code(item)):
            fields[name] = _plain(item)
            continue
        span = _span(text, item, citations) if isinstance(item, str) else None
        if span is None:
            return None
        fields[name] = list(span)
    return fields


def _is_code(item: object) -> bool:
    parts = item if isinstance(item, tuple) else (item,)
    return all(isinstance(part, str) and _CODE.fullmatch(part) for part in parts)


def _span(text: str, words: str, citations: Sequence[Citation]) -> Range | None:
    """Where words stand, white space aside: within the passages that settle the fact, else anywhere."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return None
    within = (pattern.search(text, citation.start, citation.end) for citation in citations)
    match = next((each for each in within if each), None) or pattern.search(text)
    return match.span() if match else None
