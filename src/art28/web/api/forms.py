"""Making a token."""

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.web.api.models import Scope


class TokenForm(forms.Form):
    """What a token is for, and what it lets do."""

    name = forms.CharField(label=_("What is it for?"), max_length=80, help_text=_("For instance: monitoring."))
    whose = forms.ChoiceField(
        label=_("On whose behalf?"),
        widget=forms.RadioSelect,
        initial="me",
        choices=[("me", _("On mine: it does what I may")), ("all", _("The organisation's: it stays when I leave"))],
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"), widget=forms.CheckboxSelectMultiple, choices=Scope.choices
    )
    days = forms.ChoiceField(
        label=_("How long does it count?"),
        initial="365",
        choices=[("30", _("30 days")), ("90", _("90 days")), ("365", _("A year")), ("0", _("Until it is revoked"))],
    )
