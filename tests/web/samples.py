"""Small agreements for tests, as the text of a file."""

from art28.web.agreements import actions
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump
from art28.web.parties import actions as parties
from web.people import NOW, Tenant

PROCESSOR = "Veldlicht ICT B.V."

TEXT = f"""VERWERKERSOVEREENKOMST

Partijen:

1. Stichting Zonnehoek, gevestigd te Utrecht, ingeschreven bij de Kamer van Koophandel onder nummer 99111111,
hierna: "Verwerkingsverantwoordelijke";

en

2. {PROCESSOR}, gevestigd te Zwolle, ingeschreven bij de Kamer van Koophandel onder nummer 99222222,
hierna: "Verwerker";

komen het volgende overeen.

Artikel 1. Verwerking

1.1 Verwerker verwerkt Persoonsgegevens uitsluitend op basis van schriftelijke instructies van
Verwerkingsverantwoordelijke.

Artikel 2. Datalekken

2.1 Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 36 uur na ontdekking aan
Verwerkingsverantwoordelijke.

Artikel 3. Audit

3.1 Verwerkingsverantwoordelijke heeft het recht een audit te laten uitvoeren.
"""


def read_agreement(tenant: Tenant, text: str = TEXT, name: str = "zonnehoek.txt") -> Agreement:
    """An agreement put in and read."""
    parties.add_legal_entity(tenant.organisation, PROCESSOR, actor=tenant.actor(), now=NOW)
    (taken,) = actions.put_in(
        tenant.organisation,
        [actions.Upload(name, "text/plain", text.encode())],
        actor=tenant.actor(),
        now=NOW,
        largest_bytes=1_000_000,
    )
    assert taken.agreement is not None
    pump(now=NOW, limit=10)
    return Agreement.objects.select_related("organisation", "source").get(pk=taken.agreement.pk)
