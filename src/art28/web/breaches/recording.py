"""The pages on which a breach is recorded: which agreements it touches, then the facts, once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from art28.obligations.start import Proof
from art28.web.accounts.access import MemberRequest, requires
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Right
from art28.web.agreements import rules
from art28.web.agreements.models import Agreement
from art28.web.breaches import actions, promises, queries
from art28.web.breaches.forms import RecordForm
from art28.web.breaches.models import Breach
from art28.web.chains import queries as chains
from art28.web.exercises import mode as playing
from art28.web.exercises.models import Exercise
from art28.web.services import touching

_MOST_CHOSEN = 500


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Right.REPORT_BREACH)
def new(request: MemberRequest) -> HttpResponse:
    """Choose the agreements; then record the breach once for all of them."""
    exercise = playing.exercise_of(request)
    if exercise is not None and hasattr(exercise, "breach"):
        return _recorded_already(request, exercise)
    scope = None if request.GET.get("find") == "1" else _scope(request)
    if scope is None:
        return _choose(request, exercise)
    if exercise is not None and scope.count > playing.MOST_AGREEMENTS:
        messages.error(request, playing.too_many(scope.count))
        return _choose(request, exercise)
    context = {"scope": scope, "exercise": exercise, "back": _back(scope)}
    if request.method != "POST":
        filled = playing.facts_of(exercise) if exercise is not None and request.GET.get("filled") == "1" else {}
        form = RecordForm(initial={"aware_at": timezone.now(), **_from_agreement(scope), **filled})
        return render(request, "breaches/new.html", {**context, "form": form})
    form = RecordForm(request.POST)
    if not form.is_valid():
        return render(request, "breaches/new.html", {**context, "form": form}, status=422)
    later = rules.signed_later(request.organisation, scope.rows(request.organisation), form.cleaned_data["aware_at"])
    if later and not form.cleaned_data["begun_before"]:
        return render(request, "breaches/new.html", {**context, "form": form, "later": later}, status=422)
    try:
        breach = _record(request, scope, form, exercise)
    except playing.NotPlayed:
        messages.error(request, _("The exercise has ended meanwhile, or its breach is recorded. Nothing was recorded."))
        return HttpResponseRedirect(reverse("exercises:list"))
    messages.success(
        request,
        ngettext(
            "Breach %(reference)s is recorded and its clock runs.",
            "Breach %(reference)s is recorded. The clocks of %(count)s agreements start.",
            scope.count,
        )
        % {"reference": breach.reference, "count": scope.count},
    )
    return HttpResponseRedirect(reverse("breaches:room", args=(breach.pk,)))


def _recorded_already(request: MemberRequest, exercise: Exercise) -> HttpResponse:
    messages.error(
        request,
        _("The breach of exercise %(reference)s is recorded already. To record a real one, leave the exercise first.")
        % {"reference": exercise.reference},
    )
    return HttpResponseRedirect(reverse("exercises:detail", args=(exercise.pk,)))


@transaction.atomic
def _record(request: MemberRequest, scope: "_Scope", form: RecordForm, exercise: Exercise | None) -> Breach:
    if exercise is not None:
        playing.hold(exercise)
    breach = actions.record_breach(
        request.organisation,
        scope.ids(request.organisation),
        title=form.cleaned_data["title"],
        facts=form.facts(),
        discovery=actions.Discovery(
            aware_at=form.cleaned_data["aware_at"],
            aware_reason=form.cleaned_data["aware_reason"],
            at_sub_processor=form.cleaned_data["origin"] == "sub_processor",
            ends_by=Proof(form.cleaned_data["ends_by"]) if form.cleaned_data["ends_by"] else None,
            internal_target=timedelta(hours=form.cleaned_data["target_hours"])
            if form.cleaned_data["target_hours"]
            else None,
            instants=form.instants(),
        ),
        by=request.user,
        actor=request.actor,
        now=timezone.now(),
        exercise=exercise,
    )
    if scope.touched is not None:
        touching.keep_grounds(breach, scope.touched)
    return breach


@dataclass(frozen=True, slots=True)
class _Scope:
    """The agreements under which a breach is recorded: some that were pointed at, or all that hold some words.

    `at` is the sub-processor behind suppliers at which it happened, empty where it isn't one.
    """

    chosen: tuple[Agreement, ...]
    words: str
    count: int
    touched: touching.Scope | None = None
    at: str = ""

    @property
    def first(self) -> Agreement | None:
        """The agreement, where it is only one."""
        return self.chosen[0] if len(self.chosen) == 1 else None

    def rows(self, organisation: Organisation) -> QuerySet[Agreement]:
        """The agreements themselves."""
        if self.touched is not None:
            return self.touched.agreements
        found = queries.may_be_touched(organisation, self.words)
        return found.filter(pk__in=[agreement.pk for agreement in self.chosen]) if self.chosen else found

    def ids(self, organisation: Organisation) -> Iterator[UUID]:
        """What they are called by, one by one."""
        return self.rows(organisation).values_list("pk", flat=True).iterator(2_000)


def _scope(request: MemberRequest) -> _Scope | None:
    """What the address asks for; None where nothing was chosen yet. An agreement of somebody else is not found."""
    sought = words(request)
    if request.GET.get("by") == "services":
        try:
            by_services = touching.scope(request.organisation, touching.selection(request.GET))
        except ValueError:
            raise Http404 from None
        count = by_services.agreements.count()
        return _Scope((), "", count, by_services) if count else None
    if request.GET.get("all") == "1":
        count = queries.may_be_touched(request.organisation, sought).count()
        return _Scope((), sought, count) if count else None
    if key := request.GET.get("behind"):
        return _behind(request.organisation, key)
    found = _ticked(request)
    return _Scope(found, "", len(found)) if found else None


def _ticked(request: MemberRequest) -> tuple[Agreement, ...]:
    """The agreements that were pointed at. One of somebody else is not found."""
    asked = request.GET.getlist("agreement")[:_MOST_CHOSEN]
    if not asked:
        return ()
    try:
        found = queries.chosen(request.organisation, {UUID(each) for each in asked})
    except ValueError:
        found = ()
    if len(found) != len(set(asked)):
        raise Http404
    return found


def _behind(organisation: Organisation, key: str) -> _Scope | None:
    """The agreements of the suppliers behind whom a sub-processor stands, by what its name is compared by."""
    named = chains.named_by_suppliers(organisation, on=timezone.localdate()).called(key)
    if named is None:
        return None
    found = queries.chosen(organisation, {UUID(through.supplier.source) for through in named.through})
    return _Scope(found, "", len(found), at=named.name) if found else None


def words(request: MemberRequest) -> str:
    """What is searched for."""
    return request.GET.get("q", "").replace("\x00", "")[:200].strip()


def _choose(request: MemberRequest, exercise: Exercise | None) -> HttpResponse:
    sought = words(request)
    choice, ticked = queries.to_choose(request.organisation, sought), _ticked(request)
    if request.GET.get("go") == "1" and not ticked:
        messages.error(request, _("Tick at least one agreement."))
    context = {
        "choice": choice,
        "ticked": ticked,
        "others": [each for each in choice.agreements if each not in ticked],
        "q": sought,
        "exercise": exercise,
        "behind_suppliers": exercise is None and queries.has_suppliers(request.organisation),
    }
    return render(request, "breaches/choose.html", context)


def _back(scope: _Scope) -> str:
    """The choice of agreements again, with what was ticked."""
    ticked = [("agreement", str(each.pk)) for each in scope.chosen] if not scope.at else []
    return f"{reverse('breaches:new')}{'?' + urlencode([('find', '1'), *ticked]) if ticked else ''}"


def _from_agreement(scope: _Scope) -> dict[str, Any]:
    """What is known already: that it was at a sub-processor; whom to ask, where it isn't to be said of several."""
    if scope.at:
        return {"origin": "sub_processor"}
    if scope.first is None:
        return {}
    said = promises.of(scope.first).values
    return {"contact_phone": said.get("processor.phone", ""), "contact_email": said.get("processor.email", "")}
