"""German words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

from art28.extraction.words.lexicon.de_acts import ACTS
from art28.extraction.words.lexicon.de_matters import MATTERS
from art28.extraction.words.lexicon.de_terms import TERMS

GERMAN: Mapping[str, tuple[str, ...]] = MappingProxyType({**ACTS, **MATTERS, **TERMS})
