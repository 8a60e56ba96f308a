"""What people fill in to have a pack made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.disclosures.models import Ground, Towards
from art28.web.fields import Day, PastDay
from art28.web.reports.asking import Asking
from art28.web.reports.models import Goes

_OUTSIDE = [(value, label) for value, label in Towards.choices if value != Towards.OWN_AUTHORITY]


class DossierForm(forms.Form):
    """For whom a pack is, in which language and of which period; for somebody else, on which ground."""

    language = forms.ChoiceField(label=_("Language"), choices=[("nl", "Nederlands"), ("en", "English")])
    from_on = Day(label=_("From and including"), required=False)
    until_on = Day(label=_("Until and including"), required=False)
    goes = forms.ChoiceField(
        label=_("Whom is it for?"), choices=Goes.choices, initial=Goes.INSIDE, widget=forms.RadioSelect
    )
    recipient = forms.CharField(label=_("To whom?"), max_length=200, required=False)
    towards = forms.ChoiceField(label=_("Who is that?"), choices=[("", "–"), *_OUTSIDE], required=False)
    ground = forms.ChoiceField(
        label=_("On which ground?"), required=False, choices=[("", _("None: it is refused")), *Ground.choices]
    )
    clause = forms.CharField(label=_("Which clause or law?"), max_length=300, required=False)
    told_on = PastDay(label=_("When was the other side told?"), required=False)
    not_told_because = forms.CharField(label=_("Or which law forbids telling it?"), max_length=500, required=False)

    def __init__(self, *args: Any, is_whole: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_whole:  # nobody is the other side of all agreements
            goes = self.fields["goes"]
            goes.choices = [each for each in Goes.choices if each[0] != Goes.OTHER_SIDE]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Holds the days in order, and has a recipient for what goes to somebody else."""
        given = super().clean() or {}
        since, until = given.get("from_on"), given.get("until_on")
        if since and until and until < since:
            self.add_error("until_on", _("Choose a day that is not before the first."))
        if given.get("goes") == Goes.OUTSIDE:
            for name in ("recipient", "towards"):
                if not given.get(name):
                    self.add_error(name, _("Say who receives it."))
        return given

    @property
    def goes_outside(self) -> bool:
        """Whether it leaves the organisation; call after `is_valid`."""
        return bool(self.cleaned_data["goes"] != Goes.INSIDE)

    def asking(self, **subject: Any) -> Asking:
        """What was filled in; call after `is_valid`. Of what stays inside no ground is kept."""
        given = self.cleaned_data
        common = {"language": given["language"], "from_on": given["from_on"], "until_on": given["until_on"], **subject}
        if given["goes"] != Goes.OUTSIDE:
            return Asking(goes=Goes(given["goes"]), **common)
        return Asking(
            goes=Goes.OUTSIDE,
            recipient=given["recipient"],
            towards=Towards(given["towards"]),
            ground=Ground(given["ground"]) if given["ground"] else None,
            clause=given["clause"],
            told_on=given["told_on"],
            not_told_because=given["not_told_because"],
            **common,
        )
