"""The lists of staff as CSV without end, or as a workbook."""

from collections.abc import Iterable, Iterator

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from art28.web import downloads
from art28.web.downloads import Table
from art28.web.people import finding
from art28.web.people.models import Grant, Movement, Operation, StaffMember, Training


def answer(table: Table, form: str) -> HttpResponseBase:
    """The table as CSV or XLSX; 404 for another form."""
    return downloads.table(table, downloads.dated(table.title.casefold().replace(" ", "-")), form)


def staff(rows: Iterable[StaffMember]) -> Table:
    """The people of a list."""
    heads = (
        _("Staff number"),
        _("Name"),
        _("Works as"),
        _("Function"),
        _("Role"),
        _("First day"),
        _("Last day"),
        _("Confidentiality"),
        _("Duties accepted"),
        _("Certificate of conduct of"),
        _("Security instruction"),
        _("Access to data"),
        _("Means"),
    )
    return Table(_("Staff"), heads, (_of_member(row) for row in rows))


def _of_member(row: StaffMember) -> Iterator[str]:
    found = vars(row)
    yield row.reference
    yield row.identity.name
    yield row.get_kind_display()
    yield row.function
    yield row.role.name if row.role else ""
    yield row.joined_on.isoformat()
    yield row.leaves_on.isoformat() if row.leaves_on else ""
    yield _("yes") if found["is_bound"] else _("no")
    yield _("yes") if found["has_accepted"] else _("no")
    yield found["screened_on"].isoformat() if found["screened_on"] else ""
    yield _("yes") if found["is_instructed"] else _("no")
    yield str(found["access_count"])
    yield str(found["means_count"])


def access(rows: Iterable[Grant], known: finding.Held) -> Table:
    """The access of a list, with what is found about it."""
    heads = (
        _("Staff number"),
        _("Name"),
        _("Customer"),
        _("Service"),
        _("System"),
        _("Account"),
        _("Is allowed to"),
        _("Need"),
        _("Granted"),
        _("Withdrawn"),
        _("Removed"),
        _("Finding"),
    )
    return Table(_("Access to data"), heads, (_of_grant(row, known) for row in rows))


def _of_grant(row: Grant, known: finding.Held) -> Iterator[str]:
    yield row.member.reference
    yield row.member.identity.name
    yield row.agreement.counterparty_name or row.agreement.title
    yield row.service.name if row.service else ""
    yield row.system
    yield row.account
    yield ", ".join(str(Operation(each).label) for each in row.operations)
    yield row.need
    for at in (row.granted_at, row.withdrawn_at, row.removed_at):
        yield timezone.localtime(at).isoformat(" ", "minutes") if at else ""
    yield ", ".join(str(finding.LABELS[each]) for each in known.findings(row))


def movements(rows: Iterable[Movement]) -> Table:
    """Who joined, moved and left."""
    heads = (
        _("Day"),
        _("What"),
        _("Staff number"),
        _("Name"),
        _("Role before"),
        _("Role after"),
        _("Withdrawn"),
        _("By whom"),
    )
    return Table(
        _("Joined, moved, left"),
        heads,
        (
            (
                row.on.isoformat(),
                row.get_move_display(),
                row.member.reference,
                row.member.identity.name,
                row.role_before,
                row.role_after,
                str(row.withdrawn),
                str(row.by or ""),
            )
            for row in rows
        ),
    )


def trainings(rows: Iterable[Training]) -> Table:
    """What was taught."""
    heads = (_("Day"), _("What"), _("About"), _("Sensitive data"), _("Refreshed by"), _("Participants"))
    return Table(
        _("Trainings"),
        heads,
        (
            (
                row.on.isoformat(),
                row.get_kind_display(),
                row.title,
                _("yes") if row.sensitive else _("no"),
                row.next_on.isoformat() if row.next_on else "",
                str(vars(row)["people"]),
            )
            for row in rows
        ),
    )
