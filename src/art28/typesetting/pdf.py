"""A template of this room and what goes into it -> an accessible PDF, the same bytes each time.

What goes in reaches the template as data, never as markup, so that no text of a person can be taken for a command.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from importlib.resources import files

Data = Mapping[str, "str | int | bool | Sequence[Data] | Sequence[str] | Data | None"]


def pdf(template: str, data: Data, *, made_at: datetime) -> bytes:
    """The document that `template` ("register") makes of `data`; `made_at` is the aware instant that dates the file."""
    typst = import_module("typst")  # heavy, and wanted here alone
    source = files("art28.typesetting").joinpath(f"{template}.typ").read_bytes()
    document: bytes = typst.compile(
        source,
        format="pdf",
        ignore_system_fonts=True,  # the fonts that typst brings with it: the same on every machine
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a"],
        timestamp=int(made_at.astimezone(UTC).timestamp()),
    )
    return document
