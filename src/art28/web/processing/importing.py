"""A table of own activities -> what it would change, shown first; then done, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.forms import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from art28.web import tabular, taking_over
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.processing import columns, own
from art28.web.processing.forms import CountriesField
from art28.web.processing.models import Import, LegalBasis, OwnActivity
from art28.web.services.spelling import items
from art28.web.taking_over import BadCell, Column, Fault, Plan

HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("activiteit", "activity"),
    "purposes": ("doeleinden", "purposes"),
    "joint_controller": ("gezamenlijk verwerkingsverantwoordelijke", "joint controller"),
    "legal_basis": ("grondslag", "legal basis"),
    "data_subjects": ("betrokkenen", "data subjects"),
    "data": ("gegevens", "data"),
    "special": ("bijzondere gegevens", "bijzondere of gevoelige gegevens", "special data", "special or sensitive data"),
    "recipients": ("ontvangers", "recipients"),
    "countries": ("buiten de eer", "outside the eea"),
    "safeguards": ("waarborgen bij doorgifte", "safeguards for transfers", "waarborgen", "safeguards"),
    "retention": ("bewaartermijn", "bewaard", "retention", "kept for"),
    "measures": ("maatregelen", "measures"),
    "owner": ("eigenaar", "owner"),
}
KNOWN = (tabular.Heads("own", HEADS, (("name",), ("purposes", "data", "data_subjects"))),)
_MOST = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """An activity as it is (None: new) and what of it the file has otherwise."""

    row: OwnActivity | None
    name: str
    said: Mapping[str, Any]


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    row: Import = taking_over.keep(Import, KNOWN, organisation, name, data, by, now)
    return row


def plan(found: Import) -> Plan[Difference]:
    """What the file would change now; a column that the file lacks is left as it is."""
    held = {row.name: row for row in OwnActivity.objects.filter(organisation=found.organisation_id, ended_at=None)}
    differing: list[Difference] = []
    faults: list[Fault] = []
    same = 0
    for said in taking_over.wanted(found, spelled, lambda read: str(read["name"]), faults):
        row = held.get(said["name"])
        changed = {key: value for key, value in own.plain(said).items() if row is None or getattr(row, key) != value}
        if changed:
            differing.append(Difference(row, said["name"], changed))
        else:
            same += 1
    return Plan(tuple(differing), same, tuple(faults))


def spelled(cells: Mapping[str, str]) -> dict[str, Any]:
    """A row as an activity's columns, those that it has. Raises `BadCell`."""
    name = " ".join(cells.get("name", "").split())
    if not name or len(name) > 200:
        raise BadCell("name", "name", name)
    found: dict[str, Any] = {"name": name}
    for key, text in cells.items():
        if key == "countries":
            try:
                found[key] = CountriesField(required=False).clean(text)
            except ValidationError as error:
                raise BadCell(key, "country", text) from error
        elif key in own.LISTS:
            found[key] = items(text)
        elif key == "legal_basis":
            found[key] = _basis(text)
        elif key != "name":
            found[key] = " ".join(text.split())[
                : 200 if key == "owner" else 300 if key == "joint_controller" else _MOST
            ]
    return found


def _basis(text: str) -> str:
    """A legal basis by its letter, alone, in "6(1)(b)" or behind its name: "contract (b)"."""
    letters = text.casefold().replace("6(1)", "").replace("(", " ").replace(")", " ").split()
    found = [each for each in letters if each in LegalBasis.values]
    if letters and len(found) != 1:
        raise BadCell("legal_basis", "legal_basis", text)
    return found[0] if found else ""


@transaction.atomic
def apply(found: Import, *, actor: Actor, now: datetime) -> Plan[Difference]:
    """Take over what the file changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    taking_over.begin(found, now)
    wanted = plan(found)
    for each in wanted.changes:
        if each.row is None:
            own.add(found.organisation, each.said, actor=actor, now=now)
        else:
            own.change(each.row, each.said, based_on=each.row.version, actor=actor, now=now)
    content = {"file": found.name, "activities": len(wanted.changes), "left_out": len(wanted.faults)}
    record(
        organisation=found.organisation,
        actor=actor,
        kind="own_activity.imported",
        subject=found,
        at=now,
        content=content,
    )
    return wanted


def _line(each: Difference) -> tuple[str, tuple[Column, ...]]:
    if each.row is None:
        return each.name, ()
    after = OwnActivity(**{**{name: getattr(each.row, name) for name in HEADS}, **each.said})
    changed = (
        Column(str(label).lower(), value(each.row), value(after))
        for name, label, value in columns.OWN
        if name in each.said
    )
    return each.name, tuple(changed)


FAULTS: Mapping[str, str | Promise] = {
    "name": gettext_lazy("the activity has no name, or one of more than 200 characters"),
    "twice": gettext_lazy("it stands in the table twice; the first is taken over"),
    "country": gettext_lazy("write countries as two letters, such as NL or DE"),
    "legal_basis": gettext_lazy("write the legal basis by its letter in Art. 6(1): a, b, c, d, e or f"),
}
TAKING = taking_over.Taking(
    model=Import,
    plan=plan,
    apply=lambda found, by: apply(found, actor=by.actor, now=by.now),
    title=gettext_lazy("Activities"),
    line=_line,
    faults=FAULTS,
    upload="processing:upload",
    take="processing:apply",
    list="processing:own",
    done=gettext_lazy("Taken over: %(changes)s activities. Left out: %(faults)s rows."),
)
