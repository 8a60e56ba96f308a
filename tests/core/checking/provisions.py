"""Whether two ways of naming provisions have one in common: a reader's findings are held so against those of checking."""

import re
from collections.abc import Mapping

_ANNEX = re.compile(r"(?:bijlage|annex|appendix|schedule)\s*(\d+|[a-z]\b|[ivx]+\b)")
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(("voorblad", "cover", "disclaimer"), "cover"),
    **dict.fromkeys(("aanhef", "preamble"), "preamble"),
    **dict.fromkeys(("partijen", "parties"), "parties"),
    **dict.fromkeys(("overweging", "recitals"), "recitals"),
    **dict.fromkeys(("ondertekening", "signatures"), "signatures"),
    "geheel": "whole",
}
FAMILIES: Mapping[str, str] = {"gdpr": "law", "risk": "law", "coherence": "text", "drafting": "text"}


def names(provision: str) -> set[str]:
    """The articles, annexes and parts that a provision names; the whole where it names none."""
    lower = provision.casefold()
    found = {f"annex {number}" for number in _ANNEX.findall(lower)}
    found |= {part for word, part in _PARTS.items() if word in lower}
    found |= set(re.findall(r"\b\d{1,2}(?:\.\d{1,2})*\b", _ANNEX.sub(" ", lower)))
    return found or {"whole"}


def have_one_in_common(one: set[str], other: set[str]) -> bool:
    """Whether two sets of names meet; an article stands for its paragraphs."""
    return bool(one & other or one & _articles(other) or other & _articles(one))


def _articles(found: set[str]) -> set[str]:
    return {name.split(".")[0] for name in found if name[:1].isdigit()}
