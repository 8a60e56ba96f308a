"""The pages of signing for the organisation: beginning, withdrawing, paper, the sealed files, checking a file."""

import hashlib
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from art28.sealing.key import NoSeal
from art28.timelimits.instants import in_utc
from art28.web import downloads
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.rights import Right
from art28.web.drafts import blanks
from art28.web.drafts import queries as drafts
from art28.web.drafts.chosen import drafted
from art28.web.drafts.rounds import NotComplete
from art28.web.drafts.views import found
from art28.web.signing import actions, filing, initials, proving, queries, sealing
from art28.web.signing.forms import BeginForm, CheckForm, PaperForm, initial_of
from art28.web.signing.models import Signing
from art28.web.uploads import takes_files


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
def begin(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Put the newest version before its signatories."""
    draft = found(request, draft_id)
    version = drafts.version(draft)
    if version is None:
        raise Http404
    contact = drafts.contact_for_contract(draft)
    made = drafted(draft, version)
    initial = initial_of(draft, dict(made.facts), contact.email if contact else "", request.user)
    initial["initialled"] = initials.wanted(draft, made)
    form = BeginForm(request.POST if request.method == "POST" else None, initial=initial)
    context = {"draft": draft, "version": version, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "signing/begin.html", context, status=422 if request.method == "POST" else 200)
    given = form.cleaned_data
    try:
        sealing.key()
        actions.begin(
            draft,
            form.people(),
            in_order=bool(given["first"]),
            days=given["days"],
            initialled=given["initialled"],
            by=request.user,
            actor=request.actor,
            now=timezone.now(),
        )
    except NoSeal:
        form.add_error(None, _("Whoever runs art28 has set no key for the seal yet, so nothing can be signed here."))
        return render(request, "signing/begin.html", context, status=422)
    except NotComplete as error:
        form.add_error(None, _blanks(error))
        return render(request, "signing/begin.html", context, status=422)
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: it is being signed already, or is over."))
    else:
        messages.success(request, _("It lies before the signatories. Whoever's turn it is gets an e-mail."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


def _blanks(error: NotComplete) -> str:
    said = _("Still to be filled in: %(what)s. An agreement with blanks isn't signed; change the draft first.")
    return said % {"what": blanks.listed(error.keys)}


@require_POST
@requires(Right.CONFIRM)
def withdraw(request: MemberRequest, signing_id: UUID) -> HttpResponse:
    """Go no further with a signing."""
    signing = _signing(request, signing_id)
    try:
        actions.withdraw(signing, actor=request.actor, now=timezone.now())
    except actions.StateChanged:
        messages.error(request, _("Nothing was changed: this signing is over."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(signing.draft_id,)))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.CONFIRM)
@takes_files()
def paper(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    """Keep what was signed on paper."""
    draft = found(request, draft_id)
    form = PaperForm(request.POST or None, request.FILES or None) if request.method == "POST" else PaperForm()
    context = {"draft": draft, "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "signing/paper.html", context, status=422 if request.method == "POST" else 200)
    given = form.cleaned_data
    data = given["file"].read(settings.UPLOAD_MAX_BYTES + 1)
    if len(data) > settings.UPLOAD_MAX_BYTES:
        most = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
        form.add_error("file", _("This file is too large: at most %(most)s MB.") % {"most": most})
        return render(request, "signing/paper.html", context, status=422)
    people = [actions.Person(side, given[f"{side}_name"], "", "") for side in ("controller", "processor")]
    zone = ZoneInfo(request.organisation.time_zone)
    at = min(in_utc(datetime.combine(given["signed_on"], time(12), tzinfo=zone)), timezone.now())
    try:
        with transaction.atomic():
            signing = actions.on_paper(
                draft, people, signed_at=at, by=request.user, actor=request.actor, now=timezone.now()
            )
            ending = given["file"].name.rpartition(".")[2].lower()[:5]
            if filing.put_on_file(signing, data, ending, now=timezone.now()) is None:
                raise actions.StateChanged
    except NotComplete as error:
        form.add_error(None, _blanks(error))
        return render(request, "signing/paper.html", context, status=422)
    except actions.StateChanged:
        form.add_error(
            None, _("Nothing was kept: this very file is there already, or the draft is being signed or over.")
        )
        return render(request, "signing/paper.html", context, status=422)
    messages.success(request, _("It is on file as signed on paper."))
    return HttpResponseRedirect(reverse("drafts:detail", args=(draft.pk,)))


@require_safe
@requires(Right.READ)
def file(request: MemberRequest, signing_id: UUID, what: str) -> HttpResponse:
    """The document as shown, as sealed, or the certificate of completion."""
    return sealed_file(_signing(request, signing_id), what)


def sealed_file(signing: Signing, what: str) -> HttpResponse:
    """One of the files of a signing ("copy-0": what the first signatory signed); 404 where there is none yet."""
    kind, _, order = what.partition("-")
    if kind == "copy" and order.isdecimal() and len(order) < 4:
        data: bytes | memoryview | None = queries.copy(signing, int(order))
    else:
        data = {"document": signing.document, "sealed": signing.sealed, "certificate": signing.certificate}.get(what)
    if not data:
        raise Http404
    name = f"{slugify(signing.draft.title)[:80] or 'agreement'}-{what}.pdf"
    return downloads.document(bytes(data), name)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.READ)
@takes_files()
def check(request: MemberRequest) -> HttpResponse:
    """Check a file that is said to be sealed."""
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    if request.method != "POST" or not form.is_valid():
        return render(request, "signing/check.html", {"form": form}, status=422 if request.method == "POST" else 200)
    data = form.cleaned_data["file"].read(settings.UPLOAD_MAX_BYTES + 1)
    digest = hashlib.sha256(data).hexdigest()
    context = {
        "form": CheckForm(),
        "proof": proving.of_sealed(data),
        "digest": digest,
        "signing": queries.sealed_as(request.organisation, digest),
        "name": form.cleaned_data["file"].name,
    }
    return render(request, "signing/check.html", context)


def _signing(request: MemberRequest, signing_id: UUID) -> Signing:
    signing = queries.signing(request.organisation, signing_id)
    if signing is None:
        raise Http404
    return signing
