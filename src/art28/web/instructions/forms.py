"""What people fill in about instructions, declarations and assistance."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from art28.web.breaches.models import Breach
from art28.web.casework import To
from art28.web.fields import Day, PastField
from art28.web.instructions.actions import Given
from art28.web.instructions.models import Declared, Form, Kind, Matter


def _short(label: Any, *, help_text: Any = "", required: bool = True, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def _long(label: Any, *, help_text: Any = "", required: bool = True, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


class InstructionForm(forms.Form):
    """An instruction as it was given, and for which purpose of the agreement."""

    kind = forms.ChoiceField(label=_("What is asked?"), choices=Kind.choices)
    text = _long(_("What does it say?"), most=4000, help_text=_("As it was given. Name no data subjects here."))
    given_by = _short(_("Who gave it?"), help_text=_("Somebody who may speak for the controller; or the authority."))
    given_at = PastField(label=_("When was it received?"))
    form = forms.ChoiceField(label=_("In which form?"), choices=Form.choices)
    purpose = forms.ChoiceField(label=_("For which purpose of the agreement?"), required=False)
    connection = _long(
        _("If for another: why is it reasonably connected?"),
        required=False,
        most=500,
        help_text=_("A person weighs it."),
    )
    consent = _short(_("Or where is the consent to it on file?"), required=False, most=300)
    basis = _short(_("If a law compels it: which provision?"), required=False, most=300)

    def __init__(self, *args: Any, purposes: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].choices = [  # type: ignore[attr-defined]
            *((each[:300], each) for each in purposes),
            ("", _("Another purpose") if purposes else _("The agreement names none")),
        ]

    def clean(self) -> dict[str, Any]:
        """What a law compels names that law."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == Kind.LAW and not cleaned.get("basis"):
            self.add_error("basis", forms.ValidationError(_("Name the provision that compels it."), code="basis"))
        return cleaned

    def given(self) -> Given:
        """What was filled in; call after `is_valid`."""
        return Given(
            **{**self.cleaned_data, "kind": Kind(self.cleaned_data["kind"]), "form": Form(self.cleaned_data["form"])}
        )


class _ToForm(forms.Form):
    """To whom a letter goes."""

    recipient = forms.EmailField(label=_("To which address?"), max_length=254)
    recipient_name = _short(_("To whom?"), required=False)
    signed_by = _short(_("Signed by"), required=False)

    def to(self) -> To:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return To(recipient=given["recipient"], recipient_name=given["recipient_name"], signed_by=given["signed_by"])


class AcceptForm(forms.Form):
    """That it is taken on, and by whose word it is lawful."""

    lawful_by = _short(
        _("Who confirmed for the controller that it is lawful?"), required=False, help_text=_("Kept with today's date.")
    )


class WarnForm(_ToForm):
    """Why it infringes the law."""

    reasons = _long(_("Why does it infringe the law?"))
    field_order = ("reasons", "recipient", "recipient_name", "signed_by")


class TellForm(_ToForm):
    """To whom it is told that a law compels the processing."""


class ForbiddenForm(forms.Form):
    """Why it may not be told."""

    reason = _long(_("Which provision forbids to tell it, and on which ground?"), most=500)


class AnsweredForm(forms.Form):
    """What the controller answered."""

    answer = _long(_("What did the controller answer?"))
    outcome = forms.ChoiceField(
        label=_("What does that mean?"),
        widget=forms.RadioSelect,
        choices=[
            ("withdrawn", _("It withdraws the instruction")),
            ("maintained", _("It maintains it, and we carry it out")),
        ],
    )
    at = PastField(label=_("When?"))


class ResultForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        widget=forms.RadioSelect,
        choices=[("done", _("It was carried out")), ("impossible", _("It can't be carried out"))],
    )
    result = _long(_("What was done, or why is it impossible?"))
    at = PastField(label=_("When?"))


class AskForm(_ToForm):
    """What the controller is asked to declare."""

    kind = forms.ChoiceField(label=_("What should be declared?"), choices=Declared.choices)
    activity = _short(_("About which processing?"), most=300)
    field_order = ("kind", "activity", "recipient", "recipient_name", "signed_by")


class FileForm(forms.Form):
    """What was declared."""

    text = _long(_("What was declared?"))
    given_by = _short(_("By whom, for the controller?"))
    at = PastField(label=_("When?"))
    valid_until = Day(
        label=_("Until when does it hold?"),
        required=False,
    )


class RenewForm(_ToForm):
    """To whom it is asked again."""


class TaskForm(forms.Form):
    """Help that was asked for."""

    matter = forms.ChoiceField(label=_("With what?"), choices=Matter.choices)
    question = _long(_("What is asked?"), most=4000)
    asked_by = _short(_("Who asks?"))
    asked_at = PastField(label=_("When was it asked?"))
    breach = forms.ModelChoiceField(
        label=_("About which breach?"),
        required=False,
        queryset=Breach.objects.none(),
        help_text=_("The question and its answer then stand with that breach."),
    )

    def __init__(self, *args: Any, touching: QuerySet[Breach], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["breach"].queryset = touching  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What is asked about a breach is help with a breach."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("breach") and cleaned.get("matter") not in (None, Matter.BREACH):
            self.add_error("breach", forms.ValidationError(_("Choose help with breaches for this."), code="matter"))
        return cleaned


class MaterialForm(forms.Form):
    """What was handed over."""

    name = _short(_("What?"), help_text=_("For instance: statement of applicability."))
    version = _short(_("Which version?"), required=False, most=80)
    refused = _short(_("Not handed over? Why not?"), required=False, most=300)


class EndForm(forms.Form):
    """That help was given."""

    answer = _long(_("What came of it?"))
    at = PastField(label=_("When?"))
