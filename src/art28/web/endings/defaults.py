"""What was agreed for the case that no choice is made: applied to every ending whose window has passed, set-based."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from art28.agreement.duties import Action
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import Entry, alike, record_alike
from art28.web.clocks.finishing import cancel_many
from art28.web.database.expressions import Among, Hex
from art28.web.endings import queries
from art28.web.endings.actions import KIND, default_chosen
from art28.web.endings.models import Choice, ChosenHow, Ending

CHUNK = 1_000


def apply_defaults(*, now: datetime, limit: int) -> int:
    """Pump: what was agreed where no choice was made within the window, of one organisation a transaction; returns how many.

    What `actions.apply_default` does for one.
    """
    done = 0
    while done < limit:
        applied = _apply(now, min(CHUNK, limit - done))
        if not applied:
            break
        done += applied
    return done


@transaction.atomic
def _apply(now: datetime, most: int) -> int:
    waiting = queries.without_choice(now=now)
    first = waiting.values_list("organisation_id", flat=True).first()
    if first is None:
        return 0
    organisation = Organisation.objects.get(pk=first)
    chosen = waiting.filter(organisation=organisation).select_for_update(of=("self",), skip_locked=True)
    by_default: dict[str, list[tuple[str, str]]] = defaultdict(list)
    read = chosen.annotate(hex=Hex("id"), event_hex=Hex("event_id"))
    for _pk, ending, event, choice in read.values_list("pk", "hex", "event_hex", "default_choice")[:most]:
        by_default[choice].append((ending, event))
    for choice, rows in by_default.items():
        _choose(organisation, Choice(choice), rows, now)
    return sum(map(len, by_default.values()))


def _choose(organisation: Organisation, choice: Choice, rows: list[tuple[str, str]], now: datetime) -> None:
    endings = [ending for ending, _event in rows]
    Ending.objects.filter(Among("id", endings)).update(
        choice=choice, chosen_at=now, chosen_how=ChosenHow.DEFAULT, chosen_by=""
    )
    content = {"choice": choice.value, "how": ChosenHow.DEFAULT.value, "who": "", "at": now.isoformat()}
    entry = Entry("ending.chosen", "ending", organisation.pk, content)
    act = alike(organisation=organisation, actor=WORKER, at=now, entry=entry)
    record_alike(organisation, [(ending, act) for ending in endings])
    cancel_many(
        organisation,
        subject_kind=KIND,
        subject_ids=[event for _ending, event in rows],
        action=Action.CHOOSE_RETURN_OR_DELETION,
        reason=default_chosen(choice),
        actor=WORKER,
        now=now,
    )
