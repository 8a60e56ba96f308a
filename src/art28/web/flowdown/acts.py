"""What can be done with a sub-processor's contract, and with a request to see it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from art28.web.accounts.rights import Right
from art28.web.acting import Deed, ids
from art28.web.disclosures import queries as disclosing
from art28.web.flowdown import actions
from art28.web.flowdown.forms import EvaluationForm, JudgeForm, ReplyForm


def _judge(_row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return JudgeForm(data, auto_id=ids(JudgeForm))


def _evaluate(_row: Any, _part: Any, data: Any, _files: Any) -> forms.Form:
    return EvaluationForm(data, initial={"on": timezone.localdate()}, auto_id=ids(EvaluationForm))


def _answer(row: Any, _part: Any, data: Any, files: Any) -> forms.Form:
    contract = row.contract or row.sub_processor.agreement
    permissions = list(disclosing.permissions(contract)[:50]) if contract else []
    initial = {"answered_on": timezone.localdate(), "given_to": row.asked_by}
    return ReplyForm(data, files, permissions=permissions, initial=initial, auto_id=ids(ReplyForm))


SUB_PROCESSOR: Mapping[str, Deed] = {
    "judge": Deed(Right.CONFIRM, _judge, lambda of: actions.judge(of.row, of.form.judged(), by=of.by)),
    "evaluate": Deed(Right.CONFIRM, _evaluate, lambda of: actions.evaluate(of.row, of.form.evaluated(), by=of.by)),
}
INSPECTION: Mapping[str, Deed] = {
    "answer": Deed(
        Right.HANDLE, _answer, lambda of: actions.answer(of.row, of.form.reply(), of.data["file"], by=of.by)
    ),
}
