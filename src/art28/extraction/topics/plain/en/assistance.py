"""Turns of English on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import ACTS, GIVES_HELP, NOT, WILL
from art28.extraction.topics.plain.plain import Plain

_HELP = r"assist|help|support|co-?operat"
_IMPACT = r"(?:{dpia}|\bassess\w*\b[^.;]{0,6}\bthe impact of\b[^.;]{0,60}\b(?:data protection|privacy)\b|\bassess\w* the impact on (?:data protection|privacy)\b)"
_CONSULTS = r"(?:{prior_consultation}|\bconsult\w*\b[^.;]{0,12}\b(?:regulators?|authorit\w+)\b|\bseek\w*\b[^.;]{0,30}\b(?:authorit\w+|regulators?)(?:'s?)? (?:view|opinion|advice)\b|\bconsultations? of (?:the |a )?(?:\w+ )?(?:authorit\w+|regulators?)\b)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "assistance.dpia",
        ("dpia", "impact assessment"),
        (r"{dpia}", rf"{WILL} (?:give|provide|send)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,20}}\binformation\b"),
        unless=(r"\bnot\b",),
    ),
    Plain(
        "assistance.costs",
        ("included",),
        (
            r"\b(?:help|assistance|support)\b[^.;]{0,20}{dpia}[^.;]{0,30}\bincluded in\b[^.;]{0,30}\b(?:plan|price|fees?|subscription)\b",
        ),
        value="processor",
    ),
    Plain(
        "assistance.costs",
        ("charge", "free of charge", "cost"),
        (rf"{NOT} charge\b|\b(?:free of charge|at no (?:extra )?(?:cost|charge)|without charge)\b",),
        value="processor",
        under=_HELP,
        unless=(r"\baudit", r"{rights}"),
    ),
    *(
        Plain(
            key,
            ("document", "information", "necessary", "contribut", "call on", "needs"),
            (
                rf"{ACTS}(?:makes? available|provides?|suppl\w+|gives?|hands?)\b[^.;]{{0,60}}\b(?:necessary|needed|required|needs|documentation|information)\b|{ACTS}(?:contributes?|co-?operates?)\b|"
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
    *(
        Plain(
            key,
            ("answer CONTROLLER questions", "answer your questions", "give CONTROLLER", "help"),
            (
                r"\bPROCESSOR (?:will )?(?:answer|answers) (?:CONTROLLER |any )?questions\b|\bPROCESSOR (?:will )?(?:help|helps|give|gives)\b",
            ),
            after=after,
            under=r"impact|dpia|assess|help|assist|regulator",
            unless=(r"{rights}", r"{audit}"),
        )
        for key, after in (
            ("assistance.dpia", r"{dpia}"),
            (
                "assistance.prior_consultation",
                r"{prior_consultation}|\bask(?:ing)?\b[^.;]{0,12}\b(?:regulator|authority)\b[^.;]{0,16}\badvice\b",
            ),
        )
    ),
    Plain(
        "assistance.costs",
        ("an hour", "per hour", "hourly"),
        (
            r"\b(?:after that|beyond that|above that|more than that)\b[^.;]{0,12}\bPROCESSOR (?:will )?(?:charge|charges|bill|bills|invoice)\b",
        ),
        value="controller",
        under=r"impact|dpia|assess|help|assist|regulator",
    ),
    *(
        Plain(
            key,
            ("help", "support", "assist", "operat", "hand"),
            (GIVES_HELP + r"|\blends?\b[^.;]{0,20}\bhand\b", concept),
            unless=(r"{breach}", r"\bnot (?:obliged|required)\b", r"\bSUBPROCESSOR (?:shall|will)\b"),
        )
        for key, concept in (
            ("assistance.dpia", rf"{_IMPACT}|{{articles_32_36}}"),
            ("assistance.prior_consultation", rf"{_CONSULTS}|{{articles_32_36}}"),
        )
    ),
    Plain(
        "assistance.costs",
        ("quot", "not included in the price", "not part of the price", "not covered by"),
        (
            r"\b(?:assistance|support|help|co-?operation|work)\b[^.;]{0,20}\b(?:is|are) not (?:included in|part of|covered by)\b[^.;]{0,12}\b(?:price|fees?|subscription|charges)\b",
        ),
        value="controller",
        unless=(r"{audit}",),
    ),
    Plain(
        "assistance.costs",
        ("quot",),
        (
            r"\bCONTROLLER (?:shall |will )?(?:pays?|bears?)\b[^.;]{0,12}\bfor (?:such|this|that|the) (?:assistance|support|help|co-?operation)\b|\b(?:separate|specific|prior) quot\w+\b[^.;]{0,20}\bfor (?:it|this|that|such)\b",
        ),
        value="controller",
        unless=(r"{audit}",),
    ),
)
