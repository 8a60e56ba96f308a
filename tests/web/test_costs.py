"""A list page costs the same number of queries at any size."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.agreements.models import Agreement, SourceFile
from art28.web.clocks.models import Obligation
from art28.web.database.identifiers import new_id
from art28.web.reminders.models import Reminder
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, breach, signed_in, world

pytestmark = pytest.mark.django_db
_PAGES = (
    "today",
    "due:list",
    "due:calendar",
    "agreements:list",
    "agreements:open",
    "parties:list",
    "breaches:list",
    "notices:list",
    "evidence:index",
    "reminders:list",
    "reminders:mine",
    "reminders:policy",
    "reminders:deputies",
    "reminders:alarms",
)
_MORE = 120


def reminded_of(given: World, clocks: list[Obligation]) -> None:
    """The owner was reminded of each."""
    organisation = given.organisation
    Reminder.objects.bulk_create(
        Reminder(
            organisation=organisation,
            obligation=clock,
            user=given.owner,
            step="share:50",
            audience="owner",
            due_at=NOW,
            made_at=NOW,
            send_at=NOW,
            urgent=True,
        )
        for clock in clocks
    )


def multiplied(given: World) -> None:
    """Many agreements of one counterparty, each with a clock that runs."""
    organisation, first = given.organisation, given.agreement
    sources = [
        SourceFile(organisation=organisation, name=f"{n}.txt", sha256=f"{n:064}", size=1, uploaded_at=NOW)
        for n in range(_MORE)
    ]
    SourceFile.objects.bulk_create(sources)
    agreements = [
        Agreement(
            organisation=organisation,
            source=source,
            title=source.name,
            counterparty=first.counterparty,
            counterparty_name=first.counterparty_name,
            direction=first.direction,
            state=first.state,
            added_at=NOW,
            read_at=NOW,
        )
        for source in sources
    ]
    Agreement.objects.bulk_create(agreements)
    row = Obligation.objects.filter(ended_at=None).first()
    assert row is not None
    clocks = []
    for agreement in agreements:
        copy = Obligation.objects.get(pk=row.pk)
        copy.pk, copy.agreement, copy.subject_id = new_id(), agreement, new_id()
        clocks.append(copy)
    Obligation.objects.bulk_create(clocks)
    reminded_of(given, clocks)


def counted(given: World) -> dict[str, int]:
    client = signed_in(given.owner)
    found = {}
    for name in _PAGES:
        client.get(reverse(name))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(reverse(name)).status_code == 200
        found[name] = len(queries)
    return found


def test_a_list_costs_the_same_at_any_size() -> None:
    given = world()
    sent(given, breach(given))
    breach(given)
    reminded_of(given, list(Obligation.objects.filter(ended_at=None)))
    before = counted(given)
    multiplied(given)
    for _ in range(3):
        sent(given, breach(given))
    assert counted(given) == before
    assert max(before.values()) <= 20
