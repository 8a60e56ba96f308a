"""What a record lacks, or holds against its agreement: each with the clause and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.web.breaches import queries as breaches
from art28.web.processing import rows
from art28.web.processing.entries import Entry
from art28.web.processing.judging import plain
from art28.web.processing.models import Choice, Judgement, Outside
from art28.web.processing.reading import Point


class Gap(StrEnum):
    """What lacks."""

    NO_ROWS = "no_rows"
    NO_PURPOSE = "no_purpose"
    NO_DATA_SUBJECTS = "no_data_subjects"
    NO_RETENTION = "no_retention"
    SERVICE_WITHOUT_ROW = "service_without_row"
    UNKNOWN_SUB_PROCESSOR = "unknown_sub_processor"
    NO_LEGAL_BASIS = "no_legal_basis"
    NOT_ASSESSED = "not_assessed"
    NOT_CONFIRMED = "not_confirmed"
    CHANGED_SINCE = "changed_since"
    SPECIAL_NOT_STATED = "special_not_stated"
    SPECIAL_WITHOUT_MEASURES = "special_without_measures"
    OUTSIDE_DATA = "outside_data"
    NO_SAFEGUARD = "no_safeguard"


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing that lacks: what it concerns, and the clause that it comes from."""

    gap: Gap
    what: str = ""
    clause: str = ""


def gaps(entry: Entry) -> tuple[Lacking, ...]:
    """Everything that the record of one controller lacks; one query more, for breaches."""
    return tuple(_gaps(entry))


def _gaps(entry: Entry) -> Iterator[Lacking]:
    ours, facts = entry.ours, entry.facts
    place = rows.clause(facts, "processing.activities", "processing.purposes", "processing.data_categories")
    if not ours and not entry.taken:
        yield Lacking(Gap.NO_ROWS)
        return
    yield from _without(Gap.NO_PURPOSE, (_name(row) for row in ours if not row.purpose), place)
    if not entry.data_subjects:
        yield Lacking(Gap.NO_DATA_SUBJECTS, clause=place)
    yield from _without(Gap.NO_RETENTION, (_name(row) for row in ours if not row.retention), place)
    named = {plain(row.service) for row in ours if row.service}
    for service in rows.listed(facts, "processing.services"):
        if named and plain(service) not in named:
            yield Lacking(Gap.SERVICE_WITHOUT_ROW, service, rows.clause(facts, "processing.services"))
    yield from _unknown(entry, place)
    yield from _without(Gap.NO_LEGAL_BASIS, (_name(row) for row in ours if not row.legal_basis), "Art. 6(1)")
    yield from _without(
        Gap.NOT_ASSESSED, (_name(row) for row in ours if row.started_on and not row.assessed), "Art. 35"
    )
    yield from _confirmed(entry)
    yield from _special(entry)
    yield from _found(entry, place)
    for each in entry.transfers:
        if each.is_bare:
            yield Lacking(
                Gap.NO_SAFEGUARD,
                f"{each.recipient} ({labels.country(each.to.country, get_language() or 'nl')})".strip(),
                "Art. 44",
            )


def _name(row: object) -> str:
    return str(row)


def _without(gap: Gap, names: Iterable[str], clause: str) -> Iterator[Lacking]:
    if found := list(dict.fromkeys(names)):
        yield Lacking(gap, ", ".join(found[:5]) + (" …" if len(found) > 5 else ""), clause)


def _unknown(entry: Entry, place: str) -> Iterator[Lacking]:
    """Recipients in the rows that no list knows by name: "the mobile provider" is a role and no name."""
    listed = {same_name(str(each.get("name") or "")) for each in rows.records(entry.facts, "subprocessors.list")}
    listed |= {same_name(str(one["name"])) for each in entry.taken for one in each.sub_processors}
    for name in dict.fromkeys(name for row in entry.ours for name in row.sub_processors):
        if same_name(name) not in listed and name[:1].islower():
            yield Lacking(Gap.UNKNOWN_SUB_PROCESSOR, name, place)


def _confirmed(entry: Entry) -> Iterator[Lacking]:
    wanted = wants_confirmation(entry)
    if entry.confirmation is None and wanted:
        yield Lacking(Gap.NOT_CONFIRMED)
    elif entry.confirmation is not None and not entry.is_as_confirmed:
        yield Lacking(Gap.CHANGED_SINCE)


def wants_confirmation(entry: Entry) -> bool:
    """Whether the agreement has the controller stand for what its annex holds."""
    return entry.record is not None and any(each["point"] == Point.CONFIRMED for each in entry.record.points)


def _special(entry: Entry) -> Iterator[Lacking]:
    facts = entry.facts
    left_out = rows.said(facts, "processing.special_categories") == "excluded_unless_agreed"
    place = rows.clause(facts, "processing.special_categories")
    stated = {each.category for each in entry.choices if each.stated_in}
    named = [each for row in entry.ours for each in row.special]
    if left_out and named and not stated:
        yield Lacking(Gap.SPECIAL_NOT_STATED, ", ".join(dict.fromkeys(named)), place)
    for each in entry.choices:
        if not is_guarded(each):
            yield Lacking(Gap.SPECIAL_WITHOUT_MEASURES, str(each.get_category_display()), place)


def is_guarded(choice: Choice) -> bool:
    """Whether extra measures are named, judged enough, and that judgement explained."""
    return bool(choice.measures and choice.judgement == Judgement.SUFFICIENT and choice.explanation)


def _found(entry: Entry, place: str) -> Iterator[Lacking]:
    """Categories of data that breaches under the agreement named and the record doesn't hold."""
    known = {plain(each) for each in entry.data}
    if not known:
        return
    for reference, categories in breaches.data_named(entry.agreement.organisation, entry.agreement.pk):
        beyond = [each for each in categories if plain(each) not in known]
        if beyond:
            yield Lacking(Gap.OUTSIDE_DATA, f"{', '.join(beyond)} ({reference})", place)


def not_ours(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The rows that are none of the processor's, with why."""
    return tuple((_name(row), str(Outside(row.outside).label)) for row in entry.activities if row.outside)
