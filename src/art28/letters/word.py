"""Letter -> DOCX."""

from art28.letters import paperword
from art28.letters.letter import Letter, paper_of


def as_docx(letter: Letter) -> bytes:
    """The letter as a Word document."""
    return paperword.as_docx(paper_of(letter))
