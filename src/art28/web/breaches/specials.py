"""What an agreement asks of whoever reports, in words, each with the passage behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.notices.specials import Found, Named, Special, chain_of, cyber_periods, named_for_breaches, specials_of
from art28.terms import Role
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.breaches import promises
from art28.web.breaches.promises import Promised, Recipient

NAMES: Mapping[Special, str | Promise] = {
    Special.EARLY_WARNING: _("Early warning first"),
    Special.LANGUAGE: _("Another language"),
    Special.WIDER: _("Incidents as well"),
    Special.NARROWER: _("Adverse effects only"),
    Special.PROCESSOR_TELLS_AUTHORITY: _("We tell the authority"),
    Special.NOT_THE_AUTHORITY: _("Not to the authority"),
    Special.CYBER_DUTY: _("Clashes with the Cyberbeveiligingswet"),
    Special.CONSULTED_FIRST: _("Consultation before the authority is told"),
    Special.SILENCE: _("Duty of silence"),
    Special.COSTS: _("Costs"),
    Special.FOLLOW_UP: _("Developments"),
    Special.OWN_REGISTER: _("Register"),
}
_TEXTS: Mapping[Special, str | Promise] = {
    Special.EARLY_WARNING: _("The first notice may be a warning with what is known; the report follows."),
    Special.LANGUAGE: _("Notices under this agreement are written in %(value)s."),
    Special.WIDER: _("A security incident is to be reported as well, also where it is not sure that personal data are hit."),
    Special.NARROWER: _("The agreement speaks of breaches with adverse effects only. Art. 33(2) GDPR knows no such bound."),
    Special.PROCESSOR_TELLS_AUTHORITY: _("As agreed, the processor notifies the supervisory authority for the controller."),
    Special.NOT_THE_AUTHORITY: _("The processor may not notify the supervisory authority or the people concerned itself."),
    Special.CONSULTED_FIRST: _("The controller consults us before it notifies. Keep who, when and what came of it."),
    Special.SILENCE: _("The controller keeps the breach to itself unless the law obliges it to speak, or we were consulted."),
    Special.FOLLOW_UP: _("We keep telling what is new until the breach is closed."),
    Special.OWN_REGISTER: _("We keep a register of breaches, as agreed."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A special as a page shows it; `passage` is a citation as facts keep it, None where no fact is behind it."""

    found: Found
    name: str
    text: str
    passage: Mapping[str, Any] | None = None


def found(said: Promised, agreement: Agreement, organisation: Organisation, *, now: datetime) -> tuple[Found, ...]:
    """What the agreement asks besides limit and questions."""
    return specials_of(
        said.values,
        language=promises.language(agreement),
        own=promises.language_in(organisation),
        on=now.astimezone(ZoneInfo(organisation.time_zone)).date(),
    )


def shown(said: Promised, agreement: Agreement, *, now: datetime) -> tuple[Shown, ...]:
    """The same in words, with the passages of the facts behind it; one query."""
    organisation = agreement.organisation
    specials = found(said, agreement, organisation, now=now)
    keys = tuple({each.fact for each in specials if each.fact})
    facts = agreements.facts_in(organisation, {agreement.pk}, keys).get(agreement.pk, {})
    on = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    return tuple(
        Shown(
            each,
            str(NAMES[each.special]),
            _text(each, on),
            next(iter(facts[each.fact].citations), None) if each.fact in facts else None,
        )
        for each in specials
    )


def _text(each: Found, on: date) -> str:
    spoken = get_language() or "nl"
    match each.special:
        case Special.CYBER_DUTY:
            return _cyber(on)
        case Special.COSTS:
            return gettext("Costs of handling: %(who)s.") % {
                "who": labels.choice("breach.costs", each.value, spoken).lower()
            }
        case Special.LANGUAGE:
            return str(_TEXTS[each.special]) % {"value": gettext("Dutch") if each.value == "nl" else gettext("English")}
        case _:
            return str(_TEXTS[each.special])


def _cyber(on: date) -> str:
    warning, report, final = cyber_periods(on)
    return gettext(
        "The agreement forbids the processor to tell the authority. Where your organisation falls under the"
        " Cyberbeveiligingswet and the incident is significant, it must report to the CSIRT and the authority itself: a"
        " warning within %(warning)s hours, a report within %(report)s hours, a final report within %(final)s month (arts 26,"
        " 27 and 29). No contract sets that aside. Tell the controller that you do so, and keep to what that Act asks."
    ) % {"warning": warning.value, "report": report.value, "final": final.value}


def to_call(said: Promised, agreement: Agreement) -> tuple[Named, ...]:
    """Whom to call under one agreement, in order."""
    return chain(said, agreement, promises.recipients(agreement))


def chain(said: Promised, agreement: Agreement, people: Iterable[Recipient]) -> tuple[Named, ...]:
    """Whom to call, one after the other until somebody answers.

    First those whom the agreement names, in its own order; then the contacts of the other side, `people`.
    """
    known = (Named(each.name, each.role, each.phone, each.email) for each in people)
    return chain_of(roles(said, agreement), known)


def roles(said: Promised, agreement: Agreement) -> tuple[Named, ...]:
    """Whom of the other side the agreement names for breaches, also without a number."""
    other = Role.PROCESSOR if agreement.direction == Direction.CONTROLLER else Role.CONTROLLER
    return named_for_breaches(said.values, other)
