"""A template of typst and what goes into it -> an accessible PDF, the same bytes each time.

What goes in reaches the template as data, never as markup, so that no text of a person can be taken for a command.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

Data = Mapping[str, "str | int | bool | Sequence[Data] | Sequence[str] | Data | None"]
ARCHIVABLE = ("a-2a",)
ACCESSIBLE = ("a-2a", "ua-1")
WITH_DATA = ("a-3a", "ua-1")
"""PDF/A-3 may enclose files; PDF/UA-1 says that a reader of the screen finds its way."""


def pdf(template: str, data: Data, *, made_at: datetime, standards: Sequence[str] = ARCHIVABLE) -> bytes:
    """The document that `template` of this room ("register") makes of `data`; `made_at` dates the file."""
    return typeset(
        own(f"art28.typesetting/{template}"),
        {"data": json.dumps(data, ensure_ascii=False)},
        made_at=made_at,
        standards=standards,
    )


def own(template: str) -> bytes:
    """The template of ours at that place ("art28.letters/paper"), with the rules that all of them share before it."""
    package, _slash, name = template.partition("/")
    return _SHARED + files(package).joinpath(f"{name}.typ").read_bytes()


# What is read as one stays on one line: an article with its number, a day with its month and year, "e-mail".
_SHARED = rb"""#show regex("e-mail|(art\.|artikel|[Aa]rticles?|clause) \d[\d.]*(\(\w+\))*|\d{1,2} \p{L}+ \d{4}"): box
"""


def typeset(source: bytes, inputs: Mapping[str, str], *, made_at: datetime, standards: Sequence[str]) -> bytes:
    """The document that the template `source` makes of `inputs`; `made_at` is the aware instant that dates the file."""
    made: bytes = import_module("typst").compile(  # heavy, and wanted here alone
        source,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=[*standards],
        sys_inputs=dict(inputs),
        timestamp=int(made_at.astimezone(UTC).timestamp()),
    )
    return made


@cache
def _fonts() -> Any:
    """The fonts that typst brings with it: the same on every machine."""
    return import_module("typst").Fonts(include_system_fonts=False, include_embedded_fonts=True)
