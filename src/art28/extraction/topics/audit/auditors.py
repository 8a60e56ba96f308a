"""Reading -> who audits the processor: an independent body, any third party, or the controller or one (Art. 28(3)(h))."""

from collections.abc import Iterator, Sequence

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.audit.audit import (
    FIRST,
    HEADING,
    NOT_ENOUGH,
    REPORTS,
    audit_statements,
    grants,
    is_not_an_audit_right,
    on_audits,
    rights,
)
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement

_INDEPENDENT = (
    r"\b(?:onafhankelijke?|onpartijdige?|independent|impartial|unabhängig\w*|indépendant\w*)\b[^.;]{0,60}\b(?:derden?|deskundigen?|"
    r"auditors?|\w*-?auditor|third[- ]part\w+|experts?|\w*accountant\w*|partij|prüfer\w*|sachverständige\w*|dritte[nr]?|firm|body|"
    r"registerauditor\w*|auditeurs?|tiers|cabinet|instantie|bureau)\b|\b(?:auditeurs?|experts?|tiers|cabinet) (?:\w+ )?indépendant\w*|"
    r"\b(?:auditor|auditeur) (?:is|est) (?:een |an |un )?(?:onafhankelijke?|independent|indépendant\w*)\b|"
    r"\b(?:\w*auditor|deskundige|expert|derde|partij|prüfer) (?:die|dat|that|who|der|qui) (?:\w+ ){0,4}?(?:onafhankelijk|independent|unabhängig|indépendant)\b"
)
_SOMEBODY = (
    r"(?:\w+[- ]){0,5}?(?:\w*auditors?|derden?|deskundigen?|partij|accountants?|third[- ]part\w+|third|inspectors?|"
    r"representatives?|controleurs?|expert\w*|inspection body|prüfer\w*|dritten?|sachverständige\w*|auditeurs?|tiers)\b"
)
_AUDITOR = (
    (
        "controller_or_third_party",
        r"\(of (?:te )?(?:laten|doen) (?:uitvoeren|verrichten|controleren|nagaan|onderzoeken|toetsen|inspecteren|vaststellen)\)|"
        r"\b(?:controleren|onderzoeken|toetsen|uitvoeren|nagaan|verrichten|inspecteren|vaststellen)(?: of|,? dan wel| en/of) (?:door [^.;]{3,60} )?(?:te )?(?:laten|doen) (?:uitvoeren|verrichten|controleren|nagaan|onderzoeken|toetsen|inspecteren|vaststellen)\b|"
        r"\(laten\) (?:uitvoeren|verrichten|doen|controleren|nagaan|onderzoeken|toetsen|inspecteren|vaststellen|instellen)|\bCONTROLLER(?:,| en| and| und| et)? (?:haar|zijn|diens|its|sein\w*|ihr\w*|son) (?:\w+ )?(?:accountant|auditor)\w*\b|"
        r"\b(?:uit|te|na)? ?(?:te )?\((?:laten|doen)\) "
        r"(?:voeren|controleren|onderzoeken|toetsen|gaan|verrichten|inspecteren)\b|"
        r"\b(?:uit te voeren|uitvoeren|verrichten|te verrichten|controleren|onderzoeken) (?:of|en/of|dan wel) (?:te )?(?:doen|laten)\b|"
        r"\bal dan niet (?:door|via|met (?:de )?(?:hulp|bijstand|behulp) van|bijgestaan door) (?:een|\w+)\b|\b(?:door of namens|by or on behalf of|by,? or on behalf of|oder im auftrag)\b|"
        r"\b(?:durch(?:zu)?führen|vor(?:zu)?nehmen|prüfen|kontrollieren|überprüfen) oder\b[^.;]{0,120}\blassen\b|\b(?:réaliser|procéder à|effectuer|mener|diligenter)\b[^.;]{0,40}\bou (?:de )?(?:(?:le|la|les) )?faire (?:réaliser|procéder|effectuer|mener|diligenter)\b|"
        r"\b(?:itself|yourself|yourselves|themselves|zelf|eigenhandig|selbst|lui-même|elle-même|personally|hetzij door eigen \w+)\b[^.;]{0,60}?\b(?:or|of|dan wel|hetzij|oder|ou)\b"
        r"[^.;]{0,20}?\b(?:door|laten|through|by|durch|par|an?|een|iemand|einen|un|its)\b|"
        r"\bpar (?:ses (?:propres )?(?:agents|collaborateurs|équipes|salariés|préposés|services)|les (?:équipes|agents|services) d[eu] CONTROLLER)\b[^.;]{0,30}\bou\b|\bdurch (?:eigene|seine|ihre) (?:\w+ )?(?:beschäftigten?|mitarbeiter\w*|leute)\b[^.;]{0,30}\boder\b|"
        rf"\b(?:door|by) (?:eigen|zijn|haar|its own|own) (?:\w+ ){{0,2}}(?:mensen|medewerkers|personeel|auditors?|staff|personnel)\b[^.;]{{0,40}}\b(?:of|or|hetzij)\b|"
        r"\beigene\w? (?:\w+ )?(?:durchführen|vornehmen) oder (?:durch|von)\b|"
        rf"\b(?:door|by|durch|par|von) CONTROLLER (?:zelf |itself |selbst )?(?:of|or|oder|ou|en/of|and/or),? (?:(?:door|by|durch|par|von) )?{_SOMEBODY}|"
        rf"\bCONTROLLER (?:or|of|oder|ou|and/or),? (?:(?:by|through|door|durch|par|von) )?(?:an?|another|een|einen?|its|zijn|haar|diens|un|CONTROLLER)? ?{_SOMEBODY}|"
        r"\bCONTROLLER ou (?:par )?(?:un |tout )?(?:tiers|auditeur|expert|mandataire)\b|\bCONTROLLER (?:or|of|oder|ou),? (?:(?:by|through|door|durch|par|von) )?(?:an?|een|einen?|un|its|zijn|haar) [^.;]{0,70}\b(?:auditor|prüfer|auditeur|deskundige|expert|derde|third party|tiers|sachverständige)\w*\b|"
        r"\b(?:vérifier|contrôler|auditer) ou faire (?:vérifier|contrôler|auditer)\b|\b(?:zelf|itself|selbst|lui-même) (?:te )?(?:controleren|toetsen|onderzoeken|prüfen) (?:of|or|oder|ou)\b|"
        r"\bcontroleren\b[^.;]{0,80}\bof (?:dat|dit) door (?:een|\w+) (?:\w+ )?(?:deskundige|derde|accountant|auditor) (?:te )?laten\b|"
        r"\bCONTROLLER (?:may|can|mag|kan|kann|darf|peut) (?:audit|inspect|controle\w+|auditeren|prüfen|auditer)\b[^.;]{0,30}\b(?:or|of|oder|ou) (?:have|let|laat|laten|lassen|faire)\b|"
        r"\bCONTROLLER (?:of|dan wel) (?:door )?(?:een|eine?) (?:door (?:CONTROLLER|haar|hem|deze|hen) (?:daartoe |daarvoor )?(?:aangestelde|aangewezen|benoemde|ingeschakelde|gemachtigde|gekozen)) (?:\w+ ){0,2}?(?:\w*auditor|deskundige|derde|accountant|controleur|expert|partij)\b|"
        r"\b(?:door|by) CONTROLLER (?:dan wel|hetzij|or else) (?:door|by) an? (?:\w+ )?(?:accountant|auditor)\b|\bdoor CONTROLLER (?:dan wel|of) door een (?:\w+ )?(?:accountant|auditor|deskundige|derde)\b|"
        rf"\b(?:mandated|appointed|gemachtigde|beauftragte\w*|mandaté) (?:\w+ )?(?:auditor|prüfer|auditeur) (?:or|of|oder|ou) CONTROLLER\b",
    ),
    (
        "independent_third_party",
        rf"{_INDEPENDENT}|\b(?:door|by|durch|par)\b[^.;]{{0,40}}\b(?:onafhankelijke?|independent|unabhängig\w*|indépendant\w*)\b|"
        r"\b(?:register-?accountant|edp-?auditor|re-auditor|chartered (?:\w+ )?(?:accountant|auditor))\b",
    ),
    (
        "any_third_party",
        r"\b(?:door|by|durch|par)\b[^.;]{0,30}\b(?:derde|derde partij|een deskundige|een accountant|externe (?:partij|auditor|deskundige)|third party|dritten?|tiers)\b|(?<!of.)\bdoor een (?:\w+ ){1,6}?(?:deskundige|accountant|auditor)\b|\bdoor een (?:bedrijf|partij|auditor|deskundige) die CONTROLLER\b|\been derde (?:naar \w+ )?een (?:audit|controle|onderzoek) (?:te )?(?:laten|doen)\b|"
        r"\b(?:an auditor|een auditor|een derde) (?:designated|mandated|appointed|aangewezen)\b",
    ),
)
_APPOINTS = (
    r"\bCONTROLLER (?:mag|kan|may|can|kann|darf|peut)\b[^.;]{0,40}\b(?:derde(?: partij)?|third party|dritten?|tiers|"
    r"auditor)\b[^.;]{0,40}\b(?:aanwijzen|inschakelen|appoint|designate|mandate|beauftragen|mandater)\b"
)
# "… may conduct an audit through an independent auditor", also where reports come first.
_THROUGH = (
    r"\b(?:conduct|perform|carry out|have)\b[^.;]{0,160}\b(?:through|by|using) an? (?:independent|accredited|mutually)\b|"
    r"\b(?:door|durch|par)\b (?:een |einen? |un )?(?:onafhankelijke?|unabhängige\w*|auditeur indépendant)\b[^.;]{0,80}\b(?:uitvoeren|verrichten|laten|durchführen|lassen|réaliser)\b"
)
# "Pas als rapporten onvoldoende duidelijkheid geven, volgt een audit door een onafhankelijke derde."
_THEN_FOLLOWS = (
    r"(?:{audit}|\bonderzoek\b|\bcontrole\b)[^.;,]{0,30}\b(?:door|by) (?:een |an )?(?:onafhankelijke?|independent)\b"
)
_FALLS_SHORT = rf"{NOT_ENOUGH}|\b(?:tekort ?schieten|tekort ?schiet|schieten … tekort|fall short)\b"
# An audit that is done by somebody, whoever has the right to it.
_DONE_BY = (
    r"(?:{audit}|\bonderzoek\b|\bcontrole\b|\bcontrôles?\b|\bkontrollen?\b|\b(?:über)?prüfung(?:en)?\b) (?:wordt|worden|vindt|gebeurt|geschiedt|is|are|shall be|will be|wird|werden|est|sont) … "
    r"\b(?:verricht|uitgevoerd|gedaan|plaats|carried out|conducted|performed|durchgeführt|menée?s?|réalisée?s?|effectuée?s?|conduite?s?)\b|"
    r"(?:{audit}|\bonderzoek\b|\bcontrole\b) (?:geschiedt|gebeurt) door\b|(?:{audit}) (?:kan|kunnen|mag|mogen) worden (?:verricht|uitgevoerd|gedaan) door\b|"
    r"\bwijzen\b … \b(?:auditor|deskundige)\b … \baan\b"
)


