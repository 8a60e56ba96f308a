"""What people fill in on the controller's side of a breach."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.assessing import words
from art28.assessing.dossier import Means
from art28.assessing.severity import ADDITIONS, CONTEXTS, IDENTIFICATIONS, Circumstance, DataClass, Scored
from art28.notices.language import Language
from art28.web.assessments.models import About, Decision, Exception34, Outcome, Risk
from art28.web.fields import PastField

PROOF_MAX_BYTES = 10 * 1024 * 1024


def spoken() -> Language:
    """The language of the page."""
    return Language.NL if (get_language() or "nl").startswith("nl") else Language.EN


def _lines(label: Any, *, rows: int = 3, required: bool = True, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=10_000, required=required, help_text=help_text, widget=widget)


class AwarenessForm(forms.Form):
    """From when the 72 hours count."""

    received_at = PastField(
        label=_("The processor's report was received"),
        required=False,
        help_text=_("From then on the controller is aware, in principle."),
    )
    known_at = PastField(
        label=_("Your organisation knew already"),
        required=False,
        help_text=_("Only where it was reasonably certain before that personal data were affected."),
    )
    reason = forms.CharField(label=_("Why these moments?"), max_length=300)
    may_loosen = forms.BooleanField(
        label=_("This counts from later than the clock does now. I decide so, and the reason above says why."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """One of the two instants at least."""
        cleaned = super().clean() or self.cleaned_data
        empty = not (cleaned.get("received_at") or cleaned.get("known_at"))
        if empty and not self.errors:
            raise forms.ValidationError(_("Give at least one of the two moments."), code="instant")
        return cleaned


class SeverityForm(forms.Form):
    """The ENISA method; all of it may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = spoken()
        absent = ("", _("Not concerned"))
        for kind in DataClass:
            self.fields[f"context_{kind.value}"] = forms.ChoiceField(
                label=words.data_class(kind, language),
                help_text=words.data_class_help(kind, language),
                required=False,
                choices=[absent, *((str(value), str(value)) for value in CONTEXTS)],
                widget=forms.RadioSelect,
                initial="",
            )
        self.fields["identification"] = forms.ChoiceField(
            label=_("How easily can people be identified?"),
            required=False,
            choices=[
                ("", _("Not scored")),
                *((str(value), words.identification(value, language)) for value in IDENTIFICATIONS),
            ],
        )
        for circumstance, values in ADDITIONS.items():
            self.fields[circumstance.value] = forms.ChoiceField(
                label=words.circumstance(circumstance, language),
                required=False,
                choices=[(str(value), words.addition(circumstance, value, language)) for value in values],
            )

    def clean(self) -> dict[str, Any]:
        """Both a class of data and a degree of identification, or neither."""
        cleaned = super().clean() or self.cleaned_data
        if bool(self._contexts(cleaned)) != bool(cleaned.get("identification")):
            raise forms.ValidationError(
                _("For a score, choose a class of data and how easily people are identified; or leave both out."),
                code="half",
            )
        return cleaned

    @staticmethod
    def _contexts(given: dict[str, Any]) -> dict[DataClass, int]:
        return {kind: int(value) for kind in DataClass if (value := given.get(f"context_{kind.value}"))}

    def scored(self) -> Scored | None:
        """What was chosen; None where the method wasn't used. Call after `is_valid`."""
        contexts = self._contexts(self.cleaned_data)
        if not contexts:
            return None
        circumstances = {kind: Decimal(self.cleaned_data[kind.value] or "0") for kind in Circumstance}
        return Scored(
            contexts=contexts,
            identification=Decimal(self.cleaned_data["identification"]),
            circumstances=circumstances,
        )

    def classes(self) -> list[forms.BoundField]:
        """The fields of the classes of data."""
        return [self[f"context_{kind.value}"] for kind in DataClass]

    def circumstances(self) -> list[forms.BoundField]:
        """The fields of the circumstances."""
        return [self[kind.value] for kind in Circumstance]


def initial_scored(decision: Decision | None) -> dict[str, str]:
    """What the method's form shows of an earlier decision."""
    if decision is None or decision.scored is None:
        return {}
    kept = decision.scored
    shown = {f"context_{kind}": str(value) for kind, value in kept["contexts"].items()}
    return {**shown, "identification": kept["identification"], **kept["circumstances"]}


_YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class DecisionForm(forms.Form):
    """What the person decides, whatever the score."""

    risk = forms.ChoiceField(
        label=_("What do you judge the risk to people's rights and freedoms to be?"),
        choices=Risk.choices,
        widget=forms.RadioSelect,
    )
    reasons = _lines(_("Why?"), rows=4, help_text=_("The authority may ask to see this: Art. 33(5) GDPR."))
    authority = forms.ChoiceField(label=_("Notify the authority?"), choices=_YES_NO, widget=forms.RadioSelect)
    people = forms.ChoiceField(label=_("Tell the people concerned?"), choices=_YES_NO, widget=forms.RadioSelect)
    exception = forms.ChoiceField(
        label=_("With a high risk, why are they not told one by one? Art. 34(3) GDPR"),
        required=False,
        choices=[("", _("No exception")), *Exception34.choices],
    )
    exception_reasons = _lines(_("Why does that exception hold here?"), required=False)


class ConsultationForm(forms.Form):
    """A consultation with the processor."""

    held_at = PastField(label=_("When"))
    spoken_to = forms.CharField(label=_("With whom"), max_length=200)
    about = forms.ChoiceField(label=_("On telling"), choices=About.choices)
    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect)
    note = _lines(_("What was said"), help_text=_("Where the processor was not reached: what was tried, and when."))


class NotifiedForm(forms.Form):
    """That the authority was notified."""

    notified_at = PastField(label=_("Notified on"))
    reference = forms.CharField(label=_("Number that the authority gave"), max_length=80)
    complete = forms.ChoiceField(
        label=_("Is everything known now?"),
        choices=[("yes", _("Yes, the notification is complete")), ("no", _("Not yet; a supplement follows"))],
        widget=forms.RadioSelect,
    )
    late_reasons = _lines(_("Why was it later than 72 hours?"), required=False)
    proof = forms.FileField(
        label=_("Confirmation of the authority"), required=False, help_text=_("Such as a PDF; at most 10 MB.")
    )

    def clean_proof(self) -> Any:
        """Refuse what is too large to keep beside the case."""
        given = self.cleaned_data["proof"]
        if given and given.size > PROOF_MAX_BYTES:
            raise forms.ValidationError(_("This file is larger than 10 MB."), code="size")
        return given


MEANS = [
    (Means.LETTER.value, _("letter")),
    (Means.EMAIL.value, _("e-mail")),
    (Means.TELEPHONE.value, _("telephone")),
    (Means.WEBSITE.value, _("website")),
    (Means.SOCIAL_MEDIA.value, _("social media")),
    (Means.NEWSPAPER.value, _("newspaper")),
    (Means.OTHER.value, _("otherwise")),
]


class ToldForm(forms.Form):
    """That people, or the public, were told."""

    told_at = PastField(label=_("Told on"))
    means = forms.MultipleChoiceField(label=_("How"), choices=MEANS, widget=forms.CheckboxSelectMultiple)
    people_count = forms.IntegerField(label=_("How many people"), required=False, min_value=0, max_value=2_000_000_000)
    place = forms.CharField(
        label=_("Where the public can read it"),
        required=False,
        max_length=500,
        help_text=_("For a public communication: the address or the paper."),
    )
    advice = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10_000)
