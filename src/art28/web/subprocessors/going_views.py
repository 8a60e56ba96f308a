"""The pages of an announced change: go or no-go, one agreement with what was said, the decision, the day itself."""

from collections.abc import Iterator
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.flowdown.checklist import checklist
from art28.web.flowdown.telling import LACKS
from art28.web.subprocessors import announcing, answering, deciding, impacts, proposals, settling, telling
from art28.web.subprocessors.answer_forms import AnswerForm, ReasonForm, ReplyForm, WindowForm
from art28.web.subprocessors.deciding import Block
from art28.web.subprocessors.models import Affected, Kind, Proposal, Standing, State
from art28.web.subprocessors.proposal_views import proposal_of, sought, to
from art28.web.subprocessors.proposing import StateChanged
from art28.web.subprocessors.templatetags.subprocessors import need_label
from art28.web.subprocessors.terms import KEYS
from art28.web.typed import whole

_PER_PAGE = 50


@require_POST
@requires(Right.DECIDE)
def announce(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Freeze the list; then notices are prepared."""
    found = proposal_of(request, proposal_id)
    try:
        based_on = whole(request.POST.get("version", ""))
        count = announcing.announce(found, based_on=based_on, actor=request.actor, now=timezone.now())
    except announcing.ReplyBounces:
        messages.error(
            request, _("Not announced: messages to the address for objections come back. Give another first.")
        )
        return to(found)
    except StateChanged:
        messages.error(
            request, _("Nothing was changed: somebody else changed or announced this meanwhile. Look again.")
        )
        return to(found)
    said = ngettext(
        "The list of %(n)s agreement is frozen. Tell them now.",
        "The list of %(n)s agreements is frozen. Tell them now.",
        count,
    )
    messages.success(request, said % {"n": count})
    return _going(found)


@require_safe
@requires(Right.READ)
def go(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Who objects, who has not consented, whose window is open until when, what blocks; and every agreement on the list."""
    found = proposal_of(request, proposal_id)
    if found.state == State.DRAFT:
        return to(found)
    now = timezone.now()
    block, standing, words = request.GET.get("block", ""), request.GET.get("standing", ""), sought(request)
    sort = listing.order(request, deciding.SORTS)[0]
    rows = deciding.narrowed(found, now, block=block, standing=standing, words=words, sort=sort)
    stands = deciding.go_no_go(found, now)
    may_decide, may_handle = request.membership.may(Right.DECIDE), request.membership.may(Right.HANDLE)
    context = {
        "proposal": found,
        "services": proposals.services_of(found),
        "stands": stands,
        "owed": settling.still_owed(found),
        "blocks": [(each, n) for each, n in stands.blocks.items() if n],
        "standings": [(each, stands.standings[each]) for each in Standing if each in stands.standings],
        "page": Paginator(rows, _PER_PAGE).get_page(request.GET.get("page")),
        "block": block if block in set(Block) else "",
        "standing": standing,
        "q": words,
        "sort": sort,
        "sorts": listing.orders(deciding.SORTS),
        "now": now,
        "may_tell": may_decide and found.state == State.ANNOUNCED,
        "may_decide": may_decide and found.state == State.ANNOUNCED and stands.may_decide,
        "may_withdraw": may_decide and found.state in (State.ANNOUNCED, State.DECIDED),
        "may_carry_out": may_handle and found.state == State.DECIDED and stands.may_decide and not stands.hindrances,
        "may_handle": may_handle and found.state == State.ANNOUNCED,
        "may_renew": may_decide,
        "what_changed": f"{found.get_kind_display()}: {found.sub_processor.name}. {found.why}".strip(),
        "reason_form": ReasonForm(auto_id="id_decide_%s"),
        "withdraw_form": ReasonForm(auto_id="id_withdraw_%s"),
        "reply_form": ReplyForm(initial={"address": "", "days": found.window_days}, auto_id="id_reply_%s"),
    }
    return render(request, "subprocessors/go.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def one(request: MemberRequest, proposal_id: UUID, affected_id: UUID) -> HttpResponse:
    """One agreement: what it asks and why, until when its other side may object, what was said; and keeping what was."""
    found = proposal_of(request, proposal_id)
    row = _affected(found, affected_id)
    now, kinds = timezone.now(), answering.offered(row)
    may = request.membership.may(Right.HANDLE) and found.state in (State.ANNOUNCED, State.DECIDED)
    form = AnswerForm(kinds=kinds, now=now, initial={"at": now})
    if request.method == "POST":
        if not may:
            return render(request, "errors/403.html", status=403)
        form = AnswerForm(request.POST, kinds=kinds, now=now)
        if form.is_valid() and _kept(request, form, row):
            return HttpResponseRedirect(reverse("subprocessors:one", args=(found.pk, row.pk)))
    flowing = checklist(found.sub_processor, timezone.localdate()) if found.kind != Kind.REMOVE else None
    context = {
        "proposal": found,
        "row": row,
        "window": telling.window_of(
            row, found, row.message.handed_over_at if row.message else now, telling.language_for(row.agreement)
        ),
        "cut": row.window_ends_at is not None
        and row.window_ends_at > impacts.begins_at(found.planned_on, _zone(found)),
        "passages": impacts.passages(request.organisation, [row.agreement_id], KEYS),
        "answers": proposals.answers(row),
        "flow_down": flowing,
        "flow_lacks": [LACKS[each] for each in flowing.contract_lacks] if flowing else (),
        "form": form,
        "window_form": WindowForm(initial={"day": row.own_window_on}),
        "now": now,
        "may_handle": may,
    }
    return render(request, "subprocessors/one.html", context, status=422 if request.method == "POST" else 200)


def _kept(request: MemberRequest, form: AnswerForm, row: Affected) -> bool:
    try:
        answering.answer(row, form.said(), by=request.user, actor=request.actor, now=timezone.now())
    except answering.NotNow:
        form.add_error(None, _("Not kept: somebody else kept another answer meanwhile, or the change is over."))
        return False
    messages.success(request, _("Kept."))
    return True


@require_POST
@requires(Right.HANDLE)
def window(request: MemberRequest, proposal_id: UUID, affected_id: UUID) -> HttpResponse:
    """Set a last day to object."""
    found = proposal_of(request, proposal_id)
    row = _affected(found, affected_id)
    form = WindowForm(request.POST)
    if form.is_valid() and found.state == State.ANNOUNCED:
        answering.set_window(row, form.cleaned_data["day"], actor=request.actor, now=timezone.now())
        messages.success(request, _("Kept. Of this day and the agreement's own period the later counts."))
    else:
        messages.error(request, _("Nothing was changed."))
    return HttpResponseRedirect(reverse("subprocessors:one", args=(found.pk, row.pk)))


@require_POST
@requires(Right.DECIDE)
def decide(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Decide that it goes ahead."""
    found, form = proposal_of(request, proposal_id), ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it can go ahead."))
        return _going(found)
    try:
        reason = form.cleaned_data["reason"]
        deciding.decide(found, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
    except deciding.Blocked:
        messages.error(request, _("It can't go ahead yet: below stands what is in the way."))
    except StateChanged:
        messages.error(request, _("Nothing was changed: it no longer waits for a decision."))
    else:
        messages.success(request, _("Decided. On the day, say that it was carried out; the registers then follow."))
    return _going(found)


@require_POST
@requires(Right.DECIDE)
def withdraw(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Take an announced change back."""
    found, form = proposal_of(request, proposal_id), ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it is withdrawn."))
        return _going(found)
    try:
        reason = form.cleaned_data["reason"]
        deciding.withdraw(found, reason=reason, by=request.user, actor=request.actor, now=timezone.now())
    except StateChanged:
        messages.error(request, _("Nothing was changed: it was carried out or withdrawn meanwhile."))
    else:
        messages.success(request, _("Withdrawn. Its clocks stop; whoever was told is best told this too."))
    return _going(found)


@require_POST
@requires(Right.HANDLE)
def carry_out(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """On the day: let the registers follow."""
    found = proposal_of(request, proposal_id)
    try:
        changed = deciding.carry_out(found, actor=request.actor, now=timezone.now())
    except deciding.Blocked:
        messages.error(
            request, _("Not yet: its day is still to come, or something came in the way. Below stands what.")
        )
    except StateChanged:
        messages.error(request, _("Nothing was changed: it was not decided, or was carried out already."))
    else:
        said = ngettext(
            "Carried out. %(n)s service was changed.", "Carried out. %(n)s services were changed.", len(changed)
        )
        messages.success(request, said % {"n": len(changed)})
    return _going(found)


@require_POST
@requires(Right.HANDLE)
def reply_bounced(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Say that messages to the address for objections come back."""
    found = proposal_of(request, proposal_id)
    try:
        deciding.reply_came_back(found, actor=request.actor, now=timezone.now())
    except StateChanged:
        messages.error(request, _("Nothing was changed."))
    else:
        messages.success(request, _("Kept. It blocks the change until there is an address that works."))
    return _going(found)


@require_POST
@requires(Right.DECIDE)
def mend_reply(request: MemberRequest, proposal_id: UUID) -> HttpResponse:
    """Give an address that works, and more time to whoever was told the other."""
    found, form = proposal_of(request, proposal_id), ReplyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was changed: give an e-mail address and a number of days."))
        return _going(found)
    given = form.cleaned_data
    try:
        deciding.mend_reply(found, given["address"], days=given["days"], actor=request.actor, now=timezone.now())
    except StateChanged:
        messages.error(request, _("Nothing was changed."))
    else:
        messages.success(request, _("Kept. Whoever was told the other address has that much longer to object."))
    return _going(found)


@require_safe
@requires(Right.READ)
def export(request: MemberRequest, proposal_id: UUID, form: str) -> HttpResponseBase:
    """The list with what became of each, as a workbook or as CSV."""
    found, now = proposal_of(request, proposal_id), timezone.now()
    asked = {name: request.GET.get(name, "") for name in ("block", "standing")}
    sort = listing.order(request, deciding.SORTS)[0]
    rows = deciding.narrowed(found, now, **asked, words=sought(request), sort=sort)
    heads = (
        _("Counterparty"),
        _("Agreement"),
        _("Asks"),
        _("Tell before"),
        _("Told on"),
        _("May object until"),
        _("Stands"),
    )
    lines = _lines(rows.iterator(2_000))
    return downloads.table(
        downloads.Table(found.reference, heads, lines, widths=(28,), delimiter=";"), found.reference, form
    )


def _lines(rows: Iterator[Affected]) -> Iterator[list[str]]:
    for row in rows:
        moments = (row.tell_by_at, row.message.handed_over_at if row.message else None, row.window_ends_at)
        spelled = [date_format(timezone.localtime(at), "j F Y H:i") if at else "" for at in moments]
        name = row.agreement.counterparty_name
        yield [name, row.agreement.title, str(need_label(row.need)), *spelled, str(row.get_standing_display())]


def _zone(found: Proposal) -> ZoneInfo:
    return ZoneInfo(found.organisation.time_zone)


def _affected(found: Proposal, affected_id: UUID) -> Affected:
    row = proposals.one_affected(found, affected_id)
    if row is None:
        raise Http404
    return row


def _going(found: Proposal) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("subprocessors:go", args=(found.pk,)))