# "External auditor means an independent auditor appointed by PROCESSOR": who checks it for its certificates.
_ITS_OWN_AUDITOR = r"\b(?:means|betekent|wordt verstaan|bedeutet|désigne)\b[^.;]{0,40}(?:\b(?:door|by|von|par) PROCESSOR\b|\bPROCESSOR\b[^.;]{0,16}\b(?:appointed|aangestelde?)\b)|\b(?:means|betekent)\b[^.;]{0,80}\bauditor\b[^.;]{0,20}\b(?:appointed|engaged|aangesteld|aangewezen)\b[^.;]{0,8}\b(?:by|door) PROCESSOR\b"


def _granting_articles(among: Sequence[Statement], language: str) -> frozenset[str]:
    return frozenset(s.clause.article for s in among if s.clause.article and grants(s, language))


def _auditors(reading: Reading) -> Iterator[Candidate]:
    """Who audits, where there is a right to it or audits are said to be done."""
    among, language = audit_statements(reading), reading.language
    if not any(c.value is True for c in rights(reading)) and not any(
        s.search(phrase(_DONE_BY, language)) for s in among
    ):
        return
    articles = _granting_articles(among, language)
    own = any(s.search(phrase(_APPOINTS, language)) for s in among)
    for statement in among:
        if is_not_an_audit_right(statement, language) or not (
            statement.clause.article in articles
            or HEADING.search(statement.heading)
            or (on_audits(statement, language) and not statement.in_annex)
        ):
            continue
        if statement.search(phrase(_ITS_OWN_AUDITOR, language)):
            continue
        if statement.search(phrase(_APPOINTS, language)):
            yield Candidate("audit.auditor", "controller_or_third_party", statement.passages)
            continue
        reported = statement.search(phrase(REPORTS, language))
        after_reports = statement.search(phrase(FIRST, language)) and not statement.search(phrase(_THROUGH, language))
        follows = statement.search(phrase(_FALLS_SHORT, language)) and statement.search(phrase(_THEN_FOLLOWS, language))
        if own or (reported and not follows and (after_reports or not grants(statement, language))):
            continue
        for value, words in _AUDITOR:
            if statement.search(phrase(words, language)):
                strength = Strength.PASSING if value == "any_third_party" else Strength.EXPRESS
                yield Candidate("audit.auditor", value, statement.passages, strength)
                break


RULES = (Rule("audit-auditor", ("audit.auditor",), _auditors),)
