"""What people fill in about contracts with sub-processors."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.comparing.flow_down import flow_duties
from art28.web.agreements.models import Agreement
from art28.web.disclosures.models import Permission
from art28.web.fields import Day, PastDay
from art28.web.flowdown.actions import Asked, Evaluated, Judged, Reply
from art28.web.flowdown.models import Answered, Found, Result
from art28.web.flowdown.telling import DUTIES
from art28.web.uploads import CopyField


class AheadDay(Day):
    """A day that is still to come."""

    def clean(self, value: Any) -> Any:
        """Refuses today and before."""
        day = super().clean(value)
        if day is not None and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day after today."), code="passed")
        return day


class JudgeForm(forms.Form):
    """What somebody found of a duty."""

    duty = forms.ChoiceField(label=_("Which duty?"))
    found = forms.ChoiceField(label=_("What did you find?"), choices=Found.choices)
    reference = forms.CharField(
        label=_("Where does it stand?"),
        max_length=300,
        required=False,
        help_text=_("Document and clause, such as: data annex of 2 May, clause 4."),
    )
    reason = forms.CharField(
        label=_("Remark"), max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["duty"].choices = [(each.id, DUTIES[each.id]) for each in flow_duties()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A place for what is laid down, a reason for what is not relevant."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("found") == Found.LAID_DOWN and not given.get("reference"):
            self.add_error("reference", _("Say where it stands."))
        if given.get("found") == Found.NOT_RELEVANT and not given.get("reason"):
            self.add_error("reason", _("Say why it isn't relevant."))
        return given

    def judged(self) -> Judged:
        """What was filled in; call after `is_valid`."""
        return Judged(**{**self.cleaned_data, "found": Found(self.cleaned_data["found"])})


class EvaluationForm(forms.Form):
    """How security and privacy at a sub-processor were found."""

    on = PastDay(label=_("Evaluated on"))
    looked_at = forms.CharField(
        label=_("On what it rests"),
        max_length=500,
        help_text=_("Such as: audit report of March, certificate, answers to our questions."),
    )
    result = forms.ChoiceField(label=_("Result"), choices=Result.choices)
    findings = forms.CharField(label=_("What was found"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}))
    next_on = AheadDay(label=_("Evaluate again before"))

    def evaluated(self) -> Evaluated:
        """What was filled in; call after `is_valid`."""
        return Evaluated(**self.cleaned_data)


class AskForm(forms.Form):
    """A customer's request to see the contract with a sub-processor."""

    agreement = forms.ChoiceField(label=_("Under which agreement?"))
    asked_by = forms.CharField(label=_("Who asked?"), max_length=200)
    asked_on = PastDay(label=_("Asked on"))
    question = forms.CharField(
        label=_("What was asked"), max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    due_on = AheadDay(label=_("Answer before"))

    def __init__(self, *args: Any, offered: Sequence[Agreement], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {str(each.pk): each for each in offered}
        names = {
            key: " · ".join(filter(None, (each.counterparty_name, each.title))) for key, each in self.offered.items()
        }
        self.fields["agreement"].choices = list(names.items())  # type: ignore[attr-defined]

    def asked(self) -> tuple[Agreement, Asked]:
        """What was filled in; call after `is_valid`."""
        given = dict(self.cleaned_data)
        return self.offered[given.pop("agreement")], Asked(**given)


class ReplyForm(forms.Form):
    """How the customer was answered."""

    answer = forms.ChoiceField(label=_("Answer"), choices=Answered.choices)
    answered_on = PastDay(label=_("On"))
    given_to = forms.CharField(label=_("To whom"), max_length=200)
    blacked_out = forms.CharField(
        label=_("What was blacked out, and why"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Prices and business secrets may be; what carries the duties may not. Write “nothing” where that is so."
        ),
    )
    file = CopyField(label=_("The copy as it was given"), required=False)
    permission = forms.ChoiceField(label=_("Permission to let it leave"), required=False)
    reason = forms.CharField(
        label=_("Why it was refused"), max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, permissions: Sequence[Permission], **options: Any) -> None:
        super().__init__(*args, **options)
        if not permissions:
            del self.fields["permission"]
            return
        named = [(str(each.pk), str(each)) for each in permissions]
        self.fields["permission"].choices = [("", _("none")), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What was blacked out of what was shown, why something was refused."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("answer") == Answered.REFUSED and not given.get("reason"):
            self.add_error("reason", _("Say why."))
        if given.get("answer") in (Answered.COPY, Answered.SEEN) and not given.get("blacked_out"):
            self.add_error("blacked_out", _("Say what was blacked out, or that nothing was."))
        return given

    def reply(self) -> Reply:
        """What was filled in; call after `is_valid`."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "file"}
        chosen = given.pop("permission", "")
        return Reply(**{**given, "answer": Answered(given["answer"])}, permission=UUID(chosen) if chosen else None)
