"""Every template compiles: tags exist, blocks are closed, includes are found."""

from pathlib import Path

import pytest
from django.template.loader import get_template

import art28.web

ROOT = Path(art28.web.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name: str) -> None:
    assert get_template(name)
