"""What people fill in about claims and the clauses on liability."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Agreement
from art28.web.audits.forms import ToForm
from art28.web.casework import To
from art28.web.claims import reading
from art28.web.claims.actions import Claimed
from art28.web.claims.cases import DisputeState, Ground
from art28.web.claims.models import FIGURES, Head, Intent, Kind, Point, Side
from art28.web.euros import Euros
from art28.web.fields import Day, PastField


def _short(label: Any, *, help_text: Any = "", required: bool = True, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def _long(label: Any, *, help_text: Any = "", required: bool = True, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


_SUB_PROCESSOR = _("The processor answers for it as for itself (Art. 28(4)).")


class ClaimForm(forms.Form):
    """A claim as it is recorded."""

    claimant = forms.ChoiceField(label=_("Whose claim is it?"), choices=Side.choices, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect)
    by_whom = _short(
        _("Which authority fined, or who claims?"),
        required=False,
        help_text=_("Name no people: 'a data subject' will do."),
    )
    event = _short(
        _("From which event?"),
        most=120,
        help_text=_("Such as the number of the breach. Claims from one event share what a limit allows per event."),
    )
    arose_at = PastField(
        label=_("When did it arise?"), help_text=_("The period after which it lapses counts from here.")
    )
    what = _long(_("What happened?"))
    failure = _long(
        _("Which failure is held against the other side?"),
        required=False,
        help_text=_("The act or omission, and the promise that it breaks. Claims are on a party, never on its staff."),
    )
    sub_processor = _short(_("By which sub-processor, if by one?"), required=False, help_text=_SUB_PROCESSOR)

    def clean(self) -> dict[str, Any]:
        """A fine or a claim of somebody else names who fined or claimed."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("kind") in (Kind.FINE, Kind.THIRD_PARTY) and not given.get("by_whom"):
            self.add_error("by_whom", _("Say who fined or who claims."))
        return given

    def claimed(self) -> Claimed:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Claimed(**{**given, "kind": Kind(given["kind"]), "claimant": Side(given["claimant"])})


class JudgeForm(forms.Form):
    """What is held against the other side, and what is established of it."""

    failure = _long(_("Which failure is held against the other side?"))
    sub_processor = _short(_("By which sub-processor, if by one?"), required=False, help_text=_SUB_PROCESSOR)
    attributable = forms.ChoiceField(
        label=_("Is it attributable to the other side?"),
        required=False,
        choices=[("", _("Not judged yet")), ("yes", _("Yes")), ("no", _("No"))],
    )
    intent = forms.ChoiceField(label=_("Intent or conscious recklessness"), choices=Intent.choices)
    impossible = forms.BooleanField(
        label=_("Performance is impossible for good, so that a notice of default has no use"), required=False
    )

    def clean_attributable(self) -> bool | None:
        """Yes, no, or nobody has judged it."""
        return {"yes": True, "no": False}.get(self.cleaned_data["attributable"])


class ItemForm(forms.Form):
    """One amount."""

    head = forms.ChoiceField(label=_("What is the amount for?"), choices=Head.choices)
    text = _short(_("In words"), most=500)
    cents = Euros(label=_("Amount in euros"))
    proof = _short(
        _("What shows it?"), most=300, required=False, help_text=_("Such as an invoice and where it is on file.")
    )


class StrikeForm(forms.Form):
    """Why an amount counts no longer."""

    reason = _short(_("Why does it not count?"), most=500)


class FigureForm(forms.Form):
    """A figure that a limit is computed from."""

    figure = forms.ChoiceField(
        label=_("Which figure?"), choices=[(each.value, label) for each, label in FIGURES.items()]
    )
    cents = Euros(label=_("Amount in euros"))
    source = _short(_("Where does it come from?"), most=300, help_text=_("Such as an invoice, the order, or a clause."))


class DefaultForm(ToForm):
    """A notice of default."""

    text = _long(_("What went wrong, described in detail?"))
    cure_until = Day(label=_("Until when can it be cured?"), help_text=_("A reasonable term; its clock runs."))
    field_order = ("text", "cure_until", "recipient")


class DefaultedForm(forms.Form):
    """A notice of default that the other side gave."""

    text = _long(_("What do they say went wrong?"))
    cure_until = Day(label=_("Until when can it be cured?"))


class CuredForm(forms.Form):
    """That a failure was cured."""

    what = _short(_("What was done, and what shows it?"), most=500)
    at = PastField(label=_("When?"))


class ReportForm(ToForm):
    """Our claim, reported."""


class ReceiveForm(forms.Form):
    """The other side's claim, reported."""

    at = PastField(label=_("When was it reported?"))
    how = _short(_("How?"), most=300, help_text=_("Such as a letter by registered mail."))
    specified = forms.BooleanField(
        label=_("It says what happened and specifies each amount"),
        required=False,
        help_text=_("Without that it is no report, and the period runs on."),
    )


class AnswerForm(forms.Form):
    """Why it is contested."""

    text = _long(_("Why is it contested?"))


