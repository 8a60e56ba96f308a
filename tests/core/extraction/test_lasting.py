"""What is kept of patterns says what was worked out, and nothing of an agreement."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from art28.document import keeping
from art28.document.keeping import Keeper
from art28.extraction.extract import extract
from art28.extraction.words import lasting, literals
from art28.extraction.words.cues import phrase
from art28.extraction.words.lasting import Phrase, all_needed_by, hastened, needed_by
from art28.reading.limits import Limits
from art28.reading.read import read_document

_WRITTEN = r"\bmeldt?\b … (?:datalek|inbreuk)".replace("…", r"[^;\n]{0,130}?")
# Names, places and services that nobody has, in every place of an agreement that rules make patterns of.
_AGREEMENT = """Verwerkersovereenkomst

Partijen
1. Qwyzzle Vorknip B.V., gevestigd te Zwabberhuizen, KvK 12345678 hierna: "Verwerkingsverantwoordelijke" of "Vorknip";
2. Ploktron Datadienst B.V., gevestigd te Krompelveen hierna: "Verwerker" of "Ploktron";

Artikel 1 Doorgifte
1.1 Ploktron geeft persoonsgegevens niet door buiten de EER, met uitzondering van de dienst Wumplemail.
1.2 Wumplemail verwerkt persoonsgegevens buiten de EER, in de Verenigde Staten.

Artikel 2 Datalekken
2.1 Ploktron meldt een datalek binnen 24 uur na ontdekking aan Vorknip via lekken@vorknip.example.
2.2 Ploktron schakelt Flibberhost Ltd. in als subverwerker.
"""


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeper]:
    """A file of the test's own, and nothing made yet."""
    own = Keeper((tmp_path,), "patterns.kept")
    monkeypatch.setattr(keeping, "_keeper", lambda: own)
    for cached in (phrase, needed_by):
        cached.cache_clear()
    yield own
    for cached in (phrase, needed_by):
        cached.cache_clear()


def test_a_phrase_is_made_when_it_is_tried_and_finds_what_its_pattern_does(keeper: Keeper) -> None:
    text = "de verwerker meldt elk datalek"
    for _ in range(2):
        said, plain = Phrase(_WRITTEN), re.compile(_WRITTEN)
        assert (said.pattern, said.flags) == (plain.pattern, plain.flags)
        found, expected = said.search(text), plain.search(text)
        assert found is not None
        assert expected is not None
        assert found.span() == expected.span()
        assert said.match(text) is None
        assert said.match(text, found.start()) is not None


def test_what_is_kept_is_what_would_be_worked_out(keeper: Keeper) -> None:
    Phrase(_WRITTEN)
    for _ in range(2):
        needed_by.cache_clear()
        assert all_needed_by(_WRITTEN) == literals.all_needed_by(_WRITTEN)
        assert needed_by(_WRITTEN, int(re.UNICODE)) == literals.needed_by(_WRITTEN)
        assert hastened(r"\bmeldt\b|\bmeldingen?").pattern == r"\b(?:meldt\b|meldingen?)"


def test_what_a_pattern_of_unknown_making_needs_is_not_kept(keeper: Keeper) -> None:
    pattern = r"wumplemail buiten"
    assert needed_by(pattern, int(re.UNICODE)) == {"wumplemail buiten"}
    assert not keeper._new


def test_nothing_of_an_agreement_is_kept(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []
    kept = Keeper.kept

    def noted(self: Keeper, kind: str, source: str, make: Callable[[], bytes]) -> bytes:
        answer = kept(self, kind, source, make)
        handed.extend((source.lower(), repr(answer).lower()))
        return answer

    monkeypatch.setattr(Keeper, "kept", noted)
    agreement = extract(read_document(_AGREEMENT.encode(), name="overeenkomst.txt", limits=Limits()))
    assert agreement.facts["processor.name"].value == "Ploktron Datadienst B.V."
    assert agreement.facts["breach.deadline"].value is not None
    assert len(handed) > 100
    theirs = re.compile(r"qwyzzle|vorknip|zwabberhuizen|12345678|ploktron|krompelveen|wumplemail|flibberhost")
    assert [each for each in handed if theirs.search(each)] == []


def test_each_phrase_of_a_rule_is_known_to_be_one() -> None:
    phrase(r"{breach}", "nl")
    assert phrase(r"{breach}", "nl").pattern in lasting._written
