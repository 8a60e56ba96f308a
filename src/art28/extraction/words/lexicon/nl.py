"""Dutch words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

from art28.extraction.words.lexicon.nl_acts import ACTS
from art28.extraction.words.lexicon.nl_matters import MATTERS
from art28.extraction.words.lexicon.nl_terms import TERMS

DUTCH: Mapping[str, tuple[str, ...]] = MappingProxyType({**ACTS, **MATTERS, **TERMS})
