"""What people fill in about what was agreed: answers to changes, overviews, wishes, certificates, weighings."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.breaches.models import Breach
from art28.web.fields import Day, PastDay
from art28.web.measures.agreed import Answered, AskedFor
from art28.web.measures.changing import Said
from art28.web.measures.giving import AskedOverview
from art28.web.measures.models import Measure
from art28.web.measures.wishing import Asked

_MOST_EUROS = 10_000_000


def _long(label: Any, *, most: int = 2000, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text)


class AnswerForm(forms.Form):
    """What the other side answered, or why its agreement needs nothing after all."""

    standing = forms.ChoiceField(
        label=_("What was answered?"),
        choices=[
            (Answered.CONSENTED.value, Answered.CONSENTED.label),
            (Answered.REFUSED.value, Answered.REFUSED.label),
            (Answered.OBJECTED.value, Answered.OBJECTED.label),
            (Answered.LIFTED.value, Answered.LIFTED.label),
        ],
    )
    text = forms.CharField(
        label=_("In which words, or why?"), max_length=1000, help_text=_("And where the writing is kept.")
    )
    answered_by = forms.CharField(label=_("By whom?"), max_length=200)
    on = PastDay(label=_("On"))

    def said(self) -> Said:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Said(standing=Answered(given["standing"]), text=given["text"], by=given["answered_by"], on=given["on"])


class OverviewForm(forms.Form):
    """A request for an overview."""

    asked_by = forms.CharField(label=_("Who asks?"), max_length=200)
    asked_on = PastDay(label=_("Asked on"))
    why = forms.ChoiceField(label=_("Why now?"), choices=AskedFor.choices)
    breach = forms.ChoiceField(label=_("Which breach?"), required=False)
    reason = forms.CharField(label=_("Which reason?"), max_length=500, required=False)

    def __init__(self, *args: Any, breaches: Iterable[Breach], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._breaches = {str(each.pk): each for each in breaches}
        self.fields["breach"].choices = [  # type: ignore[attr-defined]
            ("", _("None")),
            *((key, f"{each.reference} · {each.title}") for key, each in self._breaches.items()),
        ]

    def asked(self) -> AskedOverview:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return AskedOverview(
            asked_on=given["asked_on"],
            asked_by=given["asked_by"],
            why=AskedFor(given["why"]),
            breach=self._breaches.get(given["breach"]),
            reason=given["reason"],
        )


class WishForm(forms.Form):
    """A further measure that is asked for."""

    what = _long(_("What is asked for?"), most=4000)
    asked_by = forms.CharField(label=_("Who asks?"), max_length=200)
    asked_on = PastDay(label=_("Asked on"))

    def asked(self) -> Asked:
        """What was filled in; call after `is_valid`."""
        return Asked(**self.cleaned_data)


class OfferForm(forms.Form):
    """At what price, on which terms."""

    price = forms.DecimalField(
        label=_("Price in euros"), min_value=Decimal(0), max_value=_MOST_EUROS, decimal_places=2, required=False
    )
    terms = forms.CharField(label=_("On which terms?"), max_length=500, required=False)

    def price_cents(self) -> int | None:
        """The price; None for none. Call after `is_valid`."""
        given: Decimal | None = self.cleaned_data["price"]
        return None if given is None else int(given * 100)


class SignedForm(forms.Form):
    """That both signed."""

    signed_on = PastDay(label=_("Signed on"))
    signed_by_us = forms.CharField(label=_("By whom for us?"), max_length=200)
    signed_by_them = forms.CharField(label=_("By whom for the customer?"), max_length=200)
    kept_at = forms.CharField(label=_("Where is it kept?"), max_length=300)


class DoneForm(forms.Form):
    """By which measure it was carried out."""

    measure = forms.ChoiceField(label=_("By which measure?"))
    on = PastDay(label=_("On"))

    def __init__(self, *args: Any, measures: Iterable[Measure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measures: Mapping[str, Measure] = {str(each.pk): each for each in measures}
        self.fields["measure"].choices = [(key, each.name) for key, each in self.measures.items()]  # type: ignore[attr-defined]


class ChargeForm(forms.Form):
    """That it was charged."""

    on = PastDay(label=_("Charged on"))


class CertificateForm(forms.Form):
    """A certificate."""

    standard = forms.CharField(
        label=_("Standard"),
        max_length=60,
        help_text=_(
            "Such as ISO/IEC 27001:2022, NEN 7510, ISO 9001; or the report of the yearly audit that you have done yourself."
        ),
    )
    holder = forms.CharField(
        label=_("Who holds it?"), max_length=200, help_text=_("Yourself, a data centre, a supplier, an employee.")
    )
    issuer = forms.CharField(label=_("Issued by"), max_length=200)
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    scope = forms.CharField(label=_("For what?"), max_length=500, required=False)
    issued_on = PastDay(label=_("Issued on"))
    expires_on = Day(label=_("Valid until and including"))
    kept_at = forms.CharField(label=_("Where is it kept?"), max_length=300)

    def clean(self) -> dict[str, Any]:
        """It lapses after it was issued."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("issued_on"), cleaned.get("expires_on")
        if first and last and last <= first:
            self.add_error("expires_on", forms.ValidationError(_("It lapses after it was issued."), code="order"))
        return cleaned


class WeighingForm(forms.Form):
    """What was weighed (Art. 32(1) GDPR)."""

    on = PastDay(label=_("On"))
    state_of_the_art = _long(_("State of the art"))
    sensitivity = _long(_("Nature and sensitivity of the data, risk to people"))
    cost = _long(_("Cost of implementation"))
    outcome = _long(_("What follows for the measures?"))
