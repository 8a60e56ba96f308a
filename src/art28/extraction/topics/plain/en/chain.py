"""Turns of English on what binds sub-processors and who answers for them, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import ACTS, DPA, MUST, OTHERS, SHALL, THIS
from art28.extraction.topics.plain.plain import Plain

_CONTRACTUALLY = r"\b(?:by|in|through|under) (?:a |an |the |its )?(?:\w+ )?(?:contract|agreement|writing)\b|\bcontract(?:ual)?(?:ly)?\b|\bagreement\b|\bwritten\b"
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

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.flow_down",
        ("contract", "agreement"),
        (
            r"\b(?:contracts?|agreements?)\b[^.;]{0,20}\bwith\b[^.;]{0,20}\b(?:SUBPROCESSOR|each of them|all of them|them)\b",
            r"\b(?:protects?|protecting|gives?|offers?)\b[^.;]{0,50}\b(?:at least as (?:well|much|good|strict)|the same|no less|just as well)\b",
        ),
        unless=(r"\bnot have\b",),
    ),
    Plain(
        "subprocessors.contracts_inspectable",
        ("contract", "agreement", "copy"),
        (
            rf"{SHALL} (?:show|send|give|let)\b[^.;]{{0,12}}\bCONTROLLER\b[^.;]{{0,20}}\b(?:see )?(?:that|the|this|each|a copy of)\b[^.;]{{0,12}}\b(?:contracts?|agreements?)\b",
        ),
        under=OTHERS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("same",),
        (
            rf"{SHALL} (?:sign|make|have|agree|conclude|put|enter|get|bind|hold)\b[^.;]{{0,80}}\b(?:the )?same\b[^.;]{{0,12}}\b(?:duties|rules|terms|obligations|promises|conditions|things|level)\b",
        ),
        under=OTHERS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answer", "responsible", "liable", "yourself", "itself"),
        (
            r"\bPROCESSOR (?:answers?|are responsible|is responsible|remains? responsible|are liable|is liable|stays? responsible)\b[^.;]{0,30}\bfor\b[^.;]{0,80}\b(?:does|do|did|done|acts?|fails?|failings?|failures?|faults?|mistakes?)\b",
        ),
        under=OTHERS,
    ),
    Plain(
        "subprocessors.flow_down",
        ("bind", "impose", "same rules", "these conditions"),
        (
            rf"\bPROCESSOR (?:shall |will |must )?(?:binds?|holds?) (?:them|each of them|those companies|every SUBPROCESSOR) to the same\b|{MUST} impose (?:the terms of )?{THIS[2:]} on (?:every|each|any|all) SUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("on PROCESSOR", "answer", "responsible"),
        (
            r"\b(?:if|when|where) (?:they|one of them|any of them|a SUBPROCESSOR|it)\b[^.;]{0,30}\b(?:mess(?:es)? up|get(?:s)? it wrong|fails?|makes? a mistake|makes? mistakes|breaks?)\b[^.;]{0,40}\b(?:on PROCESSOR|PROCESSOR responsibility|PROCESSOR (?:answers?|is responsible|are responsible|takes? responsibility))\b",
        ),
        under=OTHERS,
    ),
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
        (
            rf"{ACTS}(?:have|has|sign|enter|conclude)\w*\b[^.;]{{0,40}}\b(?:contracts?|agreements?)\b[^.;]{{0,40}}\bon the (?:same|equivalent) (?:terms|conditions|basis)\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answerable", "responsible", "liable"),
        (
            r"\b(?:if|when|where) (?:an? |any |one of (?:the|them|our) ?)?(?:SUBPROCESSOR|they|them)\b[^.;]{0,30}\b(?:mess(?:es)? up|gets? (?:it|something) wrong|fails?|makes? (?:a )?mistakes?|lets? CONTROLLER down)\b[^.;]{0,20}"
            r"\bPROCESSOR (?:is|are|remains?|will be|shall be) (?:fully )?(?:answerable|responsible|liable)\b",
        ),
    ),
    Plain(
        "subprocessors.flow_down",
        ("signed up", "agreed to", "follow", "stick", "signed"),
        (
            r"^[\W\d]*(?:each|all|every one) of (?:them|these companies)\b[^.;]{0,16}\b(?:signed up to|agreed to|signed|follows?|sticks? to|has to follow)\b[^.;]{0,12}\b(?:same|equally strict|no (?:less|weaker))\b[^.;]{0,20}\b(?:rules|terms|promises|duties|obligations)\b",
        ),
        under=OTHERS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("answer for", "responsible", "on us", "liable"),
        (
            r"\bif (?:one of them|any of them|they|it)\b[^.;]{0,30}\b(?:messes up|gets? it wrong|makes? a mistake|slips? up|fails?)\b[^.;]{0,6}, PROCESSOR (?:will )?(?:answer|answers|are responsible|is responsible|take|takes)\b",
        ),
        under=OTHERS,
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
        unless=(
            r"{audit}[^.;]{0,40}\bSUBPROCESSOR\b",
            r"\bnot\b[^.;]{0,20}\b(?:imposed|held|bound)\b",
            r"\bby CONTROLLER\b",
        ),
    ),
    Plain(
        "subprocessors.processor_liable",
        ("own", "as acts", "account", "as though", "as if"),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,80}\b(?:do|does|omits?|omissions?|undone|acts?|falls? short|fails?|failures?|faults?|default\w*|conduct)\b|\b(?:acts?|omissions?|conduct|faults?|failures?)\b[^.;]{0,30}\bSUBPROCESSOR\b|\b(?:accepts?|assumes?|bears?) (?:\w+ )?(?:liability|responsibility) for (?:its |the |any |each )?SUBPROCESSOR\b",
            r"\bfor PROCESSOR (?:own )?(?:account|risk)\b|\bcounts?\b[^.;]{0,40}\bas\b[^.;]{0,40}\bof PROCESSOR\b|\b(?:accountable|answerable|responsible|liable|answers?)\b[^.;]{0,40}\bas (?:for|if|though)\b|\b(?:accepts?|assumes?|bears?) (?:\w+ )?(?:liability|responsibility)\b",
        ),
        unless=(
            r"\bnot (?:be )?(?:liable|responsible|accountable|answerable)\b",
            r"\bCONTROLLER (?:is|shall be|will be|remains) (?:\w+ )?(?:liable|responsible)\b",
        ),
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
        unless=(
            r"\bSUBPROCESSOR (?:list|notification)\b",
            r"\bnot (?:obliged|required)\b",
            r"\bCONTROLLER may (?:object|terminate)\b",
            r"\bliab\w+",
        ),
        under=OTHERS + r"|obligations|term",
    ),
    Plain(
        "subprocessors.flow_down",
        ("SUBPROCESSOR",),
        (
            r"\b(?:contract\w*|written agreement|in writing)\b",
            r"\b(?:subjects?|assumes?|binds?|bound|imposes?|obliges?|accepts?|undertakes?|takes? on)\b[^.;]{0,30}(?:{duties}|\bSUBPROCESSOR\b)|\b(?:be|is|are) subject to\b",
            rf"(?:{{duties}}|\bcommitments\b)[^.;]{{0,30}}\b(?:of|in|under|set (?:out|forth) in)\b[^.;]{{0,6}}{DPA}",
        ),
        under=OTHERS + r"|obligations|term",
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
        under=OTHERS,
        unless=(
            *_NO_LIABILITY,
            r"{audit}",
            r"\bresponsib\w+ (?:for|to) (?:choos|select|notify|inform)\w+",
            r"{rights}",
        ),
    ),
)
