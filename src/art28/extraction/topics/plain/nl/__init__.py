"""What agreements in Dutch say in turns of their own, a file for each topic."""

from art28.extraction.topics.plain.nl import (
    assistance,
    audit,
    authorisation,
    breach,
    chain,
    confidentiality,
    document,
    end,
    instructions,
    liability,
    processing,
    requests,
    security,
    subprocessors,
    term,
    transfers,
)

DUTCH = (
    *assistance.TURNS,
    *audit.TURNS,
    *authorisation.TURNS,
    *breach.TURNS,
    *chain.TURNS,
    *confidentiality.TURNS,
    *document.TURNS,
    *end.TURNS,
    *instructions.TURNS,
    *liability.TURNS,
    *processing.TURNS,
    *requests.TURNS,
    *security.TURNS,
    *subprocessors.TURNS,
    *term.TURNS,
    *transfers.TURNS,
)
