"""What people fill in about the library: measures, how they are looked after, evidence, reviews, what stands under them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.securing.controls import control_name, controls
from art28.securing.topics import ARTICLE_32, topics
from art28.web.accounts.models import User
from art28.web.fields import Day, PastDay
from art28.web.measures.about import About, on_topic
from art28.web.measures.actions import Arranged, Reviewed
from art28.web.measures.changing import Planned
from art28.web.measures.models import Effect, Evidence, ItemKind, Measure, Standing
from art28.web.uploads import CopyField

_MOST_MONTHS = 60


class ControlsField(forms.CharField):
    """Numbers of controls, as "5.15, 8.3"; each must exist."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Numbers of Annex A, such as 5.15, 8.3."))
        super().__init__(**{"max_length": 400, "required": False, **options})

    def prepare_value(self, value: Any) -> Any:
        """What the form shows."""
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        """The numbers, each once, in the order of the standard."""
        given = {part for part in (super().clean(value) or "").replace(";", ",").replace(" ", ",").split(",") if part}
        unknown = sorted(given - controls().keys())
        if unknown:
            raise forms.ValidationError(
                _("“%(text)s” is no control of ISO/IEC 27001:2022, Annex A (5.1 to 8.34)."),
                code="control",
                params={"text": ", ".join(unknown)},
            )
        return tuple(number for number in controls() if number in given)


def topic_choices() -> list[tuple[str, str]]:
    """Every topic, named in the reader's language."""
    spoken = (get_language() or "nl")[:2]
    return [(code, topic.name(spoken)) for code, topic in topics().items()]


def control_choices(numbers: Iterable[str]) -> list[tuple[str, str]]:
    """Controls by number and name."""
    spoken = (get_language() or "nl")[:2]
    return [(number, f"{number} {control_name(number, spoken)}") for number in numbers]


