"""What English pages in "we" and "you", and the conditions of purchasers, say in turns of their own, as speech.py reads it."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_MUST = r"\bPROCESSOR (?:shall|must|will|may|undertakes to)"
_MAY_NOT = r"\bPROCESSOR (?:shall|must|will|may) not"
_THIS = (
    r"\b(?:this|these) (?:data processing )?(?:agreement|addendum|dpa|schedule|annex|document|terms|conditions|clauses)"
)
_BREACH = r"breach|incident|wrong"
_REQUESTS = r"request|rights|data subject|individual|helping|assist"
_SECURITY = r"secur|safe|measures|protect|controls"
_END = r"\bend|expir|terminat|delet|return|leav|exit|retention|\bclose"
_CHECKS = r"audit|check|inspect|information|assurance"
_OTHERS = r"SUBPROCESSOR|sub-?processor|compan(?:y|ies)|others|sub-?contract"
_FAULT = r"(?:non-?compliance|breach\w*|failure|shortcoming\w*|deficienc\w+|not compl\w+|default)"

ENGLISH_PAGES = (
    Plain(
        "instructions.only_on_instruction",
        ("only",),
        (r"\bPROCESSOR only (?:do|does|use|uses|process|processes|handle|handles|act|acts)\b[^.;]{0,60}\b(?:what|as|when) CONTROLLER (?:tells?|asks?|says?|instructs?)\b",),
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("legal", "unlawful", "illegal", "law"),
        (
            r"\b(?:if|where|when) PROCESSOR (?:thinks?|believes?|considers?|finds?)\b[^.;]{0,60}\b(?:asks? for|tells?|instructs?|wants?|instruction)\b[^.;]{0,40}\b(?:not (?:be )?(?:legal|lawful|allowed)|illegal|unlawful|against)\b|"
            r"\binstructions?\b[^.;]{0,40}\b(?:view|opinion|judgment) (?:of PROCESSOR )?is (?:unlawful|illegal|not lawful)\b[^.;]{0,60}\b(?:attention|reported|notified|told|raised)\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("own ends", "own purposes", "own benefit", "own use"),
        (r"\b(?:processing|use|using)\b[^.;]{0,40}\bPROCESSOR own (?:ends|purposes|benefit|use)\b[^.;]{0,90}\b(?:prohibited|forbidden|not (?:allowed|permitted)|excluded)\b",),
        value=False,
    ),
    Plain(
        "confidentiality.staff_bound",
        ("signed",),
        (r"^[\W\d]*(?:they|all of them|each of them|everyone|everybody)\b[^.;]{0,20}\b(?:has|have) (?:all |each )?signed\b[^.;]{0,30}(?:{secrecy})",),
        under=r"team|staff|people|personnel|confiden|secre|employees",
    ),
    Plain(
        "confidentiality.screening_interval",
        ("check", "vetting", "screening", "disclosure"),
        (r"{conduct_certificate}", r"\b(?:repeated|renewed|redone|refreshed|at intervals of|every|again)\b"),
        value=PERIOD,
    ),
    Plain(
        "security.measures_described",
        ("described", "set out", "listed", "read"),
        (
            r"\b(?:what|how) PROCESSOR (?:do|does|keeps?|protects?)\b[^.;]{0,60}\b(?:described|set out|listed|explained|written down)\b[^.;]{0,40}\b(?:page|annex|appendix|document|website|policy|overview)\b|"
            r"\b(?:controls|safeguards) (?:that are )?(?:set out|listed|described|specified) in (?:the )?(?:annex|appendix|schedule)\b",
        ),
    ),
    Plain(
        "security.periodic_review",
        ("year", "quarter", "months", "annually"),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:reviews?|tests?|checks?|goes? over|goes? through) (?:them|these|it all|our security)\b[^.;]{0,20}\b(?:year|quarter|months?|annually)\b|"
            r"\bcontrols\b[^.;]{0,40}\b(?:tested|reviewed|assessed|audited)\b[^.;]{0,30}\b(?:annually|every|each|once|year|quarter)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "security.measures_change",
        ("weaken", "remove", "lower", "reduce", "change"),
        (
            rf"{_MAY_NOT} (?:weaken|remove|lower|reduce|change|alter|switch off)\b[^.;]{{0,60}}\b(?:without|unless|until)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:agreement|consent|approval|permission|agreed|agrees|approved)\b",
        ),
        value="mutual",
        under=_SECURITY,
    ),
    Plain(
        "breach.covers",
        ("breach",),
        (
            r"\b(?:if|when|as soon as|should|where) PROCESSOR (?:finds? out|discovers?|learns?|notices?|becomes? aware|hears?)\b[^.;]{0,60}\b(?:data)\b[^.;]{0,20}\b(?:breached|leaked|stolen|exposed|compromised)\b",
            rf"{_MUST} (?:e-?mail|call|phone|tell|inform|notify|let)\b",
        ),
        value=("personal_data_breach",),
    ),
    *(
        Plain(
            key,
            ("breached", "leaked", "stolen", "exposed"),
            (
                rf"\b(?:if|when|as soon as|should|where) PROCESSOR {starts}\b[^.;]{{0,60}}\b(?:breached|leaked|stolen|exposed|compromised)\b[^.;]{{0,20}} {_MUST} (?:e-?mail|call|phone|tell|inform|notify|let)\b{within}",
            ),
            value=value,
            under=_BREACH,
        )
        for key, value, starts, within in (
            ("breach.deadline", PERIOD, r"\w+(?: \w+)?", r"[^.;]{0,90}\b(?:within|in|at the latest)\b"),
            ("breach.wording", "fixed", r"\w+(?: \w+)?", r"[^.;]{0,90}\b(?:within|no later than) (?:\w+ )?(?:\(?\d+\)? )?(?:hours?|days?)\b"),
            ("breach.clock_starts", ("discovery",), r"(?:finds? out|discovers?)", ""),
            ("breach.clock_starts", ("awareness",), r"(?:learns?|hears?|becomes? aware|knows?)", ""),
            ("breach.channel", ("email",), r"\w+(?: \w+)?", r"(?<=mail)"),
        )
    ),
    Plain(
        "breach.authority_notifier",
        ("up to CONTROLLER", "rest with", "rests with", "lies with", "for CONTROLLER"),
        (
            r"\b(?:telling|informing|notifying|reporting)\b[^.;]{0,40}(?:{authority})[^.;]{0,50}\b(?:is|are) (?:up to|for|left to) (?:the )?CONTROLLER\b|"
            r"\bdecisions?\b[^.;]{0,60}(?:{authority})[^.;]{0,60}\b(?:rests? with|lies? with|is for|belongs? to) (?:the )?CONTROLLER\b",
        ),
        value="controller",
    ),
    Plain(
        "requests.handling",
        ("forward", "pass", "send"),
        (
            rf"\b(?:if|when|should|where)\b[^.;]{{0,20}}\b(?:someone|somebody|anyone|a person|an individual|a user)\b[^.;]{{0,30}}\bPROCESSOR\b[^.;]{{0,60}}{_MUST} (?:\w+ )?(?:forward|pass|send|redirect)\b[^.;]{{0,20}}\bCONTROLLER\b",
        ),
        value="forward",
        unless=(r"{breach}",),
    ),
    Plain(
        "requests.deadline",
        ("within",),
        (
            rf"\b(?:if|when|should|where)\b[^.;]{{0,20}}\b(?:someone|somebody|anyone|a person|an individual|a user)\b[^.;]{{0,30}}\bPROCESSOR\b[^.;]{{0,60}}{_MUST} (?:\w+ )?(?:forward|pass|send|redirect)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,12}}\bwithin\b",
        ),
        value=PERIOD,
        unless=(r"{breach}",),
    ),
    *(
        Plain(
            key,
            ("just ask", "ask PROCESSOR", "let PROCESSOR know", "contact PROCESSOR", "help CONTROLLER"),
            (
                r"\bif CONTROLLER (?:need|needs|want|wants|require|requires)\b[^.;]{0,30}\b(?:help|assistance|support)\b",
                concept,
            ),
        )
        for key, concept in (
            ("requests.assist", r"{rights}|\brequests?\b"),
            ("assistance.dpia", r"{dpia}"),
            ("assistance.prior_consultation", r"{prior_consultation}"),
        )
    ),
    *(
        Plain(
            key,
            ("charge", "an hour", "per hour"),
            (
                r"\b(?:first|up to)\b[^.;]{0,20}\bhours?\b[^.;]{0,24}\b(?:free|included|no charge)\b[^.]{0,40}\bPROCESSOR (?:will |may )?(?:charge|charges|bill|bills)\b|"
                r"\b(?:after|beyond|above) that,? PROCESSOR (?:will |may )?(?:charge|charges|bill|bills)\b",
            ),
            value="controller",
            under=_REQUESTS,
        )
        for key in ("requests.costs", "assistance.costs")
    ),
    Plain(
        "subprocessors.flow_down",
        ("bind", "impose", "same rules", "these conditions"),
        (
            rf"\bPROCESSOR (?:shall |will |must )?(?:binds?|holds?) (?:them|each of them|those companies|every SUBPROCESSOR) to the same\b|{_MUST} impose (?:the terms of )?{_THIS[2:]} on (?:every|each|any|all) SUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("on PROCESSOR", "answer", "responsible"),
        (
            r"\b(?:if|when|where) (?:they|one of them|any of them|a SUBPROCESSOR|it)\b[^.;]{0,30}\b(?:mess(?:es)? up|get(?:s)? it wrong|fails?|makes? a mistake|makes? mistakes|breaks?)\b[^.;]{0,40}\b(?:on PROCESSOR|PROCESSOR responsibility|PROCESSOR (?:answers?|is responsible|are responsible|takes? responsibility))\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "transfers.region",
        ("stays in the e", "stay in the e", "remain in the e", "remains in the e"),
        (r"{data}[^.;]{0,12}\b(?:stays?|remains?)\b (?:\w+ )?(?:in|within|inside) the eu\b",),
        value="EU",
        unless=(r"\beea\b",),
    ),
    Plain(
        "audit.notice",
        ("ahead", "in advance", "before"),
        (r"^[\W\d]*(?:tell|let|warn|give|PROCESSOR shall|CONTROLLER (?:tells?|gives?|lets?|warns?|must tell|should tell)) ?(?:PROCESSOR )?(?:know )?[^.;]{0,30}\b(?:ahead|in advance|beforehand|before)\b",),
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
        "end.deadline",
        ("days", "weeks", "month"),
        (
            r"\b(?:days?|weeks?|months?) after CONTROLLER (?:close|closes|cancel|cancels|leave|leaves|delete|deletes|stop|stops)\b[^.;]{0,40}\bPROCESSOR (?:will |shall )?(?:deletes?|erases?|removes?|wipes?)\b|"
            r"\bwhen CONTROLLER (?:close|closes|cancel|cancels|leave|leaves|delete|deletes)\b[^.;]{0,40}\bPROCESSOR (?:will |shall )?(?:deletes?|erases?|removes?|wipes?)\b[^.;]{0,40}\bwithin\b",
        ),
        value=PERIOD,
        unless=(r"\bback-?ups?\b",),
    ),
    Plain(
        "end.certificate",
        ("confirm", "proof"),
        (r"\bPROCESSOR (?:will |shall )?(?:confirms?|proves?) (?:that|this|it|the deletion)\b[^.;]{0,30}\b(?:if|when|where) CONTROLLER (?:asks?|wants?|requests?|would like)\b",),
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("sum", "due", "owed", "unpaid"),
        (r"\bno (?:sum|amount|debt|claim)\b[^.;]{0,40}\b(?:entitles?|allows?|gives?) PROCESSOR\b[^.;]{0,20}\b(?:retain|keep|withhold|hold)\b",),
        value=False,
    ),
    Plain(
        "term.lasts",
        ("as long as", "so long as", "until"),
        (rf"{_THIS}\b[^.;]{{0,20}}\b(?:lasts?|applies|apply|runs?|continues?|is in force)\b[^.;]{{0,12}}\b(?:as long as|until) CONTROLLER (?:have|has|use|uses|keeps?|no longer)\b",),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("as long as",),
        (rf"(?:{_THIS}|^[\W\d]*they)\b[^.;]{{0,20}}\b(?:remain|remains|stay|stays|continue|continues) in force\b[^.;]{{0,12}}\bas long as PROCESSOR (?:has|have|holds?|keeps?|processes)\b",),
        value="while_processing",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "term.amendment",
        ("update", "change", "revise"),
        (rf"\bPROCESSOR (?:may|can) (?:update|change|revise|amend) {_THIS[2:]}\b",),
        value="processor_with_notice",
    ),
    Plain(
        "term.amendment_notice",
        ("tell CONTROLLER", "notice", "let CONTROLLER know", "inform CONTROLLER"),
        (
            rf"\bPROCESSOR will (?:tell|inform|notify|let|e-?mail) CONTROLLER\b[^.;]{{0,30}}\b(?:before|ahead|in advance|beforehand)\b|\b(?:may|can) (?:revise|amend|change|vary|update) {_THIS[2:]}\b[^.;]{{0,12}}\bon\b[^.;]{{0,24}}\bnotice\b",
        ),
        value=PERIOD,
        under=r"small print|general|changes|final|miscellaneous|amend|\bterm\b",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "term.precedence",
        ("precedence", "prevail"),
        (rf"{_THIS}\b[^.;]{{0,12}}\b(?:takes? precedence|prevails?|takes? priority|go(?:es)? before)\b[^.;]{{0,12}}\bover (?:anything|everything|any other|all other|the rest)\b",),
        value="this_agreement",
    ),
    Plain(
        "liability.regime",
        ("liability",),
        (
            rf"\bwhat\b[^.;]{{0,40}}\b(?:terms|agreement|contract)\b[^.;]{{0,30}}\bsays? (?:about|on) liability\b[^.;]{{0,20}}\b(?:applies|goes|holds|counts)\b|"
            rf"\b(?:liability|limits? on liability)\b[^.;]{{0,30}}\bin the (?:terms|agreement|contract)\b[^.;]{{0,30}}\b(?:also )?(?:applies|apply|goes|go) (?:also )?(?:to|for) {_THIS[2:]}\b",
        ),
        value="main_agreement_terms",
    ),
)  # fmt: skip
