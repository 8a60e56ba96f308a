"""Notice -> the bodies of a message: plain text and HTML, in full or as a cover that leaves the content behind its link.

Several notices to one recipient, each under an agreement of its own, also go in one message (`together`, `cover_together`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import fill

from art28.notices.answers import Section
from art28.notices.links import with_links
from art28.notices.notice import Notice, exercise_lines
from art28.notices.texts import Texts, one_stop, texts

_WIDTH = 76


@dataclass(frozen=True, slots=True)
class Bodies:
    """One message in its two forms."""

    text: str
    html: str


def full(notice: Notice) -> Bodies:
    """The whole notice: for a transport known to be encrypted, and for the page behind the link."""
    return Bodies(_text(notice), _html(notice))


def cover(notice: Notice) -> Bodies:
    """The announcement of a notice: no fact of the breach, only where to read it."""
    lines = [
        *_mark(notice),
        notice.salutation,
        *notice.cover,
        notice.acknowledge_url,
        *_evidence_lines(notice),
        _signature(notice),
    ]
    html = [
        *_mark_html(notice),
        _p(notice.salutation),
        *(_linked(line, notice) for line in notice.cover),
        _link(notice.acknowledge_url),
    ]
    html += [*(_p(line) for line in _evidence_lines(notice)), _signature_html(notice)]
    return Bodies(_joined(lines), _document(notice, html))


def subject_together(notices: Sequence[Notice]) -> str:
    """The subject of a message that holds several notices; that of the notice itself where there is one."""
    first = notices[0]
    if len(notices) == 1:
        return first.subject
    return texts(first.language)["together.subject"].format(subject=first.subject, count=len(notices))


def together(notices: Sequence[Notice]) -> Bodies:
    """Several notices to one recipient in full, one under the other; they share salutation, link, evidence and signature."""
    if len(notices) == 1:
        return full(notices[0])
    first, words = notices[0], texts(notices[0].language)
    opening = words["together.opening"].format(count=len(notices))
    text = [*_mark(first), first.salutation, opening]
    html = [*_mark_html(first), _p(first.salutation), _p(opening)]
    for number, notice in enumerate(notices, start=1):
        heading = f"{number}. {notice.agreement}"
        text += [heading, *_content_text(notice, words)]
        html += [f"<h2>{escape(heading)}</h2>", *_content_html(notice, words, level=3)]
    text += _ending_text(first, words)
    html += _ending_html(first, words)
    return Bodies(_joined(text), _document(first, html, subject=subject_together(notices)))


def cover_together(notices: Sequence[Notice]) -> Bodies:
    """The announcement of several notices: no fact of the breach, only under which agreements and where to read them."""
    if len(notices) == 1:
        return cover(notices[0])
    first, words = notices[0], texts(notices[0].language)
    opening = one_stop(words["together.cover"].format(count=len(notices), subject=first.subject))
    listed = [" ".join((f"{n}. {notice.agreement}.", *notice.cover[2:-1])) for n, notice in enumerate(notices, start=1)]
    lines = [first.salutation, opening, *listed, first.cover[1], first.cover[-1]]
    text = [*_mark(first), *lines, first.acknowledge_url, *_evidence_lines(first), _signature(first)]
    html = [
        *_mark_html(first),
        *map(_p, lines),
        _link(first.acknowledge_url),
        *map(_p, _evidence_lines(first)),
        _signature_html(first),
    ]
    return Bodies(_joined(text), _document(first, html, subject=subject_together(notices)))


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(_wrapped(part) for part in parts) + "\n"


def _text(notice: Notice) -> str:
    words = texts(notice.language)
    return _joined([*_mark(notice), notice.salutation, *_content_text(notice, words), *_ending_text(notice, words)])


def _content_text(notice: Notice, words: Texts) -> list[str]:
    sections = [_section_text(section, words) for section in notice.sections]
    heading = [(notice.heading or words["questions_heading"]).upper()] if sections else []
    return [*notice.opening, *heading, *sections, *notice.closing]


def _ending_text(notice: Notice, words: Texts) -> list[str]:
    parts = [words["acknowledge_heading"].upper(), words["acknowledge"], notice.acknowledge_url]
    parts += [words["evidence_heading"].upper(), notice.evidence_text] if notice.evidence_text else []
    return [*parts, _signature(notice)]


def _section_text(section: Section, words: Texts) -> str:
    mark = f" [{words['changed']}]" if section.changed else ""
    answer = section.answer if section.answer is not None else f"{words['unknown']} {section.why_missing}".strip()
    indented = "\n".join(
        fill(line, _WIDTH, initial_indent="   ", subsequent_indent="   ") for line in answer.splitlines()
    )
    return f"{fill(f'{section.number}. {section.question}{mark}', _WIDTH, subsequent_indent='   ')}\n{indented}"


def _html(notice: Notice) -> str:
    words = texts(notice.language)
    parts = [*_mark_html(notice), _p(notice.salutation), *_content_html(notice, words), *_ending_html(notice, words)]
    return _document(notice, parts)


def _content_html(notice: Notice, words: Texts, *, level: int = 2) -> list[str]:
    asked = [
        f"<h{level}>{escape(notice.heading or words['questions_heading'])}</h{level}>",
        "<dl>" + "".join(_section_html(section, words) for section in notice.sections) + "</dl>",
    ]
    return [
        *(_linked(paragraph, notice) for paragraph in notice.opening),
        *(asked if notice.sections else ()),
        *(_linked(paragraph, notice) for paragraph in notice.closing),
    ]


def _ending_html(notice: Notice, words: Texts) -> list[str]:
    parts = [f"<h2>{escape(words['acknowledge_heading'])}</h2>"]
    parts += [_p(words["acknowledge"]), _link(notice.acknowledge_url)]
    if notice.evidence_text:
        parts += [f"<h2>{escape(words['evidence_heading'])}</h2>", _p(notice.evidence_text)]
    return [*parts, _signature_html(notice)]


def _section_html(section: Section, words: Texts) -> str:
    mark = f" <em>({escape(words['changed'])})</em>" if section.changed else ""
    if section.answer is None:
        answer = f"<em>{escape(words['unknown'])}</em> {escape(section.why_missing)}"
    else:
        answer = "<br>".join(escape(line) for line in section.answer.splitlines())
    return f"<dt><strong>{section.number}. {escape(section.question)}</strong>{mark}</dt><dd>{answer}</dd>"


def _mark(notice: Notice) -> list[str]:
    """That it is an exercise, above everything else; nothing for a real one."""
    if not notice.is_exercise:
        return []
    rule = "=" * _WIDTH
    said = exercise_lines(notice.language, notice.meant_for)
    return [f"{rule}\n{texts(notice.language)['exercise.mark'].center(_WIDTH).rstrip()}\n{rule}", *said]


def _mark_html(notice: Notice) -> list[str]:
    if not notice.is_exercise:
        return []
    said = "<br>".join(escape(line) for line in exercise_lines(notice.language, notice.meant_for))
    mark = escape(texts(notice.language)["exercise.mark"])
    return [f'<p style="border: 3px solid #8a4b00; padding: 8px 12px"><strong>{mark}</strong><br>{said}</p>']


def _evidence_lines(notice: Notice) -> tuple[str, ...]:
    return (notice.evidence_text,) if notice.evidence_text else ()


def _signature(notice: Notice) -> str:
    return "\n".join(notice.signature)


def _signature_html(notice: Notice) -> str:
    return "<p>" + "<br>".join(escape(line) for line in notice.signature) + "</p>"


def _wrapped(part: str) -> str:
    """Paragraphs are folded; a part that has its own lines, or one long word such as a link, stays as it is."""
    return (
        part if "\n" in part or " " not in part else fill(part, _WIDTH, break_long_words=False, break_on_hyphens=False)
    )


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _linked(text: str, notice: Notice) -> str:
    """A paragraph in which an address of the sender's own pages, those of the link to confirm by, can be followed."""
    site = "/".join(notice.acknowledge_url.split("/")[:3])
    return f"<p>{with_links(text, f'{site}/')}</p>"


def _link(url: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(url)}</a></p>'


# What mail programs keep of a style: a readable measure, and links and digests that break instead of running off a telephone.
_BODY = (
    "font-family: 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5;"
    " max-width: 40em; margin: 0 auto; padding: 16px; overflow-wrap: anywhere"
)
_TITLE = "font-size: 1.3em; line-height: 1.3"


def _document(notice: Notice, parts: list[str], *, subject: str = "") -> str:
    return page(parts, title=subject or notice.subject, language=notice.language.value)


def page(parts: Sequence[str], *, title: str, language: str) -> str:
    """A mail as HTML: its title over `parts`, which are HTML already."""
    body, said = "\n".join(parts), escape(title)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        f'<title>{said}</title></head>\n<body style="{_BODY}">\n<h1 style="{_TITLE}">{said}</h1>\n{body}\n'
        "</body>\n</html>\n"
    )
