"""A comparison -> the table and the JSON that `art28 compare` prints."""

import json
import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.spoken import item
from art28.comparing.model import Comparison, FactDifference
from art28.comparing.record import record_of
from art28.comparing.words import said, words
from art28.families.alignment import Aligned, Change, Piece

_LANGUAGE = "en"
_NARROW, _WIDE = 80, 160


def as_table(found: Comparison) -> str:
    """The facts that differ by group, the clauses with what goes [-…-] and what comes {+…+}, and what was not compared."""
    width = min(max(shutil.get_terminal_size((120, 24)).columns, _NARROW), _WIDE)
    lines = [f"A  {found.one.reading.flow.document.name}", f"B  {found.other.reading.flow.document.name}", ""]
    lines.append(f"FACTS: {len(found.facts)} differ, {len(found.same)} are the same")
    lines += _facts(found, width)
    if found.clauses:
        counts = Counter(each.change for each in found.clauses)
        differing = [change for change in Change if change is not Change.SAME and counts[change]]
        told = ", ".join(f"{counts[change]} {_change(change)}" for change in differing)
        lines += ["", f"CLAUSES: {told or 'none differs'}; {counts[Change.SAME]} the same"]
        for each in found.clauses:
            if each.change is not Change.SAME:
                lines += _clause(each, width)
    lines += ["", "NOT COMPARED"]
    lines += (f"  {words()[_LANGUAGE][why.value].format(detail=detail)}" for why, detail in found.not_compared.items())
    return "\n".join(lines)


def _facts(found: Comparison, width: int) -> Iterator[str]:
    group = ""
    for each in found.facts:
        spec = catalogue()[each.key]
        if spec.group != group:
            group = spec.group
            yield f"  {labels.group(group, _LANGUAGE)}"
        remarks = [
            *([words()[_LANGUAGE][each.gains.value]] if each.gains else []),
            *([words()[_LANGUAGE]["open"]] if each.is_open else []),
        ]
        remark = f"   ({'; '.join(remarks)})" if remarks else ""
        yield f"    {labels.fact(each.key, _LANGUAGE)}{remark}"
        yield from _values(each, width)


def _values(each: FactDifference, width: int) -> Iterator[str]:
    spec = catalogue()[each.key]
    if each.lost or each.gained:
        for mark, items in (("-", each.lost), ("+", each.gained)):
            for one in items:
                yield _cut(f"      {mark} {item(spec, one, _LANGUAGE)}", width)  # type: ignore[arg-type]
        return
    for name, fact in (("A", each.one), ("B", each.other)):
        place = f"  ({fact.provision})" if fact is not None and fact.provision else ""
        yield _cut(f"      {name}: {said(fact, _LANGUAGE)}{place}", width)


def _change(change: Change) -> str:
    said = words()[_LANGUAGE][change.value]
    return said[0].lower() + said[1:]


def _clause(each: Aligned, width: int) -> Iterator[str]:
    yield ""
    yield f"  {_places(each)}: {_change(each.change)}"
    if each.one is None or each.other is None:
        text = "".join(piece.text for piece in each.pieces)
        marks = ("{+", "+}") if each.one is None else ("[-", "-]")
        yield from _wrapped(f"{marks[0]}{text}{marks[1]}", width)
        return
    yield from _wrapped("".join(map(_marked, each.pieces)), width)


def _marked(piece: Piece) -> str:
    text = piece.text
    if piece.change is Change.SAME or not text.strip():
        return text
    bare = text.rstrip()
    mark = ("{+", "+}") if piece.change is Change.ADDED else ("[-", "-]")
    return f"{mark[0]}{bare}{mark[1]}{text[len(bare) :]}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width - 4, initial_indent="    ", subsequent_indent="    ")


def _places(each: Aligned) -> str:
    places = [wording.provision for wording in (each.one, each.other) if wording is not None]
    return " -> ".join(dict.fromkeys(places)) or "without a number"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "\u2026"


def as_json(found: Comparison) -> str:
    """Everything that differs, with its passages."""
    return json.dumps(record_of(found), ensure_ascii=False, indent=2)
