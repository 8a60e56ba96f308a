"""The pump of requests: what was erased in the trail, such as by a back-up put back, is erased in the row as well."""

from datetime import datetime

from django.db import transaction

from art28.web.audit import queries as audit
from art28.web.requests import actions, queries


def pump(*, now: datetime, limit: int) -> int:
    """Blank at most `limit` persons whose act was erased; returns how many."""
    erased = audit.erased_among(queries.persons_to_blank().values("kept_act"))[:limit]
    grounds = dict(erased.values_list("act_id", "ground"))
    for person in queries.persons_to_blank().filter(kept_act__in=grounds):
        with transaction.atomic():
            actions.blank(person, ground=grounds.get(person.kept_act or person.pk, ""), now=now)
    return len(grounds)


PUMPS = (pump,)