class AboutForm(forms.Form):
    """A measure: what it is called, what it says, what it is about. The rest follows from that, and can be changed."""

    name = forms.CharField(label=_("Name"), max_length=200)
    text = forms.CharField(
        label=_("What is done?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In your own words; customers read it in overviews and notices."),
    )
    topic = forms.ChoiceField(label=_("About"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = topic_choices()  # type: ignore[attr-defined]

    def about(self) -> About:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return on_topic(given["topic"], given["name"].strip(), given["text"].strip())


class ArrangeForm(forms.Form):
    """Whether it is in place, whose it is, when it is reviewed, where it stands in the standards."""

    standing = forms.ChoiceField(label=_("Is it in place?"), choices=Standing.choices)
    owner = forms.ChoiceField(label=_("Whose is it?"), required=False)
    review_on = Day(label=_("Next review on"), required=False)
    review_months = forms.IntegerField(
        label=_("Reviewed every how many months?"), min_value=1, max_value=_MOST_MONTHS, initial=12
    )
    article_32 = forms.MultipleChoiceField(
        label=_("Art. 32(1) GDPR"),
        required=False,
        choices=[
            ("a", _("a: pseudonymise and encrypt")),
            ("b", _("b: keep secret, whole, available and resilient")),
            ("c", _("c: restore in time")),
            ("d", _("d: test, assess and evaluate")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    iso27001 = ControlsField(label=_("ISO/IEC 27001:2022"))
    nen7510 = ControlsField(label=_("NEN 7510-2:2024"))

    def __init__(self, data: Any = None, *, members: Iterable[User], row: Measure, auto_id: str) -> None:
        self._members = {str(each.pk): each for each in members}
        self._row = row
        initial = {name: getattr(row, name) for name in self.base_fields}
        initial["owner"] = str(row.owner_id or "")
        super().__init__(data, initial=initial, auto_id=auto_id)
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody yet")),
            *((key, str(each)) for key, each in self._members.items()),
        ]

    def clean_review_on(self) -> date | None:
        """A day ahead, unless it stays as it is."""
        on: date | None = self.cleaned_data["review_on"]
        if on is not None and on != self._row.review_on and on <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day after today."), code="ahead")
        return on

    def arranged(self) -> Arranged:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Arranged(
            standing=Standing(given["standing"]),
            owner=self._members.get(given["owner"]),
            review_months=given["review_months"],
            review_on=given["review_on"],
            article_32=tuple(letter for letter in ARTICLE_32 if letter in given["article_32"]),
            iso27001=given["iso27001"],
            nen7510=given["nen7510"],
        )


class EvidenceForm(forms.Form):
    """What shows that it is in place."""

    name = forms.CharField(label=_("What is it?"), max_length=200)
    on = PastDay(label=_("Of which day?"))
    file = CopyField(label=_("File"), required=False)
    reference = forms.CharField(label=_("Or where is it kept?"), max_length=300, required=False)


class ReviewForm(forms.Form):
    """What a review came to; it closes with evidence that no review used before."""

    evidence = forms.ChoiceField(label=_("On which new evidence?"))
    on = PastDay(label=_("Reviewed on"))
    effect = forms.ChoiceField(label=_("Does it work?"), choices=Effect.choices, widget=forms.RadioSelect)
    findings = forms.CharField(label=_("What was found?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    follow_up = forms.CharField(
        label=_("What follows?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    next_on = Day(label=_("Next review on"))

    def __init__(self, *args: Any, offered: Iterable[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered = {str(each.pk): each for each in offered}
        self.fields["evidence"].choices = [  # type: ignore[attr-defined]
            (key, f"{each.name} ({date_format(each.on, 'j F Y')})") for key, each in self._offered.items()
        ]

    def clean_next_on(self) -> date:
        """A day ahead."""
        on: date = self.cleaned_data["next_on"]
        if on <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day after today."), code="ahead")
        return on

    def reviewed(self) -> Reviewed:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Reviewed(
            evidence=self._offered[given["evidence"]],
            effect=Effect(given["effect"]),
            findings=given["findings"],
            follow_up=given["follow_up"],
            on=given["on"],
            next_on=given["next_on"],
        )


class ItemForm(forms.Form):
    """Something that stands under a measure."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=ItemKind.choices)
    name = forms.CharField(label=_("Which one?"), max_length=200)
    holder = forms.CharField(label=_("Who has it, or is responsible?"), max_length=200, required=False)
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    classified = forms.CharField(label=_("Classified as"), max_length=100, required=False)
    inside = forms.TypedChoiceField(
        label=_("Do the measures cover it?"),
        choices=[("yes", _("Yes")), ("no", _("No: it is the customer's own"))],
        coerce=lambda said: said == "yes",
    )
    met = forms.TypedChoiceField(
        label=_("Is the measure met there?"),
        choices=[("no", _("No, or not known")), ("yes", _("Yes"))],
        coerce=lambda said: said == "yes",
    )
    since = PastDay(label=_("Since"))
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class CheckForm(forms.Form):
    """How one thing stands now."""

    met = forms.TypedChoiceField(
        label=_("Is the measure met there?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
    )
    classified = forms.CharField(label=_("Classified as"), max_length=100, required=False)
    checked_by = forms.CharField(label=_("Who looked?"), max_length=200)
    checked_on = PastDay(label=_("On"))
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class EndItemForm(forms.Form):
    """That it is gone."""

    on = PastDay(label=_("On"))
    how = forms.CharField(label=_("How? Destroyed, returned, replaced …"), max_length=300)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Why?"), max_length=300)


class ProposeForm(forms.Form):
    """What a measure is to say, from when, and why the level stays."""

    name = forms.CharField(label=_("Name"), max_length=200)
    text = forms.CharField(label=_("What will be done?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    why = forms.CharField(label=_("Why does it change?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    level = forms.CharField(
        label=_("Why does the level of security stay appropriate?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Art. 32(1) GDPR; customers who are told read it."),
    )
    lowers = forms.BooleanField(label=_("It takes away something that was promised"), required=False)
    important = forms.BooleanField(label=_("It is an important change"), required=False, initial=True)
    planned_on = Day(label=_("From when?"))

    def __init__(self, data: Any = None, *, row: Measure, auto_id: str) -> None:
        initial = {"name": row.name, "text": row.text, "planned_on": timezone.localdate() + timedelta(days=30)}
        super().__init__(data, initial={**initial, "important": True}, auto_id=auto_id)
        self._row = row

    def planned(self) -> Planned:
        """What was filled in; call after `is_valid`."""
        given, row = self.cleaned_data, self._row
        after = About(
            name=given["name"].strip(),
            text=given["text"].strip(),
            kind=row.kind,
            topic=row.topic,
            article_32=tuple(row.article_32),
            iso27001=tuple(row.iso27001),
            nen7510=tuple(row.nen7510),
        )
        return Planned(
            after=after,
            why=given["why"],
            level=given["level"],
            lowers=given["lowers"],
            important=given["important"],
            planned_on=given["planned_on"],
        )
