"""Whole agreements as text, and a main contract, to put into one file."""

ARTICLES = """
Artikel 1 Onderwerp

Verwerker verwerkt persoonsgegevens uitsluitend in opdracht van Verwerkingsverantwoordelijke en volgens haar
schriftelijke instructies, zoals die in deze overeenkomst en in de bijlage zijn vastgelegd.

Artikel 2 Datalekken

Verwerker meldt een inbreuk in verband met persoonsgegevens aan Verwerkingsverantwoordelijke binnen {hours} uur nadat hij die
heeft ontdekt, en geeft daarbij alle gegevens die voor een melding nodig zijn.

Artikel 3 Geheimhouding

Verwerker en allen die voor hem werken houden de persoonsgegevens geheim, ook nadat deze overeenkomst is geëindigd.

Artikel 4 Einde

Deze overeenkomst duurt zo lang als de dienstverlening. Na afloop wist Verwerker alle persoonsgegevens binnen {days} dagen.
"""
SIGNED = """
Aldus overeengekomen en in tweevoud ondertekend

Namens {controller}
Naam: A. Bakker
Handtekening: ________

Namens {processor}
Naam: C. Dekker
Handtekening: ________
"""


def dutch(
    *, title: str = "Verwerkersovereenkomst", controller: str = "Gemeente Aasdorp", processor: str = "Alfa Hosting B.V.",
    hours: int = 24, days: int = 30, parties: str = "", signed: bool = True, annex: str = "",
) -> str:  # fmt: skip
    """A whole agreement as text."""
    parties = parties or (
        f"De ondergetekenden:\n\n{controller}, gevestigd te Aasdorp, hierna te noemen: Verwerkingsverantwoordelijke,\n\n"
        f"en\n\n{processor}, gevestigd te Beekstad, hierna te noemen: Verwerker,\n\nkomen het volgende overeen:\n"
    )
    signatures = SIGNED.format(controller=controller, processor=processor) if signed else ""
    return f"{title}\n\n{parties}{ARTICLES.format(hours=hours, days=days)}{signatures}{annex}\n"


OTHER = dutch(controller="Stichting Zorgveld", processor="Beta Software B.V.", hours=48, days=90)
MAIN_CONTRACT = """Dienstverleningsovereenkomst

Partijen:

Gemeente Aasdorp, gevestigd te Aasdorp, hierna te noemen: Opdrachtgever

en Alfa Hosting B.V., gevestigd te Beekstad, hierna te noemen: Opdrachtnemer

Artikel 1 Dienst

Opdrachtnemer levert aan Opdrachtgever de hosting van haar websites, met een beschikbaarheid van 99,5 % op
iedere werkdag van het jaar.

Artikel 2 Prijs

Opdrachtgever betaalt daarvoor € 1.250 per maand, te vermeerderen met btw, binnen 60 dagen na ontvangst van de factuur.

Artikel 3 Aansprakelijkheid

De aansprakelijkheid van Opdrachtnemer is beperkt tot € 75.000 per gebeurtenis. Opdrachtnemer meldt storingen binnen 2 uur.

Artikel 4 Looptijd

Deze overeenkomst duurt vijf jaar en kan met een opzegtermijn van zes maanden worden beëindigd.
""" + SIGNED.format(controller="Gemeente Aasdorp", processor="Alfa Hosting B.V.")
