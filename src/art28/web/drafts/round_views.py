"""The pages of a round: sending, what came back and what we decide on it; and the page behind the link."""

from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.comparing.compare import compare
from art28.comparing.redline import redline as written_redline
from art28.drafting.draft import InvalidDraft
from art28.extraction.extract import extract
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import reasons
from art28.web.drafts import blanks, deciding, documents, drawing, links, measuring, queries, rounds
from art28.web.drafts.actions import StateChanged
from art28.web.drafts.chosen import chosen_in, clauses_of, drafted
from art28.web.drafts.forms import FactsForm
from art28.web.drafts.models import Change, Decision, Draft, Kind, Returned, Round
from art28.web.drafts.returning import own_document
from art28.web.drafts.views import found
from art28.web.uploads import takes_files

_WRONG = {
    "empty": gettext_lazy("This file is empty. Choose the one that holds your text."),
    "too_large": gettext_lazy("This file is too large: at most %(most)s MB. Leave pictures and scans out."),
    "already_there": gettext_lazy("This very file was handed back already."),
    "most": gettext_lazy("There is no room for more files in this round. Mail it to whoever sent you this link."),
}


class SendForm(forms.Form):
    """To whom a version goes."""

    recipient_name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    recipient = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    message = forms.CharField(
        label=gettext_lazy("Some words beside it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    days = forms.IntegerField(label=gettext_lazy("The link works for (days)"), min_value=1, max_value=365, initial=30)


class RemarkForm(forms.Form):
    """Something said of a clause."""

    name = forms.CharField(max_length=200)
    text = forms.CharField(max_length=4000)
    clause = forms.RegexField(r"\d{1,2}\.\d{1,2}", max_length=12, required=False)


class NameForm(forms.Form):
    """Who does this."""

    name = forms.CharField(max_length=200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def send(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Send the newest version to the other side."""
    draft = found(request, draft_id)
    version = queries.version(draft)
    contact = queries.contact_for_contract(draft)
    initial = {"recipient": contact.email, "recipient_name": contact.name} if contact else {}
    form = SendForm(request.POST if request.method == "POST" else None, initial=initial)
    context = {"draft": draft, "form": form, "version": version}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "drafts/send.html", context, status=status)
    try:
        rounds.send(
            draft, rounds.Sending(**form.cleaned_data), by=request.user, actor=request.actor, now=timezone.now()
        )
    except rounds.NotComplete as error:
        wrong = _("Still to be filled in: %(what)s. A draft with blanks doesn't leave; change it first.")
        form.add_error(None, wrong % {"what": blanks.listed(error.keys)})
        return render(request, "drafts/send.html", context, status=422)
    except StateChanged:
        messages.error(request, _("Nothing was sent: this draft is being signed, or is over already."))
    else:
        messages.success(request, _("It is sent to %(to)s.") % {"to": form.cleaned_data["recipient"]})
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


@require_safe
@requires(Right.READ)
def changes(request: MemberRequest, returned_id: UUID) -> HttpResponse:
    """What came back, change by change."""
    return _changes(request, _returned(request, returned_id))


def _changes(request: MemberRequest, returned: Returned, status: int = 200, wrong: str = "") -> HttpResponse:
    draft, made = returned.round.draft, returned.round
    may = request.membership.may(Right.CONFIRM) and draft.may_change and draft.version == made.version.number
    lines = [_line(each, draft, may) for each in queries.changes(returned)]
    stands = measuring.positions(returned, get_language() or "nl")
    for line in lines:
        line["stands"] = [each for each in stands if each["fact"] and each["fact"] == line["change"].key]
    beside = {line["change"].key for line in lines if line["stands"]}
    context = {
        "draft": draft,
        "round": made,
        "returned": returned,
        "reason": reasons.unreadable(returned.reason) if returned.reason else "",
        "lines": lines,
        "findings": queries.findings(returned, get_language() or "nl"),
        "stands": [each for each in stands if each["fact"] not in beside],
        "left": sum(not each["change"].decision for each in lines),
        "may_decide": may,
        "wrong": wrong,
    }
    return render(request, "drafts/changes.html", context, status=status)


def _line(change: Change, draft: Draft, may: bool) -> dict[str, Any]:  # noqa: FBT001 - of a page
    field = None
    if may and change.kind == Kind.FACT:
        value = change.counter if change.counter is not None else change.ours
        said = {change.key: _tupled(value)} if value is not None else {}
        form = FactsForm(template=clauses_of(draft.template), language=draft.language, said=said)
        name = form.only(change.key)
        field = form[name] if name in form.fields else None
    return {"change": change, "field": field}


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@require_POST
@requires(Right.CONFIRM)
def decide(request: MemberRequest, change_id: UUID) -> HttpResponse:
    """Accept, refuse or counter one change."""
    change = queries.change(request.organisation, change_id)
    decision = request.POST.get("decision", "")
    if change is None or decision not in Decision.values or not decision:
        raise Http404
    returned = change.returned
    counter: Any = None
    if decision == Decision.COUNTERED:
        counter = _counter(request, change)
        if counter is None:
            wrong = _("Fill in what you would rather have.")
            return _changes(request, returned, status=422, wrong=wrong)
    try:
        deciding.decide(
            change,
            Decision(decision),
            counter=counter,
            reason=request.POST.get("reason", "").replace("\x00", ""),
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except StateChanged:
        messages.error(request, _("Nothing was changed: a newer version has been made meanwhile."))
    return HttpResponseRedirect(f"{reverse('drafts:changes', args=(returned.pk,))}#change-{change.order}")


def _counter(request: MemberRequest, change: Change) -> Any:
    if change.kind == Kind.CLAUSE:
        return " ".join(request.POST.get("counter", "").replace("\x00", "").split())[:8000] or None
    form = FactsForm(
        request.POST,
        template=clauses_of(change.returned.round.draft.template),
        language=change.returned.round.draft.language,
    )
    name = form.only(change.key)
    if name not in form.fields or not form.is_valid():
        return None
    value = form.given(change.key)
    return [*value] if isinstance(value, tuple) else value


@require_POST
@requires(Right.CONFIRM)
def conclude(request: MemberRequest, returned_id: UUID) -> HttpResponse:
    """Make the version that follows from the decisions."""
    returned = _returned(request, returned_id)
    draft = returned.round.draft
    why = _("After round %(number)s") % {"number": returned.round.number}
    try:
        deciding.conclude(returned, why=why, by=request.user, actor=request.actor, now=timezone.now())
    except deciding.StillOpen:
        return _changes(request, returned, status=422, wrong=_("Decide on every change first."))
    except deciding.CantGo as error:
        wrong = _("%(place)s can't go by its words alone: refuse this, and leave the fact out instead.")
        return _changes(request, returned, status=422, wrong=wrong % {"place": error.place})
    except InvalidDraft as error:
        keys = ", ".join(documents.named(error, get_language() or "nl"))
        wrong = _("No clause of ours says this: %(keys)s. Refuse it, or counter it with a value that we can word.")
        if not clauses_of(draft.template):
            wrong = _(
                "No blank of your own document takes this over: %(keys)s. Refuse it, or begin anew from a newer file of it."
            )
        return _changes(request, returned, status=422, wrong=wrong % {"keys": keys})
    except StateChanged:
        messages.error(request, _("Nothing was changed: a newer version has been made meanwhile."))
        return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))
    messages.success(request, _("The next version follows from what you decided. Look at it, and send it back."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


@require_safe
@requires(Right.READ)
def redline(request: MemberRequest, draft_id: UUID, number: int) -> HttpResponse:
    """What makes an earlier version the newest, as a Word file with tracked changes."""
    draft = found(request, draft_id)
    earlier, newest = queries.version(draft, number), queries.version(draft)
    if earlier is None or newest is None or earlier.number == newest.number:
        raise Http404
    one, other = (extract(own_document(drafted(draft, each))) for each in (earlier, newest))
    at = newest.at.astimezone(UTC).replace(microsecond=0)
    data = written_redline(compare(one, other), language=draft.language, at=at)
    name = f"{earlier.number}-{newest.number}.docx"
    return downloads.document(data, name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(link=partial(links.behind, rounds.KIND))
def read(request: HttpRequest, token: str) -> HttpResponse:
    """The draft for whoever holds the link: to read, to remark on, to hand back, to agree with. Opening it says nothing."""
    made, is_open = rounds.open_round(token, now=timezone.now())
    if made is None:
        return links.dead(request)
    with translation.override(made.draft.language):
        if request.method == "POST":
            if any(each.pk == made.organisation_id for each in getattr(request, "organisations", ())):
                raise PermissionDenied
            return _answered(request, made, token)
        return _read(request, made, token, is_open=is_open)


def _read(
    request: HttpRequest, made: Round, token: str, *, is_open: bool, wrong: str = "", status: int = 200
) -> HttpResponse:
    version = made.version
    page = drawing.drawn(
        drafted(made.draft, version), chosen_in(version).facts, spoken=made.draft.language, on=timezone.localdate()
    )
    said = list(queries.remarks(made))
    context = {
        "round": made,
        "draft": made.draft,
        "token": token,
        "page": page,
        "is_open": is_open,
        "remarks": {number: [each for each in said if each.clause == number] for number in {r.clause for r in said}},
        "whole": [each for each in said if not each.clause],
        "returned": [(each, reasons.unreadable(each.reason)) for each in queries.returned(made)],
        "wrong": wrong,
        "forms": documents.FORMS,
        "largest": settings.UPLOAD_MAX_BYTES // (1024 * 1024),
        "name": request.POST.get("name", "") or made.answered_by or made.recipient_name,
    }
    response = render(request, "drafts/read.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = made.draft.language
    return response


def _answered(request: HttpRequest, made: Round, token: str) -> HttpResponse:
    """Carry out what the other side does; whatever is refused is said on the same page, and nothing is kept."""
    now, what = timezone.now(), request.POST.get("what", "")
    try:
        wrong = {"remark": _remark, "hand_back": _hand_back, "agree": _agree}.get(what, _nothing)(request, made, now)
    except rounds.Over:
        wrong = _("This round is over: the link has run out, or a newer version was sent. Nothing was kept.")
    except rounds.Refused as error:
        wrong = str(_WRONG[error.code])
        if error.code == "too_large":
            wrong %= {"most": settings.UPLOAD_MAX_BYTES // (1024 * 1024)}
    if wrong:
        return _read(request, made, token, is_open=rounds.open_round(token, now=now)[1], wrong=wrong, status=422)
    return HttpResponseRedirect(reverse("drafts:read", args=(token,)))


def _remark(request: HttpRequest, made: Round, now: datetime) -> str:
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _("Give your name and your remark.")
    given = form.cleaned_data
    rounds.remark(
        made, clause=given["clause"], text=given["text"], name=given["name"], by=None, actor=rounds.OTHER_SIDE, now=now
    )
    return ""


def _hand_back(request: HttpRequest, made: Round, now: datetime) -> str:
    form, file = NameForm(request.POST), request.FILES.get("file")
    if not form.is_valid() or file is None:
        return _("Give your name and choose a file.")
    largest = settings.UPLOAD_MAX_BYTES
    data = file.read(largest + 1)
    rounds.hand_back(
        made, file_name=file.name or "", data=data, name=form.cleaned_data["name"], largest=largest, now=now
    )
    return ""


def _agree(request: HttpRequest, made: Round, now: datetime) -> str:
    form = NameForm(request.POST)
    if not form.is_valid() or not request.POST.get("sure"):
        return _("Give your name, and say that you agree with this text.")
    rounds.agree(made, name=form.cleaned_data["name"], now=now)
    return ""


def _nothing(_request: HttpRequest, _made: Round, _now: datetime) -> str:
    return _("Nothing was kept: the form was incomplete.")


@never_cache
@require_safe
def read_document(_request: HttpRequest, token: str, form: str) -> HttpResponse:
    """The version of a round as a document, for whoever holds the link."""
    made, _open = rounds.open_round(token, now=timezone.now())
    if made is None or form not in documents.FORMS:
        raise Http404
    return documents.download(made.draft, made.version, form)


def _returned(request: MemberRequest, returned_id: UUID) -> Returned:
    returned = queries.one_returned(request.organisation, returned_id)
    if returned is None:
        raise Http404
    return returned
