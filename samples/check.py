"""Checks the expected facts of the samples against the catalogue and the text.

    check.py [NAME...]

Every key must be in `src/art28/agreement/facts.toml`, every value (and every value under "also") must be of its key's type,
and every quote must stand verbatim in `text/NAME.txt`, white space folded. Each sample must have its facts. Exits 1 and
says what is wrong where.
"""

import argparse
import datetime as dt
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CATALOGUE = HERE.parent / "src" / "art28" / "agreement" / "facts.toml"
DURATION = re.compile(r"P(?:\d+[YMWD])+(?:T(?:\d+[HMS])+)?|PT(?:\d+[HMS])+")
ALLOWED = {"value", "quotes", "why", "also", "optional"}

Spec = dict[str, Any]


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def is_text(value: object) -> bool:
    return isinstance(value, str) and value == fold(value) != ""


def is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_record(spec: Spec, value: object) -> bool:
    if not isinstance(value, dict) or set(value) != set(spec["fields"]):
        return False
    return all(
        field is None or isinstance(field, int | str) or (isinstance(field, list) and all(is_text(x) for x in field))
        for field in value.values()
    )


def is_of_type(spec: Spec, value: object) -> bool:
    """Whether a value is written as the catalogue's type wants it."""
    kind = spec["type"]
    if kind in ("texts", "choices", "records"):
        item = {
            "texts": is_text,
            "choices": spec.get("values", []).__contains__,
            "records": lambda v: is_record(spec, v),
        }
        distinct = kind == "records" or (isinstance(value, list) and len({str(v) for v in value}) == len(value))
        return isinstance(value, list) and bool(value) and distinct and all(map(item[kind], value))
    single = {
        "text": is_text,
        "flag": lambda v: isinstance(v, bool),
        "choice": lambda v: v in spec["values"],
        "duration": lambda v: isinstance(v, str) and bool(DURATION.fullmatch(v)),
        "money": lambda v: isinstance(v, int) and not isinstance(v, bool),
        "date": is_date,
    }
    return bool(single[kind](value))


def complaints(facts: dict[str, Any], text: str, catalogue: dict[str, Spec]) -> Iterator[str]:
    folded = fold(text)
    for key, fact in facts.items():
        if key not in catalogue:
            yield f"{key}: not in the catalogue"
            continue
        if unknown := set(fact) - ALLOWED:
            yield f"{key}: unknown field {', '.join(sorted(unknown))}"
        if "value" not in fact or not fact.get("quotes"):
            yield f"{key}: needs a value and a quote"
            continue
        for value in [fact["value"], *fact.get("also", [])]:
            if not is_of_type(catalogue[key], value):
                yield f"{key}: not of type {catalogue[key]['type']}: {value!r}"
        for quote in fact["quotes"]:
            if fold(quote) not in folded:
                yield f"{key}: not in the text: {quote!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these samples")
    options = parser.parse_args()
    catalogue = {entry["key"]: entry for entry in tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["fact"]}
    names = options.names or sorted(path.stem for path in (HERE / "source").glob("[0-9]*.md"))
    wrong = total = 0
    for name in names:
        path, text = HERE / "facts" / f"{name}.json", HERE / "text" / f"{name}.txt"
        if not path.exists() or not text.exists():
            print(f"{name}: no facts or no text", file=sys.stderr)
            wrong += 1
            continue
        facts = json.loads(path.read_text(encoding="utf-8"))["facts"]
        total += len(facts)
        for complaint in complaints(facts, text.read_text(encoding="utf-8"), catalogue):
            print(f"{name}: {complaint}", file=sys.stderr)
            wrong += 1
    if not wrong:
        print(f"{total} expected facts in {len(names)} samples: types and quotes hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
