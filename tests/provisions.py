"""Which provisions of the reference agreements the passed tests carry out: written for `make provisions`.

A test says so with `@pytest.mark.provision("S1:4.1", ...)`, three ids at the most. Such a test asks a page and looks into
the record of acts itself; one that does neither fails, whatever else it asserts.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import connection

_MOST = 3
_TESTS = Path(__file__).resolve().parent
_SOURCES = _TESTS.parent / "src" / "art28"
_RESULT = _TESTS.parent / ".make" / "provisions.json"


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Carry each mark's ids in the test's report, so that they survive worker processes."""
    for item in items:
        ids = [str(each) for mark in item.iter_markers("provision") for each in mark.args]
        if len(ids) > _MOST:
            raise pytest.UsageError(f"{item.nodeid} names {len(ids)} provisions; a test carries {_MOST} at most")
        item.user_properties.extend(("provision", each) for each in ids)


class _Seen:
    """What a test did by itself: asked pages, and looked into the record of acts."""

    pages = False
    acts = False

    def asked(self, **_: Any) -> None:
        """A page was asked for."""
        self.pages = True

    def look(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """A query is carried out: by the test, or by what it asked for."""
        self.acts = self.acts or ('FROM "audit_act' in sql and _is_the_tests())
        return execute(sql, params, many, context)


def _is_the_tests() -> bool:
    """Whether no code of the application stands between the test and what runs now."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_back is not None:
        if str(_SOURCES) in frame.f_code.co_filename:
            return False
        if frame.f_code.co_filename.startswith(f"{_TESTS}/web/"):
            return True
        frame = frame.f_back
    return False


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Hold each test that names provisions to asking a page and looking for the record."""
    if pyfuncitem.get_closest_marker("provision") is None:
        return (yield)
    seen = _Seen()
    request_started.connect(seen.asked)
    try:
        with connection.execute_wrapper(seen.look):
            done = yield
    finally:
        request_started.disconnect(seen.asked)
    assert seen.pages, "a test of a provision asks a page"
    assert seen.acts, "a test of a provision looks for the record that is left"
    return done


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
