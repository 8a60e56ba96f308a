"""What English paper says of instructions, secrecy, security, breaches and sub-processors in other constructions, as speech.py reads it.

Passives, nouns for verbs and the exception first or last: a class each, by what it means. rights.py has the other topics.
"""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_INSTRUCTED = r"(?:{an_instruction}|\binstructed\b|\bhas directed\b)"
_CONTRACTUALLY = r"\b(?:by|in|through|under) (?:a |an |the |its )?(?:\w+ )?(?:contract|agreement|writing)\b|\bcontract(?:ual)?(?:ly)?\b|\bagreement\b|\bwritten\b"
_AGREES = r"(?:permission|consents?|consented|authori[sz]\w+|approv\w+|agrees?|agreed|agreement)"
_HEARS = (
    r"(?:\bCONTROLLER\b[^.;]{0,40}\b(?:receives?|received|gets?|hears?|learns?|is given|be given)\b[^.;]{0,30}\b(?:words?|notice|news|message|announcement|of (?:it|this|them)|from)\b|"
    r"\b(?:PROCESSOR|it) (?:(?:shall|will|must) )?(?:first |promptly )?(?:tells?|sends?|writes?|makes? (?:this|that|it|such \w+) known|announces?|gives? word|lets?|informs?|notifies|notify|e-?mails?)\b)"
)
_SUB_CHANGES = (
    r"(?:\b(?:if|when|where|before|whenever|should|once|as soon as)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:added|replaced|brought in|taken on|engaged|appointed|used|hired|changes?|changed)\b|"
    r"\b(?:if|when|where|before|whenever|should)\b[^.;]{0,20}\bPROCESSOR (?:wishes|wants|intends|plans|proposes|is minded|means) to\b[^.;]{0,40}\bSUBPROCESSOR\b)"
)
_KNOWS = (
    r"(?:\b(?:once|when|after|as soon as|from the moment (?:that |at which )?|the moment) (?:PROCESSOR|it) (?:knows?|has (?:knowledge|learn\w+|heard|become aware)|gets? to know|learns?|becomes? aware)\b|"
    r"\bcom(?:es?|ing|e) to (?:the )?PROCESSOR (?:knowledge|attention|notice)\b|\bof which (?:PROCESSOR|it) (?:has )?(?:become|becomes|is|learns?|has learn\w+) ?(?:aware)?\b)"
)
_AN_EVENT = r"(?:{breach}|\b(?:accidental|unlawful|unauthori[sz]ed|illegal)\b[^.;]{0,60}\b(?:loss|access|destruction|disclosure|alteration)\b)"
_TOLD = r"(?:{inform}|\bmakes? known to\b|\bmade known to\b|\bmake known\b)"
_LIMIT_OUTSIDE = r"\b(?:hours?|days?)\b[^.;]{0,60}\b(?:aware|knowledge|learn\w+|knows?|discover\w*)\b[^.;]{0,40}\b(?:being|is|as) (?:the )?(?:outside|outer|latest|absolute|longest|maximum|final|ultimate)\b(?: \w+)?"

