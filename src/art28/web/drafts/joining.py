"""What other apps add to drafts, when they are made ready."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

Filling = Callable[[UUID], Mapping[str, str]]

FILLINGS: dict[str, Filling] = {}
"""What fills in the mails about a kind of subject."""

MAKERS: dict[str, Callable[..., Any]] = {}
"""What makes a draft of a template that isn't ours: by the word before the colon of the template's name, from what was
chosen, the rest of that name and the language."""

WAITS: dict[str, Callable[..., bool]] = {}
"""What says of a draft, at an instant, that once signed it is put on file on a later day; by the app that says so."""
