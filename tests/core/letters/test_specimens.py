"""Each kind of notice and letter as a document in both languages: whole sentences, in that language alone."""

import re

import pypdfium2
import pytest

from art28.letters.pdf import as_pdf
from art28.letters.word import as_docx
from art28.notices.language import Language
from art28.notices.notice import LetterKind, Notice, NoticeKind
from art28.notices.render import cover, full
from core.letters.specimens import as_letter, specimens

SPECIMENS = tuple(specimens())
# Words that only one of the two languages has, and that no letter does without.
ONLY: dict[Language, frozenset[str]] = {
    Language.NL: frozenset(
        [
            "de",
            "het",
            "een",
            "wij",
            "uw",
            "niet",
            "wordt",
            "zijn",
            "aan",
            "bij",
            "dat",
            "die",
            "voor",
            "naar",
            "deze",
            "AVG",
            "artikel",
            "lid",
        ]
    ),
    Language.EN: frozenset(
        [
            "the",
            "and",
            "your",
            "not",
            "this",
            "that",
            "which",
            "for",
            "with",
            "are",
            "by",
            "from",
            "to",
            "has",
            "GDPR",
            "clause",
            "article",
        ]
    ),
}


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


def test_there_is_one_of_each_kind_in_each_language() -> None:
    assert {(each.kind, each.language) for each in SPECIMENS} == {
        (kind, language) for kind in (*NoticeKind, *LetterKind) for language in Language
    }


@pytest.mark.parametrize("notice", SPECIMENS, ids=lambda each: f"{each.kind.value}-{each.language.value}")
def test_a_document_speaks_one_language_in_whole_sentences(notice: Notice) -> None:
    letter = as_letter(notice)
    said = words_in(as_pdf(letter))
    spoken = set(re.findall(r"[A-Za-z]+", said))
    other = Language.EN if notice.language is Language.NL else Language.NL
    assert not spoken & ONLY[other]
    assert len(spoken & ONLY[notice.language]) >= 5
    assert not re.search(r"[{}]|\s[.,;:)]|\(\s|(?<!\.)\.\.(?!\.)|,,", said)
    assert as_docx(letter).startswith(b"PK")


@pytest.mark.parametrize("notice", SPECIMENS, ids=lambda each: f"{each.kind.value}-{each.language.value}")
def test_a_clause_joins_only_what_rests_on_it(notice: Notice) -> None:
    """ "… and on clause 5.1 of that agreement" continues a sentence that says on what something rests."""
    for paragraph in (*notice.opening, *notice.closing):
        if joined := re.search(r" (?:en op artikel|and on clause) 5\.1", paragraph):
            assert re.search(r"berust op|follows from|rests on|based on", paragraph[: joined.start()]), paragraph


@pytest.mark.parametrize("notice", SPECIMENS, ids=lambda notice: f"{notice.kind.value}-{notice.language.value}")
def test_no_sentence_of_a_mail_ends_twice_and_nothing_in_it_runs_off_a_telephone(notice: Notice) -> None:
    for bodies in (cover(notice), full(notice)):
        assert not re.search(r"[.?!]\.(?!\.)(?:\s|<|$)", bodies.text.replace("...", "")), bodies.text
        assert "overflow-wrap: anywhere" in bodies.html
