"""What an agreement asks when a breach touches it: its duties, its questions, its contacts."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action, Duty, Trigger
from art28.agreement.model import Value
from art28.notices.language import Language, language_of
from art28.obligations.settled import strictest_of
from art28.web.agreements import deriving
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.clocks.actions import bears
from art28.web.parties import queries as parties


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a notice can go to; `purpose` is what the agreement names them for."""

    email: str
    name: str
    phone: str
    purpose: str


def duties(agreement: Agreement) -> tuple[Duty, ...]:
    """The promises of `agreement` as they stand, in their own order."""
    return tuple(agreements.duty(row) for row in agreements.duties_of(agreement))


def of_event(found: tuple[Duty, ...], trigger: Trigger, agreement: Agreement) -> tuple[Duty, ...]:
    """The duties whose clocks a breach starts at once.

    A processor has to tell and to keep its register. A controller that a processor has told has the authority's clock and
    its register. What only follows from these, such as the controller's clock after a processor's report, starts later.
    """
    return tuple(duty for duty in found if bears(agreement, duty.bearer.value) and _starts_now(duty, trigger))


def _starts_now(duty: Duty, trigger: Trigger) -> bool:
    match duty.action:
        case Action.NOTIFY_BREACH:
            return duty.trigger is trigger
        case Action.NOTIFY_AUTHORITY | Action.REGISTER_BREACH:
            return True
        case _:
            return False


def facts_version(agreement: Agreement, duty: Duty) -> str:
    """The versions of the facts that a duty rests on: "breach.deadline@2, breach.wording@1"; "@?" for an open question."""
    found = agreements.facts_in(agreement.organisation, {agreement.pk}, duty.facts).get(agreement.pk, {})
    return ", ".join(f"{key}@{found[key].number}" if key in found else f"{key}@?" for key in sorted(duty.facts))


def values(agreement: Agreement) -> Mapping[str, Value]:
    """What the agreement says on breaches, by fact; an open question counts as its strictest candidate."""
    standing = deriving.standing(agreement)
    open_values = {question.key: strictest_of(question).value for question in standing.questions if question.candidates}
    settled = {key: fact.value for key, fact in standing.facts.items()}
    return {key: value for key, value in (open_values | settled).items() if key.startswith(_GROUPS)}


_GROUPS = ("breach.", "processor.", "term.signed_on")


def signed_on(agreement: Agreement) -> str | None:
    """The day of the last signature, YYYY-MM-DD; None where it is not known."""
    value = values(agreement).get("term.signed_on")
    return value if isinstance(value, str) else None


def incomplete(agreement: Agreement) -> str:
    """Why a supplement is due, in the organisation's own language."""
    with translation.override(agreement.organisation.language):
        return gettext("report with questions still open")


def recipients(agreement: Agreement) -> tuple[Recipient, ...]:
    """The contacts of the other side, those for breaches first, then privacy; without address they are for calling."""
    if agreement.counterparty_id is None:
        return ()
    order = {"breach": 0, "privacy": 1, "general": 2, "contract": 3, "support": 4}
    rows = sorted(
        parties.contacts(agreement.organisation, agreement.counterparty_id), key=lambda row: order.get(row.purpose, 9)
    )
    return tuple(Recipient(row.email, row.name, row.phone, row.purpose) for row in rows)


def language(agreement: Agreement) -> Language:
    """The language in which the parties of `agreement` write to each other."""
    return language_of(agreement.language or agreement.organisation.language)
