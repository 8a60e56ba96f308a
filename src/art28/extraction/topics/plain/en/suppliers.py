"""What English pages of suppliers say in "we" and "you", their contractions written out, as speech.py reads it."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_WILL = r"\bPROCESSOR (?:will|shall|must|can)(?: also| then| always| only)?"
_WILL_NOT = r"\bPROCESSOR (?:will|shall|do|does|may|can|must) not(?: itself)?"
_BREACH = r"breach|incident|goe?s? wrong|went wrong|leak"
_SUBS = r"SUBPROCESSOR|sub-?process|others|third part|compan|suppliers"
_END = r"\bend|stop|leav|over\b|clos|cancel|terminat|delet|return"
_THIS = r"(?:this|these|our|the) (?:\w+ )?(?:dpa|agreement|addendum|terms|schedule|document|policy)"
_CHANGES = rf"(?:update|change|amend|modify|revise) {_THIS}\b"
_GONE = r"(?:{delete}|\bgone\b|\bdisappears?\b)"
_LEAVING = (
    r"\b(?:clos(?:e|es|ed|ing)|cancel(?:s|led|ling)?|delet(?:e|es|ed|ing)|terminat(?:e|es|ed|ing)|leav(?:e|es|ing))\b"
    r"(?: CONTROLLER| your| the| its){0,2}(?: account| subscription| plan)?\b"
)

SUPPLIERS = (
    Plain(
        "instructions.only_on_instruction",
        ("way CONTROLLER", "not asked", "only"),
        (
            rf"{_WILL} (?:use|process|handle)\b … \b(?:the way|as|in the way|only how) CONTROLLER (?:have |has )?(?:told|asked|instruct\w*|say|tell|ask)\b|"
            r"\bPROCESSOR (?:do|does|will) not do anything\b[^.;]{0,50}\bCONTROLLER (?:have|has) not (?:asked|told|instructed)\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("asking",),
        (
            r"\bPROCESSOR (?:thinks?|believes?)\b[^.;]{0,20}\bCONTROLLER (?:are|is) asking\b[^.;]{0,60}\b(?:illegal|unlawful|against the law|not allowed|not legal)\b",
            rf"{_WILL} (?:tell|let|warn|inform)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("bound", "nda", "confidential", "non-disclosure"),
        (
            r"\b(?:(?:each|all) of us|PROCESSOR (?:people|staff|employees|team|personnel|contractors)|(?:all|each|every\w*|everyone)\b[^.;]{0,30}\b(?:staff|employees?|people|team|access))\b[^.;]{0,40}\b(?:bound|signed|subject|committed)\b",
            r"{secrecy}",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("violate", "infring", "break", "breach"),
        (
            r"\bif CONTROLLER asks? PROCESSOR to\b[^.;]{0,60}\b(?:violates?|infringes?|breaks?|breaches|contravenes?)\b",
            rf"{_WILL} (?:say so|tell|let|warn|inform)\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("anything else", "advertising", "train"),
        (
            r"\bPROCESSOR (?:do|does|will|shall) not use (?:it|them|this data|CONTROLLER data)\b[^.;]{0,12}\b(?:for|to)\b[^.;]{0,12}\b(?:anything else|advertising|train\w*|PROCESSOR own)\b",
        ),
        value=False,
    ),
    Plain(
        "security.periodic_review",
        ("penetration", "pen test", "pentest", "audit"),
        (
            r"\b(?:annual|yearly|quarterly|regular|twice-yearly|monthly) (?:\w+ ){0,2}(?:penetration|pen|security|vulnerability) ?-?(?:tests?|testing|scans?|audits?|reviews?|assessments?)\b",
        ),
        unless=(r"CONTROLLER (?:may|can)\b",),
    ),
    Plain(
        "breach.follow_up",
        ("rest", "more"),
        (
            r"\b(?:not know|not have|not yet know|not yet have)\b[^.;]{0,40}\b(?:everything|all|the full)\b",
            rf"{_WILL} (?:send|give|tell|provide|follow)\b[^.;]{{0,30}}\b(?:rest|more|what is missing|updates?|up)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.follow_up",
        ("rest", "posted", "as soon as"),
        (
            rf"{_WILL} (?:send|give|provide)\b[^.;]{{0,30}}\bthe rest\b[^.;]{{0,30}}\b(?:as soon as|when|once)\b",
            r"{breach}",
        ),
    ),
    Plain(
        "breach.follow_up",
        ("updates",),
        (r"\bCONTROLLER will (?:get|receive) (?:regular )?updates\b",),
        under=_BREACH,
    ),
    Plain(
        "breach.channel",
        ("e-mail", "email"),
        (
            rf"{_WILL} (?:send|give|e-?mail|deliver)\b[^.;]{{0,40}}\b(?:notice|notification|it|that|this)\b[^.;]{{0,30}}\bto (?:the |CONTROLLER )?(?:\w+ )?e-?mail address\b",
        ),
        value=("email",),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("not do that for", "not report", "not notify", "not itself"),
        (
            rf"{{authority}}[^.;]{{0,60}};? ?{_WILL_NOT} do (?:that|this|so) for CONTROLLER\b|{_WILL_NOT} (?:report|notify|inform|tell)\b[^.;]{{0,60}}{{authority}}",
        ),
        value=False,
        unless=(r"{rights}",),
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("not disclose",),
        (
            rf"{_WILL_NOT} disclose\b[^.;]{{0,40}}(?:{{breach}})[^.;]{{0,20}}\bto any (?:regulator|authority|third party)\b",
        ),
        value=False,
        unless=(r"{rights}",),
    ),
    Plain(
        "breach.authority_notifier",
        ("asked", "instructed", "requested"),
        (
            rf"{_WILL_NOT} (?:report|notify|inform)\b[^.;]{{0,60}}{{authority}}[^.;]{{0,60}}\bunless (?:the )?CONTROLLER (?:has|have)?\b[^.;]{{0,12}}\b(?:asked|instructed|requested|told)\b",
            r"{breach}|\bloss\b",
        ),
        value="controller",
    ),
    Plain(
        "requests.handling",
        ("not answer", "not respond", "not reply"),
        (
            rf"{_WILL_NOT} (?:answer|respond to|reply to)\b[^.;]{{0,60}}\b(?:requests?|them|it)\b",
            r"\b(?:forward|pass|send|refer|direct)(?:s|es|ed|ing)?\b[^.;]{0,30}\bto (?:the )?CONTROLLER\b|\bCONTROLLER (?:users|customers|visitors|people)\b",
        ),
        value="forward",
        unless=(r"{breach}",),
    ),
    Plain(
        "requests.handling",
        ("not handle", "not deal", "not answer"),
        (
            r"\bPROCESSOR (?:do|does|will) not (?:handle|answer|deal with)\b[^.;]{0,20}\b(?:but|and)\b[^.;]{0,12}\b(?:send|refer|direct|pass|point)\w*\b[^.;]{0,30}\bto CONTROLLER\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.handling",
        ("contact CONTROLLER", "not respond"),
        (
            rf"{_WILL} ask (?:them|him or her|that person|the person) to contact CONTROLLER\b|\bnotify (?:the )?CONTROLLER\b[^.;]{{0,30}}\brequests?\b[^.;]{{0,12}}\band will not respond\b",
            r"\brequests?\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("such requests", "these requests", "those requests"),
        (r"\bPROCESSOR will (?:help|assist|support) CONTROLLER\b[^.;]{0,12}\b(?:such|these|those) requests\b",),
    ),
    Plain(
        "requests.assist",
        ("where that", "where they", "if that", "hand"),
        (
            r"\b(?:requests?|rights)\b[^.]{0,200}\b(?:where|if) (?:that|they|this|those|it)\b[^.;]{0,30}\bnot\b[^.;]{0,20}\bPROCESSOR will (?:help|assist|give CONTROLLER a hand)\b|"
            r"\b(?:requests?|rights)\b[^.]{0,200}\bPROCESSOR will give CONTROLLER a hand\b",
        ),
    ),
    Plain(
        "requests.costs",
        ("charge",),
        (
            rf"{_WILL_NOT} (?:\w+ )?charge\b[^.;]{{0,12}}\bfor (?:\w+ )?(?:help|assist)\w*\b[^.;]{{0,40}}\b(?:requests?|rights)\b",
        ),
        value="processor",
    ),
    Plain(
        "assistance.dpia",
        ("dpia", "impact assessment"),
        (r"{dpia}", rf"{_WILL} (?:give|provide|send)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,20}}\binformation\b"),
        unless=(r"\bnot\b",),
    ),
    Plain(
        "assistance.costs",
        ("included",),
        (
            r"\b(?:help|assistance|support)\b[^.;]{0,20}{dpia}[^.;]{0,30}\bincluded in\b[^.;]{0,30}\b(?:plan|price|fees?|subscription)\b",
        ),
        value="processor",
    ),
    Plain(
        "subprocessors.authorisation",
        ("okay", "ok ", "fine with", "happy"),
        (
            r"\bCONTROLLER (?:are|is) (?:ok|okay|fine|happy) with\b[^.;]{0,30}\bPROCESSOR (?:use|using)\b",
            r"SUBPROCESSOR",
        ),
        value="general",
    ),
    Plain(
        "subprocessors.objection",
        ("not agree", "disagree", "do not like", "problem"),
        (
            r"\bif CONTROLLER (?:do not|does not|don't) (?:agree|like)\b|\bif CONTROLLER disagrees?\b|\bif CONTROLLER (?:have|has) (?:got )?(?:a problem|an objection|concerns)\b",
            r"\b(?:tell|let|e-?mail|write|contact|notify|inform)\b[^.;]{0,20}\bPROCESSOR\b|\bCONTROLLER (?:may|can)\b|\b(?:cancel|terminate)\b",
        ),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.objection",
        ("not agree", "disagree", "problem"),
        (
            r"\bif CONTROLLER (?:do not agree|does not agree|disagrees?|(?:have|has) (?:got )?(?:a problem|concerns)) with\b[^.;]{0,20}\bSUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("contract", "agreement"),
        (
            r"\b(?:contracts?|agreements?)\b[^.;]{0,20}\bwith\b[^.;]{0,20}\b(?:SUBPROCESSOR|each of them|all of them|them)\b",
            r"\b(?:protects?|protecting|gives?|offers?)\b[^.;]{0,50}\b(?:at least as (?:well|much|good|strict)|the same|no less|just as well)\b",
        ),
        unless=(r"\bnot have\b",),
    ),
    Plain(
        "transfers.rule",
        ("rely on",),
        (
            r"\b(?:transferred|transfers?)\b[^.;]{0,20}\b(?:out of|outside)\b[^.;]{0,40}\brel(?:y|ies) on\b[^.;]{0,30}\b(?:privacy framework|sccs?|standard contractual clauses)\b",
        ),
        value="with_safeguards",
        unless=(r"{consent}",),
    ),
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
        "end.data",
        ("whichever", "either"),
        (
            r"(?:{delete})[^.;]{0,40}\bor\b[^.;]{0,40}(?:{return})[^.;]{0,60}\b(?:whichever|as) CONTROLLER (?:prefers?|chooses?|likes?|wants?)\b|(?:{return})[^.;]{0,40}\bor\b[^.;]{0,40}(?:{delete})[^.;]{0,60}\b(?:whichever|as) CONTROLLER (?:prefers?|chooses?|likes?|wants?)\b",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.deadline",
        ("day", "month", "week", "hour"),
        (
            rf"\b(?:within|after|in)\b[^.;,]{{0,30}}\b(?:days?|months?|weeks?|hours?)\b[^.;,]{{0,20}}{_LEAVING}[^.;]{{0,30}}{_GONE}|{_LEAVING}[^.;]{{0,40}}{_GONE}[^.;]{{0,40}}\b(?:within|after|in)\b|"
            rf"{_GONE}[^.;]{{0,40}}\b(?:days?|months?|weeks?|hours?) (?:after|of) (?:CONTROLLER )?{_LEAVING}",
        ),
        value=PERIOD,
        under=_END,
        unless=(r"\bback-?ups?\b", r"{rights}"),
    ),
    Plain(
        "end.certificate",
        ("proof", "confirmation"),
        (
            r"\b(?:like|want|need|ask for) (?:proof|confirmation|evidence)\b",
            rf"{_WILL} (?:send|give|provide) CONTROLLER\b[^.;]{{0,20}}\b(?:statement|confirmation|certificate|letter)\b",
        ),
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        ("law",),
        (r"\blaws? (?:makes?|requires?|obliges?|forces?) PROCESSOR (?:to )?keep\b",),
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        ("law", "legally"),
        (
            r"\b(?:keep|retain|hold|store)\b[^.;]{0,60}\b(?:if|where|when|unless|because|to the extent|as long as)\b[^.;]{0,30}\b(?:laws?|regulations?)\b[^.;]{0,12}\b(?:makes?|requires?|obliges?|says?|tells?|forces?)\b|"
            r"\b(?:keep|retain|hold|store)\b[^.;]{0,60}\b(?:required|obliged|compelled) by (?:applicable )?law\b",
        ),
        under=_END,
        unless=(r"{rights}", r"{breach}"),
    ),
    Plain(
        "term.starts",
        ("accept", "agree", "sign up", "account"),
        (
            rf"\b(?:{_THIS})[^.;]{{0,20}}\b(?:applies|starts|takes effect|begins|is in force)\b[^.;]{{0,20}}\b(?:from|when|once|as soon as|on)\b[^.;]{{0,20}}\bCONTROLLER (?:accepts?|agrees?|signs? up|creates?|opens?|clicks?|registers?)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("account", "subscription", "customer"),
        (
            rf"\b(?:{_THIS})[^.;]{{0,20}}\b(?:lasts?|applies|continues|runs|stays?|remains?)\b[^.;]{{0,20}}\b(?:as long as|while|until)\b[^.;]{{0,20}}\bCONTROLLER (?:have|has|are|is|use|uses|keep|keeps)\b[^.;]{{0,20}}\b(?:accounts?|subscriptions?|customers?|services?)\b",
        ),
        value="main_agreement",
        unless=(r"{processes} … {data}", r"{data} … {processes}"),
    ),
    Plain(
        "term.lasts",
        ("no longer",),
        (
            rf"\b(?:{_THIS})[^.;]{{0,60}}\bends? (?:when|once) PROCESSOR (?:no longer|does not|do not) (?:holds?|ha(?:ve|s)|process(?:es)?|keeps?|stores?)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment",
        ("update", "change", "amend", "modify", "revise"),
        (
            rf"\bPROCESSOR (?:may|can|might|will)(?: \w+){{0,3}} {_CHANGES}",
            r"\b(?:tell|let|e-?mail|notify|inform|notice|advance|beforehand|before|announce)\b",
        ),
        value="processor_with_notice",
        unless=(r"\b(?:may|can) not\b", r"\b(?:agreed|written|signed) by (?:both|CONTROLLER)\b"),
    ),
    Plain(
        "term.precedence",
        ("supersedes",),
        (r"\bthis (?:dpa|addendum|schedule) supersedes any conflicting\b[^.;]{0,30}\bagreement\b",),
        value="this_agreement",
    ),
    Plain(
        "processing.own_purposes",
        ("own commercial", "own purposes"),
        (
            rf"{_WILL_NOT} (?:retain|use|process|sell|disclose)\b[^.;]{{0,60}}\bfor (?:its|PROCESSOR|any of its) own (?:commercial )?(?:purposes|benefit)\b",
        ),
        value=False,
    ),
    Plain(
        "term.precedence",
        ("wins", "priority", "applies", "counts", "prevails", "goes first", "comes first", "controls"),
        (
            r"\b(?:different|differs?|disagrees?|conflicts?|contradicts?|clash\w*)\b",
            r"\bterms\b|\b(?:main|services?|master|subscription) agreement\b",
            r",? (?:this|the) (?:dpa|addendum|schedule|(?<=this.)agreement|(?<=this.)document|data processing \w+)[^.;,]{0,12}\b(?:wins|takes? priority|takes? precedence|applies|counts|prevails|goes first|comes first|controls|governs)\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "liability.regime",
        ("terms",),
        (
            r"\b(?:PROCESSOR |each party's |any )?liability\b[^.;]{0,40}\blimited\b[^.;]{0,12}\b(?:as|to what is|to the amounts?) (?:set out|described|stated|explained|agreed)?[^.;]{0,12}\b(?:in|under)\b[^.;]{0,12}\bterms\b|"
            r"\b(?:limits|limitations?|caps?) (?:on|of) liability\b[^.;]{0,30}\bterms\b[^.;]{0,30}\b(?:apply|applies|count)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "processing.special_categories",
        ("special categor", "sensitive"),
        (
            r"\bCONTROLLER (?:agrees?|promises?|undertakes?) not to\b[^.;]{0,60}\b(?:special categor\w+|sensitive)\b|\bCONTROLLER (?:shall|will|may|must|should) not\b[^.;]{0,60}\b(?:special categor\w+|sensitive)\b",
        ),
        value="excluded_unless_agreed",
    ),
)
"""What a plain English sentence settles."""
