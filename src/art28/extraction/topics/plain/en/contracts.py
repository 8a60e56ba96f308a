"""What contracts in English say in other words than the usual ones, as speech.py reads it; second_person.py has plain speech.

Each is a class of wording by what it means: "supplies a statement of the deletion" and "gives evidence that they are destroyed" alike.
"""

from art28.extraction.topics.plain.plain import PERIOD, Plain

_ACTS = r"\bPROCESSOR,? (?:(?:shall|must|will|undertakes to|agrees to)(?:,[^,;.]{2,60},)? )?(?:\w+ly )?"
_THIS = r"\b(?:this|the)\b[^.;]{0,24}\b(?:agreement|addendum|dpa|schedule|annex|contract|terms)\b"
_MAIN = r"\b(?:main|master|principal|services?|subscription|underlying|framework|commercial|head)\b[^.;]{0,12}\b(?:agreement|contract|terms)\b"
_BREACH = r"breach|incident|wrong"
_REQUESTS = r"request|rights|data subject|individual"
_END = r"\bend|expir|terminat|delet|return|over\b"
_CHECKS = r"audit|check|inspect|information"
_HELP = r"assist|help|support|co-?operat"
_GONE = r"(?:delet\w+|eras\w+|destr\w+|wip\w+|remov\w+|purg\w+|dispos\w+)"
_BACK = r"(?:return\w*|hand\w* back|send\w* back|giv\w* back|transfer\w*|hand\w* over)"

