"""What people fill in about a question of a questionnaire."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from art28.notices.breach import Topic
from art28.notices.questions import Question, QuestionKind, QuestionSource
from art28.web.fields import LinesField
from art28.web.questionnaires.words import KINDS, topic

_FEWEST = 2


class QuestionForm(forms.Form):
    """One question: its words, how it is answered, and which facts answer it."""

    text = forms.CharField(label=_("Question"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label=_("Answered by"), choices=[(kind.value, KINDS[kind]) for kind in QuestionKind])
    options = LinesField(
        label=_("Items or choices"),
        required=False,
        max_length=10_000,
        help_text=_("One a line; for a choice, and for yes or no for each item."),
    )
    topics = forms.MultipleChoiceField(
        label=_("Answered from these facts of the breach"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without any, a person is asked; once for all agreements that ask the same."),
    )
    reason = forms.CharField(
        label=_("Why?"), required=False, max_length=500, help_text=_("Kept with the version, and in the evidence.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].choices = [(each.value, topic(each)) for each in Topic]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A choice offers two at least."""
        cleaned = super().clean() or self.cleaned_data
        offers = cleaned.get("kind") in (QuestionKind.CHOICE, QuestionKind.ITEMS)
        if offers and len(cleaned.get("options") or ()) < _FEWEST:
            self.add_error("options", forms.ValidationError(_("Give two at least, one a line."), code="few"))
        return cleaned

    def question(self, question_id: str = "") -> Question:
        """The question as filled in; call after `is_valid`."""
        given = self.cleaned_data
        offers = given["kind"] in (QuestionKind.CHOICE, QuestionKind.ITEMS, QuestionKind.YES_NO)
        return Question(
            number=0,
            text=" ".join(given["text"].split()),
            kind=given["kind"],
            options=tuple(given["options"]) if offers else (),
            topics=tuple(each for each in Topic if each.value in given["topics"]),
            source=QuestionSource.ADDED,
            id=question_id,
        )


def initial_of(question: Question) -> dict[str, Any]:
    """What the form shows of a question."""
    topics = [each.value for each in question.topics]
    return {"text": question.text, "kind": question.kind, "options": question.options, "topics": topics}


class RemoveForm(forms.Form):
    """Why a question is no longer asked."""

    reason = forms.CharField(label=_("Why is it no longer asked?"), max_length=500)
