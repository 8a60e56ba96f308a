"""The page behind a signatory's link: the document, a code to the same address, the signature or the refusal, the files."""

from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from art28.sealing.proof import Outcome
from art28.web.drafts import drawing, links
from art28.web.drafts.chosen import chosen_in, drafted
from art28.web.signing import actions, codes, ended, initials, proving, queries
from art28.web.signing.forms import SignForm
from art28.web.signing.models import Signatory, State, Way
from art28.web.signing.views import sealed_file
from art28.web.uploads import takes_files

_KNOWN = "signing.known"
_KNOWN_FOR = timedelta(minutes=30)
_REASON = 2000
_REFUSED = {
    Outcome.NOT_SEALED: gettext_lazy("This PDF carries no signature that was set with a key."),
    Outcome.OTHER_DOCUMENT: gettext_lazy(
        "This isn't the document that was put before you, or your program wrote it anew. Sign the PDF as you downloaded it, "
        "without printing or saving it otherwise first."
    ),
    Outcome.SEVERAL: gettext_lazy("It carries more than one signature. Put in a copy that you alone signed."),
    Outcome.ALTERED: gettext_lazy(
        "Something besides your signature was changed in it, or the signature doesn't hold. Sign it as you downloaded it."
    ),
    Outcome.UNREADABLE: gettext_lazy("It can't be read as a PDF."),
}
_NO_CODE = {
    codes.Why.TRIED: gettext_lazy(
        "Too many wrong codes were filled in: the last one opens nothing any more. Ask for another."
    ),
    codes.Why.OLD: gettext_lazy("This code is too old: each works for a quarter of an hour. Ask for another."),
    codes.Why.USED: gettext_lazy("This code was used already, maybe in another window. Ask for another."),
    codes.Why.NONE: gettext_lazy("No code was sent yet. Ask for one."),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(link=partial(links.behind, codes.KIND))
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Read, and sign or decline. Opening it says nothing; without the code that was mailed nothing can be signed."""
    signatory = queries.behind(token)
    if signatory is None:
        return links.dead(request)
    with translation.override(signatory.signing.draft.language):
        if request.method == "POST":
            return _done(request, signatory, token)
        return _page(request, signatory, token)


def _page(
    request: HttpRequest,
    signatory: Signatory,
    token: str,
    *,
    wrong: str = "",
    form: SignForm | None = None,
    status: int = 200,
) -> HttpResponse:
    signing, now = signatory.signing, timezone.now()
    version = signing.version
    people = list(queries.people(signing))
    is_open = signing.state == State.OPEN and signing.expires_at > now and signatory.declined_at is None
    first = next((each for each in people if each.signed_at is None), None)
    turn = not signing.in_order or first is None or first.pk == signatory.pk
    context = {
        "signatory": signatory,
        "signing": signing,
        "draft": signing.draft,
        "token": token,
        "people": people,
        "page": drawing.drawn(
            drafted(signing.draft, version),
            chosen_in(version).facts,
            spoken=signing.draft.language,
            on=timezone.localdate(),
        ),
        "is_open": is_open and signatory.signed_at is None,
        "turn": turn,
        "known": _is_known(request, signatory, now),
        "over": ended.why(signatory, now),
        "asked": codes.waits(signatory, now),
        "form": form or _empty(signatory),
        "wrong": wrong,
    }
    response = render(request, "signing/sign.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = signing.draft.language
    return response


def _empty(signatory: Signatory) -> SignForm:
    """The form as it begins, with what is known of whoever signs."""
    initial = {"name": signatory.name, "role": signatory.role, "initials": initials.of_name(signatory.name)}
    return SignForm(initial=initial, initialled=signatory.signing.initials)


def _done(request: HttpRequest, signatory: Signatory, token: str) -> HttpResponse:
    """Carry out what was asked; whatever is refused is said on the same page, and nothing is kept."""
    now = timezone.now()
    form = (
        SignForm(request.POST, request.FILES, initialled=signatory.signing.initials)
        if request.POST.get("what") == "sign"
        else None
    )
    try:
        wrong = _carried_out(request, signatory, form, now)
    except codes.TooMany:
        wrong = _("You asked for several codes already. Wait an hour, and look among unwanted mail.")
    except codes.WrongCode as error:
        wrong = _wrong_code(error)
    except actions.NotYourTurn:
        wrong = _("Somebody else signs first. You get an e-mail when it is your turn.")
    except actions.DocumentChanged:
        wrong = _("The document has changed since it was put before you. Nothing was signed; tell whoever sent it.")
    except actions.StateChanged:
        wrong = ended.refused(queries.behind(token) or signatory, now)
    if wrong:
        fresh = queries.behind(token) or signatory
        return _page(request, fresh, token, wrong=wrong, form=form, status=422)
    return HttpResponseRedirect(f"{reverse('signing:sign', args=(token,))}#answer")


def _wrong_code(error: codes.WrongCode) -> str:
    """What is said of a code that opens nothing."""
    if error.why is codes.Why.OTHER:
        said = ngettext(
            "This isn't the code that was mailed last. You can try once more, or ask for another.",
            "This isn't the code that was mailed last. You can try %(n)s more times, or ask for another.",
            error.left,
        )
        return said % {"n": error.left}
    return str(_NO_CODE[error.why])


def _carried_out(request: HttpRequest, signatory: Signatory, form: SignForm | None, now: datetime) -> str:
    """What is wrong with what was asked; empty where it was done."""
    what = request.POST.get("what", "")
    if what == "code":
        codes.ask(signatory, now=now)
        return ""
    if what == "show":
        codes.show(signatory, request.POST.get("code", ""), now=now)
        _now_known(request, signatory, now)
        return ""
    if not _is_known(request, signatory, now):
        return _("Ask for a code first, and fill in the one that you were mailed.")
    if form is not None:
        return _sign(request, signatory, form, now)
    if what != "decline":
        raise PermissionDenied
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:_REASON]
    if not reason:
        return _("Say why you don't sign.")
    actions.decline(signatory, reason, now=now)
    return ""


def _sign(request: HttpRequest, signatory: Signatory, form: SignForm, now: datetime) -> str:
    if not form.is_valid():
        return _("Something is missing. See the fields.")
    given = form.cleaned_data
    copy, proof = b"", None
    if given["way"] == Way.KEY:
        copy = given["copy"].read(settings.UPLOAD_MAX_BYTES + 1)
        proof = proving.of_copy(copy, signatory.signing)
        if proof.outcome not in actions.SIGNED:
            form.add_error("copy", ValidationError(_REFUSED[proof.outcome], code=proof.outcome.value))
            return _("Nothing was signed. See what is wrong with the copy.")
    consent = _("I have read this document, I am entitled to sign it for this party, and I sign it electronically.")
    signature = actions.Signature(
        name=given["name"],
        role=given["role"],
        place=given["place"],
        consent=consent,
        seen_sha256=given["seen"],
        way=given["way"],
        strokes=given["strokes"],
        address=str(request.META.get("REMOTE_ADDR", "")),
        browser=request.headers.get("User-Agent", ""),
        initials=given.get("initials", ""),
        copy=copy,
        proof=proof,
    )
    actions.sign(signatory, signature, now=now)
    return ""


def _now_known(request: HttpRequest, signatory: Signatory, now: datetime) -> None:
    """Remember in this browser that the code was shown, for a while."""
    request.session.cycle_key()
    request.session[_KNOWN] = {"signatory": str(signatory.pk), "at": now.isoformat()}
    Signatory.objects.filter(pk=signatory.pk).update(known_at=now)


def _is_known(request: HttpRequest, signatory: Signatory, now: datetime) -> bool:
    known = request.session.get(_KNOWN, {})
    return (
        known.get("signatory") == str(signatory.pk) and now - datetime.fromisoformat(known.get("at", "")) < _KNOWN_FOR
    )


@never_cache
@require_safe
def kept(_request: HttpRequest, token: str, what: str) -> HttpResponse:
    """The document as shown, as sealed, or the certificate, for whoever holds the link."""
    signatory = queries.behind(token)
    if signatory is None:
        raise Http404
    return sealed_file(signatory.signing, what)
