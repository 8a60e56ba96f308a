"""The site as a visitor meets it: a page that notes what no page may do, signing in, and the address of a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from art28.web.accounts.models import User
from web import people

PASSWORD = "een-lang-wachtwoord-voor-proeven"
_LOCAL = frozenset({"data", "blob", "about"})
_BROKEN, _REFUSED = 500, 400
# Chromium writes a line for each answer of 400 and above; which of these are faults, the answers themselves say.
_ANSWERED = "Failed to load resource"


@dataclass(frozen=True, slots=True)
class Site:
    """Where the application answers."""

    url: str

    def address(self, name: str, *args: object, query: str = "") -> str:
        """The full address of a view."""
        return f"{self.url}{reverse(name, args=args)}{f'?{query}' if query else ''}"


@dataclass  # no slots: Playwright keeps its wrappers on whoever listens
class Visitor:
    """A browser of one person, and the faults that its pages met."""

    site: Site
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)

    @classmethod
    def arriving(cls, site: Site, browser: Browser, options: Mapping[str, Any]) -> "Visitor":
        """A new browser with an empty page; `options` as Playwright's `new_context` takes them."""
        context = browser.new_context(**{"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", **options})
        visitor = cls(site, context, context.new_page())
        visitor._watch()
        context.on("request", visitor._asked)
        return visitor

    def turn_over(self) -> None:
        """Go on in a new tab: what hundreds of pages left in memory is given back."""
        self.page.close()
        self.page = self.context.new_page()
        self._watch()

    def leave(self) -> None:
        """Close the browser; what is still on its way is given up."""
        self.context.close()

    def go(self, name: str, *args: object, query: str = "") -> Page:
        """Open a view."""
        self.page.goto(self.site.address(name, *args, query=query))
        return self.page

    def sign_in(self, email: str, password: str = PASSWORD) -> Page:
        """Fill in the sign-in form and send it."""
        page = self.go("account_login")
        page.locator("input[name=login]").fill(email)
        page.locator("input[name=password]").fill(password)
        page.locator(f"form[action='{reverse('account_login')}'] button[type=submit]").click()
        return page

    def signed_in(self, user: User) -> "Visitor":
        """The same visitor with the session of `user`, without going through the form."""
        value = people.signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        self.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.site.url}])
        return self

    def path(self) -> str:
        """The path of the page that is open."""
        return urlsplit(self.page.url).path

    def _watch(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_ANSWERED):
            self.faults.append(f"console, on {self.path()}: {message.text}")

    def _answered(self, response: Response) -> None:
        whole_page = response.request.resource_type == "document"
        if response.status >= (_BROKEN if whole_page else _REFUSED):
            self.faults.append(f"answer: {response.status} {response.url}")

    def _asked(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme not in _LOCAL and where.netloc != urlsplit(self.site.url).netloc:
            self.faults.append(f"another host: {request.url}")
