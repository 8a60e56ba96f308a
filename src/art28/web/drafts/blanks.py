"""What is still to be filled in before a draft can leave, in words."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels

_NAMED = {
    "security.measures_described": _("the security measures"),
    "main_agreement.reference": _("the main agreement that it belongs to"),
}


def in_words(key: str) -> str:
    """One of them, in the words of whoever is looking."""
    return str(_NAMED.get(key) or labels.fact(key, get_language() or "nl").lower())


def listed(keys: Iterable[str]) -> str:
    """All of them, in one line."""
    return ", ".join(dict.fromkeys(map(in_words, keys)))
