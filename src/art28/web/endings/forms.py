"""What people fill in about an ending; the money is in euros, the files are hashed and not kept."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.law.parameter import Parameter
from art28.obligations import retaining
from art28.web.endings.actions import NoticeGiven
from art28.web.endings.deleting import Deletion
from art28.web.endings.keeping import Longer
from art28.web.endings.models import Basis, Choice, CostKind, Item, KeptOn, Kind, NoticeBy, Scope
from art28.web.endings.ordering import Ordered
from art28.web.fields import Day, InstantField, PastField
from art28.web.instructions.models import Form as InstructionForm
from art28.web.uploads import CopyField

_CLOCKS_DIFFER = 300
_UNITS = (("D", _("days")), ("W", _("weeks")), ("M", _("months")), ("Y", _("years")))


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _Past(forms.Form):
    """A form with an instant that has been."""

    def clean_at(self) -> datetime:
        """Not ahead, a few minutes apart from the clock of whoever fills it in."""
        at: datetime = self.cleaned_data["at"]
        if (at - timezone.now()).total_seconds() > _CLOCKS_DIFFER:
            raise forms.ValidationError(_("This lies in the future."), code="future")
        return at


class NoticeForm(forms.Form):
    """Notice of termination."""

    by = forms.ChoiceField(label=_("Who gave notice?"), choices=NoticeBy.choices)
    scope = forms.ChoiceField(label=_("What ends?"), choices=Scope.choices)
    noticed_on = Day(label=_("Date of the notice"))
    ends_on = Day(label=_("Last day"), help_text=_("Limits count from the end of this day."))
    clause = forms.CharField(
        label=_("Clause on which the notice rests"),
        max_length=80,
        required=False,
        help_text=_("The number alone, such as 12.2."),
    )
    target_on = Day(
        label=_("To be returned or deleted by"),
        required=False,
        help_text=_("Only where the agreement gives no number; it then is the day that both keep to."),
    )
    sure = forms.BooleanField(label=_("The last day is right, also where it is past"), required=False)

    def given(self) -> NoticeGiven:
        """What was filled in; call after `is_valid`."""
        said = self.cleaned_data
        return NoticeGiven(
            by=NoticeBy(said["by"]),
            scope=Scope(said["scope"]),
            noticed_on=said["noticed_on"],
            ends_on=said["ends_on"],
            clause=said["clause"],
            target_on=said["target_on"],
            sure=said["sure"],
        )


class ChoiceForm(_Past):
    """What the controller chose, as it told somebody."""

    choice = forms.ChoiceField(label=_("What the controller chose"), choices=Choice.choices)
    who = forms.CharField(label=_("Who said so, and how"), max_length=200)
    at = InstantField(label=_("When"))


class AskForm(forms.Form):
    """To whom the question goes."""

    recipient = forms.EmailField(label=_("E-mail address"))
    name = forms.CharField(label=_("To whom"), max_length=200, required=False)
    signed_by = forms.CharField(label=_("Signed by"), max_length=200)


class PublicChoiceForm(forms.Form):
    """What the controller chooses itself."""

    choice = forms.ChoiceField(
        label=_("What is to become of the data?"), choices=Choice.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Your name and role"), max_length=200)


class CostForm(forms.Form):
    """A line of the estimate, or of what it came to."""

    kind = forms.ChoiceField(label=_("For"), choices=CostKind.choices)
    what = forms.CharField(label=_("What it is"), max_length=200)
    amount = forms.DecimalField(
        label=_("Amount in euros"), max_digits=10, decimal_places=2, min_value=Decimal("0.01"), localize=True
    )
    actual = forms.BooleanField(label=_("This was spent, it is no estimate"), required=False)

    def cents(self) -> int:
        """The amount; call after `is_valid`."""
        return int(self.cleaned_data["amount"] * 100)


class WithholdForm(forms.Form):
    """For which bills the return is held back."""

    amount = forms.DecimalField(
        label=_("Unpaid, in euros"), max_digits=10, decimal_places=2, min_value=Decimal("0.01"), localize=True
    )
    reason = forms.CharField(label=_("Which bills"), max_length=500)

    def cents(self) -> int:
        """The amount; call after `is_valid`."""
        return int(self.cleaned_data["amount"] * 100)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=_lines(2))


class ReturnForm(_Past):
    """How the data were handed over."""

    at = InstantField(label=_("When"))
    form = forms.CharField(
        label=_("Format"), max_length=80, help_text=_("A common one that machines read: CSV, JSON, XML, PST.")
    )
    how = forms.CharField(label=_("By which way"), max_length=200)
    checksums = forms.CharField(
        label=_("SHA-256 of every file"),
        widget=_lines(6),
        help_text=_(
            "As “sha256sum *” writes it: the checksum, two spaces, the name of the file. The files are not asked for."
        ),
    )


class ReceiptForm(_Past):
    """That the controller received it."""

    who = forms.CharField(label=_("Who confirmed receipt"), max_length=200)
    at = InstantField(label=_("When"))


class PlaceForm(forms.Form):
    """A place that the services don't name."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=[each for each in Kind.choices if each[0] != Kind.DATA.value]
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    service = forms.CharField(label=_("For which service"), max_length=200, required=False)
    days = forms.IntegerField(
        label=_("Days after which a back-up is overwritten"),
        min_value=1,
        max_value=3_650,
        required=False,
        help_text=_("They count from when the systems are empty."),
    )
    contact_name = forms.CharField(label=_("Contact at the sub-processor"), max_length=200, required=False)
    contact_email = forms.EmailField(label=_("E-mail address of the contact"), required=False)

    def clean(self) -> dict[str, Any]:
        """A back-up has its days."""
        given = super().clean() or {}
        if given.get("kind") == Kind.BACKUP and not given.get("days"):
            self.add_error("days", _("Say after how many days the back-up is overwritten."))
        return given


