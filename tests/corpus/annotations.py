"""Facts annotated in agreements whose text is not in the repository, rebuilt once the text is at hand.

`c01.json` and its like hold codes, numbers and offsets only; `README.md` says how they are written.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from art28.agreement.catalogue import FactType, catalogue

HERE = Path(__file__).resolve().parent
TEXTS = HERE.parents[2] / "shared" / "corpus"
NAMES = tuple(path.stem for path in sorted(HERE.glob("c[0-9]*.json")))

Fact = Mapping[str, Any]
Rebuilt = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is known of one agreement without its text.

    What is `left_out` is settled, in words that don't stand together. The last three stand in cases that the application
    exported.
    """

    source_sha256: str
    language: str
    facts: Mapping[str, Fact]
    left_out: Sequence[str] = ()
    file_sha256: str = ""
    extraction: str = ""
    reviewed: Sequence[str] = ()


def load(name: str) -> Annotations:
    """The annotations under a label, such as c01."""
    return Annotations(**json.loads((HERE / f"{name}.json").read_text(encoding="utf-8")))


def text_of(annotations: Annotations, folder: Path = TEXTS) -> str | None:
    """The agreement's text, found in a folder by its digest alone; none where it is not there."""
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes()
        if sha256(data).hexdigest() == annotations.source_sha256:
            return data.decode("utf-8")
    return None


def rebuild(annotations: Annotations, text: str) -> Rebuilt:
    """The facts as a scorer reads them: {"facts": {KEY: {"value", "quotes", "also"?, "optional"?, "why"?}}}."""
    return {"facts": {key: _fact(key, fact, text) for key, fact in annotations.facts.items()}}


def spans(fact: Fact) -> Iterator[tuple[int, int]]:
    """Every span of a fact: those that settle it and those that its values are made of."""
    for part in (fact, *(each for each in fact.get("also", ()) if isinstance(each, dict))):
        yield from ((start, end) for start, end in part.get("spans", ()))
        for record in part.get("records", ()):
            yield from ((each[0], each[1]) for each in record["fields"].values() if is_span(each))


def is_span(field: object) -> bool:
    """Whether a record's field is a span; a list of codes holds strings."""
    return isinstance(field, list) and len(field) == 2 and all(isinstance(each, int) for each in field)


def _fact(key: str, fact: Fact, text: str) -> dict[str, Any]:
    kind = catalogue()[key].type if fact.get("value_from_spans") else None
    rebuilt: dict[str, Any] = {
        "value": fact["value"] if kind is None else _value(kind, fact, text),
        "quotes": [{"text": text[start:end], "start": start, "end": end} for start, end in fact["spans"]],
    }
    if "also" in fact:
        rebuilt["also"] = list(fact["also"]) if kind is None else [_value(kind, each, text) for each in fact["also"]]
    return rebuilt | {name: fact[name] for name in ("optional", "why") if name in fact}


def _value(kind: FactType, part: Fact, text: str) -> Any:
    if kind is FactType.RECORDS:
        return [{name: _field(field, text) for name, field in each["fields"].items()} for each in part["records"]]
    items = [_words(span, text) for span in part["spans"]]
    if kind is FactType.TEXTS:
        return items
    (only,) = items
    return only


def _field(field: Any, text: str) -> Any:
    return _words(field, text) if is_span(field) else field


def _words(span: Sequence[int], text: str) -> str:
    """What stands there, white space folded."""
    return " ".join(text[span[0] : span[1]].split())
