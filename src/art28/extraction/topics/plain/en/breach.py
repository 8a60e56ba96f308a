"""Turns of English on personal data breaches, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import MUST, NOT, SHALL, WILL, WILL_NOT
from art28.extraction.topics.plain.plain import PERIOD, Plain

_BREACH = r"breach|incident|goe?s? wrong|wrong|lost|leak|security"
_KNOWS = (
    r"(?:\b(?:once|when|after|as soon as|from the moment (?:that |at which )?|the moment) (?:PROCESSOR|it) (?:knows?|has (?:knowledge|learn\w+|heard|become aware)|gets? to know|learns?|becomes? aware)\b|"
    r"\bcom(?:es?|ing|e) to (?:the )?PROCESSOR (?:knowledge|attention|notice)\b|\bof which (?:PROCESSOR|it) (?:has )?(?:become|becomes|is|learns?|has learn\w+) ?(?:aware)?\b)"
)
_AN_EVENT = r"(?:{breach}|\b(?:accidental|unlawful|unauthori[sz]ed|illegal)\b[^.;]{0,60}\b(?:loss|access|destruction|disclosure|alteration)\b)"
_TOLD = r"(?:{inform}|\bmakes? known to\b|\bmade known to\b|\bmake known\b)"
_LIMIT_OUTSIDE = r"\b(?:hours?|days?)\b[^.;]{0,60}\b(?:aware|knowledge|learn\w+|knows?|discover\w*)\b[^.;]{0,40}\b(?:being|is|as) (?:the )?(?:outside|outer|latest|absolute|longest|maximum|final|ultimate)\b(?: \w+)?"
_EVENT = r"(?:{breach}|\b(?:accidental|unlawful|unauthori[sz]ed|illegal)\b[^.;]{0,60}\b(?:loss|access|destruction|disclosure|alteration)\b)"
_SOON = r"(?:\bwithout (?:undue|unreasonable|any) delay\b|\bpromptly\b|\bimmediately\b|\bat once\b|\bhours\b|\bas soon as\b)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "breach.follow_up",
        ("rest", "more"),
        (
            r"\b(?:not know|not have|not yet know|not yet have)\b[^.;]{0,40}\b(?:everything|all|the full)\b",
            rf"{WILL} (?:send|give|tell|provide|follow)\b[^.;]{{0,30}}\b(?:rest|more|what is missing|updates?|up)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.follow_up",
        ("rest", "posted", "as soon as"),
        (
            rf"{WILL} (?:send|give|provide)\b[^.;]{{0,30}}\bthe rest\b[^.;]{{0,30}}\b(?:as soon as|when|once)\b",
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
            rf"{WILL} (?:send|give|e-?mail|deliver)\b[^.;]{{0,40}}\b(?:notice|notification|it|that|this)\b[^.;]{{0,30}}\bto (?:the |CONTROLLER )?(?:\w+ )?e-?mail address\b",
        ),
        value=("email",),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("not do that for", "not report", "not notify", "not itself"),
        (
            rf"{{authority}}[^.;]{{0,60}};? ?{WILL_NOT} do (?:that|this|so) for CONTROLLER\b|{WILL_NOT} (?:report|notify|inform|tell)\b[^.;]{{0,60}}{{authority}}",
        ),
        value=False,
        unless=(r"{rights}",),
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("not disclose",),
        (
            rf"{WILL_NOT} disclose\b[^.;]{{0,40}}(?:{{breach}})[^.;]{{0,20}}\bto any (?:regulator|authority|third party)\b",
        ),
        value=False,
        unless=(r"{rights}",),
    ),
    Plain(
        "breach.authority_notifier",
        ("asked", "instructed", "requested"),
        (
            rf"{WILL_NOT} (?:report|notify|inform)\b[^.;]{{0,60}}{{authority}}[^.;]{{0,60}}\bunless (?:the )?CONTROLLER (?:has|have)?\b[^.;]{{0,12}}\b(?:asked|instructed|requested|told)\b",
            r"{breach}|\bloss\b",
        ),
        value="controller",
    ),
    Plain(
        "breach.covers",
        ("breach",),
        (
            rf"{SHALL} (?:\w+ ){{0,2}}?(?:tell|phone|call|ring|e-?mail|notify|inform|report|contact|let)\b[^.;]{{0,140}}\b(?:personal )?data breach\b",
        ),
        value=("personal_data_breach",),
    ),
    Plain(
        "breach.follow_up",
        ("rest", "more", "everything", "updates", "updated"),
        (
            rf"{SHALL} (?:send|tell|give|keep|let)\b[^.;]{{0,30}}\bCONTROLLER\b[^.;]{{0,40}}\b(?:the rest|more|updated|up to date|updates|what is missing|what else)\b[^.;]{{0,40}}\b(?:as|when|until|once)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("wait",),
        (rf"{NOT} wait\b[^.;]{{0,40}}\b(?:everything|all|full|complete|every)\b",),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("commissioner", "regulator", "authorit", "ico"),
        (
            rf"{NOT} (?:tell|inform|notify|report|contact)\b[^.;]{{0,80}}{{authority}}|{NOT} (?:make|give|issue) (?:any |a )?(?:such )?(?:notification|report|public statement|announcement)s?\b",
        ),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.authority_notifier",
        ("decide", "up to CONTROLLER", "ourselves", "commissioner", "regulator"),
        (
            rf"\bCONTROLLER (?:alone |will |shall )?decides?\b[^.;]{{0,12}}\b(?:on|whether|if|that)\b|{NOT} (?:tell|inform|notify|report|contact)\b[^.;]{{0,80}}{{authority}}|\bCONTROLLER (?:will |shall |alone )?(?:tell|notify|inform|report)s?\b[^.;]{{0,40}}{{authority}}",
        ),
        value="controller",
        under=_BREACH,
    ),
    Plain(
        "breach.register",
        ("record", "log", "list"),
        (rf"{SHALL} (?:keep|write|make)\b[^.;]{{0,30}}\b(?:record|log|list|note)\b[^.;]{{0,40}}{{breach}}",),
        value=("processor",),
    ),
    Plain(
        "breach.covers",
        ("breach",),
        (
            r"\b(?:if|when|as soon as|should|where) PROCESSOR (?:finds? out|discovers?|learns?|notices?|becomes? aware|hears?)\b[^.;]{0,60}\b(?:data)\b[^.;]{0,20}\b(?:breached|leaked|stolen|exposed|compromised)\b",
            rf"{MUST} (?:e-?mail|call|phone|tell|inform|notify|let)\b",
        ),
        value=("personal_data_breach",),
    ),
    *(
        Plain(
            key,
            ("breached", "leaked", "stolen", "exposed"),
            (
                rf"\b(?:if|when|as soon as|should|where) PROCESSOR {starts}\b[^.;]{{0,60}}\b(?:breached|leaked|stolen|exposed|compromised)\b[^.;]{{0,20}} {MUST} (?:e-?mail|call|phone|tell|inform|notify|let)\b{within}",
            ),
            value=value,
            under=_BREACH,
        )
        for key, value, starts, within in (
            ("breach.deadline", PERIOD, r"\w+(?: \w+)?", r"[^.;]{0,90}\b(?:within|in|at the latest)\b"),
            (
                "breach.wording",
                "fixed",
                r"\w+(?: \w+)?",
                r"[^.;]{0,90}\b(?:within|no later than) (?:\w+ )?(?:\(?\d+\)? )?(?:hours?|days?)\b",
            ),
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
        "breach.authority_notifier",
        ("to notify", "to inform", "to tell"),
        (
            r"\b(?:whether|when|who|whom)\b[^.;]{0,40}\bto (?:notify|inform|tell)\b",
            r"\b(?:is|are|remains?|lies?|rests?) (?:\w+ ){0,3}?(?:for|with|up to) CONTROLLER\b|\bCONTROLLER (?:alone |solely )?(?:decides?|determines?)\b",
        ),
        value="controller",
        under=r"breach|incident|violation",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("itself", "in no event", "under no circumstances", "on no account"),
        (
            r"\b(?:in no event|under no circumstances|on no account|never)\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,20}\b(?:report|notify|inform|tell|contact)\b[^.;]{0,60}(?:{authority})|"
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:in no event|under no circumstances|on no account|never)\b[^.;]{0,20}\b(?:report|notify|inform|tell|contact)\b[^.;]{0,60}(?:{authority})",
        ),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.follow_up",
        ("know", "missing", "later", "outstanding"),
        (
            r"\b(?:what|whatever|anything|that which)\b[^.;]{0,30}\b(?:not (?:yet )?know|not (?:yet )?known|unknown|missing)\b[^.;]{0,60}\b(?:later|follows?|send on|sent on|as soon as|suppl\w+)\b|"
            r"\binformation\b[^.;]{0,30}\b(?:missing|outstanding|not yet (?:known|available))\b[^.;]{0,40}\b(?:follows?|later|suppl\w+|sent|provided)\b",
        ),
        under=_BREACH,
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
        "breach.processor_may_notify_authority",
        ("contact them", "notify them", "approach them", "inform them"),
        (r"^[\W\d]*PROCESSOR (?:does|shall|will|may) not (?:itself )?(?:contact|notify|approach|inform) them\b",),
        value=False,
        under=_BREACH,
        after=r"{authority}",
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
        "breach.clock_starts",
        ("know", "aware", "learn"),
        (_KNOWS, _AN_EVENT, _TOLD, r"\bCONTROLLER\b"),
        value=("awareness",),
        unless=(
            r"\bSUBPROCESSOR (?:shall|will|must|informs?|notif\w+|reports?)\b",
            r"\bCONTROLLER (?:shall|must|will) (?:notify|inform|report|tell)\b",
            r"{discovery}",
        ),
    ),
    Plain(
        "breach.wording",
        ("without undue delay", "without unreasonable delay"),
        (
            r"\bCONTROLLER (?:must|shall|will|is to|has to) (?:then )?be (?:told|informed|notified|alerted|advised)\b[^.;]{0,30}\bwithout (?:undue|unreasonable) delay\b|"
            r"\bwithout (?:undue|unreasonable) delay\b[^.;]{0,60}\b(?:make known|makes known|bring\w*|report\w*|pass\w* on)\b[^.;]{0,20}\bCONTROLLER\b",
            _AN_EVENT,
        ),
        value="without_undue_delay",
        unless=(r"\b(?:hours?|days?)\b", r"{rights}", r"\binstruction"),
    ),
    Plain(
        "breach.covers",
        ("accidental", "unlawful", "unauthorized", "unauthorised"),
        (
            r"\b(?:make|makes) known to\b[^.;]{0,16}\bCONTROLLER\b[^.;]{0,12}\b(?:every|each|any|all)\b[^.;]{0,40}\b(?:accidental|unlawful|unauthori[sz]ed)\b[^.;]{0,60}\b(?:loss|access|destruction|disclosure)\b",
        ),
        value=("personal_data_breach",),
    ),
    *(
        Plain(
            key,
            ("limit", "latest", "maximum", "longest", "outside"),
            (_LIMIT_OUTSIDE, _AN_EVENT, _TOLD),
            value=value,
            unless=(r"{rights}",),
        )
        for key, value in (("breach.deadline", PERIOD), ("breach.wording", "fixed"))
    ),
    Plain(
        "breach.follow_up",
        ("rest ", "remainder", "missing", "still lack", "instalment", "installment", "not yet"),
        (
            r"\bthe (?:rest|remainder)\b[^.;]{0,12}\b(?:follows?|as soon as|when|once|in stages|in phases|later|is (?:sent|supplied|provided))\b|"
            r"\b(?:whatever|what|anything)\b[^.;]{0,20}\b(?:missing|lacking|unknown|outstanding)\b[^.;]{0,30}\b(?:follows?|supplied|sent|provided|added)\b|"
            r"\binformation\b[^.;]{0,20}\bin (?:instal?lments|stages|phases|parts)\b|\b(?:first|initial)\b[^.;]{0,60}\b(?:supplies|sends|provides|gives) the (?:rest|remainder)\b",
        ),
        under=r"breach|incident|notification|violation|security",
        unless=(r"\b(?:pay|fees?|invoice\w*|payment)\b",),
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
        unless=(
            r"{discovery}",
            r"\bSUBPROCESSOR\b",
            r"\bCONTROLLER (?:becomes?|became|is|has become) aware\b",
            r"\bCONTROLLER (?:(?:shall|must|will) )?(?:notify|notifies|informs?|reports?)\b",
            r"{rights}",
            r"{an_instruction}",
        ),
    ),
    Plain(
        "breach.wording",
        ("without undue delay", "without unreasonable delay"),
        (_EVENT, r"\bCONTROLLER\b", r"\bPROCESSOR\b"),
        value="without_undue_delay",
        unless=(
            r"\b(?:hours?|days?)\b",
            r"{rights}",
            r"{an_instruction}",
            r"SUBPROCESSOR",
            r"\b(?:legal|such) (?:requirement|obligation)\b",
            r"{authority}",
            r"\bimmediately\b",
        ),
    ),
    Plain(
        "breach.follow_up",
        (
            "not yet known",
            "not known",
            "in stages",
            "come to hand",
            "comes to hand",
            "further details",
            "supplied later",
            "follows later",
        ),
        (
            r"\bnot (?:yet )?known\b[^.;]{0,30}\b(?:suppl\w+|provid\w+|follow\w*|sent|given|later)\b|\bin stages\b|\bfurther details\b[^.;]{0,40}\b(?:come|comes|become|becomes|emerge)\b",
        ),
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
)
