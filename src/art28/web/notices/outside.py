"""The public page on which the other side answers a letter that asks something. Opening it says nothing; the button does.

An app says what its letters ask: which rows a letter is about, what each can be answered, and how an answer is kept.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.notices import queries
from art28.web.notices.models import OutboxMessage


class NotKept(Exception):
    """The answer comes too late: what was asked is over, or was settled."""


class OutsideForm(forms.Form):
    """What the other side says of itself; `reasoned` are the answers that say on what grounds, in `longest` characters."""

    kind = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    name = forms.CharField(label=_("Your name"), max_length=200)

    def __init__(
        self,
        *args: Any,
        choices: Sequence[tuple[str, str | Promise]],
        reasoned: Collection[str],
        longest: int,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["text"] = forms.CharField(
            label=_("Your reasons"), max_length=longest, required=False, widget=forms.Textarea(attrs={"rows": 4})
        )
        self._reasoned = reasoned
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A refusal says on what grounds."""
        given = super().clean() or self.cleaned_data
        if given.get("kind") in self._reasoned and not given.get("text", "").strip():
            self.add_error("text", forms.ValidationError(_("Say on what grounds."), code="reasons"))
        return given


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer as it was filled in."""

    kind: str
    name: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands of an answer: what was said, by whom, on what grounds, and when, or only on which day (`on`)."""

    what: str | Promise
    name: str
    text: str
    at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the letters about one kind of subject ask.

    `rows` are those of the agreements that a letter is about, each with `agreement` and `standing`; `keep` raises `NotKept`.
    `kept` is what stands of a row, None where nothing was answered. Reasons of more than `longest` characters are refused.
    """

    subject_kind: str
    address: str
    template: str
    rows: Callable[[OutboxMessage, Collection[UUID]], Sequence[Any]]
    choices: Callable[[Any], Sequence[tuple[str, str | Promise]]]
    reasoned: Collection[str]
    longest: int
    keep: Callable[[Any, Said], object]
    context: Callable[[Any], Mapping[str, Any]]
    kept: Callable[[Any], Kept | None]


def answer_url(address: str, token: str) -> str:
    """The public address at which a letter is answered."""
    return f"{settings.PUBLIC_URL}{reverse(address, args=(token,))}"


def page(request: HttpRequest, token: str, asking: Asking) -> HttpResponse:
    """The page behind a letter's link, in the letter's language; 404 for a link of any other."""
    message = queries.behind(token)
    if message is None or message.subject_kind != asking.subject_kind:
        raise Http404
    with translation.override(message.language):
        return _page(request, message, asking)


def _page(request: HttpRequest, message: OutboxMessage, asking: Asking) -> HttpResponse:
    about = [message.agreement_id, *(each.agreement_id for each in queries.carried_by(message))]
    rows = asking.rows(message, [each for each in about if each is not None])
    if not rows:
        raise Http404
    chosen = next((row for row in rows if str(row.pk) == request.POST.get("of", "")), None)
    refused = None
    if request.method == "POST":
        # The other side answers, nobody of the sender's in its stead: what they were told they record as such.
        if any(each.pk == message.organisation_id for each in getattr(request, "organisations", ())):
            raise PermissionDenied
        if chosen is None:
            raise Http404
        form = _form(asking, chosen, request.POST)
        if form.is_valid() and _kept(asking, form, chosen):
            return HttpResponseRedirect(f"{reverse(asking.address, args=(message.token,))}#of-{chosen.pk}")
        refused = form
    context = {
        **asking.context(rows[0]),
        "message": message,
        "letters": [
            (
                row,
                refused if row == chosen and refused else _form(asking, row, None, name=message.recipient_name),
                asking.kept(row),
            )
            for row in rows
        ],
    }
    response = render(request, asking.template, context, status=422 if refused else 200)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Content-Language"] = message.language
    return response


def _form(asking: Asking, row: Any, data: Any, *, name: str = "") -> OutsideForm:
    return OutsideForm(
        data,
        initial={"name": name},
        choices=asking.choices(row),
        reasoned=asking.reasoned,
        longest=asking.longest,
        auto_id=f"id_{row.pk}_%s",
    )


def _kept(asking: Asking, form: OutsideForm, row: Any) -> bool:
    given = form.cleaned_data
    said = Said(kind=given["kind"], name=given["name"], text=given["text"].strip(), at=timezone.now())
    try:
        asking.keep(row, said)
    except NotKept:
        form.add_error(
            None, translation.gettext("Your answer was not kept: the change is over, or was settled with you.")
        )
        return False
    return True
