"""An organisation with agreements on one template, one of them altered, and one on another template."""

from art28.web.agreements import actions
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump as read_pump
from art28.web.families.models import Family
from art28.web.families.pump import pump
from art28.web.parties import actions as parties
from core.families.texts import ARTICLES, OTHER_ARTICLES
from web.people import NOW, Tenant

PROCESSOR = "Veldlicht ICT B.V."
HEAD = """Verwerkersovereenkomst

Versie {version}

{controller}, gevestigd te {city}, hierna: Verwerkingsverantwoordelijke, en {processor}, hierna: Verwerker, komen overeen.

"""
OTHER = (*OTHER_ARTICLES, "3.2 Verwerker meldt een datalek binnen een dag aan Verwerkingsverantwoordelijke.")
PARTIES = (
    ("Stichting Anker Wonen", "Almere"),
    ("Stichting Beuk Wonen", "Borne"),
    ("Stichting Ceder Wonen", "Culemborg"),
    ("Stichting Duin Wonen", "Doetinchem"),
)


def text(number: int, *, version: str = "1.0", articles: tuple[str, ...] = ARTICLES) -> str:
    """An agreement with the party of that number."""
    controller, city = PARTIES[number % len(PARTIES)]
    head = HEAD.format(version=version, controller=controller, city=city, processor=PROCESSOR)
    return head + "\n\n".join(articles)


def altered(number: int) -> str:
    """One whose breaches are reported within 48 hours, and whose processor checks its measures every quarter."""
    given = text(number).replace("binnen 24 uur", "binnen 48 uur")
    return given.replace("ten minste eenmaal per jaar", "ieder kwartaal")


def put_in(tenant: Tenant, *texts: str) -> tuple[Agreement, ...]:
    """Agreements put in, read and placed."""
    found = waiting(tenant, *texts)
    pump(now=NOW, limit=100)
    return found


def waiting(tenant: Tenant, *texts: str) -> tuple[Agreement, ...]:
    """Agreements put in and read, which wait to be placed."""
    parties.add_legal_entity(tenant.organisation, PROCESSOR, actor=tenant.actor(), now=NOW)
    taken = actions.put_in(
        tenant.organisation,
        [actions.Upload(f"{abs(hash(each))}.txt", "text/plain", each.encode()) for each in texts],
        actor=tenant.actor(),
        now=NOW,
        largest_bytes=1_000_000,
    )
    read_pump(now=NOW, limit=100)
    ids = [each.agreement.pk for each in taken if each.agreement is not None]
    found = {row.pk: row for row in Agreement.objects.select_related("organisation", "source").filter(pk__in=ids)}
    return tuple(found[each] for each in ids)


def family(tenant: Tenant) -> tuple[Family, tuple[Agreement, ...]]:
    """A family of four, the last altered, and its members; beside it an agreement on another template."""
    agreements = put_in(tenant, text(0), text(1), text(2), altered(3), text(0, articles=OTHER))
    return Family.objects.select_related("organisation").get(versions__members__agreement=agreements[0]), agreements[:4]
