"""Values and passages as JSON has them."""

from collections.abc import Mapping

from art28.document.model import Citation


def quote(citation: Citation) -> dict[str, object]:
    """A passage with its place; one that was recognised in a picture says so."""
    marked = {"recognised": True} if citation.recognised else {}
    return {"text": citation.text, "page": citation.page, "start": citation.start, "end": citation.end, **marked}


def plain(value: object) -> object:
    """A value of a fact in lists and dictionaries."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return value
