"""Whatever is done by POST stands in the trail: held each time that a test posts something, and counted over all tests.

A page that writes and records nothing fails the test that posts to it, unless `UNRECORDED` says why it may. At the end of a
run of all tests, an act (an address, or one of the acts behind it) that no test drove into the trail fails the run.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from art28 import web
from art28.web.acting import Stage

_OWN = "what a person sets for themselves alone"
_LOOKED_AT = "a table is only looked at: taking it over is recorded, and one that nobody takes over is forgotten"
_CODE = "a code is asked for or typed; what is signed with it is recorded with both"
UNRECORDED: Mapping[str, str] = {
    "accounts:language": _OWN,
    "due:save": _OWN,
    "due:saved": _OWN,
    "reminders:channel": _OWN,
    "reminders:mine": _OWN,
    "reminders:seen": _OWN,
    "contacts:upload": _LOOKED_AT,
    "controls:upload": _LOOKED_AT,
    "measures:upload": _LOOKED_AT,
    "people:upload": _LOOKED_AT,
    "processing:upload": _LOOKED_AT,
    "services:upload": _LOOKED_AT,
    "subprocessors:upload": _LOOKED_AT,
    "signing:sign": _CODE,
}
"""Addresses that may write and record nothing, each with the reason."""
_WRITES_NOTHING: Mapping[str, str] = {
    "accounts:organisation": "in which organisation one works is kept in the session",
    "drafts:preview": "a draft is shown as it would be",
    "exercises:leave": "that one plays is kept in the session",
    "exercises:play": "that one plays is kept in the session",
    "house:whom": "for whom a template is filled in is kept in the address",
    "reminders:test_account": "a message to oneself",
    "signing:check": "a sealed file is looked at and given back",
}
"""Addresses at which nothing is done that could be recorded."""
_BY_ACTION = frozenset(
    {
        "calls:give_back",
        "clock_lateness",
        "clock_pause",
        "clock_resume",
        "contacts:ask",
        "mailings:approve",
        "mailings:look_again",
        "mailings:recall",
        "claims answer",
        "processing end",
    }
)
"""What tests drive by its action, or in a browser, and see recorded there: the page only calls it."""
_NO_ACTS = ("django_session", "audit_", "account_", "mfa_", "socialaccount_", "usersessions_", "art28_cache")
"""Tables of sessions and signing in, of answers kept for a moment, and of the trail itself."""
_STATEMENT = re.compile(
    r"\s*(?:(?P<keep>SAVEPOINT)|(?P<undo>ROLLBACK TO SAVEPOINT)|(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM))"
    r'\s+"?(?P<of>\w+)"?'
)
_DONE_BELOW = 400


@dataclass(slots=True)
class Written:
    """The tables of which something changed and stayed changed."""

    tables: set[str] = field(default_factory=set)
    _before: dict[str, set[str]] = field(default_factory=dict)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Do a statement, and keep to what it wrote."""
        answer = execute(sql, params, many, context)
        if found := _STATEMENT.match(sql):
            if found["keep"]:
                self._before[found["of"]] = set(self.tables)
            elif found["undo"]:
                self.tables = self._before.get(found["of"], set())
            elif context["cursor"].rowcount:
                self.tables.add(found["of"])
        return answer


_posted: dict[str, bool] = {}
"""What the test that runs posted to, and whether that was recorded."""


@pytest.fixture(scope="session", autouse=True)
def _what_is_done_is_recorded() -> Iterator[None]:
    send = Client.request

    def watched(self: Client, **request: Any) -> Any:
        # Pages do the same on both databases, and acts of thousands are counted here in SQLite's words.
        if request.get("REQUEST_METHOD") != "POST" or connection.vendor != "sqlite" or connection.connection is None:
            return send(self, **request)
        written, before = Written(), _acts()
        with connection.execute_wrapper(written):
            answer = send(self, **request)
        _hold(str(request["PATH_INFO"]), answer, written.tables, recorded=_acts() > before)
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", watched)
        yield


def _acts() -> int:
    """The place of the newest act, asked of SQLite itself: no test counts it among the queries of a page."""
    found = connection.connection and connection.connection.execute("SELECT max(rowid) FROM audit_act").fetchone()[0]
    return int(found or 0)


def _hold(path: str, answer: Any, tables: set[str], *, recorded: bool) -> None:
    try:
        found = resolve(path)
    except Resolver404:
        return
    if not found.func.__module__.startswith("art28."):
        return
    name = f"{found.view_name} {found.kwargs.get('name', '')}".strip()
    _posted[name] = _posted.get(name, False) or recorded
    silent = sorted(table for table in tables if not table.startswith(_NO_ACTS))
    done = answer.status_code < _DONE_BELOW and silent and not recorded and found.view_name not in UNRECORDED
    assert not done, f"{name} wrote to {', '.join(silent)} and recorded nothing"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Carry what a test posted to in its report, so that it survives worker processes."""
    _posted.clear()
    yield
    item.user_properties.extend(("recorded", name) for name, recorded in _posted.items() if recorded)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After all tests: fail where something can be done that none of them saw recorded."""
    told = session.config.pluginmanager.get_plugin("terminalreporter")
    if told is None or exitstatus != pytest.ExitCode.OK or not _are_all(session.config):
        return
    reports = (each for reports in told.stats.values() for each in reports)
    found = {
        str(value) for each in reports for name, value in getattr(each, "user_properties", ()) if name == "recorded"
    }
    if missing := sorted(unrecorded(found)):
        told.write_line(f"no test saw these recorded: {', '.join(missing)}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _are_all(config: pytest.Config) -> bool:
    """Whether all tests were asked for, and not some of them, or only their names; not within a worker process."""
    some = config.option.keyword or config.option.markexpr or config.option.collectonly or config.option.deselect
    of_all = config.args_source is not pytest.Config.ArgsSource.ARGS and config.invocation_params.dir == config.rootpath
    return of_all and not some and not hasattr(config, "workerinput") and connection.vendor == "sqlite"


def unrecorded(found: set[str]) -> Iterator[str]:
    """What can be done by POST that is not among what was recorded: an address, or an app's act by its name."""
    told = {name.partition(" ")[0] for name in found} | {*UNRECORDED, *_WRITES_NOTHING, *_BY_ACTION}
    yield from (name for name in _posts(get_resolver().url_patterns) if name not in told)
    for app, act in _acts_of_stages():
        seen = any(name.startswith(f"{app}:") and name.endswith(f" {act}") for name in found)
        if not seen and f"{app} {act}" not in _BY_ACTION:
            yield f"{app} {act}"


def _posts(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _posts(each.url_patterns, ":".join(filter(None, (namespace, each.namespace or ""))))
        elif each.lookup_str.startswith("art28.") and "POST" in methods(each.callback):
            yield f"{namespace}:{each.name}" if namespace else str(each.name)


def methods(view: Any) -> tuple[str, ...]:
    """By which methods a view is asked, as its decorator says; of one that says none, every."""
    while view is not None:
        inside = dict(zip(view.__code__.co_freevars, view.__closure__ or (), strict=True))
        if "request_method_list" in inside:
            return tuple(inside["request_method_list"].cell_contents)
        view = getattr(view, "__wrapped__", None)
    return ("GET", "POST")


def _acts_of_stages() -> Iterator[tuple[str, str]]:
    for module in walk_packages(web.__path__, f"{web.__name__}."):
        if module.name.endswith("views"):
            stages = (each for each in vars(import_module(module.name)).values() if isinstance(each, Stage))
            yield from ((module.name.split(".")[2], act) for stage in stages for act in stage.acts)
