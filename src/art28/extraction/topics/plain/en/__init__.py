"""What English agreements say in turns of their own, each file for a kind of paper."""

from art28.extraction.topics.plain.abroad import ABROAD
from art28.extraction.topics.plain.brief import ENGLISH_BRIEF
from art28.extraction.topics.plain.en.addenda import ADDENDA
from art28.extraction.topics.plain.en.contracts import CONTRACTS
from art28.extraction.topics.plain.en.duties import DUTIES
from art28.extraction.topics.plain.en.pages import ENGLISH_PAGES
from art28.extraction.topics.plain.en.rights import RIGHTS
from art28.extraction.topics.plain.en.second_person import SECOND_PERSON
from art28.extraction.topics.plain.en.signals import SIGNALS
from art28.extraction.topics.plain.en.startups import STARTUPS
from art28.extraction.topics.plain.en.suppliers import SUPPLIERS

ENGLISH = (
    *(*ABROAD, *SUPPLIERS, *SECOND_PERSON, *ENGLISH_PAGES, *CONTRACTS, *ADDENDA, *ENGLISH_BRIEF, *STARTUPS),
    *(*DUTIES, *RIGHTS, *SIGNALS),
)
