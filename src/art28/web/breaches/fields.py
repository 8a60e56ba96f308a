"""Form fields for what a breach is described with: instants in local time, lists a line, counts that may be a range."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.timelimits.instants import AMSTERDAM, InvalidInstant, in_utc, parse_instant

_CLOCKS_DIFFER = timedelta(minutes=5)


class InstantInput(forms.DateTimeInput):
    """The browser's own control for a local date and time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(attrs={"step": 60}, format="%Y-%m-%dT%H:%M")


class InstantField(forms.Field):
    """A local date and time as an aware UTC instant. An hour that the clock shows twice is the first: it ends earlier."""

    widget = InstantInput

    def to_python(self, value: object) -> datetime | None:
        """Read the local time; empty is None."""
        if value in self.empty_values:
            return None
        try:
            moment = parse_instant(str(value), AMSTERDAM)
        except InvalidInstant as error:
            raise forms.ValidationError(
                _("Give a date and a time, such as 22-11-2026 02:10."), code="instant"
            ) from error
        if moment.is_day:
            raise forms.ValidationError(_("Give the time of day as well."), code="time")
        return in_utc(moment.at)

    def prepare_value(self, value: Any) -> Any:
        """The instant as the browser's control writes it."""
        if isinstance(value, datetime):
            return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")
        return value


class PastField(InstantField):
    """An instant that has been: a clock neither starts nor ends in the future."""

    def validate(self, value: Any) -> None:
        """Refuse what lies further ahead than clocks differ."""
        super().validate(value)
        if isinstance(value, datetime) and value > timezone.now() + _CLOCKS_DIFFER:
            raise forms.ValidationError(_("This lies in the future."), code="future")


class LinesField(forms.CharField):
    """One item a line, as a tuple."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> Any:
        """The lines without what surrounds them; commas part items too where there is one line only."""
        text: str = super().clean(value)
        lines = [line.strip(" \t-•") for line in text.splitlines()]
        if len([line for line in lines if line]) == 1:
            lines = [part.strip() for part in lines[0].split(",")] if lines[0] else lines
        return tuple(line for line in lines if line)

    def prepare_value(self, value: Any) -> Any:
        """The items, one a line."""
        if isinstance(value, Sequence) and not isinstance(value, str):
            return "\n".join(str(item) for item in value)
        return value
