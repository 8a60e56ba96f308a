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

CLAUSES: dict[str, Callable[[str], str]] = {}
"""Which template of ours has the clauses that are chosen, by the word before the colon of a draft's template; from the rest
of that name."""

AMENDS: dict[str, Callable[..., Any]] = {}
"""What says of a draft which agreement it is an addendum to, None where it is none; by the app that says so."""

TOLD: dict[str, Callable[..., Any]] = {}
"""What says of a draft by which `Notice` it holds, None where it is to be signed; by the app that says so."""

WAITS: dict[str, Callable[..., bool]] = {}
"""What says of a draft, at an instant, that once signed it is put on file on a later day; by the app that says so."""
