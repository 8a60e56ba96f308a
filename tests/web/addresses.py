"""A table of addresses × role × tenant, and what its rows assert; shared by the tests that hold one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from art28.web.accounts.rights import Role
from web.people import Tenant

OK, FOUND, BAD, FORBIDDEN, MISSING, INVALID = 200, 302, 400, 403, 404, 422
EVERYBODY = frozenset(Role)

Subjects = Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """What an address answers: to the roles in `allowed`, to the other roles 403, to another tenant `elsewhere`."""

    method: str
    name: str
    allowed: frozenset[Role]
    answer: int
    subject: str = ""
    elsewhere: int = MISSING
    data: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.name}"

    def answered(self, client: Client, subjects: Subjects) -> int:
        """The status that `client` gets."""
        answer = getattr(client, self.method)(reverse(self.name, args=subjects[self.subject]), self.data)
        if answer.streaming:
            b"".join(answer.streaming_content)  # read to its end, which closes the file behind it
        return int(answer.status_code)

    def hold(self, ours: Tenant, theirs: Tenant, subjects: Subjects) -> None:
        """Assert what the row says, for another tenant's owner, each role that may not and one that may.

        Who may not is refused before the database is asked anything about it: the same on both, so seen on SQLite alone.
        """
        assert self.answered(theirs.client(Role.OWNER), subjects) == self.elsewhere
        for role in () if connection.vendor == "postgresql" else Role:
            if role not in self.allowed:
                assert self.answered(ours.client(role), subjects) == FORBIDDEN, role
        role = next(role for role in Role if role in self.allowed)
        assert self.answered(ours.client(role), subjects) == self.answer

    def hold_for_visitor(self, subjects: Subjects) -> None:
        """Assert that somebody who isn't signed in is sent to sign in."""
        answer = getattr(Client(), self.method)(reverse(self.name, args=subjects[self.subject]), self.data)
        assert answer.status_code == FOUND, self
        assert answer.headers["Location"].startswith(reverse("account_login")), self


def names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    """The names of art28's own addresses, with their namespaces."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace or "")))
            yield from names(pattern.url_patterns, inner)
        elif pattern.lookup_str.startswith("art28."):
            yield f"{namespace}:{pattern.name}" if namespace else str(pattern.name)
