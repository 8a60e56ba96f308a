"""The authority's form as answered, and the letter to the people concerned, as documents: PDF and Word in both languages."""

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from art28.assessing.answering import AnsweredSection
from art28.assessing.form import AuthorityForm
from art28.assessing.letter import PeopleLetter
from art28.letters.letter import paper_words
from art28.letters.paper import Paper, Part, Row
from art28.notices.language import Language, instant
from art28.notices.notice import exercise_lines
from art28.web import downloads
from art28.web.assessments.dossier import controller
from art28.web.assessments.queries import Case

FORMATS = ("pdf", "docx")


def of_form(
    found: Case, asked: AuthorityForm, sections: Sequence[AnsweredSection], *, language: Language, now: datetime
) -> Paper:
    """The form with its answers, to type over or to keep; what is still open says so."""
    breach = found.breach
    zone = ZoneInfo(breach.organisation.time_zone)
    with translation.override(language.value):
        played = _("EXERCISE") if breach.exercise_id else ""
        margin = (
            (_("Breach"), f"{breach.reference} · {breach.title}"),
            (_("Organisation"), controller(found).name),
            (_("As it stood"), instant(now, zone=zone, language=language)),
            (_("Form"), _("edition %(edition)s") % {"edition": asked.edition}),
        )
        opening = (
            _(
                "These are the answers to the authority's questions, ready to be typed over. This document sends nothing."
            ),
            asked.source[language],
        )
        open_count = sum(1 for section in sections for item in section.items if item.answer is None)
        standing = _("open questions: %(n)s") % {"n": open_count} if open_count else _("complete")
    return Paper(
        language=language,
        title=asked.name[language],
        sender=breach.organisation.name,
        about=breach.title,
        reference=breach.reference,
        standing=standing,
        dated=now,
        margin=tuple((label, value) for label, value in margin if value),
        opening=(*_played(found, language), *opening),
        parts=tuple(
            Part(
                heading=section.title,
                rows=tuple(
                    Row(
                        number=item.number,
                        question=item.question,
                        answer=item.answer,
                        note=" / ".join(item.options),
                    )
                    for item in section.items
                ),
            )
            for section in sections
        ),
        signature=(),
        mark=played,
        words=paper_words(language),
    )


def of_letter(found: Case, letter: PeopleLetter, *, now: datetime) -> Paper:
    """The letter, marked as a draft while the law wants more in it or no decision to tell people stands."""
    breach, language = found.breach, letter.language
    zone = ZoneInfo(breach.organisation.time_zone)
    decision = found.decision
    is_draft = bool(letter.missing) or decision is None or not (decision.people or decision.exception == "c")
    with translation.override(language.value):
        mark = _("EXERCISE") if breach.exercise_id else _("Draft") if is_draft else ""
        margin = ((_("Date"), instant(now, zone=zone, language=language).split(",")[0]),)
    sender = letter.signature[-1] or breach.organisation.name
    return Paper(
        language=language,
        title=letter.subject,
        sender=sender,
        about=letter.subject,
        reference=breach.reference,
        standing="",
        dated=now,
        margin=margin,
        opening=(*_played(found, language), letter.salutation, letter.opening),
        parts=(
            *(Part(heading=part.heading, paragraphs=part.paragraphs) for part in letter.parts),
            Part(heading="", paragraphs=letter.closing),
        ),
        signature=letter.signature,
        mark=mark,
        words=paper_words(language),
    )


def _played(found: Case, language: Language) -> tuple[str, ...]:
    return exercise_lines(language, "") if found.breach.exercise_id else ()


def download(paper: Paper, form: str, *, enclosed: str = "", data: bytes = b"") -> HttpResponse:
    """The document to keep; a PDF carries `data` as well where there are any."""
    # Each is heavy to import, and wanted only when somebody asks for it.
    if form == "pdf":
        content = import_module("art28.letters.paperpdf").as_pdf(paper, enclosed=enclosed, data=data)
    else:
        content = import_module("art28.letters.paperword").as_docx(paper)
    name = f"{slugify(f'{paper.reference} {paper.title}')[:100]}-{paper.language.value}.{form}"
    return downloads.document(content, name)
