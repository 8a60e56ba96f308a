"""Turns of German on data after the end, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.de.words import END
from art28.extraction.topics.plain.plain import PERIOD, Plain

_ENDE = r"ende|löschung|rückgabe|beendigung|herausgabe"

TURNS: tuple[Plain, ...] = (
    Plain(
        "end.data",
        ("vernichte", "gelöscht", "löschen"),
        (
            r"\bCONTROLLER\b[^.;]{0,20}\bob\b[^.;]{0,60}\b(?:zurück\w*|herausgabe)\b[^.;]{0,40}\boder\b[^.;]{0,40}\b(?:vernichte\w*|gelöscht|löschen|löschung)\b",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.deadline",
        ("binnen", "innerhalb"),
        (r"\bPROCESSOR (?:erledigt|tut|macht) (?:das|dies)\b[^.;]{0,12}\b(?:binnen|innerhalb)\b",),
        value=PERIOD,
        under=r"\bende\b|beendigung",
        strength=Strength.EXPRESS,
    ),
    Plain(
        "end.choice_window",
        ("verlangt", "fordert", "wünscht"),
        (
            r"\b(?:verlangt|fordert|wünscht)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,12}\b(?:binnen|innerhalb)\b[^.;]{0,60}\b(?:herausgabe|rückgabe|export)\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "end.data",
        ("herausgabe", "rückgabe"),
        (
            r"\b(?:verlangt|fordert|wünscht)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,60}\b(?:herausgabe|rückgabe|export)\b[^.;]{0,20}\bstellt (?:der )?PROCESSOR\b[^.;]{0,60}\b(?:bereit|zur verfügung)\b",
        ),
        value="return_on_request_then_delete",
        under=END,
    ),
    Plain(
        "end.data",
        ("auszuhändigen", "herauszugeben"),
        (
            r"\bCONTROLLER (?:auszuhändigen|herauszugeben|zu übergeben) oder\b[^.;]{0,60}\b(?:nach vorheriger zustimmung|auf (?:dessen|seine) weisung)\b[^.;]{0,40}(?:{delete})",
        ),
        value="controller_chooses",
    ),
    Plain(
        "end.certificate",
        ("protokoll",),
        (r"\bprotokoll (?:der|über die) (?:löschung|vernichtung)\b[^.;]{0,40}\bvorzulegen\b",),
    ),
    Plain(
        "end.legal_retention_exception",
        ("aufbewahr", "speicher"),
        (
            r"\bgesetzliche aufbewahrungs\w+\b[^.;]{0,30}\bbleiben\b[^.;]{0,20}\bunberührt\b|\b(?:löschung|löschpflicht) ausgenommen\b[^.;]{0,40}\bgesetzlicher\b[^.;]{0,30}\baufbewahr\w*\b",
        ),
    ),
    Plain(
        "end.choice_window",
        ("nach wahl", "mit, ob"),
        (
            r"\bnach wahl (?:des|der) CONTROLLER\b[^.;]{0,12}\bdie\b[^.;]{0,12}\binnerhalb von\b[^.;]{0,80}\bauszuüben\b|"
            r"\bCONTROLLER teilt\b[^.;]{0,12}\binnerhalb von\b[^.;]{0,60}\bmit, ob\b[^.;]{0,60}\b(?:zurück\w*|herausz\w*)\b[^.;]{0,30}\b(?:lösch|vernicht)\w*",
        ),
        value=PERIOD,
    ),
    Plain(
        "end.data",
        ("nach ablauf", "danach", "anschließend"),
        (r"^[\W\d]*(?:nach ablauf (?:dieser|der) frist|danach|anschließend)\b[^.;]{0,12}(?:{delete})",),
        value="return_on_request_then_delete",
        under=END,
        after=r"\bCONTROLLER\b[^.;]{0,60}\b(?:verlangen|fordern|bitten)\b[^.;]{0,120}\b(?:ausgehändigt|herausgegeben|übergeben|zurückgegeben)\b",
    ),
    Plain(
        "end.legal_retention_exception",
        ("aufzuheben", "aufzubewahren", "aufbewahrt"),
        (
            r"^[\W\d]*was (?:nach|aufgrund)\b[^.;]{0,40}\b(?:\w*recht|\w*gesetz\w*|vorschrift\w*)\b[^.;]{0,12}\b(?:aufzuheben|aufzubewahren|aufbewahrt werden muss)\b",
        ),
        under=END,
    ),
    Plain(
        "end.legal_retention_exception",
        ("gesetz", "recht"),
        (
            r"\b(?:gesetz\w*|recht)\b[^.;]{0,100}\b(?:aufbewahr\w*|aufzubewahren|speicher\w*|vorhalt\w*)\b|\b(?:aufbewahr\w*|aufzubewahren|speicher\w*)\b[^.;]{0,60}\b(?:gesetz\w*|recht)\b",
            r"\b(?:bleiben|bleibt|ausgenommen|dürfen|darf|soweit|sofern|es sei denn|außer|zwingt|verpflichtet|gebietet|insoweit|unberührt)\b",
        ),
        under=_ENDE,
        unless=(
            r"\bback-?ups?\b",
            r"{rights}",
            r"\bSUBPROCESSOR\b",
            r"\bCONTROLLER (?:ist|bleibt) (?:\w+ )?verantwortlich\b",
        ),
    ),
)
