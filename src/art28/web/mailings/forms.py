"""What people fill in about mailings."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.notices.language import Language
from art28.web.mailings.models import MailingPolicy
from art28.web.mailings.sources import Choice

_DUE = (
    ("", _("all limits")),
    ("4", _("within 4 hours")),
    ("12", _("within 12 hours")),
    ("24", _("within 24 hours")),
    ("48", _("within 48 hours")),
    ("72", _("within 72 hours")),
)
_CHANNELS = (("", _("all channels")), ("email", _("e-mail")), ("phone", _("telephone")), ("portal", _("portal")))
_LANGUAGES = (("", _("all languages")), (Language.NL.value, _("Dutch")), (Language.EN.value, _("English")))
CLOSING = "closing"


class PrepareForm(forms.Form):
    """Which notice, to which of the agreements that have not had it yet."""

    notice_kind = forms.ChoiceField(label=_("Notice"), widget=forms.RadioSelect)
    due_within = forms.ChoiceField(label=_("Whose limit ends"), required=False, choices=_DUE)
    channel = forms.ChoiceField(label=_("Channel"), required=False, choices=_CHANNELS)
    language = forms.ChoiceField(label=_("Language"), required=False, choices=_LANGUAGES)
    answered_only = forms.BooleanField(label=_("Only those without open questions"), required=False)
    also_calls = forms.BooleanField(
        label=_("Also those that want a telephone call; the call still has to be made"), required=False
    )
    together = forms.BooleanField(label=_("Agreements of one customer in one message"), required=False, initial=True)
    late_reasons = forms.CharField(
        label=_("If a limit has passed: why?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands only in reports that leave after their limit."),
    )
    closing_reason = forms.CharField(
        label=_("Why is it closed?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For a closing message."),
    )

    def __init__(self, *args: Any, kinds: list[tuple[str, str | Promise]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["notice_kind"].choices = kinds  # type: ignore[attr-defined]

    def checks(self) -> list[forms.BoundField]:
        """The fields that are ticked."""
        return [self[name] for name in ("together", "answered_only", "also_calls")]

    def clean(self) -> dict[str, Any]:
        """A closing message says why."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("notice_kind") == CLOSING and not cleaned.get("closing_reason", "").strip():
            self.add_error("closing_reason", forms.ValidationError(_("A closing message says why."), code="reason"))
        return cleaned

    def choice(self) -> Choice:
        """What was chosen; call after `is_valid`."""
        given = self.cleaned_data
        return Choice(
            notice_kind=given["notice_kind"],
            due_within=int(given["due_within"]) if given["due_within"] else None,
            channel=given["channel"],
            language=given["language"],
            answered_only=given["answered_only"],
            also_calls=given["also_calls"],
        )


class RulesForm(forms.Form):
    """What the organisation asks before a mailing leaves."""

    approval_from = forms.IntegerField(
        label=_("A second person approves from this many messages on"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Empty: nobody need approve. Whoever prepared a mailing never approves it."),
    )
    recall_minutes = forms.IntegerField(
        label=_("Recall time after release, in minutes"),
        min_value=0,
        max_value=1440,
        help_text=_("0: it leaves at once. A limit that ends within it makes it shorter."),
    )

    @staticmethod
    def initial_of(policy: MailingPolicy) -> dict[str, int | None]:
        """What the form shows of the rules as they are."""
        return {"approval_from": policy.approval_from, "recall_minutes": policy.recall_minutes}
