"""The pages of house templates: the list, taking one in, what its blanks are, its versions."""

from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.reading.errors import UnreadableFile
from art28.web import downloads, listing
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.agreements import reasons
from art28.web.agreements.models import Direction
from art28.web.house import actions, lists, queries
from art28.web.house.forms import ReplaceForm, SettleForm, SheetForm, TakeInForm
from art28.web.house.kept import NoTemplate, blanks_in, taken_in
from art28.web.house.models import HouseTemplate, HouseVersion
from art28.web.house.saying import NOTHING_OPEN, TROUBLES
from art28.web.uploads import takes_files

_MOST_BLANKS = 250


class NotTaken(ValueError):
    """A file that isn't taken in; `lines` say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


@require_safe
@requires(Right.READ)
def index(request: MemberRequest) -> HttpResponseBase:
    """The templates."""
    context = {
        "archived": request.GET.get("state") == "archived",
        "may_change": request.membership.may(Right.CONFIRM),
    }
    return listing.shown(request, lists.TEMPLATES, queries.templates(request.organisation), "house/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
@takes_files()
def new(request: MemberRequest) -> HttpResponse:
    """Take a Word document in."""
    if request.method != "POST":
        initial = {"language": request.organisation.language}
        return render(request, "house/new.html", {"form": TakeInForm(initial=initial)})
    form = TakeInForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            file = _brought(given["file"])
        except NotTaken as refused:
            form.add_error("file", list(refused.lines))
        else:
            template = actions.take_in(
                request.organisation,
                file,
                name=given["name"].strip() or PurePath(file.name).stem,
                language=given["language"],
                direction=Direction(given["direction"]),
                by=request.user,
                actor=request.actor,
                now=timezone.now(),
            )
            messages.success(request, _("These are its blanks. Go through what each was taken for, and keep it."))
            return HttpResponseRedirect(reverse("house:detail", args=(template.pk,)))
    return render(request, "house/new.html", {"form": form}, status=422)


@require_safe
@requires(Right.READ)
def detail(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """One template: its blanks, what can be made of it, its versions."""
    template = found(request, template_id)
    version = version_of(template)
    return _shown(request, template, version, SettleForm(blanks_in(version)))


@require_POST
@requires(Right.CONFIRM)
def settle(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """Keep what the blanks are."""
    template = found(request, template_id)
    version = version_of(template)
    form = SettleForm(blanks_in(version), request.POST)
    if not form.is_valid():
        return _shown(request, template, version, form, status=422)
    try:
        actions.settle(version, form.settled(), by=request.user, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was kept: somebody else replaced or archived this template meanwhile."))
    else:
        messages.success(request, _("It is kept. Documents can be made of this template now."))
    return _to(template)


@require_POST
@requires(Right.CONFIRM)
@takes_files()
def replace(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """Put a newer file in its place."""
    template = found(request, template_id)
    form = ReplaceForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise NotTaken(_("Choose a file first."))
        file = _brought(form.cleaned_data["file"])
        based_on = form.cleaned_data["version"]
        actions.replace(template, file, based_on=based_on, by=request.user, actor=request.actor, now=timezone.now())
    except NotTaken as refused:
        for line in refused.lines:
            messages.error(request, line)
    except actions.StateChanged:
        messages.error(request, _("Nothing was kept: somebody else replaced or archived this template meanwhile."))
    else:
        messages.success(
            request, _("The new version is there. What you settled before went along where it is still in it.")
        )
    return _to(template)


@require_POST
@requires(Right.CONFIRM)
def archive(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """Make nothing of it any more."""
    template = found(request, template_id)
    try:
        actions.archive(template, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("It was archived already."))
    return HttpResponseRedirect(reverse("house:list"))


@require_safe
@requires(Right.READ)
def file(request: MemberRequest, template_id: UUID, number: int) -> HttpResponse:
    """A version's file as it was brought."""
    version = queries.version(found(request, template_id), number)
    if version is None:
        raise Http404
    return downloads.foreign(bytes(version.data), version.file_name)


def found(request: MemberRequest, template_id: UUID) -> HouseTemplate:
    """The template of this organisation; 404 for any other."""
    template = queries.template(request.organisation, template_id)
    if template is None:
        raise Http404
    return template


def version_of(template: HouseTemplate) -> HouseVersion:
    """Its newest version."""
    version = queries.version(template)
    if version is None:
        raise Http404
    return version


def _brought(sent: "UploadedFile[bytes]") -> actions.File:
    """The file that was sent, with its blanks. Raises `NotTaken`."""
    data = sent.read(settings.UPLOAD_MAX_BYTES + 1)
    if len(data) > settings.UPLOAD_MAX_BYTES:
        raise NotTaken(_("That file is too large."))
    name = PurePath((sent.name or "").replace("\\", "/")).name
    try:
        places, blanks = taken_in(data, name=name)
    except UnreadableFile as error:
        raise NotTaken(str(reasons.unreadable(error.reason.value))) from error
    except NoTemplate as error:
        lines = [f"{TROUBLES[code]} {shown}".strip() for code, shown in error.troubles]
        raise NotTaken(*(lines or [str(NOTHING_OPEN)])) from error
    if len(blanks) > _MOST_BLANKS:
        raise NotTaken(_("There are more than 250 different blanks in it. Give those that are the same one name."))
    return actions.File(name, data, places, blanks)


def _shown(
    request: MemberRequest, template: HouseTemplate, version: HouseVersion, form: SettleForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "template": template,
        "version": version,
        "versions": queries.versions(template),
        "form": form,
        "lines": tuple(form.lines()),
        "sheet_form": SheetForm(),
        "replace_form": ReplaceForm(initial={"version": template.version}),
        "may_change": request.membership.may(Right.CONFIRM) and template.archived_at is None,
    }
    return render(request, "house/detail.html", context, status=status)


def _to(template: HouseTemplate) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("house:detail", args=(template.pk,)))
