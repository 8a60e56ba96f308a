"""Text -> verdicts on control: information that shows compliance, audits and inspections (Art. 28(3)(h))."""

from art28.checking.judging import Judgement, judged, met, missing, partial
from art28.checking.words.labels import AT_THE_START
from art28.checking.words.phrases import expression, parts_of
from art28.checking.words.statements import Statement
from art28.checking.words.text import Questioned, cue, meeting

# Help for the controller to keep to its own duties shows nothing of what the processor did.
_THE_OTHERS_COMPLIANCE = r"^(?!.{0,900}\b(?:demonstrat\w*|show\w*|aan ?(?:te )?to\w*|nachweis\w*|nachzuweisen|démontr\w*|prouv\w*)\b).{0,900}(?:{assist}) … \b(?:compliance|comply|complying|nakom\w*|nalev\w*|einhaltung|respect)\b … \bCONTROLLER\b … \b(?:obligations|duties|verplichtingen|plichten|pflichten)\b"
# "Overviews that enable CONTROLLER to meet its own duties" are what the service is for.
_FOR_ITS_OWN_DUTIES = r"^(?!.{0,900}\b(?:demonstrat\w*|show\w*|aan ?(?:te )?to\w*|blijk\w*|nachweis\w*|nachzuweisen|démontr\w*|prouv\w*|art(?:\.|ikel|icle)? 28)\b).{0,900}\bCONTROLLER (?:in staat|(?:(?:[\w']+ ){0,2}(?:needs?|requires?) )?to (?:meet|comply|fulfil)|in die lage|de (?:remplir|respecter))\b.{0,60}\b(?:haar|zijn|eigen|its|seine\w*|ihre\w*|ses) (?:\w+ ){0,2}(?:verplichting\w*|plichten|obligations?|duties|\w*pflichten)\b"
# Records that it keeps, of which nobody says that the controller gets them.
_KEPT_FOR_ITSELF = r"^(?!.{0,900}(?:\bCONTROLLER\b|\b(?:available|request|beschikking|verzoek|verfügung|disposition|demande)\b)).{0,300}\b(?:maintains?|keeps?|bijhoud\w*|houdt|führt|tient)\b"
# "If those documents don't demonstrate compliance, it may audit": what follows where the information falls short.
_FALLS_SHORT_THERE = r"\b(?:if|where|indien|als|mocht\w*|wenn|si) (?:[\w']+ ){0,3}{information} (?:[\w']+ ){0,2}(?:don't|not|doesn't|niet|onvoldoende|nicht|ne) … {show_compliance}"
# "A statement of an accountant on compliance, each year": that alone.
_A_STATEMENT = r"^(?!.{0,900}\b(?:alle|all|any|sämtliche|toutes?)\b).{0,300}\b(?:verklaring|rapport|certificaat|statement|report|certificate) (?:van|by|of|from) (?:een|an?|the|haar|zijn|its) (?:\w+ )?(?:accountant|auditor|auditkantoor)\b"
_INFORMATION = (
    cue("{information} … {show_compliance}", "{provide}", unless=(_THE_OTHERS_COMPLIANCE, _FOR_ITS_OWN_DUTIES, _KEPT_FOR_ITSELF, "{breach} … {show_compliance}", r"{information} … \b(?:over|omtrent|aangaande|about|regarding|concerning|on)\b … {breach}", "{rights} … {request}", "{dpia}", r"\bSUBPROCESSOR (?:zal|shall|will)\b", r"\bCONTROLLER (?:zal|shall|will|dient|verklaart|garandeert) ", "{delete}", "{inform} … {infringes}", _FALLS_SHORT_THERE, _A_STATEMENT)),
    cue(r"{show_compliance} … {information} … \b(?:for that(?: purpose|(?=[.,;]|$))|to that end|for this purpose|daarvoor|daartoe|dafür|hierfür|à cet effet|à cette fin)\b", "{provide}", unless=("{breach}", "{rights} … {request}", "{dpia}", r"\bCONTROLLER (?:zal|shall|will|dient) ")),
    cue(r"{show_compliance} … \b(?:daartoe|hiertoe|daarvoor|to that end|for that purpose|hierzu|dazu|hierfür|dafür|à cet effet|à cette fin)\b … {information}", "{provide}", unless=("{breach}", "{rights} … {request}", "{dpia}", r"\bCONTROLLER (?:zal|shall|will|dient) ")),
    cue(r"\b(?:toont|tonen|zal|zullen|demonstrates?|shall demonstrate|weist)\b (?:\w+ ){0,9}(?:aan (?:dat|hoe)|aantonen (?:dat|hoe)|that it|how it|compliance|nach dass)\b … {show_compliance}", r"\bPROCESSOR\b", r"\b(?:verzoek|desgevraagd|request|verlangen|anforderung)\b", unless=("{breach}", "{rights}", "{dpia}", "{audit}", r"\bCONTROLLER (?:toont|zal|shall|will|demonstrates?)\b(?! PROCESSOR)")),
    cue(r"\b(?:inform\w*)\b", r"\b(?:maatregelen|measures)\b … {show_compliance}", r"\b(?:verzoek|request)\b"),
)  # fmt: skip
_DURING = r"\b(?:tijdens|in het kader van|ten behoeve van|during|in connection with|for the purposes? of|in the course of|bij|voor) (?:een |de |an |any |such |the |deze )?{audit}"
_APART = r"\b(?:buiten|los van|apart from|outside|independent(?:ly)? (?:of|from)|not only (?:in|during)|niet alleen bij) (?:een |de |an |any |the )?{audit}"
_ON_MEASURES = (
    cue(r"\bPROCESSOR weist\b … \b(?:einhaltung|erfüllung)\b … \bnach\b", unless=("{breach}", "{rights}")),
    cue(r"\b(?:overzicht|inzicht|informatie|inform\w*|information|summary|overview|description|beschrijving|omschrijving|details|verklaring)\b … \b\w*(?:maatregelen|measures|beveiliging|security)\b", r"\b(?:verzoek|desgevraagd|request)\b", unless=("{breach}",)),
    cue(r"\b(?:certifica\w*|\w*rapport\w*|reports?|verklaring van toepasselijkheid|soc 2|iso)\b", r"\b(?:verzoek|request|opvragen|vraag(?:t)? … op|vragen … op|vra(?:ag|agt|gen) (?:\w+ ){0,4}om|available|beschikbaar|beschikking|inzage)\b", unless=("{breach}", "{delete}")),
    cue(_A_STATEMENT, r"\b(?:verstrekt?|lever\w*|geeft|provid\w*|gives?|supplies|submits?)\b", unless=("{breach}",)),
    cue(r"\b(?:samenvatting|uitkomst\w*|bevindingen|summary)\b", r"\b(?:verzoek|desgevraagd|request)\b", r"\b(?:beschikking|rapporteer\w*|deelt|available|ontvang\w*|verstrek\w*|krijgt?|stuur\w*|receives?|provid\w*)\b", unless=("{breach}", "{delete}", "{rights}")),
    cue(r"\b(?:antwoord\w*|vragen|questions|questionnaire)\b", "{show_compliance}", r"\bPROCESSOR\b", unless=("{breach}", "{rights}")),
)  # fmt: skip
_AUDIT_HEADINGS = ("audit", "controle", "inspect", "verantwoording", "toezicht", "accountability", "kontroll", "prüf")
_ON_THE_OCCASION = (
    cue(r"\bPROCESSOR\b", "{information}", "{provide}"),
    cue(r"\bPROCESSOR\b", r"\b(?:vragen|questions)\b … \b(?:beantwoord\w*|answers?)\b"),
    cue(r"\bPROCESSOR\b", r"\b(?:beantwoord\w*|geeft antwoord|answers?|responds?)\b … \b(?:vragen|questions|enquiries)\b"),
)  # fmt: skip
_ACCESS_TO_RECORDS = cue("{provide}", r"\b(?:administratie|records|register)\b", "{show_compliance}")


