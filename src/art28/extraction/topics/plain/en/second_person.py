"""What agreements in plain English say to the party that they call "you", as speech.py reads it.

Imperatives have become duties by then (imperatives.py): "Tell us first" reads "PROCESSOR shall tell CONTROLLER first".
"""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SHALL = r"\bPROCESSOR (?:shall|must|will|ll|has to|have to|need to|needs to)(?: always| only| also| then)?"
_NOT = r"\bPROCESSOR (?:shall not|shall never|must not|must never|may not|will not|cannot|can't|shouldn't|won't)"
_AGREED = r"\bCONTROLLER (?:have |has |had )?(?:first |already )?(?:said yes|agreed?|agrees|approved?|approves|consented|allowed|authori[sz]ed|given (?:\w+ ){0,3}(?:consent|approval|permission))\b"
_TOLD = r"\bCONTROLLER (?:have |has |had )?(?:set out|told|asked|ask|asks|said|say|says|written|write|instructed|instructs?|agreed|approved)\b"
_OTHERS = r"SUBPROCESSOR|sub-?processor|compan(?:y|ies)|firms?|others|anyone else|contractors"
_SECURITY = r"secur|safe|measures"
_BREACH = r"breach|incident|wrong|lost|leak"
_REQUESTS = r"request|rights|people|individual|person"
_END = r"\bend|\bstops?\b|over|finish|terminat|leav"
_CHECKS = r"check|audit|inspect|visit|prov|show"
_HELP = r"help|assist|support"

