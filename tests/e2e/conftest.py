"""What the tests in a real browser share: chromium, a server to visit, and what no page of it may do."""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from art28.web.accounts.rights import Role
from cleared import Pages
from e2e.inhabited import Inhabited, inhabit
from e2e.site import PASSWORD, Site, Visitor
from web.people import NOW, Tenant, tenant

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)
# Long enough for a busy machine: what is waited for decides, not the time.
PATIENCE_MS = 30_000
Visit = Callable[..., Visitor]
_LIVED_IN: list[tuple[Pages, Inhabited]] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder."""
    for item in items:
        if item.path.is_relative_to(__file__.rpartition("/")[0]):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser that the system has, without its windows where it has that; nothing is downloaded."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no chromium on this machine: install it, for instance with `apt-get install chromium`")
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, so Django would refuse it the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
            expect.set_options(timeout=PATIENCE_MS)
            yield browser
            browser.close()


@pytest.fixture
def site(live_server: LiveServer, settings: LazySettings) -> Iterator[Site]:
    """The application, served from the test's database, knowing its own address; attempts are counted anew."""
    settings.PUBLIC_URL = live_server.url
    cache.clear()
    yield Site(live_server.url)
    cache.clear()


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Visit]:
    """Opens a browser of its own; at the end of the test none of them may have met an error or another host."""
    visitors: list[Visitor] = []

    def opened(**options: object) -> Visitor:
        visitors.append(Visitor.arriving(site, chromium, options))
        return visitors[-1]

    yield opened
    for visitor in visitors:
        visitor.leave()
    faults = [fault for visitor in visitors for fault in visitor.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture
def ours(transactional_db: None) -> Tenant:
    """An organisation with a person of each role; the owner and the privacy officer have `PASSWORD`."""
    return _with_passwords(tenant("veldlicht"))


@pytest.fixture
def lived_in(transactional_db: None) -> Inhabited:
    """An organisation in full use; made once a process, and put back for each further test as it was made."""
    if connection.vendor != "sqlite":
        return inhabit(_with_passwords(tenant("veldlicht")))
    if not _LIVED_IN:
        made = inhabit(_with_passwords(tenant("veldlicht")))
        _LIVED_IN.append((Pages(), made))
    pages, made = _LIVED_IN[0]
    pages.restore()
    return deepcopy(made)


def _with_passwords(made: Tenant) -> Tenant:
    for role in (Role.OWNER, Role.PRIVACY_OFFICER):
        user = made.members[role].user
        user.set_password(PASSWORD)
        user.save()
    assert made.organisation.created_at == NOW
    return made
