"""What many agreements say on sub-processors and transfers, read at once: three queries for any number of them.

Thousands of agreements on a few templates say the same few things: what is alike is understood once.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import TextField
from django.db.models.functions import Cast

from art28.agreement.duties import Action, Trigger
from art28.obligations.impact import CarveOut, Terms
from art28.obligations.settled import strictest_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import FactVersion, PromisedDuty, Question
from art28.web.database.expressions import Hex

KEYS = (
    "subprocessors.authorisation",
    "subprocessors.notice_period",
    "subprocessors.objection",
    "transfers.rule",
    "transfers.region",
    "transfers.carve_outs",
)
_OPEN = "?"


@dataclass(slots=True)
class Said:
    """What one agreement says, its values still JSON text; `versions` are those of its facts, "?" for an open question."""

    values: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    working_days: bool = False

    @property
    def terms(self) -> Terms:
        """The same as the core reads it."""
        provisional = tuple(key for key in KEYS if self.versions.get(key) == _OPEN)
        return _terms(tuple(self.values.get(key, "") for key in KEYS), provisional, working_days=self.working_days)


@lru_cache(maxsize=4_096)
def _terms(values: tuple[str, ...], provisional: tuple[str, ...], *, working_days: bool) -> Terms:
    authorisation, period, objection, rule, region, carve_outs = (json.loads(text) if text else None for text in values)
    return Terms(
        authorisation=_text(authorisation),
        period=_text(period),
        working_days=working_days,
        objection=objection is True,
        rule=_text(rule),
        region=_text(region),
        carve_outs=tuple(_carve_out(each) for each in carve_outs or () if isinstance(each, dict)),
        provisional=provisional,
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _carve_out(record: Mapping[str, object]) -> CarveOut:
    return CarveOut(*(str(record.get(name) or "") for name in ("service", "region", "condition")))


def said(organisation: Organisation) -> Mapping[str, Said]:
    """By the 32 hexadecimal digits of each agreement of the organisation, what it says; those that say nothing are absent."""
    found: dict[str, Said] = {}
    for agreement_id, key, candidate in _candidates(organisation):
        each = found.setdefault(agreement_id, Said())
        each.values[key], each.versions[key] = candidate, _OPEN
    for agreement_id, key, number, value in _facts(organisation):
        if agreement_id not in found:
            found[agreement_id] = Said()
        found[agreement_id].values[key], found[agreement_id].versions[key] = value, number
    for agreement_id in _in_working_days(organisation):
        if agreement_id in found:
            found[agreement_id].working_days = True
    return found


def _facts(organisation: Organisation) -> Iterator[tuple[str, str, str, str]]:
    rows = FactVersion.objects.filter(organisation=organisation, key__in=KEYS, current=True).exclude(value=None)
    columns = (Hex("agreement_id"), "key", Cast("number", TextField()), Cast("value", TextField()))
    return rows.order_by().values_list(*columns).iterator(5_000)


def _candidates(organisation: Organisation) -> Iterator[tuple[str, str, str]]:
    """The strictest candidate of each open question."""
    found = Question.objects.filter(organisation=organisation, key__in=KEYS, settled_at=None).order_by("id")
    for question in found.iterator(2_000):
        if question.candidates:
            value = strictest_of(rows.to_question(question)).value
            yield question.agreement_id.hex, question.key, json.dumps(rows.of_value(value))


def _in_working_days(organisation: Organisation) -> Iterator[str]:
    """The agreements whose period before a change counts in working days, as their promise was understood."""
    promised = PromisedDuty.objects.filter(
        organisation=organisation,
        trigger=Trigger.SUB_PROCESSOR_CHANGE.value,
        action=Action.NOTIFY_SUB_PROCESSOR_CHANGE.value,
        retired_at=None,
        limit__working_days=True,
    )
    return promised.order_by().values_list(Hex("agreement_id"), flat=True).iterator(5_000)
