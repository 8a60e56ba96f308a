"""Pages of reminders: what I was reminded of, my channels, the policy with its picture, stand-ins, alarms, health."""

from http import HTTPStatus
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.web import listing
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.models import Membership, Team
from art28.web.accounts.rights import Right, Role
from art28.web.clocks.models import Obligation
from art28.web.notices.transport import Outcome, mail_leaves
from art28.web.reminders import actions, chat, lists, people, policies, queries, watch, wording
from art28.web.reminders.forms import (
    ChannelForm,
    PolicyForm,
    PreferenceForm,
    StandInForm,
    Steps,
    initial_preference,
    initial_quiet,
    initial_steps,
)
from art28.web.reminders.models import AlarmKind, Channel, ChannelKind, GroupStandIn, StandIn
from art28.web.reminders.picture import pictures


@require_safe
@requires(Right.READ)
def listed(request: MemberRequest) -> HttpResponseBase:
    """The running clocks that I was reminded of."""

    def beside(page: Page[Obligation]) -> dict[str, object]:
        known = policies.policies(request.organisation)
        rows = [(row, wording.why(getattr(row, "audience", None), row), known.end_of(row)) for row in page]
        return {"rows": rows, "now": timezone.now()}

    rows = queries.reminded(request.organisation, request.user)
    return listing.shown(request, lists.REMINDERS, rows, "reminders/list.html", beside)


