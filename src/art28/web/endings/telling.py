"""How an ending stands, in words: parties, steps, until when, what goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.obligations.ending import Outlives, Surviving
from art28.web.agreements.models import Direction
from art28.web.endings.models import Choice, Ending, Item, Kind, NoticeBy
from art28.web.endings.saying import agreed_of, cited, clause

_OUTLIVES: dict[Outlives, str | Promise] = {
    Outlives.SECRECY: gettext_lazy("Secrecy about the data and what was learnt of them"),
    Outlives.BREACHES: gettext_lazy("Notifying a breach of what is still kept"),
    Outlives.CLAIMS: gettext_lazy("Liability, and the term within which claims are made"),
    Outlives.BY_NATURE: gettext_lazy("Duties that by their nature outlive the agreement"),
}

GIVEN_BY: dict[str, str | Promise] = {
    NoticeBy.CONTROLLER: gettext_lazy("given by the controller"),
    NoticeBy.PROCESSOR: gettext_lazy("given by the processor"),
    NoticeBy.BOTH: gettext_lazy("agreed by both"),
    NoticeBy.TERM: gettext_lazy("none: the term ran out"),
}
"""Whose notice it was, after its date."""


def parties(row: Ending) -> tuple[str, str]:
    """The controller and the processor by name."""
    agreement = row.agreement
    ours = agreement.legal_entity.name if agreement.legal_entity else row.organisation.name
    other = agreement.counterparty_name or agreement.title
    return (ours, other) if agreement.direction == Direction.CONTROLLER else (other, ours)


def outliving(found: Sequence[Surviving]) -> list[str]:
    """What goes on, each with its clause or article."""
    return [f"{_OUTLIVES[each.what]} ({cited(each.provision, each.gdpr or '28(3)(g)')})" for each in found]


def last_day(until: datetime | None, row: Ending) -> date | None:
    """The last day of a limit that ends as a day does."""
    if until is None:
        return None
    return (until - timedelta(minutes=1)).astimezone(ZoneInfo(row.organisation.time_zone)).date()


def until(place: Item) -> str:
    """By when it is to be gone, in words."""
    if place.last_day is not None:
        return _("until %(day)s") % {"day": date_format(place.last_day, "j F Y")}
    if place.kind == Kind.BACKUP:
        return _("%(days)s days after the systems are empty") % {"days": place.period.strip("PD")}
    return _("no day set")


@dataclass(frozen=True, slots=True)
class Attesting:
    """A sub-processor that can attest: its link, and a mail to its contact that holds it."""

    name: str
    contact_email: str
    url: str
    mailto: str


def attesting(left: Sequence[Item]) -> tuple[Attesting, ...]:
    """Those that haven't yet."""
    return tuple(_attesting(each) for each in left if each.token and each.kept_until is None)


def _attesting(place: Item) -> Attesting:
    url = settings.PUBLIC_URL + reverse("endings:attest", args=(place.token,))
    told = {"until": until(place), "service": place.service or place.name, "url": url}
    body = _(
        "Would you state that the data for %(service)s have been deleted (%(until)s)? That can be done on this page: %(url)s"
    )
    query = urlencode({"subject": _("Statement of deletion"), "body": body % told}, quote_via=quote)
    return Attesting(place.name, place.contact_email, url, f"mailto:{quote(place.contact_email)}?{query}")


@dataclass(frozen=True, slots=True)
class Step:
    """A station of the ending: what it is, how it stands (done, waiting, late, held, ahead), and the line below it."""

    name: str
    tone: str
    when: datetime | date | None
    said: str
    clause: str = ""


def steps(row: Ending, places: Sequence[Item], *, now: datetime, held: bool) -> tuple[Step, ...]:
    """The way from notice to certificate, as it stands."""
    agreed = agreed_of(row.agreed)
    done, ahead = "done", ""
    left = [each for each in places if each.deleted_at is None and each.kept_until is None]
    late = any(each.due_at is not None and each.due_at <= now for each in left)
    ended = row.ended_at <= now
    return (
        Step(
            _("Notice of termination"),
            done,
            row.noticed_on,
            str(GIVEN_BY[row.notice_by]),
            cited(row.clause) if row.clause else "",
        ),
        Step(_("End"), done if ended else "waiting", row.ends_on, "" if ended else _("still to come")),
        _choice(row, now, clause(agreed, "end.choice_window", "end.data")),
        *_return(row),
        Step(
            _("Deletion"),
            "held"
            if held and left
            else done
            if not left
            else "late"
            if late
            else "waiting"
            if row.chosen_at
            else ahead,
            max((each.last_day for each in left if each.last_day), default=None),
            _("%(done)s of %(all)s places")
            % {"done": len([e for e in places if e.deleted_at]), "all": _counted(places)},
            clause(agreed, "end.deadline", "end.data"),
        ),
        Step(
            _("Certificate"),
            done if row.completed_at else "waiting" if not left and row.chosen_at else ahead,
            row.completed_at,
            _("in Dutch and English"),
            cited(agreed.clause("end.certificate")) if agreed.clause("end.certificate") else "",
        ),
    )


def _counted(places: Sequence[Item]) -> int:
    return len([each for each in places if each.kept_until is None or each.deleted_at])


def _choice(row: Ending, now: datetime, by: str) -> Step:
    if row.chosen_at is not None:
        said = f"{Choice(row.choice).label}, {row.get_chosen_how_display()}"
        return Step(_("Choice"), "done", row.chosen_at, said, by)
    late = row.choice_until is not None and row.choice_until <= now
    said = _("the window has passed without one") if late else _("waiting for the controller")
    return Step(_("Choice"), "late" if late else "waiting", last_day(row.choice_until, row), said, by)


def _return(row: Ending) -> tuple[Step, ...]:
    if row.choice != Choice.RETURN:
        return ()
    if row.returned_at is not None:
        return (Step(_("Return"), "done", row.returned_at, row.return_format),)
    if row.is_withheld:
        said = _("held back for what is unpaid; disputed") if row.disputed_at else _("held back for what is unpaid")
        return (Step(_("Return"), "held", row.withheld_at, said),)
    return (Step(_("Return"), "waiting", None, _("to be handed over with checksums")),)
