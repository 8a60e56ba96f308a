"""A chain -> the table and the JSON that `art28 chain` prints."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.agreement.model import Fact
from art28.agreement.quoting import plain, quote
from art28.agreement.spoken import spoken
from art28.comparing.behind import Behind, Through
from art28.comparing.chain import Chain, Standing, State
from art28.comparing.link import Link
from art28.comparing.picture import where
from art28.comparing.whereabouts import Place

_LANGUAGE = "en"
_SUPPLIERS_NAMED = 8


def as_table(found: Chain) -> str:
    """Gaps first, then what is left of periods, countries outside the EEA, and sub-processors without an agreement."""
    lines = [
        f"{found.us}: {_counted(len(found.customers), 'agreement')} with customers, {len(found.suppliers)} with suppliers",
        "",
        f"GAPS: {len(found.gaps)}" if found.gaps else f"GAPS: {_without(found)}",
        *_gaps(found),
    ]
    slack = [each for each in found.standings if each.state is State.HELD and each.slack is not None]
    if slack:
        lines += ["", "LEFT OF PERIODS"]
        lines += (
            f"  {labels.fact(each.key, _LANGUAGE)}: {named(each.supplier)} {value(each.given)}, {named(each.customer)} "
            f"{value(each.promised)}: {_length(each.slack)} left"
            for each in slack
        )
    outside = [place for place in found.places if not place.in_eea]
    if outside:
        lines += ["", "OUTSIDE THE EEA", *(f"  {place_words(place)}" for place in outside)]
    if found.behind:
        lines += ["", "BEHIND THE SUPPLIERS", *map(_behind, found.behind)]
    if found.unfiled:
        lines += ["", "NO AGREEMENT AT HAND WITH SUB-PROCESSORS THAT CUSTOMERS WERE TOLD OF"]
        lines += (f"  {name}  ({_counted(count, 'customer')})" for name, count in found.unfiled.items())
    if found.others:
        lines += ["", f"NOT PARTY TO: {', '.join(found.others[:_SUPPLIERS_NAMED])}"]
    return "\n".join(lines)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _behind(each: Behind) -> str:
    countries = ", ".join(there.country for there in each.destinations)
    return f"  {each.name}{f' ({countries})' if countries else ''}: {', '.join(each.suppliers)}"


def _without(found: Chain) -> str:
    if found.customers and found.suppliers and not found.standings:
        return "nothing to hold against each other, for customers were told of none of these suppliers"
    return "none that the agreements show"


def _gaps(found: Chain) -> Iterator[str]:
    key = ""
    for each in found.gaps:
        if each.key != key:
            key = each.key
            yield f"  {labels.fact(key, _LANGUAGE)}"
        yield f"    {named(each.supplier)}: {said(each)}"
        yield f"      promised {value(each.promised)} to {named(each.customer)}{_place(each.promised)}{_more(each)}"
        if each.told_starts:
            yield "      that period starts only when the supplier reports, so its own takes nothing of it"


def said(each: Standing) -> str:
    """What a supplier promises, and what is lacking."""
    beyond = f"; processes in {where(each.outside, _LANGUAGE)}" if each.outside else ""
    if each.given is None:
        return f"lays down nothing{beyond}"
    lacking = (
        f"; lacks {', '.join(labels.choice(each.key, item, _LANGUAGE) for item in each.lacking)}"
        if each.lacking
        else ""
    )
    off = "short" if each.lacks_time else "long"
    short = f", {_length(-each.slack)} too {off}" if each.slack is not None and each.slack < timedelta() else ""
    return f"{value(each.given)}{_place(each.given)}{short}{lacking}{beyond}"


def value(fact: Fact | None) -> str:
    """A fact's value in words."""
    return "; ".join(spoken(catalogue()[fact.key], fact.value, _LANGUAGE)) if fact is not None else "nothing"


def named(link: Link) -> str:
    """The other party, or the file where its name is left open."""
    return link.name or link.source


def place_words(place: Place) -> str:
    """A country and who processes there."""
    return f"{place.supplier}: {place.country}{f' (through {place.via})' if place.via else ''}"


def _place(fact: Fact) -> str:
    return f" ({fact.provision})" if fact.provision else ""


def _more(each: Standing) -> str:
    if each.customers < 2:
        return ""
    return (
        f"; {each.customers - 1} more {'was' if each.customers == 2 else 'were'} promised more than the supplier gives"
    )


def _length(period: timedelta | None) -> str:
    if period is None:
        return ""
    hours = round(period.total_seconds() / 3600)
    return f"{hours} hours" if abs(hours) < 72 or hours % 24 else f"{hours // 24} days"


def as_json(found: Chain) -> str:
    """The whole chain, with the passages behind each promise."""
    return json.dumps(
        {
            "us": found.us,
            "customers": [_link(link) for link in found.customers],
            "suppliers": [_link(link) for link in found.suppliers],
            "others": list(found.others),
            "standings": [_standing(each) for each in found.standings],
            "places": [_where(place) for place in found.places],
            "unfiled": dict(found.unfiled),
            "behind": [
                {"name": each.name, "through": [_through(one) for one in each.through]} for each in found.behind
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _where(place: Place) -> dict[str, Any]:
    return {"supplier": place.supplier, "via": place.via or None, "country": place.country, "in_eea": place.in_eea}


def _through(each: Through) -> dict[str, Any]:
    return {
        "supplier": _link(each.supplier),
        "name": each.name,
        "service": each.service or None,
        "countries": [there.country for there in each.destinations],
        "outside_eea": each.is_outside,
        "citations": [quote(one) for one in each.citations],
    }


def _link(link: Link) -> dict[str, str]:
    return {"name": link.name, "source": link.source}


def _standing(each: Standing) -> dict[str, Any]:
    return {
        "key": each.key,
        "state": each.state.value,
        "supplier": _link(each.supplier),
        "customer": _link(each.customer),
        "promised": _fact(each.promised),
        "given": _fact(each.given),
        "customers": each.customers,
        "slack_hours": each.slack.total_seconds() / 3600 if each.slack is not None else None,
        "lacking": list(each.lacking),
        "told_starts": each.told_starts,
        "outside": [_where(place) for place in each.outside],
    }


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {
        "value": plain(fact.value),
        "provision": fact.provision,
        "citations": [quote(each) for each in fact.citations],
    }