class DeleteForm(_Past):
    """That places are empty."""

    items = forms.ModelMultipleChoiceField(
        label=_("What was deleted"), queryset=Item.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    at = InstantField(label=_("When"))
    method = forms.CharField(
        label=_("How"), max_length=200, help_text=_("For instance: tenant deleted, keys destroyed, overwritten.")
    )
    attested_by = forms.CharField(
        label=_("Who attests it"), max_length=200, required=False, help_text=_("Required for a sub-processor.")
    )
    proof = CopyField(
        label=_("Log or statement"), required=False, help_text=_("Only its SHA-256 is kept, not the file.")
    )

    def __init__(self, *args: Any, offered: Iterable[Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(offered)
        field: Any = self.fields["items"]
        field.queryset = Item.objects.filter(pk__in=[each.pk for each in rows])
        field.label_from_instance = lambda each: f"{each.name} ({Kind(each.kind).label})"

    def deletion(self) -> Deletion:
        """What was done; call after `is_valid`."""
        given, digest = self.cleaned_data, hashlib.sha256()
        if given["proof"]:
            for chunk in given["proof"].chunks():
                digest.update(chunk)
        return Deletion(
            at=given["at"],
            method=given["method"],
            attested_by=given["attested_by"],
            proof_sha256=digest.hexdigest() if given["proof"] else "",
        )


class RunForm(_Past):
    """That what is selected in a list was deleted."""

    at = InstantField(label=_("When"))
    method = forms.CharField(label=_("How"), max_length=200)
    attested_by = forms.CharField(label=_("Who attests it"), max_length=200, required=False)

    def deletion(self) -> Deletion:
        """What was done; call after `is_valid`."""
        given = self.cleaned_data
        return Deletion(at=given["at"], method=given["method"], attested_by=given["attested_by"])


class AttestForm(forms.Form):
    """What a sub-processor attests itself."""

    on = Day(label=_("Deleted on"))
    method = forms.CharField(label=_("How"), max_length=200)
    name = forms.CharField(label=_("Your name and role"), max_length=200)

    def clean_on(self) -> date:
        """A day that has been."""
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("This lies in the future."), code="future")
        return on


class KeepForm(forms.Form):
    """What stays, on which ground, until when."""

    what = forms.CharField(label=_("What stays"), max_length=200, required=False)
    on = forms.ChoiceField(label=_("Ground"), choices=KeptOn.choices)
    law = forms.ChoiceField(label=_("Statutory term"), required=False)
    since = Day(
        label=_("The term begins on"), required=False, help_text=_("Without one: the last day of the agreement.")
    )
    until = Day(
        label=_("Kept until and including"),
        required=False,
        help_text=_("For proof only; the law's own term counts itself."),
    )
    reason = forms.CharField(label=_("Why it is needed"), max_length=500)
    told_on = Day(label=_("The controller was told on"), required=False)

    def __init__(self, *args: Any, grounds: Iterable[Parameter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["law"]
        field.choices = [("", "–"), *((each.id, _named(each)) for each in grounds)]

    def clean(self) -> dict[str, Any]:
        """A statutory term is one of the known ones; proof has a last day."""
        given = super().clean() or {}
        if given.get("on") == KeptOn.STATUTORY and not given.get("law"):
            self.add_error("law", _("Choose the term of the law that this rests on."))
        if given.get("on") == KeptOn.PROOF and not given.get("until"):
            self.add_error("until", _("Say until when it is kept."))
        return given

    def longer(self) -> Longer:
        """What was filled in; call after `is_valid`."""
        given, told = self.cleaned_data, self.cleaned_data["told_on"]
        return Longer(
            on=KeptOn(given["on"]),
            reason=given["reason"],
            what=given["what"],
            law=given["law"],
            since=given["since"],
            until=given["until"],
            told_at=timezone.make_aware(datetime.combine(told, datetime.min.time())) if told else None,
        )


def _named(law: Parameter) -> str:
    said = labels.number_of_law(law, (get_language() or "nl")[:2])
    return f"{said[:1].upper()}{said[1:]}"


class CertifyForm(forms.Form):
    """Who declares that the data are gone."""

    signed_by = forms.CharField(label=_("Name and role of whoever declares it"), max_length=200)


class OrderForm(forms.Form):
    """The controller's order to delete."""

    given_by = forms.CharField(
        label=_("Who ordered it, for the controller?"), max_length=200, help_text=_("Somebody who may speak for it.")
    )
    form = forms.ChoiceField(label=_("In which form?"), choices=InstructionForm.choices)
    at = PastField(label=_("When was it received?"))
    text = forms.CharField(
        label=_("What does it say?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As it was given. Name no data subjects here."),
    )  # fmt: skip

    def ordered(self) -> Ordered:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Ordered(InstructionForm(given["form"]), given["given_by"], given["at"], given["text"])


class RetentionForm(forms.Form):
    """How long something is kept."""

    name = forms.CharField(label=_("What is kept"), max_length=200)
    service = forms.CharField(label=_("For which service"), max_length=200, required=False)
    basis = forms.ChoiceField(label=_("The term counts"), choices=Basis.choices)
    number = forms.IntegerField(label=_("How long"), min_value=0, max_value=999)
    unit = forms.ChoiceField(label=_("Unit"), choices=_UNITS, initial="M")
    since = Day(
        label=_("Last deleted on"),
        required=False,
        help_text=_("For a term that counts from each piece; without one, today."),
    )
    provision = forms.CharField(label=_("Clause"), max_length=80, required=False)
    on_order = forms.BooleanField(
        label=_("Then deleted on the controller's order only"),
        required=False,
        help_text=_("The order is asked for once the term has lapsed."),
    )

    def clean(self) -> dict[str, Any]:
        """A rolling term has a length."""
        given = super().clean() or {}
        if given.get("basis") == Basis.ROLLING and not given.get("number"):
            self.add_error("number", _("A term that counts from each piece is at least one day."))
        return given

    def rule(self) -> retaining.Rule:
        """The rule; call after `is_valid`."""
        given = self.cleaned_data
        return retaining.Rule(retaining.Basis(given["basis"]), f"P{given['number']}{given['unit']}")
