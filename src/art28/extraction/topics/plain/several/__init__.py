"""What agreements in several languages say in turns of their own that stand side by side, a file for each topic."""

from art28.extraction.topics.plain.several import (
    assistance,
    audit,
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

SEVERAL = (
    *assistance.TURNS,
    *audit.TURNS,
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
