"""What people fill in about audits."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.audits.actions import Asked
from art28.web.audits.models import ItemKind
from art28.web.casework import To
from art28.web.fields import Day, InstantField, LinesField, PastField
from art28.web.uploads import CopyField


def _short(label: Any, *, help_text: Any = "", required: bool = True, most: int = 200) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=help_text)


def _long(label: Any, *, help_text: Any = "", required: bool = True, most: int = 2000) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": 3})
    )


class ChangeForm(forms.Form):
    """What of an audit can be mended before it is decided on."""

    planned_at = InstantField(label=_("When is it to take place?"))
    auditor = _short(_("Who audits?"), required=False)
    third_party = forms.BooleanField(label=_("The auditor is a third party, not the controller itself"), required=False)
    competitor = forms.BooleanField(label=_("The auditor is a competitor, or not independent"), required=False)
    reports_assessed = _long(
        _("Existing reports were assessed: why do they not do?"),
        required=False,
        help_text=_("Left open: they were not."),
    )
    systems = LinesField(label=_("Which systems?"), required=False, help_text=_("One a line."))
    foreign_systems = LinesField(
        label=_("Which of them are not used for this processing?"), required=False, help_text=_("One a line.")
    )


class AskForm(ChangeForm):
    """An audit as it is asked for."""

    asked_by = _short(_("Who asks for it?"))
    asked_at = PastField(label=_("When was it asked for?"), help_text=_("The notice counts from here."))
    suspicion = _long(_("Which concrete suspicion, if there is one?"), required=False)
    field_order = ("asked_by", "asked_at", "planned_at", "suspicion", "auditor")

    def asked(self) -> Asked:
        """What was filled in; call after `is_valid`."""
        return Asked(**self.cleaned_data)


class HoldForm(ChangeForm):
    """An audit that we hold of a processor of ours."""

    asked_by = _short(_("Who sees to it here?"))
    suspicion = _long(_("Which concrete suspicion, if there is one?"), required=False)
    field_order = ("planned_at", "asked_by", "auditor", "third_party", "competitor", "suspicion")

    def asked(self, now: datetime) -> Asked:
        """What was filled in, as from `now`; call after `is_valid`."""
        return Asked(**self.cleaned_data, asked_at=now)


class ToForm(forms.Form):
    """To whom the letter goes."""

    recipient = forms.EmailField(label=_("To which address?"), max_length=254)
    recipient_name = _short(_("To whom?"), required=False)
    signed_by = _short(_("Signed by"), required=False)

    def to(self) -> To:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return To(recipient=given["recipient"], recipient_name=given["recipient_name"], signed_by=given["signed_by"])


class AnnounceForm(ToForm):
    """That we announce it by letter."""


class AnnouncedForm(forms.Form):
    """That it was announced in another way."""

    at = PastField(label=_("When was it announced?"), help_text=_("The notice counts from here."))


class AgreedForm(forms.Form):
    """That the processor agrees to it."""

    at = PastField(label=_("When did they agree?"))


class DeclinedForm(forms.Form):
    """That the processor refuses it so."""

    reason = _long(_("Which reasons do they give?"))
    at = PastField(label=_("When did they refuse?"))


class AcceptForm(ToForm):
    """That it can be held."""


class RefuseForm(ToForm):
    """That it can't be held so."""

    reason = _long(
        _("Another reason than those above"), required=False, help_text=_("Such as that it would break the law.")
    )
    field_order = ("reason", "recipient")


class WarnForm(ToForm):
    """What in it infringes the law."""

    reasons = _long(_("What is asked that infringes the law, and why?"))
    field_order = ("reasons", "recipient")


class BindForm(forms.Form):
    """The auditor's undertaking."""

    statement = _short(_("Which statement of confidentiality, and where is it on file?"), most=300)
    at = PastField(label=_("When was it signed?"))


class AtForm(forms.Form):
    """When something was."""

    at = PastField(label=_("When?"))


class ErasedForm(AtForm):
    """That the auditing side erased what it had learnt."""


class ItemForm(forms.Form):
    """Something that is asked for in it."""

    kind = forms.ChoiceField(label=_("What kind?"), choices=ItemKind.choices)
    name = _short(_("What is asked for?"))
    at = PastField(label=_("When was it asked?"))


class SettleForm(forms.Form):
    """What became of it."""

    outcome = forms.ChoiceField(choices=[("granted", _("Granted")), ("refused", _("Refused"))])
    what = forms.CharField(max_length=500)


class FindingForm(forms.Form):
    """A finding that was agreed on, and its measure."""

    text = _long(_("What was found?"))
    measure = _long(_("Which measure?"), most=1000)
    owner = forms.ChoiceField(label=_("Who sees to it?"))
    due_on = Day(label=_("Until when?"))
    agreed_by = _short(_("Who agreed on it, for both sides?"))

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = members  # type: ignore[attr-defined]


class MendForm(forms.Form):
    """That a measure was taken."""

    result = forms.CharField(max_length=500)


class ReportForm(forms.Form):
    """What the audit showed."""

    compliant = forms.ChoiceField(
        label=_("What did it show?"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", _("The processor complies")),
            ("no", _("It doesn't comply, or faults are attributable to it")),
        ],
    )
    outcome = _long(_("In words, as agreed by both sides"))
    at = PastField(label=_("When?"))


class RoomFileForm(forms.Form):
    """A document for the evidence room."""

    name = _short(_("What is it?"))
    file = CopyField(label=_("File"))


class RoomForm(forms.Form):
    """For whom the room is opened, and until when."""

    whom = _short(_("For whom?"), help_text=_("The auditor, who is bound to secrecy."))
    until = InstantField(label=_("Until when?"))