@require_POST
@requires(Right.READ)
def seen(request: MemberRequest) -> HttpResponse:
    """Mark a clock's reminders as seen, or all."""
    given = request.POST.get("obligation", "")
    try:
        obligation = UUID(given) if given else None
    except ValueError:
        raise Http404 from None
    actions.see(request.organisation, request.user, obligation_id=obligation, now=timezone.now())
    return HttpResponseRedirect(reverse("reminders:list"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def mine(request: MemberRequest) -> HttpResponse:
    """My channels and how I want to be reminded."""
    row = queries.preference(request.organisation, request.user)
    form = PreferenceForm(request.POST if request.method == "POST" else None, initial=initial_preference(row))
    if request.method == "POST" and form.is_valid():
        actions.prefer(
            request.organisation, request.user, daily_at=form.daily_at(), quiet=form.quiet(), now=timezone.now()
        )
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("reminders:mine"))
    return _mine(request, form, ChannelForm())


def _mine(request: MemberRequest, form: PreferenceForm, channel_form: ChannelForm) -> HttpResponse:
    context = {
        "form": form,
        "channel_form": channel_form,
        "channels": queries.channels(request.organisation, request.user),
        "sent": queries.messages_to(request.organisation, request.user),
        "mail_leaves": mail_leaves(),
        "chat_installed": chat.installed(),
    }
    wrong = form.errors or channel_form.errors
    return render(request, "reminders/mine.html", context, status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK)


@require_POST
@sensitive_post_parameters("address")
@requires(Right.READ)
def add_channel(request: MemberRequest) -> HttpResponse:
    """Add a channel of my own."""
    form = ChannelForm(request.POST)
    if form.is_valid():
        kind, address = ChannelKind(form.cleaned_data["kind"]), form.cleaned_data["address"].strip()
        try:
            actions.add_channel(request.membership, kind, address, actor=request.actor, now=timezone.now())
        except chat.InvalidAddress as error:
            form.add_error("address", str(error))
        except actions.TooMany:
            form.add_error(None, _("You have five channels already. Remove one first."))
        else:
            messages.success(request, _("Added. Send a test to see that it arrives."))
            return HttpResponseRedirect(reverse("reminders:mine"))
    row = queries.preference(request.organisation, request.user)
    return _mine(request, PreferenceForm(initial=initial_preference(row)), form)


@require_POST
@requires(Right.READ)
def channel(request: MemberRequest, channel_id: UUID) -> HttpResponse:
    """Test a channel of mine, use it first, or remove it."""
    row = queries.channel(request.organisation, request.user, channel_id)
    if row is None:
        raise Http404
    match request.POST.get("do"):
        case "test":
            _test(request, row)
        case "first":
            actions.use_first(row)
        case "remove":
            actions.remove_channel(row, actor=request.actor, now=timezone.now())
            messages.success(request, _("The channel is removed."))
    return HttpResponseRedirect(reverse("reminders:mine"))


@require_POST
@requires(Right.READ)
def test_account(request: MemberRequest) -> HttpResponse:
    """Test the address that I sign in with."""
    _test(request, None)
    return HttpResponseRedirect(reverse("reminders:mine"))


def _test(request: MemberRequest, row: Channel | None) -> None:
    try:
        outcome = actions.send_test(request.membership, row, now=timezone.now())
    except actions.TooSoon:
        messages.error(request, _("A test was sent a moment ago. Look whether it arrived before you send another."))
        return
    if outcome.accepted:
        messages.success(request, _("The test was accepted. Look whether it arrived."))
    else:
        messages.error(request, _refusal(outcome))


def _refusal(outcome: Outcome) -> str:
    if outcome.error == "no mail server":
        return _("No mail server is set, so no mail leaves. Whoever runs art28 sets ART28_EMAIL_HOST.")
    return _("The test was refused: %(error)s. Nothing arrives by this channel now.") % {"error": outcome.error}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
def policy(request: MemberRequest) -> HttpResponse:
    """When whom is reminded: in general, or for one kind of duty; with a picture of it."""
    action = request.GET.get("kind", "")
    if action and action not in set(Action):
        raise Http404
    may_change = request.membership.may(Right.DECIDE)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    known = policies.policies(request.organisation)
    shown = known.of(action)
    data = request.POST if request.method == "POST" else None
    here = reverse("reminders:policy") + (f"?kind={action}" if action else "")
    if data and "withdraw" in data:
        policies.withdraw(request.organisation, action=action, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(here)
    hours = -(-int(shown.target.total_seconds()) // 3600)
    form = PolicyForm(data, initial={"target_hours": hours, **initial_quiet(shown.quiet)})
    steps = Steps(data, initial=initial_steps(shown), prefix="steps")
    if data:
        filled = form.is_valid() and steps.is_valid()
        made = form.policy([step for each in steps if (step := each.step())]) if filled else None
        if made and "preview" not in data:
            policies.save(request.organisation, made, action=action, actor=request.actor, now=timezone.now())
            messages.success(request, _("Saved. Clocks that run count with it from now on."))
            return HttpResponseRedirect(here)
        shown = made or shown
    context = {
        "form": form,
        "steps": steps,
        "action": action,
        "own": known.has_own(action),
        "kinds": _kinds(known),
        "may_change": may_change,
        "unsaved": bool(data),
        "pictures": pictures(shown, now=timezone.now(), zone=ZoneInfo(request.organisation.time_zone)),
        "here": here,
    }
    wrong = bool(data) and (bool(form.errors) or steps.total_error_count() > 0)
    return render(request, "reminders/policy.html", context, status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK)


def _kinds(known: policies.Policies) -> list[tuple[str, str, bool]]:
    """The kinds of duty by name, and whether each has a policy of its own."""
    language = (get_language() or "nl")[:2]
    found = ((each.value, labels.action(each.value, language), known.has_own(each.value)) for each in Action)
    return sorted(found, key=lambda kind: kind[1].lower())


@require_safe
@requires(Right.READ)
def deputies(request: MemberRequest) -> HttpResponse:
    """Who stands in for whom."""
    rows = list(people.stand_ins(request.organisation))
    members = [membership for membership, _row in rows]
    context = {
        "rows": [(membership, row, _form_for(membership, row, members)) for membership, row in rows],
        "may_change": request.membership.may(Right.DECIDE),
        "names": {membership.user_id: str(membership.user) for membership in members},
        "groups": _groups(request, members),
    }
    return render(request, "reminders/deputies.html", context)


def _form_for(membership: Membership, row: StandIn | None, members: list[Membership]) -> StandInForm:
    others = [other for other in members if other.pk != membership.pk]
    initial = {"deputy": str(row.deputy_id or ""), "manager": str(row.manager_id or "")} if row else {}
    return StandInForm(others=others, initial=initial, auto_id=f"id_{membership.pk}_%s")


def _groups(
    request: MemberRequest, members: list[Membership]
) -> list[tuple[str, str, GroupStandIn | None, StandInForm]]:
    """The teams, then the roles: key, name, who stands in, and the form to name them."""
    known = people.group_stand_ins(request.organisation)
    named = [(str(team.pk), team.name) for team in accounts.teams(request.organisation)]
    named += [(role.value, str(role.label)) for role in Role]
    found = []
    for key, name in named:
        row = known.get(key)
        initial = {"deputy": str(row.deputy_id or ""), "manager": str(row.manager_id or "")} if row else {}
        found.append((key, name, row, StandInForm(others=members, initial=initial, auto_id=f"id_{key}_%s")))
    return found


@require_POST
@requires(Right.DECIDE)
def group_deputy(request: MemberRequest, group: str) -> HttpResponse:
    """Name the deputy and manager of a team, or of everybody in a role."""
    team = None
    if group not in Role.values:
        try:
            team = accounts.team(request.organisation, UUID(group))
        except (ValueError, Team.DoesNotExist):
            raise Http404 from None
    members = {str(row.user_id): row for row in accounts.members(request.organisation)}
    form = StandInForm(request.POST, others=list(members.values()))
    if not form.is_valid():
        messages.error(request, _("Choose somebody who works here. Nothing was changed."))
    else:
        chosen = {name: members.get(form.cleaned_data[name]) for name in ("deputy", "manager")}
        users = {name: row.user if row else None for name, row in chosen.items()}
        people.name_group_stand_ins(
            request.organisation,
            team=team,
            role="" if team else group,
            **users,
            actor=request.actor,
            now=timezone.now(),
        )
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("reminders:deputies"))


@require_POST
@requires(Right.DECIDE)
def deputy(request: MemberRequest, membership_id: UUID) -> HttpResponse:
    """Name somebody's deputy and manager."""
    try:
        membership = accounts.member(request.organisation, membership_id)
    except Membership.DoesNotExist:
        raise Http404 from None
    members = {str(row.user_id): row for row in accounts.members(request.organisation)}
    form = StandInForm(request.POST, others=[row for row in members.values() if row.pk != membership.pk])
    if not form.is_valid():
        messages.error(request, _("Choose somebody who works here. Nothing was changed."))
    else:
        chosen = {name: members.get(form.cleaned_data[name]) for name in ("deputy", "manager")}
        users = {name: row.user if row else None for name, row in chosen.items()}
        people.name_stand_ins(membership, **users, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    return HttpResponseRedirect(reverse("reminders:deputies"))


@require_safe
@requires(Right.MANAGE_PEOPLE)
def alarms(request: MemberRequest) -> HttpResponse:
    """What stands still now, and what to do about it."""
    found = [
        (
            row,
            wording.explained(AlarmKind(row.kind), since=row.since, count=row.count),
            wording.advice(AlarmKind(row.kind)),
        )
        for row in queries.open_alarms(request.organisation)
    ]
    now = timezone.now()
    unreached = watch.unreached(request.organisation, now=now)
    context = {"found": found, "health": queries.health(now=now), "unreached": unreached}
    return render(request, "reminders/alarms.html", context)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """For monitoring: 200 where every part does its work, else 503; nothing about anybody's data."""
    now = timezone.now()
    watch.look_from_web(now=now)
    found = queries.health(now=now)
    seen_at = found.worker_seen_at
    body = {
        "status": "well" if found.well else "alarm",
        "parts": {part: "well" if well else "alarm" for part, well in found.parts.items()},
        "worker_seen_seconds_ago": max(0, int((now - seen_at).total_seconds())) if seen_at else None,
    }
    return JsonResponse(body, status=HTTPStatus.OK if found.well else HTTPStatus.SERVICE_UNAVAILABLE)
