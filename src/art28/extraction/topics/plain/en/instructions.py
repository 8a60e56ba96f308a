"""Turns of English on instructions, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import NOT, SHALL, WILL
from art28.extraction.topics.plain.plain import Plain

_SAID = r"\bCONTROLLER (?:have |has |had )?(?:set out|told|asked|ask|asks|said|say|says|written|write|instructed|instructs?|agreed|approved)\b"
_LEGAL_DUTY = r"\b(?:laws?|regulations?|legislation|court order|legal (?:duty|obligation))\b"
_INSTRUCTED = r"(?:{an_instruction}|\binstructed\b|\bhas directed\b)"
_LAW = r"\b(?:laws?|legislation|legal(?:ly)?|gdpr|statut\w+|regulations?|data protection|provisions?|rules?)\b"
_UNLAWFUL = (
    r"(?:{infringes}|\b(?:illegal|unlawful|prohibit\w*|forbid\w*|forbidden|breaks?|break|against)\b|\bnot (?:\w+ )?(?:allow\w*|permit\w*|lawful|compl\w+|in line|compatible)\b|"
    r"\b(?:doubts?|question\w*|unsure|not sure)\b[^.;]{0,40}\blawful\w*|\blawful\w*[^.;]{0,30}\bdoubt\w*)"
)
_TELLS = r"(?:{inform}|\bflags?\b|\bflagged\b|\bshares?\b[^.;]{0,20}\bwith\b|\bhears?\b|\braise[sd]?\b|\bqueries\b|\bquery\b|\bwarn\w*|\bsignals?\b)"
_CALLS_FOR = r"\b(?:requir\w+|compel\w*|oblig\w+|demand\w*|calls? for|prescrib\w+|impos\w+|necessitat\w+|forc\w+|dictat\w+|mandat\w+|leaves? no other|leaves? no|stands? in the way|commands?)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "instructions.only_on_instruction",
        ("way CONTROLLER", "not asked", "only"),
        (
            rf"{WILL} (?:use|process|handle)\b … \b(?:the way|as|in the way|only how) CONTROLLER (?:have |has )?(?:told|asked|instruct\w*|say|tell|ask)\b|"
            r"\bPROCESSOR (?:do|does|will) not do anything\b[^.;]{0,50}\bCONTROLLER (?:have|has) not (?:asked|told|instructed)\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("asking",),
        (
            r"\bPROCESSOR (?:thinks?|believes?)\b[^.;]{0,20}\bCONTROLLER (?:are|is) asking\b[^.;]{0,60}\b(?:illegal|unlawful|against the law|not allowed|not legal)\b",
            rf"{WILL} (?:tell|let|warn|inform)\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("violate", "infring", "break", "breach"),
        (
            r"\bif CONTROLLER asks? PROCESSOR to\b[^.;]{0,60}\b(?:violates?|infringes?|breaks?|breaches|contravenes?)\b",
            rf"{WILL} (?:say so|tell|let|warn|inform)\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("only", "anything else", "nothing else"),
        (
            rf"{SHALL}(?: \w+)? (?:use|handle|process|do)\b[^.;]{{0,80}}\bonly\b[^.;]{{0,80}}{_SAID}|{SHALL} (?:use|handle|process|do)\b[^.;]{{0,60}}\bonly (?:on|for|as|in line|to)\b[^.;]{{0,60}}\b(?:instructions?|CONTROLLER)\b|"
            rf"{NOT} (?:use|handle|process|do)\b[^.;]{{0,60}}\b(?:anything else|any other purpose|other than)\b[^.;]{{0,60}}\bCONTROLLER\b|\bPROCESSOR may (?:use|handle|process)\b[^.;]{{0,60}}\bonly\b[^.;]{{0,60}}{_SAID}",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR", r"{audit}", r"{delete}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("law",),
        (
            r"\b(?:if|where|unless|when)\b[^.;]{0,30}\blaws?\b[^.;]{0,60}\b(?:makes?|forces?|requires?|obliges?|compels?|says?)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,20}\b(?:something else|otherwise|differently|do|use|handle|process)\b|"
            r"\bunless\b[^.;]{0,40}\blaws?\b[^.;]{0,40}\b(?:makes?|forces?|requires?|obliges?|compels?) PROCESSOR\b",
        ),
        unless=(r"{delete}", r"\bkeep\b", r"{secrecy}", r"{breach}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("law", "rules", "gdpr", "illegal"),
        (
            rf"{SHALL} (?:\w+ )?(?:tell|warn|inform|let|say|contact|phone|notify)\b",
            r"\bPROCESSOR (?:thinks?|believes?|considers?|feels?|suspects?)\b[^.;]{0,100}\b(?:breaks?|breaches|breach|against|infringes?|illegal|unlawful|not allowed|not lawful|not legal|violates?)\b",
            r"\binstruct\w*|\basked\b|\basks?\b|\bwants?\b|\btold\b|\brequest\w*",
        ),
        unless=(r"{audit}",),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("only",),
        (
            r"\bPROCESSOR only (?:do|does|use|uses|process|processes|handle|handles|act|acts)\b[^.;]{0,60}\b(?:what|as|when) CONTROLLER (?:tells?|asks?|says?|instructs?)\b",
        ),
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
        "instructions.legal_exception",
        ("law",),
        (
            r"\b(?:where|if|when) (?:an? |the |any )?(?:applicable )?laws?\b[^.;]{0,50}\b(?:requires?|obliges?|demands?|prescribes?)\b[^.;]{0,20}\b(?:other|different|further) processing\b|"
            r"\bprocessing\b[^.;]{0,30}\b(?:beyond|outside|other than|contrary to|without)\b[^.;]{0,30}\binstructions?\b[^.;]{0,40}\bonly\b[^.;]{0,20}\blaws?\b",
        ),
        unless=(r"{delete}", r"\bkeep\b"),
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
            rf"(?:{_LEGAL_DUTY})[^.;]{{0,60}}\b(?:forces?|makes?|obliges?|requires?|compels?|orders?) PROCESSOR to\b",
            r"\b(?:before|first|beforehand|in advance)\b",
        ),
        unless=(r"{delete}", r"\b(?:keep|retain)\b", r"{breach}"),
    ),
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
        unless=(
            r"{secrecy}",
            r"{delete}",
            r"{breach}",
            r"{rights}",
            r"{audit}",
            r"{keep}",
            r"\bdisclos\w+",
            r"SUBPROCESSOR",
            r"\bdpia\b|\bimpact assessment",
            r"\bnotif\w+ (?:the )?(?:authorit|supervisory)\w*",
            r"\bCONTROLLER (?:shall|must|will)\b",
            r"\bassist\w*",
        ),
    ),
)
