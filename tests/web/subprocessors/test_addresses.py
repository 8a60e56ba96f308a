"""Every address of sub-processors × role × tenant; an address without a row fails."""

from datetime import date
from typing import Any

import pytest
from django.urls import get_resolver

from art28.web.accounts.rights import Role
from art28.web.subprocessors import actions, announcing, importing, proposing
from art28.web.subprocessors.actions import About, OnFile, Standing
from art28.web.subprocessors.models import Affected
from art28.web.subprocessors.proposing import Proposed
from web.addresses import EVERYBODY, FOUND, INVALID, OK, Row, names
from web.breaches import world as worlds
from web.people import NOW, Tenant
from web.subprocessors.world import GENERAL

pytestmark = pytest.mark.django_db

KEEPERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
DECIDERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.MANAGEMENT})
PUBLIC = frozenset({"subprocessors:answer"})
HANDLERS = frozenset({Role.OWNER, Role.PRIVACY_OFFICER, Role.ENGINEER})
ROWS = (
    Row("get", "subprocessors:list", EVERYBODY, OK, elsewhere=OK),
    Row("get", "subprocessors:new", KEEPERS, OK, elsewhere=OK),
    Row("post", "subprocessors:new", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "subprocessors:detail", EVERYBODY, OK, "row"),
    Row("get", "subprocessors:edit", KEEPERS, OK, "row"),
    Row("post", "subprocessors:edit", KEEPERS, INVALID, "row"),
    Row("post", "subprocessors:file_agreement", KEEPERS, FOUND, "row"),
    Row("post", "subprocessors:behind", KEEPERS, FOUND, "row"),
    Row("post", "subprocessors:not_behind", KEEPERS, FOUND, "behind"),
    Row("post", "subprocessors:safeguard", KEEPERS, FOUND, "row"),
    Row("post", "subprocessors:end_safeguard", KEEPERS, FOUND, "safeguard"),
    Row("post", "subprocessors:give_copy", HANDLERS, FOUND, "row"),
    Row("get", "subprocessors:transfers", EVERYBODY, OK, elsewhere=OK),
    Row("post", "subprocessors:take_over", KEEPERS, FOUND, elsewhere=FOUND),
    Row("get", "subprocessors:export", EVERYBODY, OK, "form", elsewhere=OK),
    Row("get", "subprocessors:upload", KEEPERS, OK, elsewhere=OK),
    Row("post", "subprocessors:upload", KEEPERS, INVALID, elsewhere=INVALID),
    Row("get", "subprocessors:preview", KEEPERS, OK, "import"),
    Row("post", "subprocessors:apply", KEEPERS, FOUND, "import"),
    Row("get", "subprocessors:changes", EVERYBODY, OK, elsewhere=OK),
    Row("get", "subprocessors:propose", HANDLERS, OK, elsewhere=OK),
    Row("post", "subprocessors:propose", HANDLERS, INVALID, elsewhere=INVALID),
    Row("get", "subprocessors:impact", EVERYBODY, OK, "proposal"),
    Row("get", "subprocessors:edit_proposal", HANDLERS, OK, "proposal"),
    Row("post", "subprocessors:edit_proposal", HANDLERS, INVALID, "proposal"),
    Row("post", "subprocessors:drop", HANDLERS, FOUND, "proposal"),
    Row("get", "mailings:change", EVERYBODY, OK, "announced"),
    Row("post", "mailings:change", DECIDERS, INVALID, "announced"),
    Row("post", "subprocessors:announce", DECIDERS, FOUND, "proposal"),
    Row("get", "subprocessors:go", EVERYBODY, OK, "announced"),
    Row("get", "subprocessors:one", EVERYBODY, OK, "one"),
    Row("post", "subprocessors:one", HANDLERS, INVALID, "one"),
    Row("post", "subprocessors:window", HANDLERS, FOUND, "one"),
    Row("post", "subprocessors:decide", DECIDERS, FOUND, "announced"),
    Row("post", "subprocessors:withdraw", DECIDERS, FOUND, "announced"),
    Row("post", "subprocessors:carry_out", HANDLERS, FOUND, "announced"),
    Row("post", "subprocessors:reply_bounced", HANDLERS, FOUND, "announced"),
    Row("post", "subprocessors:mend_reply", DECIDERS, FOUND, "announced"),
    Row("get", "subprocessors:export_go", EVERYBODY, OK, "export"),
)


@pytest.fixture(scope="module")
def subjects(ours: Tenant) -> dict[str, tuple[Any, ...]]:
    owner, actor = ours.members[Role.OWNER].user, ours.actor(Role.OWNER)
    of = ours.organisation
    row, child = (actions.add(of, About(name=name), actor=actor, now=NOW) for name in ("Hostwerk", "Datawerk"))
    actions.put_behind(row, child, Standing(), actor=actor, now=NOW)
    on_file = OnFile(country="US", kind="clauses", signed_on=date(2026, 1, 5))
    safeguard = actions.file_safeguard(row, on_file, by=owner, actor=actor, now=NOW)
    table = importing.put_in(of, "x.csv", b"sub-processor\nMailwerk\n", by=owner, now=NOW)
    what = Proposed(
        kind="add", sub_processor=row, replaced=None, role="", countries=("NL",), services=(),
        planned_on=date(2027, 3, 1), why="", reply_to="", window_days=None,
    )  # fmt: skip
    proposal, announced = (proposing.propose(of, what, by=owner, actor=actor, now=NOW) for _ in range(2))
    worlds.agreement(of, GENERAL)
    announcing.announce(announced, based_on=1, actor=actor, now=NOW)
    row_of = Affected.objects.get(proposal=announced)
    return {
        "": (),
        "row": (row.pk,),
        "behind": (row.pk, child.pk),
        "safeguard": (row.pk, safeguard.pk),
        "import": (table.pk,),
        "form": ("csv",),
        "proposal": (proposal.pk,),
        "announced": (announced.pk,),
        "one": (announced.pk, row_of.pk),
        "export": (announced.pk, "csv"),
    }


def test_every_address_has_a_row() -> None:
    here = {name for name in names(get_resolver().url_patterns) if name.split(":")[0] == "subprocessors"}
    assert here == {row.name for row in ROWS if row.name.startswith("subprocessors:")} | PUBLIC


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_what_it_may(
    row: Row, ours: Tenant, theirs: Tenant, subjects: dict[str, tuple[Any, ...]]
) -> None:
    row.hold(ours, theirs, subjects)


def test_a_visitor_is_sent_to_sign_in(subjects: dict[str, tuple[Any, ...]]) -> None:
    for row in ROWS:
        row.hold_for_visitor(subjects)
