"""Every register that there is."""

from art28.web.reports.declarations.agreements import AGREEMENTS
from art28.web.reports.declarations.audits import AUDITS
from art28.web.reports.declarations.breaches import BREACHES
from art28.web.reports.declarations.costs import COSTS
from art28.web.reports.declarations.processing import OWN_PROCESSING, PROCESSING
from art28.web.reports.declarations.purposes import OWN_PURPOSES
from art28.web.reports.declarations.requests import REQUESTS
from art28.web.reports.declarations.subprocessors import SUB_PROCESSORS
from art28.web.reports.declarations.transfers import TRANSFERS
from art28.web.reports.declared import AnyRegister

REGISTERS: tuple[AnyRegister, ...] = (
    AGREEMENTS,
    PROCESSING,
    OWN_PROCESSING,
    OWN_PURPOSES,
    BREACHES,
    REQUESTS,
    SUB_PROCESSORS,
    TRANSFERS,
    AUDITS,
    COSTS,
)


def register(name: str) -> AnyRegister | None:
    """The register of that name."""
    return next((each for each in REGISTERS if each.name == name), None)
