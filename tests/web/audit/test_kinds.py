"""Every act that the apps record has a name that people read."""

import re
from pathlib import Path

import art28.web
from art28.web.agreements.models import FactState
from art28.web.audit.kinds import KINDS

WEB = Path(art28.web.__file__).parent
_SUBJECTS = "agreement|fact|legal_entity|counterparty|contact|breach|obligation|notice|evidence"
_RECORDED = re.compile(rf'(?:kind=|_record\([^()]*?|Entry\(\s*|= )"((?:{_SUBJECTS})\.[a-z_]+)"')


def recorded() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in WEB.rglob("*.py") if "migrations" not in path.parts]
    literal = {kind for source in sources for kind in _RECORDED.findall(source)}
    return literal | {f"fact.{state.value}" for state in FactState if state is not FactState.PROPOSED}


def test_every_recorded_kind_is_named() -> None:
    assert recorded() - set(KINDS) - {"breach.authority_notifier", "breach.early_warning"} == set()


def test_no_name_is_left_over() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WEB.rglob("*.py") if path.name != "kinds.py")
    assert [
        kind for kind in KINDS if f'"{kind}"' not in text and not kind.startswith(("fact.", "evidence.erased"))
    ] == []
