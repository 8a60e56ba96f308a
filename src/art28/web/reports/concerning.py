"""Which acts of the trail concern some agreements: by the rows that belong to an agreement, of whatever app.

A row belongs to an agreement where its model has it as `agreement`; the act about such a row, and about the agreement itself,
is shown in a pack. What is about several agreements at once (a breach, a change of sub-processor) is about others as well,
and is withheld: what each of them was told of it are rows of its own.
"""

from collections.abc import Callable
from functools import lru_cache
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.lifecycle.models import Note

_NEVER = frozenset({Note._meta.model_name})
_REMEMBERED = 50_000


def models_under_an_agreement() -> dict[str, type[Model]]:
    """The models whose rows belong to one agreement, by the name that acts give them."""
    found: dict[str, type[Model]] = {}
    for model in apps.get_models():
        if not model.__module__.startswith("art28.") or model._meta.model_name in _NEVER:
            continue
        names = {field.name: field for field in model._meta.fields}
        if "organisation" in names and "agreement" in names and names["agreement"].related_model is Agreement:
            found.setdefault(str(model._meta.model_name), model)
    return found


def concerns(organisation: Organisation, agreements: tuple[UUID, ...]) -> Callable[[Act], bool]:
    """Whether an act concerns these agreements; one look-up for a subject that hasn't been asked of before."""
    known, wanted = models_under_an_agreement(), frozenset(agreements)

    @lru_cache(_REMEMBERED)
    def about(kind: str, subject: UUID) -> bool:
        if kind == "agreement":
            return subject in wanted
        model = known.get(kind)
        if model is None:
            return False
        rows = model._default_manager.filter(organisation=organisation, pk=subject, agreement__in=wanted)
        return rows.exists()

    return lambda act: about(act.subject_kind, act.subject_id)
