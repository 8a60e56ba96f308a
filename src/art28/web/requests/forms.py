"""What people fill in about a request: the least that is needed, in a minute."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.obligations.rights import GROUNDS, RefusalGround, SubjectRight
from art28.web.agreements.models import Agreement
from art28.web.fields import AsksLongAgo, PastField
from art28.web.requests.actions import Answer, Asking
from art28.web.requests.models import GROUND_LABELS, RIGHT_LABELS, Identity, Outcome, Role, StepState, Telling
from art28.web.requests.passing import Passing

_NO_PEOPLE = _("Name no people here.")


def _short(label: Any, *, help_text: Any = "", required: bool = True, most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def _long(label: Any, *, help_text: Any = "", required: bool = True, most: int = 1000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


class RequestForm(AsksLongAgo):
    """A request as it came. Only the right and when it was received must be said; nobody need know yet whose data it is."""

    ASKED = "received_at"

    rights = forms.MultipleChoiceField(
        label=_("What is asked?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[(right.value, RIGHT_LABELS[right]) for right in SubjectRight],
    )
    received_at = PastField(label=_("When was it received?"), help_text=_("The month of Art. 12(3) counts from here."))
    role = forms.ChoiceField(label=_("Whose data are they?"), widget=forms.RadioSelect)
    told_by_other = forms.BooleanField(label=_("Another organisation passed it on to us"), required=False)
    name = _short(_("Who asks?"), required=False, most=200)
    reach = _short(
        _("How can the person be reached?"), required=False, most=254, help_text=_("One address or number is enough.")
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=[("nl", _("Dutch")), ("en", _("English"))])
    asked = _long(
        _("What did the person write?"),
        required=False,
        most=20_000,
        help_text=_("No copy of an identity document, no citizen service number: it isn't needed to begin."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (Role.PROCESSOR.value, _("A customer's: we process them on its behalf")),
            (Role.CONTROLLER.value, _("Our own: we are the controller")),
        ]

    def clean(self) -> dict[str, Any]:
        """A receipt of long ago is asked about."""
        cleaned = super().clean() or self.cleaned_data
        self.ask_long_ago(cleaned.get("received_at"))
        return cleaned

    def asking(self) -> Asking:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Asking(
            role=Role(given["role"]),
            rights=[SubjectRight(each) for each in given["rights"]],
            name=given["name"],
            reach=given["reach"],
            asked=given["asked"],
            received_at=given["received_at"],
            language=given["language"],
            told_by_other=given["told_by_other"],
        )


class ReceiptForm(forms.Form):
    """When it was received after all."""

    at = PastField(
        label=_("When was it received?"), help_text=_("Clocks that run and count from here will count anew.")
    )
    why = _long(_("Why was another moment kept?"), help_text=_NO_PEOPLE, most=500)


class ReasonForm(forms.Form):
    """Why."""

    reason = _long(_("Why?"), help_text=_NO_PEOPLE, most=500)


class PassForm(forms.Form):
    """To whom it goes, and, where it is handled jointly, who does what."""

    recipient = forms.EmailField(label=_("To which address?"), max_length=254)
    recipient_name = _short(_("To whom?"), required=False, most=200)
    division = _long(
        _("Who does what?"),
        help_text=_("The agreement has requests handled in consultation: propose a division. Name no people here."),
    )
    note = _long(_("Anything else the other side should know"), required=False, help_text=_NO_PEOPLE)
    signed_by = _short(_("Signed by"), required=False, most=200)

    def __init__(self, *args: Any, joint: bool, addresses: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not joint:
            del self.fields["division"]
        if addresses:
            self.fields["recipient"].initial, self.fields["recipient_name"].initial = addresses[0]

    def passing(self) -> Passing:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Passing(
            recipient=given["recipient"],
            recipient_name=given["recipient_name"],
            signed_by=given["signed_by"],
            division=given.get("division", ""),
            note=given["note"],
        )


class TellingForm(forms.Form):
    """Whether the person may be told."""

    telling = forms.ChoiceField(label=_("May we tell the person that it was passed on?"), choices=Telling.choices[1:])
    ground = _short(_("By which clause, or by whose word?"))


class ToldForm(forms.Form):
    """That the person was told."""

    at = PastField(label=_("When was the person told?"))
    how = _short(_("By what means?"), help_text=_("For instance: by letter. Name no people here."))


class IdentityForm(forms.Form):
    """What is known of who asks."""

    identity = forms.ChoiceField(
        label=_("Is it clear who asks?"), widget=forms.RadioSelect, choices=Identity.choices[1:]
    )
    means = _short(
        _("By what means?"),
        help_text=_(
            "What is enough: signed in to an account, an answer from an address we know, facts only the person knows. "
            "What was shown is not kept; write no numbers or names here."
        ),
    )
    at = PastField(label=_("When?"))


class ExtendForm(forms.Form):
    """That the month is extended."""

    told_at = PastField(label=_("When was the person told?"), help_text=_("Within the first month, with the reasons."))
    how = _short(_("By what means?"))
    reason = _long(_("Why is more time needed?"), help_text=_("Complexity and number of the requests: Art. 12(3)."))


class CloseForm(forms.Form):
    """What became of it."""

    outcome = forms.ChoiceField(label=_("What became of it?"), widget=forms.RadioSelect)
    grounds = forms.MultipleChoiceField(
        label=_("On which grounds not, or not wholly?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = _long(
        _("Reasons"),
        required=False,
        most=2000,
        help_text=_("They stand in the answer to the person. Name no people here."),
    )
    at = PastField(label=_("When was the person answered?"))
    how = _short(_("By what means?"), help_text=_("For instance: by registered letter."))

    def __init__(self, *args: Any, role: str, rights: Sequence[SubjectRight], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = (
            (Outcome.PASSED_ON, Outcome.NO_DATA)
            if role == Role.PROCESSOR
            else (Outcome.GRANTED, Outcome.PARTLY, Outcome.REFUSED, Outcome.NO_DATA)
        )
        self.fields["outcome"].choices = [(each.value, each.label) for each in offered]  # type: ignore[attr-defined]
        fitting = [ground for ground in RefusalGround if GROUNDS[ground].rights & frozenset(rights)]
        self.fields["grounds"].choices = [  # type: ignore[attr-defined]
            (
                ground.value,
                _("%(ground)s (Art. %(provision)s)")
                % {"ground": GROUND_LABELS[ground], "provision": GROUNDS[ground].provision},
            )
            for ground in fitting
            if ground is not RefusalGround.NO_DATA
        ]
        if role == Role.PROCESSOR:
            del self.fields["grounds"]

    def answer(self) -> Answer:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Answer(
            outcome=Outcome(given["outcome"]),
            grounds=[RefusalGround(each) for each in given.get("grounds", ())],
            reason=given["reason"],
            at=given["at"],
            how=given["how"],
        )


class PlacesForm(forms.Form):
    """Where the person's data may be."""

    places = forms.MultipleChoiceField(
        label=_("Where may the person's data be?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    recipients = forms.CharField(
        label=_("Others who received the data"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line. They are told of a rectification, erasure or restriction (Art. 19)."),
    )

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = offered  # type: ignore[attr-defined]
        self.fields["places"].initial = [value for value, _label in offered]


class StepForm(forms.Form):
    """What came of a step."""

    state = forms.ChoiceField(choices=StepState.choices)
    result = forms.CharField(max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """What can't be done has its reason."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("state") == StepState.IMPOSSIBLE and not cleaned.get("result"):
            self.add_error("result", forms.ValidationError(_("Say why it can't be done."), code="reason"))
        return cleaned


class FileForm(forms.Form):
    """A file of the person's data."""

    file = forms.FileField(label=_("A file of the person's data"), max_length=255)


class AssistedForm(forms.Form):
    """That the processor's cooperation was given, or came."""

    what = _short(_("What was found and handed over?"), help_text=_NO_PEOPLE)
    at = PastField(label=_("When?"))


def now_in() -> dict[str, Any]:
    """What forms with an instant begin with."""
    now = timezone.now()
    return {"at": now, "told_at": now}


def label_of(agreement: Agreement) -> str:
    """An agreement as a person chooses it."""
    return agreement.counterparty_name or agreement.title
