"""Records of processing: every address × role × tenant; an address without a row fails."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver

from art28.web.accounts.access import WORKER
from art28.web.accounts.rights import Role
from art28.web.processing import drawing, importing, own
from art28.web.processing.models import Activity
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant
from web.processing.world import SAID

pytestmark = pytest.mark.django_db

CONFIRMERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
ROWS = (
    Row("get", "processing:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "processing:export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "processing:keeper", CONFIRMERS, OK, elsewhere=OK),
    Row("get", "processing:record", EVERYBODY, OK, "agreement"),
    Row("get", "processing:export_one", EVERYBODY, OK, "one"),
    Row("post", "processing:draw", CONFIRMERS, FOUND, "agreement"),
    Row("post", "processing:act", CONFIRMERS, INVALID, "confirm"),
    Row("post", "processing:part", CONFIRMERS, INVALID, "lawful"),
    Row("get", "processing:own", EVERYBODY, OK, elsewhere=OK),
    Row("get", "processing:own_new", CONFIRMERS, OK, elsewhere=OK),
    Row("get", "processing:own_edit", EVERYBODY, OK, "own"),
    Row("get", "processing:own_export", EVERYBODY, OK, "csv", elsewhere=OK),
    Row("get", "processing:upload", CONFIRMERS, OK, elsewhere=OK),
    Row("get", "processing:preview", CONFIRMERS, OK, "import"),
    Row("post", "processing:apply", CONFIRMERS, FOUND, "import"),
    Row("post", "processing:own_end", CONFIRMERS, FOUND, "own"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    agreement = worlds.agreement(ours.organisation, SAID)
    drawing.draw(ours.organisation, (agreement.pk,), actor=WORKER, now=NOW)
    row = Activity.objects.filter(record__agreement=agreement).first()
    assert row is not None
    mine = own.add(ours.organisation, {"name": "Salarissen"}, actor=ours.actor(), now=NOW)
    file = SimpleUploadedFile("eigen.csv", b"Activiteit;Doeleinden\nWerving;Vacatures vervullen\n")
    by = ours.members[Role.OWNER].user
    found = importing.put_in(ours.organisation, "eigen.csv", file.read(), by=by, now=NOW)
    return {
        "": (),
        "csv": ("csv",),
        "agreement": (agreement.pk,),
        "one": (agreement.pk, "jsonld"),
        "confirm": (agreement.pk, "confirm"),
        "lawful": (agreement.pk, row.pk, "lawful"),
        "own": (mine.pk,),
        "import": (found.pk,),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.startswith("processing:")}
    assert here == {row.name for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row} {row.subject}")
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)
