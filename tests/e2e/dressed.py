"""Every page in every dress: accessible, no wider than its screen, silent, strict."""

from collections.abc import Callable, Iterator
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from art28.web.accounts.rights import Role
from e2e.inhabited import Inhabited
from e2e.site import Visitor

WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
Dress = tuple[ViewportSize, Literal["light", "dark"]]
# Over both languages every page is seen on a desk in light and on a phone in the dark, and in one
# language a tool goes over it, which takes most of the time. A tab keeps its dress: to change it lays a page out anew.
DRESSES: tuple[Dress, ...] = ((WIDE, "light"), (NARROW, "dark"))
_PAGES_A_TAB = 20
_AXE = Axe()
FIRST = {"nl": 0, "en": 1}
# What somebody of the other side sees, in the language of the agreement.
FOR_THE_OTHER_SIDE = frozenset(
    {
        "notices:read", "signing:sign", "endings:choose", "endings:attest", "subprocessors:answer", "drafts:read",
        "requests:person", "amendments:revision", "contacts:confirm", "audits:room", "measures:outside",
    }
)  # fmt: skip
FOR_VISITORS = ("account_login", "account_reset_password")


def faults_within(visit: Callable[..., Visitor], lived_in: Inhabited, language: str) -> list[str]:
    """What is wrong with the pages that a member sees in a language."""
    owner = lived_in.ours.members[Role.OWNER].user
    owner.language = language
    owner.save()
    visitor = visit(reduced_motion="reduce").signed_in(owner)
    faults: list[str] = []
    for number, each in enumerate(lived_in.pages()):
        tab, first = divmod(number, _PAGES_A_TAB)
        dress = DRESSES[(tab + FIRST[language]) % len(DRESSES)]
        if not first:
            visitor.turn_over()
            put_on(visitor.page, dress)
        page = visitor.go(each.name, *each.args, query=each.query)
        spoken = page.locator("html").get_attribute("lang")
        if spoken != language and each.name not in FOR_THE_OTHER_SIDE:
            faults.append(f"{each.name} is in {spoken}, not in {language}")
        tried = (number + FIRST[language]) % 2 == 0
        faults += looked_over(page, f"{each.name}?{each.query}", dress, part=each.part, tried=tried)
    return faults


def faults_at_the_entrance(visit: Callable[..., Visitor], language: str) -> list[str]:
    """What is wrong with the pages that anybody sees in a language."""
    visitor = visit(reduced_motion="reduce")
    visitor.context.add_cookies([{"name": "art28_language", "value": language, "url": visitor.site.url}])
    faults: list[str] = []
    for name in FOR_VISITORS:
        page = visitor.go(name)
        assert page.locator("html").get_attribute("lang") == language
        faults += in_every_dress(page, name)
    return faults


def in_every_dress(page: Page, name: str) -> Iterator[str]:
    """The faults of an open page, each dress put on in turn."""
    for dress in DRESSES:
        put_on(page, dress)
        yield from looked_over(page, name, dress)


def put_on(page: Page, dress: Dress) -> None:
    """Show what the page holds, and what it will hold, on that screen in that light."""
    size, scheme = dress
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)


def looked_over(page: Page, name: str, dress: Dress, *, part: str = "html", tried: bool = True) -> Iterator[str]:
    """The faults of an open page in the dress that it has on; how accessible it is where that is `tried`."""
    size, scheme = dress
    where = f"{name} at {size['width']}, {scheme}"
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wider:
        yield f"{where}: {wider} px wider than the screen"
    if not tried:
        return
    page.evaluate(_AXE.axe_script)
    for violation in page.evaluate(
        "part => axe.run(part, {resultTypes: ['violations']}).then(it => it.violations)", part
    ):
        places = ", ".join(" ".join(node["target"]) for node in violation["nodes"][:3])
        yield f"{where}: {violation['id']}: {places}"
