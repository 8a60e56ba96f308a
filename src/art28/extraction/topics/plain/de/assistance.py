"""Turns of German on help and what it costs, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import IT
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    *(
        Plain(
            key,
            ("angaben", "informationen", "unterlagen"),
            (
                r"\bPROCESSOR\b[^.;]{0,40}\b(?:angaben|informationen|unterlagen)\b[^.;]{0,140}\b(?:benötigt|braucht|benötigten)\b",
                concept,
            ),
            unless=(r"{breach}", r"\bnicht verpflichtet\b"),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    ),
    Plain(
        "assistance.dpia",
        ("abschätzung", "art. 35", "artikel 35"),
        (
            r"\bPROCESSOR stellt\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,60}\b(?:informationen|angaben|auskünfte|unterlagen)\b[^.;]{0,80}{dpia}",
        ),
    ),
    Plain(
        "assistance.costs",
        ("aufwand", "vergüt"),
        (
            r"\b(?:mehr)?aufwand\b[^.;]{0,20}\b(?:unterstützung\w*)\b[^.;]{0,60}\bträgt (?:der )?CONTROLLER\b|\bPROCESSOR kann\b[^.;]{0,12}\bfür (?:seine|die) unterstützung\w*\b[^.;]{0,60}\bvergütung\b[^.;]{0,30}\b(?:verlangen|beanspruchen|berechnen)\b",
        ),
        value="controller",
        unless=(r"{rights}", r"{audit}"),
    ),
    *(
        Plain(
            key,
            ("abgegolten", "inbegriffen"),
            (
                r"\bunterstützung\w*\b[^;]{0,60}\b(?:ist|sind)\b[^.;]{0,60}\b(?:abgegolten|inbegriffen|enthalten|unentgeltlich|kostenlos|kostenfrei)\b",
            ),
            value="processor",
            unless=(r"\bnicht\b", r"{audit}"),
        )
        for key in ("assistance.costs", "requests.costs")
    ),
    *(
        Plain(
            key,
            ("steuert", "trägt", "bei."),
            (
                r"\b(?:steuert|trägt)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,40}\b(?:angaben|informationen|wissen|unterlagen)\b[^.;]{0,12}\bbei\b",
                concept,
            ),
        )
        for key, concept in (("assistance.dpia", r"{dpia}"), ("assistance.prior_consultation", r"{prior_consultation}"))
    ),
    Plain(
        "assistance.costs",
        ("je stunde", "pro stunde", "stundensatz"),
        (
            rf"^[\W\d]*(?:hierfür|dafür|für diese \w+)\b[^.;]{{0,6}}\b(?:berechnet|verlangt|erhält|stellt) {IT}\b[^.;]{{0,40}}\b(?:je|pro) stunde\b",
        ),
        value="controller",
        under=r"folgenabschätzung|unterstützung|mitwirkung|hilfe",
    ),
)
