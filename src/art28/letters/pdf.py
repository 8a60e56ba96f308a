"""Letter -> PDF/A-3 with its structure tagged for readers of the screen, and the report enclosed as data."""

from art28.letters import paperpdf
from art28.letters.data import NAME, report_data
from art28.letters.letter import Letter, paper_of


def as_pdf(letter: Letter) -> bytes:
    """The letter as a PDF."""
    return paperpdf.as_pdf(paper_of(letter), enclosed=NAME, data=report_data(letter))
