"""Every page that lists rows is searched, narrowed, sorted and saved."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html.parser import HTMLParser

import pytest
from django.core.paginator import Page
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from art28.web import listing
from art28.web.accounts.rights import Role
from e2e.inhabited import Inhabited, inhabit
from web.addresses import names
from web.people import tenant


class Tools(HTMLParser):
    """What a page offers of: find, narrow, sort, save."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self._asks = False
        self.found: set[str] = set()
        self.ids: list[str] = []
        self.asking: set[str] = set()
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.ids.append(given["id"])
            if self._asks and tag in ("input", "select"):
                self.asking.add(given["id"])
        if tag == "form":
            self._asks = given.get("method", "get").lower() == "get"
        elif tag == "input" and self._asks and given.get("type") == "search":
            self.found.add("find")
        elif tag == "select" and self._asks:
            self.found.add("sort" if given.get("name") in ("sort", "order") else "narrow")
        elif tag == "a" and re.search(r"\b(?:xlsx|csv)\b", given.get("href", "")):
            self.found.add("save")
        elif tag == "a" and re.search(r"[?&;](?:sort|order)=", given.get("href", "")):
            self.found.add("sort")
        elif tag == "a" and re.search(
            r"[?&;](?:state|kind|show|view|by|severity|need|standing)=", given.get("href", "")
        ):
            self.found.add("narrow")


ALL = ("find", "narrow", "sort", "save")
_EVENT = "the few mailings about one event"
_BROUGHT = "the rows of a table that somebody brought, which is a file already"
ELSEWHERE: Mapping[str, str] = {
    "agreements:batch": "the files of one upload; once read they are found, sorted and saved in the list of agreements",
    "breaches:room": "what is due first; found, sorted and saved under what was told",
    "calls:list": "calls in the order in which they are to be made, printed as they stand",
    "contacts:agreement": "the contacts of one party; found, sorted and saved in the list of contacts",
    "disclosures:agreement": "what was disclosed under one agreement; found, sorted and saved in the register",
    "disclosures:breach": "what was disclosed about one breach; found, sorted and saved in the register",
    "families:detail": "the versions of a family; its agreements are found, sorted and saved in the list of agreements",
    "families:members": "those agreements, as they differ; found, sorted and saved in the list of agreements",
    "mailings:breach": _EVENT,
    "mailings:change": _EVENT,
    "mailings:measurechange": _EVENT,
    "parties:detail": "its tools stand there once there is a second page",
    "sheets:detail": _BROUGHT,
    "house:rows": _BROUGHT,
}
"""Pages that list a part of something, each with where all of it is searched, narrowed, sorted and saved, or why that is not
needed.
"""


def pages_of(answer: HttpResponseBase) -> Iterator[Page[Model]]:
    """What a page lists, a part at a time."""
    for layer in getattr(answer, "context", None) or ():
        for values in layer.dicts:
            yield from (value for value in values.values() if isinstance(value, Page))


def addresses(inhabited: Inhabited) -> dict[str, str]:
    """Every address that shows something, by itself: those without arguments, and those of each thing that there is."""
    found = {reverse(page.name, args=page.args): page.name for page in inhabited.pages()}
    for name in sorted(set(names(get_resolver().url_patterns))):
        with suppress(NoReverseMatch):
            found[reverse(name)] = name
    return found


def lists(client: Client, inhabited: Inhabited) -> Iterator[tuple[str, str, HttpResponseBase, list[Page[Model]]]]:
    """Every address behind which rows are listed: its name, itself, its answer and what it lists."""
    for to, name in addresses(inhabited).items():
        answer: HttpResponseBase = client.get(to)
        if answer.streaming:
            b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # read to its end, which closes the file behind it
        elif (listed := list(pages_of(answer))) or name in ("agreements:list", "people:roles"):
            yield name, to, answer, listed


@pytest.mark.timeout(900)
@pytest.mark.django_db
def test_every_list_is_searched_narrowed_sorted_and_saved() -> None:
    ours = tenant("veldlicht")
    inhabited = inhabit(ours)
    client = ours.client(Role.OWNER)
    lacking, declared, seen = {}, 0, set()
    for name, to, answer, listed in lists(client, inhabited):
        seen.add(name)
        tools = Tools(answer.content.decode().split("<main", 1)[-1])  # type: ignore[attr-defined]
        assert not [each for each in tools.asking if tools.ids.count(each) > 1], to
        missing = [each for each in ALL if each not in tools.found]
        if missing and name not in ELSEWHERE:
            lacking[to] = f"{name}: {' '.join(missing)}"
        above = answer.context.get("tools")  # type: ignore[attr-defined]
        if isinstance(above, listing.Tools) and listed:
            declared += 1
            assert_carried_out(client, to, above.listing, listed[0].paginator.count)
    assert not lacking
    assert seen >= ELSEWHERE.keys()
    assert declared > 30


def saved(client: Client, to: str, **asked: str) -> list[list[str]]:
    """The rows of a list as the file that its address gives."""
    answer = client.get(to, {**asked, "form": "csv"})
    assert answer["Content-Type"].startswith("text/csv"), to
    return list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))


def assert_carried_out(client: Client, to: str, given: listing.Listing, count: int) -> None:
    """What a list declares does what it says: a file of every row, the same rows in each order, fewer by each choice."""
    heads, *rows = saved(client, to)
    assert len(rows) == count, to
    assert heads == [str(head) for head, _fill in given.columns], to
    for sort in given.sorts:
        assert sorted(saved(client, to, sort=sort)[1:]) == sorted(rows), (to, sort)
    for choice in given.choices:
        for value, _label in choice.options:
            found = saved(client, to, **{choice.name: value})[1:]
            if choice.otherwise is listing.everything:
                assert all(row in rows for row in found), (to, choice.name, value)
    assert saved(client, to, q="komtnietvoor 9999-999999")[1:] == [], to
