"""What people say when a limit stands still, runs on or ends later."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.obligations import moving
from art28.obligations.moving import Pause, Refusal
from art28.obligations.record import duty_of
from art28.web.clocks.models import Obligation
from art28.web.fields import InstantField, PastField

PAUSES: dict[Pause, str | Promise] = {
    Pause.IDENTITY_ASKED: _("We asked who the person is, on reasonable doubt and without delay (Art. 12(6))"),
    Pause.CHOICE_AWAITED: _("We asked for the controller's choice and wait for it (Art. 28(3)(g))"),
    Pause.CLAUSE: _("A clause of the agreement says so"),
}
REFUSALS: dict[Refusal, str | Promise] = {
    Refusal.NO_NUMBER: _("it has no number of hours or days that could be held up"),
    Refusal.COUNTS_BACK: _("it is counted back from something planned: move that instead"),
    Refusal.BREACH: _("a breach is reported without undue delay, whatever is still awaited (Art. 33)"),
    Refusal.LAW_KNOWS_NONE: _("the law sets this limit, and knows no such rule for it"),
    Refusal.EXTENDED_ALREADY: _("it was extended before, and the law does so once"),
    Refusal.TOLD_TOO_LATE: _("that lies after the end of the limit"),
    Refusal.NOT_LATER: _("that is not later than it ends now"),
    Refusal.BEFORE_START: _("that lies before the limit began"),
}


def _reason(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class PauseForm(forms.Form):
    """That time stands still, and by what ground."""

    ground = forms.ChoiceField(label=_("What lets it stand still?"))
    at = PastField(label=_("Since when?"))
    clause = forms.CharField(label=_("Which clause?"), max_length=80, required=False)
    reason = _reason(_("What was asked, and why was it needed?"))

    def __init__(self, *args: Any, allowed: tuple[Pause, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [(each.value, PAUSES[each]) for each in allowed]  # type: ignore[attr-defined]
        if Pause.CLAUSE not in allowed:
            del self.fields["clause"]

    def clean(self) -> dict[str, Any]:
        """A clause that is relied on is named."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("ground") == Pause.CLAUSE and not cleaned.get("clause"):
            self.add_error("clause", forms.ValidationError(_("Name the clause."), code="required"))
        return cleaned


class ResumeForm(forms.Form):
    """That what was awaited has come."""

    at = PastField(label=_("Since when does it run on?"))
    reason = _reason(_("What came?"))


class ExtendForm(forms.Form):
    """That the person was told of an extension, within the first month and with reasons."""

    told_at = PastField(label=_("When was the person told?"))
    how = forms.CharField(label=_("How?"), max_length=200)
    reason = _reason(_("Which reasons were given? (how complex it is, how many requests there are)"))


class PostponeForm(forms.Form):
    """That both sides agreed on a later end."""

    until = InstantField(label=_("Until when?"))
    agreed_by = forms.CharField(label=_("Who agreed, on the other side?"), max_length=200)
    agreed_at = PastField(label=_("When was it agreed?"))
    reason = _reason(_("Why, and where does it stand?"))


def offered(row: Obligation) -> dict[str, Any]:
    """What the page of a running clock offers, and why it doesn't offer the rest."""
    if row.paused_at is not None:
        return {"resume_form": ResumeForm(initial={"at": timezone.now()}, auto_id="id_resume_%s")}
    duty = duty_of(row.duty)
    pauses, stays = moving.pauses(duty), moving.postpones(duty)
    found: dict[str, Any] = {"no_pause": "", "no_postponing": REFUSALS[stays] if stays else ""}
    if isinstance(pauses, Refusal):
        found["no_pause"] = REFUSALS[pauses]
    else:
        found["pause_form"] = PauseForm(allowed=pauses, initial={"at": timezone.now()}, auto_id="id_pause_%s")
    if moving.may_extend(duty):
        found["extend_form"] = ExtendForm(initial={"told_at": timezone.now()}, auto_id="id_extend_%s")
    if stays is None:
        found["postpone_form"] = PostponeForm(
            initial={"agreed_at": timezone.now(), "until": row.ends_at}, auto_id="id_postpone_%s"
        )
    return found
