"""Addresses: each app's own under its name, the frame's at the root."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

_ADDRESSES = (
    ("accounts", ""),
    ("families", "agreements/families/"),
    ("portfolio", "portfolio/"),
    ("comparisons", "comparisons/"),
    ("chains", "chain/"),
    ("yardsticks", "yardsticks/"),
    ("agreements", "agreements/"),
    ("contacts", "parties/contacts/"),
    ("parties", "parties/"),
    ("clocks", ""),
    ("questionnaires", ""),
    ("received", ""),
    ("assessments", "breaches/"),
    ("registers", ""),
    ("processing", ""),
    ("purposes", "registers/own-purposes/"),
    ("reports", ""),
    ("costs", ""),
    ("disclosures", ""),
    ("lifecycle", ""),
    ("offline", "offline/"),
    ("exercising", "exercises/"),
    ("breaches", "breaches/"),
    ("events", "events/"),
    ("endings", ""),
    ("requests", "requests/"),
    ("instructions", "instructions/"),
    ("audits", "audits/"),
    ("claims", "claims/"),
    ("mailings", ""),
    ("intake", ""),
    ("services", ""),
    ("flowdown", "subprocessors/flow-down/"),
    ("subprocessors", "subprocessors/"),
    ("controls", "controls/"),
    ("measures", "measures/"),
    ("api", ""),
    ("cybersecurity", "cybersecurity/"),
    ("calls", "breaches/"),
    ("house", "drafts/house/"),
    ("sheets", "drafts/many/"),
    ("commencing", "agreements/commencements/"),
    ("drafts", "drafts/"),
    ("signing", "signing/"),
    ("amendments", ""),
    ("replies", "notices/replies/"),
    ("notices", "notices/"),
    ("reminders", ""),
    ("audit", "evidence/"),
    ("people", ""),
    ("pages", ""),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    *(
        path(prefix, include(f"art28.web.{name}.urls"))
        for name, prefix in _ADDRESSES
        if find_spec(f"art28.web.{name}") and find_spec(f"art28.web.{name}.urls")
    ),
]

handler403 = "art28.web.pages.views.forbidden"
handler404 = "art28.web.pages.views.not_found"
handler429 = "art28.web.pages.views.too_many_requests"  # asked for by allauth, not by Django
handler500 = "art28.web.pages.views.server_error"
