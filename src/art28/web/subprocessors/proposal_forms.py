"""What people fill in about a change of sub-processor."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.fields import Day
from art28.web.offering import OfferedCheckboxes, OfferedSelect, OfferingForm, Source
from art28.web.services import queries as services
from art28.web.subprocessors import queries
from art28.web.subprocessors.fields import CountriesField
from art28.web.subprocessors.models import Kind
from art28.web.subprocessors.proposing import Proposed

_MOST_DAYS = 365


class ProposalForm(OfferingForm):
    """What is to change, for which services, in which countries, from when."""

    kind = forms.ChoiceField(label=_("What changes"), choices=Kind.choices, widget=forms.RadioSelect)
    sub_processor = forms.ChoiceField(label=_("Sub-processor"), widget=OfferedSelect)
    replaced = forms.ChoiceField(label=_("Takes the place of"), required=False, widget=OfferedSelect)
    role = forms.CharField(label=_("What it does"), max_length=200, required=False)
    countries = CountriesField(label=_("Processes data in"), required=False)
    services = forms.MultipleChoiceField(
        label=_("For which services"),
        required=False,
        widget=OfferedCheckboxes,
        help_text=_("None chosen: every agreement counts as touched."),
    )
    planned_on = Day(label=_("Takes effect on"))
    why = forms.CharField(
        label=_("Why"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands in the notices to customers."),
    )  # fmt: skip
    reply_to = forms.EmailField(
        label=_("Address for objections"),
        max_length=254,
        required=False,
        help_text=_("Stands in the notices, beside the link by which customers answer."),
    )
    window_days = forms.IntegerField(
        label=_("Days to object, where the agreement names none"), required=False, min_value=1, max_value=_MOST_DAYS
    )

    def __init__(self, organisation: Organisation, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._known = queries.offered(organisation)
        self.offer("sub_processor", Source(self._known))
        self.offer("replaced", Source(self._known), empty="–")
        self.offer("services", Source(services.offered(organisation)))

    def clean(self) -> dict[str, Any]:
        """A replacement replaces another; what is engaged or moved processes data somewhere."""
        given = super().clean() or self.cleaned_data
        kind, replaced = given.get("kind"), given.get("replaced")
        if kind == Kind.REPLACE and not replaced:
            self.add_error("replaced", forms.ValidationError(_("Say whose place it takes."), code="replaced"))
        if kind == Kind.REPLACE and replaced and replaced == given.get("sub_processor"):
            self.add_error("replaced", forms.ValidationError(_("It can't take its own place."), code="itself"))
        if kind in (Kind.ADD, Kind.REPLACE, Kind.MOVE) and "countries" in given and not given["countries"]:
            self.add_error("countries", forms.ValidationError(_("Say where data will be processed."), code="countries"))
        return given

    def proposed(self) -> Proposed:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        wanted = [each for each in (given["sub_processor"], given["replaced"]) if each]
        named = {str(row.pk): row for row in self._known.filter(pk__in=wanted)}
        return Proposed(
            kind=given["kind"],
            sub_processor=named[given["sub_processor"]],
            replaced=named[given["replaced"]] if given["kind"] == Kind.REPLACE else None,
            role=given["role"],
            countries=given["countries"] if given["kind"] != Kind.REMOVE else (),
            services=tuple(UUID(each) for each in given["services"]),
            planned_on=given["planned_on"],
            why=given["why"],
            reply_to=given["reply_to"],
            window_days=given["window_days"],
        )
