"""The words by which agreements call their parties, in every language: statutory, usual, capitalised, and what each lets expect."""

from types import MappingProxyType

from art28.terms import Role

STATUTORY = MappingProxyType(
    {
        Role.SUB_PROCESSOR: (
            r"sub ?-? ?verwerkers?(?:\(s\))?",
            r"sub[- ]?bewerkers?",
            r"sub ?-? ?processors?(?:\(s\))?",
            r"andere verwerkers?",
            r"derde verwerkers?",
            r"(?:die|deze|zulke|ingeschakelde|bedoelde) verwerkers(?! ?overeenkomst)",
            r"another processors?",
            r"other processors?",
            r"onderaannemers?",
            r"onder-?(?:ver|be)werkers?",
            r"hulp-?(?:ver|be)werkers?",
            r"deel-?(?:ver|be)werkers?",
            r"(?:hulp|onder|sub)-?leveranciers?",
            r"weitere[nrms]? auftragsverarbeiter[ns]?",
            r"(?:(?<=autre )|(?<=autres )|(?<=nouveau )|(?<=nouveaux ))sous-traitants?",
            r"unterauftrags?(?:verarbeitern?|verarbeiters?|nehmern?|nehmers?)",
            r"subunternehmern?",
            r"sous-traitants? (?:ult[ée]rieurs?|secondaires?)",
            r"(?:(?<=\bses )|(?<=\bleurs )|(?<=\bpropres )|(?<=\bces )|(?<=\bà des )|(?<=\bde tels ))sous-traitants",
            r"sub-?contractors?",
        ),
        Role.CONTROLLER: (
            r"\(verwer\w{0,9}\)verantwoordelijken?",
            r"verwer\w{0,9}\)?verantwoordelijken?",
            r"eindverantwoordelijke(?! voor\b)(?= )",
            r"data controllers?",
            r"controllers?",
            r"data exporters?",
            r"(?:(?<=\nde )|(?<=\n))verantwoordelijke(?=[ \t]*(?:\n|:))",
            r"verantwoordelijken?(?= (?:zal|stelt|heeft|is|verstrekt|kan|dient|garandeert|geeft)\b)",
            r"verantwortliche[nrm]?",
            r"responsables? d[eu] traitement",
        ),
        Role.PROCESSOR: (
            r"verwer ?k ?ers?(?! ?overeenkomst)",
            r"bewerkers?(?! ?overeenkomst)",
            r"data processors?",
            r"processors?",
            r"data importers?",
            r"auftrags(?:daten)?verarbeitern?",
            r"auftrags(?:daten)?verarbeiters?",
            r"sous-traitants?",
        ),
    }
)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Words that name a party wherever they stand, and words that do so only where the agreement capitalises or defines them.
USUAL = MappingProxyType(
    {
        Role.CONTROLLER: (
            "klant",
            "opdrachtgever",
            "afnemer",
            "customer",
            "auftraggeber",
            "auftraggeberin",
            "kunde",
            "kundin",
        ),
        Role.PROCESSOR: ("opdrachtnemer", "auftragnehmer", "auftragnehmers", "auftragnehmerin"),
    }
)
CAPITALISED = MappingProxyType(
    {
        Role.CONTROLLER: _listed(
            """
            Gebruiker Cliënt Client Licentienemer Abonnee Gemeente Verantwoordelijke Deelnemer Werkgever Onderwijsinstelling
            Instelling School Zorginstelling Zorgaanbieder Organisatie Einrichtung Licensee Subscriber Company Kunden
            Verzekeraar Waterschap Provincie Vereniging Buyer Purchaser Genossenschaft Établissement Corporatie Woningcorporatie
            Verhuurder Ziekenhuis Praktijk Kliniek Hogeschool Universiteit Zorgverlener Kinderopvang Apotheek Schoolbestuur Makelaar Zorgorganisatie Zorggroep
            Omgevingsdienst Veiligheidsregio Inlener Charity Hospital University College Employer Landlord Municipality Retailer
            Klinik Praxis Gemeinde Landkreis Stadtwerke Verein Kanzlei Mutuelle Association Commune Hôpital Université Employeur
            """
        ),
        Role.PROCESSOR: (
            "Service Provider",
            *_listed(
                """
                Leverancier Dienstverlener Provider Supplier Vendor Licentiegever Anbieter Prestataire Licensor Contractor
                Uitvoerder Beheerder Hoster Payrollbedrijf Dienstleister Contractant Kantoor Administratiekantoor Accountantskantoor
                Softwareleverancier Hostingprovider Hostingbedrijf
                """
            ),
        ),
    }
)
# Of these a text that has them as a term also writes "de gemeente", and means the same one.
ALSO_SMALL = frozenset(
    _listed(
        "Gemeente Provincie Onderwijsinstelling Zorginstelling Zorgaanbieder School Corporatie Hogeschool Universiteit"
    )
)
# What a term says of its bearer by itself, where the agreement defines it and gives it no role: who serves and who is served.
LIKELY = MappingProxyType(
    {
        **dict.fromkeys(
            _listed(
                """
                dienstleister dienstleisterin anbieter anbieterin lieferant lieferantin betreiber betreiberin hersteller prestataire
                fournisseur titulaire éditeur hébergeur leverancier dienstverlener uitvoerder provider supplier vendor contractor
                contractant
                """
            ),
            Role.PROCESSOR,
        ),
        **dict.fromkeys(
            _listed(
                """
                kunde kundin besteller bestellerin nutzer nutzerin anwender lizenznehmer auftraggeberin client cliente acheteur
                bénéficiaire abonné abonnée utilisateur utilisatrice donneur établissement collectivité klant opdrachtgever afnemer
                customer buyer purchaser subscriber licensee
                """
            ),
            Role.CONTROLLER,
        ),
    }
)
IN_SMALL = MappingProxyType({name.lower(): role for role, names in CAPITALISED.items() for name in names})
# What an agreement that says "you" calls a sub-processor.
ANOTHER_COMPANY = tuple(
    written
    for term in (
        "another company",
        "other companies",
        "such a company",
        "another firm",
        "other firms",
        "another business",
    )
    for written in (term, term.capitalize())
)
