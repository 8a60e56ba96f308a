"""Forms of house templates: taking one in, settling its blanks, filling it in for one customer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.drafting.house.columns import Column, columns
from art28.drafting.house.filling import Template
from art28.drafting.house.model import Blank, Refused, Use
from art28.drafting.house.sheet import wants
from art28.web.agreements.models import Direction
from art28.web.house.saying import PROBLEMS

_BEFORE, _AFTER = 90, 60
_LINES = frozenset({FactType.TEXTS})


def spoken() -> str:
    """The language of the page, of those in which facts have names."""
    return "nl" if (get_language() or "nl") == "nl" else "en"


class TakeInForm(forms.Form):
    """A Word document, and what it is for."""

    file = forms.FileField(label=_("Word document (DOCX or DOTX)"), max_length=255)
    name = forms.CharField(
        label=_("Called"),
        max_length=200,
        required=False,
        help_text=_("The name of the file, unless you fill in another."),
    )
    language = forms.ChoiceField(
        label=_("Language of the agreement"), choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    direction = forms.ChoiceField(
        label=_("Who processes"),
        choices=[(value.value, value.label) for value in (Direction.PROCESSOR, Direction.CONTROLLER)],
        initial=Direction.PROCESSOR,
        widget=forms.RadioSelect,
    )


class ReplaceForm(forms.Form):
    """A newer file of a template."""

    file = forms.FileField(label=_("Word document (DOCX or DOTX)"), max_length=255)
    version = forms.IntegerField(widget=forms.HiddenInput)


class SheetForm(forms.Form):
    """A sheet that was filled in."""

    file = forms.FileField(label=_("XLSX file"), max_length=255)


@dataclass(frozen=True, slots=True)
class Line:
    """A blank on the page: where it stands, and its fields."""

    blank: Blank
    before: str
    after: str
    what: forms.BoundField
    name: forms.BoundField
    required: forms.BoundField


class SettleForm(forms.Form):
    """What each blank of a version is: a fact, a field of one's own, or nothing to be filled in."""

    def __init__(self, blanks: Sequence[Blank], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._blanks = tuple(blanks)
        choices = tuple(_choices())
        for each in self._blanks:
            chosen = each.fact if each.use is Use.FACT else each.use.value
            what = forms.ChoiceField(label=_("What it is"), choices=choices, initial=chosen)
            name = forms.CharField(label=_("Called"), max_length=80, initial=each.name, required=False)
            needed = forms.BooleanField(label=_("required"), initial=each.required, required=False)
            self.fields |= {f"what_{each.key}": what, f"name_{each.key}": name, f"required_{each.key}": needed}

    def lines(self) -> Iterator[Line]:
        """The blanks in the order of the document."""
        for each in self._blanks:
            before, after = _cut(each.before.rpartition("\n")[2], -_BEFORE), _cut(each.after, _AFTER)
            bound = (self[f"{name}_{each.key}"] for name in ("what", "name", "required"))
            yield Line(each, before, after, *bound)

    def settled(self) -> tuple[Blank, ...]:
        """The blanks as they were settled; call after `is_valid`."""
        return tuple(map(self._settled, self._blanks))

    def _settled(self, blank: Blank) -> Blank:
        what = self.cleaned_data[f"what_{blank.key}"]
        use = Use(what) if what in (Use.OWN, Use.LEFT) else Use.FACT
        name = " ".join(self.cleaned_data[f"name_{blank.key}"].split()) or blank.name
        needed = use is not Use.LEFT and self.cleaned_data[f"required_{blank.key}"]
        return replace(blank, use=use, fact=what if use is Use.FACT else "", name=name, required=needed)


def _cut(text: str, length: int) -> str:
    """The end of `text`, or with a positive length its beginning, cut between words."""
    if len(text) <= abs(length):
        return text
    return f"… {text[length:].partition(' ')[2]}" if length < 0 else f"{text[:length].rpartition(' ')[0]} …"


def _choices() -> Iterator[tuple[str, Any]]:
    language = spoken()
    yield Use.OWN.value, _("A field of our own")
    yield Use.LEFT.value, _("Leave as it stands")
    groups: dict[str, list[tuple[str, str]]] = {}
    for spec in catalogue().values():
        if spec.type is not FactType.RECORDS:
            groups.setdefault(spec.group, []).append((spec.key, labels.fact(spec.key, language)))
    for name, facts in groups.items():
        yield labels.group(name, language), facts


class FillForm(forms.Form):
    """A field for each column of the template's sheet; `values` are what was filled in, by the key of a blank."""

    def __init__(self, template: Template, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._template = template
        self._columns = columns(template.blanks, spoken())
        self.values: Mapping[str, Any] = {}
        for each in self._columns:
            self.fields[_field(each)] = _asked(each)

    def clean(self) -> dict[str, Any]:
        """Every value as it goes in; what doesn't fit is said at its field."""
        given: dict[str, Any] = super().clean() or {}
        by_blank = {blank.key: given.get(_field(each), "") for each in self._columns for blank in each.blanks}
        try:
            self.values = self._template.values(by_blank, line=0)
        except Refused as refused:
            at = {self._template.headings[each.blanks[0].key]: _field(each) for each in self._columns}
            for problem in refused.problems:
                if at[problem.column] in self.errors:
                    continue
                said: str | Promise = PROBLEMS[problem.wrong]
                self.add_error(at[problem.column], f"{str(said)[:1].upper()}{str(said)[1:]}.")
        return given


def _field(column: Column) -> str:
    return f"b{column.blanks[0].key}"


def _asked(column: Column) -> forms.CharField:
    blank = column.blanks[0]
    spec = catalogue().get(blank.fact)
    several = blank.fact == "" or (spec is not None and spec.type in _LINES)
    help_text = wants(blank, spoken())
    required = any(each.required for each in column.blanks)
    if blank.options:
        return forms.ChoiceField(
            label=column.heading, choices=[("", "–"), *((each, each) for each in blank.options)], required=required
        )  # type: ignore[return-value]
    widget = forms.Textarea(attrs={"rows": 2}) if several and blank.fact else forms.TextInput()
    return forms.CharField(
        label=column.heading, required=required, max_length=4_000, help_text=help_text, widget=widget
    )
