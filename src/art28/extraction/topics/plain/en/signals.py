"""What English paper means by the few things that it must name, whatever verb joins them, as speech.py reads it.

A sentence that names sub-processors, a contract and this agreement's obligations passes them on, however it says so; one that sets
this agreement beside the main one where the two conflict says which prevails. duties.py and rights.py have the turns.
"""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_LAW = r"\b(?:laws?|legislation|legal(?:ly)?|gdpr|statut\w+|regulations?|data protection|provisions?|rules?)\b"
_UNLAWFUL = (
    r"(?:{infringes}|\b(?:illegal|unlawful|prohibit\w*|forbid\w*|forbidden|breaks?|break|against)\b|\bnot (?:\w+ )?(?:allow\w*|permit\w*|lawful|compl\w+|in line|compatible)\b|"
    r"\b(?:doubts?|question\w*|unsure|not sure)\b[^.;]{0,40}\blawful\w*|\blawful\w*[^.;]{0,30}\bdoubt\w*)"
)
_TELLS = r"(?:{inform}|\bflags?\b|\bflagged\b|\bshares?\b[^.;]{0,20}\bwith\b|\bhears?\b|\braise[sd]?\b|\bqueries\b|\bquery\b|\bwarn\w*|\bsignals?\b)"
_CALLS_FOR = r"\b(?:requir\w+|compel\w*|oblig\w+|demand\w*|calls? for|prescrib\w+|impos\w+|necessitat\w+|forc\w+|dictat\w+|mandat\w+|leaves? no other|leaves? no|stands? in the way|commands?)\b"
_DPA = r"(?:\b(?:this|these|the) (?:data processing |data protection |processing |processor )*(?:addendum|dpa|schedule|annex|clauses|processing terms)\b|\bthis (?:data processing |processing |processor )?(?:agreement|contract)\b)"
_MAIN = r"\b(?:(?:main|master|principal|services?|subscription|underlying|framework|commercial|head) (?:services? )?(?:agreement|contract|terms)|(?:the |rest of the |remainder of the )agreement)\b"
_AT_ODDS = r"\b(?:conflicts?|conflicting|contradict\w*|inconsisten\w+|at variance|differs?|differ|diverge\w*|discrepanc\w+|disagree\w*|something (?:else|different)|otherwise|incompatib\w+|clash\w*|irreconcil\w+|vary|varies)\b"
_WINS = r"\b(?:prevails?|governs?|controls?|applies|apply|wins?|counts?|leads?|the lead|last word|decisive|decides?|followed|before|first|priority|precedence|above|over|overrides?|outranks?|trumps?|supersedes?|better of)\b"
_WHAT_OTHERS_DO = r"\b(?:acts?|omissions?|omits?|conduct|fail\w*|defaults?|faults?|shortcomings?|perform\w*|does|do|doing\w*|breach\w*|non-?performance|mistakes?|errors?|liab\w+|responsib\w+)\b"
_ANSWERS = (
    r"\b(?:liab\w+|responsib\w+|answer\w*|accountable|account|vouch\w*|stands? (?:in|behind)|guarantees?|turn to|own)\b"
)
_NO_LIABILITY = (
    r"\b(?:not|no longer|never|nor)\b[^.;]{0,30}\b(?:liable|responsible|accountable|answerable)\b",
    r"\bno (?:liability|responsibility)\b",
    r"\bSUBPROCESSOR (?:itself |alone )?(?:is|are|shall be|will be|remains?) (?:\w+ )?(?:liable|responsible)\b",
    r"\bCONTROLLER (?:itself |alone )?(?:is|are|shall be|will be|remains?) (?:\w+ )?(?:liable|responsible)\b",
)
_END = r"\bend|expir|terminat|delet|return|eras|over\b"
_KEPT_BY_LAW = r"(?:{keep_by_law}|\b(?:law|laws|statut\w+|legal|legally)\b[^.;]{0,60}\b(?:retention|retain\w*|keep|kept|stor\w+|preserv\w+)\b|\b(?:retention|retain\w*|keep|kept|stor\w+|preserv\w+)\b[^.;]{0,40}\b(?:by law|law|laws|statut\w+)\b)"
_SUBS = r"sub-?(?:processor|contract|process)|SUBPROCESSOR|third part"
_CHECKS = r"audit|check|inspect|information|visit|complian|control"
_EVENT = r"(?:{breach}|\b(?:accidental|unlawful|unauthori[sz]ed|illegal)\b[^.;]{0,60}\b(?:loss|access|destruction|disclosure|alteration)\b)"
_SOON = r"(?:\bwithout (?:undue|unreasonable|any) delay\b|\bpromptly\b|\bimmediately\b|\bat once\b|\bhours\b|\bas soon as\b)"

