"""What an agreement asks when a breach touches it: its duties, its questions, its contacts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action, Duty, Trigger
from art28.agreement.model import Value
from art28.notices.language import Language, language_of
from art28.obligations.settled import strictest_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.agreements.rows import to_question, to_value
from art28.web.clocks.actions import bears
from art28.web.parties import queries as parties


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a notice can go to; `purpose` is what the agreement names them for."""

    email: str
    name: str
    phone: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Promised:
    """What one agreement says on breaches: its duties, its facts by key, and the number of the version that stands.

    An open question counts as its strictest candidate, and has no version.
    """

    duties: tuple[Duty, ...]
    values: Mapping[str, Value]
    versions: Mapping[str, int]

    def facts_version(self, duty: Duty) -> str:
        """The versions of the facts under a duty: "breach.deadline@2, breach.wording@1"; "@?" for an open question."""
        return ", ".join(f"{key}@{self.versions.get(key, '?')}" for key in sorted(duty.facts))

    @property
    def signed_on(self) -> str | None:
        """The day of the last signature, YYYY-MM-DD; None where it is not known."""
        value = self.values.get("term.signed_on")
        return value if isinstance(value, str) else None


def promised(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, Promised]:
    """What agreements of one organisation say on breaches, in three queries for any number of them."""
    duties: dict[UUID, list[Duty]] = {found: [] for found in agreement_ids}
    values: dict[UUID, dict[str, Value]] = {found: {} for found in agreement_ids}
    versions: dict[UUID, dict[str, int]] = {found: {} for found in agreement_ids}
    for row in agreements.duties_in(organisation, agreement_ids, _TRIGGERS):
        duties[row.agreement_id].append(agreements.duty(row))
    for question in agreements.questions_in(organisation, agreement_ids, _GROUPS):
        if question.candidates:
            values[question.agreement_id][question.key] = strictest_of(to_question(question)).value
    for version in agreements.facts_under(organisation, agreement_ids, _GROUPS):
        versions[version.agreement_id][version.key] = version.number
        if version.value is not None:
            values[version.agreement_id][version.key] = to_value(version.value)
    return {
        found: Promised(tuple(duties[found]), MappingProxyType(values[found]), versions[found])
        for found in agreement_ids
    }


def of(agreement: Agreement) -> Promised:
    """What one agreement says on breaches."""
    return promised(agreement.organisation, (agreement.pk,))[agreement.pk]


_TRIGGERS = (Trigger.BREACH, Trigger.BREACH_AT_SUB_PROCESSOR)
_GROUPS = ("breach.", "processor.", "term.signed_on")


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
