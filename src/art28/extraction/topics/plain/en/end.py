"""Turns of English on data after the end, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import ACTS, BACK, GONE, NOT, SHALL, WILL
from art28.extraction.topics.plain.plain import PERIOD, Plain

_END = r"\bend|expir|terminat|delet|return|eras|over\b|leav|exit|retention|\bclos|stop|finish|goodbye|cancel"
_LEAVING = (
    r"\b(?:clos(?:e|es|ed|ing)|cancel(?:s|led|ling)?|delet(?:e|es|ed|ing)|terminat(?:e|es|ed|ing)|leav(?:e|es|ing))\b"
    r"(?: CONTROLLER| your| the| its){0,2}(?: account| subscription| plan)?\b"
)
_OTHERWISE = (
    "state otherwise", "says otherwise", "provide otherwise", "provides otherwise", "require otherwise", "requires otherwise",
)  # fmt: skip
_LAW_SAYS_OTHERWISE = r"\b(?:except (?:to the extent|insofar|where)(?: that)?|unless)\b[^.;]{0,50}\blaws?\b[^.;]{0,20}\b(?:states?|says?|provides?|requires?) otherwise\b"
_BUT_BY_LAW = (
    r"\bunless\b[^.;]{0,20}\b(?:statutory|legal) (?:dut\w+|obligations?|requirements?|periods?)\b[^.;]{0,30}\b(?:retain|keep|store|retention|applies|apply|requires?|prevents?)\b|"
    r"\bonly (?:what|that which|such \w+ as) (?:the |applicable )?laws?\b[^.;]{0,30}\b(?:obliges?|requires?|compels?)\b[^.;]{0,12}\b(?:keep|retain|store|hold)\b|"
    r"\b(?:keep|retain|store)\b[^.;]{0,12}\bonly (?:what|as much as)\b[^.;]{0,20}\blaws?\b|"
    r"\b(?:statutory|legal) (?:dut\w+|obligations?) to (?:store|keep|retain)\b[^.;]{0,100}\b(?:precedence|priority|excepted|unaffected|prevails?|excluded)\b"
)
_KEPT_BY_LAW = r"(?:{keep_by_law}|\b(?:law|laws|statut\w+|legal|legally)\b[^.;]{0,60}\b(?:retention|retain\w*|keep|kept|stor\w+|preserv\w+)\b|\b(?:retention|retain\w*|keep|kept|stor\w+|preserv\w+)\b[^.;]{0,40}\b(?:by law|law|laws|statut\w+)\b)"

TURNS: tuple[Plain, ...] = (
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
            rf"\b(?:within|after|in)\b[^.;,]{{0,30}}\b(?:days?|months?|weeks?|hours?)\b[^.;,]{{0,20}}{_LEAVING}[^.;]{{0,30}}{GONE}|{_LEAVING}[^.;]{{0,40}}{GONE}[^.;]{{0,40}}\b(?:within|after|in)\b|"
            rf"{GONE}[^.;]{{0,40}}\b(?:days?|months?|weeks?|hours?) (?:after|of) (?:CONTROLLER )?{_LEAVING}",
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
            rf"{WILL} (?:send|give|provide) CONTROLLER\b[^.;]{{0,20}}\b(?:statement|confirmation|certificate|letter)\b",
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
        "end.data",
        ("whether", "choose", "back or", "or destroy", "or delete", "or returned", "or deleted"),
        (
            rf"(?:{SHALL} ask\b[^.;]{{0,80}}\bwhether\b|\bCONTROLLER (?:will )?(?:tells?|chooses?|decides?|lets?)\b)[^.;]{{0,80}}\b(?:back|return\w*)\b[^.;]{{0,30}}\bor\b[^.;]{{0,30}}\b(?:destroy\w*|delet\w*|eras\w*|wiped?)\b|"
            rf"(?:{SHALL} ask\b[^.;]{{0,80}}\bwhether\b|\bCONTROLLER (?:will )?(?:tells?|chooses?|decides?|lets?)\b)[^.;]{{0,80}}\b(?:destroy\w*|delet\w*|eras\w*|wiped?)\b[^.;]{{0,30}}\bor\b[^.;]{{0,30}}\b(?:back|return\w*)\b",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.deadline",
        ("within",),
        (rf"(?:{SHALL} do|\bdo) (?:what|as|this|that|it|so)\b[^.;]{{0,40}}\bwithin\b",),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.costs",
        ("charge", "cost"),
        (rf"{NOT} charge\b|\bfree of charge\b",),
        value="processor",
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("owe", "paid", "unpaid", "pay", "money"),
        (
            rf"{NOT} (?:hold on to|hold back|keep|withhold|refuse)\b[^.;]{{0,80}}\b(?:owes?|paid|unpaid|pay|payment|money|bills?)\b",
        ),
        value=False,
    ),
    Plain(
        "end.legal_retention_exception",
        ("law",),
        (
            r"\b(?:only |sole )?exceptions?\b[^.;]{0,40}\blaws?\b[^.;]{0,40}\b(?:makes?|requires?|forces?|obliges?)\b[^.;]{0,12}\bPROCESSOR (?:to )?keep\b|\b(?:except|unless|other than)\b[^.;]{0,40}\blaws?\b[^.;]{0,60}\bPROCESSOR (?:to |must )?keep\b",
        ),
        under=_END,
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
        (
            r"\bPROCESSOR (?:will |shall )?(?:confirms?|proves?) (?:that|this|it|the deletion)\b[^.;]{0,30}\b(?:if|when|where) CONTROLLER (?:asks?|wants?|requests?|would like)\b",
        ),
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("sum", "due", "owed", "unpaid"),
        (
            r"\bno (?:sum|amount|debt|claim)\b[^.;]{0,40}\b(?:entitles?|allows?|gives?) PROCESSOR\b[^.;]{0,20}\b(?:retain|keep|withhold|hold)\b",
        ),
        value=False,
    ),
    Plain(
        "end.deadline",
        ("complies", "comply", "do so", "does so"),
        (
            r"\b(?:PROCESSOR|it) (?:shall |will |must )?(?:compl(?:y|ies) with (?:that|the|such|this) (?:\w+ )?(?:choice|request|instruction|election)|do(?:es)? so)\b[^.;]{0,12}\bwithin\b",
        ),
        value=PERIOD,
        under=r"end|terminat|expir|return|deletion|destruction",
        unless=(r"{breach}", r"{rights}"),
    ),
    Plain(
        "end.data",
        ("prefer", "wishes", "choose between", "whether", "either", "as CONTROLLER"),
        (
            r"\b(?:whichever|as|what(?:ever)?|which) (?:of these |of the two )?(?:the )?CONTROLLER (?:may )?(?:prefers?|wishes|wants?|asks? for|requests?|requires?)\b|"
            r"\bCONTROLLER (?:may|can|will|shall) (?:\w+ )?choose between\b|\b(?:asks?|ask) (?:the )?CONTROLLER\b[^.;]{0,30}\bwhether\b|\bat (?:the )?CONTROLLER (?:\w+ )?request,? either\b",
            rf"\b(?:{BACK})\b[^.;]{{0,60}}\b(?:or|and)\b[^.;]{{0,40}}\b(?:{GONE})\b|\b(?:{GONE})\b[^.;]{{0,60}}\b(?:or|and)\b[^.;]{{0,40}}\b(?:{BACK})\b",
        ),
        value="controller_chooses",
        unless=(r"SUBPROCESSOR", r"{rights}"),
    ),
    Plain(
        "end.certificate",
        ("statement", "proof", "evidence", "certif", "say so", "confirm"),
        (
            rf"{ACTS}(?:supply|supplies|provides?|gives?|issues?|sends?|furnish\w*|delivers?|produces?)\b[^.;]{{0,50}}\b(?:statement|proof|evidence|certificates?|declaration)\b[^.;]{{0,40}}\b(?:{GONE}|this|that)\b|"
            rf"{ACTS}(?:certif\w+|confirms?|declares?|states?)\b[^.;]{{0,40}}\b(?:kept nothing|has no copies|holds? no|nothing (?:is|has been) (?:left|kept)|no copies|no longer (?:has|holds?))\b|"
            rf"\b(?:once|when|after)\b[^.;]{{0,40}}\b(?:{GONE})\b[^.;]{{0,20}} {ACTS}(?:sends?|gives?|lets?|tells?|provides?)\b[^.;]{{0,40}}\b(?:say so|know|of (?:this|that)|proof|evidence)\b",
        ),
        under=_END,
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "end.legal_retention_exception",
        ("by law", "the law", "under", "statute"),
        (
            r"\b(?:does|do|shall) not (?:apply|extend|cover|concern)\b[^.;]{0,40}\b(?:bound|obliged|required|compelled|forced)\b[^.;]{0,20}\b(?:law|statute|legislation)\b[^.;]{0,20}\b(?:keep|retain|store|hold)\b|"
            r"\b(?:save|except|other than|apart from)\b[^.;]{0,40}\bthe law (?:says|provides|requires|prescribes|demands)\b[^.;]{0,20}\b(?:keep|retain|store|hold)\b|"
            r"\b(?:{data}|records|copies)\b[^.;]{0,60}\b(?:obliged|required|bound)\b[^.;]{0,12}\bby (?:law|statute)\b[^.;]{0,16}\b(?:keep|retain|store|hold)\b[^.;]{0,20}\b(?:excluded|exempt\w*|not affected|outside)\b",
        ),
        under=_END,
    ),
    Plain(
        "end.data",
        ("prior to such deletion", "before that", "before such deletion", "before deletion", "prior to deletion"),
        (
            r"\b(?:upon|on|at) (?:the )?(?:CONTROLLER'?s?'? )?request\b[^.;]{0,90}\b(?:retrieve|receives?|export|download|copy)\b[^.;]{0,60}\b(?:prior to|before) (?:such |that |the )?(?:deletion|that)\b",
        ),
        value="return_on_request_then_delete",
        after=r"{delete}",
    ),
    Plain(
        "end.legal_retention_exception",
        _OTHERWISE,
        (
            r"{delete}",
            _LAW_SAYS_OTHERWISE,
        ),
        under=_END,
    ),
    Plain(
        "end.legal_retention_exception",
        _OTHERWISE,
        (
            r"{delete}",
            r"\b(?:terminat\w+|after (?:the|this) (?:agreement|dpa|contract) ends|end of (?:the|this)|expir\w+)\b",
            _LAW_SAYS_OTHERWISE,
        ),
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
            rf"{{data}}[^.;]{{0,20}}\b(?:kept|retained|stored|held) for\b[^.;]{{0,40}}\b(?:after|following)\b[^.;]{{0,100}}\b(?:end|ended|expir\w+|terminat\w+|last use)\b[^.;]{{0,100}}\b(?:then|thereafter)\b[^.;]{{0,12}}\b(?:{GONE})\b",
        ),
        value=PERIOD,
        under=_END,
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
        (
            _KEPT_BY_LAW,
            r"\b(?:unless|except|save|where|only|remains? possible|aside|not (?:be )?deleted|isolat\w+|instead|for as long|as long as|excluded|exempt\w*|nothing obliges|kept apart|apart|other than|beyond)\b",
        ),
        under=_END,
        unless=(
            r"{costs}",
            r"{rights}",
            r"\bback-?ups?\b",
            r"SUBPROCESSOR",
            r"\bCONTROLLER (?:shall |will |must )?(?:keeps?|retains?|stores?|preserves?)\b",
        ),
    ),
    Plain(
        "end.certificate",
        ("confirmation", "statement", "certificate", "declaration"),
        (
            r"\bCONTROLLER (?:is|will be|shall be) (?:sent|given|provided with|furnished with|issued with)\b[^.;]{0,12}\b(?:written )?(?:confirmation|statement|certificate|declaration)\b",
        ),
        under=_END,
    ),
)