DUTIES = (
    Plain(
        "instructions.only_on_instruction",
        ("instruct",),
        (
            r"\bCONTROLLER (?:documented |written |lawful )*instructions? (?:alone |solely )?(?:determines?|governs?|decides?|are the (?:only|sole) basis|form the (?:only|sole) basis|dictates?)\b|"
            r"\bwithout (?:\w+ )?(?:documented |written )*instructions? (?:from|of|by)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,12}\bPROCESSOR (?:shall|may|will|must|does|do|can)(?: not|not)\b|"
            r"\bPROCESSOR (?:shall|may|will|must|does|can) not\b[^.;]{0,60}\bwithout (?:\w+ )?(?:documented |written )*instructions? (?:from|of|by) CONTROLLER\b",
            r"{processes}|{data}",
        ),
        unless=(r"{audit}", r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "instructions.legal_exception",
        ("law", "legal", "statut"),
        (
            r"\b(?:departures?|deviations?|exceptions?|other processing|different processing)\b[^.;]{0,60}\b(?:only|applies|apply|permitted|allowed|justified|justify|made)\b[^.;]{0,80}\b(?:law|laws|legal|statut\w+|legislation)\b|"
            r"(?:{unless})[^.;]{0,60}\b(?:legally|by law|by statute) (?:bound|obliged|required|compelled|forced)\b|"
            r"(?:{unless})[^.;]{0,60}\b(?:bound|obliged|required|compelled|forced) (?:by (?:law|statute)|under)\b|"
            r"(?:{unless})[^.;]{0,40}\b(?:laws?|legislation|statutes?)\b[^.;]{0,60}\b(?:no (?:choice|option|alternative|other choice)|compels?|forces?)\b|"
            r"\b(?:or|and) what\b[^.;]{0,12}\blaws?\b[^.;]{0,40}\b(?:requires?|demands?|prescribes?|obliges?)\b|"
            r"\blaws?\b[^.;]{0,100}\bmay (?:require|demand|oblige|compel|provide)\b[^.;]{0,12}\b(?:otherwise|it|different\w*)\b|"
            r"\bonly\b[^.;]{0,20}\b(?:law|statut\w+ \w+|legal obligation)\b[^.;]{0,40}\b(?:justif\w+|oblig\w+|requir\w+|permits?)\b[^.;]{0,20}\b(?:other|different|further|otherwise|so)\b",
        ),
        after=_INSTRUCTED,
        unless=(r"{secrecy}", r"{delete}", r"{breach}", r"\bretain\w*|\bkeep\b", r"{rights}"),
    ),
    Plain(
        "confidentiality.duty",
        ("secret", "confiden", "secrecy"),
        (
            r"\b(?:keeps?|treats?|holds?)\b[^.;]{0,12}(?:{data})[^.;]{0,50}\b(?:secret|confidential|in (?:strict )?confidence)\b|"
            r"\b(?:preserves?|maintains?|protects?|safeguards?|respects?|observes?) (?:the )?(?:confidentiality|secrecy) of\b[^.;]{0,20}(?:{data})",
        ),
        unless=(
            r"(?:{staff})[^.;]{0,60}\b(?:keeps?|treats?|holds?|preserves?|maintains?|respects?|observes?)\b",
            r"\bSUBPROCESSOR (?:shall|will|must)\b",
            r"\bCONTROLLER (?:shall|will|must)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confiden", "secrecy", "secret", "non-disclosure"),
        (
            r"(?:{staff}|\bwhoever\b|\bthose\b)",
            r"\b(?:given|gave|made|has|have|had) (?:\w+ ){0,3}?(?:promise\w*|undertaking\w*|pledge\w*|commit\w*)\b|\b(?:commit|undertake|promise|pledge|agree|agreed|committed|promised)\b[^.;]{0,20}\b(?:in writing|to (?:keep|observe|preserve|maintain|respect|confidentiality|secrecy))\b|"
            r"\bwhoever\b[^.;]{0,80}\bbound to (?:confidentiality|secrecy)\b|\bbound (?:to|by)\b[^.;]{0,40}\b(?:confidential\w*|secrecy)\b|\bsigns? (?:an? )?(?:\w+ )?(?:non-disclosure|confidentiality)\b",
            r"{data}|{processes}|\baccess\w*\b",
        ),
        unless=(r"SUBPROCESSOR", r"\b(?:auditors?|inspectors?)\b", r"{breach}"),
    ),
    Plain(
        "processing.own_purposes",
        ("for itself", "of its own", "ends other", "own use", "own ends", "own purposes"),
        (
            r"\b(?:refrain\w*|abstain\w*|desist\w*) from\b[^.;]{0,40}\b(?:us(?:e|ing)|process\w*|exploit\w*)\b[^.;]{0,50}\b(?:for (?:itself|its own)|of its own|(?:purposes|ends) other than)\b|"
            r"\b(?:not|never)\b[^.;]{0,30}\b(?:put|use|process|exploit)\b[^.;]{0,50}\b(?:for itself|uses? of its own|(?:purposes|ends) of its own|for its own (?:use|ends|purposes|benefit|account))\b|"
            r"\bnot\b[^.;]{0,40}\b(?:purposes|ends) other than those\b",
            r"{data}",
        ),
        value=False,
        unless=(r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "security.periodic_review",
        ("interval", "periodic", "from time to time", "put to the test"),
        (
            r"\bat (?:set|regular|fixed|planned|defined) intervals\b|\bperiodically\b",
            r"\b(?:check(?:s|ing|ed)?|verif\w+|assess\w*|tests?|evaluat\w*|review\w*)\b",
            r"\beffective(?:ness)?\b|{measures}|\bwork\b",
        ),
        unless=(r"SUBPROCESSOR", r"{no_warranty}"),
    ),
    Plain(
        "breach.clock_starts",
        ("know", "aware", "learn"),
        (_KNOWS, _AN_EVENT, _TOLD, r"\bCONTROLLER\b"),
        value=("awareness",),
        unless=(r"\bSUBPROCESSOR (?:shall|will|must|informs?|notif\w+|reports?)\b", r"\bCONTROLLER (?:shall|must|will) (?:notify|inform|report|tell)\b", r"{discovery}"),
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
        Plain(key, ("limit", "latest", "maximum", "longest", "outside"), (_LIMIT_OUTSIDE, _AN_EVENT, _TOLD), value=value, unless=(r"{rights}",))
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
        "subprocessors.authorisation",
        ("each", "every", "individual"),
        (
            r"\bPROCESSOR (?:may|can|is free to|is entitled to|is allowed to)\b[^.;]{0,120}\bSUBPROCESSOR\b[^.;]{0,120}\bwithout\b[^.;]{0,40}\b(?:approval|consent|authori[sz]ation|permission)\b[^.;]{0,20}\b(?:each|every|individual\w*|separate\w*)\b",
        ),
        value="general",
    ),
    Plain(
        "subprocessors.authorisation",
        ("in general", "generally", "general"),
        (
            rf"\b{_AGREES}\b[^.;]{{0,30}}\b(?:in general|generally)\b|\b(?:in general|generally)(?: terms)?(?: and in writing)? {_AGREES}\b|\bgeneral (?:written |prior )*{_AGREES}\b",
            r"\b(?:us\w+|engag\w+|appoint\w*|works? with|subcontract\w*|process\w*|entrust\w*|carried out|perform\w*|recourse|have|employ\w*|SUBPROCESSOR (?:list|on|set out|listed|named))\b[^.;]{0,60}\bSUBPROCESSOR\b|\bSUBPROCESSOR\b[^.;]{0,100}\b(?:us\w+|engag\w+|appoint\w*|process\w*|entrust\w*|carried out|perform\w*|assist\w*)\b",
            r"\bCONTROLLER\b",
        ),
        value="general",
        unless=(r"\bspecific\b", r"\bnot\b[^.;]{0,30}\bgeneral\b", r"{audit}"),
    ),
    Plain("subprocessors.change_notice", ("SUBPROCESSOR",), (_SUB_CHANGES, _HEARS), unless=(r"\bCONTROLLER (?:objects?|terminates?)\b", r"{breach}", r"\bdoes not\b[^.;]{0,20}\bobject\b", r"\bterminate\b")),
    Plain(
        "subprocessors.objection",
        ("refuse", "reject", "not accept", "accepting"),
        (
            r"\bCONTROLLER (?:may|can|is free to|is entitled to|has the right to)\b[^.;]{0,60}\b(?:refuse|reject|decline|turn down|declare that it does not accept)\b[^.;]{0,30}\b(?:SUBPROCESSOR|involvement|engagement|appointment|change|addition|replacement)\b|"
            r"\bif\b[^.;]{0,80}\bit (?:may|can)\b[^.;]{0,12}\b(?:refuse|reject|decline|turn down)\b[^.;]{0,20}\bSUBPROCESSOR\b|"
            r"\bif CONTROLLER\b[^.;]{0,80}\bnot accept\w*\b[^.;]{0,20}\bSUBPROCESSOR\b[^.;]{0,20}\bit (?:must|may|shall|can|will)\b[^.;]{0,20}\b(?:make|say|state|raise|tell|let|know)\w*\b",
        ),
        under=r"sub-?(?:processor|contract)|SUBPROCESSOR",
        unless=(r"\b(?:may|can)not\b", r"\bmay not\b"),
    ),
    Plain(
        "subprocessors.flow_down",
        ("impose", "carried over", "lays on", "lay on", "held to", "hold ", "passed on", "bind", "extend"),
        (
            r"(?:{duties}|\bduties\b)[^.;]{0,80}\b(?:been |are |is |be )?(?:imposed on|carried over|laid (?:up)?on|passed (?:on|down) to|extended to)\b|\b(?:lays?|imposes?|puts?)\b[^.;]{0,6}\b(?:up)?on\b[^.;]{0,12}\bSUBPROCESSOR\b[^.;]{0,20}(?:{duties})|"
            r"\b(?:held|hold|holds|bind|binds|bound)\b[^.;]{0,30}\bto\b[^.;]{0,20}(?:{duties})",
            r"\bSUBPROCESSOR\b",
            _CONTRACTUALLY,
            r"{this_contract}|\bPROCESSOR (?:has|have|duties|obligations)\b|\bPROCESSOR own\b|\bherein\b|\bto which PROCESSOR\b",
        ),
        unless=(r"{audit}[^.;]{0,40}\bSUBPROCESSOR\b", r"\bnot\b[^.;]{0,20}\b(?:imposed|held|bound)\b", r"\bby CONTROLLER\b"),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("own", "as acts", "account", "as though", "as if"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,80}\b(?:do|does|omits?|omissions?|undone|acts?|falls? short|fails?|failures?|faults?|default\w*|conduct)\b|\b(?:acts?|omissions?|conduct|faults?|failures?)\b[^.;]{0,30}\bSUBPROCESSOR\b|\b(?:accepts?|assumes?|bears?) (?:\w+ )?(?:liability|responsibility) for (?:its |the |any |each )?SUBPROCESSOR\b",
            r"\bfor PROCESSOR (?:own )?(?:account|risk)\b|\bcounts?\b[^.;]{0,40}\bas\b[^.;]{0,40}\bof PROCESSOR\b|\b(?:accountable|answerable|responsible|liable|answers?)\b[^.;]{0,40}\bas (?:for|if|though)\b|\b(?:accepts?|assumes?|bears?) (?:\w+ )?(?:liability|responsibility)\b",
        ),
        unless=(r"\bnot (?:be )?(?:liable|responsible|accountable|answerable)\b", r"\bCONTROLLER (?:is|shall be|will be|remains) (?:\w+ )?(?:liable|responsible)\b"),
    ),
)  # fmt: skip
