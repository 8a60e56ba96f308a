"""What the parts of a questionnaire are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.notices.breach import Topic
from art28.notices.language import Language
from art28.notices.questions import QuestionKind, QuestionSource
from art28.notices.texts import texts

KINDS: Mapping[str, str | Promise] = {
    QuestionKind.TEXT: _("Text"),
    QuestionKind.YES_NO: _("Yes or no"),
    QuestionKind.CHOICE: _("One of several"),
    QuestionKind.NUMBER: _("Number"),
    QuestionKind.DATE: _("Date and time"),
    QuestionKind.CONTACT: _("Contact"),
    QuestionKind.ITEMS: _("Yes or no for each item"),
}
SOURCES: Mapping[str, str | Promise] = {
    QuestionSource.FORM: _("from the agreement's own form"),
    QuestionSource.CLAUSE: _("from its clause on breaches"),
    QuestionSource.LAW: _("Art. 33(3) GDPR"),
    QuestionSource.ADDED: _("added"),
}
WHAT: Mapping[str, str | Promise] = {
    "confirmed": _("Confirmed"),
    "changed": _("Changed"),
    "added": _("Added"),
    "removed": _("Removed"),
    "moved": _("Moved"),
    "as_read": _("Back to as read"),
}


def spoken() -> Language:
    """The language of the reader."""
    return Language.EN if (get_language() or "nl").startswith("en") else Language.NL


def topic(of: Topic) -> str:
    """A topic as the question that it stands for."""
    return texts(spoken()).questions[of]
