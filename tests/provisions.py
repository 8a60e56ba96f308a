"""Which provisions of the reference agreements the passed tests carry out: written for `make provisions`.

A test says so with `@pytest.mark.provision("S1:4.1", ...)`, three ids at the most.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

_MOST = 3
_RESULT = Path(__file__).resolve().parent.parent / ".make" / "provisions.json"


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Carry each mark's ids in the test's report, so that they survive worker processes."""
    for item in items:
        ids = [str(each) for mark in item.iter_markers("provision") for each in mark.args]
        if len(ids) > _MOST:
            raise pytest.UsageError(f"{item.nodeid} names {len(ids)} provisions; a test carries {_MOST} at most")
        item.user_properties.extend(("provision", each) for each in ids)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Keep what passed, test by test."""
    passed: dict[str, list[str]] = {}
    for report in terminalreporter.stats.get("passed", ()):
        ids = [str(value) for name, value in report.user_properties if name == "provision"]
        if ids:
            passed[report.nodeid] = ids
    if passed:
        _RESULT.parent.mkdir(exist_ok=True)
        _RESULT.write_text(json.dumps(passed, indent=1, sort_keys=True) + "\n", encoding="utf-8")
