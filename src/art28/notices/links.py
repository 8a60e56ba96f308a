"""A line of text -> the same as HTML in which addresses can be followed: every one, or those of one's own pages alone."""

import re
from html import escape

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_NOT_PART = ".,;:!?)"  # what ends a sentence behind an address, not the address


def with_links(text: str, within: str = "") -> str:
    """`text` escaped, its addresses as links.

    `within` is the beginning that an address must have, so that what somebody else wrote never becomes a link in a letter of
    ours; empty for every address.

    >>> with_links("See https://art28.example/a.", "https://art28.example/")
    'See <a href="https://art28.example/a">https://art28.example/a</a>.'
    >>> with_links("See https://elsewhere.example/a", "https://art28.example/")
    'See https://elsewhere.example/a'
    """
    parts, last = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_NOT_PART)
        if address.startswith(within):
            shown = escape(address)
            parts += [escape(text[last : found.start()]), f'<a href="{shown}">{shown}</a>']
            last = found.start() + len(address)
    return "".join([*parts, escape(text[last:])])
