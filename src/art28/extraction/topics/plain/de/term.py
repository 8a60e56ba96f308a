"""Turns of German on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import ANY_CONTRACT, DPA, END, GERMAN_MAIN, MAIN, TELLS, THIS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.amendment",
        ("beide seiten", "beiden seiten", "beide parteien"),
        (
            r"\bänderungen\b[^.;]{0,40}\b(?:beide[nr]? (?:seiten|parteien|vertragspartner\w*))\b[^.;]{0,30}\b(?:unterschr\w+|unterzeichn\w+)",
        ),
        value="mutual_written",
    ),
    Plain(
        "term.amendment",
        ("frist", "ankünd", "mitteil"),
        (
            r"\bPROCESSOR (?:dürf\w*|darf|kann|können) diese (?:vereinbarung|bedingungen)\b[^.;]{0,80}\b(?:frist|ankündigung|mitteilung|vorher)\b[^.;]{0,40}\bänder\w*",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.amendment",
        ("änderungen dieses", "änderungen dieser", "änderungen an diese", "anpassungen diese", "anpassungen an diese"),
        (
            rf"\b(?:änderungen|anpassungen) (?:an )?(?:dieses vertrags|dieser vereinbarung|diesem vertrag|dieses avv)\b[^.;]{{0,20}}\b{TELLS} (?:der |die )?PROCESSOR\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.lasts",
        ("solange",),
        (
            rf"(?:{THIS}|\b(?:er|sie))\b[^.;]{{0,12}}\b(?:gilt|läuft|besteht|bleibt)\b[^.;]{{0,20}}\bsolange (?:das|der|die) (?:nutzungsverhältnis|vertragsverhältnis|hauptvertrag|nutzungsvertrag|dienstleistungsvertrag|geschäftsbeziehung)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("mit der registrierung", "mit der anmeldung", "mit dem abschluss der bestellung", "durch anklicken"),
        (
            rf"\b(?:mit der (?:registrierung|anmeldung)|mit dem abschluss der bestellung|durch anklicken)\b[^.;]{{0,30}}\b(?:stimmt|akzeptiert|nimmt|kommt)\b[^.;]{{0,30}}(?:{THIS}|\bdiese[mnr] (?:vertrag|vereinbarung))",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.amendment",
        ("vorher", "im voraus", "zuvor"),
        (
            r"^[\W\d]*(?:der )?änderungen\b[^.;]{0,30}\b(?:teilt|kündigt|gibt) (?:der |die )?PROCESSOR\b[^.;]{0,60}\b(?:vorher|im voraus|zuvor)\b[^.;]{0,12}\b(?:mit|an|bekannt)\b",
        ),
        value="processor_with_notice",
        under=r"schluss|änderung|sonstig|allgemein",
        unless=(r"SUBPROCESSOR", r"{measures}"),
    ),
    Plain(
        "term.lasts",
        ("gekoppelt", "gebunden"),
        (
            rf"\b(?:dauer|laufzeit)\b[^.;]{{0,30}}\ban (?:die|das|den)\b[^.;]{{0,30}}(?:{ANY_CONTRACT})[^.;]{{0,12}}\b(?:gekoppelt|gebunden|geknüpft)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.survival",
        ("gilt", "besteht"),
        (
            r"\bpflicht zur (?:verschwiegenheit|vertraulichkeit|geheimhaltung)\b[^.;]{0,12}\b(?:gilt|besteht)\b[^.;]{0,20}\b(?:weiter|fort|unbegrenzt)\b",
        ),
        under=END,
    ),
    Plain(
        "term.starts",
        ("wirksam", "kraft"),
        (
            rf"\b(?:{THIS})[^.;]{{0,12}}\b(?:wird wirksam|tritt in kraft|gilt)\b[^.;]{{0,12}}\bsobald CONTROLLER\b[^.;]{{0,40}}\b(?:zustimmt|annimmt|akzeptiert|bestätigt)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.lasts",
        ("laufzeit", "dauer"),
        (
            rf"\b(?:dauer|laufzeit) (?:des auftrags|dieses vertrag(?:e?s)|dieser vereinbarung|der verarbeitung)\b[^.;]{{0,12}}\bentspricht\b[^.;]{{0,12}}\b(?:laufzeit|dauer) (?:des|der) (?:{ANY_CONTRACT})",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("konto",),
        (
            rf"\b(?:{THIS})[^.;]{{0,12}}\b(?:gilt|läuft|besteht)\b[^.;]{{0,12}}\bsolange CONTROLLER\b[^.;]{{0,20}}\b(?:konto|account|dienste?|vertrag)\b",
        ),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("gelöscht", "zurückgegeben"),
        (
            rf"\b(?:{THIS})[^.;]{{0,20}}\b(?:kraft|gilt|besteht|läuft)\b[^.;]{{0,12}}\bbis\b[^.;]{{0,30}}\bdaten\b[^.;]{{0,20}}\b(?:gelöscht|zurückgegeben)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment",
        ("ändern", "änderungen"),
        (
            rf"\bPROCESSOR (?:kann|darf) (?:{THIS})[^.;]{{0,20}}\bändern, (?:wenn|sofern|soweit)\b[^.;]{{0,100}}\b(?:informiert|mitteilt|ankündigt|unterrichtet)\b|"
            rf"\bänderungen (?:dieser (?:bedingungen|vereinbarung)|dieses vertrag(?:e?s))\b[^.;]{{0,12}}\bteilt (?:der )?PROCESSOR\b[^.;]{{0,60}}\bmit\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.lasts",
        ("dauer", "laufzeit"),
        (
            rf"\bdauer (?:des auftrags|der (?:verarbeitung|beauftragung)|dieser vereinbarung|dieses vertrags)\b[^.;]{{0,12}}\b(?:entspricht|gleicht|richtet sich nach)\b[^.;]{{0,60}}\b{GERMAN_MAIN}|"
            rf"\b(?:auftrag|vereinbarung|vertrag) hat (?:dieselbe|die gleiche) (?:dauer|laufzeit) wie (?:der |die |das )?{GERMAN_MAIN}|"
            rf"^[\W\d]*(?:dauer|laufzeit)\W+(?:wie |entspricht )(?:der |die |das )?{GERMAN_MAIN}\W*$",
        ),
        value="main_agreement",
        unless=(r"\b(?:aufbewahrung|speicher)\w*",),
    ),
    Plain(
        "term.starts",
        ("freischaltung", "aktivier", "freigeschaltet"),
        (
            r"\b(?:mit der (?:freischaltung|aktivierung)|ab dem zeitpunkt|sobald|mit (?:freischaltung|aktivierung))\b[^.;]{0,60}\b(?:zugangs?|kontos?|aktiviert|freigeschaltet|wirksam|gilt)\b",
            rf"(?:{DPA})[^.;]{{0,60}}\b(?:wirksam|gilt|kraft|bestandteil)\b|\bwirksam\b",
            rf"{MAIN}",
        ),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("solange", "so lange", "dauer", "laufzeit", "endet", "schicksal"),
        (
            rf"(?:{DPA}|\bauftrag\b)[^.;]{{0,30}}\b(?:besteht|gilt|läuft|dauert)\b[^.;]{{0,12}}\b(?:solange|so lange wie)\b[^.;]{{0,12}}{MAIN}|"
            rf"\bmit dem ende (?:des |der )?{MAIN}[^.;]{{0,12}}\bendet\b[^.;]{{0,12}}(?:{DPA})|"
            rf"\b(?:eigene laufzeit|eigene dauer)\b[^.;]{{0,30}}\bnicht\b|\bteilt (?:diejenige|die|das schicksal|die laufzeit) (?:des |der )?{MAIN}|"
            rf"\bmit dem {MAIN} endet (?:er|sie|es|auch)\b",
            MAIN,
        ),
        value="main_agreement",
        unless=(r"{secrecy}", r"{keep_by_law}"),
    ),
    Plain(
        "term.survival",
        ("fort", "geschuldet", "hinaus"),
        (
            r"\büber das (?:ende|vertragsende)\b[^.;]{0,20}\bhinaus\b[^.;]{0,20}\b(?:wirken|gelten|bestehen)\b[^.;]{0,60}\bfort\b|\bnach dem (?:vertrags)?ende\b[^.;]{0,120}\bbleibt geschuldet\b",
        ),
        unless=(r"{staff}",),
    ),
    Plain(
        "term.amendment",
        ("beiden parteien", "beider parteien", "beide parteien"),
        (
            r"\b(?:geändert|änderungen)\b",
            r"\b(?:nur|wenn|bedürfen|bedarf)\b[^.;]{0,80}\b(?:von beiden parteien|beider parteien|beide parteien)\b[^.;]{0,40}\b(?:unterzeichnet\w*|unterschrieben\w*|unterschrift\w*|urkunde|schriftlich)\b",
        ),
        value="mutual_written",
        unless=(r"\bmaßnahmen\b",),
    ),
    Plain(
        "term.lasts",
        (
            *("gekoppelt", "laufzeit", "dauer", "geltung", "erlischt", "entfällt", "endet", "für die zeit", "solange"),
            "mit wegfall",
        ),
        (
            rf"(?:{DPA})[^.;]{{0,60}}\b(?:gekoppelt|geknüpft|gebunden)\b[^.;]{{0,40}}\b(?:endet|erlischt|entfällt)\b|(?:{DPA})[^.;]{{0,60}}\b(?:endet|erlischt|entfällt)\b[^.;]{{0,12}}\bmit (?:dem |der )?(?:{MAIN}|ihm|ihr|diesem|dessen)|"
            rf"\bmit (?:dem )?(?:wegfall|ende|ablauf|erlöschen)\b[^.;]{{0,10}}(?:{MAIN})[^.;]{{0,12}}\b(?:endet|erlischt|entfällt)\b|\b(?:laufzeit|dauer|geltungsdauer|geltung)\b[^.;]{{0,6}}(?:{DPA})[^.;]{{0,20}}\b(?:deckt sich|stimmt überein|entspricht|ist identisch|fällt zusammen|folgt|richtet sich)\b[^.;]{{0,20}}(?:{MAIN})|\bfür die zeit\b[^.;]{{0,20}}(?:{MAIN})[^.;]{{0,60}}\b(?:läuft|besteht|gilt)\b",
            MAIN,
        ),
        value="main_agreement",
        unless=(r"{secrecy}",),
    ),
    Plain(
        "term.survival",
        ("nach vertragsende", "nach dem ende", "nach beendigung", "über das ende"),
        (
            r"\b(?:nach (?:vertragsende|dem ende|beendigung|dem vertragsende)|über das (?:vertrags)?ende)\b",
            r"\b\w*pflichten\b[^.;]{0,80}\b(?:noch|weiter\w*|fort\w*|bestehen|erfüllen|gelten)\b",
        ),
        under=r"laufzeit|dauer|gegenstand|beendigung|schluss",
    ),
)
