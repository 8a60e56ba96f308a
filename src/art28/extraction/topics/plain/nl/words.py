"""What Dutch turns on more than one topic name, each said once."""

OPENS = r"^[\W\d]*(?:\w[.)] )?"
SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere (?:bedrijven|organisaties)|onderaannem|help|hulp|leverancier|schakel"
PRESENT = (
    r"(?:deze|dit|de) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|(?:verwerkers)?afspraken|voorwaarden|tekst)"
)
MAIN = r"(?:(?:hoofd|dienstverlenings|licentie|raam|koop)?overeenkomst|\w*voorwaarden|abonnement|opdracht|offerte)"
ANOTHER = r"(?:bedrijf|partij|leverancier|onderaannemer|hulpbedrijf|dienstverlener|SUBPROCESSOR)"
OTHERS = r"SUBPROCESSOR|\b(?:derden?|ander(?:e|en) (?:bedrij\w+|organisaties?|partij\w*|leveranciers?)|ingeschakelde \w+|onderaannemers?)\b"
# What signals of more than one topic name, whatever verb joins it.
THE_LAW = r"\b(?:avg|gdpr|uavg|wet|wetten|wettelijk\w*|wetgeving|\w*regelgeving|\w*regels|recht|unierecht\w*|privacyrecht|voorschrift\w*)\b"
APPROVAL = (
    r"\bCONTROLLER\b[^.;]{0,80}\b(?:goed(?:ge)?keur\w*|goed (?:heeft )?(?:gevonden|bevonden)|goedvindt|akkoord|toestemming|instem\w*|ingestemd|toegestemd|fiat|ja (?:heeft )?(?:ge)?zeg\w*)\b|"
    r"\b(?:goedkeuring|toestemming|instemming|akkoord|fiat)\b[^.;]{0,30}\b(?:van|door|bij) CONTROLLER\b"
)
FREE = (
    r"\b(?:kosteloos|gratis|om niet|zonder (?:extra |verdere |meer)?kosten|zonder (?:extra )?(?:vergoeding|bijbetaling)|kosten? (?:CONTROLLER )?(?:niets|niks)|inbegrepen|in (?:de |het )?(?:\w+ )?(?:prijs|vergoeding|tarief|abonnement\w*) (?:in)?begrepen|hoort bij de (?:dienst\w*|prijs)|horen bij de (?:dienst\w*|prijs)|"
    r"in de (?:prijs|vergoeding|abonnement\w*)|geen (?:extra |afzonderlijke )?(?:kosten|vergoeding|rekening)|(?:be)?reken(?:t|en)\b[^.;]{0,20}\b(?:niets|niet)|betaalt\b[^.;]{0,12}\bniets)\b"
)
CONTROLLER_PAYS = (
    r"\bPROCESSOR\b[^.;]{0,40}\b(?:ontvang(?:t|en)|krijg(?:t|en)|recht op|aanspraak op|breng(?:t|en)|(?:be)?reken(?:t|en)|factureer\w*|factureren|mag|mogen|kan|kunnen)\b[^.;]{0,80}\b(?:vergoeding|in rekening|tarie\w+|bestede tijd|uren|doorbereken\w*|door te berekenen|doorbelast\w*|gefactureerd|factureren)\b|"
    r"\b(?:ontvang(?:t|en)|krijg(?:t|en)|(?:be)?reken(?:t|en)|factureer\w*|factureren|breng(?:t|en)|mag|mogen|kan|kunnen) PROCESSOR\b[^.;]{0,80}\b(?:vergoeding|in rekening|tarie\w+|tijd|uren|doorbereken\w*|door te berekenen|doorbelast\w*|factureren)\b|"
    r"\b(?:word(?:t|en))\b[^.;]{0,60}\b(?:vergoed|gefactureerd|doorberekend|doorbelast|in rekening gebracht|berekend|gedeclareerd)\b|"
    r"\bCONTROLLER\b[^.;]{0,20}\b(?:betaalt|vergoedt|draagt)\b|\b(?:betaalt|vergoedt|draagt) CONTROLLER\b|\brekening\b[^.;]{0,40}\bCONTROLLER\b"
)
PROCESSOR_PAYS = r"\bPROCESSOR\b[^.;]{0,20}\b(?:betaalt|betalen|vergoedt|vergoeden|draagt|dragen)\b|\b(?:betaalt|betalen|vergoedt|vergoeden|draagt|dragen) PROCESSOR\b|\brekening\b[^.;]{0,20}\bPROCESSOR\b|\bdoor PROCESSOR\b[^.;]{0,20}\b(?:betaald|vergoed|gedragen)\b"
SHORTCOMING = r"\b(?:tekort\w*|schend\w*|geschonden|in gebreke|gebreken|overtreding\w*|ongelijk|afwijking\w*|fout\w*|niet (?:\w+ ){0,5}(?:voldoet|voldoen|houdt|houden|nakomt|nakomen|naleeft|gehouden|goed|nageleefd|klopt))\b"
A_BREACH = r"\b(?:data-?lek\w*|lek|inbreuk\w*|beveiligingsincident\w*|incident\w*)\b"
NOT_FREE = r"\b(?:niet|geen) (?:\w+ ){0,3}(?:inbegrepen|begrepen|kosteloos|gratis)\b"
