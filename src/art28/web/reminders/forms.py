"""Forms of reminders: a policy and its steps, a person's channels and preferences, stand-ins."""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.obligations.quiet import Quiet
from art28.obligations.reminding import Audience, Fault, InvalidPolicy, Policy, Step
from art28.web.accounts.models import Membership
from art28.web.reminders.models import ChannelKind, Preference
from art28.web.reminders.picture import AUDIENCES
from art28.web.reminders.policies import quiet_of

_SHARE = "share"
_MINUTES = {"hours": 60, "days": 24 * 60, "weeks": 7 * 24 * 60, "minutes": 1}
_UNITS = (
    (_SHARE, _("% of the time is gone")),
    ("weeks", _("weeks before the end")),
    ("days", _("days before the end")),
    ("hours", _("hours before the end")),
    ("minutes", _("minutes before the end")),
)
_MOST = 12
_TARGET_HOURS = 24 * 365

FAULTS = {
    Fault.NO_STEPS: _("A policy has at least one reminder."),
    Fault.NOBODY: _("Choose who is reminded."),
    Fault.BOTH_OR_NEITHER: _("Say when: a share of the time, or a time before the end."),
    Fault.SHARE_OUTSIDE: _("A share lies between 1 and 99 %."),
    Fault.LEAD_OUTSIDE: _("A reminder comes at least a minute before the end."),
    Fault.TWICE: _("This reminder stands here twice."),
    Fault.DE_ESCALATES: _("A later reminder never reaches less high than an earlier one of its sort."),
    Fault.TARGET_OUTSIDE: _("Your own target is at least an hour."),
}


class TimeInput(forms.TimeInput):
    """A time of day as browsers ask for it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class StepForm(forms.Form):
    """One reminder; without a number it is none."""

    amount = forms.IntegerField(label=_("When"), required=False, min_value=1, max_value=60 * 24 * 30)
    unit = forms.ChoiceField(label=_("Counted in"), choices=_UNITS)
    to = forms.MultipleChoiceField(
        label=_("Who"), required=False, choices=tuple(AUDIENCES.items()), widget=forms.CheckboxSelectMultiple
    )

    def step(self) -> Step | None:
        """The step that was filled in; None for an empty line."""
        given = self.cleaned_data
        if not given.get("amount"):
            return None
        to = tuple(audience for audience in Audience if audience in given["to"])
        if given["unit"] == _SHARE:
            return Step(to, share=given["amount"])
        return Step(to, lead=timedelta(minutes=given["amount"] * _MINUTES[given["unit"]]))


Steps = forms.formset_factory(StepForm, extra=2, max_num=_MOST, absolute_max=_MOST, validate_max=True)


def initial_steps(policy: Policy) -> list[dict[str, Any]]:
    """The lines that show a policy: shares by size, then leads by length."""
    shares = sorted((step for step in policy.steps if step.share), key=lambda step: step.share or 0)
    leads = sorted(
        (step for step in policy.steps if step.lead), key=lambda step: step.lead or timedelta(0), reverse=True
    )
    return [{"to": [who.value for who in step.to], **_counted(step)} for step in (*shares, *leads)]


def _counted(step: Step) -> dict[str, Any]:
    if step.lead is None:
        return {"amount": step.share, "unit": _SHARE}
    minutes = step.lead // timedelta(minutes=1)
    unit = next(name for name in ("weeks", "days", "hours", "minutes") if minutes % _MINUTES[name] == 0)
    return {"amount": minutes // _MINUTES[unit], "unit": unit}


class QuietForm(forms.Form):
    """Quiet hours and days; nothing filled in is none."""

    quiet_from = forms.TimeField(label=_("Quiet from"), required=False, widget=TimeInput())
    quiet_until = forms.TimeField(label=_("Until"), required=False, widget=TimeInput())
    quiet_on_days_off = forms.BooleanField(label=_("Quiet on Saturdays, Sundays and holidays"), required=False)

    def clean(self) -> dict[str, Any]:
        """Either both hours or neither."""
        given: dict[str, Any] = super().clean() or {}
        if (given.get("quiet_from") is None) != (given.get("quiet_until") is None) and not self.errors:
            self.add_error("quiet_until", _("Give both hours, or neither."))
        return given

    def quiet(self) -> Quiet | None:
        """What was filled in."""
        given = self.cleaned_data
        return quiet_of(given["quiet_from"], given["quiet_until"], days_off=given["quiet_on_days_off"])


def initial_quiet(quiet: Quiet | None) -> dict[str, Any]:
    """What the form shows of quiet hours."""
    hours = quiet is not None and quiet.begins != quiet.ends
    return {
        "quiet_from": quiet.begins if quiet and hours else None,
        "quiet_until": quiet.ends if quiet and hours else None,
        "quiet_on_days_off": bool(quiet and quiet.days_off),
    }


class PolicyForm(QuietForm):
    """What a policy says besides its steps."""

    target_hours = forms.IntegerField(
        label=_("Own target where no number is named, in hours"),
        min_value=1,
        max_value=_TARGET_HOURS,
        help_text=_("For “without undue delay” and the like. It is your aim, never shown as a limit."),
    )
    field_order = ("target_hours", "quiet_from", "quiet_until", "quiet_on_days_off")

    def policy(self, steps: Sequence[Step]) -> Policy | None:
        """The policy of the form and `steps`; None with an error where it can't be carried out."""
        try:
            return Policy(tuple(steps), timedelta(hours=self.cleaned_data["target_hours"]), self.quiet())
        except InvalidPolicy as error:
            self.add_error(None, FAULTS[error.fault])
            return None


