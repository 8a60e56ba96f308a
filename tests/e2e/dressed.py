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
# Over both languages every page is seen on a desk in light and on a phone in the dark, and in one
# language a tool goes over it, which takes most of the time.
DRESSES: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = ((WIDE, "light"), (NARROW, "dark"))
_PAGES_A_TAB = 20
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
        if number % _PAGES_A_TAB == 0:
            visitor.turn_over()
        page = visitor.go(each.name, *each.args, query=each.query)
        spoken = page.locator("html").get_attribute("lang")
        if spoken != language and each.name not in FOR_THE_OTHER_SIDE:
            faults.append(f"{each.name} is in {spoken}, not in {language}")
        turn = number + FIRST[language]
        tried = (number // 2 + FIRST[language]) % 2 == 0
        faults += looked_over(page, f"{each.name}?{each.query}", turn, part=each.part, tried=tried)
    return faults


def faults_at_the_entrance(visit: Callable[..., Visitor], language: str) -> list[str]:
    """What is wrong with the pages that anybody sees in a language."""
    visitor = visit(reduced_motion="reduce")
    visitor.context.add_cookies([{"name": "art28_language", "value": language, "url": visitor.site.url}])
    faults: list[str] = []
    for name in FOR_VISITORS:
        page = visitor.go(name)
        assert page.locator("html").get_attribute("lang") == language
        for number in range(len(DRESSES)):
            faults += looked_over(page, name, number)
    return faults


def looked_over(page: Page, name: str, number: int, *, part: str = "html", tried: bool = True) -> Iterator[str]:
    """The faults of an open page in the dress whose turn it is; how accessible it is where that is `tried`."""
    size, scheme = DRESSES[number % len(DRESSES)]
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    where = f"{name} at {size['width']}, {scheme}"
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wider:
        yield f"{where}: {wider} px wider than the screen"
    if not tried:
        return
    for violation in Axe().run(page, context=part).response["violations"]:
        places = ", ".join(" ".join(node["target"]) for node in violation["nodes"][:3])
        yield f"{where}: {violation['id']}: {places}"
