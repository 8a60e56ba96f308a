"""Form fields that many rooms ask with: days, instants in local time, one item a line."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.timelimits.instants import AMSTERDAM, InvalidInstant, in_utc, parse_instant

_CLOCKS_DIFFER = timedelta(minutes=5)


class InstantInput(forms.DateTimeInput):
    """The browser's own control for a local date and time."""

    input_type = "datetime-local"
    template_name = "components/instant.html"

    def __init__(self) -> None:
        super().__init__(attrs={"step": 60}, format="%Y-%m-%dT%H:%M")

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The local time, with which of two it is where the clock shows it twice."""
        given = super().value_from_datadict(data, files, name)
        which = data.get(f"{name}-which", "")
        return f"{given}{_WHICH}{which}" if given and which in ("first", "second") else given

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The control, and beside it which of two, where the clock shows the given time twice."""
        text, _mark, which = str(value or "").partition(_WHICH)
        context: dict[str, Any] = super().get_context(name, text if _mark else value, attrs)
        twice = both(text)
        shown = [(kind, f"{at:%H:%M} (UTC{at:%z})") for kind, at in zip(("first", "second"), twice, strict=False)]
        return {**context, "which": which, "which_name": f"{name}-which", "twice": shown}


_WHICH = "|"
_TWICE = _(
    "The clock showed this time twice. Say which of the two is meant; if in doubt the first, which ends earlier."
)


def both(text: str, zone: ZoneInfo = AMSTERDAM) -> tuple[datetime, ...]:
    """The two instants of a local time that the clock shows twice; empty for any other."""
    try:
        read = datetime.fromisoformat(text.strip())
        moment = parse_instant(text, zone)
    except ValueError:
        return ()
    if read.tzinfo is not None or moment.is_day or not moment.warnings:
        return ()
    return (moment.at, moment.at.replace(fold=1))


class InstantField(forms.Field):
    """A local date and time as an aware UTC instant, in the zone that is active.

    Of an hour that the clock shows twice it is asked which of the two is meant; a time that the clock jumps over is refused.
    An instant that names its offset ("2026-10-25T02:10+01:00") is taken as it is.
    """

    widget = InstantInput

    def to_python(self, value: object) -> datetime | None:
        """Read the local time; empty is None."""
        if value in self.empty_values:
            return None
        text, _mark, which = str(value).partition(_WHICH)
        try:
            zone = _zone()
            moment = parse_instant(text, zone)
        except InvalidInstant as error:
            if _never_was(text):
                raise forms.ValidationError(
                    _("The clock skipped this time when summer time began. Give a time before or after it."),
                    code="skipped",
                ) from error
            raise forms.ValidationError(
                _("Give a date and a time, such as 22-11-2026 02:10."), code="instant"
            ) from error
        if moment.is_day:
            raise forms.ValidationError(_("Give the time of day as well."), code="time")
        if twice := both(text, zone):
            if which not in ("first", "second"):
                raise forms.ValidationError(_TWICE, code="twice")
            return in_utc(twice[which == "second"])
        return in_utc(moment.at)

    def prepare_value(self, value: Any) -> Any:
        """The instant as the browser's control writes it."""
        if isinstance(value, datetime):
            local = timezone.localtime(value)
            text = local.strftime("%Y-%m-%dT%H:%M")
            return f"{text}{_WHICH}{'second' if local.fold else 'first'}" if both(text, _zone()) else text
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as it is shown."""
        return super().has_changed(self.prepare_value(initial), data)


def _zone() -> ZoneInfo:
    zone = timezone.get_current_timezone()
    return zone if isinstance(zone, ZoneInfo) else AMSTERDAM


def _never_was(text: str) -> bool:
    try:
        return datetime.fromisoformat(text.strip()).tzinfo is None
    except ValueError:
        return False


class PastField(InstantField):
    """An instant that has been: a clock neither starts nor ends in the future."""

    def validate(self, value: Any) -> None:
        """Refuse what lies further ahead than clocks differ."""
        super().validate(value)
        if isinstance(value, datetime) and value > timezone.now() + _CLOCKS_DIFFER:
            raise forms.ValidationError(
                _("This lies in the future. Check the date and the time; it is now %(now)s.")
                % {"now": timezone.localtime().strftime("%d-%m-%Y %H:%M")},
                code="future",
            )


class AsksLongAgo(forms.Form):
    """A form with an instant from which clocks count: one long ago is asked about once, since a wrong year is easily typed.

    Its template includes `components/long_ago.html`; `ASKED` is the field of the instant.
    """

    long_ago = forms.BooleanField(required=False)  # shown only once it is asked

    ASKED: ClassVar[str] = "aware_at"
    LONG_AGO = timedelta(days=30)
    asked_days: int | None = None

    def ask_long_ago(self, at: datetime | None) -> None:
        """Call from `clean`: refuses an instant longer ago than `LONG_AGO` until somebody says that it is right."""
        past = timezone.now() - at if at else timedelta()
        if past > self.LONG_AGO and not self.cleaned_data.get("long_ago"):
            self.asked_days = past.days
            self.add_error(
                self.ASKED, forms.ValidationError(_("Check the year, the month and the day."), code="long_ago")
            )


class DayInput(forms.DateInput):
    """The browser's own control for a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Day(forms.DateField):
    """A day, picked; it may lie ahead."""

    widget = DayInput


class PastDay(Day):
    """A day that has come."""

    def clean(self, value: Any) -> Any:
        """Refuses a day ahead."""
        day: date | None = super().clean(value)
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come."), code="future")
        return day


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