def information(text: Questioned) -> Judgement:
    """Art. 28(3)(h): all information needed to show compliance, on request and not only within an audit."""
    requirement = "h_information"
    among = text.about("informat", "inform", "inlicht", "document", "rapport", "report", "bewijs", "evidence", "records", "administratie", "auskunft", "nachweis", "certifi", "everything", "éléments", "preuve", "prouv", "justif", "verklaring", "overview", "overzicht", "summary", "inzicht", "alles wat", "bescheiden", "unterlagen", "stukken", "samenvatting", "beschrijving", "uitkomst", "alles weten", "aan dat", "aantonen dat", "demonstrate", "gegevens en", "gegevens die", "weist", "zertifi", "einhaltung")  # fmt: skip
    found = meeting(among, *_INFORMATION)
    free = tuple(one for one in found if not _for_an_audit(one))
    if free:
        return met(requirement, sorted(free, key=_closeness)[:2])
    records = meeting(among, _ACCESS_TO_RECORDS)
    measures = meeting(among, *_ON_MEASURES)
    if records and measures:
        return met(requirement, (*records[:1], *measures[:1]))
    within = found or meeting(among, cue("{audit}", "{information}", "{provide}"))
    within = within or meeting(text.under(*_AUDIT_HEADINGS), *_ON_THE_OCCASION)
    if within and not measures:
        return partial(requirement, within, "outside_audit")
    some = (*measures[:2], *records[:1], *within[:1])
    return partial(requirement, some, "all_information") if some else missing(requirement)


