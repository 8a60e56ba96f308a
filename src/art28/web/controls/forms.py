"""What people fill in about checks."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.controls import asset_queries, queries
from art28.web.controls.actions import About
from art28.web.controls.judging import Rule
from art28.web.controls.models import Check
from art28.web.controls.rhythm import Rhythm
from art28.web.controls.taking import CLOCKS_DIFFER, File, Given
from art28.web.fields import Day
from art28.web.services import queries as services
from art28.web.uploads import CopyField

_LONGEST_ACCEPTED_DAYS = 366
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_OFFERED = 500


class CheckForm(forms.Form):
    """A check."""

    name = forms.CharField(label=_("What is checked?"), max_length=200, help_text=_("For instance: back-up of mail."))
    shows = forms.CharField(label=_("What does it show?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    code = forms.CharField(
        label=_("Code"),
        required=False,
        max_length=40,
        help_text=_("By which programs and tables name it; made from the name where you leave it empty."),
    )
    rhythm = forms.ChoiceField(label=_("How often?"), choices=Rhythm.choices)
    max_age_days = forms.DecimalField(
        label=_("How old may the thing be, in days?"),
        required=False,
        min_value=Decimal("0.04"),
        max_value=3660,
        decimal_places=2,
        help_text=_("For instance 7 for a back-up of at most seven days old. Empty: its age doesn't count."),
    )
    may_be_unchanged = forms.BooleanField(label=_("It may be older where nothing changed since"), required=False)
    rule = forms.ChoiceField(label=_("Threshold"), choices=Rule.choices)
    bound = forms.DecimalField(label=_("Number"), required=False, max_digits=14, decimal_places=4)
    unit = forms.CharField(label=_("Unit"), required=False, max_length=30, help_text=_("For instance: bit."))
    owner = forms.ChoiceField(label=_("Who sees to it?"), required=False)
    escalate_hours = forms.IntegerField(
        label=_("Hours until the next in line is told of an alarm"), min_value=1, max_value=720, initial=24
    )
    measure = forms.ChoiceField(label=_("Behind which measure?"), required=False)
    service = forms.ChoiceField(label=_("Of which service?"), required=False)
    asset = forms.ChoiceField(label=_("Of which place or thing?"), required=False)
    mail_pass = forms.CharField(
        label=_("Words in the subject of a mail that it passed"),
        required=False,
        max_length=200,
        help_text=_("Parted by commas, for instance: success, geslaagd."),
    )
    mail_fail = forms.CharField(label=_("Words that it failed"), required=False, max_length=200)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {str(row.user_id): row.user for row in accounts.members(organisation) if row.ended_at is None}
        self.measures = {str(row.pk): row for row in queries.measures(organisation)[:_OFFERED]}
        self.services = {str(row.pk): row for row in services.services(organisation)[:_OFFERED]}
        self.assets = {str(row.pk): row for row in asset_queries.in_use(organisation)[:_OFFERED]}
        offered: Mapping[str, Mapping[str, Any]] = {
            "owner": self.owners,
            "measure": self.measures,
            "service": self.services,
            "asset": self.assets,
        }
        for name, found in offered.items():
            choices = [("", "–"), *((key, str(row)) for key, row in found.items())]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """Small letters, digits and hyphens."""
        given: str = self.cleaned_data["code"].strip().lower() or slugify(self.cleaned_data.get("name", ""))[:40].strip(
            "-"
        )
        if not _CODE.fullmatch(given):
            raise forms.ValidationError(_("Use letters, digits, points and hyphens."), code="code")
        return given

    def clean(self) -> dict[str, Any]:
        """A number belongs to a threshold; something must say until when a result may wait."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("rule") not in (None, Rule.SAID) and cleaned.get("bound") is None and "bound" in cleaned:
            self.add_error("bound", forms.ValidationError(_("Give the number of the threshold."), code="bound"))
        if cleaned.get("rhythm") == Rhythm.AGE and cleaned.get("max_age_days") is None and "max_age_days" in cleaned:
            self.add_error("max_age_days", forms.ValidationError(_("Say how old it may be."), code="age"))
        return cleaned

    def about(self) -> About:
        """What was filled in; call after `is_valid`."""
        given = dict(self.cleaned_data)
        days = given.pop("max_age_days")
        given["max_age_hours"] = int(days * 24) if days is not None else None
        given["bound"] = given["bound"] if given["rule"] != Rule.SAID else None
        given["owner"] = self.owners.get(given["owner"])
        given["measure"] = self.measures.get(given["measure"])
        given["service"] = self.services.get(given["service"])
        given["asset"] = self.assets.get(given["asset"])
        return About(**given)


