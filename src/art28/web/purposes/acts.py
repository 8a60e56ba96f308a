"""What can be done with a purpose of the processor's own."""

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, NotNow, plain
from art28.web.purposes import actions
from art28.web.purposes.forms import DecideForm, EndForm, UseForm

WHY_NOT: Mapping[str, str | Promise] = {
    "forbidden": _(
        "The agreement forbids use for any purpose but the controller's. Have it changed, or have the controller name the "
        "purpose as its own."
    ),
    "forbidden_anonymised": _(
        "The agreement forbids use for any purpose but the controller's; to anonymise is to process as well (Art. 4(2)), so "
        "that holds for anonymised use. Have it changed, or have the controller name the purpose as its own."
    ),
    "unsaid": _(
        "The agreement allows no purpose of our own, and without it we process on instructions only. Agree on it in writing, "
        "or have the controller name the purpose as its own."
    ),
    "contradicted": _(
        "One clause allows it and another forbids it: nothing is used until a person has decided which prevails, and why."
    ),
    "undecided": _("A person is to decide on this purpose first; until then nothing is used."),
    "not_allowed": _("Nothing is used for this purpose any more; register it anew if that has changed."),
    "said_otherwise": _(
        "The agreement has come to say something else than when this was decided on. End this purpose and register it anew."
    ),
}  # fmt: skip


def kept_or_refused(under: Any, what: str, do: Callable[[], Any], by: Any) -> Any:
    """Do it; a refusal is kept in the trail, and goes on."""
    try:
        return do()
    except NotNow as refusal:
        actions.refused(under, what, refusal, by=by)
        raise


def _log(of: Given) -> None:
    kept_or_refused(of.row, of.data["what"], lambda: actions.log(of.row, **of.data, by=of.by), of.by)


def _decide(of: Given) -> None:
    given = {name: of.data[name] for name in ("legal_basis", "informed", "reason")}
    allowed = of.data["outcome"] == "allowed"
    kept_or_refused(of.row, of.row.purpose, lambda: actions.decide(of.row, allowed=allowed, **given, by=of.by), of.by)


ACTS: Mapping[str, Deed] = {
    "decide": Deed(Right.DECIDE, plain(DecideForm), _decide),
    "use": Deed(Right.HANDLE, plain(UseForm, dated=("used_at",)), _log),
    "end": Deed(Right.HANDLE, plain(EndForm), lambda of: actions.end(of.row, reason=of.data["reason"], by=of.by)),
}


def address(row: Any) -> str:
    """Where a purpose stands."""
    return reverse("purposes:detail", args=(row.pk,))