def _for_an_audit(one: Statement) -> bool:
    """Whether the information is part of an audit: audits come first, not beside it as in the Regulation's own words."""
    if not one.says("{audit}") or one.says(_APART):
        return False
    return min(one.ends("{audit}")) < min(one.ends("{information}")) or one.says(_DURING)


def _closeness(one: Statement) -> tuple[bool, int]:
    return (not one.says("{information} … {show_compliance}"), one.index)


# "PROCESSOR has itself audited each year and hands over the report": an audit that it holds, whatever CONTROLLER gets of it.
_ITS_OWN = r"\bPROCESSOR (?:\w+ ){0,2}(?:laat|lässt|fait|has|have)\b(?!.{0,80}\b(?:door|durch|par|by) CONTROLLER\b)(?! (?:\w+ ){0,3}CONTROLLER\b)(?! (?:\w+ ){0,2}(?:toe|zu)\b).{0,120}\b(?:onafhankelijke?|externe?|independent|external|third|unabhängig\w*|indépendant\w*|extern\w*)\b"
# Inspections by the authority are no control by the controller.
_BY_THE_AUTHORITY = r"^(?!.{0,900}\bCONTROLLER\b).{0,900}{audit} (?:door|van|by|of|durch|par) (?:\w+ ){0,3}{authority}"
_AUDITS = (
    cue("{audit}", r"\bCONTROLLER\b", r"\b(?:recht|gerechtigd|mag|kan|in staat|mogelijk\w*|toestaan|laten|medewerk\w*|meewerk\w*|werkt|toe|right|entitled|may|allow\w*|permit\w*|lets?|contribut\w*|cooperat\w*|conduct\w*|perform\w*|request\w*|berechtigt|kann|können|darf|dürfen|dispose|peut|droit|ermöglich\w*|permet\w*|bevoegd\w*|uitvoeren|vindt … plaats|plaatsvinden|takes? place|durchgeführt|durchzuführen|erforderlich|effectu\w*|réalis\w*|procéder)\b", unless=("{inform} … {audit} … {infringes}", r"\bSUBPROCESSOR\b … {audit}(?!.{0,200}PROCESSOR)", "{rights} … {request}", _ITS_OWN)),
    cue(r"\b(?:allow|toestaan|contribut\w*|permit)\b … {audit}"),
    cue(r"\b(?:door|namens|vanwege|by|on behalf of|durch|par) (?:of (?:namens|vanwege) |or on behalf of |(?:oder )?im auftrag |ou pour )?CONTROLLER\b … \b(?:worden|be|werden|être)\b", r"\b(?:nagegaan|gecontroleerd|getoetst|onderzocht|geïnspecteerd|geaudit|audited|inspected|verified|examined|überprüft|geprüft|kontrolliert|vérifié|contrôlé)\b", r"\bPROCESSOR\b", unless=("{rights} … {request}", "{infringes}")),
    cue(r"\bCONTROLLER (?:\w+ ){0,3}(?:kann|darf|dürfen|berechtigt)\b … \b(?:(?:über)?prüfen|kontrollieren)\b", r"\b(?:einhaltung|erfüllung|verarbeitung|vertrag\w*|pflichten|maßnahmen|vorgaben)\b", unless=("{rights} … {request}",)),
    cue(r"\bCONTROLLER (?:[\w,]+ ){0,9}(?:mag|kan|is (?:\w+ ){0,2}gerechtigd|heeft (?:\w+ ){0,2}recht|may|is entitled|is permitted|ist (?:\w+ ){0,2}berechtigt|hat (?:\w+ ){0,2}recht|peut)\b", r"\b(?:nagaan|nagegaan|na te gaan|toetsen|te toetsen|verifiëren|zich (?:\w+ ){0,5}(?:vergewissen|overtuigen)|zu überzeugen|überzeugen|verify|satisfy itself|check|s'assurer|vérifier)\b … \b(?:afspraken|overeenkomst|nageleefd|nalev\w*|nakom\w*|verplichtingen|maatregelen|compl\w+|agreement|obligations|measures|einhaltung|vertrag\w*|maßnahmen|respect\w*|mesures|obligations)\b", unless=("{rights} … {request}", "{infringes}")),
    cue(r"\bCONTROLLER (?:\w+ ){0,2}(?:ist|hat|kann|darf)\b … \b(?:einhaltung|maßnahmen)\b … \bzu (?:überzeugen|vergewissern)\b", unless=("{rights} … {request}", "{infringes}")),
    cue(r"\b(?:laat|laten|toelaten|toegang|lets?|permit\w*|admit\w*|gewährt|donne accès|welcomes?)\b … \bCONTROLLER\b", r"\b(?:\w*locaties?|gebouw\w*|kantoor|kantoren|systemen|premises|facilities|räume\w*|geschäftsräume|locaux)\b", r"\b(?:controles?|audit\w*|inspect\w*|onderzoek|visit\w*|review\w*|kontrolle\w*|prüfung\w*|contrôles?)\b", unless=("{rights} … {request}", "SUBPROCESSOR")),
    cue(r"\b(?:auditor|deskundige|accountant|prüfer|auditeur)\b", r"\bCONTROLLER\b", r"\b(?:welkom|welcome|willkommen|bienvenu\w*)\b"),
    cue("{audit}", r"\b(?:bijdra\w*|draagt bij|medewerking|meewerken|werkt mee|contribut\w*)\b", r"\bPROCESSOR\b", unless=("{rights} … {request}", _BY_THE_AUTHORITY)),
)  # fmt: skip

