"""The register of transfers to third countries (Arts 44 to 49, 30(1)(e) and (2)(c) GDPR).

Data leave the EEA at an organisation's own sub-processors, and at those whom suppliers' agreements name. Of the latter only
what the agreement says is known, not what the supplier has on file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.comparing.behind import Behind, Through
from art28.law.destinations import Destination, Level
from art28.web.accounts.models import Organisation
from art28.web.chains import queries as chains
from art28.web.chains.lists import row as said
from art28.web.linking import Node
from art28.web.processing import linked, saying
from art28.web.processing.entries import Transfer
from art28.web.reports.declarations import subprocessors
from art28.web.reports.declared import Asked, Choice, Found, Register, held
from art28.web.subprocessors.register import Entry


@dataclass(frozen=True, slots=True)
class Transferred:
    """Data that leave the EEA at a recipient: for which services, through whom (empty where directly), on what that rests.

    `address` is where the recipient stands.
    """

    transfer: Transfer
    services: tuple[str, ...]
    through: tuple[str, ...]
    basis: str
    note: str
    address: str


_BASES = {"decision": _("Adequacy decision"), "filed": _("Safeguard on file"), "none": _("Nothing on file")}
_NONE_IN_FORCE = "none"


def _found(organisation: Organisation, asked: Asked, now: datetime) -> Found[Transferred]:
    own = [row for entry in subprocessors.entries_of(organisation, asked, now) for row in _of_our_own(entry)]
    rows = [*own, *_behind(organisation, asked, now)]
    if basis := asked.one("basis", _BASES):
        rows = [row for row in rows if row.basis == basis]
    if asked.given.get("sort") == "country":
        rows.sort(key=lambda row: (row.transfer.to.country, row.transfer.recipient.casefold()))
    return held(rows)


def _of_our_own(entry: Entry) -> Iterator[Transferred]:
    """Of a sub-processor in the register, each country outside the EEA."""
    through = () if entry.roles else tuple(link.name for link in entry.parents)
    for to in entry.destinations:
        if to.level is Level.EEA:
            continue
        kept = next((one for one in entry.safeguards if one.country == to.country), None)
        basis = _NONE_IN_FORCE if to.country in entry.bare else "filed"
        yield Transferred(
            Transfer(entry.name, to, kept),
            tuple(role.service for role in entry.roles),
            through,
            "decision" if to.level is Level.ADEQUATE else basis,
            kept.note if kept else "",
            subprocessors.address_of(entry),
        )


def _behind(organisation: Organisation, asked: Asked, now: datetime) -> Iterator[Transferred]:
    """Of those whom suppliers' agreements name, each country outside the EEA; but for those that the register has there."""
    entries, on = subprocessors.registered(organisation, asked, now), subprocessors.today(organisation, now)
    known = {(same_name(entry.name), to.country) for entry in entries for to in entry.destinations}
    country = asked.given.get("country", "")[:2].upper()
    for each in chains.named_by_suppliers(organisation, on=on).everybody:
        for to in each.destinations:
            if to.level is Level.EEA or (each.key, to.country) in known or country not in ("", to.country):
                continue
            through = [one for one in each.through if to in one.destinations and _concerns(one, asked.agreements)]
            if through and _holds(each, to, asked.words):
                yield _as_agreed(each, to, through)


def _concerns(through: Through, agreements: tuple[UUID, ...] | None) -> bool:
    return agreements is None or UUID(through.supplier.source) in agreements


def _holds(each: Behind, to: Destination, words: Sequence[str]) -> bool:
    text = " ".join((each.name, *each.suppliers, *each.services, _country(to))).casefold()
    return all(word.casefold() in text for word in words)


def _as_agreed(each: Behind, to: Destination, through: Sequence[Through]) -> Transferred:
    rows = [said(one) for one in through]
    words = [f"{row.through.supplier.name}{f', {row.place}' if row.place else ''}: {row.allowed}" for row in rows]
    return Transferred(
        Transfer(each.name, to, None),
        tuple(dict.fromkeys(one.service for one in through if one.service)),
        tuple(dict.fromkeys(one.supplier.name for one in through)),
        "decision" if to.level is Level.ADEQUATE else _NONE_IN_FORCE,
        gettext("What the agreement allows outside the EEA: %(said)s") % {"said": "; ".join(dict.fromkeys(words))},
        reverse("chains:one_behind", args=(each.key,)),
    )


def _heads() -> tuple[str, ...]:
    return (
        gettext("Recipient"), gettext("Country"), gettext("As the Regulation sees it"), gettext("Services"),
        gettext("Through"), gettext("Rests on"), gettext("Signed"), gettext("Impact assessment"), gettext("Note"),
    )  # fmt: skip


def _cells(row: Transferred, _zone: tzinfo) -> Iterator[str]:
    kept = row.transfer.safeguard
    yield row.transfer.recipient
    yield _country(row.transfer.to)
    yield saying.level(row.transfer.to.level)
    yield "; ".join(row.services)
    yield "; ".join(row.through)
    yield str(kept.get_kind_display()) if kept else str(_BASES[row.basis])
    yield date_format(kept.signed_on, "Y-m-d") if kept else ""
    yield date_format(kept.assessed_on, "Y-m-d") if kept and kept.assessed_on else ""
    yield row.note


def _country(to: Destination) -> str:
    return labels.country(to.country, get_language() or "nl")


def _countries(organisation: Organisation) -> Sequence[tuple[str, str]]:
    """The countries in the register, and those outside the EEA that suppliers' agreements name."""
    everybody = chains.named_by_suppliers(organisation, on=timezone.localdate()).everybody
    named = {to.country: _country(to) for each in everybody for to in each.destinations if to.level is not Level.EEA}
    found = {
        **dict(subprocessors.countries(organisation)),
        **{code: name for code, name in named.items() if len(code) == 2},
    }
    return sorted(found.items(), key=lambda each: each[1])


def _nodes(organisation: Organisation, row: Transferred, _on: date) -> Iterator[Node]:
    yield linked.transfer(organisation, row.transfer, row.through)


TRANSFERS = Register(
    name="transfers",
    title=_("Register of transfers"),
    article=_("Articles 44 to 49 and 30(1)(e) and (2)(c) GDPR"),
    about=_(
        "Where data leave the European Economic Area: to whom, to which country, through whom, and on what that rests. "
        "Of those whom a supplier’s agreement names, only what that agreement says is known."
    ),
    none=_("Nothing leaves the European Economic Area, as far as is known."),
    heads=_heads,
    cells=_cells,
    found=_found,
    nodes=_nodes,
    address=lambda row: row.address,
    shown=(0, 1, 2, 3, 4, 5, 8),
    choices=(
        Choice("country", _("Country"), _countries),
        Choice("basis", _("Rests on"), lambda _organisation: tuple(_BASES.items())),
    ),
    sorts=(("", _("By name")), ("country", _("By country"))),
    finds=_("Find by name, service or place"),
)
