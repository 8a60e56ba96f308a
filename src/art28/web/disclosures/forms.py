"""What people fill in about disclosures."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from art28.web.agreements.models import Agreement
from art28.web.disclosures.actions import Wanted
from art28.web.disclosures.models import Ground, Permission, Towards
from art28.web.fields import PastDay


class MarkForm(forms.Form):
    """Whether the document is confidential, and why."""

    confidential = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))], coerce=lambda said: said == "yes"
    )
    reason = forms.CharField(label=_("Why?"), max_length=500)


class PermissionForm(forms.Form):
    """A written permission of the other side."""

    recipient = forms.CharField(label=_("To whom may it be given?"), max_length=200)
    what = forms.CharField(label=_("What may be given?"), max_length=500)
    given_by = forms.CharField(label=_("Who allowed it?"), max_length=200)
    given_on = PastDay(label=_("On"))
    kept_at = forms.CharField(
        label=_("Where is the writing kept?"), max_length=300, help_text=_("For instance the reference of a letter.")
    )


class DisclosureForm(forms.Form):
    """What is given to whom, and on which ground."""

    agreement = forms.ChoiceField(label=_("Under which agreement?"))
    recipient = forms.CharField(label=_("To whom?"), max_length=200)
    towards = forms.ChoiceField(label=_("Who is that?"), choices=Towards.choices, initial=Towards.THIRD_PARTY)
    what = forms.CharField(label=_("What is disclosed?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    on = PastDay(label=_("On which day?"), initial=timezone.localdate)
    ground = forms.ChoiceField(
        label=_("On which ground?"), required=False, choices=[("", _("None: it is refused")), *Ground.choices]
    )
    permission = forms.ChoiceField(label=_("Which permission?"), required=False)
    clause = forms.CharField(
        label=_("Which clause or law?"),
        max_length=300,
        required=False,
        help_text=_("The provision that allows or obliges it."),
    )
    told_on = PastDay(label=_("When was the other side told?"), required=False)
    not_told_because = forms.CharField(label=_("Or which law forbids telling it?"), max_length=500, required=False)

    def __init__(
        self, *args: Any, agreements: Sequence[Agreement], permissions: Sequence[Permission], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.permissions = {str(each.pk): each for each in permissions}
        self.fields["agreement"].choices = [  # type: ignore[attr-defined]
            (str(each.pk), each.counterparty_name or each.title) for each in agreements
        ]
        self.fields["permission"].choices = [  # type: ignore[attr-defined]
            ("", _("None")),
            *(
                (key, f"{each.recipient}, {date_format(each.given_on, 'j F Y')}")
                for key, each in self.permissions.items()
            ),
        ]
        if len(agreements) == 1:
            self.fields["agreement"].initial = str(agreements[0].pk)

    def wanted(self) -> Wanted:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Wanted(
            recipient=given["recipient"],
            towards=Towards(given["towards"]),
            what=given["what"],
            on=given["on"],
            ground=Ground(given["ground"]) if given["ground"] else None,
            permission=self.permissions.get(given["permission"]),
            clause=given["clause"],
            told_on=given["told_on"],
            not_told_because=given["not_told_because"],
            consulted=given.get("consulted", ""),
            consulted_on=given.get("consulted_on"),
            outcome=given.get("outcome", ""),
        )


class SilentForm(DisclosureForm):
    """The same about a breach, which may have to be consulted on first."""

    consulted = forms.CharField(label=_("With whom was it discussed?"), max_length=200, required=False)
    consulted_on = PastDay(label=_("Discussed on"), required=False)
    outcome = forms.CharField(label=_("What came of it?"), max_length=500, required=False)