SIGNALS = (
    Plain(
        "instructions.infringement_warning",
        ("instruction",),
        (r"{an_instruction}", _UNLAWFUL, _LAW, _TELLS, r"\bPROCESSOR\b|\bit\b"),
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            r"{breach}[^.;]{0,40}\bpersonal data\b|\bpersonal data breach\b",
            r"\bCONTROLLER (?:shall|must|warrants?|represents?|ensures?|undertakes?|is responsible|will ensure|will not)\b",
            r"\bnot (?:obliged|required|liable|responsible)\b",
            r"\bthird countr\w+\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("law", "legal", "statut"),
        (
            rf"\b(?:where|if|unless|except|save|only|but|other than)\b[^.;]{{0,80}}\b(?:laws?|legislation|statut\w+|legal)\b[^.;]{{0,80}}{_CALLS_FOR}|{_CALLS_FOR}[^.;]{{0,40}}\b(?:by|under) (?:\w+ ){{0,3}}laws?\b",
            r"{instruction}|{an_instruction}|\botherwise\b|\bsomething else\b|\b(?:other|different|further) (?:processing|way|course)\b|\bdeviat\w+|\bdepart\w*|{processes}",
        ),
        after=r"{instruction}|{an_instruction}|\btold it to do\b|\bhas told\b",
        unless=(r"{secrecy}", r"{delete}", r"{breach}", r"{rights}", r"{audit}", r"{keep}", r"\bdisclos\w+", r"SUBPROCESSOR", r"\bdpia\b|\bimpact assessment", r"\bnotif\w+ (?:the )?(?:authorit|supervisory)\w*", r"\bCONTROLLER (?:shall|must|will)\b", r"\bassist\w*"),
    ),
    Plain(
        "confidentiality.duty",
        ("reveal", "disclose", "divulge", "confidential"),
        (
            r"\bnot (?:reveal|disclose|divulge|share)\b[^.;]{0,12}\b(?:to (?:anyone|anybody|others|any third party|third parties)|with anyone)\b[^.;]{0,20}(?:{data})|\bnot (?:reveal|disclose|divulge)\b[^.;]{0,20}(?:{data})[^.;]{0,60}\bto (?:anyone|anybody|others|any third party|third parties)\b|"
            r"(?:{data})[^.;]{0,16}\b(?:stays?|remains?|are kept|is kept) (?:strictly )?(?:confidential|secret)\b",
        ),
        unless=(r"\bCONTROLLER (?:shall|must|will)\b", r"SUBPROCESSOR (?:shall|must|will)\b", r"\bexcept\b[^.;]{0,20}\bSUBPROCESSOR\b"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confidential", "secrecy", "secret"),
        (r"\b(?:nobody|no ?one|no person|none of (?:its|PROCESSOR) \w+)\b[^.;]{0,100}\b(?:without|who has not|who is not|unless|until)\b[^.;]{0,60}\b(?:confidential\w*|secrecy|secret)\b",),
        unless=(r"\bCONTROLLER (?:shall|must)\b",),
    ),
    Plain(
        "processing.own_purposes",
        ("nothing", "no other", "keep to the purposes", "keeps to the purposes", "beyond what"),
        (r"\b(?:abstain|refrain)\b[^.;]{0,60}\buse of\b[^.;]{0,20}(?:{data})[^.;]{0,20}\bbeyond what\b|\b(?:uses?|using|process\w*|put)\b[^.;]{0,30}(?:{data})[^.;]{0,30}\bfor (?:nothing (?:but|else|other)|no (?:other|further) (?:purpose|end|use))\b|\bkeeps? to the purposes\b[^.;]{0,80}(?:{data})",),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bexcept\b", r"\bCONTROLLER (?:shall |will |must )?(?:\w+ )?uses?\b"),
    ),
    Plain(
        "security.periodic_review",
        ("recurring", "recurrent", "regular", "yearly", "every year", "annual", "twice a year"),
        (
            r"\b(?:recurring|recurrent|regular(?:ly)?|yearly|annual(?:ly)?|every (?:year|quarter|month)|twice a year|each year)\b",
            r"\b(?:checks?|check\w*|tests?|test\w*|review\w*|assess\w*|verif\w+|looks? at|evaluat\w+)\b",
            r"\beffective\w*\b|\bmeasures\b[^.;]{0,60}\b(?:still|what they should|suffic\w+|adequa\w+|work)\b",
        ),
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "breach.clock_starts",
        ("aware", "known", "knowledge", "learn"),
        (
            _EVENT,
            r"\bPROCESSOR\b[^.;]{0,40}\b(?:aware|knows?|learn\w*|knowledge)\b|\b(?:known|knowledge)\b[^.;]{0,12}\b(?:to|of) PROCESSOR\b|\bit (?:is|becomes|became|has become) aware\b",
            _SOON,
            r"\bCONTROLLER\b",
        ),
        value=("awareness",),
        unless=(r"{discovery}", r"\bSUBPROCESSOR\b", r"\bCONTROLLER (?:becomes?|became|is|has become) aware\b", r"\bCONTROLLER (?:(?:shall|must|will) )?(?:notify|notifies|informs?|reports?)\b", r"{rights}", r"{an_instruction}"),
    ),
    Plain(
        "breach.wording",
        ("without undue delay", "without unreasonable delay"),
        (_EVENT, r"\bCONTROLLER\b", r"\bPROCESSOR\b"),
        value="without_undue_delay",
        unless=(r"\b(?:hours?|days?)\b", r"{rights}", r"{an_instruction}", r"SUBPROCESSOR", r"\b(?:legal|such) (?:requirement|obligation)\b", r"{authority}", r"\bimmediately\b"),
    ),
    Plain(
        "breach.follow_up",
        ("not yet known", "not known", "in stages", "come to hand", "comes to hand", "further details", "supplied later", "follows later"),
        (r"\bnot (?:yet )?known\b[^.;]{0,30}\b(?:suppl\w+|provid\w+|follow\w*|sent|given|later)\b|\bin stages\b|\bfurther details\b[^.;]{0,40}\b(?:come|comes|become|becomes|emerge)\b",),
        under=r"breach|incident|notification|violation|security",
    ),
    Plain(
        "breach.authority_notifier",
        ("regulator", "authorit", "third parties"),
        (
            r"\b(?:regulators?|authorit\w+|third part\w+)\b",
            r"\b(?:is|are) for CONTROLLER (?:alone )?to (?:determine|decide|judge)\b|\bit is CONTROLLER who (?:tells?|notifies|informs?|reports?)\b|\bCONTROLLER (?:itself |alone )?(?:reports?|notifies|tells) (?:the |it to the |this to the |such \w+ to the |violation |breach )?[^.;]{0,30}\b(?:authorit\w+|regulators?)\b",
        ),
        value="controller",
        under=r"breach|incident|violation",
    ),
    Plain(
        "subprocessors.authorisation",
        ("no separate", "no individual", "no specific", "no further", "no prior"),
        (r"\bno (?:separate|individual|specific|further|prior) (?:approval|consent|authori[sz]ation|permission)\b[^.;]{0,30}\b(?:needed|required|necessary|for each|sought)\b", r"SUBPROCESSOR"),
        value="general",
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:new|add\w*|replac\w*|remov\w*|changes?|change|appointment|starts?|starting|further|exchang\w+|brought in|additional)\b",
            r"\bPROCESSOR (?:(?:shall|will|must) )?(?:first )?(?:warns?|writes?|tells?|informs?|notif\w+|lets?|sends?|e-?mails?|announces?)\b|\band (?:writes?|tells?|informs?|notif\w+|e-?mails?)\b[^.;]{0,12}\bCONTROLLER\b|\b(?:communicated|announced|notified|reported)\b[^.;]{0,16}\bto CONTROLLER\b|\bCONTROLLER (?:is|will be|shall be|must be) (?:\w+ )?(?:told|informed|notified|warned)\b|\bCONTROLLER hears?\b",
            r"\b(?:before|beforehand|in advance|ahead|prior|good time|reasonable time|in time|first|whenever|each|any|intended|planned|proposed)\b",
        ),
        under=_SUBS,
        unless=(r"{breach}", r"\bobject\w*\b[^.;]{0,30}\bnot\b", r"\bCONTROLLER (?:objects?|terminates?|may)\b", r"\bnot (?:obliged|required)\b", r"\brequests? (?:a )?(?:copy|list)\b", r"\bterminat\w+"),
    ),
    Plain(
        "subprocessors.flow_down",
        ("SUBPROCESSOR",),
        (
            r"\b(?:contract\w*|agreements?|in writing|written|sign up)\b",
            r"{duties}|\boblig\w+|\bcommit\w+|\brequires? of\b|\bprotect\w*",
            r"\b(?:this|these|the) (?:data processing |data protection |processing )*(?:dpa|addendum|terms|clauses|agreement|annex|schedule)\b|\bhere(?:in|under)?\b|\bthose of PROCESSOR\b|\bPROCESSOR (?:own )?obligations\b",
            r"\b(?:same|comparable|equivalent|similar|equal\w*|strict\w*|substantially|at least|no less|not less|too|likewise|as well|match\w*|requires of PROCESSOR|obliges? PROCESSOR|on its SUBPROCESSOR|imposes?|sign up)\b",
        ),
        unless=(r"\bSUBPROCESSOR (?:list|notification)\b", r"\bnot (?:obliged|required)\b", r"\bCONTROLLER may (?:object|terminate)\b", r"\bliab\w+"),
        under=_SUBS + r"|obligations|term",
    ),
    Plain(
        "subprocessors.flow_down",
        ("SUBPROCESSOR",),
        (
            r"\b(?:contract\w*|written agreement|in writing)\b",
            r"\b(?:subjects?|assumes?|binds?|bound|imposes?|obliges?|accepts?|undertakes?|takes? on)\b[^.;]{0,30}(?:{duties}|\bSUBPROCESSOR\b)|\b(?:be|is|are) subject to\b",
            rf"(?:{{duties}}|\bcommitments\b)[^.;]{{0,30}}\b(?:of|in|under|set (?:out|forth) in)\b[^.;]{{0,6}}{_DPA}",
        ),
        under=_SUBS + r"|obligations|term",
        unless=(r"\bnot (?:obliged|required)\b", r"\bCONTROLLER may (?:object|terminate)\b"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("SUBPROCESSOR",),
        (
            rf"\bSUBPROCESSOR\b[^.;]{{0,100}}{_WHAT_OTHERS_DO}|{_WHAT_OTHERS_DO}[^.;]{{0,60}}\bSUBPROCESSOR\b",
            rf"\bPROCESSOR\b[^.;]{{0,60}}{_ANSWERS}|\bhold PROCESSOR\b|\bturn to PROCESSOR\b|\b(?:PROCESSOR|it)\b[^.;]{{0,20}}\b(?:vouches|stands (?:in|behind))\b|\bvouches\b|\bSUBPROCESSOR (?:\w+ )?(?:failings?|faults?|acts|failures?) (?:are|is|count as) PROCESSOR\b|\bas its own\b",
            r"\b(?:liab\w+|account|vouch\w*|stands? (?:in|behind)|turn to|as (?:for|if|though|its own)|failings?|answer\w*|responsib\w+)\b",
        ),
        under=_SUBS,
        unless=(*_NO_LIABILITY, r"{audit}", r"\bresponsib\w+ (?:for|to) (?:choos|select|notify|inform)\w+", r"{rights}"),
    ),
    Plain(
        "audit.max_frequency",
        ("year", "annum", "12 months", "twelve months"),
        (r"\bevery year once\b|\b(?:a single time|one time) (?:in|per|every|each|a) (?:a |any |each )?(?:calendar )?year\b|\bnot exceed one (?:per annum|per year|a year|each year)\b|\b(?:not|no)\b[^.;]{0,20}\bmore than (?:one|a single)\b[^.;]{0,40}\bin (?:any|each|every|a) (?:calendar )?year\b",),
        value="P1Y",
        under=_CHECKS,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "audit.frequency_basis",
        ("calendar year",),
        (r"\b(?:a single time|one time|once|one audit|not more than once) (?:in|per|every|each|a) (?:a |any |each )?calendar year\b",),
        value="calendar_year",
        under=_CHECKS,
    ),
    Plain(
        "audit.notice",
        ("notice",),
        (r"\b(?:days?|weeks?|months?)['’]? (?:(?:prior|advance|written) )+notice\b[^.;]{0,20}\b(?:required|needed|necessary|must be given|shall be given)\b",),
        value=PERIOD,
        under=r"audit|inspect",
        unless=(r"\bterminat\w+", r"SUBPROCESSOR"),
    ),
    Plain(
        "audit.costs",
        ("recharged", "payable by", "borne by", "charged on", "met by", "paid by", "defrayed by"),
        (r"\b(?:audits?|inspections?)\b", r"\b(?:recharged|payable|charged on|passed on|borne|met|paid|defrayed)\b[^.;]{0,12}\b(?:to|by) CONTROLLER\b"),
        value="controller",
        under=_CHECKS,
        unless=(r"\b(?:unless|except|save|if)\b",),
    ),
    Plain(
        "requests.costs",
        ("remunerat", "payable", "charges", "invoice", "charge", "compensate", "reimburse", "pay PROCESSOR", "pays PROCESSOR"),
        (
            r"\bPROCESSOR (?:\w+ )?(?:is entitled to|has a right to|may claim|receives) (?:a )?(?:\w+ )?(?:remuneration|payment|fee|compensation)\b|\bpayable by CONTROLLER\b|\bCONTROLLER (?:shall |will |must )?(?:compensates?|remunerates?|reimburses?|pays?) PROCESSOR\b|\bremunerated (?:separately|by CONTROLLER|additionally)\b|\bPROCESSOR (?:may |will |can )?(?:charges?|invoices?|bills?)\b|\bCONTROLLER charges for its work\b",
        ),
        value="controller",
        under=r"request|right|data subject",
        unless=(r"{audit}", r"\bnot charge\b", r"\bno (?:charge|fee|costs?)\b", r"\bfree\b", r"\bwithout charge\b"),
    ),
    Plain(
        "end.data",
        ("choice", "chooses", "choose", "decides"),
        (
            r"\bCONTROLLER (?:\w+ )?(?:chooses?|decides?|selects?) (?:between )?[^.;]{0,30}\b(?:return\w*|delet\w+|eras\w+|what (?:happens|becomes)|destr\w+)\b|\b(?:the )?choice (?:being|is|lies|rests|belongs)\b[^.;]{0,12}\bCONTROLLER\b",
            r"\b(?:return\w*|handed|hand\w*|given back|delet\w+|eras\w+|wip\w+|destr\w+|personal data)\b",
        ),
        value="controller_chooses",
        under=_END,
        unless=(r"{rights}", r"SUBPROCESSOR"),
    ),
    Plain(
        "end.choice_window",
        ("decides within", "decide within", "chooses within", "choose within"),
        (r"\bCONTROLLER (?:\w+ )?(?:decides?|chooses?)\b[^.;]{0,12}\bwithin\b[^.;]{0,30}\b(?:days?|weeks?|months?)\b",),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        ("law", "statut", "legal"),
        (_KEPT_BY_LAW, r"\b(?:unless|except|save|where|only|remains? possible|aside|not (?:be )?deleted|isolat\w+|instead|for as long|as long as|excluded|exempt\w*|nothing obliges|kept apart|apart|other than|beyond)\b"),
        under=_END,
        unless=(r"{costs}", r"{rights}", r"\bback-?ups?\b", r"SUBPROCESSOR", r"\bCONTROLLER (?:shall |will |must )?(?:keeps?|retains?|stores?|preserves?)\b"),
    ),
    Plain(
        "end.certificate",
        ("confirmation", "statement", "certificate", "declaration"),
        (r"\bCONTROLLER (?:is|will be|shall be) (?:sent|given|provided with|furnished with|issued with)\b[^.;]{0,12}\b(?:written )?(?:confirmation|statement|certificate|declaration)\b",),
        under=_END,
    ),
    Plain(
        "term.lasts",
        ("stands and falls", "ends together", "end together", "so does this", "so will this", "together with the", "together with it"),
        (
            rf"{_DPA}[^.;]{{0,12}}\b(?:stands? and falls?|(?:begins? and )?ends?|(?:starts? and )?ends?|expires?|lapses?|terminates?) (?:together |along |at the same time )?(?:with|as) (?:{_MAIN}|it\b)|\b(?:agreement|contract)\b[^.;]{{0,30}}\b(?:ends?|comes to an end|expires?|is terminated)\b[^.;]{{0,6}}\bso (?:does|will) {_DPA}",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("begins and ends", "starts and ends", "begins together", "starts together"),
        (rf"{_DPA}[^.;]{{0,12}}\b(?:begins?|starts?|commences?)\b[^.;]{{0,20}}\b(?:with|as) (?:{_MAIN})",),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("as long as",),
        (rf"\bPROCESSOR (?:is|remains|stays) bound by {_DPA}[^.;]{{0,12}}\bas long as\b[^.;]{{0,30}}\bdata\b",),
        value="while_processing",
    ),
    Plain(
        "term.survival",
        ("nature",),
        (r"\bby (?:its|their) nature\b[^.;]{0,40}\b(?:continue|go on|remain|last|extend|survive|endure|apply)\b", r"\b(?:after|beyond|despite|notwithstanding|following)\b[^.;]{0,30}\b(?:terminat\w+|end\w*|expir\w+)\b|\bonce\b[^.;]{0,12}\bended\b"),
    ),
    Plain(
        "term.precedence",
        ("conflict", "contradict", "inconsisten", "differ", "disagree", "discrepan", "otherwise", "something", "diverge", "clash", "varian"),
        (
            _AT_ODDS,
            rf"{_MAIN}|\bthe (?:two|other)\b|\bthey\b|\b(?:each|one an)other\b",
            rf"{_DPA}[^.;]{{0,60}}{_WINS}|\bin favou?r of {_DPA}|\b(?:agreement|contract|terms) and {_DPA}[^.;]{{0,12}}\bthe latter {_WINS}",
        ),
        value="this_agreement",
        unless=(
            r"\bstandard contractual clauses\b|\bsccs?\b",
            rf"{_MAIN}(?: \w+)? (?:shall |will |does |do )?(?:prevails?|prevail|governs?|govern|controls?|control|wins?|takes? precedence|take precedence|overrides?|has priority)\b",
            rf"{_DPA}[^.;]{{0,20}}\b(?:subject to|subordinate to|yields? to|without prejudice to)\b",
            r"{law_demands}",
            r"\bcourt\b|\bdisputes?\b|\bunless (?:agreed |stated |provided )?otherwise\b|\bexcept as\b|\bif not otherwise\b|\bmeaning\b|\bdefined\b",
        ),
    ),
    Plain(
        "term.precedence",
        ("precedence over", "priority over", "supersede", "override", "prevail over", "prevails over"),
        (rf"{_DPA}[^.;]{{0,40}}\b(?:(?:precedence|priority) over|supersedes?|overrides?|prevails? over)\b[^.;]{{0,40}}{_MAIN}",),
        value="this_agreement",
        unless=(r"\bprevious\b|\bprior\b|\bearlier\b|\ball other\b|\bexisting\b", r"\bsccs?\b|\bstandard contractual clauses\b"),
    ),
    Plain(
        "term.amendment",
        ("revise", "adapt", "amend", "change", "update"),
        (
            rf"\bPROCESSOR to (?:revise|adapt|amend|change|update|modify) {_DPA}",
            r"\b(?:notif\w+|inform\w*|tell\w*|notice|told)\b",
            r"\bCONTROLLER\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.separately_terminable",
        ("entitles the other", "entitles either", "entitles the"),
        (rf"\bentitles (?:the|either|any|an)(?: other)?(?: party)? to (?:terminate|end|cancel) {_DPA}",),
        unless=(_MAIN,),
    ),
    Plain(
        "liability.insurance",
        ("insurance",),
        (r"\binsurance\b[^.;]{0,30}\bcover\w*\b[^.;]{0,12}\bPROCESSOR (?:\w+ )?(?:liability|obligations)\b[^.;]{0,60}\b(?:taken out|maintained|kept|in force)\b|\bPROCESSOR (?:\w+ )?(?:carries|carry|maintains?|holds?|keeps?|has)\b[^.;]{0,30}\binsurance\b[^.;]{0,60}\b(?:liabilit\w+|claims?|damages?|risks?|dpa|agreement|obligations)\b",),
        unless=(r"\b(?:limited to|pays out|paid out|not|up to)\b",),
    ),
    Plain(
        "liability.regime",
        ("no further than", "not go beyond", "ends at", "stops at"),
        (r"\bliability\b[^.;]{0,20}\b(?:goes no further than|does not go beyond|ends at|stops at|is no higher than)\b[^.;]{0,60}\b(?:paid|fees|amount|price|payments?)\b",),
        value="capped",
    ),
)  # fmt: skip
