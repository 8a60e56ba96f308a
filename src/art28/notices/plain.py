"""The text of a mail -> the same as HTML, in the look of a notice: paragraphs, and links that can be followed."""

import re

from art28.notices.links import with_links
from art28.notices.render import page


def as_html(text: str, *, title: str, language: str) -> str:
    """A page with `title` over the paragraphs of `text`; lines stay lines.

    >>> 'href="https://art28.example/a"' in as_html('Go to https://art28.example/a', title='Go', language='en')
    True
    """
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return page([f"<p>{_lines(each)}</p>" for each in paragraphs], title=title, language=language)


def _lines(paragraph: str) -> str:
    return "<br>\n".join(with_links(line.strip()) for line in paragraph.splitlines())
