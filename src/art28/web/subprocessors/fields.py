"""Fields of forms that hold countries."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.pages.templatetags.ui import places
from art28.web.subprocessors import spelling
from art28.web.taking_over import BadCell


class CountriesField(forms.CharField):
    """Countries, as "NL, DE"; also EU, EEA and worldwide."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Two letters each, such as NL, DE; also EU, EEA or worldwide."))
        super().__init__(**{"max_length": 400, **options})

    def prepare_value(self, value: Any) -> Any:
        """What the form shows."""
        return places(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        """The countries, each once."""
        try:
            return spelling.countries(super().to_python(value) or "")
        except BadCell as bad:
            raise forms.ValidationError(
                _("“%(text)s” is no country of two letters, such as NL or DE."),
                code="country",
                params={"text": bad.text},
            ) from bad

    def run_validators(self, value: Any) -> None:
        """None but those of `to_python`: the value is no longer text."""

    def validate(self, value: Any) -> None:
        """Whether something was given where that is asked for."""
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
