"""What is filled in about signing: who signs, what one signs with, what was signed on paper, a file to check."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.drafts.models import Draft
from art28.web.fields import Day
from art28.web.signing.actions import Person
from art28.web.signing.drawing import strokes_in
from art28.web.signing.initials import MOST
from art28.web.signing.models import Way

_SIDES = ("controller", "processor")


class BeginForm(forms.Form):
    """Who signs for either side, and how long they have."""

    controller_name = forms.CharField(label=_("Name, for the controller"), max_length=200)
    controller_role = forms.CharField(label=_("Role"), max_length=200, required=False)
    controller_email = forms.EmailField(label=_("E-mail address"), max_length=254)
    processor_name = forms.CharField(label=_("Name, for the processor"), max_length=200)
    processor_role = forms.CharField(label=_("Role"), max_length=200, required=False)
    processor_email = forms.EmailField(label=_("E-mail address"), max_length=254)
    first = forms.ChoiceField(
        label=_("Who signs first"),
        choices=[
            ("controller", _("The controller")),
            ("processor", _("The processor")),
            ("", _("It makes no difference")),
        ],
        required=False,
        initial="controller",
        widget=forms.RadioSelect,
    )
    initialled = forms.BooleanField(
        label=_("Every page is to be initialled"),
        help_text=_("Each signatory gives initials, which stand at the foot of every page."),
        required=False,
    )
    days = forms.IntegerField(label=_("Days in which to sign"), min_value=1, max_value=180, initial=30)

    def clean(self) -> dict[str, Any]:
        """A code to the same address would tell two people apart by nothing."""
        given: dict[str, Any] = super().clean() or {}
        addresses = [str(given.get(f"{side}_email", "")).casefold() for side in _SIDES]
        if addresses[0] and addresses[0] == addresses[1]:
            self.add_error(
                "processor_email",
                forms.ValidationError(_("Both sides can't sign from one address."), code="same_address"),
            )
        return given

    def people(self) -> tuple[Person, ...]:
        """Who signs, in their order; call after `is_valid`."""
        given = self.cleaned_data
        order = _SIDES if given["first"] != "processor" else _SIDES[::-1]
        return tuple(
            Person(side, given[f"{side}_name"], given[f"{side}_role"], given[f"{side}_email"]) for side in order
        )


def initial_of(draft: Draft, facts: dict[str, Any], theirs: str, user: Any) -> dict[str, Any]:
    """What the form begins with: who represents the parties, their contact for the contract and whoever asks."""
    initial = {
        f"{side}_{field}": facts.get(f"{side}.representative{ending}", "")
        for side in _SIDES
        for field, ending in (("name", ""), ("role", "_role"))
    }
    ours, other = ("processor", "controller") if draft.direction == "processor" else ("controller", "processor")
    initial[f"{other}_email"], initial[f"{ours}_email"] = theirs, user.email
    initial[f"{ours}_name"] = initial[f"{ours}_name"] or user.name
    return initial


class SignForm(forms.Form):
    """What somebody signs with."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    role = forms.CharField(label=_("Your role"), max_length=200)
    place = forms.CharField(label=_("Place"), max_length=120)
    way = forms.ChoiceField(choices=[(each.value, each.label) for each in (Way.TYPED, Way.DRAWN, Way.KEY)])
    strokes = forms.CharField(required=False, max_length=100_000)
    typed = forms.CharField(required=False, max_length=200)
    copy = forms.FileField(required=False, max_length=255)
    initials = forms.CharField(
        label=_("Your initials"),
        help_text=_("They are set at the foot of every page."),
        max_length=MOST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Without this declaration it can't be signed.")},
    )
    seen = forms.RegexField(r"[0-9a-f]{64}")

    def __init__(self, *args: Any, initialled: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if not initialled:
            del self.fields["initials"]

    def clean(self) -> dict[str, Any]:
        """A signature: a name that was typed, something that was drawn, or a copy signed with a key."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("way") == Way.KEY:
            given["strokes"] = ()
            if not given.get("copy"):
                words = _("Choose the PDF that you signed with your own key.")
                self.add_error("copy", forms.ValidationError(words, code="copy"))
        elif given.get("way") == Way.DRAWN:
            given["strokes"] = strokes_in(given.get("strokes", ""))
            if not given["strokes"]:
                self.add_error("strokes", forms.ValidationError(_("Draw your signature, or type it."), code="drawn"))
        else:
            given["strokes"] = ()
            if not given.get("typed", "").strip():
                self.add_error("typed", forms.ValidationError(_("Type your name as your signature."), code="typed"))
        return given


class PaperForm(forms.Form):
    """What was signed on paper."""

    file = forms.FileField(label=_("The signed document, scanned"), max_length=255)
    controller_name = forms.CharField(label=_("Name, for the controller"), max_length=200)
    processor_name = forms.CharField(label=_("Name, for the processor"), max_length=200)
    signed_on = Day(label=_("Signed on"))


class CheckForm(forms.Form):
    """A file to check."""

    file = forms.FileField(label=_("Sealed PDF"), max_length=255)
