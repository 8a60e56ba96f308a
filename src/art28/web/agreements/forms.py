"""Forms: putting files in, and a fact's value by its type."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, FactType

_PERIOD = re.compile(r"P(?:(\d+)([YMWD])|T(\d+)H)")
_COUNT = re.compile(r"[0-9]{1,4}")
_AMOUNT = re.compile(r"[0-9]{1,15}")
_UNITS = (
    ("H", _("hours")),
    ("D", _("days")),
    ("W", _("weeks")),
    ("M", _("months")),
    ("Y", _("years")),
)
_SEVERAL = frozenset({"processing_in", "options"})
_SPARE_RECORDS = 2
_MOST_RECORDS = 60


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; cleaned to a list."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file cleaned on its own; an empty one is let through, since the batch says what is wrong with it."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files:
            return super().clean(None, initial)
        return list(files)


class UploadForm(forms.Form):
    """Puts files in."""

    sources = FilesField(label=_("Files"), allow_empty_file=True)

    def uploads(self) -> list["UploadedFile[bytes]"]:
        """The files, in the order chosen."""
        found: list[UploadedFile[bytes]] = self.cleaned_data["sources"]
        return found


class FactForm(forms.Form):
    """A fact's value, with fields by its type. `value()` gives it as the row keeps it."""

    def __init__(self, spec: FactSpec, *args: Any, current: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spec = spec
        self.current = current
        self.columns: tuple[str, ...] = ()
        self._language = get_language() or "nl"
        self._add_fields()

    def _add_fields(self) -> None:
        label = labels.fact(self.spec.key, self._language)
        match self.spec.type:
            case FactType.TEXT:
                self.fields["text"] = forms.CharField(label=label, max_length=2000, initial=self.current)
            case FactType.TEXTS:
                self.fields["text"] = forms.CharField(
                    label=label,
                    widget=forms.Textarea(attrs={"rows": 5}),
                    help_text=_("One on each line."),
                    initial="\n".join(self.current or ()),
                )
            case FactType.FLAG:
                self.fields["choice"] = forms.ChoiceField(
                    label=label,
                    choices=[("1", _("Yes")), ("0", _("No"))],
                    widget=forms.RadioSelect,
                    initial={True: "1", False: "0"}.get(self.current),
                )
            case FactType.CHOICE:
                self.fields["choice"] = forms.ChoiceField(
                    label=label, choices=self._choices(), widget=forms.RadioSelect, initial=self.current
                )
            case FactType.CHOICES:
                self.fields["choices"] = forms.MultipleChoiceField(
                    label=label, choices=self._choices(), widget=forms.CheckboxSelectMultiple, initial=self.current
                )
            case FactType.DURATION:
                self._add_period(label)
            case FactType.MONEY:
                self.fields["amount"] = forms.IntegerField(
                    label=label, min_value=0, initial=self.current, help_text=_("In whole euros.")
                )
            case FactType.DATE:
                self.fields["day"] = forms.DateField(
                    label=label, initial=self.current, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
                )
            case FactType.RECORDS:
                self._add_records()

    def _choices(self) -> list[tuple[str, str]]:
        return [(value, labels.choice(self.spec.key, value, self._language)) for value in self.spec.values]

    def _add_period(self, label: str) -> None:
        found = _PERIOD.fullmatch(self.current or "")
        amount, unit = (found[1] or found[3], found[2] or "H") if found else (None, None)
        self.fields["amount"] = forms.IntegerField(label=label, min_value=1, max_value=9999, initial=amount)
        self.fields["unit"] = forms.ChoiceField(label=_("Unit"), choices=_UNITS, initial=unit or "D")

    def _add_records(self) -> None:
        records: Sequence[Mapping[str, Any]] = self.current or ()
        self.columns = self.spec.fields
        count = min(len(records) + _SPARE_RECORDS, _MOST_RECORDS)
        if self.is_bound:
            given = str(self.data.get("count", ""))
            count = min(int(given), _MOST_RECORDS) if _COUNT.fullmatch(given) else 0
        self.fields["count"] = forms.IntegerField(widget=forms.HiddenInput, initial=count)
        for number in range(count):
            record = records[number] if number < len(records) else {}
            for name in self.spec.fields:
                self.fields[f"r{number}_{name}"] = forms.CharField(
                    label=f"{labels.field(name, self._language)} {number + 1}",
                    required=False,
                    max_length=2000,
                    initial=_as_text(record.get(name)),
                )

    def record_rows(self) -> Iterable[list[forms.BoundField]]:
        """The bound fields of each record, for a table."""
        numbers = {name.split("_")[0] for name in self.fields if name != "count"}
        for number in sorted(numbers, key=lambda text: int(text[1:])):
            yield [self[f"{number}_{name}"] for name in self.columns]

    def column_labels(self) -> list[str]:
        """The heads of that table."""
        return [labels.field(name, self._language) for name in self.columns]

    def value(self) -> Any:
        """The value entered, as JSON."""
        given = self.cleaned_data
        match self.spec.type:
            case FactType.TEXT:
                return given["text"].strip()
            case FactType.TEXTS:
                return [line.strip() for line in given["text"].splitlines() if line.strip()]
            case FactType.FLAG:
                return given["choice"] == "1"
            case FactType.CHOICE:
                return given["choice"]
            case FactType.CHOICES:
                return given["choices"]
            case FactType.DURATION:
                return f"PT{given['amount']}H" if given["unit"] == "H" else f"P{given['amount']}{given['unit']}"
            case FactType.MONEY:
                return given["amount"]
            case FactType.DATE:
                return given["day"].isoformat()
            case FactType.RECORDS:
                return self._records(given)

    def clean(self) -> dict[str, Any]:
        """A list of records has at least one."""
        given: dict[str, Any] = super().clean() or {}
        if self.spec.type is FactType.RECORDS and not self.errors and not self._records(given):
            raise forms.ValidationError(_("Fill in at least one line, or mark this as not said."), code="no_records")
        return given

    def _records(self, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        records = []
        for number in range(given.get("count") or 0):
            texts = {name: str(given.get(f"r{number}_{name}") or "").strip() for name in self.spec.fields}
            if any(texts.values()):
                records.append({name: _as_field(name, text) for name, text in texts.items()})
        return records


def _as_text(item: Any) -> str:
    if item is None:
        return ""
    return ", ".join(str(each) for each in item) if isinstance(item, list) else str(item)


def _as_field(name: str, text: str) -> Any:
    if not text:
        return None
    if name in _SEVERAL:
        return [part.strip() for part in text.split(",") if part.strip()]
    if name == "amount":
        digits = re.sub(r"[.,\s€]", "", text)
        return int(digits) if _AMOUNT.fullmatch(digits) else None
    return text
