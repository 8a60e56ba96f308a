"""Whom a letter is addressed to -> how it greets them."""

from art28.notices.texts import Texts

_DESCRIBES = frozenset({"de", "het", "een", "the", "a"})


def salutation(words: Texts, addressee: str) -> str:
    """The salutation: by name, or without one where a function stands for it ("de functionaris gegevensbescherming")."""
    described = not addressee or addressee.split()[0] in _DESCRIBES
    return words["salutation"].format(addressee=words["addressee"] if described else addressee)