class PreferenceForm(QuietForm):
    """How a person wants to be reminded."""

    mode = forms.ChoiceField(
        label=_("How often"),
        choices=(("at_once", _("Each reminder at once")), ("daily", _("One overview a day"))),
        widget=forms.RadioSelect,
        help_text=_("What concerns a limit of 72 hours or less always comes at once, also within quiet hours."),
    )
    digest_time = forms.TimeField(label=_("The overview comes at"), required=False, widget=TimeInput())
    field_order = ("mode", "digest_time", "quiet_from", "quiet_until", "quiet_on_days_off")

    def clean(self) -> dict[str, Any]:
        """An overview has its hour."""
        given = super().clean()
        if given.get("mode") == "daily" and given.get("digest_time") is None and "digest_time" not in self.errors:
            self.add_error("digest_time", _("At what time?"))
        return given

    def daily_at(self) -> time | None:
        """The hour of the overview; None for each at once."""
        return self.cleaned_data["digest_time"] if self.cleaned_data["mode"] == "daily" else None


def initial_preference(row: Preference) -> dict[str, Any]:
    """What the form shows of a person's preferences."""
    return {
        "mode": "daily" if row.next_digest_at else "at_once",
        "digest_time": row.digest_time,
        "quiet_from": row.quiet_from,
        "quiet_until": row.quiet_until,
        "quiet_on_days_off": row.quiet_on_days_off,
    }


class ChannelForm(forms.Form):
    """A channel to add."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ChannelKind.choices)
    address = forms.CharField(
        label=_("Address"),
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_(
            "An e-mail address, or a chat's webhook or Apprise address. It is sealed; nobody can read it back."
        ),
    )


class StandInForm(forms.Form):
    """Who stands in for somebody, and who manages them."""

    deputy = forms.ChoiceField(label=_("Deputy"), required=False)
    manager = forms.ChoiceField(label=_("Manager"), required=False)

    def __init__(self, *args: Any, others: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(row.user_id), str(row.user)) for row in others]
        by_role = {"deputy": _("the privacy officers"), "manager": _("management")}
        for name, word in by_role.items():
            self.fields[name].choices = [("", word), *people]  # type: ignore[attr-defined]
