"""What of a record of processing stops its agreement from coming into force, where the agreement itself asks for it."""

from art28.web.agreements.models import Agreement
from art28.web.processing import queries
from art28.web.processing.gaps import Gap, is_guarded
from art28.web.processing.models import Choice
from art28.web.processing.reading import Point


def confirmation(agreement: Agreement) -> Gap | None:
    """Whether the controller still has to confirm its annex: only where the agreement has it stand for that."""
    found = queries.record(agreement)
    if found is None or not any(each["point"] == Point.CONFIRMED for each in found.points):
        return None
    given = queries.confirmations(found.organisation, (found.pk,)).last()
    if given is None:
        return Gap.NOT_CONFIRMED
    held = list(queries.activities(found.organisation, (found.pk,)))
    chosen = list(queries.choices(found.organisation, (found.pk,)))
    return None if given.sha256 == queries.digest(held, chosen) else Gap.CHANGED_SINCE


def unguarded(agreement: Agreement) -> tuple[Choice, ...]:
    """Sensitive data that the controller chose without extra measures that are judged to suffice, with why."""
    found = queries.record(agreement)
    if found is None:
        return ()
    return tuple(each for each in queries.choices(found.organisation, (found.pk,)) if not is_guarded(each))
