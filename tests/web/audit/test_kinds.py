"""Every act that the apps record, and everything that acts are about, has a name that people read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import art28.web
from art28.evidence.verify import ERASURE
from art28.web.agreements.models import FactState
from art28.web.audit.kinds import KINDS
from art28.web.audit.models import Act
from art28.web.audit.subjects import SUBJECTS
from web.breaches.test_actions import sent
from web.breaches.world import breach, world
from web.people import tenant
from web.samples import read_agreement

WEB = Path(art28.web.__file__).parent
_KIND = re.compile(r"[a-z_]+\.[a-z_]+")
_MAKES = re.compile(
    r"(?<!chain\.)(?<!class )\bAct(?:\(|\.objects\.(?:create|bulk_create|get_or_create|update_or_create))"
)
_RECORDERS = frozenset({"record", "_record", "keep_act", "Entry"})


def modules() -> Iterator[ast.Module]:
    for path in WEB.rglob("*.py"):
        if "migrations" not in path.parts and not path.name.startswith("kinds"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and _KIND.fullmatch(each.value):
            yield each.value


def recorded_in(module: ast.Module) -> Iterator[str]:
    """The kinds in a module: given to a recorder itself, or by a name that is assigned in the same module."""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in _RECORDERS:
            for given in (*node.args, *(word.value for word in node.keywords if word.arg == "kind")):
                if isinstance(given, ast.Name):
                    names.add(given.id)
                elif isinstance(given, ast.Constant):
                    yield from texts(given)
    for node in ast.walk(module):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant | ast.IfExp):
            continue
        if any(isinstance(to, ast.Name) and to.id in names for to in node.targets):
            yield from texts(node.value)


def recorded() -> set[str]:
    literal = {kind for module in modules() for kind in recorded_in(module)}
    return literal | {f"fact.{state.value}" for state in FactState if state is not FactState.PROPOSED} | {ERASURE}


def test_every_recorded_kind_is_named_and_no_name_is_left_over() -> None:
    assert recorded() == set(KINDS)


@pytest.mark.django_db
def test_what_a_life_records_is_named() -> None:
    read_agreement(tenant("veldlicht"))
    given = world()
    sent(given, breach(given))
    assert set(Act.objects.values_list("kind", flat=True)) <= set(KINDS)
    assert set(Act.objects.values_list("subject_kind", flat=True)) <= set(SUBJECTS)


def test_only_the_recorder_makes_acts() -> None:
    """An act that is made elsewhere would lack the mark by which the sealer finds it."""
    makers = {
        path.relative_to(WEB).as_posix()
        for path in WEB.rglob("*.py")
        if "migrations" not in path.parts and _MAKES.search(path.read_text(encoding="utf-8"))
    }
    assert makers == {"audit/actions.py"}
