"""Choosing a language and an organisation; people: inviting, roles, leaving."""

from http import HTTPStatus
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.core.mail import EmailMultiAlternatives
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from art28.web import listing
from art28.web.accounts import actions, lists, queries, teams
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.adapters import with_html
from art28.web.accounts.forms import AcceptForm, InviteForm, RoleForm, TeamForm
from art28.web.accounts.middleware import SESSION_ORGANISATION
from art28.web.accounts.models import Invitation, Membership, Team
from art28.web.accounts.rights import Right, Role

_LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page that the form stood on, if it is ours."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else reverse("today"))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak the chosen language: to a person from now on, to a visitor by cookie."""
    chosen = request.POST.get("language", "")
    response = _back(request)
    if chosen not in _LANGUAGES:
        return response
    if request.user.is_authenticated:
        actions.set_language(request.user, chosen)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 3600,
        samesite="Lax",
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
    )
    return response


@require_POST
@requires(Right.READ)
def organisation(request: MemberRequest) -> HttpResponse:
    """Work in another organisation of which the person is a member."""
    chosen = request.POST.get("organisation", "")
    if any(str(row.organisation_id) == chosen for row in queries.memberships_of(request.user)):
        request.session[SESSION_ORGANISATION] = chosen
    return HttpResponseRedirect(reverse("today"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.MANAGE_PEOPLE)
def people(request: MemberRequest) -> HttpResponseBase:
    """Who works here, and inviting somebody."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _invite(request, form)
        except actions.AlreadyThere:
            form.add_error("email", _("This person works here or was invited already."))
        except (SMTPException, OSError):
            form.add_error(None, _("The mail server did not take the invitation, so it is withdrawn. Try again later."))
        else:
            return HttpResponseRedirect(reverse("accounts:people"))
    context = {
        "form": form,
        "teams": queries.teams_counted(request.organisation),
        "invitations": queries.open_invitations(request.organisation, now=timezone.now()),
        "roles": Role.choices,
    }
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    rows = queries.members(request.organisation)
    return listing.shown(request, lists.MEMBERS, rows, "accounts/people.html", context, status=status)


def _invite(request: MemberRequest, form: InviteForm) -> None:
    email = form.cleaned_data["email"]
    invitation, token = actions.invite(
        request.organisation,
        email,
        Role(form.cleaned_data["role"]),
        by=request.membership,
        actor=request.actor,
        now=timezone.now(),
    )
    link = f"{settings.PUBLIC_URL}{reverse('accounts:accept', args=[token])}"
    context = {"invitation": invitation, "organisation": request.organisation, "by": request.user, "link": link}
    subject = _("Invitation to %(organisation)s on art28") % {"organisation": request.organisation.name}
    try:
        words = render_to_string("accounts/invitation.txt", context).strip()
        with_html(EmailMultiAlternatives(" ".join(subject.split()), words, None, [email])).send()
    except (SMTPException, OSError):
        # Its token is kept nowhere: what did not leave now can't leave later.
        actions.withdraw(invitation, actor=request.actor, now=timezone.now())
        raise
    messages.success(request, _("%(email)s receives an invitation by e-mail.") % {"email": email})


@require_POST
@requires(Right.MANAGE_PEOPLE)
def member(request: MemberRequest, membership_id: UUID) -> HttpResponse:
    """Give a member another role, or end the membership."""
    try:
        membership = queries.member(request.organisation, membership_id)
    except Membership.DoesNotExist:
        raise Http404 from None
    form = RoleForm(request.POST)
    try:
        if request.POST.get("end"):
            actions.end_membership(membership, actor=request.actor, now=timezone.now())
        elif form.is_valid():
            actions.change_role(membership, Role(form.cleaned_data["role"]), actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
    except actions.LastOwner:
        messages.error(request, _("An organisation keeps at least one owner. Nothing was changed."))
    return HttpResponseRedirect(reverse("accounts:people"))


@require_POST
@requires(Right.MANAGE_PEOPLE)
def withdraw(request: MemberRequest, invitation_id: UUID) -> HttpResponse:
    """Withdraw an invitation."""
    try:
        invitation = queries.invitation(request.organisation, invitation_id)
    except Invitation.DoesNotExist:
        raise Http404 from None
    actions.withdraw(invitation, actor=request.actor, now=timezone.now())
    messages.success(request, _("The invitation is withdrawn."))
    return HttpResponseRedirect(reverse("accounts:people"))


@require_POST
@requires(Right.MANAGE_PEOPLE)
def team_add(request: MemberRequest) -> HttpResponse:
    """Make a team."""
    form = TeamForm(request.organisation, request.POST)
    if not form.is_valid():
        messages.error(request, _("A team needs a name of at most 80 characters. Nothing was changed."))
        return HttpResponseRedirect(reverse("accounts:people"))
    try:
        made = teams.make(request.organisation, form.cleaned_data["name"], actor=request.actor, now=timezone.now())
    except teams.NameTaken:
        messages.error(request, _("Another team has this name. Nothing was changed."))
        return HttpResponseRedirect(f"{reverse('accounts:people')}#teams")
    messages.success(request, _("Saved. Say now who belongs to it."))
    return HttpResponseRedirect(reverse("accounts:team", args=(made.pk,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.MANAGE_PEOPLE)
def team(request: MemberRequest, team_id: UUID) -> HttpResponse:
    """Give a team its name and members, or give it up."""
    try:
        row = queries.team(request.organisation, team_id)
    except Team.DoesNotExist:
        raise Http404 from None
    if request.POST.get("end"):
        teams.end(row, actor=request.actor, now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(f"{reverse('accounts:people')}#teams")
    sent = request.POST if request.method == "POST" else None
    initial = {"name": row.name, "members": [str(key) for key in queries.memberships_in(row)]}
    form = TeamForm(request.organisation, sent, initial=initial)
    if form.is_valid():
        ids = [UUID(key) for key in form.cleaned_data["members"]]
        try:
            teams.change(row, form.cleaned_data["name"], ids, actor=request.actor, now=timezone.now())
        except teams.NameTaken:
            form.add_error("name", _("Another team has this name."))
        else:
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(f"{reverse('accounts:people')}#teams")
    status = HTTPStatus.BAD_REQUEST if sent is not None and not form.looks else HTTPStatus.OK
    return render(request, "accounts/team.html", {"team": row, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password")
@never_cache
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation: somebody new makes an account, somebody known signs in to it first."""
    now = timezone.now()
    invitation = queries.invitation_by_token(actions.token_hash(token), now=now)
    if invitation is None:
        return render(request, "accounts/invitation_over.html", status=HTTPStatus.GONE)
    if queries.account_exists(invitation.email):
        return _accept_known(request, invitation)
    form = AcceptForm(request.POST if request.method == "POST" else None, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        user = actions.accept(invitation, name=given["name"], password=given["password"], now=now)
        if user is None:
            return render(request, "accounts/invitation_over.html", status=HTTPStatus.GONE)
        login(request, user, backend=_BACKEND)
        request.session[SESSION_ORGANISATION] = str(invitation.organisation_id)
        return HttpResponseRedirect(reverse("today"))
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return render(request, "accounts/accept.html", {"form": form, "invitation": invitation}, status=status)


def _accept_known(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    mine = request.user.is_authenticated and request.user.email == invitation.email
    if request.method == "POST" and mine:
        actions.accept(invitation, name="", password=None, now=timezone.now())
        request.session[SESSION_ORGANISATION] = str(invitation.organisation_id)
        return HttpResponseRedirect(reverse("today"))
    return render(request, "accounts/accept.html", {"form": None, "invitation": invitation, "mine": mine})
