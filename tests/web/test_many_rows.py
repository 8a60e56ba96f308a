"""What a page asks of the database doesn't grow with the rows: every list, at ten of each row and at a thousand; every
room, at ten and at a hundred of what it is about.
"""

from collections.abc import Iterable
from http import HTTPStatus

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from art28.web.accounts.rights import Role
from e2e.inhabited import inhabit
from e2e.page import Page
from web.multiplying import multiplied
from web.people import tenant

FEW, SOME, MANY = 10, 100, 1000
ROOMS = frozenset(
    {
        "agreements:detail", "breaches:room", "subprocessors:detail", "services:detail", "requests:detail",
        "audits:detail", "measures:detail", "people:detail", "parties:detail", "clock", "calls:list",
        "mailings:detail", "lifecycle:agreement", "measures:agreement", "families:detail", "people:access_of",
        "people:agreement", "measures:promised", "measures:items", "commencing:detail",
    }
)  # fmt: skip


def asked(client: Client, pages: Iterable[Page]) -> dict[Page, int]:
    """How many queries each page costs."""
    found = {}
    for page in pages:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(reverse(page.name, args=page.args))
        assert answer.status_code in (HTTPStatus.OK, HTTPStatus.FOUND), (page, answer.status_code)
        found[page] = len(queries)
    return found


def grown(before: dict[Page, int], after: dict[Page, int]) -> list[str]:
    """The pages that cost more than they did."""
    return [f"{page.name}: {before[page]}, then {cost}" for page, cost in after.items() if cost > before[page]]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="rows are multiplied in SQLite's words; pages ask the same of both"
)
@pytest.mark.timeout(900)
@pytest.mark.minutes
@pytest.mark.django_db
def test_no_page_asks_more_where_there_are_more_rows() -> None:
    ours = tenant("dijkvaart")
    client = ours.client(Role.OWNER)
    every = dict.fromkeys((page.name, page.args) for page in inhabit(ours).pages() if not page.query)
    lists = [Page(name) for name, args in every if not args]
    rooms = [Page(name, args) for name, args in every if name in ROOMS]
    organisation = ours.organisation.pk
    with transaction.atomic():
        tables = multiplied(organisation, range(1, FEW))
    few = asked(client, [*lists, *rooms])
    with transaction.atomic():
        multiplied(organisation, range(FEW, SOME))
    assert not grown(few, asked(client, rooms))
    with transaction.atomic():
        multiplied(organisation, range(SOME, MANY))
    assert not grown(few, asked(client, lists))
    assert len(tables) > 100
    assert len(lists) > 90
    assert len(rooms) > len(ROOMS)
