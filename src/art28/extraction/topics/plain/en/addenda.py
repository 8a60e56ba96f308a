"""What vendors' addenda and their pages in "we" and "you" say in turns that are theirs, as speech.py reads it; suppliers.py has more."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_THIS = r"\b(?:this|the|these) (?:data processing |data protection )?(?:agreement|addendum|dpa|terms|schedule)\b"
_TERMS = r"\b(?:agreement|contract|terms(?: of (?:service|use))?|conditions)\b"
_BINDS = rf"\bCONTROLLER (?:accepts?|agrees? to|is bound by|enters? into|becomes? (?:a )?party to|concludes?) (?:{_THIS}|it\b)"
_BY_CLICKING = r"\bby (?:\w+ly )?(?:creating|opening|clicking|ticking|checking|signing up|registering|subscribing|ordering|placing|accepting|using|continuing)\b"
_REQUESTS = r"request|rights|data subject|individual|people|co-?operat|assist"
_LIABILITY = r"liab|responsib|\blimit"
_CHECKS = r"audit|check|inspect|showing|complian|assurance|report"
_REPORTS = r"\b(?:reports?|certificates?|certifications?|soc ?2|iso(?:/iec)? ?27001|questionnaires?|evidence)\b"

ADDENDA = (
    Plain(
        "processing.own_purposes",
        ("advertis", "marketing", "train", "profil"),
        (
            r"\bPROCESSOR (?:will|shall|do|does)?\b[^;]{0,12}\b(?:never|not)\b[^.;]{0,60}\b(?:sell|use|uses|train|trains)\b",
            r"\b(?:for|to) (?:\w+ )?(?:advertising|marketing|profiling)\b|\btrain\w* (?:\w+ ){0,4}models?\b|\bbuild profiles\b",
        ),
        value=False,
        unless=(r"\bCONTROLLER (?:shall|must|may|will) not\b", r"\bunless\b", r"\bexcept\b", r"\bwithout\b"),
    ),
    Plain(
        "breach.authority_notifier",
        ("notification law", "notification obligation", "notification requirement"),
        (
            r"\bCONTROLLER (?:is|remains|will be|shall be) (?:solely )?responsible for\b[^.;]{0,40}\b(?:incident|breach) notification (?:laws?|obligations?|requirements?|duties)\b",
        ),
        value="controller",
    ),
    Plain(
        "security.measures_change",
        ("improve", "replace", "swap", "exchange", "strengthen"),
        (
            r"\bPROCESSOR (?:may|can)\b[^.;]{0,30}\b(?:improve|replace|swap|exchange|strengthen)\b[^.;]{0,40}\b(?:measures?|them|controls|safeguards)\b",
            r"\b(?:as long as|provided|so long as|at least as (?:good|strong|effective)|not (?:drop|fall|lower|weaken|reduce))\b",
        ),
        value="processor_alone",
        unless=(r"{agreed}", r"{inform}", r"SUBPROCESSOR", r"{breach}"),
    ),
    Plain(
        "term.starts",
        ("accept", "bound by", "enters into", "agrees to", "party to", "concludes"),
        (rf"{_BINDS}[^.;]{{0,30}}{_BY_CLICKING}|{_BY_CLICKING}[^.;]{{0,140}},? {_BINDS}",),
        value="on_acceptance",
        unless=(r"SUBPROCESSOR", r"\bstandard contractual\b"),
    ),
    Plain(
        "term.starts",
        ("binding",),
        (r"\b(?:it|" + _THIS[2:] + r")\b[^.;]{0,20}\b(?:becomes?|is|shall be) (?:legally )?binding\b[^.;]{0,24}\b(?:effective date|date|conclusion|execution) of\b[^.;]{0,40}" + _TERMS,),
        value="with_main_agreement",
        unless=(r"SUBPROCESSOR", r"\bstandard contractual\b"),
    ),
    Plain(
        "term.lasts",
        ("expire", "in effect until", "in force until"),
        (
            rf"{_THIS} (?:will |shall )?(?:remains?|continues?|stays?) in (?:effect|force) until\b[^.]{{0,60}}\bexpires?\b[^.;]{{0,8}}\b(?:upon|when|on)\b[^.;]{{0,30}}(?:{{delete}}|\bdeletion\b|\berasure\b)",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment_notice",
        ("notice",),
        (r"^[\W\d]*PROCESSOR (?:will|shall|must) give CONTROLLER\b[^.;]{0,30}\bnotice\b",),
        value=PERIOD,
        under=r"change|amend|updat|variation|revis",
        unless=(r"SUBPROCESSOR", r"{measures}", r"{audit}", r"{breach}"),
    ),
    *(
        Plain(
            key,
            ("intends to", "wishes to", "before a", "before any", "before the change"),
            (
                rf"\b(?:if|where|when|should) PROCESSOR (?:intends?|wishes|wish|proposes?|wants?) to (?:change|amend|modify|update) {_THIS}[^;]{{0,90}}\b(?:inform|notify|tell|give)\b[^.;]{{0,16}}CONTROLLER|"
                rf"^[\W\d]*PROCESSOR (?:will |shall )?(?:informs?|notif(?:y|ies)|tells?) CONTROLLER\b[^.;]{{0,140}}\bbefore (?:a|any|the) (?:change|amendment) (?:to|of) {_THIS}",
            ),
            value=value,
            unless=(r"SUBPROCESSOR", r"{measures}", r"{audit}", r"{breach}"),
        )
        for key, value in (("term.amendment", "processor_with_notice"), ("term.amendment_notice", PERIOD))
    ),
    Plain(
        "liability.regime",
        ("limit", "cap", "exclusion"),
        (
            rf"\b(?:limits?|limitations?|caps?|exclusions?)\b[^.;]{{0,40}}\b(?:in|of|from|under) (?:[\w']+ ){{0,3}}?{_TERMS}[^.;]{{0,30}}\b(?:appl(?:y|ies)|hold|count|govern)s?\b[^.;]{{0,30}}{_THIS}|"
            rf"\bliability (?:\w+ ){{0,2}}(?:under|arising from) {_THIS} is (?:capped|limited|excluded)\b[^.;]{{0,30}}\b(?:same|as)\b[^.;]{{0,40}}{_TERMS}",
        ),
        value="main_agreement_terms",
        under=_LIABILITY,
    ),
    Plain(
        "liability.regime",
        ("capped", "limited"),
        (
            rf"\bliability\b[^.;]{{0,40}}{_THIS}[^.;]{{0,12}}\b(?:capped|limited|excluded)\b[^.;]{{0,30}}\b(?:in the same way|to the same extent|just|exactly)\b[^.;]{{0,20}}\bas\b[^.;]{{0,40}}{_TERMS}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("liability",),
        (
            rf"\bliability\b[^.;]{{0,180}}\blimited to the (?:maximum )?(?:monetary )?amount\b[^.;]{{0,90}}\b(?:capped|limited) (?:under|by|in)\b[^.;]{{0,20}}{_TERMS}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.indirect_excluded",
        ("loss of profit", "lost profit", "indirect", "consequential"),
        (
            r"\bneither (?:of (?:us|PROCESSOR|CONTROLLER|them|the parties)|party)\b[^.;]{0,20}\b(?:is|are|shall be|will be) (?:liable|responsible|answerable)\b[^.;]{0,60}"
            r"\b(?:indirect|consequential|loss of profits?|lost profits?)\b",
        ),
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
        "requests.assist",
        ("respond", "answer", "reply"),
        (
            r"\b(?:assist|help|support) CONTROLLER (?:in |to |with |when )?(?:\w+ly )?(?:respond|answer|repl)\w*",
        ),
        under=_REQUESTS,
        unless=(r"{breach}", r"{audit}", r"{authority}", r"\bnot (?:obliged|required)\b"),
    ),
    Plain(
        "requests.assist",
        ("respond", "answer", "reply"),
        (
            r"\b(?:assist|help|support) CONTROLLER (?:in |to |with |when )?(?:\w+ly )?(?:respond|answer|repl)\w*[^.;]{0,30}\bdata subjects?\b",
        ),
        unless=(r"{breach}", r"{audit}", r"{authority}", r"\bnot (?:obliged|required)\b"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answerable", "responsible", "liable"),
        (
            r"\b(?:if|when|where) (?:an? |any |one of (?:the|them|our) ?)?(?:SUBPROCESSOR|they|them)\b[^.;]{0,30}\b(?:mess(?:es)? up|gets? (?:it|something) wrong|fails?|makes? (?:a )?mistakes?|lets? CONTROLLER down)\b[^.;]{0,20}"
            r"\bPROCESSOR (?:is|are|remains?|will be|shall be) (?:fully )?(?:answerable|responsible|liable)\b",
        ),
    ),
)  # fmt: skip
