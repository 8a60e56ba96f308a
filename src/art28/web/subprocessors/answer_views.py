"""The public page on which the other side answers a change of sub-processor (`notices.outside`)."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from art28.web.notices import outside
from art28.web.subprocessors import answering
from art28.web.subprocessors.announcing import KIND
from art28.web.subprocessors.models import Affected, AnswerKind, State

_OURS: Mapping[AnswerKind, str | Promise] = {
    AnswerKind.CONSENT: _("I consent, or have no objection"),
    AnswerKind.REFUSAL: _("I refuse consent"),
    AnswerKind.OBJECTION: _("I object"),
}


def _choices(row: Affected) -> Sequence[tuple[str, str | Promise]]:
    return [(each.value, _OURS[each]) for each in answering.offered_outside(row)]


def _keep(row: Affected, said: outside.Said) -> None:
    try:
        answering.answer_by_link(row, AnswerKind(said.kind), name=said.name, text=said.text, now=said.at)
    except answering.NotNow as error:
        raise outside.NotKept from error


def _context(row: Affected) -> Mapping[str, object]:
    over = row.proposal.state in (State.DONE, State.WITHDRAWN)
    return {"now": timezone.now(), "over": over, "withdrawn": row.proposal.state == State.WITHDRAWN}


def _kept_of(row: Affected) -> outside.Kept | None:
    last = answering.last(row)
    return outside.Kept(what=last.get_kind_display(), name=last.name, text=last.text, at=last.at) if last else None


ASKING = outside.Asking(
    subject_kind=KIND,
    address="subprocessors:answer",
    template="subprocessors/answer.html",
    rows=answering.told_by,
    choices=_choices,
    reasoned=(AnswerKind.REFUSAL,),
    longest=4_000,
    keep=_keep,
    context=_context,
    kept=_kept_of,
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The change, for each agreement that the letter is about, and what can be said of it."""
    return outside.page(request, token, ASKING)
