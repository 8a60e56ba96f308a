"""What an agreement asks when a breach touches it: its duties, its questions, its contacts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action, Duty, Trigger
from art28.agreement.model import Value
from art28.notices.language import Language, language_of
from art28.notices.questionnaire import Questions
from art28.notices.questions import questions_of
from art28.obligations.settled import strictest_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.agreements.rows import to_question, to_value
from art28.web.agreements.spelled import SpelledDuty, spelled_duties
from art28.web.clocks.actions import bears
from art28.web.database.expressions import Hex
from art28.web.parties import queries as parties
from art28.web.questionnaires import queries as questionnaires
from art28.web.questionnaires.queries import Settled


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a notice can go to; `purpose` is what the agreement names them for, `role` what they are there."""

    email: str
    name: str
    phone: str
    purpose: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """What one agreement says on breaches: its duties, its facts by key, and the number of the version that stands.

    An open question counts as its strictest candidate, and has no version. `settled` holds what people made of the
    questionnaires.
    """

    agreement_id: UUID
    duties: tuple[Duty, ...]
    values: Mapping[str, Value]
    versions: Mapping[str, int]
    settled: Settled = field(default_factory=Settled)

    def questions(self, language: Language) -> Questions:
        """What the agreement asks about a breach; what the clause or the law asks is put in `language`."""
        return self.settled.questions(self.agreement_id, questions_of(self.values, language=language))

    def facts_version(self, duty: Duty) -> str:
        """The versions of the facts under a duty: "breach.deadline@2, breach.wording@1"; "@?" for an open question."""
        return ", ".join(f"{key}@{self.versions.get(key, '?')}" for key in sorted(duty.facts))

    @property
    def signed_on(self) -> str | None:
        """The day of the last signature, YYYY-MM-DD; None where it is not known."""
        value = self.values.get("term.signed_on")
        return value if isinstance(value, str) else None


def promised(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, Promised]:
    """What agreements of one organisation say on breaches, in five or six queries for any number of them."""
    duties, versions = _duties(organisation, agreement_ids), _versions(organisation, agreement_ids)
    values: dict[UUID, dict[str, Value]] = {found: {} for found in agreement_ids}
    for question in agreements.questions_in(organisation, agreement_ids, _GROUPS):
        if question.candidates:
            values[question.agreement_id][question.key] = strictest_of(to_question(question)).value
    said = agreements.facts_under(organisation, agreement_ids, _GROUPS).exclude(value=None)
    for agreement_id, key, value in said.values_list("agreement_id", "key", "value"):
        values[agreement_id][key] = to_value(value)
    settled = questionnaires.settled(organisation, agreement_ids)
    return {
        found: Promised(found, duties[found], MappingProxyType(values[found]), versions[found], settled)
        for found in agreement_ids
    }


@dataclass(frozen=True, slots=True)
class AtStart:
    """What starting the clocks of one agreement needs: the duties that a breach starts, and the versions of its facts."""

    duties: list[SpelledDuty] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)


def at_start(
    organisation: Organisation, agreement_ids: Collection[UUID], actions: Sequence[Action] = ()
) -> Mapping[str, AtStart]:
    """By the 32 hexadecimal digits of each agreement, what starting its clocks needs; in two queries.

    `actions` names the kinds of duty; without, those that a breach may start at once.
    """
    found = {agreement_id.hex: AtStart() for agreement_id in agreement_ids}
    for agreement_id, duty in spelled_duties(
        organisation, agreement_ids, _TRIGGERS, actions or (Action.NOTIFY_BREACH, *_AT_ONCE)
    ):
        found[agreement_id].duties.append(duty)
    known = agreements.facts_under(organisation, agreement_ids, ("breach.",))
    for agreement_id, key, number in known.values_list(Hex("agreement_id"), "key", "number"):
        found[agreement_id].versions[key] = number
    return found


def _duties(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, tuple[Duty, ...]]:
    found: dict[UUID, list[Duty]] = {agreement_id: [] for agreement_id in agreement_ids}
    for agreement_id, duty in agreements.duties_in(organisation, agreement_ids, _TRIGGERS):
        found[agreement_id].append(duty)
    return {agreement_id: tuple(duties) for agreement_id, duties in found.items()}


def _versions(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, dict[str, int]]:
    found: dict[UUID, dict[str, int]] = {agreement_id: {} for agreement_id in agreement_ids}
    known = agreements.facts_under(organisation, agreement_ids, ("breach.",))
    for agreement_id, key, number in known.values_list("agreement_id", "key", "number"):
        found[agreement_id][key] = number
    return found


def of(agreement: Agreement) -> Promised:
    """What one agreement says on breaches."""
    return promised(agreement.organisation, (agreement.pk,))[agreement.pk]


_TRIGGERS = (Trigger.BREACH, Trigger.BREACH_AT_SUB_PROCESSOR)
_GROUPS = ("breach.", "processor.", "term.signed_on", "contacts.list")


def starts_at_once(duty: Duty, trigger: Trigger, direction: str) -> bool:
    """Whether a breach starts the clock of a duty at once.

    A processor has to tell and to keep its register. A controller that a processor has told has the authority's clock and
    its register. What only follows from these, such as the controller's clock after a processor's report, starts later.
    """
    return bears(direction, duty.bearer.value) and _starts_now(duty, trigger)


def _starts_now(duty: Duty, trigger: Trigger) -> bool:
    return duty.trigger is trigger if duty.action is Action.NOTIFY_BREACH else duty.action in _AT_ONCE


_AT_ONCE = (Action.NOTIFY_AUTHORITY, Action.REGISTER_BREACH)
"""What any breach starts, wherever it happened, besides the notification that the agreement words for that."""


def incomplete(agreement: Agreement) -> str:
    """Why a supplement is due, in the organisation's own language."""
    with translation.override(agreement.organisation.language):
        return gettext("report with questions still open")


def developed(organisation: Organisation, number: int) -> str:
    """Why a supplement is due after a complete report: version `number` of the facts, in the organisation's language."""
    with translation.override(organisation.language):
        return gettext("new facts (version %(number)s)") % {"number": number}


def recipients(agreement: Agreement) -> tuple[Recipient, ...]:
    """The contacts of the other side, those for breaches first, then privacy; without address they are for calling."""
    if agreement.counterparty_id is None:
        return ()
    return recipients_of(agreement.organisation, (agreement.counterparty_id,)).get(agreement.counterparty_id, ())


def recipients_of(
    organisation: Organisation, counterparty_ids: Collection[UUID]
) -> Mapping[UUID, tuple[Recipient, ...]]:
    """The same for several counterparties, in one query."""
    found: dict[UUID, list[Recipient]] = {}
    for row in parties.contacts_of(organisation, counterparty_ids):
        person = Recipient(row.email, row.name, row.phone, row.purpose, row.role)
        found.setdefault(row.counterparty_id, []).append(person)
    return {
        party: tuple(sorted(people, key=lambda person: _WANTED.get(person.purpose, 9)))
        for party, people in found.items()
    }


_WANTED = {"breach": 0, "privacy": 1, "security": 2, "general": 3, "contract": 4, "support": 5}


def language(agreement: Agreement) -> Language:
    """The language in which the parties of `agreement` write to each other."""
    return questionnaires.language(agreement)


def language_in(organisation: Organisation) -> Language:
    """The language in which an organisation works."""
    return language_of(organisation.language)
