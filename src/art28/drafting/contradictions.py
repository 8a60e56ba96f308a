"""Facts chosen for a draft -> the choices that contradict each other, and what an agreement needs before it can be signed.

`draft` says what was chosen as far as clauses can; a form asks here first, so that no choice is dropped in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from art28.agreement.model import Value
from art28.drafting.clauses import NONE
from art28.drafting.following import has_special_data
from art28.drafting.values import largest
from art28.law.places import InvalidCountry, is_eea

_CAPPING = ("capped", "excluded_then_capped")
_EVERYWHERE_IN = frozenset({"EU", "EEA"})
_ON_THE_MAIN_AGREEMENT = (
    ("term.lasts", "main_agreement"),
    ("term.precedence", None),
    ("term.starts", "with_main_agreement"),
    ("term.separately_terminable", None),
    ("liability.regime", "main_agreement_terms"),
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two choices that can't both stand: a code, and the facts in question; `detail` names what, where that helps."""

    code: str
    keys: tuple[str, ...]
    detail: str = ""


def contradictions(facts: Mapping[str, Value], *, on: date) -> tuple[Contradiction, ...]:
    """What contradicts itself in the facts that were chosen; `on` is the day that decides where the EEA ends."""
    said = {key: value for key, value in facts.items() if value != NONE}
    return tuple(_found(said, on))


def refers_to_main_agreement(facts: Mapping[str, Value]) -> bool:
    """Whether a clause that these facts choose speaks of the main agreement, so that it must be named."""
    return any(
        key in facts and facts[key] != NONE and wanted in (None, facts[key]) for key, wanted in _ON_THE_MAIN_AGREEMENT
    )


def _found(said: Mapping[str, Value], on: date) -> Iterator[Contradiction]:
    yield from _on_liability(said)
    yield from _on_breaches(said)
    yield from _on_audits(said)
    if said.get("processing.special_categories") == "excluded_unless_agreed" and has_special_data(said):
        yield Contradiction(
            "special_excluded_but_listed", ("processing.special_categories", "processing.data_categories")
        )
    if said.get("transfers.rule") == "not_outside_eea" and (outside := _outside(said, on)):
        yield Contradiction("supplier_outside_eea", ("transfers.rule", "subprocessors.list"), ", ".join(outside))


def _on_liability(said: Mapping[str, Value]) -> Iterator[Contradiction]:
    if "liability.cap" in said and said.get("liability.regime", "capped") not in _CAPPING:
        yield Contradiction("cap_without_regime", ("liability.cap", "liability.regime"))
    if said.get("liability.regime") == "capped" and not {"liability.cap", "liability.limits"} & said.keys():
        yield Contradiction("regime_without_cap", ("liability.regime", "liability.cap"))
    limits = said.get("liability.limits")
    if isinstance(limits, tuple) and "liability.cap" in said and largest(limits) != said["liability.cap"]:
        yield Contradiction("limits_without_cap", ("liability.cap", "liability.limits"))


def _on_breaches(said: Mapping[str, Value]) -> Iterator[Contradiction]:
    if said.get("breach.wording", "fixed") != "fixed" and "breach.deadline" in said:
        yield Contradiction("wording_beside_limit", ("breach.wording", "breach.deadline"))
    if "breach.clock_starts" in said and "breach.deadline" not in said:
        yield Contradiction("clock_without_deadline", ("breach.clock_starts", "breach.deadline"))
    if said.get("breach.early_warning") is True and said.get("breach.follow_up", True) is not True:
        yield Contradiction("warning_without_follow_up", ("breach.early_warning", "breach.follow_up"))


def _on_audits(said: Mapping[str, Value]) -> Iterator[Contradiction]:
    if said.get("audit.trigger") == "suspicion_only" and "audit.max_frequency" in said:
        yield Contradiction("suspicion_with_frequency", ("audit.trigger", "audit.max_frequency"))
    if "audit.max_frequency" not in said:
        if "audit.frequency_basis" in said:
            yield Contradiction("basis_without_frequency", ("audit.frequency_basis", "audit.max_frequency"))
        if said.get("audit.trigger") == "both":
            yield Contradiction("extra_audit_without_frequency", ("audit.trigger", "audit.max_frequency"))


def _outside(said: Mapping[str, Value], on: date) -> list[str]:
    """The sub-processors of the annex that process outside the EEA, by name."""
    listed = said.get("subprocessors.list")
    found = []
    for record in listed if isinstance(listed, tuple) else ():
        if not isinstance(record, Mapping):
            continue
        places = record.get("processing_in")
        if any(not _inside(str(place), on) for place in (places if isinstance(places, tuple) else ())):
            found.append(str(record["name"]))
    return found


def _inside(place: str, on: date) -> bool:
    if place in _EVERYWHERE_IN:
        return True
    try:
        return is_eea(place, on)
    except InvalidCountry:
        return False
