"""What governs an agreement, each with its passage: law, court, authority, precedence, term; and what differs beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from art28.agreement import labels
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.agreements.rows import to_value
from art28.web.lifecycle import queries

_SHOWN = (
    "main_agreement.reference", "term.precedence", "term.signed_on", "term.starts", "term.lasts",
    "term.separately_terminable", "term.survival", "term.amendment", "term.amendment_notice", "law.governing", "law.court",
    "subprocessors.authorisation", "transfers.region", "breach.covers", "liability.regime",
    "liability.indirect_excluded", "liability.fines_on_processor", "security.effectiveness_disclaimed",
    "processing.special_categories", "document.version",
)  # fmt: skip
_COMPARED = (
    "breach.deadline", "breach.clock_starts", "breach.costs", "requests.deadline", "subprocessors.authorisation",
    "subprocessors.notice_period", "transfers.rule", "audit.max_frequency", "audit.notice", "audit.costs", "end.data",
    "end.choice_window", "end.costs", "liability.regime", "liability.cap", "law.court",
)  # fmt: skip
_AUTHORITIES: Mapping[str, str] = {
    "NL": "Autoriteit Persoonsgegevens",
    "BE": "Gegevensbeschermingsautoriteit / Autorité de protection des données",
    "FR": "Commission nationale de l'informatique et des libertés",
    "IE": "Data Protection Commission",
    "GB": "Information Commissioner's Office",
}
"""The supervisory authority of each country that has one for everybody; in Germany it depends on the state."""
_SURVIVING = (
    "notify_breach",
    "follow_up_breach",
    "register_breach",
    "bind_staff",
    "return_or_delete",
    "certify_deletion",
)
GDPR_APPLIES = date(2018, 5, 25)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that governs: what it is, what it says, what follows from it, the passage and where that stands."""

    key: str
    label: str
    value: str
    follows: str
    passage: str
    provision: str


@dataclass(frozen=True, slots=True)
class Differing:
    """Something that this agreement and another with the same party say differently, and which of them governs."""

    label: str
    here: str
    there: str
    other: Agreement
    governs: str


def lines(agreement: Agreement) -> tuple[Line, ...]:
    """What governs, in a fixed number of queries."""
    found = tuple(_lines(agreement, {row.key: row for row in agreements.facts_of(agreement)}))
    said = agreements.rejections(agreement.organisation, (agreement.pk,)).get(agreement.pk, "")
    if not said:
        return found
    follows = gettext(
        "It holds for every order of the controller; another one with this party is warned of before either is in force."
    )
    return (*found, Line("others", gettext("Other processor agreements"), gettext("rejected"), follows, said, ""))


def _lines(agreement: Agreement, facts: queries.Facts) -> Iterator[Line]:
    spoken = get_language() or "nl"
    law = str(_value(facts, "law.governing") or "")
    yield Line("laws", gettext("Laws in force"), _laws(law), "", "", "")
    for cited in _value(facts, "document.repealed_law") or ():
        fact = facts["document.repealed_law"]
        text = gettext("It no longer holds. From %(day)s on it is read as the GDPR.") % {
            "day": labels.day(GDPR_APPLIES.isoformat(), spoken)
        }
        yield Line("repealed", gettext("Law cited"), str(cited), text, _passage(fact), fact.provision)
    authority = _AUTHORITIES.get(law or str(_value(facts, "processor.country") or ""))
    if authority:
        yield Line("authority", gettext("Supervisory authority"), authority, "", "", "")
    yield from _read(agreement, _SHOWN, facts)


def said(agreement: Agreement, prefix: str, *, also: tuple[str, ...] = ()) -> tuple[Line, ...]:
    """What the facts say whose keys begin with `prefix`, and those of `also`, each with its passage."""
    facts = {row.key: row for row in agreements.facts_of(agreement)}
    keys = tuple(key for key in facts if key.startswith(prefix))
    return tuple(_read(agreement, (*keys, *also), facts))


def _read(agreement: Agreement, keys: tuple[str, ...], facts: queries.Facts) -> Iterator[Line]:
    spoken = get_language() or "nl"
    for key in keys:
        if key in facts and facts[key].value is not None:
            fact, follows = facts[key], _follows(agreement, key, facts)
            value = labels.value(key, to_value(fact.value), spoken)
            yield Line(key, _label(key, spoken), value, follows, _passage(fact), fact.provision)


def _label(key: str, spoken: str) -> str:
    """What a line is called where it stands among others: of liability, that it is about that."""
    group, _, _ = key.partition(".")
    label = labels.fact(key, spoken)
    return f"{labels.group(group, spoken)}: {label.lower()}" if group == "liability" else label