_ON_SUSPICION = (
    cue(r"\b(?:uitsluitend|alleen|slechts|enkel|pas|only|solely|nur|uniquement|seulement|exclusivement)\b … \b(?:vermoeden|verdenking|aanwijzing\w*|gegronde|concrete?|aanleiding|suspicion|reasonable (?:grounds|belief|suspicion)|reason to believe|following a|after a|verdacht|anlass|anlassbezogen|anhaltspunkt\w*|soupçon|violation avérée|manquement\w*)\b", unless=(r"\b(?:alsook|alsmede|jaarlijks\w*|per jaar|ook|tevens|daarnaast|vaker|also|auch|zudem|également|tenzij|unless)\b", r"\b(?:uitsluitend|alleen|slechts|enkel|pas|only|solely|nur|uniquement|seulement|exclusivement)\b (?:[\w']+ ){0,5}(?:kosten|costs?|frais)\b", r"\b(?:kosten|costs?|frais)\b … \b(?:uitsluitend|alleen|slechts|enkel|pas|only|solely|nur|uniquement|seulement|exclusivement)\b")),
    cue(AT_THE_START + r"heeft (?:de )?CONTROLLER … \b(?:gegronde?|concrete?|redelijke?|gerechtvaardigde?|ernstige?)\b … \b(?:aanwijzing\w*|vermoeden\w*|twijfel|reden\w*|aanleiding)\b", r"\b(?:dan|mag|kan)\b", unless=(r"\b(?:alsook|alsmede|jaarlijks\w*|per jaar|ook|tevens|daarnaast|vaker|tenzij|behoudens)\b",)),
    cue("{audit}", r"\b(?:indien|bij|in geval van|in case of|where|if)\b … \b(?:concreet vermoeden|gegrond vermoeden|redelijk vermoeden|(?:gegronde|concrete) aanwijzing\w*|concrete aanleiding|reasonable suspicion|reasonably suspects?|reason to believe|grounded suspicion|(?:well-founded|reasonable|serious|justified|genuine) (?:doubts?|concerns?)|(?:gegronde|redelijke|gerede|serieuze|ernstige) (?:twijfels?|zorgen))\b", unless=(r"\b(?:alsook|alsmede|jaarlijks\w*|per jaar|ook|tevens|daarnaast|vaker|additional\w*|also|more (?:often|frequent\w*)|tenzij|unless|behoudens|except)\b",)),
)  # fmt: skip
_WHERE = r"\b(?:where|if|in case|to the extent|insofar as|indien|als|wanneer|voor zover|mocht\w*|wenn|falls|soweit|sofern|si|lorsque)\b"
_SHOWN = (
    r"\b(?:th(?:e|is|at|ese|ose)|such|de|die|deze|het|dit|dat|dies\w*|solche\w*|cette|ces|ce|cet|ladite|lesdit\w*) (?:\w+ ){0,3}"
    r"(?:information|reports?|documents?|documentation|certificates?|evidence|materials?|\w*informatie|\w*documentatie|\w*rapport\w*|\w*verklaring\w*|certifica\w*|stukken|"
    r"informationen|angaben|auskünfte|unterlagen|nachweise?|\w*bericht\w*|zertifikat\w*|informations|éléments|attestations?)\b"
)
_FALLS_SHORT = r"\b(?:not|insufficient\w*|inadequate\w*|onvoldoende|niet|geen|nicht|unzureichend\w*|ne|n|insuffisant\w*|gives? rise|aanleiding|reason|anlass)\b"
# "With this CONTROLLER fully exercises its right to audit": what was shown stands for the audit.
_EXERCISED = cue(
    r"\b(?:hiermee|daarmee|hierdoor|daardoor|thereby|in this way|by (?:this|these|such)|hiermit|damit|ainsi)\b … \b(?:recht\w*|right|droit)\b … \b(?:controle|audit\w*|inspecti\w*|toezicht|onderzoek|kontroll\w*|prüf\w*|überprüf\w*|contrôle)\b … \b(?:uitoefent|uitgeoefend|exercises?|exercised|ausgeübt|exerce|exercé)\b"
)
_REPORTS_INSTEAD = (
    cue(r"\b(?:in plaats (?:van|daarvan)|instead(?: of)?|in lieu of|ter vervanging|statt(?:dessen)?|anstelle|anstatt|au lieu|en lieu et place|à la place)\b", r"\b(?:rapport\w*|reports?|certific\w*|certificats?|zertifi\w*|berichte?|testate?|attestations?|audit\w*|verklaring\w*|summary|information)\b"),
    cue(r"\b(?:pas (?:\w+ ){0,3}nadat|eerst|only (?:after|if|where|to the extent)|first|indien … (?:onvoldoende|geen)|if … (?:not sufficient|insufficient))\b", r"\b(?:rapport\w*|auditrapport\w*|reports?|certific\w*|documentation|documents|verklaring\w*)\b", unless=("{delete}",)),
    cue(r"\b(?:voldoet|voldaan|satisf\w*|fulfil\w*|exercise\w*)\b … \b(?:rapport\w*|reports?|certific\w*)\b", r"\b{audit}\b"),
    cue(r"\b(?:recht|aanspraak|bevoegdheid)\b … \b(?:controle|audit|inspectie|toezicht)\b … \bvoldaan\b"),
    _EXERCISED,
    # "Where that information is not sufficient, it may audit": what was shown comes first.
    cue(rf"{_WHERE} … {_SHOWN} … (?:{_FALLS_SHORT}) … {{audit}}"),
    cue(rf"{{audit}} … {_WHERE} … {_SHOWN} … (?:{_FALLS_SHORT})"),
    cue(rf"{{audit}} … \b(?:only|solely|alleen|slechts|pas|nur|erst|uniquement|seulement)\b … {_SHOWN} … {_FALLS_SHORT}"),
    cue(AT_THE_START + r"(?:geeft|geven|biedt|bieden) (?:de|die|deze) \w*(?:informatie|documentatie|rapportages?|stukken|gegevens|inlichtingen) (?:\w+ ){0,3}(?:aanleiding|onvoldoende|geen)\b … {audit}"),
    # "Is that not enough for CONTROLLER, it may have an audit done."
    cue(AT_THE_START + r"(?:is|zijn|vindt|vinden|biedt|bieden|blijkt|genügt|genügen|reicht|reichen) .{0,60}?\b(?:niet|onvoldoende|ontoereikend|nicht)\b … {audit}"),
    cue(r"\b(?:rapport\w*|reports?|certific\w*|berichte?|zertifikat\w*)\b … \b(?:satisf\w*|fulfil\w*|voldoe\w*|voorzie\w*|erfüll\w*|satisfai\w*)\b … {audit}"),
    cue(r"\bmay instead\b|\bkan in plaats\b"),
    cue("{audit}", r"\b(?:by (?:[\w'-]+ ){0,5}(?:providing|supplying|making available|instructing)|door het verstrekken van|in de vorm van)\b … \b(?:rapport\w*|reports?|certific\w*|verklaring\w*|summary|(?:such )?information|documents?|documentation)\b"),
    cue(r"\b(?:do|does|did|should|mocht\w*|show)\b … \b(?:not|niet|onvoldoende|insufficient\w*)\b … \b(?:sufficient\w*|demonstrat\w*|voldoende|aanton\w*|uitsluitsel)\b", r"\b(?:documents?|reports?|informati\w*|rapport\w*|certific\w*)\b", "{audit}"),
)  # fmt: skip
_BY_OTHERS_ONLY = cue(
    "{audit}", r"\b(?:door|by|durch|par)\b … \b(?:onafhankelijke?|independent|externe?|gecertificeerde?|third party|derde|deskundige|register\w*|unabhängig\w*|indépendant\w*)\b", r"\blaten\b|\bby an? (?:independent|third|external|mutually)\b",
    unless=(r"\b(?:uit te voeren (?:of|dan wel)|zelf|of te (?:doen|laten)|uitvoeren of|or (?:by )?(?:an|another|a)|itself|CONTROLLER or|or its|or any|door CONTROLLER of|en/of|eigen mensen|eigen medewerkers|of door een|of een)\b",),
)  # fmt: skip
_OWN_AUDIT = cue(
    r"\b(?:uit te voeren|uitvoeren|zelf|door of namens|by CONTROLLER|by (?:or|the) |conducted by (?:the )?CONTROLLER|CONTROLLER or|inspect\w*|on-?site|ter plaatse|locatie)\b"
)
_ONCE = cue(
    r"\b(?:maximaal|niet vaker|ten hoogste|hoogstens|niet meer|no more|not more|maximum|eenmaal|één(?: keer)?|once|een keer|at most|up to one|(?:limited to|one|an?) audits?|einmal|une fois|un audit)\b … \b(?:jaar|kalenderjaar|year|annually|annum|12 months|twelve|jahr|année|par an)\b",
    unless=(
        r"\b(?:tenzij|unless|behoudens|except|alsook|additional\w*|tussentijds|ook|vaker|more (?:often|frequent\w*)|incident|breach|datalek)\b",
    ),
)
_SCOPE_CUT = cue(
    r"\b(?:beperk\w*|limited)\b … \b(?:tot|to)\b … \b(?:systemen|systems|administratie|records|documentation|documenten|schriftelijke|written)\b"
)


