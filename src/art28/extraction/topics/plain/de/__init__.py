"""What German agreements say in turns of their own, each file for a kind of paper."""

from art28.extraction.topics.plain.abroad import ABROAD
from art28.extraction.topics.plain.brief import GERMAN_BRIEF
from art28.extraction.topics.plain.de.contracts import CONTRACTS
from art28.extraction.topics.plain.de.ends import ENDS
from art28.extraction.topics.plain.de.everyday import EVERYDAY
from art28.extraction.topics.plain.de.firms import FIRMS
from art28.extraction.topics.plain.de.signals import SIGNALS
from art28.extraction.topics.plain.de.wordings import WORDINGS

GERMAN = (*ABROAD, *EVERYDAY, *CONTRACTS, *ENDS, *GERMAN_BRIEF, *FIRMS, *WORDINGS, *SIGNALS)
