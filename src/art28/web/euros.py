"""Sums of money in forms: typed in euros, kept in cents."""

from decimal import Decimal
from typing import Any

from django import forms

_MOST_EUROS = 1_000_000_000
_CENTS = 100


class Euros(forms.DecimalField):
    """An amount that is typed in euros and comes out as a whole number of cents; None where nothing was filled in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=_MOST_EUROS, decimal_places=2, max_digits=12, **kwargs)

    def clean(self, value: Any) -> Any:
        """The cents."""
        euros: Decimal | None = super().clean(value)
        return None if euros is None else int(euros * _CENTS)

    def prepare_value(self, value: Any) -> Any:
        """What is kept, in euros; what somebody typed, as it was typed."""
        return Decimal(value) / _CENTS if isinstance(value, int) else value
