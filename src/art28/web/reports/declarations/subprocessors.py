"""The register of sub-processors (Art. 28(2), 28(4) GDPR)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.linking import Node
from art28.web.processing import entries, linked
from art28.web.reports.declared import Asked, Choice, Found, Register, held
from art28.web.subprocessors import importing, register
from art28.web.subprocessors.register import Entry, Narrowing

_KEPT, _WHOLE = "subprocessors", "register"


def today(organisation: Organisation, now: datetime) -> date:
    """The day that it is where the organisation is."""
    return now.astimezone(ZoneInfo(organisation.time_zone)).date()


def registered(organisation: Organisation, asked: Asked, now: datetime) -> Sequence[Entry]:
    """The whole register, put together once for all that is asked."""
    if _WHOLE not in asked.kept:
        asked.kept[_WHOLE] = register.register(organisation, today(organisation, now))
    found: Sequence[Entry] = asked.kept[_WHOLE]
    return found


def entries_of(organisation: Organisation, asked: Asked, now: datetime) -> Sequence[Entry]:
    """The sub-processors that are asked for; those that a service taken under the agreements names, or filed with one."""
    if _KEPT not in asked.kept:
        asked.kept[_KEPT] = _put_together(organisation, asked, now)
    found: Sequence[Entry] = asked.kept[_KEPT]
    return found


def _put_together(organisation: Organisation, asked: Asked, now: datetime) -> Sequence[Entry]:
    on = today(organisation, now)
    found = registered(organisation, asked, now)
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
    return held(entries_of(organisation, asked, now))


def _cells(entry: Entry, _zone: tzinfo) -> list[str]:
    return next(importing.lines((entry,)))


def _nodes(_organisation: Organisation, entry: Entry, on: date) -> Iterator[Node]:
    yield linked.sub_processor(entry, on)


def address_of(entry: Entry) -> str:
    """Where a sub-processor stands, or the register where it isn't in it yet."""
    return reverse("subprocessors:detail", args=(entry.row.pk,)) if entry.row else reverse("subprocessors:list")


def countries(organisation: Organisation) -> Sequence[tuple[str, str]]:
    """The countries in which sub-processors process, by code and name."""
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
    address=address_of,
    shown=(0, 11, 12, 13, 14, 5),
    choices=(Choice("country", _("Country"), countries),),
    sorts=(
        ("", _("By name")), ("country", _("By country")), ("services", _("Most services first")),
        ("gaps", _("Most lacking first")),
    ),
    finds=_("Find by name, service or place"),
)  # fmt: skip
