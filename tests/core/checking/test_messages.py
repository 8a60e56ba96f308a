"""Messages: every sentence that a rule can say exists in both languages, and every requirement is told in full."""

import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

import art28.checking
from art28.checking.messages import LANGUAGES, said
from art28.checking.model import Message
from art28.checking.requirements import requirements
from art28.checking.words.phrases import parts_of
from art28.checking.words.probes import probes_of
from art28.checking.words.text import Cue

_FOLDER = Path(art28.checking.__file__).parent
_SENTENCES = tomllib.loads((_FOLDER / "messages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("requirement", requirements().values(), ids=lambda requirement: requirement.id)
def test_a_requirement_has_a_sentence_for_met_missing_and_each_element(requirement: object) -> None:
    entry = next(one for one in requirements().values() if one is requirement)
    for name in ("met", "missing", "elsewhere", *entry.elements):
        for language in LANGUAGES:
            assert said(Message(f"{entry.id}.{name}"), language)
    assert all(entry.title[language] and entry.explanation[language] for language in LANGUAGES)


def test_both_languages_fill_in_the_same_values() -> None:
    for group in _SENTENCES.values():
        for sentence in group.values():
            placeholders = [set(re.findall(r"\{(\w+)\}", sentence[language])) for language in LANGUAGES]
            assert placeholders[0] == placeholders[1]


def test_every_element_that_a_rule_names_is_told() -> None:
    told = {element for requirement in requirements().values() for element in requirement.elements}
    for path in _FOLDER.glob("*.py"):
        for named in re.findall(r'\("(\w+)",\) if ', path.read_text(encoding="utf-8")):
            assert named in told, f"{path.name}: {named}"


def test_a_date_is_written_out_in_the_language() -> None:
    values = {"law": "Wbp", "date": "2018-05-25", "successor": "AVG"}
    assert "25 mei 2018" in said(Message("finding.repealed", values), "nl")


def _cues() -> list[tuple[str, Cue]]:
    found: list[tuple[str, Cue]] = []

    def collect(where: str, value: object) -> None:
        if isinstance(value, Cue):
            found.append((where, value))
        elif isinstance(value, tuple):
            for item in value:
                collect(where, item)

    for module in pkgutil.iter_modules(art28.checking.__path__):
        for name, value in vars(importlib.import_module(f"art28.checking.{module.name}")).items():
            collect(f"{module.name}.{name}", value)
    return found


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_every_phrase_of_every_rule_compiles_in_every_language(language: str) -> None:
    for where, cue in _cues():
        for phrase in (*cue.says, *cue.unless):
            assert parts_of(phrase, language), where


def test_a_phrase_whose_alternatives_would_be_torn_apart_is_refused() -> None:
    with pytest.raises(ValueError, match="brackets"):
        parts_of("one|two … three", "nl")


@pytest.mark.parametrize(
    ("pattern", "probes"),
    [
        (r"\bkeuze\b|\bkiest\b", ("keuze", "kiest")),
        (r"\b(?:ge)?wis(?:t|sen)\b", ("wis",)),
        (r"\b(?:alle|al) gegevens\b", ("gegevens",)),
        (r"\b(?:alle|geen)\b", ("alle", "geen")),
        (r"\w*", ()),
        (r"nooit(?! ander)", ("nooit",)),
        (r"\b(?:de|het) (?:data|gegevens)\b", ("data", "gegevens")),
        (r"\bom (?:mensen|personen)\b", ("mensen", "personen")),
        (r"\ben (?P<who>klanten|leden)\b", ("klanten", "leden")),
        (r"\ben (?i:klanten|leden)\b", ("en",)),
    ],
)
def test_probes_are_in_every_text_that_the_pattern_matches(pattern: str, probes: tuple[str, ...]) -> None:
    assert probes_of(pattern) == probes
