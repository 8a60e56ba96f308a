"""Word documents for tests that have a history: text with tracked changes and a comment, made with python-docx."""

import io

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import docx

BY = 'w:author="M. Jansen" w:date="2024-05-01T10:00:00Z"'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked(text: str, *, old: str, new: str, comment: str = "") -> bytes:
    """A Word document of `text`, a paragraph a line, in which `old` was changed to `new` and commented on."""
    made = docx.Document()
    for line in text.splitlines():
        before, found, after = line.partition(old)
        paragraph = made.add_paragraph("" if found else line)
        if not found:
            continue
        removed = f'<w:del w:id="1" {BY}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
        added = f'<w:ins w:id="2" {BY}>{_run(new)}</w:ins>'
        whole = parse_xml(f"<w:p {nsdecls('w')}>{_run(before)}{removed}{added}{_run(after)}</w:p>")
        for part in list(whole):
            paragraph._p.append(part)
        if comment:
            made.add_comment(paragraph.runs[0], text=comment, author="P. Smit", initials="PS")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()
