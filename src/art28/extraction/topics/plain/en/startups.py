"""What the pages of small English-writing suppliers say in spoken words, as speech.py reads it; pages.py has more of them."""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"breach|incident|wrong|leak|security"
_OTHERS = r"SUBPROCESSOR|sub-?processor|compan(?:y|ies)|others|sub-?contract|suppliers|help"
_CHECKS = r"audit|check|inspect|proof|look"
_END = r"\bend|expir|terminat|delet|return|leav|exit|\bclose|goodbye|cancel|stop"
_REQUESTS = r"request|rights|data subject|individual|people|ask"
_LAW = r"\b(?:laws?|regulations?|legislation|court order|legal (?:duty|obligation))\b"

STARTUPS = (
    Plain(
        "transfers.rule",
        ("adequacy", "standard contractual", "safeguards"),
        (
            r"\boutside the (?:eea|eu|european economic area|european union)\b[^.;]{0,60}\bonly (?:with|if|where|on the basis of|under)\b[^.;]{0,30}\b(?:adequacy|standard contractual clauses|safeguards)\b",
        ),
        value="with_safeguards",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("contact them", "notify them", "approach them", "inform them"),
        (r"^[\W\d]*PROCESSOR (?:does|shall|will|may) not (?:itself )?(?:contact|notify|approach|inform) them\b",),
        value=False,
        under=_BREACH,
        after=r"{authority}",
    ),
    Plain(
        "requests.assist",
        ("remainder", "the rest", "others"),
        (r"\b(?:for|with) (?:the )?(?:remainder|rest|others)\b[^.;]{0,12}\bPROCESSOR (?:will |shall )?(?:helps?|assists?|supports?)\b",),
        after=r"{request}|{rights}",
        unless=(r"{audit}", r"{dpia}"),
    ),
    Plain(
        "subprocessors.change_notice",
        ("this table", "the table", "this list", "the list"),
        (r"\bchang\w+ (?:to |of |in )?(?:this|the) (?:table|list)\b[^.;]{0,80}\b(?:days|weeks)\b[^.;]{0,12}\bbefore\b",),
        under=_OTHERS,
    ),
    Plain(
        "term.amendment",
        ("before a change", "before any change", "before the change", "before such"),
        (
            r"\b(?:receives?|gets?|is told|are told)\b[^.;]{0,60}\bbefore (?:a|any|the|such) changes? (?:takes? effect|applies|apply|comes? into)\b",
        ),
        value="processor_with_notice",
        after=r"\bchanges? to (?:this|these) (?:agreement|dpa|addendum|terms)\b",
    ),
    Plain(
        "term.lasts",
        ("ends when", "ends once", "until"),
        (
            r"\bends (?:when|once|as soon as)\b[^.;]{0,40}\bdata\b[^.;]{0,20}\b(?:removed|deleted|erased|returned|gone)\b",
        ),
        value="while_processing",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "security.measures_described",
        ("described in",),
        (r"\bmeasures\b[^.;]{0,12}\b(?:are|is) (?:described|set out|listed|documented) in\b",),
        under=r"secur|measures|safe",
    ),
    Plain(
        "instructions.only_on_instruction",
        ("only", "nothing else"),
        (
            r"\bPROCESSOR (?:only )?(?:touch|touches|use|uses|handle|handles|process|processes|work|works) (?:with )?(?:CONTROLLER )?(?:\w+ )?(?:data|it)\b[^.;]{0,12}\bonly (?:to do|for|in the way|as|for what|in ways)\b[^.;]{0,40}\bCONTROLLER (?:have |has )?(?:told|asked|tell|ask|want|say|instruct)\w*|"
            r"\b(?:for|only for|as) (?:what|the things) CONTROLLER (?:tells?|asks?|say|says)\b[^.;]{0,12}\b(?:and )?(?:for )?nothing else\b|"
            r"\bPROCESSOR only (?:touch|touches|use|uses|handle|handles|process|processes)\b[^.;]{0,40}\b(?:to do what|for what|the way|as|when) CONTROLLER (?:have |has )?(?:told|asked|tell|ask|want|say|instruct)\w*",
        ),
        unless=(r"{breach}",),
    ),
    Plain(
        "instructions.legal_exception",
        ("hear from", "tell CONTROLLER", "let CONTROLLER know", "warn CONTROLLER", "inform CONTROLLER"),
        (
            rf"(?:{_LAW})[^.;]{{0,60}}\b(?:forces?|makes?|obliges?|requires?|compels?|orders?) PROCESSOR to\b",
            r"\b(?:before|first|beforehand|in advance)\b",
        ),
        unless=(r"{delete}", r"\b(?:keep|retain)\b", r"{breach}"),
    ),
    Plain(
        "processing.own_purposes",
        ("for ourselves", "our own", "sell", "own purposes", "advertising"),
        (
            r"\bPROCESSOR (?:will |do |does )?(?:never|not) (?:\w+ )?use (?:it|them|CONTROLLER data|this data|these data)\b[^.;]{0,20}\b(?:for ourselves|for PROCESSOR own|to advertise|for advertising)\b",
        ),
        value=False,
    ),
    Plain(
        "confidentiality.staff_bound",
        ("promised", "agreed", "sworn", "bound"),
        (
            r"^[\W\d]*(?:they|all of them|each of them|everyone|everybody|anyone)\b[^.;]{0,40}\b(?:has|have|is|are)\b[^.;]{0,12}\b(?:promised|agreed|sworn|bound)\b[^.;]{0,30}\b(?:quiet|secret|confidential\w*|to themselves|secrecy)\b",
        ),
    ),
    Plain(
        "security.measures_described",
        ("what PROCESSOR do", "how PROCESSOR"),
        (
            r"^[\W\d]*(?:here is|this is|here are)\b[^.;:]{0,12}\b(?:what PROCESSOR (?:do|does)|how PROCESSOR (?:do|does|keeps?|protects?))\b[^.;:]{0,30}:",
        ),
        under=r"safe|secur|protect",
    ),
    Plain(
        "security.periodic_review",
        ("test", "audit", "review", "drill"),
        (
            r"\b(?:security|penetration|pen)[ -]?(?:test|audit|review)s?\b[^.;]{0,40}\b(?:every|each|once a|twice a) (?:year|spring|summer|autumn|fall|winter|quarter|month|six months|half-?year)\b|"
            r"\b(?:annual|yearly|quarterly)\b[^.;]{0,12}\b(?:security|penetration|pen)[ -]?(?:test|audit|review)s?\b",
        ),
    ),
    Plain(
        "breach.covers",
        ("gets lost", "get lost", "leaks", "is lost", "are lost", "stolen"),
        (
            r"\bdata\b[^.;]{0,12}\b(?:gets?|is|are) (?:lost|stolen|leaked)\b[^.;]{0,80}\b(?:PROCESSOR|CONTROLLER)\b",
            r"{inform}|\bemails?\b",
        ),
        value=("personal_data_breach",),
    ),
    Plain(
        "breach.register",
        ("write every", "write down", "keep a log", "log every", "in a log"),
        (
            r"\bPROCESSOR (?:write|writes|note|notes|log|logs|record|records) (?:down )?(?:every|each|all)\b[^.;]{0,20}\b(?:incidents?|breach(?:es)?|leaks?|one)\b",
        ),
        value=("processor",),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("behind CONTROLLER back", "without CONTROLLER", "without asking", "on our own"),
        (
            r"\bPROCESSOR (?:will |do |does )?(?:not|never) (?:do|tell|report|contact)\b[^.;]{0,20}\b(?:behind CONTROLLER back|without (?:CONTROLLER|asking)|on our own)\b",
        ),
        value=False,
        under=_BREACH,
        after=r"{authority}|\bregulators?\b",
    ),
    Plain(
        "requests.handling",
        ("message on", "pass", "forward", "send"),
        (
            r"\b(?:if|when)\b[^.;]{0,40}\b(?:writes?|turns?|comes?|gets? in touch|contacts?)\b[^.;]{0,16}\bPROCESSOR\b[^.;]{0,6}, PROCESSOR (?:will )?(?:send|pass|forward|hand)\w*\b[^.;]{0,30}\b(?:on )?to CONTROLLER\b|"
            r"\b(?:if|when)\b[^.;]{0,40}\bcontacts? PROCESSOR\b[^.;]{0,40}, PROCESSOR (?:will )?(?:send|pass|forward|hand)\w*\b[^.;]{0,30}\bto CONTROLLER\b",
        ),
        value="forward",
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("message on", "pass", "forward", "send"),
        (
            r"\b(?:if|when)\b[^.;]{0,40}\b(?:writes?|turns?|comes?|gets? in touch|contacts?)\b[^.;]{0,16}\bPROCESSOR\b[^.;]{0,6}, PROCESSOR (?:will )?(?:send|pass|forward|hand)\w*\b[^.;]{0,30}\b(?:on )?to CONTROLLER within\b",
        ),
        value=PERIOD,
        under=_REQUESTS,
    ),
    Plain(
        "requests.assist",
        ("help",),
        (r"^[\W\d]*if (?:that|this|it)\b[^.;,]{0,30}\bnot enough\b[^.;]{0,6}, PROCESSOR (?:will )?help\b",),
        under=_REQUESTS,
        unless=(r"{audit}",),
    ),
    Plain(
        "requests.costs",
        ("free", "no charge", "costs nothing", "nothing extra"),
        (r"\bPROCESSOR (?:will )?helps?\b[^.;]{0,30}\b(?:free of charge|for free|at no (?:extra )?(?:cost|charge))\b",),
        value="processor",
        under=_REQUESTS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("fine with", "okay with", "ok with", "happy for", "agree to"),
        (
            r"\bCONTROLLER (?:are|is|agree|agrees)? ?(?:\w+ )?(?:fine with|okay with|ok with|happy (?:for|with)|to) (?:PROCESSOR )?(?:us(?:e|ing)|engag\w*|work\w*|to use)\b|\bCONTROLLER agrees? to PROCESSOR using\b",
            r"\b(?:add\w*|replac\w*|chang\w*|swap\w*|others|new ones)\b",
        ),
        value="general",
        under=_OTHERS,
    ),
    Plain(
        "subprocessors.change_notice",
        ("new one", "another one", "one more", "somebody new", "someone new", "newcomer"),
        (
            r"\bPROCESSOR (?:will )?(?:e-?mail|tell|let|write|inform|warn)\b[^.;]{0,60}\bbefore (?:a|any|the) (?:new one|new compan\w+|newcomer)|"
            r"\bbefore (?:a|any) (?:new one|new company|newcomer)\b[^.;]{0,60}\bPROCESSOR (?:will )?(?:e-?mail|tell|let|write|inform|warn)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("signed up", "agreed to", "follow", "stick", "signed"),
        (
            r"^[\W\d]*(?:each|all|every one) of (?:them|these companies)\b[^.;]{0,16}\b(?:signed up to|agreed to|signed|follows?|sticks? to|has to follow)\b[^.;]{0,12}\b(?:same|equally strict|no (?:less|weaker))\b[^.;]{0,20}\b(?:rules|terms|promises|duties|obligations)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answer for", "responsible", "on us", "liable"),
        (
            r"\bif (?:one of them|any of them|they|it)\b[^.;]{0,30}\b(?:messes up|gets? it wrong|makes? a mistake|slips? up|fails?)\b[^.;]{0,6}, PROCESSOR (?:will )?(?:answer|answers|are responsible|is responsible|take|takes)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "transfers.rule",
        ("asking", "permission", "saying yes", "say-so", "okay"),
        (
            r"\bPROCESSOR (?:will |do |does )?(?:not|never) (?:move|send|transfer|take|store)\b[^.;]{0,12}\b(?:it|them|data|anything)\b[^.;]{0,30}\b(?:outside|out of|beyond)\b[^.;]{0,40}\b(?:eea|eu|europe|european union|european economic area)\b[^.;]{0,20}\b(?:without|unless|until)\b[^.;]{0,40}\b(?:asking|permission|say|says|okay|agree|agrees|yes)\b",
        ),
        value="with_consent",
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
    *(
        Plain(
            key,
            ("answer CONTROLLER questions", "answer your questions", "give CONTROLLER", "help"),
            (
                r"\bPROCESSOR (?:will )?(?:answer|answers) (?:CONTROLLER |any )?questions\b|\bPROCESSOR (?:will )?(?:help|helps|give|gives)\b",
            ),
            after=after,
            under=r"impact|dpia|assess|help|assist|regulator",
            unless=(r"{rights}", r"{audit}"),
        )
        for key, after in (
            ("assistance.dpia", r"{dpia}"),
            ("assistance.prior_consultation", r"{prior_consultation}|\bask(?:ing)?\b[^.;]{0,12}\b(?:regulator|authority)\b[^.;]{0,16}\badvice\b"),
        )
    ),
    Plain(
        "assistance.costs",
        ("an hour", "per hour", "hourly"),
        (
            r"\b(?:after that|beyond that|above that|more than that)\b[^.;]{0,12}\bPROCESSOR (?:will )?(?:charge|charges|bill|bills|invoice)\b",
        ),
        value="controller",
        under=r"impact|dpia|assess|help|assist|regulator",
    ),
    Plain(
        "end.data",
        ("then", "after that", "afterwards"),
        (r"^[\W\d]*(?:then|after that|afterwards)\b[^.;]{0,12}\bPROCESSOR (?:will )?(?:{delete})",),
        value="return_on_request_then_delete",
        under=_END,
        after=r"\b(?:days|weeks|months|month|time)\b[^.;]{0,12}\bto (?:download|export|fetch|collect|take)\b",
    ),
    Plain(
        "liability.fines_on_processor",
        ("fine",),
        (
            r"\b(?:fines?|fined)\b[^.;]{0,12}\bCONTROLLER because of (?:something )?PROCESSOR\b[^.;]{0,20}\b(?:wrong|mistake|fault|breach)\b|\b(?:fines?|fined)\b[^.;]{0,40}\b(?:because of|for|over) (?:a mistake|something|an error) (?:of )?PROCESSOR\b|\bfines?\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,12}\bbecause of PROCESSOR (?:breach|fault|mistake|failure)\w*",
            r"\bpaid by PROCESSOR\b|\bPROCESSOR (?:will |shall )?(?:pay|pays|refund|refunds|bear|bears|cover|covers|make|makes)\b",
        ),
        value="if_attributable",
    ),
    Plain(
        "term.starts",
        ("from the moment", "as soon as", "the moment"),
        (
            r"\b(?:bind|binds|apply|applies|count|counts|start|starts)\b[^.;]{0,30}\b(?:from the moment|as soon as|the moment) CONTROLLER (?:opens?|creates?|signs? up|registers?|orders?|starts? using|accepts?)\b",
        ),
        value="on_acceptance",
    ),
)  # fmt: skip
"""What a sentence of such a page settles."""