class SettleForm(forms.Form):
    """For how much it is settled."""

    cents = Euros(label=_("For how much, in euros?"))
    reason = _long(_("On which ground?"))
    above = forms.BooleanField(
        label=_("Above the limit, on this ground"),
        required=False,
        help_text=_("Leave it open to stay within the limit."),
    )


class WithdrawForm(forms.Form):
    """Why it is dropped."""

    reason = _long(_("Why is it dropped?"))


class ClauseForm(forms.Form):
    """How the agreement reads on a point."""

    point = forms.ChoiceField(choices=Point.choices, widget=forms.HiddenInput)
    says = forms.ChoiceField(
        label=_("Does it?"), choices=[("yes", _("Yes")), ("no", _("No"))], widget=forms.RadioSelect
    )
    heads = forms.MultipleChoiceField(
        label=_("What does it list as direct damage?"),
        choices=Head.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    passage = _long(_("In which words?"), required=False, help_text=_("As they stand in the agreement."))
    provision = _short(_("In which clause?"), required=False, most=120, help_text=_("Such as 12.3."))

    def __init__(self, *args: Any, agreement: Agreement, point: Point, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreement = agreement
        self.fields["point"].initial = point.value
        if point is not Point.DIRECT:
            del self.fields["heads"]

    def clean(self) -> dict[str, Any]:
        """A yes rests on a passage of the agreement."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("says") == "yes" and not reading.stands_in(self.agreement, given.get("passage") or ""):
            self.add_error("passage", _("These words do not stand in the text of the agreement."))
        return given


class InvalidForm(forms.Form):
    """That a clause is invalid."""

    provision = _short(_("Which clause?"), most=120, help_text=_("By its number, as the agreement has it."))
    reason = _short(_("By whom, and why?"), most=500)
    instead = _short(_("What stands in its place?"), most=1000, required=False)


class LiftForm(forms.Form):
    """That it stands after all."""

    reason = _short(_("Why does it stand after all?"), most=500)


class PolicyForm(forms.Form):
    """Proof of a party's insurance."""

    party = forms.ChoiceField(label=_("Whose insurance?"))
    insurer = _short(_("Which insurer?"))
    number = _short(_("Policy number"), required=False, most=120)
    covers = _short(_("What does it cover?"), most=500)
    cents = Euros(label=_("Sum insured per event, in euros"), required=False)
    expires_on = Day(label=_("Until when?"), help_text=_("Its clock runs, and reminds before it ends."))
    document = _short(_("Where is the proof on file?"), most=300)

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = parties  # type: ignore[attr-defined]

    def clean_expires_on(self) -> date:
        """A day to come: what has expired insures nobody."""
        day: date = self.cleaned_data["expires_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(
                _("This insurance has expired: ask for proof of one that runs."), code="expired"
            )
        return day


class InspectForm(ToForm):
    """A request to see the other side's insurance."""


class InspectedForm(forms.Form):
    """What was shown."""

    what = _short(_("What was shown?"), most=500)


class DisputeForm(forms.Form):
    """A dispute."""

    claim = forms.ChoiceField(label=_("About which claim?"), required=False)
    what = _long(_("What is the dispute about?"))

    def __init__(self, *args: Any, claims: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claim"].choices = [("", _("About something else")), *claims]  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """A step in a dispute."""

    state = forms.ChoiceField(
        label=_("Which step?"), choices=[each for each in DisputeState.choices if each[0] != "open"]
    )
    on = Day(label=_("On which day?"))
    what = _long(_("What came of it?"))


class MaybeToForm(ToForm):
    """To whom a letter goes, if one does."""

    recipient = forms.EmailField(
        label=_("To which address?"),
        max_length=254,
        required=False,
        help_text=_("Left open: no letter goes from here."),
    )

    def to_or_none(self) -> To | None:
        """What was filled in; None where no letter goes."""
        return self.to() if self.cleaned_data["recipient"] else None


class TerminateForm(MaybeToForm):
    """That a party may terminate."""

    ground = forms.ChoiceField(label=_("On which ground?"), choices=Ground.choices)
    party = forms.ChoiceField(label=_("Who may terminate?"), choices=Side.choices)
    reason = _long(_("What happened?"))
    noticed_on = Day(label=_("On which day was notice given, or the amendment announced?"))
    until = Day(
        label=_("Until when can it be cured, or chosen?"),
        required=False,
        help_text=_("After an amendment left open: by the agreement's own notice. Insolvency has no term."),
    )
    field_order = ("ground", "party", "reason", "noticed_on", "until", "recipient")


class EndForm(MaybeToForm):
    """That it is terminated."""

    ends_on = Day(label=_("With effect from which day?"))
    outcome = _short(_("In words"), most=500, required=False)
    field_order = ("ends_on", "outcome", "recipient")


class StayForm(forms.Form):
    """That it goes on."""

    outcome = _short(_("Why does it go on?"), most=500)
