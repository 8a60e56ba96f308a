"""Form fields for the facts of a draft, by their type: periods as a number and a unit, lists a line, records a line."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec
from art28.agreement.countries import codes_by_name
from art28.drafting.following import question_as_read
from art28.extraction.topics.document.questionnaire import FEWEST
from art28.law.places import InvalidCountry, country_code

LEFT_OUT = ""
_PERIOD = re.compile(r"(P)(\d{1,4})([DWMY])|(PT)(\d{1,4})(H)")
_UNITS = (("TH", _("hours")), ("D", _("days")), ("W", _("weeks")), ("M", _("months")), ("Y", _("years")))
_REGIONS = frozenset({"EU", "EEA", "worldwide"})
_MOST_LINES = 200
_TEXT = 2000
_MOST_DIGITS = 12
_WORDS: Mapping[str, tuple[str, ...]] = {
    "party": ("controller", "processor"),
    "purpose": ("breach", "contract", "support", "privacy", "security"),
    "basis": ("fixed", "contract_price", "fees_of_month", "fees_of_year", "insurance", "general_terms"),
    "per": ("event", "year", "total"),
}
# The answers to choose from behind a question, as "(yes/no)".
_ANSWERS = re.compile(r"(?P<question>.+?)\s*\((?P<options>[^()/]+(?:/[^()/]+)+)\)")


class PeriodWidget(forms.MultiWidget):
    """A number and a unit beside each other."""

    template_name = "drafts/period.html"

    def __init__(self) -> None:
        number = forms.NumberInput(attrs={"min": 1, "max": 9999, "aria-label": _("Number")})
        super().__init__((number, forms.Select(choices=_UNITS, attrs={"aria-label": _("Unit")})))

    def decompress(self, value: Any) -> list[Any]:
        """The number and the unit of an ISO 8601 period."""
        found = _PERIOD.fullmatch(str(value or ""))
        if found is None:
            return [None, "D"]
        return [found[2] or found[5], f"T{found[6]}" if found[6] else found[3]]


class PeriodField(forms.MultiValueField):
    """A period, as ISO 8601; empty leaves it out."""

    widget = PeriodWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = (
            forms.IntegerField(required=False, min_value=1, max_value=9999),
            forms.ChoiceField(choices=_UNITS, required=False),
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[Any]) -> str:
        """PT24H from 24 and hours."""
        if not data_list or data_list[0] is None:
            return LEFT_OUT
        unit = data_list[1] or "D"
        return f"PT{data_list[0]}{unit[1:]}" if unit.startswith("T") else f"P{data_list[0]}{unit}"


class ItemsField(forms.CharField):
    """One item a line, as a tuple; commas stay within an item."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 20_000, **kwargs})
        self.widget.attrs["rows"] = 3

    def clean(self, value: Any) -> Any:
        """The lines, without what surrounds them."""
        lines = (" ".join(line.strip(" \t-•").split()) for line in super().clean(value).splitlines())
        found = tuple(dict.fromkeys(line for line in lines if line))
        if len(found) > _MOST_LINES or any(len(line) > _TEXT for line in found):
            raise forms.ValidationError(_("At most 200 lines of 2,000 characters."), code="most")
        return found

    def prepare_value(self, value: Any) -> Any:
        """The items, one a line."""
        return "\n".join(map(str, value)) if isinstance(value, list | tuple) else value


