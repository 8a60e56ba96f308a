"""Print which provisions of the reference agreements no passed test carries out, and how many are: `make provisions`."""

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
REFERENCE = HERE.parent / "shared" / "provisions.tsv"
PASSED = HERE / ".make" / "provisions.json"


def main() -> int:
    """Read the reference and the last run; returns 2 where either is absent."""
    if not REFERENCE.exists():
        print(
            "the reference agreements are not beside this checkout (../shared), so there is nothing to hold tests against"
        )
        return 2
    passed = json.loads(PASSED.read_text(encoding="utf-8")) if PASSED.exists() else {}
    carried = {each for ids in passed.values() for each in ids}
    with REFERENCE.open(encoding="utf-8", newline="") as rows:
        wanted = [
            (f"{row['agreement']}:{row['provision']}", row["capability"])
            for row in csv.DictReader(rows, delimiter="\t")
        ]
    unknown = sorted(carried - {each for each, _ in wanted})
    for each, capability in wanted:
        if each not in carried:
            print(f"{each:24} {capability[:110]}")
    for each in unknown:
        print(f"{each:24} named by a test, but no provision of the reference")
    print(f"{sum(each in carried for each, _ in wanted)}/{len(wanted)} provisions carried out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
