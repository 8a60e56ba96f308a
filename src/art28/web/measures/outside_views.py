"""The public page on which the other side consents to a change of a measure, refuses or objects (`notices.outside`)."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from art28.securing.changing import Need
from art28.securing.differing import stretches
from art28.web.acting import StateChanged
from art28.web.measures import changing
from art28.web.measures.agreed import Affected, Answered, ChangeState
from art28.web.measures.models import MeasureVersion
from art28.web.notices import outside
from art28.web.notices.actions import RECIPIENT
from art28.web.notices.models import OutboxMessage

_OFFERED: Mapping[int, Sequence[tuple[str, str | Promise]]] = {
    Need.NOTICE: (
        (Answered.CONSENTED, _("I have no objection")),
        (Answered.OBJECTED, _("I object")),
    ),
    Need.CONSENT: (
        (Answered.CONSENTED, _("I consent")),
        (Answered.REFUSED, _("I refuse consent")),
    ),
}


def _rows(message: OutboxMessage, agreement_ids: Collection[UUID]) -> Sequence[Affected]:
    rows = Affected.objects.filter(
        organisation=message.organisation_id, change=message.subject_id, agreement__in=agreement_ids
    )
    return tuple(rows.select_related("agreement", "change__measure", "change__organisation").order_by("id"))


def _choices(row: Affected) -> Sequence[tuple[str, str | Promise]]:
    """What can be answered: nothing once the change is over, or we decided that nothing is needed."""
    if row.change.state != ChangeState.ANNOUNCED or row.standing == Answered.LIFTED:
        return ()
    return _OFFERED.get(row.need, ())


def _keep(row: Affected, said: outside.Said) -> None:
    on = said.at.astimezone(ZoneInfo(row.change.organisation.time_zone)).date()
    answer = changing.Said(standing=Answered(said.kind), text=said.text, by=said.name, on=on)
    try:
        changing.answer(row, answer, actor=RECIPIENT, now=said.at, by_link=True)
    except StateChanged as error:
        raise outside.NotKept from error


def _context(row: Affected) -> Mapping[str, object]:
    change = row.change
    before = MeasureVersion.objects.get(
        organisation=row.organisation_id, measure=change.measure_id, number=change.based_on
    )
    return {
        "change": change,
        "over": change.state != ChangeState.ANNOUNCED,
        "withdrawn": change.state == ChangeState.WITHDRAWN,
        "differs": stretches(before.text, str(change.after["text"])),
    }


def _kept_of(row: Affected) -> outside.Kept | None:
    if row.standing == Answered.OPEN:
        return None
    return outside.Kept(what=row.get_standing_display(), name=row.answered_by, text=row.answer, on=row.answered_on)


ASKING = outside.Asking(
    subject_kind=changing.KIND,
    address="measures:outside",
    template="measures/outside.html",
    rows=_rows,
    choices=_choices,
    reasoned=(Answered.REFUSED, Answered.OBJECTED),
    longest=1_000,
    keep=_keep,
    context=_context,
    kept=_kept_of,
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The change with what differs, and for each agreement that the letter is about what can be said of it."""
    return outside.page(request, token, ASKING)