def initial_of(row: Check) -> dict[str, Any]:
    """What the form shows of a check as it is."""
    found = {name: getattr(row, name) for name in CheckForm.base_fields if hasattr(row, name)}
    hours = row.max_age_hours
    return {
        **found,
        "bound": f"{row.bound.normalize():f}" if row.bound is not None else None,
        "max_age_days": f"{(Decimal(hours) / 24).normalize():f}" if hours is not None else None,
        "owner": str(row.owner_id or ""),
        "measure": str(row.measure_id or ""),
        "service": str(row.service_id or ""),
        "asset": str(row.asset_id or ""),
    }


class Instant(forms.DateTimeField):
    """An instant that has come, in local time."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Refuses what is yet to come."""
        at: datetime | None = super().clean(value)
        if at is not None and at > timezone.now() + CLOCKS_DIFFER:
            raise forms.ValidationError(_("This moment has yet to come."), code="future")
        return at


class ResultForm(forms.Form):
    """What a check found, with what shows it."""

    at = Instant(label=_("When was it checked?"))
    said = forms.ChoiceField(
        label=_("What was found?"), widget=forms.RadioSelect, choices=[("yes", _("Passed")), ("no", _("Failed"))]
    )
    value = forms.DecimalField(label=_("Value"), required=False, max_digits=14, decimal_places=4)
    of_at = Instant(label=_("From when is what was checked?"), required=False)
    unchanged = forms.BooleanField(label=_("Nothing changed since, so none newer was needed"), required=False)
    thing = forms.CharField(
        label=_("Of what?"), required=False, max_length=120, help_text=_("Where one check covers several things.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    evidence = forms.CharField(
        label=_("What shows it?"),
        required=False,
        max_length=500,
        help_text=_("For instance the reference of a ticket or where the report is kept."),
    )
    file = CopyField(label=_("Or a file that shows it"), required=False)

    def __init__(self, *args: Any, check: Check, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check_row = check
        if check.rule == Rule.SAID:
            del self.fields["value"]
        else:
            self.fields["value"].label = f"{_('Value')} ({check.unit})" if check.unit else _("Value")
            self.fields["value"].required = True
        if check.max_age_hours is None:
            del self.fields["of_at"]
        if not check.may_be_unchanged:
            del self.fields["unchanged"]

    def clean(self) -> dict[str, Any]:
        """By hand, something must show it; a thing isn't newer than its check."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("evidence") and not cleaned.get("file") and "file" in cleaned:
            self.add_error("evidence", forms.ValidationError(_("Say what shows it, or add a file."), code="evidence"))
        if "of_at" in cleaned and cleaned["of_at"] is None and not cleaned.get("unchanged"):
            self.add_error("of_at", forms.ValidationError(_("Say from when it is: its age counts."), code="age"))
        at, of_at = cleaned.get("at"), cleaned.get("of_at")
        if at and of_at and of_at > at:
            self.add_error("of_at", forms.ValidationError(_("It can't be newer than the check."), code="order"))
        return cleaned

    def given(self) -> Given:
        """What was filled in; call after `is_valid`."""
        said = self.cleaned_data
        file: UploadedFile[Any] | None = said["file"]
        return Given(
            check=self.check_row.pk,
            at=said["at"],
            said=said["said"] == "yes",
            value=said.get("value"),
            of_at=said.get("of_at"),
            unchanged=said.get("unchanged", False),
            thing=" ".join(said["thing"].split()),
            note=said["note"],
            evidence=said["evidence"],
            file=File(str(file.name), str(file.content_type or ""), file.read()) if file is not None else None,
        )


class AcceptForm(forms.Form):
    """Why an alarm is accepted, and until when."""

    reason = forms.CharField(label=_("Why is it accepted?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    until = Day(label=_("Until and including"))

    def clean_until(self) -> date:
        """A day to come, within a year."""
        until: date = self.cleaned_data["until"]
        ahead = (until - timezone.localdate()).days
        if not 0 <= ahead <= _LONGEST_ACCEPTED_DAYS:
            raise forms.ValidationError(_("Choose a day from today, within a year."), code="until")
        return until


class EndForm(forms.Form):
    """Why a check stops."""

    reason = forms.CharField(label=_("Why does it stop?"), max_length=500)


class PromiseForm(forms.Form):
    """Where an agreement promises a check."""

    agreement = forms.ChoiceField(label=_("Agreement"))
    clause = forms.CharField(label=_("Clause"), max_length=120, help_text=_("For instance: annex 2, back-up."))
    passage = forms.CharField(
        label=_("The passage"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As it stands in the agreement; it is looked up there."),
    )

    def __init__(self, *args: Any, offered: tuple[Agreement, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(row.pk): row for row in offered}
        choices = [(key, f"{row.counterparty_name} · {row.title}".strip(" ·")) for key, row in self.offered.items()]
        self.fields["agreement"].choices = choices  # type: ignore[attr-defined]
