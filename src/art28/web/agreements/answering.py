"""A form that somebody sent about a fact -> the decision carried out; the same on every page that asks."""

from datetime import datetime

from django.http import Http404, QueryDict

from art28.agreement.catalogue import FactSpec
from art28.web.accounts.access import Actor
from art28.web.agreements import deciding, queries
from art28.web.agreements.forms import FactForm
from art28.web.agreements.models import Agreement

_MOST_DIGITS = 8
_NONE = -1


def carry_out(
    agreement: Agreement, spec: FactSpec, given: QueryDict, *, actor: Actor, now: datetime
) -> FactForm | None:
    """Decide as the form says; returns the form where what was entered isn't valid. Raises StaleFact, or 404 for nonsense."""
    seen = number(given.get("seen", ""))
    match "choose" if "choose" in given else given.get("decision"):
        case "confirm":
            deciding.confirm(agreement, spec.key, seen=seen, actor=actor, now=now)
        case "not_said":
            deciding.mark_not_said(agreement, spec.key, seen=seen, actor=actor, now=now)
        case "keep":
            deciding.keep(agreement, spec.key, seen=seen, actor=actor, now=now)
        case "undo":
            deciding.undo(agreement, spec.key, seen=seen, actor=actor, now=now)
        case "choose":
            candidate = number(given.get("choose", given.get("candidate", "")))
            if candidate == _NONE:
                raise Http404
            deciding.choose(agreement, spec.key, candidate, seen=seen, actor=actor, now=now)
        case "correct":
            form = FactForm(spec, given, text=queries.text_of(agreement))
            if not form.is_valid():
                return form
            deciding.correct(agreement, spec.key, form.value(), seen=seen, actor=actor, now=now, ground=form.ground())
        case _:
            raise Http404
    return None


def number(given: str) -> int:
    """A count that a form carries; -1, which no version has, for anything else."""
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _MOST_DIGITS else _NONE