class QuestionsField(ItemsField):
    """The questions about a breach, one a line, as records."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["rows"] = 8

    def clean(self, value: Any) -> Any:
        """The questions in order; too few are no form."""
        lines = super().clean(value)
        if lines and len(lines) < FEWEST:
            raise forms.ValidationError(_("A questionnaire has at least three questions."), code="few")
        return tuple(self._question(at, line) for at, line in enumerate(lines, start=1))

    def _question(self, at: int, line: str) -> Mapping[str, Any]:
        found = _ANSWERS.fullmatch(line)
        options = tuple(each.strip() for each in found["options"].split("/")) if found else None
        read = question_as_read({"question": found["question"] if found else line, "options": options}, at)
        if read is None:
            words = _("Line %(line)s doesn't read as one question: “%(text)s”.")
            raise forms.ValidationError(words, code="question", params={"line": at, "text": line})
        return read

    def prepare_value(self, value: Any) -> Any:
        """Each question as a line."""
        if not isinstance(value, list | tuple):
            return value
        return "\n".join(
            f"{each['question']} ({'/'.join(each['options'])})" if each.get("options") else str(each["question"])
            for each in value
        )


class RecordsField(ItemsField):
    """Records, one a line, their fields parted by slashes in the order of the fact's own."""

    def __init__(self, spec: FactSpec, *, language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._spec = spec
        self._language = language

    def clean(self, value: Any) -> Any:
        """The records; a line that has too many parts or an unknown word is refused by its number."""
        return tuple(self._record(at, line) for at, line in enumerate(super().clean(value), start=1))

    def _record(self, at: int, line: str) -> Mapping[str, Any]:
        parts = [part.strip() for part in line.split("/")]
        if len(parts) > len(self._spec.fields) or not parts[0]:
            raise forms.ValidationError(
                _("Line %(line)s doesn't read as %(fields)s."),
                code="parts",
                params={"line": at, "fields": self.shape()},
            )
        given = dict(zip(self._spec.fields, [*parts, *[""] * len(self._spec.fields)], strict=False))
        return {name: self._cell(at, name, text) for name, text in given.items()}

    def _cell(self, at: int, name: str, text: str) -> Any:
        if not text or text == "–":
            return None
        if name == "processing_in":
            return tuple(self._place(at, part) for part in text.split(","))
        if name == "established_in":
            return self._place(at, text)
        if name in _WORDS:
            return self._word(at, name, text)
        return self._amount(at, text) if name == "amount" else text

    def _amount(self, at: int, text: str) -> int:
        digits = text.removeprefix("€").strip().replace(".", "").replace(",", "")
        if digits.isdecimal() and 0 < len(digits) <= _MOST_DIGITS and int(digits):
            return int(digits)
        raise forms.ValidationError(
            _("Line %(line)s: write whole euros, such as 500000, not “%(text)s”."),
            code="amount",
            params={"line": at, "text": text},
        )

    def _place(self, at: int, text: str) -> str:
        for region in _REGIONS:
            if text.strip().casefold() in (region.casefold(), *self._said("established_in", region)):
                return region
        try:
            return codes_by_name().get(text.strip().casefold()) or country_code(text)
        except InvalidCountry:
            raise forms.ValidationError(
                _("Line %(line)s: write countries as two letters, such as NL or DE, not “%(text)s”."),
                code="country",
                params={"line": at, "text": text.strip()},
            ) from None

    def _word(self, at: int, name: str, text: str) -> str:
        known = _WORDS[name]
        for each in known:
            if text.casefold() in (each, *self._said(name, each)):
                return each
        raise forms.ValidationError(
            _("Line %(line)s: “%(text)s” is none of %(known)s."),
            code="word",
            params={"line": at, "text": text, "known": ", ".join(self._in_words(name, each) for each in known)},
        )

    def _said(self, name: str, value: str) -> tuple[str, ...]:
        return tuple(labels.cell(self._spec.key, name, value, language).casefold() for language in ("nl", "en"))

    def _in_words(self, name: str, value: Any) -> str:
        return labels.cell(self._spec.key, name, value, self._language)

    def shape(self) -> str:
        """How a line is written."""
        return " / ".join(labels.field(name, self._language).lower() for name in self._spec.fields)

    def prepare_value(self, value: Any) -> Any:
        """Each record as a line."""
        if not isinstance(value, list | tuple):
            return value
        return "\n".join(self._line(record) for record in value)

    def _line(self, record: Mapping[str, Any]) -> str:
        cells = [self._shown(name, record.get(name)) for name in self._spec.fields]
        while cells and not cells[-1]:
            cells.pop()
        return " / ".join(cell or "–" for cell in cells)

    def _shown(self, name: str, value: Any) -> str:
        if name in ("processing_in", "established_in"):
            return ", ".join(value) if isinstance(value, list | tuple) else str(value or "")
        return self._in_words(name, value).replace("/", "-")
