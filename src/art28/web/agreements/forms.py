"""Forms: putting files in, and a fact's value by its type."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, FactType
from art28.extraction.values.amounts import amounts
from art28.extraction.values.dates import dates
from art28.extraction.values.durations import durations
from art28.reading.formats import SUFFIXES
from art28.web.agreements import pointing
from art28.web.agreements.deciding import Ground
from art28.web.agreements.models import AgreementText

_PERIOD = re.compile(r"P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?(T(\d{1,4}H)?(\d{1,4}M)?)?")
_COUNT = re.compile(r"[0-9]{1,4}")
_AMOUNT = re.compile(r"[0-9]{1,15}")
_SEVERAL = frozenset({"processing_in", "options"})
_NO_COLUMN = frozenset({"count", "passage", "marks"})
_SPARE_RECORDS = 2
_MOST_RECORDS = 60


def _period(words: str) -> str | None:
    """The one period that somebody wrote, as ISO 8601; None for none or several."""
    if _PERIOD.fullmatch(words.strip().upper()) and not words.strip().upper().endswith("T"):
        return words.strip().upper()
    found = [duration.iso for duration in durations(words)]
    return found[0] if len(found) == 1 else None


def _euros(words: str) -> int | None:
    """The one amount that somebody wrote, with or without the euro sign."""
    found = list(amounts(words)) or list(amounts(f"€ {words.strip()}"))
    return found[0].euros if len(found) == 1 else None


def _date(words: str) -> str | None:
    """The one date that somebody wrote."""
    found = [each.iso for each in dates(words)]
    return found[0] if len(found) == 1 else None


_SAID: Mapping[FactType, Callable[[str], Any]] = {
    FactType.DURATION: _period,
    FactType.MONEY: _euros,
    FactType.DATE: _date,
}
_NOT_UNDERSTOOD: Mapping[FactType, str | Promise] = {
    FactType.DURATION: _(
        "“%(words)s” names no single period. Write a number and a unit, such as 24 hours or two weeks."
    ),
    FactType.MONEY: _("“%(words)s” names no single amount. Write it in euros, such as 500,000 or € 1.5 million."),
    FactType.DATE: _("“%(words)s” names no single date. Write day, month and year, such as 1 May 2024."),
}


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; cleaned to a list."""

    widget = SeveralFiles

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The kinds of files that the chooser offers first; others may be chosen, and are refused with a reason."""
        return {**super().widget_attrs(widget), "accept": ",".join((*SUFFIXES, ".zip", ".eml"))}

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
    """A fact's value, with fields by its type, and the passage that settles it.

    `value()` gives the value as the row keeps it; `ground()` the passage, None where what was cited stays. Without `text` no
    passage is asked for.
    """

    def __init__(
        self, spec: FactSpec, *args: Any, current: Any = None, text: AgreementText | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.spec = spec
        self.current = current
        self.text = text
        self._passage: tuple[int, int] | None = None
        self.columns: tuple[str, ...] = ()
        self._language = get_language() or "nl"
        self._add_fields()
        if text is not None:
            self.fields["passage"] = forms.CharField(
                label=_("Passage that says so"),
                required=False,
                max_length=pointing.LONGEST,
                widget=forms.Textarea(attrs={"rows": 3, "data-passage": ""}),
                help_text=_(
                    "Select it in the document, or copy it word for word. Leave this empty to keep the passage as it is."
                ),
            )
            self.fields["marks"] = forms.CharField(
                required=False, max_length=60, widget=forms.HiddenInput(attrs={"data-marks": ""})
            )

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
                self._add_words(label, _("In words or figures: 24 hours, two weeks, 5 working days."))
            case FactType.MONEY:
                self._add_words(label, _("In euros: 500,000 or € 1.5 million."))
            case FactType.DATE:
                self._add_words(label, _("Day, month and year: 1 May 2024 or 2024-05-01."))
            case FactType.RECORDS:
                self._add_records()

    def _choices(self) -> list[tuple[str, str]]:
        return [(value, labels.choice(self.spec.key, value, self._language)) for value in self.spec.values]

    def _add_words(self, label: str, help_text: str | Promise) -> None:
        shown = None if self.current is None else labels.value(self.spec.key, self.current, self._language)
        if shown is not None and _SAID[self.spec.type](shown) != self.current:
            shown = str(self.current)
        self.fields["words"] = forms.CharField(label=label, max_length=120, initial=shown, help_text=str(help_text))

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
        numbers = {name.split("_")[0] for name in self.fields if name not in _NO_COLUMN}
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
            case FactType.DURATION | FactType.MONEY | FactType.DATE:
                return _SAID[self.spec.type](given["words"])
            case FactType.RECORDS:
                return self._records(given)

    def ground(self) -> Ground | None:
        """The passage that the person pointed at; None for none."""
        if self.text is None or self._passage is None:
            return None
        start, end = self._passage
        return Ground([pointing.citation(self.text, start, end)], provision=pointing.provision(self.text, start))

    def clean_words(self) -> str:
        """Words that hold one period, amount or date."""
        words: str = self.cleaned_data["words"]
        if _SAID[self.spec.type](words) is None:
            raise forms.ValidationError(
                str(_NOT_UNDERSTOOD[self.spec.type]), code="not_understood", params={"words": words}
            )
        return words

    def clean_passage(self) -> str:
        """A passage that stands in the document, at one place."""
        words: str = self.cleaned_data["passage"]
        if self.text is None or not words.strip():
            return words
        marks = str(self.data.get(self.add_prefix("marks")) or "")
        self._passage = pointing.selected(self.text, marks) if marks else None
        if self._passage is not None:
            return words
        places = pointing.verbatim(self.text, words)
        if not places:
            raise forms.ValidationError(
                _("This passage isn't in the document. Copy it from the text, without changing a word."),
                code="not_found",
            )
        if len(places) > 1:
            raise forms.ValidationError(
                _("These words stand in the document more than once. Copy more of the sentence around them."),
                code="not_unique",
            )
        self._passage = places[0]
        return words

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
