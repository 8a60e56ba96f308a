"""Turns of English on purposes of its own and special categories of data, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import NOT, WILL_NOT
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "processing.own_purposes",
        ("anything else", "advertising", "train"),
        (
            r"\bPROCESSOR (?:do|does|will|shall) not use (?:it|them|this data|CONTROLLER data)\b[^.;]{0,12}\b(?:for|to)\b[^.;]{0,12}\b(?:anything else|advertising|train\w*|PROCESSOR own)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("own commercial", "own purposes"),
        (
            rf"{WILL_NOT} (?:retain|use|process|sell|disclose)\b[^.;]{{0,60}}\bfor (?:its|PROCESSOR|any of its) own (?:commercial )?(?:purposes|benefit)\b",
        ),
        value=False,
    ),
    Plain(
        "processing.special_categories",
        ("special categor", "sensitive"),
        (
            r"\bCONTROLLER (?:agrees?|promises?|undertakes?) not to\b[^.;]{0,60}\b(?:special categor\w+|sensitive)\b|\bCONTROLLER (?:shall|will|may|must|should) not\b[^.;]{0,60}\b(?:special categor\w+|sensitive)\b",
        ),
        value="excluded_unless_agreed",
    ),
    Plain(
        "processing.own_purposes",
        ("own",),
        (
            rf"{NOT} (?:use|process|handle|keep)\b[^.;]{{0,40}}\bfor\b[^.;]{{0,40}}\b(?:PROCESSOR own|(?:its|their|your) own|itself|yourself)\b",
        ),
        value=False,
        unless=(r"{breach}",),
    ),
    Plain(
        "processing.own_purposes",
        ("own ends", "own purposes", "own benefit", "own use"),
        (
            r"\b(?:processing|use|using)\b[^.;]{0,40}\bPROCESSOR own (?:ends|purposes|benefit|use)\b[^.;]{0,90}\b(?:prohibited|forbidden|not (?:allowed|permitted)|excluded)\b",
        ),
        value=False,
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
        "processing.own_purposes",
        ("advertis", "marketing", "train", "profil"),
        (
            r"\bPROCESSOR (?:will|shall|do|does)?\b[^;]{0,12}\b(?:never|not)\b[^.;]{0,60}\b(?:sell|use|uses|train|trains)\b",
            r"\b(?:for|to) (?:\w+ )?(?:advertising|marketing|profiling)\b|\btrain\w* (?:\w+ ){0,4}models?\b|\bbuild profiles\b",
        ),
        value=False,
        unless=(r"\bCONTROLLER (?:shall|must|may|will) not\b", r"\bunless\b", r"\bexcept\b", r"\bwithout\b"),
    ),
    Plain(
        "processing.own_purposes",
        ("for ourselves", "our own", "sell", "own purposes", "advertising"),
        (
            r"\bPROCESSOR (?:will |do |does )?(?:never|not) (?:\w+ )?use (?:it|them|CONTROLLER data|this data|these data)\b[^.;]{0,20}\b(?:for ourselves|for PROCESSOR own|to advertise|for advertising)\b",
        ),
        value=False,
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
        "processing.own_purposes",
        ("nothing", "no other", "keep to the purposes", "keeps to the purposes", "beyond what"),
        (
            r"\b(?:abstain|refrain)\b[^.;]{0,60}\buse of\b[^.;]{0,20}(?:{data})[^.;]{0,20}\bbeyond what\b|\b(?:uses?|using|process\w*|put)\b[^.;]{0,30}(?:{data})[^.;]{0,30}\bfor (?:nothing (?:but|else|other)|no (?:other|further) (?:purpose|end|use))\b|\bkeeps? to the purposes\b[^.;]{0,80}(?:{data})",
        ),
        value=False,
        unless=(r"SUBPROCESSOR", r"\bexcept\b", r"\bCONTROLLER (?:shall |will |must )?(?:\w+ )?uses?\b"),
    ),
)
