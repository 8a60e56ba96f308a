"""What can be done with a case (a request, an instruction, an audit): acts, each with its form and right.

An app declares its acts; `perform` checks the right, fills the form, does it, and says in one message what came of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from art28.obligations.moving import NotAllowed
from art28.web.accounts.access import Actor, MemberRequest
from art28.web.accounts.models import User
from art28.web.accounts.rights import Right
from art28.web.clocks import changing
from art28.web.clocks.actions import StateChanged as ClockChanged
from art28.web.clocks.moving_forms import REFUSALS


class StateChanged(Exception):
    """The case no longer stands as it did when it was read."""


class NotNow(Exception):
    """The case doesn't stand so that this can be done; `code` says why, in words of the app, `place` by which clause."""

    def __init__(self, code: str, *, place: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.place = place


@dataclass(frozen=True, slots=True)
class By:
    """Who does it, and when."""

    user: User
    actor: Actor
    now: datetime

    @property
    def changing(self) -> changing.By:
        """The same, for a change of a clock."""
        return changing.By(self.user.pk, self.actor, self.now)


@dataclass(frozen=True, slots=True)
class Given:
    """What an act gets: the case, the part of it that it is about (None for the whole), the filled form, and who does it."""

    row: Any
    part: Any
    form: Any
    data: Mapping[str, Any]
    by: By


FormMaker = Callable[[Any, Any, Any, Any], forms.Form]
"""Case, part, posted data and files (None to show it empty) -> the form."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act: who may, how its form is made, what it does. `on_part` says that it is done to a part of the case."""

    right: Right
    form: FormMaker
    do: Callable[[Given], object]
    on_part: bool = False


def plain(kind: type[forms.Form], *, dated: tuple[str, ...] = (), **fixed: Any) -> FormMaker:
    """A maker of `kind`, whose fields in `dated` begin with now."""

    def made(_row: Any, part: Any, data: Any, files: Any) -> forms.Form:
        now = timezone.now()
        return kind(data, files, initial=dict.fromkeys(dated, now), auto_id=ids(kind, part), **fixed)

    return made


def ids(kind: type[forms.Form], part: Any = None) -> str:
    """How the fields of a form are called on a page that has several."""
    return f"id_{kind.__name__.lower()}_{part.pk.hex[-12:] if part is not None else 'all'}_%s"


def shown(
    acts: Mapping[str, Deed], row: Any, part: Any, bound: Mapping[str, forms.Form] | None, may: Callable[[Right], bool]
) -> dict[str, forms.Form]:
    """The forms of the acts on `part` that a member may do, by name with underscores; a refused one as it was filled in."""
    found = {}
    for name, act in acts.items():
        if act.on_part != (part is not None) or not may(act.right):
            continue
        key = f"{name}:{part.pk}" if part is not None else name
        found[name.replace("-", "_")] = (bound or {}).get(key) or act.form(row, part, None, None)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where acts are done: those there are, why one can't be done now, the page that shows a refused form, its address."""

    acts: Mapping[str, Deed]
    why_not: Mapping[str, str | Promise]
    page: Callable[[MemberRequest, Any, Mapping[str, forms.Form]], HttpResponse]
    address: Callable[[Any], str]
    refused: tuple[type[Exception], ...] = ()
    says: Callable[[Exception], str] = str


def perform(request: MemberRequest, stage: Stage, name: str, row: Any, part: Any) -> HttpResponse:
    """Do the act `name` as posted; a form that is not right is shown again, and nothing is done twice."""
    act = stage.acts.get(name)
    if act is None or act.on_part != (part is not None):
        raise Http404
    if not request.membership.may(act.right):
        raise PermissionDenied
    form = act.form(row, part, request.POST, request.FILES)
    if not form.is_valid():
        return stage.page(request, row, {f"{name}:{part.pk}" if part is not None else name: form})
    given = Given(row, part, form, form.cleaned_data, By(request.user, request.actor, timezone.now()))
    try:
        act.do(given)
    except NotNow as refusal:
        why = str(stage.why_not[refusal.code])
        messages.error(request, f"{why} ({refusal.place})" if refusal.place else why)
    except NotAllowed as refusal:
        messages.error(request, _("Nothing was changed: %(why)s.") % {"why": REFUSALS[refusal.refusal]})
    except (StateChanged, ClockChanged):
        messages.error(request, _("Somebody else was first; nothing was changed. This is how it stands."))
    except stage.refused as refusal:
        messages.error(request, stage.says(refusal))
    else:
        messages.success(request, _("Kept."))
    return HttpResponseRedirect(stage.address(row))