def _laws(law: str) -> str:
    return gettext("GDPR and the Dutch implementing act (UAVG)") if law == "NL" else gettext("GDPR")


def _value(facts: queries.Facts, key: str) -> "str | list[str] | None":
    return facts[key].value if key in facts else None


def _passage(fact: FactVersion) -> str:
    return str(fact.citations[0].get("text", "")) if fact.citations else ""


def _follows(agreement: Agreement, key: str, facts: queries.Facts) -> str:
    """What the software makes of a fact, in words."""
    match key:
        case "law.court":
            return _court(str(facts[key].value), facts)
        case "term.lasts" if facts[key].value == "main_agreement":
            main = queries.main_of(agreement)
            ends = main.ends_on if main is not None else None
            return (
                gettext("Ends on %(day)s.") % {"day": _day(ends)} if ends else gettext("Ends with the main agreement.")
            )
        case "term.separately_terminable" if facts[key].value is False:
            return gettext("It can't be terminated by itself; art28 refuses that.")
        case "term.survival" if facts[key].value:
            return gettext("Secrecy, liability and reporting of breaches run on after the end.")
        case "term.precedence":
            return gettext("Where two documents differ, the pages show which one governs.")
        case "subprocessors.authorisation" if facts[key].value == "general":
            return gettext("No consent is asked for each sub-processor.")
        case "liability.regime" if facts[key].value == "main_agreement_terms":
            return gettext("This agreement holds no limit itself; see the general terms.")
        case _:
            return ""


def _court(said: str, facts: queries.Facts) -> str:
    """Where the court is that of a party's seat, the seat."""
    lower = said.lower()
    for side, words in (("processor", ("verwerker", "processor")), ("controller", ("verantwoordelijke", "controller"))):
        city = _value(facts, f"{side}.city")
        if city and any(word in lower for word in words):
            return gettext("By the seat: %(city)s.") % {"city": city}
    return ""


def _day(day: date) -> str:
    return labels.day(day.isoformat(), get_language() or "nl")


def differing(agreement: Agreement) -> tuple[Differing, ...]:
    """What other agreements with the same party say differently, in a fixed number of queries."""
    others = queries.with_the_same(agreement)
    if not others:
        return ()
    keys = (*_COMPARED, "term.precedence")
    said = agreements.facts_in(agreement.organisation, {agreement.pk, *(each.pk for each in others)}, keys)
    here = said.get(agreement.pk, {})
    return tuple(row for other in others for row in _differing(agreement, other, here, said.get(other.pk, {})))


def _differing(
    agreement: Agreement, other: Agreement, here: queries.Facts, there: queries.Facts
) -> Iterator[Differing]:
    spoken = get_language() or "nl"
    governs = _governing(agreement, other, here, there)
    for key in _COMPARED:
        ours, theirs = here.get(key), there.get(key)
        if ours is None or theirs is None or ours.value is None or theirs.value is None or ours.value == theirs.value:
            continue
        yield Differing(
            labels.fact(key, spoken),
            labels.value(key, to_value(ours.value), spoken),
            labels.value(key, to_value(theirs.value), spoken),
            other,
            governs,
        )


def _governing(agreement: Agreement, other: Agreement, here: queries.Facts, there: queries.Facts) -> str:
    """The agreement that says of itself that it prevails; empty where both do, or neither."""
    ours = "term.precedence" in here and here["term.precedence"].value == "this_agreement"
    theirs = "term.precedence" in there and there["term.precedence"].value == "this_agreement"
    if ours == theirs:
        return ""
    return agreement.title if ours else other.title


def is_narrower(agreement: Agreement) -> bool:
    """Whether the agreement speaks of breaches with adverse effects alone, which the Regulation doesn't."""
    key = "breach.covers"
    facts = agreements.facts_in(agreement.organisation, {agreement.pk}, (key,)).get(agreement.pk, {})
    return key in facts and "adverse_effects_only" in (facts[key].value or ())


def surviving(agreement: Agreement) -> tuple[str, ...]:
    """What outlives the agreement, in words."""
    spoken = get_language() or "nl"
    facts = {row.key: row for row in agreements.facts_of(agreement)}
    duties = {duty.action for duty in agreements.duties_of(agreement)}
    found = [labels.action(action, spoken) for action in _SURVIVING if action in duties]
    if _value(facts, "confidentiality.duty"):
        found.append(labels.fact("confidentiality.duty", spoken))
    if _value(facts, "liability.regime"):
        found.append(labels.group("liability", spoken))
    return tuple(found)
