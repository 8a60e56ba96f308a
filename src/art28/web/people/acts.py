"""What can be done with somebody who works here: each act with its form, who may do it, and what it does."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.people import access, actions, moving, queries
from art28.web.people.forms import (
    BindForm,
    HandForm,
    LeaveForm,
    MoveForm,
    OnForm,
    PersonForm,
    ReasonForm,
    ResponsibilityForm,
    ReviewAllForm,
    ReviewedForm,
    ReviewForm,
    SeenForm,
)
from art28.web.people.models import (
    Commitment,
    Grant,
    Level,
    Means,
    MeansKind,
    Operation,
    Responsibility,
    Screening,
    StaffMember,
)
from art28.web.people.rules import Why
from art28.web.typed import whole

WHY_NOT: Mapping[str, str | Promise] = {
    Why.LEFT.value: _("No access: this person has left, or leaves today."),
    Why.NOT_YET.value: _("No access yet: the first day has still to come."),
    Why.UNBOUND.value: _("No access: no confidentiality statement is on file (Art. 28(3)(b) GDPR). Keep it first."),
    Why.UNSCREENED.value: _("No access: no certificate of conduct was seen, and the role asks for one."),
    Why.LAPSED.value: _("No access: the certificate of conduct is older than the agreement with this customer allows."),
    Why.NO_ROLE.value: _("No access: this person has no role, so nothing says what they may do. Give them one first."),
    Why.NO_SERVICE.value: _("No access: the customer doesn't take this service, so it is not needed."),
    Why.NO_NEED.value: _("No access: the role has nothing to do in this service."),
    Why.BEYOND_ROLE.value: _("No access: the role doesn't allow all of this."),
    Why.SHARED.value: _("No access: somebody else has this account. Each person has their own."),
    "nowhere": _("Say where it is kept, or put in the document itself."),
    "left": _("This person has left."),
    "standing": _("This access still stands: withdraw it first."),
    "nothing": _("There is no access to review."),
    "not_cleared": _("First this person must have left, and everything be withdrawn and returned."),
}


def _person_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    initial = {
        **{name: getattr(row.identity, name) for name in ("name", "email", "employer")},
        **{name: getattr(row, name) for name in ("kind", "function", "joined_on")},
        "user": str(row.user_id or ""),
    }
    known = accounts.members(row.organisation)
    return PersonForm(data, initial=initial, accounts=tuple(known), auto_id=ids(PersonForm))


def _move_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    known = tuple(each for each in queries.roles(row.organisation) if each.pk != row.role_id)
    return MoveForm(data, roles=known, initial={"on": timezone.localdate()}, auto_id=ids(MoveForm))


_MOST_TICKED = 100


def told(grant: Grant) -> str:
    """Access in one line."""
    party = grant.agreement.counterparty_name or grant.agreement.title
    may = ", ".join(str(Operation(each).label) for each in grant.operations)
    return f"{party} · {grant.system}: {may}"


def _review_form(row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    initial, found = {"period": row.review_period}, queries.grants_of(row).filter(withdrawn_at=None)
    standing = [(str(each.pk), told(each)) for each in found[: _MOST_TICKED + 1]]
    if len(standing) > _MOST_TICKED:
        return ReviewAllForm(data, initial=initial, auto_id=ids(ReviewAllForm))
    return ReviewForm(data, standing=standing, initial=initial, auto_id=ids(ReviewForm))


def _today(kind: type[forms.Form], *names: str) -> Callable[[Any, Any, Any, Any], forms.Form]:
    """A maker whose days begin with today."""

    def made(_row: Any, part: Any, data: Any, files: Any) -> forms.Form:
        initial = dict.fromkeys(names, timezone.localdate())
        return kind(data, files, initial=initial, auto_id=ids(kind, part))

    return made


def _do_change(of: Given) -> None:
    based_on = whole(str(of.form.data.get("version", "")))
    actions.change(of.row, of.form.about(), based_on=based_on, by=of.by)


def _do_move(of: Given) -> None:
    based_on = whole(str(of.form.data.get("version", "")))
    role = of.form.roles[of.data["role"]]
    moving.move(of.row, role, on=of.data["on"], based_on=based_on, by=of.by)


def _do_review(of: Given) -> None:
    access.review(of.row, of.form.kept(), period=of.data["period"], by=of.by)


def _do_hand(of: Given) -> None:
    given = {**of.data, "kind": MeansKind(of.data["kind"])}
    actions.hand(of.row, **given, by=of.by)


def _do_responsible(of: Given) -> None:
    given = {**of.data, "level": Level(of.data["level"])}
    actions.take_responsibility(of.row, **given, by=of.by)


def _withdraw(of: Given) -> None:
    access.withdraw(of.row, of.part, reason=of.data["reason"], by=of.by)


ACTS: Mapping[str, Deed] = {
    "change": Deed(Right.DECIDE, _person_form, _do_change),
    "bind": Deed(
        Right.DECIDE, _today(BindForm, "signed_on"), lambda of: actions.bind(of.row, of.form.signed(), by=of.by)
    ),
    "see": Deed(Right.DECIDE, _today(SeenForm, "seen_on"), lambda of: actions.see(of.row, **of.data, by=of.by)),
    "strike": Deed(
        Right.DECIDE,
        plain(ReasonForm),
        lambda of: actions.strike(of.row, of.part, reason=of.data["reason"], by=of.by),
        on_part=True,
    ),
    "strike-screening": Deed(
        Right.DECIDE,
        plain(ReasonForm),
        lambda of: actions.strike(of.row, of.part, reason=of.data["reason"], by=of.by),
        on_part=True,
    ),
    "move": Deed(Right.DECIDE, _move_form, _do_move),
    "leave": Deed(Right.DECIDE, _today(LeaveForm, "on"), lambda of: moving.leave(of.row, on=of.data["on"], by=of.by)),
    "stay": Deed(Right.DECIDE, plain(forms.Form), lambda of: moving.stay(of.row, by=of.by)),
    "review": Deed(Right.DECIDE, _review_form, _do_review),
    "withdraw": Deed(Right.DECIDE, plain(ReasonForm), _withdraw, on_part=True),
    "removed": Deed(
        Right.DECIDE, plain(forms.Form), lambda of: moving.removed(of.row, of.part, by=of.by), on_part=True
    ),
    "hand": Deed(Right.DECIDE, _today(HandForm, "handed_on"), _do_hand),
    "returned": Deed(
        Right.DECIDE,
        _today(OnForm, "on"),
        lambda of: moving.returned(of.row, of.part, on=of.data["on"], by=of.by),
        on_part=True,
    ),
    "responsible": Deed(Right.DECIDE, _today(ResponsibilityForm, "since_on"), _do_responsible),
    "reviewed": Deed(
        Right.DECIDE,
        plain(ReviewedForm),
        lambda of: actions.review_responsibility(of.part, **of.data, by=of.by),
        on_part=True,
    ),
    "released": Deed(
        Right.DECIDE, plain(forms.Form), lambda of: actions.end_responsibility(of.part, by=of.by), on_part=True
    ),
    "erase": Deed(Right.DECIDE, plain(forms.Form), lambda of: actions.erase(of.row, ground="gdpr_17", by=of.by)),
}
_PARTS: Mapping[str, type[Commitment] | type[Screening] | type[Grant] | type[Means] | type[Responsibility]] = {
    "strike": Commitment,
    "strike-screening": Screening,
    "withdraw": Grant,
    "removed": Grant,
    "returned": Means,
    "reviewed": Responsibility,
    "released": Responsibility,
}


def part(row: StaffMember, name: str, part_id: UUID) -> Any:
    """The part of somebody's file that an act is about; None where there is none."""
    kind = _PARTS.get(name)
    if kind is None:
        return None
    rows: QuerySet[Any] = kind._default_manager.filter(organisation=row.organisation_id, member=row, pk=part_id)
    return rows.select_related("member__organisation").first()


def address(row: Any) -> str:
    """Where somebody stands."""
    return reverse("people:detail", args=(row.pk,))
