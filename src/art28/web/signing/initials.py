"""Initials of each signatory on every page: whether a draft wants them, their places, and what a name comes to."""

import re
from collections.abc import Iterable, Sequence

from art28.drafting.clauses import templates
from art28.drafting.draft import words
from art28.drafting.markdown import as_markdown
from art28.drafting.model import Draft as Drafted
from art28.drafting.pdf import Initials
from art28.web.drafts.chosen import is_ours
from art28.web.drafts.models import Draft
from art28.web.signing.models import Signatory

MOST = 12
_ASKED = re.compile(r"\b(?:paraaf|parafen|paraferen|geparafeerd|initials|initialled)\b", re.IGNORECASE)
_PARTICLES = frozenset({"van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "von", "of"})


def wanted(draft: Draft, made: Drafted) -> bool:
    """Whether the template wants every page initialled: ours says so, a document of the organisation's own in its words."""
    if is_ours(draft.template):
        return templates()[draft.template].initials
    return _ASKED.search(as_markdown(made)) is not None


def places(language: str, people: Iterable[Signatory] = ()) -> Sequence[Initials]:
    """The initials of those who signed, or a place to be filled in for either side."""
    said = words()[language]
    set_in = [Initials(str(said[each.side]), each.initials) for each in people if each.initials]
    return set_in or [Initials(str(said[side])) for side in ("controller", "processor")]


def of_name(name: str) -> str:
    """The initials that a name comes to ("P. van den Berg" gives "PvdB"); empty for no name."""
    parts = [part for part in re.split(r"[\s.\-]+", name) if part]
    return "".join(part[0] if part in _PARTICLES else part[0].upper() for part in parts)[:MOST]
