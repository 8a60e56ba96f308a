"""What the organisation measures by: its profile, and its playbook from draft to force."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.checking.packs.pack import profiles
from art28.checking.playbooks.model import InvalidPlaybook, Playbook
from art28.checking.playbooks.reading import failed_tests, shipped, source_of
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.yardsticks import actions, queries, showing, trying
from art28.web.yardsticks.forms import PlaybookForm, profile_choices
from art28.web.yardsticks.models import PlaybookState, PlaybookVersion


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponse:
    """The profile and the playbook that count; posting chooses another profile."""
    if request.method == "POST":
        if not request.membership.may(Right.DECIDE):
            return render(request, "errors/403.html", status=403)
        chosen = request.POST.get("profile", "")
        if chosen not in profiles():
            messages.error(request, _("There is no such profile; nothing was changed."))
        elif chosen != queries.profile_of(request.organisation.pk).name:
            actions.choose_profile(
                request.organisation, chosen, by=request.user, actor=request.actor, now=timezone.now()
            )
            messages.success(request, _("Chosen. All agreements are weighed by it in the background."))
        return HttpResponseRedirect(reverse("yardsticks:index"))
    counts = queries.in_force(request.organisation.pk)
    context = {
        "profile": queries.profile_of(request.organisation.pk).name,
        "profiles": showing.profile_lines(),
        "choices": queries.choices_of(request.organisation),
        "titles": dict(profile_choices()),
        "in_force": counts,
        "rules": showing.rule_lines(queries.read(counts)) if counts is not None else (),
        "draft": queries.draft(request.organisation),
        "versions": queries.versions(request.organisation),
        "shipped": showing.shipped_lines(),
        "may_decide": request.membership.may(Right.DECIDE),
    }
    return render(request, "yardsticks/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.DECIDE)
def draft(request: MemberRequest) -> HttpResponse:
    """The playbook that is being written, its problems by line, and how all agreements would stand by it."""
    row = queries.draft(request.organisation)
    if request.method == "POST":
        form = PlaybookForm(request.POST, request.FILES)
        text = form.text() if form.is_valid() else None
        if text is None:
            messages.error(request, _("That file isn't text; nothing was changed."))
        else:
            actions.save_draft(request.organisation, text, by=request.user, actor=request.actor, now=timezone.now())
            messages.success(request, _("Saved as a draft."))
        return HttpResponseRedirect(reverse("yardsticks:draft"))
    source = row.source if row is not None else _beginning(request)
    playbook, problems = _read(source)
    counts = queries.in_force(request.organisation.pk)
    in_force = queries.read(counts) if counts is not None else None
    failures = tuple(failed_tests(playbook, on=timezone.localdate())) if playbook is not None else ()
    context = {
        "draft": row,
        "form": PlaybookForm(initial={"source": source}),
        "problems": problems,
        "failures": showing.problem_lines(source, failures),
        "tests": len(playbook.tests) if playbook is not None else 0,
        "lines": showing.tried_lines(trying.tried(request.organisation, playbook, in_force, on=timezone.localdate()))
        if playbook is not None and row is not None
        else (),
        "positions": showing.positions(),
        "in_force": counts,
        "may_count": row is not None and playbook is not None and not failures,
    }
    return render(request, "yardsticks/draft.html", context)


def _beginning(request: MemberRequest) -> str:
    """What a new draft starts from: a playbook that comes with art28, an older version, the one in force, or nothing."""
    name = request.GET.get("from", "")
    if name in shipped():
        return source_of(name)
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 8 else None
    if number is not None:
        older = queries.version(request.organisation, number)
        if older is not None:
            return older.source
    counts = queries.in_force(request.organisation.pk)
    return counts.source if counts is not None else ""


def _read(source: str) -> tuple[Playbook | None, tuple[showing.ProblemLine, ...]]:
    if not source.strip():
        return None, ()
    try:
        return queries.read(PlaybookVersion(source=source)), ()
    except InvalidPlaybook as error:
        return None, showing.problem_lines(source, error.problems)


@require_POST
@requires(Right.DECIDE)
def put_in_force(request: MemberRequest) -> HttpResponse:
    """Let the draft count."""
    row = _draft_or_404(request)
    try:
        if any(failed_tests(queries.read(row), on=timezone.localdate())):
            messages.error(request, _("Its own tests fail; mend them first."))
            return HttpResponseRedirect(reverse("yardsticks:draft"))
        actions.put_in_force(row, by=request.user, actor=request.actor, now=timezone.now())
    except InvalidPlaybook:
        messages.error(request, _("There are problems in it; mend them first."))
        return HttpResponseRedirect(reverse("yardsticks:draft"))
    except actions.StateChanged:
        messages.error(request, _("Somebody changed it meanwhile; look at it once more."))
        return HttpResponseRedirect(reverse("yardsticks:draft"))
    messages.success(request, _("In force. All agreements are weighed by it in the background."))
    return HttpResponseRedirect(reverse("yardsticks:index"))


@require_POST
@requires(Right.DECIDE)
def drop(request: MemberRequest) -> HttpResponse:
    """Throw the draft away."""
    row = _draft_or_404(request)
    try:
        actions.drop_draft(row, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("It counts meanwhile; nothing was changed."))
    else:
        messages.success(request, _("The draft is gone; what counts goes on counting."))
    return HttpResponseRedirect(reverse("yardsticks:index"))


def _draft_or_404(request: MemberRequest) -> PlaybookVersion:
    row = queries.draft(request.organisation)
    if row is None:
        raise Http404
    return row


@require_POST
@requires(Right.DECIDE)
def retire(request: MemberRequest) -> HttpResponse:
    """Measure by no playbook."""
    row = queries.in_force(request.organisation.pk)
    if row is None:
        raise Http404
    try:
        actions.retire(row, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Somebody changed it meanwhile; nothing was changed."))
    else:
        messages.success(request, _("No playbook counts any more."))
    return HttpResponseRedirect(reverse("yardsticks:index"))


@require_safe
@requires(Right.READ)
def version(request: MemberRequest, number: int) -> HttpResponse:
    """A version of the playbook as it was written, as a file."""
    row = queries.version(request.organisation, number)
    if row is None or (row.state == PlaybookState.DRAFT and not request.membership.may(Right.DECIDE)):
        raise Http404
    return downloads.document(row.source, f"playbook-{row.number}.yaml")
