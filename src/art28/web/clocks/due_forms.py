"""Forms of what is due: keeping a selection, own targets, calendar addresses."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.duties import Action
from art28.extraction.values.durations import durations
from art28.web.clocks.filters import InvalidFilter, iso_length, length


class SaveFilterForm(forms.Form):
    """A name for a selection."""

    name = forms.CharField(label=_("Name"), max_length=80)
    shared = forms.BooleanField(label=_("Everybody in the organisation may use it"), required=False)
    default = forms.BooleanField(label=_("Open this page with it"), required=False)

    def boxes(self) -> tuple[forms.BoundField, ...]:
        """The fields that are ticked."""
        return self["shared"], self["default"]


class FeedForm(forms.Form):
    """Whose calendar, and whether names stand in it."""

    whose = forms.ChoiceField(
        label=_("Whose limits?"),
        choices=(("me", _("Mine, and those of nobody in particular")), ("all", _("All of the organisation"))),
        widget=forms.RadioSelect,
        initial="me",
    )
    with_names = forms.BooleanField(
        label=_("With the names of counterparties and agreements"),
        required=False,
        help_text=_("Without, an entry says what must be done and when, and you open it in art28 to see for whom."),
    )


class TargetsForm(forms.Form):
    """The organisation's own target for each kind of duty, in words such as "24 hours"."""

    def __init__(self, *args: Any, periods: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "nl")[:2]
        for action in sorted(Action, key=lambda each: labels.action(each.value, language)):
            period = periods.get(action.value, "")
            self.fields[action.value] = forms.CharField(
                label=labels.action(action.value, language),
                max_length=40,
                required=False,
                initial=labels.period(period, language) if period else "",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        """Each period as ISO 8601 in days and hours; more than nothing, since a target of nothing is none."""
        given: dict[str, Any] = super().clean() or {}
        found = {name: _period(said) for name, said in given.items()}
        for name, period in found.items():
            if period is None:
                self.add_error(name, _("Write a number of hours or days, such as 24 hours or 3 days."))
        return {name: period or "" for name, period in found.items()}


def _period(said: str) -> str | None:
    if not said.strip():
        return ""
    found = [duration.iso for duration in durations(said)]
    try:
        period = iso_length(found[0] if len(found) == 1 else said)
        return period if length(period) else None
    except InvalidFilter:
        return None
