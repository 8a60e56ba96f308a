"""Turns of German on instructions, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import PANNE, SAGT_ES, TELLS
from art28.extraction.topics.plain.plain import Plain

_WEISUNG = r"{an_instruction}"
_TELLS_HIM = r"(?:{inform}|\bgibt\b[^.;]{0,60}\b(?:ab|weiter)\b|\bnachricht\b|\bbescheid\b)"
_RECHT = r"\b(?:\w*recht\w*|gesetz\w*|dsgvo|datenschutz\w*|vorschrift\w*|rechtmäßig\w*)\b"
_WIDRIG = r"(?:{infringes}|\bnicht (?:rechtmäßig|zulässig|erlaubt|vereinbar|statthaft|in einklang|im einklang)\b|\b(?:verletzt|verstößt|widrig\w*|\w+widrig\w*|unzulässig\w*|rechtswidrig\w*|unvereinbar\w*|widerspricht|zuwiderläuft|unrechtmäßig\w*|zweifel\w*|bedenk\w*)\b)"

TURNS: tuple[Plain, ...] = (
    Plain(
        "instructions.only_on_instruction",
        ("nur so", "nur das", "nur wie", "ausschließlich so"),
        (
            r"\bPROCESSOR (?:verarbeite\w*|nutz\w*|tun|tut)\b|\b(?:verarbeite\w*|nutz\w*) PROCESSOR\b",
            r"\b(?:nur|ausschließlich) (?:so, wie|so wie|das, was|wie) CONTROLLER\b … \b(?:vorg\w+|vorgeb\w*|anweis\w*|weisung\w*|wünsch\w*|verlang\w*|auftrag\w*|beauftrag\w*)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("gesetz", "recht"),
        (
            r"\b(?:außer|es sei denn|ausgenommen)\b[^.;]{0,30}\b(?:gesetz\w*|recht)\b[^.;]{0,30}\b(?:verpflichte\w*|zwing\w*|verlang\w*)\b",
            r"\b(?:weisung\w*|vorg\w+|nur|ausschließlich)\b",
        ),
        unless=(r"\blösch\w*", r"{secrecy}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung", "auftrag"),
        (
            r"\b(?:halten|hält|finden|meinen) (?:PROCESSOR )?(?:eine|ihre|die|CONTROLLER) ?(?:weisung|anweisung)\b|\b(?:weisung|anweisung)\b",
            r"\b(?:rechtswidrig|unzulässig|verstoß\w*|verstöß\w*|verbot\w*)\b",
            r"\b(?:sag(?:t|en)|meld(?:et|en)|teil(?:t|en)|weis(?:t|en)) (?:PROCESSOR )?CONTROLLER\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("nur so",),
        (
            r"\bPROCESSOR darf\b[^.;]{0,40}\bnur so\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\b(?:angewiesen|vorg\w+|verlang\w*|beauftragt|gewünscht)\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("etwas anderes",),
        (
            r"\b(?:verlangt|fordert|gebietet|verpflichtet|zwingt)\b[^.;,]{0,20}\b(?:gesetz|recht|vorschrift)\w*\b[^.;,]{0,60}\b(?:etwas anderes|zu etwas anderem)\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            r"\b(?:meint|glaubt|findet|denkt) (?:sie|er|PROCESSOR), dass\b[^.;]{0,60}\bweisung\b[^.;]{0,60}\b(?:verstößt|rechtswidrig|unzulässig|verboten)\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("rechtswidrig", "unzulässig", "rechtsverletzend", "nicht zulässig"),
        (
            rf"\b(?:hält|erachtet|betrachtet) (?:der |die )?PROCESSOR (?:eine|die) (?:\w+ )?weisung (?:für|als) (?:rechtswidrig|unzulässig|rechtsverletzend|nicht zulässig)\b[^.;]{{0,12}}\b{TELLS}\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("andere",),
        (
            r"\b(?:zu|für) anderen?\b[^.;]{0,20}\b(?:als|zwecke\w*)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,30}\b(?:angewiesen\w*|vorgegeben\w*|beauftragt\w*|bestimmt\w*)\b[^.;]{0,30}\b(?:nicht|unzulässig|untersagt)\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("tätig",),
        (
            r"\bPROCESSOR wird (?:\w+ )?(?:ausschließlich|nur|allein) auf (?:\w+ )?(?:veranlassung|weisung|anweisung|anforderung) (?:des |der |von )?CONTROLLER tätig\b",
        ),
    ),
    Plain(
        "instructions.legal_exception",
        ("ohne weisung", "abweichend von", "außerhalb der weisung"),
        (
            r"\b(?:ohne|abweichend von|außerhalb der) (?:einer |eine |der |den )?weisung(?:en)?\b[^.;]{0,30}\bnur\b[^.;]{0,60}\b(?:rechtsvorschrift\w*|gesetz\w*|recht)\b[^.;]{0,60}\b(?:zwing\w*|verpflichte\w*|verlang\w*|vorschreib\w*|vorschreibt|gebiete\w*)",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("verwehrt", "untersagt", "verboten", "nicht gestattet", "ohne weisung"),
        (
            r"\b(?:jede |eine |alle )?(?:verarbeitung|verwendung|nutzung)\b[^.;]{0,30}\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b[^.;]{0,30}\bnicht\b[^.;]{0,60}\bweisung\b|"
            r"\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b[^.;]{0,60}\b(?:ohne|außerhalb)\b[^.;]{0,20}\bweisung|"
            r"\b(?:verarbeitung|verwendung|nutzung)\b[^.;]{0,30}\bnicht\b[^.;]{0,20}\bweisung\b[^.;]{0,60}\b(?:verwehrt|untersagt|verboten|nicht gestattet)\b|"
            r"\bohne (?:\w+ )?weisung\b[^.;]{0,30}\bPROCESSOR\b[^.;]{0,12}\bdaten nicht\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("hinweis", "bedenk", "bescheid", "sagt", "wendet", "zweifel"),
        (
            r"\bweisung\b[^.;]{0,30}\b(?:nicht (?:im|in) (?:einklang|übereinstimmung)|nicht vereinbar|rechtlich bedenklich|mit dem (?:datenschutz)?recht)\b[^.;]{0,60}\b(?:gibt|erteilt|sagt|meldet|teilt|weist)\b[^.;]{0,40}\b(?:hinweis|bedenken|bescheid|mit|hin|dies|das)\b|"
            r"\b(?:zweifel|bedenken)\b[^.;]{0,30}\b(?:zulässigkeit|rechtmäßigkeit)\b[^.;]{0,20}\bweisung\b[^.;]{0,12}\b(?:meldet|teilt|zeigt|äußert|sagt|weist)\b",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("weisung",),
        (
            r"\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b[^.;]{0,140}\b(?:kein\w*|nicht)\b|\bkein\w*\b[^.;]{0,60}\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b|"
            r"\bverarbeit\w*\b[^.;]{0,80}\bohne (?:\w+ )?(?:dokumentierte |schriftliche )?weisung\w*\b[^.;]{0,60}\b(?:nicht|kein\w*|unzulässig|untersagt)\b|"
            r"\ballein (?:die |maßgeblich )?[^.;]{0,20}\bweisung\w*\b[^.;]{0,40}\b(?:bestimm\w*|maßgeb\w*|entscheid\w*|zulässig)\b|\bmaßgeb\w*\b[^.;]{0,80}\b(?:allein|nur|ausschließlich)\b[^.;]{0,20}\bweisung\w*\b|"
            r"\ban (?:die|seine|deren|dessen|ihre) (?:\w+ )?weisung\w*\b[^.;]{0,40}\bgebunden\b",
            r"{processes}|\bverarbeit\w*|{data}",
        ),
        unless=(r"{infringes}", r"{audit}", r"\bSUBPROCESSOR\b", r"{breach}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("gesetz", "recht"),
        (
            r"\bausnahmen?\b[^.;]{0,40}\b(?:gelten|gilt|besteht|bestehen|zulässig)\b[^.;]{0,60}\b(?:gesetz\w*|recht\w*)\b[^.;]{0,60}\b(?:vorschreib\w*|verlang\w*|verpflicht\w*|gebiet\w*|forder\w*|zwing\w*)\b|"
            r"\b(?:anderes|abweichendes) (?:gilt|ist)\b[^.;]{0,40}\b(?:gesetz\w*|recht\w*)\b",
        ),
        after=_WEISUNG + r"|\bangewiesen\b",
        unless=(r"{delete}", r"{keep}", r"{breach}", r"{rights}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (
            rf"(?:{_WEISUNG})[^.;]{{0,120}}\b(?:datenschutzwidrig|rechtswidrig|unzulässig|unvereinbar|vereinbar|verstößt|verstoß\w*|verletzt|widerspricht|rechtmäßig\w*)\b",
            r"\b(?:hält|erachtet|zweifel|bedenken|erscheint|auffassung|ansicht|sicht|schluss|meinung|überzeugung|einschätzung|sieht)\b",
            rf"{_TELLS_HIM}|\bweist\b[^.;]{{0,40}}\bhin\b|\bmeldet\b|\bvorzutragen\b|\bvorzubringen\b|\bmitzuteilen\b|\berhält\b[^.;]{{0,60}}\bnachricht\b",
        ),
        unless=(r"{audit}", r"SUBPROCESSOR", r"\bnicht verpflichtet\b"),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("weisung",),
        (
            r"\b(?:bestimmt sich|richtet sich)\b[^.;]{0,20}\b(?:allein|nur|ausschließlich|einzig)\b[^.;]{0,20}\bweisung\w*|\b(?:nur|allein|ausschließlich|lediglich|einzig)\b[^.;]{0,40}\bweisung\w*\b|\bweisung\w*\b[^.;]{0,40}\bgebunden\b|\bnach maßgabe\b[^.;]{0,20}\bweisung\w*|\bsetzt\b[^.;]{0,40}\bweisung\w*\b[^.;]{0,40}\bvoraus\b|\bbedarf\b[^.;]{0,30}\bweisung\w*",
            r"{processes}|{data}|\bpersonenbezogen\w*|\babweich\w*",
        ),
        unless=(
            r"{audit}",
            r"\bSUBPROCESSOR\b",
            PANNE,
            r"\bpersonen\b[^.;]{0,60}\bunterstell\w*",
            r"\bbefugt\w*",
            r"\bantwort\w*|\banfrage\w*|\bauskünfte\b|\bauskunft\b",
        ),
    ),
    Plain(
        "instructions.infringement_warning",
        ("weisung",),
        (r"\bweisung\w*", _WIDRIG, _RECHT + r"|\bunzulässig\w*|\brechtmäßig\w*", SAGT_ES, r"\bPROCESSOR\b"),
        unless=(
            r"{audit}",
            r"SUBPROCESSOR",
            r"\bCONTROLLER (?:ist|haftet|stellt sicher|gewährleistet|verantwortet|trägt)\b",
            r"\bnicht verpflichtet\b",
            r"\bdatenpanne\b",
        ),
    ),
)
