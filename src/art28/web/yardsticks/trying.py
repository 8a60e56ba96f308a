"""A playbook held against every stored agreement before it counts: how many would stand where, beside the one in force."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from art28.agreement.model import Value
from art28.checking.playbooks.judging import position
from art28.checking.playbooks.model import Playbook, PlaybookRule, Position
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, FactVersion, State, VerdictRow


@dataclass(frozen=True, slots=True)
class Tried:
    """How many agreements stand in each position towards a rule, and how many in the rule of that id in force, if any."""

    rule: PlaybookRule
    counts: Mapping[Position, int]
    before: Mapping[Position, int] | None


def tried(organisation: Organisation, playbook: Playbook, in_force: Playbook | None, *, on: date) -> tuple[Tried, ...]:
    """Each rule over all agreements that were read: three queries, which group by what is said, at any number of them."""
    total = (
        Agreement.objects.filter(organisation=organisation, read_at__isnull=False).exclude(state=State.ASIDE).count()
    )
    old = {rule.id: rule for rule in in_force.rules} if in_force is not None else {}
    rules = (*playbook.rules, *old.values())
    facts = _grouped_facts(organisation, {rule.fact for rule in rules if rule.fact})
    verdicts = _grouped_verdicts(organisation, {rule.requirement for rule in rules if rule.requirement})

    def counted(rule: PlaybookRule) -> Mapping[Position, int]:
        said = verdicts[rule.requirement] if rule.requirement else facts[rule.fact]
        found = Counter({Position(position(rule, None, on=on)): total - sum(count for _, count in said)})
        for value, count in said:
            found[position(rule, value, on=on)] += count
        return {each: found[each] for each in Position}

    return tuple(
        Tried(rule, counted(rule), counted(old[rule.id]) if rule.id in old else None) for rule in playbook.rules
    )


def _grouped_facts(organisation: Organisation, keys: set[str]) -> Mapping[str, list[tuple[Value, int]]]:
    found: dict[str, list[tuple[Value, int]]] = defaultdict(list)
    said = FactVersion.objects.filter(organisation=organisation, key__in=keys, current=True).exclude(value=None)
    for key, value, count in said.order_by().values_list("key", "value").annotate(n=Count("pk")):
        found[key].append((rows.to_value(value), count))
    return found


def _grouped_verdicts(organisation: Organisation, keys: set[str]) -> Mapping[str, list[tuple[Value, int]]]:
    found: dict[str, list[tuple[Value, int]]] = defaultdict(list)
    judged = VerdictRow.objects.filter(organisation=organisation, requirement__in=keys, retired_at=None)
    for key, status, count in judged.order_by().values_list("requirement", "status").annotate(n=Count("pk")):
        found[key].append((status, count))
    return found
