"""What German turns on more than one topic name, each said once."""

SUBS = r"SUBPROCESSOR|unterauftrag|weitere auftrag|dienstleister|firmen|dritte|subunternehm|andere unternehmen"
THIS = r"(?:diese[rsnm]? (?:\w*vertrag(?:e?s)?|\w*vereinbarung|avv|bedingungen|anlage)|(?:der|die|das) (?:vorliegende\w* )?(?:vertrag|vereinbarung))"
MAIN = r"\b(?:hauptvertrag\w*|(?:\w+-)?\w*nutzungsvertrag\w*|nutzungsbedingungen|dienst(?:leistungs)?vertrag\w*|leistungsvertrag\w*|rahmenvertrag\w*|wartungsvertrag\w*|hauptvereinbarung|grundvertrag\w*|servicevertrag\w*|agb|allgemeinen? geschäftsbedingungen)\b"
TELLS = r"(?:sagt|weist|teilt|meldet|zeigt|informiert|benachrichtigt|kündigt|gibt)"
END = r"ende|beendigung|löschung|rückgabe|herausgabe"
ANY_CONTRACT = (
    r"(?:haupt|dienst|leistungs|dienstleistungs)?(?:vertrag(?:e?s)?|vereinbarung)|agb|allgemeinen? geschäftsbedingungen"
)
GERMAN_MAIN = (
    r"(?:\w*(?:nutzungs|haupt|dienst|leistungs|service|lizenz)\w*vertrag(?:e?s)?|abonnements?|hauptvereinbarung)\b"
)
IT = r"(?:PROCESSOR|er|sie|dieser|diese)"
DPA = r"\b(?:diese[rnms]?|der|die|den|dem|des) (?:vorliegenden? )?(?:avvs?|auftragsverarbeitungsvertrag(?:e?s)?|auftragsverarbeitung\w*|vereinbarung|auftrag(?:e?s)?)\b|\bdiese[rnms]? (?:vertrag(?:e?s)?|anlage)\b"
SAGT_ES = r"(?:{inform}|\b(?:weist|wiesen)\b[^.;]{0,60}\bhin\b|\baufzuklären\b|\baufklären\b|\bbeanstand\w*|\bverständig\w*|\bnachricht\b|\bbescheid\b|\bteilt\b|\bmeldet\b|\bmelden\b|\bunterricht\w*|\bbericht\w*|\bvortrag\w*|\banzeig\w*|\bmitteil\w*|\bmitzuteilen\b|\brückfrag\w*|\bhinweis\w*|\bwarn\w*)"
UNTER = r"unterauftrag|SUBPROCESSOR|subunternehm"
PANNE = r"\b(?:verletzung\w*|datenpanne\w*|vorfall\w*|vorfälle\w*|datenschutzvorfall\w*|sicherheitsvorfall\w*)\b"
