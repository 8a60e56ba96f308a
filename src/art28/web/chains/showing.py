"""A chain -> what its page and its reports say: gaps with what closes them, slack, countries, what has no agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.spoken import spoken
from art28.comparing.chain import Chain, Standing, State
from art28.comparing.kinds import kinds
from art28.comparing.picture import where
from art28.comparing.whereabouts import region_of
from art28.web.agreements.citing import place
from art28.web.yardsticks.showing import language_now

_LONGEST = 240
_IN_DAYS = 72


@dataclass(frozen=True, slots=True)
class Row:
    """One duty of one supplier: what was promised most strictly and to whom, what the supplier promises, and the difference.

    `short` says what is lacking, `slack` what is left; `asked` what would close a gap.
    """

    key: str
    what: str
    supplier: str
    supplier_source: str
    customer: str
    customer_source: str
    promised: str
    promised_place: str
    given: str
    given_place: str
    short: str
    slack: str
    asked: str
    others: str
    told: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The rows about one duty, the worst first; `promised` is the strictest promise of it."""

    what: str
    promised: str
    rows: tuple[Row, ...]


def gaps(found: Chain) -> tuple[Group, ...]:
    """Where a supplier promises less than a customer was promised, by duty, the worst first."""
    return _grouped(found.gaps)


def held(found: Chain) -> tuple[Group, ...]:
    """Where a supplier's period leaves some of the strictest one, by duty."""
    return _grouped(with_slack(found))


def with_slack(found: Chain) -> tuple[Standing, ...]:
    """The periods of suppliers that keep what was promised, each with what is left."""
    return tuple(each for each in found.standings if each.state is State.HELD and each.slack is not None)


def counted(found: Chain) -> tuple[str, str, str]:
    """How many agreements there are on either side, and how many gaps."""
    customers, suppliers, short = len(found.customers), len(found.suppliers), len(found.gaps)
    return (
        ngettext("%(n)s agreement with a customer", "%(n)s agreements with customers", customers) % number(customers),
        ngettext("%(n)s with a supplier", "%(n)s with suppliers", suppliers) % number(suppliers),
        ngettext("%(n)s gap", "%(n)s gaps", short) % number(short),
    )


def unknown(count: int) -> str:
    """How many agreements are on neither side yet; empty where there are none."""
    told = ngettext(
        "%(n)s agreement of which your role isn’t known yet",
        "%(n)s agreements of which your role isn’t known yet",
        count,
    )
    return told % number(count) if count else ""


def number(count: int) -> dict[str, str]:
    """A number as the reader writes it, for a sentence that holds it."""
    return {"n": labels.number(count, language_now())}


def without_gaps(found: Chain) -> str:
    """What it means that no gap is shown: promises that are kept, or none that could be held against each other."""
    if not found.customers or not found.suppliers:
        return _("There is a gap only where there are agreements on both sides.")
    if not found.standings:
        return _(
            "No customer was told of one of these suppliers as a sub-processor: there was nothing to hold against each other."
        )
    return _("The agreements show no gap.")


def _grouped(standings: Iterable[Standing]) -> tuple[Group, ...]:
    return tuple(
        Group(labels.fact(kind.key, language_now()), value(kind.promised), tuple(map(row, kind.standings)))
        for kind in kinds(standings)
    )


def row(each: Standing) -> Row:
    """One duty of one supplier in words."""
    language = language_now()
    what = labels.fact(each.key, language)
    lacking = ", ".join(labels.choice(each.key, item, language) for item in each.lacking)
    return Row(
        key=each.key,
        what=what,
        supplier=each.supplier.name,
        supplier_source=each.supplier.source,
        customer=each.customer.name,
        customer_source=each.customer.source,
        promised=value(each.promised),
        promised_place=place(each.promised.provision) if each.promised.provision else "",
        given=value(each.given),
        given_place=place(each.given.provision) if each.given is not None and each.given.provision else "",
        short=_short(each, lacking),
        slack=_length(each.slack) if each.slack else "",
        asked=_asked(each, what, lacking) if each.state is not State.HELD else "",
        others=_others(each.customers - 1),
        told=each.told_starts,
    )


def _short(each: Standing, lacking: str) -> str:
    if each.outside:
        return _("processes in: %(where)s") % {"where": where(each.outside, language_now())}
    if each.given is None and each.state is State.SILENT:
        return _("nothing laid down")
    if lacking:
        return _("lacks %(what)s") % {"what": lacking}
    if each.slack is not None and each.slack < timedelta():
        told = _("%(period)s too short") if each.lacks_time else _("%(period)s too long")
        return told % {"period": _length(-each.slack)}
    return ""


def _asked(each: Standing, what: str, lacking: str) -> str:
    """What to agree on with the supplier, so that the strictest promise can be kept."""
    if each.outside:
        return _("Agree with %(name)s where data are processed: %(region)s only; now: %(where)s") % {
            "name": each.supplier.name,
            "region": labels.region(region_of(each.promised), language_now()),
            "where": where(each.outside, language_now()),
        }
    wanted = lacking or (what if each.promised.value is True else f"{what}, {value(each.promised)}")
    return _("Agree with %(name)s: %(what)s") % {"name": each.supplier.name, "what": wanted}


def _others(count: int) -> str:
    if count < 1:
        return ""
    told = ngettext(
        "%(n)s other customer was promised more as well", "%(n)s other customers were promised more as well", count
    )
    return told % number(count)


def value(fact: Fact | None) -> str:
    """A promise in words."""
    if fact is None:
        return _("nothing laid down")
    return labels.shorten("; ".join(spoken(catalogue()[fact.key], fact.value, language_now())), _LONGEST)


def _length(period: timedelta) -> str:
    hours = round(period.total_seconds() / 3600)
    if abs(hours) >= _IN_DAYS and hours % 24 == 0:
        return ngettext("%(n)s day", "%(n)s days", hours // 24) % {"n": hours // 24}
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}


@dataclass(frozen=True, slots=True)
class Country:
    """A country in which data are processed, and by whom, each perhaps through another."""

    name: str
    in_eea: bool
    suppliers: tuple[str, ...]


def countries(found: Chain) -> tuple[Country, ...]:
    """The countries of the chain, those outside the EEA first."""
    by_code: dict[str, list[str]] = {}
    inside: dict[str, bool] = {}
    for each in found.places:
        name = _("%(name)s through %(via)s") % {"name": each.supplier, "via": each.via} if each.via else each.supplier
        by_code.setdefault(each.country, []).append(name)
        inside[each.country] = each.in_eea
    ordered = sorted(by_code, key=lambda code: (inside[code], labels.country(code, language_now())))
    return tuple(
        Country(labels.country(code, language_now()), inside[code], tuple(dict.fromkeys(by_code[code])))
        for code in ordered
    )


def unfiled(found: Chain) -> tuple[tuple[str, str], ...]:
    """The sub-processors without an agreement at hand, each with how many customers were told of it."""
    return tuple(
        (name, ngettext("%(n)s customer", "%(n)s customers", count) % number(count))
        for name, count in found.unfiled.items()
    )


def strictest(found: Chain) -> Mapping[str, tuple[str, str]]:
    """For each duty the strictest promise made, and to whom."""
    made: dict[str, tuple[str, str]] = {}
    for each in found.standings:
        made.setdefault(labels.fact(each.key, language_now()), (value(each.promised), each.customer.name))
    return made
