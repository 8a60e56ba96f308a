"""What is filled in to begin a renewal, and by a customer who leaves."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.drafting.carrying import is_particular
from art28.drafting.clauses import NONE, templates
from art28.drafting.draft import standard_questionnaire
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as known
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction
from art28.web.amendments import queries
from art28.web.amendments.models import Scope, Way
from art28.web.drafts import queries as drafts
from art28.web.drafts.models import Draft
from art28.web.fields import Day
from art28.web.house import queries as houses
from art28.web.house.drafting import template_name

_MOST_PATTERNS = 100


class RenewalForm(forms.Form):
    """What the new version is, by what it comes to hold, and for which agreements; `about()` and `agreements()` give it."""

    name = forms.CharField(label=_("What do you call this renewal?"), max_length=200)
    way = forms.ChoiceField(
        label=_("By what does the new version come to hold?"), choices=Way.choices, widget=forms.RadioSelect,
        initial=Way.CONSENT,
    )  # fmt: skip
    scope = forms.ChoiceField(
        label=_("What becomes new?"), choices=Scope.choices, widget=forms.RadioSelect, initial=Scope.WHOLE, required=False,
        help_text=_(
            "New annexes are drawn up from what you keep today: services with their data and people, sub-processors, "
            "contacts and measures. Each agreement then keeps its own template. An addendum "
            "changes what you choose in its draft, or what the draft named below chose otherwise than its template."
        ),
    )  # fmt: skip
    template = forms.ChoiceField(label=_("New template"), widget=forms.RadioSelect, initial="balanced")
    pattern = forms.ChoiceField(
        label=_("With the choices of a draft"),
        required=False,
        help_text=_("What was chosen there besides its parties and their data becomes the new standard."),
    )
    what = forms.CharField(
        label=_("What changes, and why?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands in the letter to the other side."),
    )
    effective_on = Day(
        label=_("Takes effect on"),
        required=False,
        help_text=_("Empty: with the last signature. An agreement whose notice isn't over by then has a later day."),
    )
    direction = forms.ChoiceField(
        label=_("Which agreements?"),
        choices=[(each.value, each.label) for each in (Direction.PROCESSOR, Direction.CONTROLLER)],
        initial=Direction.PROCESSOR,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("Only with, by name"), max_length=200, required=False)
    was = forms.ChoiceField(label=_("Only drafted from"), required=False)
    days = forms.IntegerField(label=_("Days in which to sign"), min_value=1, max_value=180, initial=30)
    days_of_notice = forms.IntegerField(
        label=_("Days of notice where the agreement names none"), min_value=1, max_value=365, initial=60
    )
    signer_name = forms.CharField(label=_("Who signs for us?"), max_length=200, required=False)
    signer_role = forms.CharField(label=_("Role"), max_length=200, required=False)
    signer_email = forms.EmailField(label=_("E-mail address"), max_length=254, required=False)

    def __init__(self, organisation: Organisation, *args: Any, only: Agreement | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation, self._only = organisation, only
        spoken = "nl" if (get_language() or "nl") == "nl" else "en"
        ours = [(name, each.label[spoken]) for name, each in templates().items()]
        self._patterns = {str(each.pk): each for each in drafts.patterns(organisation)[:_MOST_PATTERNS]}
        self.fields["template"].choices = ours  # type: ignore[attr-defined]
        self._houses = {template_name(each): each.template for each in houses.usable(organisation)}
        own = [(name, f"{each.name} ({_('your own Word template')})") for name, each in self._houses.items()]
        self.fields["template"].choices = [*ours, *own]  # type: ignore[attr-defined]
        self.fields["was"].choices = [("", _("any template")), *ours, ("-", _("another paper"))]  # type: ignore[attr-defined]
        self.fields["pattern"].choices = [  # type: ignore[attr-defined]
            ("", "–"),
            *((pk, f"{each.title} ({dict(ours).get(each.template, '')})") for pk, each in self._patterns.items()),
        ]
        if only is not None:
            for name in ("direction", "words", "was"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """What each way needs, and that there is an agreement at all."""
        given: dict[str, Any] = super().clean() or {}
        pattern = self._patterns.get(given.get("pattern", ""))
        adds = given.get("scope") == Scope.ADDENDUM
        if pattern is not None and pattern.template != given.get("template") and not adds:
            self.add_error(
                "pattern", forms.ValidationError(_("That draft is made from another template."), code="other")
            )
        self._house(given)
        if given.get("way") == Way.CONSENT:
            for name in ("signer_name", "signer_email"):
                if not given.get(name):
                    self.add_error(
                        name, forms.ValidationError(_("Say who signs for your organisation."), code="signer")
                    )
        else:
            self._revision(given)
        if not self.errors and not self.agreements().exists():
            words = _("No agreement in force is like this.")
            self.add_error("words" if "words" in self.fields else None, forms.ValidationError(words, code="none"))
        return given

    def _house(self, given: dict[str, Any]) -> None:
        """A Word template of one's own is a whole agreement, in one role."""
        house = self._houses.get(given.get("template", ""))
        if house is None:
            return
        if given.get("scope") == Scope.ADDENDUM:
            words = _("An addendum is made of the clauses of our templates: choose one of those.")
            self.add_error("template", forms.ValidationError(words, code="house"))
        direction = self._only.direction if self._only is not None else given.get("direction")
        if direction != house.direction:
            words = _("In that template you are the other party.")
            self.add_error("template", forms.ValidationError(words, code="role"))

    def _revision(self, given: dict[str, Any]) -> None:
        on = given.get("effective_on")
        if on is None or on <= timezone.localdate() + timedelta(days=1):
            self.add_error("effective_on", forms.ValidationError(_("Name a day that is still to come."), code="day"))
        direction = self._only.direction if self._only is not None else given.get("direction")
        if direction != Direction.PROCESSOR:
            words = _("Only a processor revises by notice; as a controller you agree on the new version.")
            self.add_error("way", forms.ValidationError(words, code="processor"))

    def agreements(self) -> QuerySet[Agreement]:
        """The agreements that are chosen; call after the fields were cleaned."""
        if self._only is not None:
            direction = Direction(self._only.direction)
            return queries.choosable(self._organisation, direction, "", "").filter(pk=self._only.pk)
        given = self.cleaned_data
        return queries.choosable(self._organisation, Direction(given["direction"]), given["words"], given["was"])

    def about(self) -> dict[str, Any]:
        """The columns of the renewal; call after `is_valid`."""
        given = self.cleaned_data
        names = ("name", "way", "scope", "template", "what", "effective_on", "days", "days_of_notice")
        signer = ("signer_name", "signer_role", "signer_email")
        given["scope"] = given["scope"] or Scope.WHOLE
        pattern = self._patterns.get(given["pattern"]) if given["scope"] != Scope.ANNEXES else None
        facts = _standard(pattern) if pattern is not None else {}
        if pattern is not None and given["scope"] == Scope.ADDENDUM:
            facts = _otherwise(pattern, facts)
        return {name: given[name] for name in (*names, *signer)} | {"facts": facts}


def _standard(pattern: Draft) -> dict[str, Any]:
    version = drafts.version(pattern)
    facts = version.facts if version is not None else {}
    return {key: value for key, value in facts.items() if not is_particular(key)}


def _otherwise(pattern: Draft, facts: dict[str, Any]) -> dict[str, Any]:
    """What was chosen in a draft otherwise than its template has it: an addendum changes no more than that."""
    usual = {**templates()[pattern.template].facts, "breach.questionnaire": standard_questionnaire(pattern.language)}
    return {key: value for key, value in facts.items() if rows.of_value(usual.get(key, NONE)) != value}


class LeaveForm(forms.Form):
    """Who leaves, and why."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    reason = forms.CharField(label=_("Why?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    sure = forms.BooleanField(label=_("We terminate the agreement because of this revision."))


def only(organisation: Organisation, agreement_id: UUID | None) -> Agreement | None:
    """The one agreement that a renewal is for, where the address names one."""
    return known.agreement(organisation, agreement_id) if agreement_id is not None else None