_REPORT_OF_ONE = expression(
    r"\b(?:rapports? d'audit|(?:audit|prüf)[- ]?(?:reports?|rapport\w*|berichte?\w*)|reports? (?:of|on) (?:an?|the|its) (?:\w+ )?audits?)\b"
)
_ANY_AUDIT = "{audit}"
_NO_VISIT = cue(
    r"(?:\b(?:no|not|never|geen|niet|kein\w*|nicht|aucune?|pas)\b … \b(?:on-?site|ter plaatse|vor ort|sur place|premises|locaux)\b|\b(?:on-?site|ter plaatse|vor ort|sur place)\b.{0,80}\b(?:uitgesloten|excluded|ausgeschlossen|exclue?s?)\b)",
    unless=(
        "{unless}",
        r"\b(?:more|meer|mehr|plus) (?:than|dan|als|d)\b",
        r"\b(?:not|niet|nicht|pas) (?:be )?(?:sufficient|enough|adequate|voldoende|toereikend|genoeg|ausreichend\w*|suffisant\w*)\b",
        r"\b(?:not|no|geen|niet|kein\w*|nicht|pas) (?:a |an |een |une? |de )?(?:competitor|concurrent|wettbewerber|konkurrent)\w*\b",
    ),
)


def _of_a_report_alone(one: Statement) -> bool:
    """Whether it lets one ask for the report of an audit, and hold none."""
    if not one.has(_REPORT_OF_ONE):
        return False
    (audit,) = parts_of(_ANY_AUDIT, one.vocabulary.language)
    return not audit.search(_REPORT_OF_ONE.sub(" ", one.text))


