"""Endings and what is kept how long as rows of text, for files to download; and the words of their filters."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.web.endings.models import Basis, Choice, Ending, Item, KeptOn, Kind, NoticeBy

ENDING_STATES: Mapping[str, str | Promise] = {
    "": gettext_lazy("Everything that is open"),
    "choice": gettext_lazy("Waiting for the choice"),
    "deleting": gettext_lazy("Ended, to be returned or deleted"),
    "withheld": gettext_lazy("Return held back"),
    "completed": gettext_lazy("Completed"),
    "cancelled": gettext_lazy("Taken back"),
    "all": gettext_lazy("All"),
}
ITEM_STATES: Mapping[str, str | Promise] = {
    "": gettext_lazy("Everything that is kept"),
    "due": gettext_lazy("Clock runs"),
    "late": gettext_lazy("Past its last day"),
    "held": gettext_lazy("Under a legal hold"),
    "kept": gettext_lazy("Kept on a ground of the law"),
    "unplanned": gettext_lazy("Without a last day yet"),
    "deleted": gettext_lazy("Deleted"),
    "all": gettext_lazy("All"),
}


def ending_heads() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("Reference"), _("Party"), _("Agreement"), _("Notice"), _("By whom"), _("Last day"), _("Choice"), _("Choice until"),
        _("Returned"), _("To empty"), _("Places"), _("Completed"),
    )  # fmt: skip


def ending_cells(row: Ending) -> tuple[str, ...]:
    """A line of the list of endings."""
    counted = row.__dict__
    return (
        str(row.event_id),
        row.agreement.counterparty_name,
        row.agreement.title,
        row.noticed_on.isoformat(),
        str(NoticeBy(row.notice_by).label),
        row.ends_on.isoformat(),
        str(Choice(row.choice).label) if row.choice else "",
        _moment(row.choice_until),
        _moment(row.returned_at),
        str(counted.get("to_do", "")),
        str(counted.get("places", "")),
        _moment(row.completed_at),
    )


def item_heads() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("What"), _("Kind"), _("Service"), _("Sub-processor"), _("Party"), _("Agreement"), _("Term"), _("Clause"),
        _("Last day"), _("Kept until"), _("Ground"), _("Under a legal hold"), _("Deleted"), _("How"),
        _("SHA-256 of the proof"),
    )  # fmt: skip


def item_cells(row: Item) -> tuple[str, ...]:
    """A line of the list of what is kept."""
    return (
        row.name,
        str(Kind(row.kind).label),
        row.service,
        row.name if row.kind == Kind.SUB_PROCESSOR else row.contact_name,
        row.agreement.counterparty_name,
        row.agreement.title,
        term(row),
        row.provision,
        row.last_day.isoformat() if row.last_day else "",
        row.kept_until.isoformat() if row.kept_until else "",
        (row.kept_provision or str(KeptOn(row.kept_on).label)) if row.kept_on else "",
        _("yes") if row.__dict__.get("held") else "",
        _moment(row.deleted_at),
        row.method,
        row.proof_sha256,
    )


def term(row: Item) -> str:
    """How long it is kept, in words."""
    if row.said:
        return row.said
    if row.period == "P0D":
        return _("until the end of the agreement")
    return f"{labels.period(row.period, (get_language() or 'nl')[:2])} {Basis(row.basis).label}"


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M") if at else ""
