"""What agreements in English, German and French say in other words than the usual ones, by language: each module's own turns together."""

from types import MappingProxyType

from art28.extraction.topics.plain.english_duties import DUTIES
from art28.extraction.topics.plain.english_rights import RIGHTS
from art28.extraction.topics.plain.english_signals import SIGNALS
from art28.extraction.topics.plain.french_signals import SIGNALS as FRENCH_SIGNALS
from art28.extraction.topics.plain.french_wordings import WORDINGS as FRENCH
from art28.extraction.topics.plain.german_signals import SIGNALS as GERMAN_SIGNALS
from art28.extraction.topics.plain.german_wordings import WORDINGS as GERMAN

OTHER_WORDINGS = MappingProxyType(
    {"en": (*DUTIES, *RIGHTS, *SIGNALS), "de": (*GERMAN, *GERMAN_SIGNALS), "fr": (*FRENCH, *FRENCH_SIGNALS)}
)
