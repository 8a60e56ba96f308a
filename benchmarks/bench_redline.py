"""Two agreements of thirty pages, one negotiated in two hundred places, held side by side and written as a Word file.

    python benchmarks/bench_redline.py [PAGES]

The agreements are samples set one behind the other. Read from text, compared, and written with tracked changes: the bar of
5 s is for all three together. Beside them, a bare line-by-line comparison of the same texts by `difflib`.
"""

import difflib
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from art28.agreement.model import Agreement
from art28.comparing.compare import compare
from art28.comparing.redline import redline
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document
from measure import row, side_by_side

PAGES = int(sys.argv[1]) if len(sys.argv) > 1 else 30
BAR_SECONDS = 5.0
A_PAGE = 2_700
"""Characters of a page: 45 lines of 60."""
PLACES = 200
AT = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)
SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "text"


def long_text() -> str:
    """The Dutch samples behind each other until they fill the pages, their articles counted on."""
    texts = [
        path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")) if not path.stem.endswith("-en")
    ]
    whole, article = "", 0
    while len(whole) < PAGES * A_PAGE:
        for text in texts:
            articles = len(re.findall(r"(?m)^Artikel \d+", text))
            moved = re.sub(
                r"(?m)^(Artikel )?(\d+)(?=[. ])", lambda m, by=article: f"{m[1] or ''}{int(m[2]) + by}", text
            )
            whole, article = f"{whole}\n{moved}", article + articles
    return whole[: PAGES * A_PAGE].rpartition("\n")[0]


def negotiated(text: str) -> str:
    """The same with other words in every few lines, and every fortieth line gone."""
    lines = text.split("\n")
    step = max(1, len(lines) // PLACES)
    changed = [
        re.sub(r"\b(Verwerker|zal|moet|binnen|alle)\b", "nadrukkelijk", line, count=1) if at % step == 0 else line
        for at, line in enumerate(lines)
        if at % 40 != 39
    ]
    return "\n".join(changed)


def read(text: str) -> Agreement:
    """The agreement in a text."""
    return extract(read_document(text.encode(), name="a.txt", limits=Limits()))


def main() -> int:
    """Measure and print; exit code 1 where it takes longer than the bar."""
    one = long_text()
    other = negotiated(one)

    def whole() -> None:
        redline(compare(read(one), read(other)), language="nl", at=AT)

    def bare() -> None:
        list(difflib.ndiff(one.split("\n"), other.split("\n")))

    taken, plain = side_by_side({"whole": whole, "bare": bare}, rounds=2).values()
    print(f"{PAGES} pages, {len(one):,} characters, read, compared and written as Word")
    row("redline", taken, plain, baseline_name="difflib", bar=BAR_SECONDS / plain)
    print(f"{taken:.2f} s   bar {BAR_SECONDS:g} s {'held' if taken <= BAR_SECONDS else 'NOT HELD'}")
    return 0 if taken <= BAR_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
