"""Turns of English on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import BACK, DPA, GONE, MAIN, TERMS, THE_AGREEMENT, THIS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_CHANGES = rf"(?:update|change|amend|modify|revise) {THIS}\b"
_BINDS = rf"\bCONTROLLER (?:accepts?|agrees? to|is bound by|enters? into|becomes? (?:a )?party to|concludes?) (?:{THIS}|it\b)"
_BY_CLICKING = r"\bby (?:\w+ly )?(?:creating|opening|clicking|ticking|checking|signing up|registering|subscribing|ordering|placing|accepting|using|continuing)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.starts",
        ("accept", "agree", "sign up", "account"),
        (
            rf"\b(?:{THIS})[^.;]{{0,20}}\b(?:applies|starts|takes effect|begins|is in force)\b[^.;]{{0,20}}\b(?:from|when|once|as soon as|on)\b[^.;]{{0,20}}\bCONTROLLER (?:accepts?|agrees?|signs? up|creates?|opens?|clicks?|registers?)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("account", "subscription", "customer"),
        (
            rf"\b(?:{THIS})[^.;]{{0,20}}\b(?:lasts?|applies|continues|runs|stays?|remains?)\b[^.;]{{0,20}}\b(?:as long as|while|until)\b[^.;]{{0,20}}\bCONTROLLER (?:have|has|are|is|use|uses|keep|keeps)\b[^.;]{{0,20}}\b(?:accounts?|subscriptions?|customers?|services?)\b",
        ),
        value="main_agreement",
        unless=(r"{processes} … {data}", r"{data} … {processes}"),
    ),
    Plain(
        "term.lasts",
        ("no longer",),
        (
            rf"\b(?:{THIS})[^.;]{{0,60}}\bends? (?:when|once) PROCESSOR (?:no longer|does not|do not) (?:holds?|ha(?:ve|s)|process(?:es)?|keeps?|stores?)\b",
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
        "term.starts",
        ("starts when",),
        (
            r"\b(?:schedule|agreement|annex|document|terms?)\b[^.;]{0,12}\b(?:starts?|begins?)\b[^.;]{0,12}\bwhen\b[^.;]{0,12}\b(?:contract|agreement|service)\b[^.;]{0,12}\b(?:starts?|begins?|does)\b",
        ),
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
        "term.amendment",
        ("both",),
        (
            r"\b(?:changed?|amended?)\b[^.;]{0,30}\b(?:only|unless)\b[^.;]{0,30}\b(?:writing|signed?|agree)\b[^.;]{0,30}\bboth of (?:us|CONTROLLER)\b|\bboth of (?:us|CONTROLLER)\b[^.;]{0,30}\b(?:sign|agree)\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.lasts",
        ("as long as", "so long as", "until"),
        (
            rf"{THIS}\b[^.;]{{0,20}}\b(?:lasts?|applies|apply|runs?|continues?|is in force)\b[^.;]{{0,12}}\b(?:as long as|until) CONTROLLER (?:have|has|use|uses|keeps?|no longer)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("as long as",),
        (
            rf"(?:{THIS}|^[\W\d]*they)\b[^.;]{{0,20}}\b(?:remain|remains|stay|stays|continue|continues) in force\b[^.;]{{0,12}}\bas long as PROCESSOR (?:has|have|holds?|keeps?|processes)\b",
        ),
        value="while_processing",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "term.amendment",
        ("update", "change", "revise"),
        (rf"\bPROCESSOR (?:may|can) (?:update|change|revise|amend) {THIS[2:]}\b",),
        value="processor_with_notice",
    ),
    Plain(
        "term.amendment_notice",
        ("tell CONTROLLER", "notice", "let CONTROLLER know", "inform CONTROLLER"),
        (
            rf"\bPROCESSOR will (?:tell|inform|notify|let|e-?mail) CONTROLLER\b[^.;]{{0,30}}\b(?:before|ahead|in advance|beforehand)\b|\b(?:may|can) (?:revise|amend|change|vary|update) {THIS[2:]}\b[^.;]{{0,12}}\bon\b[^.;]{{0,24}}\bnotice\b",
        ),
        value=PERIOD,
        under=r"small print|general|changes|final|miscellaneous|amend|\bterm\b",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "term.lasts",
        ("duration", "as long as", "until", "ends"),
        (
            rf"{THIS}[^.;]{{0,30}}\b(?:entered into|concluded|made|applies|runs?|continues|remains in force)\b[^.;]{{0,12}}\bfor the (?:duration|term|life) of\b[^.;]{{0,12}}{MAIN}|"
            rf"\b(?:duration|term)\b[^.;]{{0,6}}\bof {THIS}[^.;]{{0,12}}\b(?:corresponds to|equals|is (?:the same as|equal to|tied to|linked to)|matches|coincides with|depends on)\b[^.;]{{0,30}}{MAIN}",
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"\bback-?ups?\b"),
    ),
    Plain(
        "term.lasts",
        ("until",),
        (
            rf"\bPROCESSOR (?:is|remains|stays) bound by\b[^.;]{{0,40}}\buntil\b[^.;]{{0,40}}\b(?:{GONE}|{BACK})\b|"
            rf"{THIS}[^.;]{{0,50}}\b(?:applies|remains|stays|continues|lasts|is in force)\b[^.;]{{0,30}}\buntil\b[^.;]{{0,50}}\b(?:{GONE})\b",
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
        unless=(MAIN,),
    ),
    Plain(
        "term.separately_terminable",
        ("separately", "on its own", "independently"),
        (
            r"^[\W\d]*(?:it|"
            + THIS[2:]
            + r")\b[^.;]{0,20}\b(?:cannot|can not|may not|shall not)\b[^.;]{0,12}\b(?:ended|terminated|cancelled)\b[^.;]{0,12}\b(?:separately|on its own|independently)\b",
        ),
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
        "term.starts",
        ("accept", "bound by", "enters into", "agrees to", "party to", "concludes"),
        (rf"{_BINDS}[^.;]{{0,30}}{_BY_CLICKING}|{_BY_CLICKING}[^.;]{{0,140}},? {_BINDS}",),
        value="on_acceptance",
        unless=(r"SUBPROCESSOR", r"\bstandard contractual\b"),
    ),
    Plain(
        "term.starts",
        ("binding",),
        (
            r"\b(?:it|"
            + THIS[2:]
            + r")\b[^.;]{0,20}\b(?:becomes?|is|shall be) (?:legally )?binding\b[^.;]{0,24}\b(?:effective date|date|conclusion|execution) of\b[^.;]{0,40}"
            + TERMS,
        ),
        value="with_main_agreement",
        unless=(r"SUBPROCESSOR", r"\bstandard contractual\b"),
    ),
    Plain(
        "term.lasts",
        ("expire", "in effect until", "in force until"),
        (
            rf"{THIS} (?:will |shall )?(?:remains?|continues?|stays?) in (?:effect|force) until\b[^.]{{0,60}}\bexpires?\b[^.;]{{0,8}}\b(?:upon|when|on)\b[^.;]{{0,30}}(?:{{delete}}|\bdeletion\b|\berasure\b)",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment_notice",
        ("notice",),
        (r"^[\W\d]*PROCESSOR (?:will|shall|must) give CONTROLLER\b[^.;]{0,30}\bnotice\b",),
        value=PERIOD,
        under=r"change|amend|updat|variation|revis",
        unless=(r"SUBPROCESSOR", r"{measures}", r"{audit}", r"{breach}"),
    ),
    *(
        Plain(
            key,
            ("intends to", "wishes to", "before a", "before any", "before the change"),
            (
                rf"\b(?:if|where|when|should) PROCESSOR (?:intends?|wishes|wish|proposes?|wants?) to (?:change|amend|modify|update) {THIS}[^;]{{0,90}}\b(?:inform|notify|tell|give)\b[^.;]{{0,16}}CONTROLLER|"
                rf"^[\W\d]*PROCESSOR (?:will |shall )?(?:informs?|notif(?:y|ies)|tells?) CONTROLLER\b[^.;]{{0,140}}\bbefore (?:a|any|the) (?:change|amendment) (?:to|of) {THIS}",
            ),
            value=value,
            unless=(r"SUBPROCESSOR", r"{measures}", r"{audit}", r"{breach}"),
        )
        for key, value in (("term.amendment", "processor_with_notice"), ("term.amendment_notice", PERIOD))
    ),
    Plain(
        "term.amendment",
        ("in writing", "written consent"),
        (
            rf"\b(?:deviations?|additions?|supplements?|derogations?)\b[^.;]{{0,30}}\b{THIS}\b[^.;]{{0,20}}\b(?:only (?:valid|effective|binding)|valid only)\b[^.;]{{0,40}}\bin writing\b|"
            rf"\b(?:addition|deviation|change|amendment)s?\b[^.;]{{0,12}}\b{THIS} requires? the (?:prior )?written (?:consent|agreement) of (?:both|the) parties\b",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.starts",
        ("legally binding", "becomes binding", "become binding"),
        (
            rf"\b(?:upon|on|once|after|when)\b[^.;]{{0,30}}\b(?:receipt|received)\b[^.;]{{0,40}}\b(?:signed|completed|executed)\b[^.;]{{0,90}}\b{THIS} (?:will |shall )?becomes? (?:legally )?binding\b|"
            rf"\b{THIS} (?:will |shall )?becomes? (?:legally )?binding (?:once|when|upon|after)\b[^.;]{{0,60}}\bsigned\b",
        ),
        value="on_signature",
    ),
    Plain(
        "term.amendment",
        ("before a change", "before any change", "before the change", "before such"),
        (
            r"\b(?:receives?|gets?|is told|are told)\b[^.;]{0,60}\bbefore (?:a|any|the|such) changes? (?:takes? effect|applies|apply|comes? into)\b",
        ),
        value="processor_with_notice",
        after=r"\bchanges? to (?:this|these) (?:agreement|dpa|addendum|terms)\b",
    ),
    Plain(
        "term.lasts",
        ("ends when", "ends once", "until"),
        (
            r"\bends (?:when|once|as soon as)\b[^.;]{0,40}\bdata\b[^.;]{0,20}\b(?:removed|deleted|erased|returned|gone)\b",
        ),
        value="while_processing",
        unless=(r"SUBPROCESSOR",),
    ),
    Plain(
        "term.starts",
        ("from the moment", "as soon as", "the moment"),
        (
            r"\b(?:bind|binds|apply|applies|count|counts|start|starts)\b[^.;]{0,30}\b(?:from the moment|as soon as|the moment) CONTROLLER (?:opens?|creates?|signs? up|registers?|orders?|starts? using|accepts?)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("tied to", "same as", "until the", "linked to"),
        (
            rf"\b(?:term|duration|life)\b[^.;]{{0,6}}\bof (?:{DPA})[^.;]{{0,16}}\b(?:tied|linked|coupled|equal|identical|the same)\b[^.;]{{0,16}}\b(?:to|as|with) (?:that of )?(?:the )?(?:{MAIN}|\bagreement\b)|"
            rf"(?:{DPA})[^.;]{{0,12}}\b(?:remains?|stays?|continues?|is|lasts?|applies|goes on)\b[^.;]{{0,20}}\buntil (?:the )?(?:{MAIN}|agreement) (?:ends|has ended|expires|terminates)\b",
        ),
        value="main_agreement",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.lasts",
        ("as long as", "so long as", "for as long as", "while"),
        (
            r"\b(?:as|so) long as\b[^.;]{0,6}\bPROCESSOR (?:still |continues to )?(?:holds?|has|keeps?|retains?|stores?|possesses?|process(?:es)?)\b[^.;]{0,20}\b(?:CONTROLLER )?(?:personal )?data\b",
            rf"(?:{DPA})[^.;]{{0,20}}\b(?:appl\w+|binding|in force|in effect|go(?:es)? on|continue\w*|remain\w*|stay\w*)\b",
        ),
        value="while_processing",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.survival",
        ("nature",),
        (
            r"\b(?:duties|obligations|provisions|clauses|terms)\b[^.;]{0,30}\bnature\b[^.;]{0,40}\b(?:outlast|outlive|survive|continue|extend|endure|persist)\b",
        ),
    ),
    Plain(
        "term.amendment",
        (
            "be changed by PROCESSOR",
            "be amended by PROCESSOR",
            "be updated by PROCESSOR",
            "be modified by PROCESSOR",
            "be revised by PROCESSOR",
            "to adapt",
            "to amend",
            "to change",
            "to update",
            "to revise",
        ),
        (
            rf"(?:{DPA})[^.;]{{0,12}}\b(?:may|can) be (?:changed|amended|updated|modified|revised|adapted) by PROCESSOR\b|\bPROCESSOR (?:is entitled|has the right|is free|is allowed) to (?:adapt|amend|change|update|revise|modify) (?:{DPA})",
            r"\bCONTROLLER (?:will|shall|must) (?:be given|receive|get|be (?:told|informed|notified))\b|\b(?:will|shall|must) (?:tell|inform|notify|let|give) CONTROLLER\b|\bnotice\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.separately_terminable",
        ("may end this", "may terminate this", "terminate this", "end this"),
        (
            rf"\b(?:the other|either|that) party (?:may|can) (?:end|terminate|cancel) (?:{DPA})[^.;]{{0,20}}\b(?:by|with|on|upon|giving)\b[^.;]{{0,40}}\bnotice\b",
        ),
        unless=(MAIN, r"\btogether with\b"),
    ),
    Plain(
        "term.lasts",
        (
            "stands and falls",
            "ends together",
            "end together",
            "so does this",
            "so will this",
            "together with the",
            "together with it",
        ),
        (
            rf"{DPA}[^.;]{{0,12}}\b(?:stands? and falls?|(?:begins? and )?ends?|(?:starts? and )?ends?|expires?|lapses?|terminates?) (?:together |along |at the same time )?(?:with|as) (?:{THE_AGREEMENT}|it\b)|\b(?:agreement|contract)\b[^.;]{{0,30}}\b(?:ends?|comes to an end|expires?|is terminated)\b[^.;]{{0,6}}\bso (?:does|will) {DPA}",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("begins and ends", "starts and ends", "begins together", "starts together"),
        (rf"{DPA}[^.;]{{0,12}}\b(?:begins?|starts?|commences?)\b[^.;]{{0,20}}\b(?:with|as) (?:{THE_AGREEMENT})",),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("as long as",),
        (rf"\bPROCESSOR (?:is|remains|stays) bound by {DPA}[^.;]{{0,12}}\bas long as\b[^.;]{{0,30}}\bdata\b",),
        value="while_processing",
    ),
    Plain(
        "term.survival",
        ("nature",),
        (
            r"\bby (?:its|their) nature\b[^.;]{0,40}\b(?:continue|go on|remain|last|extend|survive|endure|apply)\b",
            r"\b(?:after|beyond|despite|notwithstanding|following)\b[^.;]{0,30}\b(?:terminat\w+|end\w*|expir\w+)\b|\bonce\b[^.;]{0,12}\bended\b",
        ),
    ),
    Plain(
        "term.amendment",
        ("revise", "adapt", "amend", "change", "update"),
        (
            rf"\bPROCESSOR to (?:revise|adapt|amend|change|update|modify) {DPA}",
            r"\b(?:notif\w+|inform\w*|tell\w*|notice|told)\b",
            r"\bCONTROLLER\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.separately_terminable",
        ("entitles the other", "entitles either", "entitles the"),
        (rf"\bentitles (?:the|either|any|an)(?: other)?(?: party)? to (?:terminate|end|cancel) {DPA}",),
        unless=(THE_AGREEMENT,),
    ),
)
