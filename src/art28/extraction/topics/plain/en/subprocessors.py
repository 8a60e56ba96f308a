"""Turns of English on sub-processors and changes of them, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import AGREED, NOT, OTHERS
from art28.extraction.topics.plain.plain import Plain

_AGREES = r"(?:permission|consents?|consented|authori[sz]\w+|approv\w+|agrees?|agreed|agreement)"
_HEARS = (
    r"(?:\bCONTROLLER\b[^.;]{0,40}\b(?:receives?|received|gets?|hears?|learns?|is given|be given)\b[^.;]{0,30}\b(?:words?|notice|news|message|announcement|of (?:it|this|them)|from)\b|"
    r"\b(?:PROCESSOR|it) (?:(?:shall|will|must) )?(?:first |promptly )?(?:tells?|sends?|writes?|makes? (?:this|that|it|such \w+) known|announces?|gives? word|lets?|informs?|notifies|notify|e-?mails?)\b)"
)
_SUB_CHANGES = (
    r"(?:\b(?:if|when|where|before|whenever|should|once|as soon as)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:added|replaced|brought in|taken on|engaged|appointed|used|hired|changes?|changed)\b|"
    r"\b(?:if|when|where|before|whenever|should)\b[^.;]{0,20}\bPROCESSOR (?:wishes|wants|intends|plans|proposes|is minded|means) to\b[^.;]{0,40}\bSUBPROCESSOR\b)"
)

TURNS: tuple[Plain, ...] = (
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
        under=OTHERS,
    ),
    Plain(
        "subprocessors.objection",
        ("not agree", "disagree", "problem"),
        (
            r"\bif CONTROLLER (?:do not agree|does not agree|disagrees?|(?:have|has) (?:got )?(?:a problem|concerns)) with\b[^.;]{0,20}\bSUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("unless", "without", "until"),
        (
            rf"{NOT} (?:bring in|use|hire|engage|appoint|employ|take on|involve|pass|give|share|let|sub-?contract|change|add|replace)\b[^.;]{{0,100}}\b(?:unless|until|without|before)\b[^.;]{{0,30}}(?:{AGREED}|\bCONTROLLER (?:prior |written |express ){{0,2}}(?:consent|agreement|approval|permission)\b|\basking CONTROLLER\b)",
            r"SUBPROCESSOR|\bsub-?contract",
        ),
        value="specific",
        unless=(r"{breach}",),
    ),
    Plain(
        "subprocessors.authorisation",
        ("object",),
        (
            r"\bPROCESSOR (?:may|can) (?:use|engage|work with|appoint) (?:other|further|additional) (?:processors|companies|providers)\b[^.]{0,120}\bCONTROLLER (?:may|can) object\b",
        ),
        value="general",
        unless=(r"\b(?:consent|approval)\b",),
    ),
    Plain(
        "subprocessors.change_notice",
        ("before",),
        (
            r"\bPROCESSOR (?:shall |will |must )?(?:provide|give|send)s? (?:\w+ )?(?:notification|notice) of (?:a |any |each )?(?:new|additional|further) SUBPROCESSOR\b[^.;]{0,20}\bbefore\b|"
            r"^[\W\d]*before (?:a|any) (?:new|additional|further|other) SUBPROCESSOR\b[^.;]{0,80}\bPROCESSOR (?:shall |will |must )?(?:notif\w+|inform\w*|tells?) (?:the )?CONTROLLER\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("this table", "the table", "this list", "the list"),
        (
            r"\bchang\w+ (?:to |of |in )?(?:this|the) (?:table|list)\b[^.;]{0,80}\b(?:days|weeks)\b[^.;]{0,12}\bbefore\b",
        ),
        under=OTHERS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("fine with", "okay with", "ok with", "happy for", "agree to"),
        (
            r"\bCONTROLLER (?:are|is|agree|agrees)? ?(?:\w+ )?(?:fine with|okay with|ok with|happy (?:for|with)|to) (?:PROCESSOR )?(?:us(?:e|ing)|engag\w*|work\w*|to use)\b|\bCONTROLLER agrees? to PROCESSOR using\b",
            r"\b(?:add\w*|replac\w*|chang\w*|swap\w*|others|new ones)\b",
        ),
        value="general",
        under=OTHERS,
    ),
    Plain(
        "subprocessors.change_notice",
        ("new one", "another one", "one more", "somebody new", "someone new", "newcomer"),
        (
            r"\bPROCESSOR (?:will )?(?:e-?mail|tell|let|write|inform|warn)\b[^.;]{0,60}\bbefore (?:a|any|the) (?:new one|new compan\w+|newcomer)|"
            r"\bbefore (?:a|any) (?:new one|new company|newcomer)\b[^.;]{0,60}\bPROCESSOR (?:will )?(?:e-?mail|tell|let|write|inform|warn)\b",
        ),
        under=OTHERS,
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
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (_SUB_CHANGES, _HEARS),
        unless=(
            r"\bCONTROLLER (?:objects?|terminates?)\b",
            r"{breach}",
            r"\bdoes not\b[^.;]{0,20}\bobject\b",
            r"\bterminate\b",
        ),
    ),
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
        "subprocessors.authorisation",
        ("no separate", "no individual", "no specific", "no further", "no prior"),
        (
            r"\bno (?:separate|individual|specific|further|prior) (?:approval|consent|authori[sz]ation|permission)\b[^.;]{0,30}\b(?:needed|required|necessary|for each|sought)\b",
            r"SUBPROCESSOR",
        ),
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
        under=OTHERS,
        unless=(
            r"{breach}",
            r"\bobject\w*\b[^.;]{0,30}\bnot\b",
            r"\bCONTROLLER (?:objects?|terminates?|may)\b",
            r"\bnot (?:obliged|required)\b",
            r"\brequests? (?:a )?(?:copy|list)\b",
            r"\bterminat\w+",
        ),
    ),
)
