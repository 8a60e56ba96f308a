"""The lists of what happens to measures, each declared once (`listing`)."""

from typing import Any

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Direction
from art28.web.listing import Choice, Listing, Rows, Sorts, by
from art28.web.measures.agreed import Answered, AskedFor, ChangeState, WishState
from art28.web.measures.telling import NEEDS, price

_PARTY = (_("By party"), (Lower("agreement__counterparty_name"), "id"))


def _party(row: Any) -> str:
    return str(row.agreement.counterparty_name or row.agreement.title)


CHANGES = Listing(
    name=_("changes of measures"),
    finds=_("Find by measure"),
    words=("measure__name", "why"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=ChangeState.choices, narrow=by("state")),
    ),
    sorts={
        "": (_("Newest first"), ("-recorded_at", "-id")),
        "planned": (_("What takes effect first"), ("planned_on", "id")),
        "name": (_("By measure"), (Lower("measure__name"), "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Measure"), lambda row: row.measure.name),
        (_("Why"), lambda row: row.why),
        (_("From"), lambda row: row.planned_on),
        (_("State"), lambda row: row.get_state_display()),
        (_("Proposed"), lambda row: row.recorded_by),
        (_("Reason"), lambda row: row.reason),
    ),
)


def _outcome(rows: Rows, value: str) -> Rows:
    if value == "refused":
        return rows.exclude(refused="")
    return rows.filter(refused="", answered_at__isnull=value == "open")


OVERVIEWS = Listing(
    name=_("overviews"),
    finds=_("Find by party"),
    words=("agreement__counterparty_name", "agreement__title", "asked_by"),
    choices=(
        Choice(
            name="outcome",
            label=_("Outcome"),
            every=_("Every outcome"),
            options=(("open", _("to be given")), ("given", _("given")), ("refused", _("may be refused"))),
            narrow=_outcome,
        ),
        Choice(name="why", label=_("Why"), every=_("Every reason"), options=AskedFor.choices, narrow=by("why")),
    ),
    sorts={"": (_("Newest first"), ("-asked_on", "-id")), "party": _PARTY},
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Party"), _party),
        (_("Asked by"), lambda row: row.asked_by),
        (_("Asked on"), lambda row: row.asked_on),
        (_("Why"), lambda row: row.get_why_display()),
        (_("Reason"), lambda row: row.reason),
        (_("May be refused by"), lambda row: row.refused),
        (_("Given"), lambda row: row.answered_at),
    ),
)
WISHES = Listing(
    name=_("wishes"),
    finds=_("Find by party or wish"),
    words=("agreement__counterparty_name", "what"),
    choices=(
        Choice(name="state", label=_("State"), every=_("Every state"), options=WishState.choices, narrow=by("state")),
    ),
    sorts={
        "": (_("Newest first"), ("-asked_on", "-id")),
        "party": _PARTY,
        "price": (_("Highest price first"), (F("price_cents").desc(nulls_last=True), "id")),
    },
    columns=(
        (_("Reference"), lambda row: row.reference),
        (_("Party"), _party),
        (_("Asked on"), lambda row: row.asked_on),
        (_("Asked by"), lambda row: row.asked_by),
        (_("What is asked"), lambda row: row.what),
        (_("State"), lambda row: row.get_state_display()),
        (_("Price"), lambda row: price(row.price_cents)),
        (_("Terms"), lambda row: row.terms),
        (_("Signed on"), lambda row: row.signed_on),
        (_("Kept at"), lambda row: row.kept_at),
        (_("Measure"), lambda row: row.measure and row.measure.name),
        (_("Carried out"), lambda row: row.done_on),
        (_("Charged"), lambda row: row.charged_on),
    ),
)


def _scope(rows: Rows, value: str) -> Rows:
    return rows.filter(agreement__isnull=value == "all")


WEIGHINGS = Listing(
    name=_("weighings"),
    finds=_("Find by party or words"),
    words=("agreement__counterparty_name", "state_of_the_art", "sensitivity", "cost", "outcome"),
    choices=(
        Choice(
            name="scope",
            label=_("For"),
            every=_("For one or for all"),
            options=(("all", _("for all agreements")), ("one", _("for one agreement"))),
            narrow=_scope,
        ),
    ),
    sorts={
        "": (_("Newest first"), ("-on", "-id")),
        "oldest": (_("Oldest first"), ("on", "id")),
        "party": (_("By party"), (Lower("agreement__counterparty_name").asc(nulls_first=True), "-on", "id")),
    },
    columns=(
        (_("On"), lambda row: row.on),
        (_("Agreement"), lambda row: _party(row) if row.agreement else _("for all agreements")),
        (_("State of the art"), lambda row: row.state_of_the_art),
        (_("Sensitivity and risk"), lambda row: row.sensitivity),
        (_("Cost"), lambda row: row.cost),
        (_("What follows"), lambda row: row.outcome),
        (_("By whom"), lambda row: row.by),
    ),
)
CERTIFICATE_SORTS: Sorts = {
    "": (_("What lapses first"), ("expires_on", "id")),
    "standard": (_("By standard"), (Lower("standard"), "expires_on", "id")),
    "holder": (_("By holder"), (Lower("holder"), "expires_on", "id")),
}
PROMISE_SORTS: Sorts = {
    "": (_("In most agreements first"), ("-agreements", "about", "first", "key")),
    "topic": (_("By topic"), ("about", "-agreements", "first", "key")),
    "place": (_("In the order of the text"), ("first", "about", "key")),
}


