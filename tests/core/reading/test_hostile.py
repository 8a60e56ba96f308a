"""Files that set out to do harm end in a refusal within the limits, or are read for their text alone."""

from collections.abc import Iterator

import pytest

from art28.extraction.extract import extract
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.reading.read import read_document
from hostile import CLAUSE, OFFICE, PDFS, READ_OFFICE, READ_PDFS, deflated, one_page, stream

_REFUSED = {**PDFS, **OFFICE}
_READ = {**READ_PDFS, **READ_OFFICE}
_REASONS = (Unreadable.DAMAGED, Unreadable.BOMB, Unreadable.TOO_SLOW, Unreadable.NO_TEXT)


@pytest.fixture(scope="module")
def jail() -> Iterator[Jail]:
    """One jail for all of them: after each, it must read on."""
    with Jail(Limits(page_seconds=2, recognition_seconds=4)) as shared:
        yield shared


@pytest.mark.parametrize("name", _REFUSED)
def test_what_can_not_be_read_is_refused_and_the_next_file_is_read(name: str, jail: Jail) -> None:
    with pytest.raises(UnreadableFile) as raised:
        jail.read(_REFUSED[name], name=name)
    assert raised.value.reason in _REASONS
    assert str(raised.value).startswith(f"{name}: ")
    assert jail.read(CLAUSE.encode(), name="x.txt").text == CLAUSE


@pytest.mark.parametrize("name", _READ)
def test_only_the_text_counts_of_what_asks_for_more(name: str, jail: Jail) -> None:
    text = jail.read(_READ[name], name=name).text
    assert CLAUSE in text
    assert "root:" not in text
    assert len(text) < 200
    assert extract(jail.read(_READ[name], name=name)).reading.text


def test_an_attached_file_is_named_and_stays_where_it_is(jail: Jail) -> None:
    document = jail.read(READ_PDFS["attached-file"], name="x.pdf")
    assert [note.code.value for note in document.notes] == ["embedded_files"]


def test_a_process_that_met_harm_is_replaced() -> None:
    with Jail() as jail:
        jail.read(CLAUSE.encode(), name="x.txt")
        first = jail._idle.get()
        jail._idle.put(first)
        for name in ("forms-branching", "deflated-content-bomb"):
            with pytest.raises(UnreadableFile):
                jail.read(PDFS[name], name=name)
            assert jail.read(CLAUSE.encode(), name="x.txt").text == CLAUSE
        last = jail._idle.get()
        jail._idle.put(last)
    assert first is not None
    assert last is not None
    assert first._process.pid != last._process.pid
    assert first._process.poll() is not None


@pytest.mark.parametrize("name", ["deflated-content-bomb", "lines-endless"])
def test_a_page_that_unpacks_without_end_is_refused_before_it_is_opened(name: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_document(PDFS[name], name=name, limits=Limits())
    assert raised.value.reason is Unreadable.BOMB


@pytest.mark.parametrize(
    "entries",
    [
        b"/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /Filter /FlateDecode",
        b"/Length1 9 /Filter /FlateDecode",
    ],
    ids=["a picture", "a font"],
)
def test_what_is_not_taken_apart_when_a_page_is_opened_may_be_large(entries: bytes) -> None:
    data = one_page(o10=stream(deflated(bytes(81_000_000)), entries))
    assert CLAUSE in read_document(data, name="x.pdf", limits=Limits()).text


def test_a_page_of_strokes_without_end_is_not_drawn_to_look_for_text_in_it() -> None:
    drawn: list[int] = []
    data = one_page(deflated(b"0 0 m 9 9 l S\n" * 100_001), filtered=b"/Filter /FlateDecode")
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name="x.pdf", limits=Limits(), progress=lambda page, _: drawn.append(page))
    assert raised.value.reason is Unreadable.NO_TEXT
    assert not drawn
