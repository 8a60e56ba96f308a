"""Every address of measures × role × tenant; an address without a row fails."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.acting import By
from art28.web.measures import actions, certifying, changing, giving, importing, wishing
from art28.web.measures.about import on_topic
from art28.web.measures.agreed import AskedFor, Linked, Promise
from art28.web.measures.models import Evidence
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import Tenant

pytestmark = pytest.mark.django_db

CONFIRMERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
PUBLIC = frozenset({"measures:outside"})

ROWS = (
    Row("get", "measures:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:new", CONFIRMERS, OK, elsewhere=OK),
    Row("get", "measures:upload", CONFIRMERS, OK, elsewhere=OK),
    Row("post", "measures:upload", CONFIRMERS, INVALID, elsewhere=INVALID),
    Row("get", "measures:table", CONFIRMERS, OK, elsewhere=OK),
    Row("get", "measures:preview", CONFIRMERS, OK, "import"),
    Row("post", "measures:apply", CONFIRMERS, FOUND, "import"),
    Row("get", "measures:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "measures:promises", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:export_promises", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("post", "measures:decide", CONFIRMERS, FOUND, elsewhere=FOUND),
    Row("get", "measures:agreement", EVERYBODY, OK, "agreement"),
    Row("post", "measures:read", CONFIRMERS, FOUND, "agreement"),
    Row("post", "measures:ask_overview", HANDLERS, INVALID, "agreement"),
    Row("post", "measures:ask_wish", HANDLERS, INVALID, "agreement"),
    Row("post", "measures:weigh", CONFIRMERS, INVALID, "agreement"),
    Row("get", "measures:overviews", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:overview", EVERYBODY, OK, "overview"),
    Row("post", "measures:overview_act", HANDLERS, INVALID, "give"),
    Row("get", "measures:wishes", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:export_wishes", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "measures:wish", EVERYBODY, OK, "wish"),
    Row("post", "measures:wish_act", DECIDERS, INVALID, "decline"),
    Row("get", "measures:changes", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:change", EVERYBODY, OK, "change"),
    Row("post", "measures:change_act", DECIDERS, INVALID, "withdraw"),
    Row("post", "measures:answer", HANDLERS, INVALID, "answer"),
    Row("get", "measures:certificates", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:export_certificates", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "measures:keep_certificate", CONFIRMERS, OK, elsewhere=OK),
    Row("post", "measures:end_certificate", CONFIRMERS, FOUND, "certificate"),
    Row("get", "measures:weighings", EVERYBODY, OK, elsewhere=OK),
    Row("get", "measures:detail", EVERYBODY, OK, "measure"),
    Row("get", "measures:promised", EVERYBODY, OK, "measure"),
    Row("get", "measures:items", EVERYBODY, OK, "measure"),
    Row("post", "measures:act", CONFIRMERS, INVALID, "arrange"),
    Row("post", "measures:item_act", HANDLERS, INVALID, "item"),
    Row("get", "mailings:measurechange", EVERYBODY, OK, "change"),
    Row("post", "mailings:measurechange", DECIDERS, INVALID, "change"),
    Row("get", "measures:evidence_file", EVERYBODY, OK, "evidence"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    made = worlds.agreement(ours.organisation)
    by = By(ours.members[Role.OWNER].user, ours.actor(Role.OWNER), timezone.now())
    row = actions.add(ours.organisation, on_topic("backup", "Back-up", "Elke dag."), by=by)
    item = actions.add_item(row, {"kind": "key", "name": "Sleutel", "since": date(2026, 1, 1)}, by=by)
    Promise.objects.create(
        organisation=ours.organisation, agreement=made, key="a" * 64, place=0, topic="backup", words="Back-up.",
        start=0, end=1, state=Linked.LINKED, measure=row, at=by.now,
    )  # fmt: skip
    planned = changing.Planned(
        after=on_topic("backup", "Back-up", "Elk uur."), why="x", level="x", lowers=False, important=True,
        planned_on=date(2026, 1, 1),
    )  # fmt: skip
    change = changing.propose(row, planned, by=by)
    changing.announce(change, by=by)
    affected = changing.affected(change).get()
    overview = giving.ask(
        made,
        giving.AskedOverview(asked_on=date(2026, 1, 1), asked_by="x", why=AskedFor.YEARLY, breach=None, reason=""),
        by=by,
    )
    wish = wishing.ask(made, wishing.Asked(asked_on=date(2026, 1, 1), asked_by="x", what="x"), by=by)
    certificate = certifying.keep(
        ours.organisation,
        {"standard": "ISO 9001", "holder": "x", "issuer": "x", "issued_on": date(2026, 1, 1), "kept_at": "x",
         "expires_on": timezone.localdate() + timedelta(days=9)},
        renews=None,
        by=by,
    )  # fmt: skip
    return {
        "": (),
        "csv": ("csv",),
        "import": (
            importing.put_in(ours.organisation, "t.csv", b"Maatregel;Staat\nBack-up;x", by=by.user, now=by.now).pk,
        ),
        "agreement": (made.pk,),
        "overview": (overview.pk,),
        "give": (overview.pk, "give"),
        "wish": (wish.pk,),
        "decline": (wish.pk, "decline"),
        "change": (change.pk,),
        "withdraw": (change.pk, "withdraw"),
        "answer": (change.pk, affected.pk, "answer"),
        "certificate": (certificate.pk,),
        "measure": (row.pk,),
        "arrange": (row.pk, "arrange"),
        "item": (row.pk, item.pk, "end-item"),
        "evidence": (row.pk, _with_file(row, by).pk),
    }


def _with_file(row: Any, by: By) -> Evidence:
    file = SimpleUploadedFile("v.pdf", b"x")
    return actions.keep_evidence(row, name="Bestand", on=date(2026, 1, 1), reference="", file=file, by=by)


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("measures:")}
    assert here == {row.name for row in ROWS if row.name.startswith("measures:")} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)