SECOND_PERSON = (
    Plain(
        "instructions.only_on_instruction",
        ("only", "anything else", "nothing else"),
        (
            rf"{_SHALL}(?: \w+)? (?:use|handle|process|do)\b[^.;]{{0,80}}\bonly\b[^.;]{{0,80}}{_TOLD}|{_SHALL} (?:use|handle|process|do)\b[^.;]{{0,60}}\bonly (?:on|for|as|in line|to)\b[^.;]{{0,60}}\b(?:instructions?|CONTROLLER)\b|"
            rf"{_NOT} (?:use|handle|process|do)\b[^.;]{{0,60}}\b(?:anything else|any other purpose|other than)\b[^.;]{{0,60}}\bCONTROLLER\b|\bPROCESSOR may (?:use|handle|process)\b[^.;]{{0,60}}\bonly\b[^.;]{{0,60}}{_TOLD}",
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
            rf"{_SHALL} (?:\w+ )?(?:tell|warn|inform|let|say|contact|phone|notify)\b",
            r"\bPROCESSOR (?:thinks?|believes?|considers?|feels?|suspects?)\b[^.;]{0,100}\b(?:breaks?|breaches|breach|against|infringes?|illegal|unlawful|not allowed|not lawful|not legal|violates?)\b",
            r"\binstruct\w*|\basked\b|\basks?\b|\bwants?\b|\btold\b|\brequest\w*",
        ),
        unless=(r"{audit}",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("signed", "promised", "agreed", "bound", "sign"),
        (
            rf"{_SHALL} (?:make sure|ensure|see to it|check)\b[^.;]{{0,60}}\b(?:each|every\w*|all|any\w*|they|those|people|staff|employees)\b[^.;]{{0,80}}\b(?:signed|sign|promised|agreed|bound|is under|are under)\b",
            r"{secrecy}",
        ),
        unless=(r"{audit}",),
    ),
    Plain(
        "processing.own_purposes",
        ("own",),
        (
            rf"{_NOT} (?:use|process|handle|keep)\b[^.;]{{0,40}}\bfor\b[^.;]{{0,40}}\b(?:PROCESSOR own|(?:its|their|your) own|itself|yourself)\b",
        ),
        value=False,
        unless=(r"{breach}",),
    ),
    Plain(
        "security.measures_change",
        ("change", "lower", "weaken", "alter", "replace"),
        (
            rf"{_NOT} (?:change|lower|weaken|alter|replace|drop|remove)\b[^.;]{{0,60}}\b(?:until|unless|without|before)\b[^.;]{{0,30}}(?:{_AGREED}|\bCONTROLLER (?:written )?(?:consent|agreement|approval|permission)\b)|"
            rf"{_SHALL} (?:ask|get)\b[^.;]{{0,40}}\bCONTROLLER\b[^.;]{{0,40}}\bbefore PROCESSOR changes?\b[^.;]{{0,40}}\b(?:measures?|security|controls)\b",
        ),
        value="mutual",
        under=_SECURITY,
    ),
    Plain(
        "security.measures_change",
        ("change", "replace", "alter"),
        (
            rf"{_SHALL} (?:tell|inform|notify|let)\b[^.;]{{0,30}}\bCONTROLLER\b[^.;]{{0,40}}\b(?:before|when|if) PROCESSOR (?:changes?|alters?|replaces?)\b[^.;]{{0,40}}\b(?:measures?|security|controls|them|anything)\b",
        ),
        value="processor_with_notice",
        under=_SECURITY,
    ),
    Plain(
        "security.periodic_review",
        ("year", "month", "quarter"),
        (
            rf"{_SHALL} (?:have|get|let|test|check|review)\b[^.;]{{0,60}}\b(?:tested|checked|reviewed|systems|measures|security|back-?ups)\b",
            r"\b(?:once|twice|every|each|per|a)\b[^.;]{0,12}\b(?:years?|months?|quarter)\b",
        ),
        under=_SECURITY,
    ),
    Plain(
        "breach.covers",
        ("breach",),
        (
            rf"{_SHALL} (?:\w+ ){{0,2}}?(?:tell|phone|call|ring|e-?mail|notify|inform|report|contact|let)\b[^.;]{{0,140}}\b(?:personal )?data breach\b",
        ),
        value=("personal_data_breach",),
    ),
    Plain(
        "breach.follow_up",
        ("rest", "more", "everything", "updates", "updated"),
        (
            rf"{_SHALL} (?:send|tell|give|keep|let)\b[^.;]{{0,30}}\bCONTROLLER\b[^.;]{{0,40}}\b(?:the rest|more|updated|up to date|updates|what is missing|what else)\b[^.;]{{0,40}}\b(?:as|when|until|once)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "breach.early_warning",
        ("wait",),
        (rf"{_NOT} wait\b[^.;]{{0,40}}\b(?:everything|all|full|complete|every)\b",),
        under=_BREACH,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("commissioner", "regulator", "authorit", "ico"),
        (rf"{_NOT} (?:tell|inform|notify|report|contact)\b[^.;]{{0,80}}{{authority}}|{_NOT} (?:make|give|issue) (?:any |a )?(?:such )?(?:notification|report|public statement|announcement)s?\b",),
        value=False,
        under=_BREACH,
    ),
    Plain(
        "breach.authority_notifier",
        ("decide", "up to CONTROLLER", "ourselves", "commissioner", "regulator"),
        (
            rf"\bCONTROLLER (?:alone |will |shall )?decides?\b[^.;]{{0,12}}\b(?:on|whether|if|that)\b|{_NOT} (?:tell|inform|notify|report|contact)\b[^.;]{{0,80}}{{authority}}|\bCONTROLLER (?:will |shall |alone )?(?:tell|notify|inform|report)s?\b[^.;]{{0,40}}{{authority}}",
        ),
        value="controller",
        under=_BREACH,
    ),
    Plain(
        "breach.register",
        ("record", "log", "list"),
        (rf"{_SHALL} (?:keep|write|make)\b[^.;]{{0,30}}\b(?:record|log|list|note)\b[^.;]{{0,40}}{{breach}}",),
        value=("processor",),
    ),
    Plain(
        "requests.handling",
        ("send", "pass", "forward", "give"),
        (
            rf"{_SHALL} (?:\w+ )?(?:send|pass|forward|give|hand|refer|direct)\b[^.;]{{0,60}}\b(?:to|on to) CONTROLLER\b|{_SHALL} (?:\w+ )?(?:send|pass|forward|give) CONTROLLER\b[^.;]{{0,30}}\b(?:request|letter|message|it)\b",
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
            rf"{_SHALL} (?:\w+ )?(?:give|send|provide)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,40}}\bneeds? to (?:answer|reply|respond|deal)\b|{_SHALL} (?:\w+ )?(?:help|assist|support) CONTROLLER\b[^.;]{{0,60}}\b(?:answer|reply|respond|deal|request|rights)\b",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("day", "hour", "week"),
        (
            rf"{_SHALL} (?:\w+ )?(?:give|send|provide|help|let|answer)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,60}}\bwithin\b",
            r"\b(?:after|of|from|when) (?:CONTROLLER|the request|receiv)",
        ),
        value=PERIOD,
        under=_REQUESTS,
        strength=Strength.PASSING,
        unless=(r"{breach}",),
    ),
    Plain(
        "assistance.costs",
        ("charge", "free of charge", "cost"),
        (rf"{_NOT} charge\b|\b(?:free of charge|at no (?:extra )?(?:cost|charge)|without charge)\b",),
        value="processor",
        under=_HELP,
        unless=(r"\baudit", r"{rights}"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("unless", "without", "until"),
        (
            rf"{_NOT} (?:bring in|use|hire|engage|appoint|employ|take on|involve|pass|give|share|let|sub-?contract|change|add|replace)\b[^.;]{{0,100}}\b(?:unless|until|without|before)\b[^.;]{{0,30}}(?:{_AGREED}|\bCONTROLLER (?:prior |written |express ){{0,2}}(?:consent|agreement|approval|permission)\b|\basking CONTROLLER\b)",
            r"SUBPROCESSOR|\bsub-?contract",
        ),
        value="specific",
        unless=(r"{breach}",),
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("contract", "agreement", "copy"),
        (
            rf"{_SHALL} (?:show|send|give|let)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,20}}\b(?:see )?(?:that|the|this|each|a copy of)\b[^.;]{{0,12}}\b(?:contracts?|agreements?)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("same",),
        (
            rf"{_SHALL} (?:sign|make|have|agree|conclude|put|enter|get|bind|hold)\b[^.;]{{0,80}}\b(?:the )?same\b[^.;]{{0,12}}\b(?:duties|rules|terms|obligations|promises|conditions|things|level)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answer", "responsible", "liable", "yourself", "itself"),
        (
            r"\bPROCESSOR (?:answers?|are responsible|is responsible|remains? responsible|are liable|is liable|stays? responsible)\b[^.;]{0,30}\bfor\b[^.;]{0,80}\b(?:does|do|did|done|acts?|fails?|failings?|failures?|faults?|mistakes?)\b",
        ),
        under=_OTHERS,
    ),
    Plain(
        "transfers.rule",
        ("inside", "within", "outside", "leave", "abroad", "elsewhere"),
        (
            rf"{_NOT} (?:move|send|take|transfer|keep|store|let|allow|process|use)\b[^.;]{{0,160}}\b(?:elsewhere|outside|abroad|another country|leave)\b[^.;]{{0,60}}\b(?:unless|until|without)\b[^.;]{{0,30}}(?:{_AGREED}|\bCONTROLLER (?:prior |written ){{0,2}}(?:consent|agreement|approval|permission)\b)",
        ),
        value="with_consent",
    ),
    Plain(
        "audit.right",
        ("visit", "inspect", "audit", "look", "check"),
        (
            rf"{_SHALL} (?:let|allow|permit)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,80}}\b(?:visit|inspect|audit|check|look|examine|come)\b|\bCONTROLLER (?:may|can) (?:\w+ )?(?:visit|inspect|audit|check|come)\b",
        ),
        under=_CHECKS,
        unless=(r"SUBPROCESSOR", r"{breach} … {authority}"),
    ),
    Plain(
        "audit.auditor",
        ("auditor", "someone"),
        (
            r"\bCONTROLLER,? or (?:an? |any |another )?(?:\w+ ){0,2}?(?:auditor|someone|person|firm|expert)\b",
            r"\b(?:visit|inspect|audit|check|examine)\b",
        ),
        value="controller_or_third_party",
        under=_CHECKS,
    ),
    Plain(
        "audit.notice",
        ("notice", "ahead", "before", "advance"),
        (
            r"\bCONTROLLER (?:will |shall |must )?(?:gives?|tells?|warns?|lets?)\b[^.;]{0,16}\bPROCESSOR\b[^.;]{0,40}\b(?:notice|ahead|before|in advance|beforehand)\b",
        ),
        value=PERIOD,
        under=_CHECKS,
    ),
    Plain(
        "audit.max_frequency",
        ("more than once", "more often"),
        (r"\b(?:not|never|no)\b[^.;]{0,30}\bmore (?:than once|often than once)\b[^.;]{0,24}\byear\b",),
        value="P1Y",
        under=_CHECKS,
    ),
    Plain(
        "audit.costs",
        ("pay", "cost"),
        (
            rf"{_SHALL} (?:pay|repay|refund|bear|cover)\b[^.;]{{0,60}}\b(?:if|when|where)\b[^.;]{{0,60}}\b(?:broken|break|breach\w*|fail\w*|not (?:kept|keep|complied)|fault|problem\w*|wrong)\b",
        ),
        value="processor_if_noncompliant",
        under=_CHECKS,
    ),
    Plain(
        "end.data",
        ("whether", "choose", "back or", "or destroy", "or delete", "or returned", "or deleted"),
        (
            rf"(?:{_SHALL} ask\b[^.;]{{0,80}}\bwhether\b|\bCONTROLLER (?:will )?(?:tells?|chooses?|decides?|lets?)\b)[^.;]{{0,80}}\b(?:back|return\w*)\b[^.;]{{0,30}}\bor\b[^.;]{{0,30}}\b(?:destroy\w*|delet\w*|eras\w*|wiped?)\b|"
            rf"(?:{_SHALL} ask\b[^.;]{{0,80}}\bwhether\b|\bCONTROLLER (?:will )?(?:tells?|chooses?|decides?|lets?)\b)[^.;]{{0,80}}\b(?:destroy\w*|delet\w*|eras\w*|wiped?)\b[^.;]{{0,30}}\bor\b[^.;]{{0,30}}\b(?:back|return\w*)\b",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.deadline",
        ("within",),
        (rf"(?:{_SHALL} do|\bdo) (?:what|as|this|that|it|so)\b[^.;]{{0,40}}\bwithin\b",),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "end.costs",
        ("charge", "cost"),
        (rf"{_NOT} charge\b|\bfree of charge\b",),
        value="processor",
        under=_END,
    ),
    Plain(
        "end.withheld_until_payment",
        ("owe", "paid", "unpaid", "pay", "money"),
        (rf"{_NOT} (?:hold on to|hold back|keep|withhold|refuse)\b[^.;]{{0,80}}\b(?:owes?|paid|unpaid|pay|payment|money|bills?)\b",),
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
        "term.starts",
        ("starts when",),
        (r"\b(?:schedule|agreement|annex|document|terms?)\b[^.;]{0,12}\b(?:starts?|begins?)\b[^.;]{0,12}\bwhen\b[^.;]{0,12}\b(?:contract|agreement|service)\b[^.;]{0,12}\b(?:starts?|begins?|does)\b",),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("as long as", "until"),
        (
            r"\b(?:schedule|agreement|annex|document|terms?)\b[^.;]{0,60}\b(?:lasts?|continues?|runs?|applies|stays?)\b[^.;]{0,30}\b(?:as long as PROCESSOR (?:has|have|holds?|keeps?)|until PROCESSOR (?:no longer|has no|have no|has deleted|have deleted|has destroyed|have destroyed))\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.precedence",
        ("follow", "counts", "wins", "goes first", "comes first"),
        (
            r"\b(?:disagree|differ|different things|clash|conflict|do not match|don't match)\b[^;]{0,80}\b(?:follow|use|go by) this (?:schedule|agreement|annex|document)\b|"
            r"\b(?:disagree|differ|different things|clash|conflict)\b[^;]{0,80}\bthis (?:schedule|agreement|annex|document) (?:counts|wins|comes first|goes first|applies)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.amendment",
        ("both",),
        (
            r"\b(?:changed?|amended?)\b[^.;]{0,30}\b(?:only|unless)\b[^.;]{0,30}\b(?:writing|signed?|agree)\b[^.;]{0,30}\bboth of (?:us|CONTROLLER)\b|\bboth of (?:us|CONTROLLER)\b[^.;]{0,30}\b(?:sign|agree)\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "liability.regime",
        ("no more than", "not more than", "at most"),
        (
            r"\bPROCESSOR (?:will |shall |can )?(?:owes?|pays?)\b[^.;]{0,20}\bCONTROLLER (?:no more than|not more than|at most|up to)\b|\bthe most (?:that )?PROCESSOR (?:can |will |shall )?(?:owes?|pays?)\b",
        ),
        value="capped",
    ),
)  # fmt: skip