_PARTIES = ("agreement__counterparty_name", "agreement__title")
_NEED = Choice(
    name="need",
    label=_("Asks"),
    every=_("Whatever it asks"),
    options=tuple((str(int(need)), label) for need, label in NEEDS.items()),
    narrow=by("need"),
)
_MOST_FIRST = (_("What asks most first"), ("-need", "agreement__counterparty_name", "id"))
_WHO = (
    (_("Party"), lambda row: row.agreement.counterparty_name),
    (_("Agreement"), lambda row: row.agreement.title),
)
AFFECTED = Listing(
    name=_("what each agreement asked"),
    finds=_("Find an agreement or party"),
    words=(*_PARTIES, "answered_by"),
    choices=(
        _NEED,
        Choice(
            name="standing", label=_("Answer"), every=_("Every answer"), options=Answered.choices, narrow=by("standing")
        ),
    ),
    sorts={
        "": _MOST_FIRST,
        "party": _PARTY,
        "answered": (_("Answered last first"), (F("answered_on").desc(nulls_last=True), "id")),
    },
    columns=(
        *_WHO,
        (_("Asks"), lambda row: NEEDS[row.need]),
        (_("Clause"), lambda row: row.provision),
        (_("Letters"), lambda row: row.sent),
        (_("Answer"), lambda row: row.get_standing_display()),
        (_("In words"), lambda row: row.answer),
        (_("By whom"), lambda row: row.answered_by),
        (_("On"), lambda row: row.answered_on),
    ),
)
WOULD_ASK = Listing(
    name=_("what each agreement asks"),
    finds=AFFECTED.finds,
    words=_PARTIES,
    choices=(_NEED,),
    sorts={"": _MOST_FIRST, "party": _PARTY},
    columns=(
        *_WHO,
        (_("Asks"), lambda line: NEEDS[line.asked.need]),
        (_("Clause"), lambda line: line.provision),
    ),
)
"""Worked out of what agreements say, so long as a change is a draft (`changing.impact`)."""
PROMISED = Listing(
    name=_("agreements that promise a measure"),
    finds=_("Find by party or words"),
    words=(*_PARTIES, "words"),
    choices=(
        Choice(
            name="role",
            label=_("Our role"),
            every=_("Every role"),
            options=Direction.choices,
            narrow=by("agreement__direction"),
        ),
    ),
    sorts={"": (_("By party"), (Lower("agreement__counterparty_name"), "place", "id"))},
    columns=(*_WHO, (_("Heading"), lambda row: row.heading), (_("In words"), lambda row: row.words)),
)


def _item_state(rows: Rows, value: str) -> Rows:
    match value:
        case "gone":
            return rows.exclude(ended_on=None)
        case "outside":
            return rows.filter(ended_on=None, inside=False)
    return rows.filter(ended_on=None, inside=True, met=value == "met")


ITEMS = Listing(
    name=_("what stands under a measure"),
    finds=_("Find by name, holder or place"),
    words=("name", "holder", "place", "note"),
    choices=(
        Choice(
            name="state",
            label=_("State"),
            every=_("Every state"),
            options=(
                ("unmet", _("not met")),
                ("met", _("met")),
                ("outside", _("outside the measures")),
                ("gone", _("gone")),
            ),
            narrow=_item_state,
        ),
    ),
    sorts={
        "": (_("What is there first"), (F("ended_on").asc(nulls_first=True), Lower("name"), "id")),
        "checked": (_("Checked longest ago first"), (F("checked_on").asc(nulls_first=True), "id")),
    },
    columns=(
        (_("Name"), lambda row: row.name),
        (_("Kind"), lambda row: row.get_kind_display()),
        (_("Holder"), lambda row: row.holder),
        (_("Place"), lambda row: row.place),
        (_("Classified"), lambda row: row.classified),
        (_("Since"), lambda row: row.since),
        (_("Met"), lambda row: _("Yes") if row.met else _("No")),
        (_("Checked"), lambda row: row.checked_on),
        (_("By whom"), lambda row: row.checked_by),
        (_("Note"), lambda row: row.note),
        (_("Gone on"), lambda row: row.ended_on),
        (_("How"), lambda row: row.ended_how),
    ),
)
