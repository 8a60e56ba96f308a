"""Promises of many agreements, their JSON still text: what starts thousands of clocks reads what is asked once, and hands on
the rest as it stands."""

import json
from collections.abc import Collection, Iterator
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _text
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, TextField, Value, When
from django.db.models.functions import Cast

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.record import duty_of
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import PromisedDuty
from art28.web.agreements.queries import within
from art28.web.database.expressions import Hex


class SpelledDuty(NamedTuple):
    """A promised duty as its row holds it. What is not plain text there, from limit to citations, is JSON text."""

    id: str
    action: str
    trigger: str
    bearer: str
    beneficiary: str
    limit: str | None
    channels: str
    facts: str
    gdpr: str
    provisional: str
    content: str
    citations: str
    provision: str

    @property
    def asked(self) -> tuple[object, ...]:
        """All of it but the words and where they stand, in which agreements on one template differ without asking else."""
        return self[:10]

    def record(self) -> str:
        """The duty as JSON text, as `obligations.record.duty_record` has it."""
        return (
            f'{{"id": {_text(self.id)}, "action": "{self.action}", "trigger": "{self.trigger}",'
            f' "bearer": "{self.bearer}", "beneficiary": "{self.beneficiary}", "limit": {self.limit or "null"},'
            f' "channels": {self.channels}, "content": {self.content}, "provision": {_text(self.provision)},'
            f' "gdpr": {_text(self.gdpr)}, "facts": {self.facts}, "provisional": {self.provisional},'
            f' "citations": {self.citations if _MARKED not in self.citations else _unmarked(self.citations)}}}'
        )

    def read(self) -> Duty:
        """The duty itself."""
        return duty_of(json.loads(self.record()))

    def facts_version(self, versions: dict[str, int]) -> str:
        """The versions of the facts under it, as `promises.Promised.facts_version` says them."""
        return ", ".join([f"{key}@{versions.get(key, '?')}" for key in _keys(self.facts)])


_MARKED = '"recognised"'
"""A passage of a scan is marked so in its row, not in the record of a duty."""


def _unmarked(citations: str) -> str:
    return json.dumps(
        [{name: value for name, value in each.items() if name != "recognised"} for each in json.loads(citations)]
    )


@lru_cache(maxsize=256)
def _keys(facts: str) -> tuple[str, ...]:
    return tuple(sorted(json.loads(facts)))


def spelled_duties(
    organisation: Organisation,
    agreement_ids: Collection[UUID],
    triggers: Collection[Trigger],
    actions: Collection[Action],
) -> Iterator[tuple[str, SpelledDuty]]:
    """What `queries.duties_in` reads, in the same order, unparsed; agreements by 32 hexadecimal digits."""
    found = PromisedDuty.objects.filter(
        within(organisation, agreement_ids),
        trigger__in=[trigger.value for trigger in triggers],
        action__in=[action.value for action in actions],
        retired_at=None,
    )
    provisional = Case(When(provisional=True, then=Value("true")), default=Value("false"))
    columns = [
        provisional if name == "provisional" else Cast(name, TextField()) if name in _JSON else name
        for name in _COLUMNS
    ]
    for agreement_id, *duty in found.order_by("agreement_id", "order", "key").values_list(
        Hex("agreement_id"), *columns
    ):
        yield agreement_id, SpelledDuty._make(duty)


_JSON = frozenset({"limit", "channels", "facts", "content", "citations"})
_COLUMNS = ("key", *SpelledDuty._fields[1:])
