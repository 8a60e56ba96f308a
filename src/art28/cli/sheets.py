"""What commands that fill in for each row of a sheet share: the directory that appears whole, and what is wrong in words."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from art28.cli.errors import UsageError

_SHOWN = 12
_WRONG: Mapping[str, str] = {
    "required": "is required and blank",
    "line_break": "has a line break in it: write it on one line",
    "formula": "is a formula, and none is computed here: put its outcome",
    "misfit": "doesn't fit",
    "mandatory": "can't be left out",
    "unsaid": "can't be said beside the rest",
    "contradicted": "contradicts another choice",
    "unit": "is a period in another unit than the words behind the blank",
    "option": "isn't in the list of the document",
    "too_long": "is longer than 4,000 signs or 200 lines",
    "sign": "has a sign in it that no document can hold",
    "column_twice": "stands twice: two columns fill in the same blank",
    "column_unnamed": "has values under no heading",
    "no_columns": "no column has a heading that the template asks for: make the sheet with --sheet",
    "no_rows": "there are no rows below the headings",
    "other_template": "the sheet was made for another version of the template: make it anew with --sheet",
    "no_sheet": "it is no XLSX workbook",
    "too_many": "it is larger than 20,000 rows",
    "too_many_here": "it has too many rows to make at once",
    "file_twice": "two rows name the same file",
}


def refusal_of(problems: Iterable[Any]) -> str:
    """The problems of a sheet in words, the first dozen of them."""
    return several(_said(each.line, each.column, _WRONG[each.wrong], each.detail) for each in problems)


def several(said: Iterable[str]) -> str:
    """Several reasons in one line, the first dozen of them."""
    listed = list(said)
    more = f"; and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return "; ".join(listed[:_SHOWN]) + more


class Directory:
    """A directory that appears with all its files, or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")

    def __enter__(self) -> "Directory":
        try:
            if self._path.exists() and (not self._path.is_dir() or any(self._path.iterdir())):
                raise UsageError(f"{self._path}: it isn't empty: name a new directory, so that nothing is overwritten")
            self._part.mkdir(parents=True)
        except OSError as error:
            reason = error.strerror or "it cannot be made"
            raise UsageError(f"{self._part}: {reason}: name a directory that may be written") from error
        return self

    def write(self, name: str, data: bytes) -> None:
        """Write a file into it."""
        from art28.cli import output

        output.write_bytes(self._part / name, data)

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            for each in self._part.iterdir():
                each.unlink()
            self._part.rmdir()
            return
        self._part.replace(self._path)


def _said(line: int, column: str, wrong: str, detail: str) -> str:
    where = f"line {line}: " if line else ""
    return f"{where}{f'{column} ' if column else ''}{wrong}{f' ({detail})' if detail else ''}"
