"""What English paper says of requests, help, audits, ends, terms and liability in other constructions, as speech.py reads it."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_THIS = r"\b(?:this|these|the)\b[^.;]{0,24}\b(?:agreement|addendum|dpa|schedule|annex|contract|terms|clauses)\b"
_DPA = r"\b(?:this|these|the) (?:data processing |data protection |processing |processor )*(?:addendum|dpa|schedule|annex|clauses|processing terms)\b|\bthis (?:data processing |processing |processor )?(?:agreement|contract)\b"
_MAIN = r"\b(?:main|master|principal|services?|subscription|underlying|framework|commercial|head)\b[^.;]{0,12}\b(?:agreement|contract|terms)\b"
_OTHER = rf"(?:{_MAIN}|\bthe (?:rest|remainder) of the agreement\b|\bthe agreement\b|\bthe two\b|\bone another\b|\beach other\b|\bcontradiction\b|\bconflicting\b)"
_AT_VARIANCE = r"\b(?:conflicts?|conflicting|contradict\w*|contradictory|inconsisten\w+|at variance|differs?|diverges?|divergen\w+|discrepanc\w+|provides? otherwise|cannot be reconciled|incompatible|at odds)\b"
_COUNTS = (
    rf"(?:{_DPA})[^.;]{{0,50}}\b(?:comes? first|is decisive|are decisive|outranks?|counts?|is followed|are followed|has priority|have priority|(?:have|has|take|takes|be given|is given|are given) (?:\w+ )?(?:precedence|priority)|appl(?:y|ies) instead|wins?)\b|"
    rf"\bit is (?:{_DPA}) that (?:counts|applies|prevails|governs|controls)\b|\bthose of (?:{_DPA})[^.;]{{0,12}}\b(?:apply|count|prevail|govern)\b"
)
_HELP = r"\b(?:support|assistance|help|co-?operation|assist|cooperate)\b"
_GIVES_HELP = (
    rf"{_HELP}[^.;]{{0,180}}\b(?:given|provided|lent|offered|supported|available|granted|rendered|furnished)\b[^.;]{{0,16}}\bby PROCESSOR\b|\b(?:supported|assisted|helped)\b[^.;]{{0,12}}\bby PROCESSOR\b|"
    rf"\bPROCESSOR (?:shall |will |must )?(?:\w+ly )?(?:assists?|helps?|supports?|lends?|provides?|gives?|co-?operates?)\b|\bPROCESSOR (?:(?:reasonable|commercially reasonable|full|own) )*{_HELP}|"
    rf"\b(?:get|gets|receives?|obtains?|have)\b[^.;]{{0,20}}\bfrom PROCESSOR\b[^.;]{{0,30}}{_HELP}|\bhelping CONTROLLER\b|\bassisting CONTROLLER\b"
)
_IMPACT = r"(?:{dpia}|\bassess\w*\b[^.;]{0,6}\bthe impact of\b[^.;]{0,60}\b(?:data protection|privacy)\b|\bassess\w* the impact on (?:data protection|privacy)\b)"
_CONSULTS = r"(?:{prior_consultation}|\bconsult\w*\b[^.;]{0,12}\b(?:regulators?|authorit\w+)\b|\bseek\w*\b[^.;]{0,30}\b(?:authorit\w+|regulators?)(?:'s?)? (?:view|opinion|advice)\b|\bconsultations? of (?:the |a )?(?:\w+ )?(?:authorit\w+|regulators?)\b)"
_PAYS = (
    r"\b(?:falls?|rests?|lies?) (?:up)?on CONTROLLER\b|\b(?:is|are|be) (?:invoiced|charged|billed|passed on) to CONTROLLER\b|\b(?:for|at) CONTROLLER (?:own |sole )?(?:account|expense|cost|charge)\b|"
    r"\b(?:is|are) (?:for )?CONTROLLER (?:alone|only)\b|\bfor which CONTROLLER pays\b|\bCONTROLLER (?:alone )?(?:pays|will pay|shall pay)\b|\bCONTROLLER (?:will|shall|may) be (?:charged|invoiced|billed)\b|"
    r"\bPROCESSOR (?:may|can|will|shall) (?:then )?(?:invoice|charge|bill)\b|\bPROCESSOR (?:invoices|charges|bills)\b"
)
_COSTS = r"\b(?:costs?|expenses?|fees?|hours|time|effort|work|price|help|assistance|support|co-?operation)\b"
_CHECKS = r"audit|check|inspect|information|visit|complian|controller|control"
_END = r"\bend|expir|terminat|delet|return|eras|over\b"
_GONE = r"(?:delet\w+|eras\w+|destr\w+|wip\w+|remov\w+|purg\w+|dispos\w+)"
_BUT_BY_LAW = (
    r"\bunless\b[^.;]{0,20}\b(?:statutory|legal) (?:dut\w+|obligations?|requirements?|periods?)\b[^.;]{0,30}\b(?:retain|keep|store|retention|applies|apply|requires?|prevents?)\b|"
    r"\bonly (?:what|that which|such \w+ as) (?:the |applicable )?laws?\b[^.;]{0,30}\b(?:obliges?|requires?|compels?)\b[^.;]{0,12}\b(?:keep|retain|store|hold)\b|"
    r"\b(?:keep|retain|store)\b[^.;]{0,12}\bonly (?:what|as much as)\b[^.;]{0,20}\blaws?\b|"
    r"\b(?:statutory|legal) (?:dut\w+|obligations?) to (?:store|keep|retain)\b[^.;]{0,100}\b(?:precedence|priority|excepted|unaffected|prevails?|excluded)\b"
)

RIGHTS = (
    Plain(
        "requests.assist",
        ("request", "right"),
        (_GIVES_HELP + r"|\bcount on\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,20}" + _HELP, r"{rights}|\bdata subjects? requests?\b|\brespond to data subjects?\b", r"\bCONTROLLER\b"),
        unless=(r"{breach}", r"{audit}", r"SUBPROCESSOR", r"{costs}", r"\bnot (?:obliged|required)\b"),
    ),
    *(
        Plain(
            "requests.costs",
            (word,),
            (said, r"\b(?:effort|work|time|resources|hours)\b"),
            value="controller",
            under=r"request|right|data subject",
            unless=(r"{audit}", r"\bnot\b[^.;]{0,12}\b(?:charge|invoice)\w*", r"\bfree\b", r"\bno (?:charge|costs?)\b"),
        )
        for word, said in (
            ("invoice", r"\b(?:may|can|will|shall)\b[^.;]{0,80}\binvoice\b[^.;]{0,80}\b(?:help|assistance|support|co-?operation)\b"),
            ("charged", r"\b(?:help|assistance|support|co-?operation)\b[^.;]{0,80}\bCONTROLLER (?:will|shall|may|can) be (?:charged|billed|invoiced)\b"),
        )
    ),
    *(
        Plain(
            key,
            ("help", "support", "assist", "operat", "hand"),
            (_GIVES_HELP + r"|\blends?\b[^.;]{0,20}\bhand\b", concept),
            unless=(r"{breach}", r"\bnot (?:obliged|required)\b", r"\bSUBPROCESSOR (?:shall|will)\b"),
        )
        for key, concept in (
            ("assistance.dpia", rf"{_IMPACT}|{{articles_32_36}}"),
            ("assistance.prior_consultation", rf"{_CONSULTS}|{{articles_32_36}}"),
        )
    ),
    Plain(
        "assistance.costs",
        ("quot", "not included in the price", "not part of the price", "not covered by"),
        (
            r"\b(?:assistance|support|help|co-?operation|work)\b[^.;]{0,20}\b(?:is|are) not (?:included in|part of|covered by)\b[^.;]{0,12}\b(?:price|fees?|subscription|charges)\b",
        ),
        value="controller",
        unless=(r"{audit}",),
    ),
    Plain(
        "assistance.costs",
        ("quot",),
        (r"\bCONTROLLER (?:shall |will )?(?:pays?|bears?)\b[^.;]{0,12}\bfor (?:such|this|that|the) (?:assistance|support|help|co-?operation)\b|\b(?:separate|specific|prior) quot\w+\b[^.;]{0,20}\bfor (?:it|this|that|such)\b",),
        value="controller",
        unless=(r"{audit}",),
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
        ("not enough", "falls short", "insufficient", "not suffice", "do not allow", "does not allow", "inadequate", "are enough", "is enough", "suffice", "are sufficient", "is sufficient", "not sufficient"),
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
        (r"\b(?:must|shall|is to|has to|have|has|provided (?:that )?it)\b[^.;]{0,16}\bbeen announced\b[^.;]{0,30}\b(?:days?|weeks?|months?)\b[^.;]{0,6}\b(?:before|beforehand|in advance|ahead|earlier|prior)\b",),
        value=PERIOD,
        under=_CHECKS,
        unless=(r"SUBPROCESSOR", r"\bmaintenance\b"),
    ),
    Plain(
        "audit.max_frequency",
        ("one audit", "a single audit", "one inspection"),
        (r"\b(?:one|a single) (?:audit|inspection)\b[^.;]{0,30}\b(?:in|per|each|every)\b[^.;]{0,10}\b(?:calendar )?year\b",),
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
        unless=(r"\b(?:unless|except|save)\b", r"\bif\b", r"\bPROCESSOR (?:shall |will )?(?:bears?|pays?)\b", r"\bnot\b", r"SUBPROCESSOR", r"{rights}", r"\beach party\b"),
    ),
    Plain(
        "end.legal_retention_exception",
        ("statut", "law", "legal"),
        (_BUT_BY_LAW,),
        under=_END,
    ),
    *(
        Plain(
            key,
            ("which of the following", "whether", "which of these", "which of the two"),
            (
                r"\bCONTROLLER\b[^.;]{0,80}\b(?:tells?|tell|informs?|lets?|decides?|decide|states?|state|indicates?|indicate|notif\w+)\b[^.;]{0,60}\b(?:which of the (?:following|two)|which of these|whether PROCESSOR (?:is|should|must|shall))\b",
            ),
            value=value,
            under=_END,
            unless=(r"{rights}", r"SUBPROCESSOR"),
        )
        for key, value in (("end.data", "controller_chooses"), ("end.choice_window", PERIOD))
    ),
    Plain(
        "end.deadline",
        ("kept for", "retained for", "stored for", "held for"),
        (
            rf"{{data}}[^.;]{{0,20}}\b(?:kept|retained|stored|held) for\b[^.;]{{0,40}}\b(?:after|following)\b[^.;]{{0,100}}\b(?:end|ended|expir\w+|terminat\w+|last use)\b[^.;]{{0,100}}\b(?:then|thereafter)\b[^.;]{{0,12}}\b(?:{_GONE})\b",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "term.lasts",
        ("tied to", "same as", "until the", "linked to"),
        (
            rf"\b(?:term|duration|life)\b[^.;]{{0,6}}\bof (?:{_DPA})[^.;]{{0,16}}\b(?:tied|linked|coupled|equal|identical|the same)\b[^.;]{{0,16}}\b(?:to|as|with) (?:that of )?(?:the )?(?:{_MAIN}|\bagreement\b)|"
            rf"(?:{_DPA})[^.;]{{0,12}}\b(?:remains?|stays?|continues?|is|lasts?|applies|goes on)\b[^.;]{{0,20}}\buntil (?:the )?(?:{_MAIN}|agreement) (?:ends|has ended|expires|terminates)\b",
        ),
        value="main_agreement",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.lasts",
        ("as long as", "so long as", "for as long as", "while"),
        (
            r"\b(?:as|so) long as\b[^.;]{0,6}\bPROCESSOR (?:still |continues to )?(?:holds?|has|keeps?|retains?|stores?|possesses?|process(?:es)?)\b[^.;]{0,20}\b(?:CONTROLLER )?(?:personal )?data\b",
            rf"(?:{_DPA})[^.;]{{0,20}}\b(?:appl\w+|binding|in force|in effect|go(?:es)? on|continue\w*|remain\w*|stay\w*)\b",
        ),
        value="while_processing",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.survival",
        ("nature",),
        (r"\b(?:duties|obligations|provisions|clauses|terms)\b[^.;]{0,30}\bnature\b[^.;]{0,40}\b(?:outlast|outlive|survive|continue|extend|endure|persist)\b",),
    ),
    Plain(
        "term.precedence",
        ("first", "decisive", "outrank", "counts", "followed", "priority", "precedence", "instead", "those of"),
        (_COUNTS, _AT_VARIANCE, _OTHER),
        value="this_agreement",
        unless=(r"\bstandard contractual clauses\b", r"\bsccs?\b", r"\bover (?:this|the) (?:dpa|addendum|schedule|annex)\b", r"{law_demands}"),
    ),
    Plain(
        "term.amendment",
        ("be changed by PROCESSOR", "be amended by PROCESSOR", "be updated by PROCESSOR", "be modified by PROCESSOR", "be revised by PROCESSOR", "to adapt", "to amend", "to change", "to update", "to revise"),
        (
            rf"(?:{_DPA})[^.;]{{0,12}}\b(?:may|can) be (?:changed|amended|updated|modified|revised|adapted) by PROCESSOR\b|\bPROCESSOR (?:is entitled|has the right|is free|is allowed) to (?:adapt|amend|change|update|revise|modify) (?:{_DPA})",
            r"\bCONTROLLER (?:will|shall|must) (?:be given|receive|get|be (?:told|informed|notified))\b|\b(?:will|shall|must) (?:tell|inform|notify|let|give) CONTROLLER\b|\bnotice\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.separately_terminable",
        ("may end this", "may terminate this", "terminate this", "end this"),
        (
            rf"\b(?:the other|either|that) party (?:may|can) (?:end|terminate|cancel) (?:{_DPA})[^.;]{{0,20}}\b(?:by|with|on|upon|giving)\b[^.;]{{0,40}}\bnotice\b",
        ),
        unless=(_MAIN, r"\btogether with\b"),
    ),
    Plain(
        "law.governing",
        ("law applicable to", "law that applies to", "law governing"),
        (r"\b(?:law applicable to|law that applies to|law governing|applicable law for)\b[^.;]{0,40}\bis (?:that of france|french law|the law of france)\b",),
        value="FR",
    ),
    Plain(
        "liability.insurance",
        ("insur",),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:shall|will|must|is|has|undertakes to)\b[^.;]{0,20}\b(?:be insured|insured|keep itself insured|taken out (?:an? )?(?:\w+ )*insurance|take out (?:an? )?(?:\w+ )*insurance|holds? (?:\w+ )*insurance)\b[^.;]{0,80}\b(?:liabilit\w+|obligations|damages?|dpa|agreement|risks?|claims?)\b",
        ),
        unless=(r"\b(?:limited to|amount paid|pays out|paid out|not)\b", r"\bup to\b"),
    ),
    Plain(
        "liability.regime",
        ("no more than", "not more than", "never more than", "cannot exceed", "not exceed"),
        (
            r"\bPROCESSOR (?:shall |will )?(?:owes?|pays?|compensates?|is liable for)\b[^.;]{0,12}\b(?:no|not|never) more than\b[^.;]{0,60}\b(?:payments?|fees?|amounts?|sums?|price|paid)\b[^.;]{0,60}\b(?:months?|year)\b",
        ),
        value="capped",
    ),
)  # fmt: skip
