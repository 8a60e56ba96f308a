"""What can be done with a record of processing, and with one of its rows."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, Given, ids, plain
from art28.web.processing import actions, answering, queries
from art28.web.processing.forms import (
    ActivityForm,
    AskForm,
    ChooseForm,
    ConfirmForm,
    DescribeForm,
    EndForm,
    LawfulForm,
    PurposeForm,
    StartForm,
)
from art28.web.processing.judging import Refused, Wanted
from art28.web.processing.models import Activity, Origin, Record
from art28.web.typed import whole


def _add_form(row: Record, _part: Any, data: Any, _files: Any) -> forms.Form:
    return ActivityForm(data, purposes=queries.known(row).purposes if data is None else (), auto_id=ids(ActivityForm))


def _fill_form(_row: Record, part: Activity, data: Any, _files: Any) -> forms.Form:
    initial = {name: getattr(part, name) for name in ActivityForm.base_fields if name not in ("own", "data_categories")}
    initial["data_categories"] = part.data
    initial["own"] = "" if part.own is None else "yes" if part.own else "no"
    return ActivityForm(data, initial=initial, of_annex=part.origin == Origin.ANNEX, auto_id=ids(ActivityForm, part))


def _describe_form(row: Record, _part: Any, data: Any, _files: Any) -> forms.Form:
    initial = {name: getattr(row, name) for name in DescribeForm.base_fields}
    return DescribeForm(data, initial=initial, auto_id=ids(DescribeForm))


def _today(kind: type[forms.Form], *names: str) -> Any:
    def made(_row: Any, part: Any, data: Any, _files: Any) -> forms.Form:
        return kind(data, initial=dict.fromkeys(names, timezone.localdate()), auto_id=ids(kind, part))

    return made


def _kept_or_refused(of: Given, wanted: Wanted, do: Any) -> None:
    """Do it; where the agreement stands in the way, that too is kept."""
    try:
        do()
    except Refused as refusal:
        actions.refused(of.row, wanted, refusal, by=of.by)
        raise


def _add(of: Given) -> None:
    wanted = of.form.wanted()
    _kept_or_refused(of, wanted, lambda: actions.add(of.row, wanted, by=of.by))


def _fill_in(of: Given) -> None:
    kept = {"service": of.part.service, "purpose": of.part.purpose, "data": tuple(of.part.data)}
    more = kept if of.part.origin == Origin.ANNEX else {}
    wanted = of.form.wanted(started_on=of.part.started_on, **more)
    version = whole(of.form.data.get("version", ""))
    _kept_or_refused(of, wanted, lambda: actions.fill_in(of.part, wanted, based_on=version, by=of.by))


def _notify(of: Given) -> None:
    by, on, wanted = of.data["notified_by"], of.data["notified_on"], of.form.wanted()
    _kept_or_refused(
        of, wanted, lambda: actions.notify_purpose(of.row, wanted, notified_by=by, notified_on=on, by=of.by)
    )


def _start(of: Given) -> None:
    wanted = Wanted(service=of.part.service, purpose=of.part.purpose)
    given = {"on": of.data["on"], "assessed": of.data["assessed"], "why": of.data["why"]}
    _kept_or_refused(of, wanted, lambda: actions.start(of.part, **given, by=of.by))


def _describe(of: Given) -> None:
    said = {name: tuple(value) if isinstance(value, list) else value for name, value in of.data.items()}
    actions.describe(of.row, by=of.by, **said)


def _choose(of: Given) -> None:
    said = {name: of.data[name] for name in ("stated_in", "measures", "judgement", "explanation")}
    wanted = Wanted(data=(of.data["category"],))
    _kept_or_refused(of, wanted, lambda: actions.choose(of.row, of.data["category"], said=said, by=of.by))


def _confirm(of: Given) -> None:
    actions.confirm(of.row, name=of.data["name"], on=of.data["on"], how=of.data["how"], by=of.by)


def _ask(of: Given) -> None:
    answer = answering.answer(of.row, of.data["matter"], on=of.by.now.date())
    actions.ask(of.row, answer=answer, by=of.by, **of.data)


ACTS: Mapping[str, Deed] = {
    "add": Deed(Right.CONFIRM, _add_form, _add),
    "purpose": Deed(Right.CONFIRM, _today(PurposeForm, "notified_on"), _notify),
    "describe": Deed(Right.CONFIRM, _describe_form, _describe),
    "choose": Deed(Right.CONFIRM, plain(ChooseForm), _choose),
    "confirm": Deed(Right.CONFIRM, _today(ConfirmForm, "on"), _confirm),
    "ask": Deed(Right.CONFIRM, _today(AskForm, "asked_on"), _ask),
    "fill-in": Deed(Right.CONFIRM, _fill_form, _fill_in, on_part=True),
    "start": Deed(Right.CONFIRM, _today(StartForm, "on"), _start, on_part=True),
    "lawful": Deed(
        Right.CONFIRM,
        _today(LawfulForm, "on"),
        lambda of: actions.confirm_lawful(of.part, name=of.data["name"], on=of.data["on"], by=of.by),
        on_part=True,
    ),
    "end": Deed(
        Right.CONFIRM, plain(EndForm), lambda of: actions.end(of.part, reason=of.data["reason"], by=of.by), on_part=True
    ),
}


def address(row: Record) -> str:
    """Where a record stands."""
    return reverse("processing:record", args=(row.agreement_id,))
