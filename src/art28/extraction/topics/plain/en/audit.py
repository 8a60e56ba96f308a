"""Turns of English on audits, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.en.words import SHALL
from art28.extraction.topics.plain.plain import PERIOD, Plain

_CHECKS = r"audit|check|inspect|information|visit|complian|control|showing|assurance|report|pro(?:of|v)|show|look"
_FAULT = r"(?:non-?compliance|breach\w*|failure|shortcoming\w*|deficienc\w+|not compl\w+|default)"
_REPORTS = r"\b(?:reports?|certificates?|certifications?|soc ?2|iso(?:/iec)? ?27001|questionnaires?|evidence)\b"
_PAYS = (
    r"\b(?:falls?|rests?|lies?) (?:up)?on CONTROLLER\b|\b(?:is|are|be) (?:invoiced|charged|billed|passed on) to CONTROLLER\b|\b(?:for|at) CONTROLLER (?:own |sole )?(?:account|expense|cost|charge)\b|"
    r"\b(?:is|are) (?:for )?CONTROLLER (?:alone|only)\b|\bfor which CONTROLLER pays\b|\bCONTROLLER (?:alone )?(?:pays|will pay|shall pay)\b|\bCONTROLLER (?:will|shall|may) be (?:charged|invoiced|billed)\b|"
    r"\bPROCESSOR (?:may|can|will|shall) (?:then )?(?:invoice|charge|bill)\b|\bPROCESSOR (?:invoices|charges|bills)\b"
)
_COSTS = r"\b(?:costs?|expenses?|fees?|hours|time|effort|work|price|help|assistance|support|co-?operation)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "audit.evidence_deadline",
        ("report",),
        (r"\bPROCESSOR will (?:send|give|provide) CONTROLLER\b[^.;]{0,40}\breports?\b[^.;]{0,12}\bwithin\b",),
        value=PERIOD,
        under=r"audit|check|inspect|verif",
    ),
    Plain(
        "audit.trigger",
        ("should that report", "should the report", "reason to doubt"),
        (
            r"\bshould (?:that|the|this) report give CONTROLLER\b[^.;]{0,20}\breason to (?:doubt|suspect)\b",
            r"\bCONTROLLER (?:can|may)\b",
        ),
        value="suspicion_only",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "audit.max_frequency",
        ("more than once",),
        (
            r"\baudits? (?:can|may|will|shall|must|do|does)? ?(?:not|never) (?:happen|take place|be \w+|occur)\b[^.;]{0,20}\bmore than once (?:per|a|in any|each|every) (?:calendar |contract )?year\b",
        ),
        value="P1Y",
    ),
    Plain(
        "audit.right",
        ("visit", "inspect", "audit", "look", "check"),
        (
            rf"{SHALL} (?:let|allow|permit)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,80}}\b(?:visit|inspect|audit|check|look|examine|come)\b|\bCONTROLLER (?:may|can) (?:\w+ )?(?:visit|inspect|audit|check|come)\b",
        ),
        under=_CHECKS,
        unless=(r"SUBPROCESSOR", r"{breach} … {authority}"),
    ),
    Plain(
        "audit.auditor",
        ("auditor", "someone"),
        (
            r"\bCONTROLLER,? or (?:an? |any |another )?(?:\w+ ){0,2}?(?:auditor|someone|person|firm|expert)\b",
            r"\b(?:visit|inspect|audit|check|examine)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.notice",
        ("notice", "ahead", "before", "advance"),
        (
            r"\bCONTROLLER (?:will |shall |must )?(?:gives?|tells?|warns?|lets?)\b[^.;]{0,16}\bPROCESSOR\b[^.;]{0,40}\b(?:notice|ahead|before|in advance|beforehand)\b",
        ),
        value=PERIOD,
        under=_CHECKS,
    ),
    Plain(
        "audit.max_frequency",
        ("more than once", "more often"),
        (r"\b(?:not|never|no)\b[^.;]{0,30}\bmore (?:than once|often than once)\b[^.;]{0,24}\byear\b",),
        value="P1Y",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("pay", "cost"),
        (
            rf"{SHALL} (?:pay|repay|refund|bear|cover)\b[^.;]{{0,60}}\b(?:if|when|where)\b[^.;]{{0,60}}\b(?:broken|break|breach\w*|fail\w*|not (?:kept|keep|complied)|fault|problem\w*|wrong)\b",
        ),
        value="processor_if_noncompliant",
        under=_CHECKS,
    ),
    Plain(
        "audit.notice",
        ("ahead", "in advance", "before"),
        (
            r"^[\W\d]*(?:tell|let|warn|give|PROCESSOR shall|CONTROLLER (?:tells?|gives?|lets?|warns?|must tell|should tell)) ?(?:PROCESSOR )?(?:know )?[^.;]{0,30}\b(?:ahead|in advance|beforehand|before)\b",
        ),
        value=PERIOD,
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("cost", "pay"),
        (
            rf"\bPROCESSOR (?:shall |must |will )?(?:meets?|bears?|pays?(?: for)?|covers?)\b[^.;]{{0,16}}\b(?:costs? of )?(?:any|an|the|every|each) (?:audit|inspection|visit)\b[^.;]{{0,12}}\b(?:that|which) (?:discloses?|reveals?|shows?|finds?|uncovers?)\b[^.;]{{0,30}}\b{_FAULT}",
        ),
        value="processor_if_noncompliant",
    ),
    Plain(
        "audit.auditor",
        ("somebody", "someone", "appoint", "on its behalf", "instruct"),
        (
            r"\bCONTROLLER,? or (?:somebody|someone|anybody|anyone|a person|a party|persons?|another party|any person)\b[^.;]{0,20}\b(?:appoints?|chooses?|instructs?|designates?|on its behalf|authori[sz]es?)\b",
            r"\b(?:visit|inspect|audit|check|examine|verify)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("pay", "charge"),
        (
            r"\b(?:if|where|should)\b[^.;]{0,20}\b(?:audit|visit|inspection|check)\b[^.;]{0,20}\b(?:shows?|reveals?|finds?|establish\w*)\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,12}\b(?:not|fail\w*|breach\w*|broken)\b[^.;]{0,60}\bPROCESSOR (?:shall |will |must )?(?:pays?|bears?|meets?|reimburses?)\b",
        ),
        value="processor_if_noncompliant",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("charges",),
        (
            r"\bPROCESSOR (?:may |will |shall )?charges?\b[^.;]{0,40}\b(?:time|hours|work|effort)\b[^.;]{0,40}\b(?:audit|inspection)\b[^.;]{0,20}\bto (?:the )?CONTROLLER\b",
        ),
        value="controller",
        under=_CHECKS,
    ),
    Plain(
        "audit.evidence_deadline",
        ("within",),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:answers?|provides?|suppl\w+|sends?|gives?|hands?)\b[^.;]{0,80}\b(?:documents?|evidence|information|questions?|records)\b[^.;]{0,60}\bwithin\b",
        ),
        value=PERIOD,
        under=r"audit|check|inspect",
        unless=(r"{rights}", r"{breach}"),
    ),
    Plain(
        "audit.existing_reports_first",
        ("if CONTROLLER still", "should CONTROLLER still", "where CONTROLLER still"),
        (
            r"\b(?:if|should|where) CONTROLLER still\b[^.;]{0,60}\b(?:doubts?|concerns?|questions?|reasons?|unsure|not satisfied)\b[^.;]*\b(?:inspect|audit|visit|examine)\b",
        ),
        under=_CHECKS,
    ),
    Plain(
        "audit.existing_reports_first",
        ("if CONTROLLER still", "should CONTROLLER still", "where CONTROLLER still"),
        (
            r"\b(?:if|should|where) CONTROLLER still\b[^.;]{0,60}\b(?:doubts?|concerns?)\b[^.;]*\b(?:inspect|audit|visit|examine)\b[^.;]{0,40}\b(?:premises|records|systems|facilities)\b",
        ),
    ),
    Plain(
        "audit.costs",
        ("cost",),
        (
            r"\bif (?:the|an|such an) (?:audit|inspection)\b[^.;]{0,20}\b(?:reveals?|shows?|discloses?|finds?|uncovers?|establishes)\b[^.;]{0,80}\bPROCESSOR (?:shall|will|must) (?:compensate|reimburse|bear|pay|meet|cover)\b[^.;]{0,60}\bcosts?\b",
        ),
        value="processor_if_noncompliant",
    ),
    Plain(
        "audit.evidence_deadline",
        ("within",),
        (
            r"\bPROCESSOR (?:will|shall|must)\b[^.;]{0,100}\b(?:answer|send|provide|suppl(?:y|ies)|deliver)\b[^.;]{0,80}\bwithin\b",
            _REPORTS,
        ),
        value=PERIOD,
        unless=(r"{breach}", r"{rights}", r"SUBPROCESSOR", r"{delete}"),
    ),
    Plain(
        "audit.auditor",
        ("send an auditor", "send somebody", "send someone", "bring an auditor", "have somebody", "have someone"),
        (
            r"\bCONTROLLER may\b[^.;]{0,40}\bor (?:send|bring|have|appoint|let)\b[^.;]{0,12}\b(?:auditor|somebody|someone|expert|third party)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.evidence_deadline",
        ("answer in writing", "answer CONTROLLER questions", "answer questions", "reply"),
        (r"\bPROCESSOR (?:will )?(?:answer|reply)\b[^.;]{0,30}\bwithin\b",),
        value=PERIOD,
        under=_CHECKS,
        unless=(r"\bonce a\b",),
    ),
    Plain(
        "audit.costs",
        ("pay for", "pays for"),
        (
            r"\bCONTROLLER pays? for\b[^.;]{0,30}\b(?:auditor|audit|check|visit)\b[^.]{0,6};[^.]{0,20}\b(?:finds?|turns? up|shows?|comes? up)\b[^.]{0,40}\b(?:wrong|problem\w*|breach\w*|fault\w*)\b[^.]{0,6}, PROCESSOR (?:do|does|pay|will)\b",
        ),
        value="processor_if_noncompliant",
        under=_CHECKS,
    ),
    Plain(
        "audit.auditor",
        ("third party", "someone", "on its behalf", "has charged", "person whom", "party that"),
        (
            r"\bCONTROLLER,? or (?:by )?(?:somebody|someone|anyone|a person|a party|another party|a third party)\b[^.;]{0,30}\b(?:acting (?:for|on behalf of) it|on its behalf|whom it has|it has (?:charged|instructed|appointed|mandated)|appoint\w*|charged|mandat\w+)\b|"
            r"\bCONTROLLER or (?:by )?(?:a|another) party on its behalf\b|\b(?:in person|itself|personally|himself) or (?:have (?:it|them|that) (?:done|visited|inspected|checked) by|having (?:it|them|the \w+) \w+ by|through|by|via)\b[^.;]{0,12}\b(?:a )?(?:third party|third parties|auditor|expert|another)\b",
            r"\b(?:visit\w*|inspect\w*|audit\w*|check\w*|examin\w*|verif\w*|satisfy)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.existing_reports_first",
        (
            "not enough",
            "falls short",
            "insufficient",
            "not suffice",
            "do not allow",
            "does not allow",
            "inadequate",
            "are enough",
            "is enough",
            "suffice",
            "are sufficient",
            "is sufficient",
            "not sufficient",
        ),
        (
            r"\bfirst\b[^.;]{0,80}\b(?:information|documents?|documentation|reports?|certificates?)\b[^.;]{0,120}\bnot (?:enough|sufficient|suffice\w*)\b|\b(?:information|documents?|documentation|reports?|certificates?)\b[^.;]{0,80}\bfirst\b[^.;]{0,120}\bonly if\b|"
            r"\bonly (?:where|when|if|after)\b[^.;]{0,40}\b(?:information|documents?|documentation|reports?|certificates?)\b[^.;]{0,40}\b(?:do(?:es)? not|are not|is not|fails? to|prove\w* (?:not|in))\b[^.;]{0,120}\b(?:audit|inspect\w*|visit|meet)\b|"
            r"\bunless\b[^.;]{0,40}\b(?:information|documents?|documentation|reports?|certificates?)\b[^.;]{0,40}\b(?:are|is) (?:enough|sufficient|adequate)\b",
        ),
        under=_CHECKS,
        unless=(r"SUBPROCESSOR", r"{breach}"),
    ),
    Plain(
        "audit.notice",
        ("announced",),
        (
            r"\b(?:must|shall|is to|has to|have|has|provided (?:that )?it)\b[^.;]{0,16}\bbeen announced\b[^.;]{0,30}\b(?:days?|weeks?|months?)\b[^.;]{0,6}\b(?:before|beforehand|in advance|ahead|earlier|prior)\b",
        ),
        value=PERIOD,
        under=_CHECKS,
        unless=(r"SUBPROCESSOR", r"\bmaintenance\b"),
    ),
    Plain(
        "audit.max_frequency",
        ("one audit", "a single audit", "one inspection"),
        (
            r"\b(?:one|a single) (?:audit|inspection)\b[^.;]{0,30}\b(?:in|per|each|every)\b[^.;]{0,10}\b(?:calendar )?year\b",
        ),
        value="P1Y",
        under=_CHECKS,
        unless=(r"\bat least (?:one|a)\b", r"SUBPROCESSOR", r"\bits own\b"),
    ),
    Plain(
        "audit.costs",
        ("CONTROLLER", "invoiced", "charge"),
        (
            r"\b(?:audits?|inspections?|these|visit)\b",
            rf"{_COSTS}[^.;]{{0,100}}(?:{_PAYS})|\b(?:audits?|inspections?)\b[^.;]{{0,120}}\bfor which CONTROLLER pays\b",
        ),
        value="controller",
        under=_CHECKS + r"|\baudit|obligations",
        unless=(
            r"\b(?:unless|except|save)\b",
            r"\bif\b",
            r"\bPROCESSOR (?:shall |will )?(?:bears?|pays?)\b",
            r"\bnot\b",
            r"SUBPROCESSOR",
            r"{rights}",
            r"\beach party\b",
        ),
    ),
    Plain(
        "audit.max_frequency",
        ("year", "annum", "12 months", "twelve months"),
        (
            r"\bevery year once\b|\b(?:a single time|one time) (?:in|per|every|each|a) (?:a |any |each )?(?:calendar )?year\b|\bnot exceed one (?:per annum|per year|a year|each year)\b|\b(?:not|no)\b[^.;]{0,20}\bmore than (?:one|a single)\b[^.;]{0,40}\bin (?:any|each|every|a) (?:calendar )?year\b",
        ),
        value="P1Y",
        under=_CHECKS,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.frequency_basis",
        ("calendar year",),
        (
            r"\b(?:a single time|one time|once|one audit|not more than once) (?:in|per|every|each|a) (?:a |any |each )?calendar year\b",
        ),
        value="calendar_year",
        under=_CHECKS,
    ),
    Plain(
        "audit.notice",
        ("notice",),
        (
            r"\b(?:days?|weeks?|months?)['’]? (?:(?:prior|advance|written) )+notice\b[^.;]{0,20}\b(?:required|needed|necessary|must be given|shall be given)\b",
        ),
        value=PERIOD,
        under=r"audit|inspect",
        unless=(r"\bterminat\w+", r"SUBPROCESSOR"),
    ),
    Plain(
        "audit.costs",
        ("recharged", "payable by", "borne by", "charged on", "met by", "paid by", "defrayed by"),
        (
            r"\b(?:audits?|inspections?)\b",
            r"\b(?:recharged|payable|charged on|passed on|borne|met|paid|defrayed)\b[^.;]{0,12}\b(?:to|by) CONTROLLER\b",
        ),
        value="controller",
        under=_CHECKS,
        unless=(r"\b(?:unless|except|save|if)\b",),
    ),
)