def audits(text: Questioned) -> Judgement:
    """Art. 28(3)(h): audits and inspections by the controller or its auditor, with the processor's help."""
    requirement = "h_audit_and_inspection"
    among = text.about(
        "audit",
        "inspect",
        "inspekt",
        "controle",
        "prüfung",
        "kontroll",
        "examin",
        "controleren",
        "überprüf",
        "onderzoek",
        "toetsen",
        "ter plaatse",
        "vérifi",
        "sur place",
        "nagaan",
        "toetsing",
        "vergewis",
        "überzeug",
        "verif",
        "s'assurer",
        "auditor",
        "nagegaan",
        "getoetst",
        "geprüft",
    )
    allowed = meeting(among, *_AUDITS)
    granted = tuple(one for one in allowed if not _of_a_report_alone(one))
    if allowed and not granted:
        return partial(requirement, allowed, "reports_first")
    if not granted:
        suspected = meeting(among, *(cue(*each.says, "{audit}", unless=each.unless) for each in _ON_SUSPICION))
        if suspected:
            return partial(requirement, suspected, "any_time")
        reports = meeting(
            among, _EXERCISED, *(cue(*each.says, "{audit}", unless=each.unless) for each in _REPORTS_INSTEAD)
        )
        return partial(requirement, reports, "reports_first") if reports else missing(requirement)
    article = tuple(
        dict.fromkeys(
            o
            for one in granted
            for o in (one, *text.around(one, before=2, after=8))
            if o in among or o.article == one.article
        )
    )
    on_topic = tuple(
        one
        for one in article
        if one in among or any(w in one.heading for w in ("audit", "controle", "inspect", "prüf", "kontroll"))
    )
    suspicion = meeting(on_topic, *_ON_SUSPICION)
    instead = meeting(on_topic, *_REPORTS_INSTEAD)
    others = meeting(granted, _BY_OTHERS_ONLY)
    own = tuple(one for one in granted if one not in others and _OWN_AUDIT.meets(one))
    more_often = meeting(
        on_topic, cue(r"\b(?:extra|aanvullende|additional|tussentijds\w*|vaker|more often)\b", "{audit}")
    )
    once, cut = (
        () if more_often else meeting(on_topic, _ONCE),
        meeting(on_topic, _SCOPE_CUT, cue(r"\btoegang\b … \badministratie\b")),
    )
    no_visit = meeting(on_topic, _NO_VISIT)
    no_inspection = not meeting(
        on_topic,
        cue(
            r"\b(?:\w*inspect\w*|ter plaatse|on-?site|locatie\w*|gebouwen|toegang tot|premises|facilities|vor ort|sur place|locaux)\b"
        ),
    )
    lacking = [
        *(("any_time",) if suspicion else ()),
        *(("reports_first",) if instead else ()),
        *(("own_auditor",) if others and not own else ()),
        *(("inspection",) if cut or no_visit or (once and no_inspection) else ()),
    ]
    by = dict.fromkeys(
        (*granted[:2], *suspicion[:1], *instead[:1], *others[:1], *(cut or no_visit or (once if lacking else ()))[:1])
    )
    return judged(requirement, by, *lacking)
