"""A letter about a case under an agreement, with one section that says what it is about."""

from django.utils import translation
from django.utils.functional import Promise

from art28.agreement import labels
from art28.notices.answers import Section
from art28.notices.correspondence import clause_words
from art28.notices.notice import LetterKind
from art28.web.acting import By
from art28.web.agreements.models import Agreement
from art28.web.casework import To, write
from art28.web.clocks.actions import Subject
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage


def send(
    agreement: Agreement,
    kind: LetterKind,
    subject: Subject,
    to: To,
    *,
    about: tuple[str | Promise, str] | None,
    provision: str = "",
    days: dict[str, str] | None = None,
    by: By,
) -> OutboxMessage:
    """Put it in the outbox. `about` heads and says what it is about; `days` are days as ISO texts that it fills in."""
    language = writing.language_for(agreement)
    filled = {name: labels.day(day, language.value) if day else "" for name, day in (days or {}).items()}
    with translation.override(language.value):
        sections = (Section(1, str(about[0]), about[1]),) if about is not None else ()
    filled["clause_plain"] = clause_words(provision, language)
    return write(agreement, kind, subject, to, by, filled=filled, sections=sections)
