"""What the words of a text alone settle: nothing else has a say in it, and its edition holds all that it is made by."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from art28.agreement.model import Agreement
from art28.checking import edition
from art28.checking.check import checked
from art28.checking.itself.textual import textual
from art28.checking.words.text import text_of
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

ROOT = Path(__file__).resolve().parents[3]
FILES = (*sorted((ROOT / "samples" / "text").glob("*.txt")), *sorted((ROOT / "tests" / "agreements").glob("*.html")))


@pytest.fixture(scope="module")
def agreements() -> tuple[Agreement, ...]:
    return tuple(extract(read_document(path.read_bytes(), name=path.name, limits=Limits())) for path in FILES)


def test_it_is_the_same_whatever_the_facts_and_questions_are(agreements: tuple[Agreement, ...]) -> None:
    found = [textual(text_of(agreement)) for agreement in agreements]
    bare = [textual(text_of(replace(agreement, facts={}, questions=()))) for agreement in agreements]

    assert found == bare
    assert sum(len(findings) for each in found for findings in each.values()) > len(FILES)


def test_a_check_that_knows_it_comes_out_as_one_that_looks_for_it(agreements: tuple[Agreement, ...]) -> None:
    for agreement in agreements:
        text = text_of(agreement)

        assert checked(text, known=textual(text)) == checked(text)


def test_its_edition_holds_every_module_that_it_is_made_by() -> None:
    package = Path(edition.__file__).parents[1]
    whole = [name for name, names in edition.TEXTUAL if names is None]
    single = {f"checking{name}" for _, names in edition.TEXTUAL for name in names or ()}
    made_by = imported(package, "art28.checking.itself.textual")

    made = (*(f"{one}/" for one in whole), *single)
    assert [name for name in made_by if not name.startswith(made)] == ["terms.py"]
    tables = {name for module in made_by for name in tables_named(package, package / module)}
    lacking = {name for name in tables if not name.startswith(made)}
    assert lacking == {"checking/messages.toml", "checking/packs/article-28.toml"}, "both only named in remarks"


def imported(package: Path, module: str) -> list[str]:
    """The files of art28 that a module imports, and those import, below `package`; packages' own files left out."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        name = "/".join(waiting.pop().split(".")[1:]) + ".py"
        if name in found or not (package / name).is_file():
            continue
        found.add(name)
        for node in ast.walk(ast.parse((package / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("art28"):
                waiting += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
            elif isinstance(node, ast.Import):
                waiting += [each.name for each in node.names if each.name.startswith("art28.")]
    return sorted(found)


def tables_named(package: Path, file: Path) -> set[str]:
    """The tables of checking that a module of it names, from `package` on."""
    if "checking" not in file.relative_to(package).parts:
        return set()
    beside = {one.relative_to(file.parent).as_posix(): one for one in file.parent.rglob("*.toml")}
    text = file.read_text(encoding="utf-8")
    return {one.relative_to(package).as_posix() for name, one in beside.items() if name in text}
