"""A choice out of what there may be thousands of -> its field: the first few that hold the words sought, and what is chosen.

The button beside the words asks for the form again, with all that was filled in and nothing judged; with a script, typing
fetches the options alone (`components/offered.html`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.utils import ErrorDict

from art28.web.typed import identifier

MOST = 50
"""How many are offered at once; where there are no more there is nothing to search."""
_LOOK = "look"
_TEMPLATE = "components/offered.html"
_LONGEST = 200
Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """What is chosen out of: rows of one organisation, in order, each called by its `name`."""

    rows: QuerySet[Any, Any]

    def chosen(self, given: Collection[object]) -> Options:
        """Those of the ids that are among the rows."""
        ids = [found for each in given if (found := identifier(str(each))) is not None]
        return self._named(self.rows.filter(pk__in=ids)) if ids else []

    def holding(self, sought: str) -> Options:
        """The first that hold every word, one more than are offered, which tells that there are more."""
        rows = self.rows
        for word in sought.split():
            rows = rows.filter(name__icontains=word)
        return self._named(rows[: MOST + 1])

    @staticmethod
    def _named(rows: QuerySet[Any, Any]) -> Options:
        return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


class _Searched:
    """Of a widget: what it searches by, and whether there is more than it offers."""

    inner = ""
    sought = ""
    is_searched = False
    has_more = False
    has_none = False

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """What the template needs besides the options."""
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        return {**context, "offered": self, "asks": f"find_{name}"}


class OfferedSelect(_Searched, forms.Select):
    """One out of many."""

    template_name = _TEMPLATE
    inner = forms.Select.template_name


class OfferedCheckboxes(_Searched, forms.CheckboxSelectMultiple):
    """Some out of many, as boxes to tick."""

    template_name = _TEMPLATE
    inner = forms.CheckboxSelectMultiple.template_name


class OfferingForm(forms.Form):
    """A form with such fields; `offer` gives each of them its options."""

    @property
    def looks(self) -> bool:
        """Whether it is asked for again with other options; then nothing in it is judged."""
        return self.is_bound and _LOOK in self.data

    def full_clean(self) -> None:
        """Judge what was filled in, unless it is still being filled in."""
        if not self.looks:
            super().full_clean()
            return
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data = {}

    def is_valid(self) -> bool:
        """Whether it can be kept."""
        return not self.looks and super().is_valid()

    def offer(self, name: str, source: Source, *, empty: str = "") -> None:
        """Give a field the options that hold the words sought, and those that are chosen; `empty` stands for none."""
        field: Any = self.fields[name]
        widget = field.widget
        widget.sought = " ".join(str(self.data.get(f"find_{name}", "")).replace("\x00", "")[:_LONGEST].split())
        given = self[name].value() or ()
        chosen = source.chosen([given] if isinstance(given, str) else given)
        found = source.holding(widget.sought)
        widget.has_more = len(found) > MOST
        widget.is_searched = widget.has_more or bool(widget.sought)
        listed = [*chosen, *(each for each in found[:MOST] if each not in chosen)]
        widget.has_none = not listed
        field.choices = [("", empty), *listed] if empty else listed
