"""What we decide on the changes that came back, each on its own; and the version that follows from all of them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.agreement.model import Value
from art28.drafting.clauses import NONE
from art28.drafting.draft import Negotiated
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements import rows
from art28.web.audit.actions import record
from art28.web.drafts import actions
from art28.web.drafts.actions import StateChanged
from art28.web.drafts.chosen import Chosen, chosen_in
from art28.web.drafts.models import CHANGEABLE, Change, Decision, Draft, DraftVersion, Kind, Returned

_NUMBERED = re.compile(r"^\W*(?:\d{1,2}\.)+\d{1,2}\.?\s+|^\W*\d{1,2}\.\s+")


class StillOpen(Exception):
    """Some changes have not been decided on."""


class CantGo(Exception):
    """A clause that the other side left out can't go by its words alone: the fact that it says must be left out."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@transaction.atomic
def decide(
    change: Change, decision: Decision, *, counter: Any, reason: str, by: User, actor: Actor, now: datetime
) -> None:
    """Keep a decision, which may be taken anew until a version follows. Raises `StateChanged` where one has followed."""
    made = change.returned.round
    rows_ = Draft.objects.select_for_update().filter(
        pk=made.draft_id, version=made.version.number, state__in=CHANGEABLE
    )
    if rows_.first() is None:
        raise StateChanged(made.draft.title)
    Change.objects.filter(pk=change.pk).update(
        decision=decision,
        counter=counter if decision == Decision.COUNTERED else None,
        reason=reason[:2000],
        decided_by=by,
        decided_at=now,
    )
    content = {
        "change": str(change.pk),
        "key": change.key,
        "decision": decision.value,
        "counter": counter if decision == Decision.COUNTERED else None,
        "reason": reason[:2000],
    }
    record(
        organisation=made.organisation, actor=actor, kind="draft.decided", subject=made.draft, at=now, content=content
    )


@transaction.atomic
def conclude(returned: Returned, *, why: str, by: User, actor: Actor, now: datetime) -> DraftVersion:
    """Make the version that follows from what was decided on every change of a file.

    Raises `StillOpen`, `CantGo`, `StateChanged`, and `InvalidDraft` for what our clauses can't say beside the rest.
    """
    changes = list(Change.objects.filter(returned=returned).order_by("order"))
    if any(not each.decision for each in changes):
        raise StillOpen
    made = returned.round
    chosen = _applied(chosen_in(made.version), changes)
    return actions.change(made.draft, chosen, based_on=made.version.number, why=why, by=by, actor=actor, now=now)


def _applied(chosen: Chosen, changes: list[Change]) -> Chosen:
    facts: dict[str, Value] = dict(chosen.facts)
    wording: dict[str, str] = dict(chosen.negotiated.wording)
    special = list(chosen.negotiated.special)
    for each in changes:
        if each.decision not in (Decision.ACCEPTED, Decision.COUNTERED):
            continue
        value = each.theirs if each.decision == Decision.ACCEPTED else each.counter
        if each.kind == Kind.FACT:
            facts[each.key] = NONE if value is None else rows.to_value(value)
        elif value is None:
            raise CantGo(each.place)
        elif each.key:
            wording[each.key] = _unnumbered(str(value))
        else:
            special.append(_unnumbered(str(value)))
    return replace(chosen, facts=facts, negotiated=Negotiated(wording, tuple(special)))


def _unnumbered(text: str) -> str:
    """The words of a clause without the number that ours gives it anew."""
    return _NUMBERED.sub("", text).strip()


def standing(returned: Returned) -> Mapping[str, int]:
    """How many changes were decided on, of how many."""
    found = list(Change.objects.filter(returned=returned).values_list("decision", flat=True))
    return {"all": len(found), "decided": sum(bool(each) for each in found)}
