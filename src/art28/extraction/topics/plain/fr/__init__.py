"""What French agreements say in turns of their own, each file for a kind of paper."""

from art28.extraction.topics.plain.abroad import ABROAD
from art28.extraction.topics.plain.brief import FRENCH_BRIEF
from art28.extraction.topics.plain.fr.contracts import CONTRACTS
from art28.extraction.topics.plain.fr.signals import SIGNALS
from art28.extraction.topics.plain.fr.terms import TERMS
from art28.extraction.topics.plain.fr.wordings import WORDINGS

FRENCH = (*ABROAD, *CONTRACTS, *TERMS, *FRENCH_BRIEF, *WORDINGS, *SIGNALS)