CONTRACTS = (
    Plain(
        "subprocessors.processor_liable",
        ("deemed", "treated as", "regarded as", "taken to be"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,60}\b(?:deemed|treated as|regarded as|taken to be)\b[^.;]{0,60}\bPROCESSOR\b",
            r"\b(?:acts?|omissions?|done|omitted|defaults?|failures?|breach(?:es)?|conduct)\b",
        ),
        unless=(r"\bnot\b",),
    ),
    Plain(
        "processing.own_purposes",
        ("purpose of its own", "purposes of its own", "own purpose", "own account", "own benefit"),
        (
            r"\b(?:not|no|never)\b[^.;]{0,80}\b(?:purposes? of its own|its own (?:purposes?|account|benefit|ends))\b|"
            r"\bno purposes? of its own\b",
            r"{data}",
        ),
        value=False,
        unless=(r"\b(?:except|unless|save|other than|SUBPROCESSOR)\b", r"{breach}"),
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
        "end.data",
        ("prefer", "wishes", "choose between", "whether", "either", "as CONTROLLER"),
        (
            r"\b(?:whichever|as|what(?:ever)?|which) (?:of these |of the two )?(?:the )?CONTROLLER (?:may )?(?:prefers?|wishes|wants?|asks? for|requests?|requires?)\b|"
            r"\bCONTROLLER (?:may|can|will|shall) (?:\w+ )?choose between\b|\b(?:asks?|ask) (?:the )?CONTROLLER\b[^.;]{0,30}\bwhether\b|\bat (?:the )?CONTROLLER (?:\w+ )?request,? either\b",
            rf"\b(?:{_BACK})\b[^.;]{{0,60}}\b(?:or|and)\b[^.;]{{0,40}}\b(?:{_GONE})\b|\b(?:{_GONE})\b[^.;]{{0,60}}\b(?:or|and)\b[^.;]{{0,40}}\b(?:{_BACK})\b",
        ),
        value="controller_chooses",
        unless=(r"SUBPROCESSOR", r"{rights}"),
    ),
    Plain(
        "end.certificate",
        ("statement", "proof", "evidence", "certif", "say so", "confirm"),
        (
            rf"{_ACTS}(?:supply|supplies|provides?|gives?|issues?|sends?|furnish\w*|delivers?|produces?)\b[^.;]{{0,50}}\b(?:statement|proof|evidence|certificates?|declaration)\b[^.;]{{0,40}}\b(?:{_GONE}|this|that)\b|"
            rf"{_ACTS}(?:certif\w+|confirms?|declares?|states?)\b[^.;]{{0,40}}\b(?:kept nothing|has no copies|holds? no|nothing (?:is|has been) (?:left|kept)|no copies|no longer (?:has|holds?))\b|"
            rf"\b(?:once|when|after)\b[^.;]{{0,40}}\b(?:{_GONE})\b[^.;]{{0,20}} {_ACTS}(?:sends?|gives?|lets?|tells?|provides?)\b[^.;]{{0,40}}\b(?:say so|know|of (?:this|that)|proof|evidence)\b",
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
        "term.lasts",
        ("duration", "as long as", "until", "ends"),
        (
            rf"{_THIS}[^.;]{{0,30}}\b(?:entered into|concluded|made|applies|runs?|continues|remains in force)\b[^.;]{{0,12}}\bfor the (?:duration|term|life) of\b[^.;]{{0,12}}{_MAIN}|"
            rf"\b(?:duration|term)\b[^.;]{{0,6}}\bof {_THIS}[^.;]{{0,12}}\b(?:corresponds to|equals|is (?:the same as|equal to|tied to|linked to)|matches|coincides with|depends on)\b[^.;]{{0,30}}{_MAIN}",
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"\bback-?ups?\b"),
    ),
    Plain(
        "term.lasts",
        ("until",),
        (
            rf"\bPROCESSOR (?:is|remains|stays) bound by\b[^.;]{{0,40}}\buntil\b[^.;]{{0,40}}\b(?:{_GONE}|{_BACK})\b|"
            rf"{_THIS}[^.;]{{0,50}}\b(?:applies|remains|stays|continues|lasts|is in force)\b[^.;]{{0,30}}\buntil\b[^.;]{{0,50}}\b(?:{_GONE})\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.starts",
        ("signature", "signing", "signed"),
        (
            r"^[\W\d]*(?:this|the)(?: data processing| processor)? (?:agreement|addendum|dpa|schedule|annex)\b[^.;]{0,12}\b(?:comes into (?:effect|force)|becomes effective|starts|begins|commences|is effective|takes effect|enters into force)\b[^.;]{0,30}\b(?:signature|signing|signed)\b",
        ),
        value="on_signature",
        unless=(_MAIN,),
    ),
    Plain(
        "term.separately_terminable",
        ("separately", "on its own", "independently"),
        (r"^[\W\d]*(?:it|" + _THIS[2:] + r")\b[^.;]{0,20}\b(?:cannot|can not|may not|shall not)\b[^.;]{0,12}\b(?:ended|terminated|cancelled)\b[^.;]{0,12}\b(?:separately|on its own|independently)\b",),
        value=False,
    ),
    Plain(
        "term.survival",
        ("carry on", "continue", "survive", "remain"),
        (
            r"\b(?:clauses?|articles?|paragraphs?|sections?) \d[\d., and&()]*\b[^.;]{0,12}\b(?:carry|carries|continues?|survives?|remains?|stays?)\b[^.;]{0,40}\b(?:after|beyond|despite|following|the end|termination|expiry)\b",
        ),
    ),
    Plain(
        "requests.handling",
        ("direct", "sends", "send", "let", "refer", "tell"),
        (
            rf"{_ACTS}(?:directs?|refers?|points?|steers?)\b[^.;]{{0,40}}\b(?:that person|the person|them|him or her|the individual|such person|it|data subject)\b[^.;]{{0,12}}\bto (?:the )?CONTROLLER\b|"
            rf"{_ACTS}(?:sends?|gives?|passes|forwards?) (?:the )?CONTROLLER (?:any|each|every|all|the|such|a)\b[^.;]{{0,20}}\b(?:requests?|enquir\w+|letters?)\b|"
            rf"{_ACTS}(?:lets?|tells?|informs?|notif\w+)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:and|but)\b[^.;]{{0,12}}\b(?:leaves?|not (?:itself )?(?:answer|reply|respond))\b|"
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
                r"\b(?:shall|must|will|is|are) (?:be )?(?:\w+ )?(?:referred|directed|passed on|sent on|pointed) to (?:the )?CONTROLLER\b" + within,
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
            rf"{_ACTS}(?:makes? it possible for|puts?) (?:the )?CONTROLLER\b[^.;]{{0,30}}\b(?:meet|answer|respond|honou?r|comply|fulfil)\b|"
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
    *(
        Plain(
            key,
            ("document", "information", "necessary", "contribut", "call on", "needs"),
            (
                rf"{_ACTS}(?:makes? available|provides?|suppl\w+|gives?|hands?)\b[^.;]{{0,60}}\b(?:necessary|needed|required|needs|documentation|information)\b|{_ACTS}(?:contributes?|co-?operates?)\b|"
                r"\bcall (?:up)?on (?:the )?(?:PROCESSOR|help of (?:the )?PROCESSOR|assistance of (?:the )?PROCESSOR)\b",
                concept,
            ),
            unless=(r"{breach}", r"\bnot (?:obliged|required)\b"),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    ),
    Plain(
        "assistance.costs",
        ("charge", "rates"),
        (
            r"\b(?:assistance|support|help|co-?operation)\b[^.;]{0,160}\bPROCESSOR (?:\w+ )?charges?\b[^.;]{0,40}\brates?\b|"
            r"\b(?:assistance|support|help|co-?operation)\b[^.;]{0,160}\bPROCESSOR (?:may|can|will|shall) (?:\w+ )?charge\b",
        ),
        value="controller",
        under=_HELP,
        unless=(r"\bnot charge\b",),
    ),
    Plain(
        "assistance.costs",
        ("cost", "expense"),
        (
            r"\bCONTROLLER (?:shall |will )?(?:bears?|pays?|meets?)\b[^.;]{0,20}\b(?:costs?|expenses?)\b[^.;]{0,12}\bof (?:the |such |this )?(?:assistance|support|help|co-?operation)\b",
        ),
        value="controller",
        unless=(r"{audit}",),
    ),
    Plain(
        "instructions.legal_exception",
        ("law",),
        (
            r"\b(?:where|if|when) (?:an? |the |any )?(?:applicable )?laws?\b[^.;]{0,50}\b(?:requires?|obliges?|demands?|prescribes?)\b[^.;]{0,20}\b(?:other|different|further) processing\b|"
            r"\bprocessing\b[^.;]{0,30}\b(?:beyond|outside|other than|contrary to|without)\b[^.;]{0,30}\binstructions?\b[^.;]{0,40}\bonly\b[^.;]{0,20}\blaws?\b",
        ),
        unless=(r"{delete}", r"\bkeep\b"),
    ),
    Plain(
        "security.periodic_review",
        ("every", "each", "a year", "annual"),
        (
            r"\b(?:every|each|once a|once every|per)\b[^.;]{0,12}\b(?:years?|months?|quarter)\b",
            rf"{_ACTS}(?:goes|go) through\b[^.;]{{0,30}}\b(?:measures|security|controls)\b|{_ACTS}(?:has|have|lets?)\b[^.;]{{0,40}}\b(?:carry out|perform|conduct|do|run)\b[^.;]{{0,20}}\b(?:penetration|security) tests?\b",
        ),
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
        "subprocessors.contracts_inspectable",
        ("show", "produce", "see"),
        (
            r"\b(?:contracts?|agreements?)\b[^.;]{0,100}\band (?:shall |will |must )?(?:shows?|produces?|discloses?|hands?|provides?) (?:it|them|these|those|copies|a copy)\b[^.;]{0,20}\bto (?:the )?CONTROLLER\b",
            r"SUBPROCESSOR|\beach of them\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("same terms", "equivalent terms", "same conditions", "same basis"),
        (rf"{_ACTS}(?:have|has|sign|enter|conclude)\w*\b[^.;]{{0,40}}\b(?:contracts?|agreements?)\b[^.;]{{0,40}}\bon the (?:same|equivalent) (?:terms|conditions|basis)\b",),
    ),
    Plain(
        "transfers.rule",
        ("unless", "only if", "only with", "only after", "without"),
        (
            r"\b(?:shall|may|will|must|do|does) not (?:leave|go outside|be taken out of|be moved from) (?:that|this|the|either) (?:area|region|territory|country|countries|zone)\b[^.;]{0,20}\b(?:unless|without|until)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,30}\b(?:agreed|agrees|consent\w*|approv\w*|permission|authori[sz]\w*)\b|"
            r"\b(?:go|be sent|be moved|be taken|be transferred)\b[^.;]{0,20}\b(?:third countr\w+|outside)\b[^.;]{0,40}\bonly (?:if|with|after|where)\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,30}\b(?:agreed|agrees|consent\w*|approv\w*|permission|authori[sz]\w*)\b",
        ),
        value="with_consent",
    ),
    Plain(
        "transfers.rule",
        ("united states", "countr", "outside"),
        (
            r"\b(?:may|can) be (?:processed|stored|transferred|accessed)\b[^.;]{0,60}\b(?:united states|countr(?:y|ies)|outside)\b[^.;]{0,90}\b(?:provided that|subject to|where|on condition that|as long as)\b[^.;]{0,60}\b(?:adequacy|standard contractual clauses|sccs?|appropriate safeguards|transfer mechanism)\b",
        ),
        value="with_safeguards",
    ),
    Plain(
        "audit.auditor",
        ("somebody", "someone", "appoint", "on its behalf", "instruct"),
        (
            r"\bCONTROLLER,? or (?:somebody|someone|anybody|anyone|a person|a party|persons?|another party|any person)\b[^.;]{0,20}\b(?:appoints?|chooses?|instructs?|designates?|on its behalf|authori[sz]es?)\b",
            r"\b(?:visit|inspect|audit|check|examine|verify)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("pay", "charge"),
        (
            r"\b(?:if|where|should)\b[^.;]{0,20}\b(?:audit|visit|inspection|check)\b[^.;]{0,20}\b(?:shows?|reveals?|finds?|establish\w*)\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,12}\b(?:not|fail\w*|breach\w*|broken)\b[^.;]{0,60}\bPROCESSOR (?:shall |will |must )?(?:pays?|bears?|meets?|reimburses?)\b",
        ),
        value="processor_if_noncompliant",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("charges",),
        (r"\bPROCESSOR (?:may |will |shall )?charges?\b[^.;]{0,40}\b(?:time|hours|work|effort)\b[^.;]{0,40}\b(?:audit|inspection)\b[^.;]{0,20}\bto (?:the )?CONTROLLER\b",),
        value="controller",
        under=_CHECKS,
    ),
    Plain(
        "audit.evidence_deadline",
        ("within",),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:answers?|provides?|suppl\w+|sends?|gives?|hands?)\b[^.;]{0,80}\b(?:documents?|evidence|information|questions?|records)\b[^.;]{0,60}\bwithin\b",
        ),
        value=PERIOD,
        under=r"audit|check|inspect",
        unless=(r"{rights}", r"{breach}"),
    ),
    Plain(
        "liability.regime",
        ("as regards liability", "as to liability", "for liability", "in respect of liability", "on liability"),
        (
            r"\b(?:as regards|as to|for|with regard to|in respect of|concerning|on) liability\b[^.;]{0,40}\b(?:main|master|services?|subscription|principal)\b[^.;]{0,12}\b(?:agreement|contract|terms)\b[^.;]{0,30}\bappl(?:y|ies)\b",
        ),
        value="main_agreement_terms",
    ),
)  # fmt: skip
