"""A comparison -> plain data: everything that differs, with its passages, for JSON."""

from typing import Any

from art28.agreement.model import Fact
from art28.agreement.quoting import plain, quote
from art28.comparing.model import Comparison, FactDifference
from art28.families.alignment import Aligned, Change
from art28.families.words import Wording


def record_of(found: Comparison) -> dict[str, Any]:
    """The facts that differ and who gains, the clauses that differ in pieces, and what was not compared."""
    return {
        "a": found.one.reading.flow.document.name,
        "b": found.other.reading.flow.document.name,
        "facts": [_fact_json(each) for each in found.facts],
        "same": list(found.same),
        "clauses": [_clause_json(each) for each in found.clauses if each.change is not Change.SAME],
        "same_clauses": sum(each.change is Change.SAME for each in found.clauses),
        "not_compared": [{"what": why.value, "detail": detail} for why, detail in found.not_compared.items()],
    }


def _fact_json(each: FactDifference) -> dict[str, Any]:
    return {
        "key": each.key,
        "a": _side_json(each.one),
        "b": _side_json(each.other),
        "gains": each.gains.value if each.gains else None,
        "open": each.is_open,
        "lost": [plain(one) for one in each.lost],
        "gained": [plain(one) for one in each.gained],
    }


def _side_json(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {
        "value": plain(fact.value),
        "provision": fact.provision,
        "citations": [quote(each) for each in fact.citations],
    }


def _clause_json(each: Aligned) -> dict[str, Any]:
    return {
        "change": each.change.value,
        "a": _wording_json(each.one),
        "b": _wording_json(each.other),
        "pieces": [{"change": piece.change.value, "text": piece.text} for piece in each.pieces],
    }


def _wording_json(wording: Wording | None) -> dict[str, Any] | None:
    return {"provision": wording.provision, "heading": wording.heading} if wording is not None else None
