"""Notice -> the bodies of a message: plain text and HTML, in full or as a cover that leaves the content behind its link."""

from dataclasses import dataclass
from html import escape
from textwrap import fill

from art28.notices.answers import Section
from art28.notices.notice import Notice
from art28.notices.texts import Texts, texts

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
    lines = [notice.salutation, *notice.cover, notice.acknowledge_url, *_evidence_lines(notice), _signature(notice)]
    html = [_p(notice.salutation), *(_p(line) for line in notice.cover), _link(notice.acknowledge_url)]
    html += [*(_p(line) for line in _evidence_lines(notice)), _signature_html(notice)]
    return Bodies("\n\n".join(_wrapped(line) for line in lines) + "\n", _document(notice, html))


def _text(notice: Notice) -> str:
    words = texts(notice.language)
    parts = [notice.salutation, *notice.opening, words["questions_heading"].upper()]
    parts += [_section_text(section, words) for section in notice.sections]
    parts += notice.closing
    parts += [words["acknowledge_heading"].upper(), words["acknowledge"], notice.acknowledge_url]
    parts += [words["evidence_heading"].upper(), notice.evidence_text] if notice.evidence_text else []
    parts.append(_signature(notice))
    return "\n\n".join(_wrapped(part) for part in parts) + "\n"


def _section_text(section: Section, words: Texts) -> str:
    mark = f" [{words['changed']}]" if section.changed else ""
    answer = section.answer if section.answer is not None else f"{words['unknown']} {section.why_missing}".strip()
    indented = "\n".join(
        fill(line, _WIDTH, initial_indent="   ", subsequent_indent="   ") for line in answer.splitlines()
    )
    return f"{fill(f'{section.number}. {section.question}{mark}', _WIDTH, subsequent_indent='   ')}\n{indented}"


def _html(notice: Notice) -> str:
    words = texts(notice.language)
    parts = [_p(notice.salutation), *(_p(paragraph) for paragraph in notice.opening)]
    parts.append(f"<h2>{escape(words['questions_heading'])}</h2>")
    parts.append("<dl>" + "".join(_section_html(section, words) for section in notice.sections) + "</dl>")
    parts += [_p(paragraph) for paragraph in notice.closing]
    parts.append(f"<h2>{escape(words['acknowledge_heading'])}</h2>")
    parts += [_p(words["acknowledge"]), _link(notice.acknowledge_url)]
    if notice.evidence_text:
        parts += [f"<h2>{escape(words['evidence_heading'])}</h2>", _p(notice.evidence_text)]
    parts.append(_signature_html(notice))
    return _document(notice, parts)


def _section_html(section: Section, words: Texts) -> str:
    mark = f" <em>({escape(words['changed'])})</em>" if section.changed else ""
    if section.answer is None:
        answer = f"<em>{escape(words['unknown'])}</em> {escape(section.why_missing)}"
    else:
        answer = "<br>".join(escape(line) for line in section.answer.splitlines())
    return f"<dt><strong>{section.number}. {escape(section.question)}</strong>{mark}</dt><dd>{answer}</dd>"


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


def _link(url: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(url)}</a></p>'


def _document(notice: Notice, parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{notice.language.value}">\n<head><meta charset="utf-8">'
        f"<title>{escape(notice.subject)}</title></head>\n<body>\n<h1>{escape(notice.subject)}</h1>\n{body}\n</body>\n</html>\n"
    )
