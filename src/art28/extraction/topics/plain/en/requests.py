"""Turns of English on requests of data subjects, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.en.words import ACTS, GIVES_HELP, HELPING, MUST, SHALL, WILL, WILL_NOT
from art28.extraction.topics.plain.plain import PERIOD, Plain

_REQUESTS = r"request|rights|data subject|individual|people|person|co-?operat|assist|helping|ask"

TURNS: tuple[Plain, ...] = (
    Plain(
        "requests.handling",
        ("not answer", "not respond", "not reply"),
        (
            rf"{WILL_NOT} (?:answer|respond to|reply to)\b[^.;]{{0,60}}\b(?:requests?|them|it)\b",
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
            rf"{WILL} ask (?:them|him or her|that person|the person) to contact CONTROLLER\b|\bnotify (?:the )?CONTROLLER\b[^.;]{{0,30}}\brequests?\b[^.;]{{0,12}}\band will not respond\b",
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
            rf"{WILL_NOT} (?:\w+ )?charge\b[^.;]{{0,12}}\bfor (?:\w+ )?(?:help|assist)\w*\b[^.;]{{0,40}}\b(?:requests?|rights)\b",
        ),
        value="processor",
    ),
    Plain(
        "requests.handling",
        ("send", "pass", "forward", "give"),
        (
            rf"{SHALL} (?:\w+ )?(?:send|pass|forward|give|hand|refer|direct)\b[^.;]{{0,60}}\b(?:to|on to) CONTROLLER\b|{SHALL} (?:\w+ )?(?:send|pass|forward|give) CONTROLLER\b[^.;]{{0,30}}\b(?:request|letter|message|it)\b",
            r"\b(?:person|someone|somebody|anyone|individual|people|data subject|tenant|resident|patient|parent|pupil|customer|employee|request)s?\b",
            r"{rights}|\brequests?\b|\b(?:asks?|wants?|writes?)\b[^.;]{0,40}\b(?:their|its|the|his or her) (?:\w+ )?(?:data|information)\b",
        ),
        value="forward",
        unless=(r"{breach}",),
    ),
    Plain(
        "requests.assist",
        ("need", "help", "assist"),
        (
            rf"{SHALL} (?:\w+ )?(?:give|send|provide)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,40}}\bneeds? to (?:answer|reply|respond|deal)\b|{SHALL} (?:\w+ )?(?:help|assist|support) CONTROLLER\b[^.;]{{0,60}}\b(?:answer|reply|respond|deal|request|rights)\b",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("day", "hour", "week"),
        (
            rf"{SHALL} (?:\w+ )?(?:give|send|provide|help|let|answer)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,60}}\bwithin\b",
            r"\b(?:after|of|from|when) (?:CONTROLLER|the request|receiv)",
        ),
        value=PERIOD,
        under=_REQUESTS,
        strength=Strength.PASSING,
        unless=(r"{breach}",),
    ),
    Plain(
        "requests.handling",
        ("forward", "pass", "send"),
        (
            rf"\b(?:if|when|should|where)\b[^.;]{{0,20}}\b(?:someone|somebody|anyone|a person|an individual|a user)\b[^.;]{{0,30}}\bPROCESSOR\b[^.;]{{0,60}}{MUST} (?:\w+ )?(?:forward|pass|send|redirect)\b[^.;]{{0,20}}\bCONTROLLER\b",
        ),
        value="forward",
        unless=(r"{breach}",),
    ),
    Plain(
        "requests.deadline",
        ("within",),
        (
            rf"\b(?:if|when|should|where)\b[^.;]{{0,20}}\b(?:someone|somebody|anyone|a person|an individual|a user)\b[^.;]{{0,30}}\bPROCESSOR\b[^.;]{{0,60}}{MUST} (?:\w+ )?(?:forward|pass|send|redirect)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,12}}\bwithin\b",
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
        "requests.handling",
        ("direct", "sends", "send", "let", "refer", "tell"),
        (
            rf"{ACTS}(?:directs?|refers?|points?|steers?)\b[^.;]{{0,40}}\b(?:that person|the person|them|him or her|the individual|such person|it|data subject)\b[^.;]{{0,12}}\bto (?:the )?CONTROLLER\b|"
            rf"{ACTS}(?:sends?|gives?|passes|forwards?) (?:the )?CONTROLLER (?:any|each|every|all|the|such|a)\b[^.;]{{0,20}}\b(?:requests?|enquir\w+|letters?)\b|"
            rf"{ACTS}(?:lets?|tells?|informs?|notif\w+)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:and|but)\b[^.;]{{0,12}}\b(?:leaves?|not (?:itself )?(?:answer|reply|respond))\b|"
            r"\bshall be referred to (?:the )?CONTROLLER\b|\b(?:is|are) (?:\w+ )?(?:referred|passed|sent|directed) (?:on )?to (?:the )?CONTROLLER\b",
            r"{rights}|\brequests?\b|\b(?:data subject|person|individual|anyone|somebody|patient|employee)s?\b",
        ),
        value="forward",
        under=_REQUESTS,
        unless=(r"{breach}", r"{audit}"),
    ),
    *(
        # "Anyone who contacts us about their own data shall be referred to you within two days."
        Plain(
            key,
            ("referred", "directed", "passed on", "sent on", "pointed"),
            (
                r"\b(?:shall|must|will|is|are) (?:be )?(?:\w+ )?(?:referred|directed|passed on|sent on|pointed) to (?:the )?CONTROLLER\b"
                + within,
                r"{rights}|\b(?:their|his|her) (?:own )?(?:personal )?(?:data|information)\b|\bdata subjects?\b",
            ),
            value=value,
            unless=(r"{breach}", r"{audit}"),
        )
        for key, value, within in (
            ("requests.handling", "forward", ""),
            ("requests.deadline", PERIOD, r"[^.;]{0,16}\b(?:within|in|no later than)\b"),
        )
    ),
    Plain(
        "requests.assist",
        ("possible", "tools", "co-operation", "cooperation", "features", "controls"),
        (
            rf"{ACTS}(?:makes? it possible for|puts?) (?:the )?CONTROLLER\b[^.;]{{0,30}}\b(?:meet|answer|respond|honou?r|comply|fulfil)\b|"
            rf"\b(?:tools|features|functions|controls|self-service)\b[^.;]{{0,30}}\bwith which\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:answer|respond|meet|access|correct|delete|honou?r|fulfil)\b",
            r"{rights}|\brequests?\b|\bcorrect\b",
        ),
    ),
    Plain(
        "requests.costs",
        ("charge",),
        (r"\b(?:makes?|shall make|will make) no charge\b|\bno charge (?:is|will be|shall be) made\b",),
        value="processor",
        under=_REQUESTS,
    ),
    Plain(
        "requests.assist",
        ("respond", "answer", "reply"),
        (r"\b(?:assist|help|support) CONTROLLER (?:in |to |with |when )?(?:\w+ly )?(?:respond|answer|repl)\w*",),
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
        "requests.assist",
        ("remainder", "the rest", "others"),
        (
            r"\b(?:for|with) (?:the )?(?:remainder|rest|others)\b[^.;]{0,12}\bPROCESSOR (?:will |shall )?(?:helps?|assists?|supports?)\b",
        ),
        after=r"{request}|{rights}",
        unless=(r"{audit}", r"{dpia}"),
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
        "requests.assist",
        ("request", "right"),
        (
            GIVES_HELP + r"|\bcount on\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,20}" + HELPING,
            r"{rights}|\bdata subjects? requests?\b|\brespond to data subjects?\b",
            r"\bCONTROLLER\b",
        ),
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
            (
                "invoice",
                r"\b(?:may|can|will|shall)\b[^.;]{0,80}\binvoice\b[^.;]{0,80}\b(?:help|assistance|support|co-?operation)\b",
            ),
            (
                "charged",
                r"\b(?:help|assistance|support|co-?operation)\b[^.;]{0,80}\bCONTROLLER (?:will|shall|may|can) be (?:charged|billed|invoiced)\b",
            ),
        )
    ),
    Plain(
        "requests.costs",
        (
            "remunerat",
            "payable",
            "charges",
            "invoice",
            "charge",
            "compensate",
            "reimburse",
            "pay PROCESSOR",
            "pays PROCESSOR",
        ),
        (
            r"\bPROCESSOR (?:\w+ )?(?:is entitled to|has a right to|may claim|receives) (?:a )?(?:\w+ )?(?:remuneration|payment|fee|compensation)\b|\bpayable by CONTROLLER\b|\bCONTROLLER (?:shall |will |must )?(?:compensates?|remunerates?|reimburses?|pays?) PROCESSOR\b|\bremunerated (?:separately|by CONTROLLER|additionally)\b|\bPROCESSOR (?:may |will |can )?(?:charges?|invoices?|bills?)\b|\bCONTROLLER charges for its work\b",
        ),
        value="controller",
        under=r"request|right|data subject",
        unless=(r"{audit}", r"\bnot charge\b", r"\bno (?:charge|fee|costs?)\b", r"\bfree\b", r"\bwithout charge\b"),
    ),
)
