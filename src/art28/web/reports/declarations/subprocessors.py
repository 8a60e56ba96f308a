"""The registers of sub-processors (Art. 28(2), 28(4) GDPR) and of transfers to third countries (Arts 44 to 49, 30(1)(e))."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.law.destinations import Destination, Level
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.linking import Node
from art28.web.processing import entries, linked, saying
from art28.web.reports.declared import Asked, Choice, Found, Register, held
from art28.web.subprocessors import importing, register
from art28.web.subprocessors.models import Safeguard
from art28.web.subprocessors.register import Entry, Narrowing


@dataclass(frozen=True, slots=True)
class Transferred:
    """Data at a sub-processor in a country outside the EEA; `safeguard` is None where nothing is on file."""

    entry: Entry
    to: Destination
    safeguard: Safeguard | None


_KEPT = "subprocessors"


def _today(organisation: Organisation, now: datetime) -> date:
    return now.astimezone(ZoneInfo(organisation.time_zone)).date()


def _entries(organisation: Organisation, asked: Asked, now: datetime) -> Sequence[Entry]:
    """The sub-processors that are asked for; those that a service taken under the agreements names, or filed with one."""
    if _KEPT not in asked.kept:
        asked.kept[_KEPT] = _put_together(organisation, asked, now)
    found: Sequence[Entry] = asked.kept[_KEPT]
    return found


def _put_together(organisation: Organisation, asked: Asked, now: datetime) -> Sequence[Entry]:
    on = _today(organisation, now)
    found: Sequence[Entry] = register.register(organisation, on)
    if asked.agreements is not None:
        rows = list(agreements.agreements(organisation).filter(pk__in=asked.agreements).select_related("counterparty"))
        under = entries.entries(organisation, rows, on)
        named = {same_name(name) for each in under for name in each.sub_processors}
        found = [
            each
            for each in found
            if same_name(each.name) in named or (each.row is not None and each.row.agreement_id in asked.agreements)
        ]
    by = Narrowing(
        words=" ".join(asked.words),
        country=asked.given.get("country", "")[:2].upper(),
        gap=asked.given.get("gap", "")[:20],
        sort=asked.one("sort", register.SORTS) or "name",
    )
    return register.narrowed(found, by)


def _found(organisation: Organisation, asked: Asked, now: datetime) -> Found[Entry]:
    return held(_entries(organisation, asked, now))


def _cells(entry: Entry, _zone: tzinfo) -> list[str]:
    return next(importing.lines((entry,)))


def _nodes(_organisation: Organisation, entry: Entry, on: date) -> Iterator[Node]:
    yield linked.sub_processor(entry, on)


def _transferred(organisation: Organisation, asked: Asked, now: datetime) -> Found[Transferred]:
    rows = tuple(
        Transferred(entry, to, next((one for one in entry.safeguards if one.country == to.country), None))
        for entry in _entries(organisation, asked, now)
        for to in entry.destinations
        if to.level is not Level.EEA
    )
    basis = asked.one("basis", _BASES)
    if basis:
        rows = tuple(row for row in rows if _basis(row) == basis)
    return held(rows)


_BASES = {"decision": _("Adequacy decision"), "filed": _("Safeguard on file"), "none": _("Nothing on file")}


def _basis(row: Transferred) -> str:
    if row.to.level is Level.ADEQUATE:
        return "decision"
    return "none" if row.to.country in row.entry.bare else "filed"


def _transfer_heads() -> tuple[str, ...]:
    return (
        gettext("Recipient"), gettext("Country"), gettext("As the Regulation sees it"), gettext("Services"),
        gettext("Rests on"), gettext("Signed"), gettext("Impact assessment"), gettext("Note"),
    )  # fmt: skip


def _transfer_cells(row: Transferred, _zone: tzinfo) -> Iterator[str]:
    kept = row.safeguard
    yield row.entry.name
    yield labels.country(row.to.country, get_language() or "nl")
    yield saying.level(row.to.level)
    yield "; ".join(role.service for role in row.entry.roles)
    yield str(kept.get_kind_display()) if kept else str(_BASES[_basis(row)])
    yield date_format(kept.signed_on, "Y-m-d") if kept else ""
    yield date_format(kept.assessed_on, "Y-m-d") if kept and kept.assessed_on else ""
    yield kept.note if kept else ""


def _transfer_nodes(organisation: Organisation, row: Transferred, _on: date) -> Iterator[Node]:
    yield linked.transfer(organisation, row.entry, row.to)


def _address(entry: Entry) -> str:
    return reverse("subprocessors:detail", args=(entry.row.pk,)) if entry.row else reverse("subprocessors:list")


def _countries(organisation: Organisation) -> Sequence[tuple[str, str]]:
    found = register.countries_of(register.register(organisation, timezone.localdate()))
    spoken = get_language() or "nl"
    return [(code, labels.country(code, spoken)) for code in found if len(code) == 2]


SUB_PROCESSORS = Register(
    name="subprocessors",
    title=_("Register of sub-processors"),
    article=_("Article 28(2) and (4) GDPR"),
    about=_("Every sub-processor with its services, what stands behind it, its countries and the contract on file."),
    none=_("A sub-processor that a service names stands here at once."),
    heads=lambda: importing.heads(dutch=(get_language() or "nl").startswith("nl")),
    cells=_cells,
    found=_found,
    nodes=_nodes,
    address=_address,
    shown=(0, 11, 12, 13, 14, 5),
    choices=(Choice("country", _("Country"), _countries),),
    sorts=(
        ("", _("By name")), ("country", _("By country")), ("services", _("Most services first")),
        ("gaps", _("Most lacking first")),
    ),
    finds=_("Find by name, service or place"),
)  # fmt: skip
TRANSFERS = Register(
    name="transfers",
    title=_("Register of transfers"),
    article=_("Articles 44 to 49 and 30(1)(e) and (2)(c) GDPR"),
    about=_("Where data leave the European Economic Area: to whom, to which country, and on what that rests."),
    none=_("Nothing leaves the European Economic Area, as far as is known."),
    heads=_transfer_heads,
    cells=_transfer_cells,
    found=_transferred,
    nodes=_transfer_nodes,
    address=lambda row: _address(row.entry),
    shown=(0, 1, 2, 3, 4, 5, 6),
    choices=(
        Choice("country", _("Country"), _countries),
        Choice("basis", _("Rests on"), lambda _organisation: tuple(_BASES.items())),
    ),
    sorts=(("", _("By name")), ("country", _("By country"))),
    finds=_("Find by name, service or place"),
)
