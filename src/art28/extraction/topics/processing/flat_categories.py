"""Reading -> the categories of data in a table "Category | Examples" of which only words are left."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading, ReadingLine
from art28.extraction.words.search import AnyCase

Place = tuple[int, int]
_FEWEST_ROWS, _MOST_LINES = 2, 60
_CATEGORIES = AnyCase(r"^(?:(?:no|nr)\.? )?(?:categor(?:y|ie)|soort|type) (?:examples?|voorbeelden)\b")
_CATEGORY = re.compile(
    r"^(?P<number>\d{1,2} )?(?P<name>[A-Z]\w*gegevens|[A-Z][\w-]*(?: [a-z]+)? (?:data|information)) (?P<examples>[a-z].+)$",
    re.DOTALL,
)


def flat_categories(reading: Reading) -> Iterator[tuple[ReadingLine, tuple[Place, ...]]]:
    """The names of categories of data in a table "Category | Examples", each row of which opens with one."""
    for index, head in enumerate(reading.lines):
        if head.block.cells or not _CATEGORIES.search(head.text):
            continue
        found: list[Place] = []
        numbered = False
        for line in reading.lines[index + 1 : index + 1 + _MOST_LINES]:
            row = _CATEGORY.match(line.text) if line.clause is head.clause and not line.block.cells else None
            if row is None or (found and bool(row["number"]) is not numbered):
                break
            numbered = bool(row["number"])
            found.append((line.start + row.start("name"), line.start + row.end("name")))
        if len(found) >= _FEWEST_ROWS:
            yield head, tuple(found)
