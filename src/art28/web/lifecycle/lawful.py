"""Two days -> what changes in the law there by the dated tables, and which of an organisation's agreements rest on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.model import Value
from art28.checking.law_changes import Kind, LawChange, keys_of, law_changes, resting_on
from art28.law.parameter import parameters
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, FactVersion
from art28.web.lifecycle import queries
from art28.web.lifecycle.models import About, Change

_SHOWN = 10
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Resting:
    """A change of law, the agreements that rest on it with the keys of the facts by which, and the reviews asked for it."""

    change: LawChange
    agreements: Mapping[UUID, Sequence[str]]
    shown: Sequence[tuple[Agreement, Sequence[str]]]
    logged: Change | None

    @property
    def said(self) -> str:
        """What changes, in a sentence."""
        return said_of(self.change)

    @property
    def more(self) -> int:
        """How many agreements aren't shown."""
        return len(self.agreements) - len(self.shown)


def resting(organisation: Organisation, since: date, until: date) -> tuple[Resting, ...]:
    """The changes between two days, newest first, with the agreements that have not ended and rest on them; three queries."""
    changes = law_changes(since, until)[::-1]
    facts = _facts(organisation, {key for each in changes for key in keys_of(each)})
    found = [(each, _of(each, facts)) for each in changes]
    wanted = {pk for _change, among in found for pk in list(among)[:_SHOWN]}
    listed = Agreement.objects.filter(organisation=organisation, pk__in=wanted).select_related("counterparty")
    known = {each.pk: each for each in listed}
    logged = list(Change.objects.filter(organisation=organisation, from_on__gte=since, from_on__lte=until))
    return tuple(
        Resting(
            each,
            among,
            [(known[pk], keys) for pk, keys in list(among.items())[:_SHOWN]],
            next((row for row in logged if _is(row, each)), None),
        )
        for each, among in found
    )


def _is(row: Change, change: LawChange) -> bool:
    """Whether agreements are reviewed for this very change already, in whatever language it was logged."""
    return row.from_on == change.on and row.source == change.about[:_LONGEST]


def _facts(organisation: Organisation, keys: set[str]) -> dict[UUID, dict[str, Value]]:
    """What the agreements that have not ended say of these facts, in one query."""
    live = queries.concerned(organisation, None).order_by().values("pk")
    versions = FactVersion.objects.filter(
        organisation=organisation, agreement_id__in=live, current=True, key__in=keys, value__isnull=False
    )
    found: dict[UUID, dict[str, Value]] = {}
    for pk, key, value in versions.order_by("agreement_id", "key").values_list("agreement_id", "key", "value"):
        found.setdefault(pk, {})[key] = rows.to_value(value)
    return found


def _of(change: LawChange, facts: Mapping[UUID, Mapping[str, Value]]) -> dict[UUID, tuple[str, ...]]:
    among = {}
    for pk, said in facts.items():
        cited = said.get("document.repealed_law")
        text = "; ".join(map(str, cited)) if isinstance(cited, tuple) else str(cited or "")
        if keys := resting_on(change, said, text=text):
            among[pk] = keys
    return among


def said_of(change: LawChange) -> str:
    """What changes, in a sentence."""
    about = {"about": labels.number_of_law(change.number, _spoken()) if change.number else _named(change)}
    match change.kind:
        case Kind.ADEQUACY if change.begins:
            said = _("The adequacy decision %(about)s holds.") % about
        case Kind.ADEQUACY:
            said = _("The adequacy decision %(about)s no longer holds.") % about
        case Kind.EEA if change.begins:
            said = _("%(about)s belongs to the European Economic Area.") % about
        case Kind.EEA:
            said = _("%(about)s no longer belongs to the European Economic Area.") % about
        case Kind.REPEALED:
            said = _("Repealed or replaced: %(about)s.") % about
        case _ if change.begins:
            said = _("A period of the law applies: %(about)s.") % about
        case _:
            said = _("A period of the law no longer applies: %(about)s.") % about
    return said


def _named(change: LawChange) -> str:
    """What changes, by its name; a country in the reader's words."""
    if change.kind is Kind.EEA:
        return labels.country(change.touches[0], _spoken())
    decision, parted, territory = change.about.partition(", ")
    if change.kind is not Kind.ADEQUACY or territory != labels.country(change.touches[0], "en"):
        return change.about
    return f"{decision}{parted}{labels.country(change.touches[0], _spoken())}"


def source_of(row: Change) -> str:
    """Where a change that is reviewed stands: what somebody wrote of it, or the article of a number of the law."""
    numbers = parameters().get(row.source.partition(": ")[0], ())
    return labels.provision(numbers[0].provision, _spoken()) if numbers else row.source


def _spoken() -> str:
    return (get_language() or "nl")[:2]


def as_logged(change: LawChange, due_on: date) -> dict[str, object]:
    """The columns of the change that agreements are reviewed for."""
    about = About.BREACH_LAW if change.kind is Kind.PARAMETER and "33" in change.touches else About.PRIVACY_LAW
    return {
        "about": about.value,
        "what": said_of(change),
        "source": change.about[:_LONGEST],
        "from_on": change.on,
        "due_on": due_on,
    }
