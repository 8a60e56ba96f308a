"""Reports: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.reports import asking, making
from web.addresses import EVERYBODY, INVALID, OK, Row, names
from web.people import NOW, Tenant

pytestmark = pytest.mark.django_db

WITNESSES = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.AUDITOR})
ROWS = (
    Row("get", "reports:yearly", EVERYBODY, OK, elsewhere=OK),
    Row("get", "reports:yearly_document", EVERYBODY, OK, "year", elsewhere=OK),
    Row("get", "reports:dossiers", WITNESSES, OK, elsewhere=OK),
    Row("get", "reports:dossier_new", WITNESSES, OK, elsewhere=OK),
    Row("post", "reports:dossier_new", WITNESSES, INVALID, elsewhere=INVALID),
    Row("get", "reports:dossier", WITNESSES, OK, "dossier"),
    Row("post", "reports:dossier_download", WITNESSES, OK, "dossier"),
    Row("get", "reports:index", EVERYBODY, OK, elsewhere=OK),
    Row("get", "reports:register", EVERYBODY, OK, "register", elsewhere=OK),
    Row("get", "reports:export", EVERYBODY, OK, "export", elsewhere=OK),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner = ours.members[Role.OWNER].user
    wanted = asking.Asking(language="nl")
    row = asking.ask(ours.organisation, wanted, by=owner, actor=ours.actor(Role.OWNER), now=NOW)
    assert making.make_due(now=NOW, limit=1) == 1
    return {
        "": (),
        "register": ("costs",),
        "export": ("costs", "csv"),
        "dossier": (row.pk,),
        "year": (timezone.localdate().year, "nl"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("reports:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)
