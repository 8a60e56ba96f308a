"""Words by which a list of personal data, or of people, is known where nothing says what it lists."""

from art28.extraction.words.search import AnyCase

DATA = AnyCase(
    r"\b(?:(?:voor-? ?(?:en )?)?(?:achter)?na(?:am|men)|naw\b|\w*adres(?:sen|gegevens)?|geboorte\w+|geslacht|\w*telefoon\w*|\w*nummers?|"
    r"e-?mail\w*|bsn|\w*gegevens|foto'?s?|log(?:bestanden|regels|gegevens)|salaris|\w*diploma'?s?|kentekens?|meterstanden|postcodes?|woonplaats|nationaliteit|voorletters?|handtekening(?:en)?|paspoort\w*|rijbewij\w+|cijfers|beroep|cv'?s?|functie|\w*opnamen?|\w*opnames|transcript(?:ie|ies|s)?|leeftijd|beeldmateriaal|chatberichten|bestelhistorie|iban|\w*dossiers?|"
    r"(?:first |last |sur|full )?names?|(?:e-?mail |ip |postal |home )?address(?:es)?|dates? of birth|phone|telephone|gender|"
    r"(?:account|contact|location|health|usage|financial|payment|bank) (?:data|details|information)|photos?|log files?|salary)\b"
)
"""A kind of personal data: "geboortedatum", "IP address"."""

PEOPLE = AnyCase(
    r"\b(?:(?:oud-?)?(?:mede)?werk(?:nem|gev)?ers?|medewerk(?:er|ster)s|personeel\w*|\w*klanten|cliënten|patiënten|leerlingen|studenten|"
    r"ouders|\w*bezoekers|\w*gebruikers|\w*abonnees|\w*leden|inwoners|burgers|kandidaten|sollicitanten|relaties|planners|behandelaren|instructeurs|trainers|ontvangers|afnemers|beheerders|opdrachtgevers|vertegenwoordigers|familieleden|naasten|verwanten|kinderen|begunstigden|leveranciers|"
    r"contactpersonen|\w*therapeuten|\w*verzorg(?:ers|enden)|coaches|mentoren|\w*begeleiders|(?:hulp|zorg)verleners|(?:gast|pleeg)ouders|verwijzers|\w*artsen|melders|\w*houders|deelnemers|\w*huurders|\w*bewoners|omwonenden|aanvragers|eigena(?:ren|ars)|verzekerden|reizigers|gasten|"
    r"docenten|leerkrachten|artsen|verpleegkundigen|cursisten|donateurs|debiteuren|bestuurders|ondernemers|consumenten|prospects|"
    r"(?:mensen|personen)(?= (?:die|met|wier|(?:over|van|op|aan) wie))|stagiairs?|lezers|spelers|chauffeurs|monteurs|\w+(?:zoekenden|houders|nemers|genoten|gerechtigden|vragers|volgers|leners|bezoekers|behandelaars)|eindgebruikers|vrijwilligers|mantelzorgers|uitzendkrachten|zzp'?ers|zelfstandigen|kopers|bellers|"
    r"(?:former |current )?(?:employees|end.users|listeners|recipients|learners|participants|attendees|respondents|administrators|personnel|representatives|workers|staff|customers|clients|users|visitors|subscribers|members|patients|pupils|students|"
    r"parents|teachers|applicants|candidates|suppliers|tenants|residents|neighbours|passengers|guests|donors|prospects|consumers|directors|contacts|registrants|contractors|guardians))\b"
)
"""A group of people: "klanten", "former employees"."""
