"""Turns of German on requests of data subjects, as speech.py reads them."""

from art28.extraction.topics.plain.de.words import IT, PANNE
from art28.extraction.topics.plain.plain import PERIOD, Plain

_REQUESTS = r"betroffen|anfragen|rechte"
_PASSES_ON = (
    r"\b(?:gibt|geben|gab)\b[^.;]{0,80}\bCONTROLLER (?:ab|weiter)\b|\b(?:reicht|leitet)\b[^.;]{0,80}\bCONTROLLER weiter\b|\b(?:zugeleitet|übermittelt|weitergereicht|weitergegeben|übergeben|weitergeleitet|überstellt)\b|"
    r"\bübermittelt\b[^.;]{0,40}\bCONTROLLER\b"
)
_ANFRAGE = r"\b(?:anfragen?|anliegen|anträge?n?|ersuchen|begehren)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "requests.assist",
        ("helfen", "unterstütz", "hilft"),
        (
            r"\bPROCESSOR (?:helfen|hilft|unterstütz\w*) CONTROLLER\b[^.;]{0,40}\b(?:antwort\w*|beantwort\w*|anfrage\w*)\b",
        ),
        unless=(r"\bnicht\b",),
    ),
    Plain(
        "requests.handling",
        ("anfragen", "anliegen", "anträge", "begehren"),
        (
            r"\b(?:anfragen|anliegen|anträge|begehren)\b[^.;]{0,40}\b(?:gibt|reicht|leitet) (?:die |der )?PROCESSOR\b[^.;]{0,60}\bweiter\b",
        ),
        value="forward",
        under=r"hilfe|unterstütz|betroffen|rechte|anfragen",
    ),
    Plain(
        "requests.handling",
        ("verweist er", "verweist sie", "leitet er", "leitet sie"),
        (
            r"\bwendet sich\b[^.;]{0,30}\ban (?:ihn|sie|PROCESSOR), (?:so )?(?:verweist|leitet) (?:er|sie)\b[^.;]{0,40}\bCONTROLLER\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.handling",
        ("verweist",),
        (r"\bPROCESSOR verweist\b[^.;]{0,12}\b(?:betroffene\w*|sie|diese)\b[^.;]{0,60}\ban (?:den )?CONTROLLER\b",),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("rechte betroffener", "rechten betroffener", "betroffenenrecht"),
        (
            r"\b(?:rechten? betroffener|betroffenenrechten?)\b[^.]{0,80}\bstellt\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\b(?:bereit|zur verfügung)\b",
        ),
    ),
    Plain(
        "requests.assist",
        ("beantwortung",),
        (
            r"\bstellt\b[^;]{0,30}\bCONTROLLER\b[^;]{0,20}\bfür die beantwortung\b[^.;]{0,90}\b(?:zur verfügung|bereit)\b|\bPROCESSOR\b[^;]{0,12}\bstellt\b[^;]{0,60}\bfür die beantwortung\b[^.;]{0,90}\b(?:zur verfügung|bereit)\b",
            r"\b(?:anträge\w*|anfragen|ersuchen|begehren|auskünfte)\b",
        ),
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.handling",
        ("schreiben", "post", "mails", "anliegen"),
        (
            r"\b(?:schreiben|post|mails|anliegen|eingaben) (?:von |der )?betroffene\w*\b[^.;]{0,20}\b(?:gibt|leitet|reicht|sendet|schickt)\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,12}\b(?:ab|weiter|zu)\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("zusammen", "heraus", "bereit", "zur verfügung"),
        (
            rf"^[\W\d]*was (?:dieser|diese|CONTROLLER)\b[^.;]{{0,20}}\b(?:beantwortung|antwort)\b[^.;]{{0,20}}\b(?:braucht|benötigt)\b[^.;]{{0,6}}, (?:stellt|sucht|gibt|liefert) {IT}\b",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("zusammen", "heraus", "bereit", "zur verfügung"),
        (
            rf"^[\W\d]*was (?:dieser|diese|CONTROLLER)\b[^.;]{{0,20}}\b(?:beantwortung|antwort)\b[^.;]{{0,20}}\b(?:braucht|benötigt)\b[^.;]{{0,6}}, (?:stellt|sucht|gibt|liefert) {IT}\b[^.;]{{0,20}}\b(?:innerhalb|binnen)\b",
        ),
        value=PERIOD,
        under=_REQUESTS,
    ),
    Plain(
        "requests.handling",
        ("anfrage", "anliegen", "antrag", "anträge", "ersuchen", "begehren"),
        (
            rf"(?:{_PASSES_ON})|\b(?:so |er |es |PROCESSOR )?(?:gibt|reicht|leitet)\b[^.;]{{0,60}}\ban\b[^.;]{{0,30}}\bCONTROLLER (?:ab|weiter)\b",
            rf"(?:{_ANFRAGE})",
            r"\bbetroffene[nr]?\b|\bbetroffenen\b|\bpersonen?\b",
            r"\bPROCESSOR\b|\bihm\b",
        ),
        value="forward",
        under=r"betroffen|rechte|anfrage",
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.assist",
        ("hilfestellung", "behilflich", "hilft", "unterstütz", "mithilfe"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:leistet|gibt|gewährt|bietet)\b[^.;]{0,40}\b(?:hilfestellung|hilfe|unterstützung|beistand)\b|\bhilft\b[^.;]{0,20}\bPROCESSOR\b",
            r"\brechten? (?:der |von )?betroffene[nr]?\b|\bbetroffenenrechte\w*|\bbetroffene[nr]?\b[^.;]{0,40}\b(?:rechte|anfragen|anträge)\b",
        ),
        unless=(r"{breach}", r"SUBPROCESSOR"),
    ),
    Plain(
        "requests.deadline",
        ("tagen", "tage", "tag ", "wochen", "woche", "stunden"),
        (
            r"\b(?:binnen|innerhalb|spätestens|höchstens|längstens)\b[^.;]{0,30}\b(?:\w*tag\w*|wochen?|stunden)\b",
            r"\b(?:zu liefern|überlassen|zur verfügung|bereitzustellen|vorzulegen|zu übermitteln|erhält (?:der |die )?CONTROLLER|zeit, um|zu leisten|liefert|zeit)\b",
            r"\b(?:betroffenenanfragen?|anfragen? (?:von )?betroffener?\w*|unterstützung|auskunft)\b",
        ),
        value=PERIOD,
        under=r"betroffen",
        unless=(r"{breach}", r"{audit}", r"\bweiter\b", r"\bab\b[^.;]{0,3}$"),
    ),
    Plain(
        "requests.handling",
        ("anfrage", "anliegen", "antrag", "anträge", "ersuchen", "begehren"),
        (
            r"\b(?:anfragen?|anliegen|anträge?n?|ersuchen|begehren)\b",
            r"\b(?:reicht|gibt|leitet|sendet|schickt)\b[^.;]{0,60}\bCONTROLLER (?:durch|ab|weiter|zu)\b|\b(?:reicht|gibt|leitet|sendet|schickt)\b[^.;]{0,40}\ban\b[^.;]{0,20}\bCONTROLLER\b|\bverweist\b[^.;]{0,40}\bCONTROLLER\b|\b(?:anfragen?|anliegen|anträge?|ersuchen|begehren)\b[^.;]{0,80}\b(?:sind|werden|ist|wird)\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,40}\b(?:zuzuleiten|weiterzuleiten|zu übermitteln|überlassen|weitergeleitet|vorgelegt|vorzulegen|zugeleitet|zu übergeben|abzugeben)\b",
            r"\bbetroffene[nr]?\b|\bbetroffenen\b",
        ),
        value="forward",
        unless=(r"{audit}", PANNE, r"\bSUBPROCESSOR\b"),
    ),
)
