"""Turns of public bodies' pages and of suppliers' annexes in Dutch that lean on the sentence before, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere bedrijven|onderaannem"
_END = r"eind|einde|stop|beëindig|afloop|verwijder|opzeg"

# Who is engaged stands first, and who tells of it behind the verb.
_OF_A_NEW_ONE = r"^[\W\d]*(?:van|over) (?:een|elke|iedere|de) (?:\w+ ){0,4}?SUBPROCESSOR (?:brengt|brengen|stelt|stellen|informeert|informeren|licht|lichten|geeft|geven|bericht|berichten) (?:de |het )?PROCESSOR (?:de |het )?CONTROLLER\b"

TURNED = (
    Plain(
        "instructions.legal_exception",
        ("legt een", "schrijft een", "eist een", "verlangt een", "legt de", "schrijft de", "eist de"),
        (
            r"^[\W\d]*(?:legt|schrijft|eist|verlangt) (?:een|de|enige) (?:\w+ )?(?:wet\w*|voorschrift|regeling) (?:van )?PROCESSOR\b[^.;]{0,90}\b(?:iets anders|anders|andere)\b",
            r"{data}",
        ),
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("attent", "wijst CONTROLLER", "wijzen CONTROLLER", "wijst PROCESSOR"),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:maakt|maken) CONTROLLER (?:er|erop|daarop)? ?(?:op )?attent\b|\bPROCESSOR\b[^.;]{0,40}\bCONTROLLER (?:erop|er) (?:op )?attent (?:te )?maken\b|"
            r"\b(?:PROCESSOR (?:wijst|wijzen) CONTROLLER|(?:wijst|wijzen) PROCESSOR CONTROLLER) (?:er|erop|daarop)\b",
            r"(?:{an_instruction})[^.;]{0,60}(?:{infringes}|\bstrijdt\b)",
        ),
    ),
    Plain(
        "processing.own_purposes",
        ("eigen gebruik", "voor zichzelf"),
        (
            r"^[\W\d]*(?:eigen gebruik|gebruik van (?:de )?{data} voor zichzelf)\b[^.;]{0,140}\b(?:uitgesloten|verboden|niet toegestaan)\b",
            r"{data}|\b(?:doorverkoop|koppeling)\b",
        ),
        value=False,
        unless=(r"\bCONTROLLER verboden\b",),
    ),
    Plain(
        "security.measures_change",
        ("verslechtering", "verlaging", "afzwakking", "vermindering", "verzwakking"),
        (
            r"\b(?:verslechtering|verlaging|afzwakking|vermindering|verzwakking)\b[^.;]{0,40}\b(?:alleen|slechts|pas|uitsluitend|enkel)\b[^.;]{0,40}\b(?:CONTROLLER\b[^.;]{0,40}\b(?:akkoord|instemt|ingestemd|goedvindt)|(?:instemming|akkoord|toestemming|goedkeuring) van CONTROLLER)\b",
        ),
        value="mutual",
        after=r"{measures}",
    ),
    Plain(
        "subprocessors.authorisation",
        ("een nieuwe", "een andere", "een volgende"),
        (
            r"^[\W\d]*(?:een (?:nieuwe|andere|volgende))\b(?! versie)[^.;]{0,30}\b(?:alleen|slechts|pas|uitsluitend|enkel)\b[^.;]{0,40}\b(?:als|wanneer|indien|nadat|na) CONTROLLER\b[^.;]{0,50}\b(?:goedvindt|goedkeurt|akkoord|instemt|ingestemd|toestemt|goedgekeurd)\b",
        ),
        value="specific",
        after=_SUBS,
    ),
    Plain(
        "subprocessors.change_notice",
        (
            "een nieuwe",
            "een andere",
            "elke nieuwe",
            "iedere nieuwe",
            "een wijziging",
            "de vervanging",
            "de inschakeling",
        ),
        (_OF_A_NEW_ONE,),
        unless=(r"{breach}", r"{audit}"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.notice_period",
        ("van tevoren", "vooraf", "voordat", "voorafgaand"),
        (_OF_A_NEW_ONE, r"\b(?:dagen|dag|weken|week|maanden|maand|werkdagen)\b"),
        value=PERIOD,
        unless=(r"{breach}", r"{audit}"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("alsof",),
        (
            r"\bSUBPROCESSOR\b[^.;]{0,40}\b(?:mis|fout|tekort|verkeerd)\b[^.;]{0,40}\b(?:spreekt CONTROLLER|houdt CONTROLLER|kan CONTROLLER) PROCESSOR\b[^.;]{0,40}\balsof (?:zij|hij|PROCESSOR|deze) (?:het|dat) zelf\b",
        ),
    ),
    Plain(
        "term.survival",
        ("ook na afloop", "ook na het einde", "ook na beëindiging"),
        (r"(?:{secrecy})[^.;]{0,60}, ook na (?:afloop|het einde|beëindiging) van (?:deze|dit|de) \w+",),
        unless=(r"\b(?:medewerkers|personeel|dienstverband)\b",),
    ),
    Plain(
        "requests.costs",
        ("hoort bij de prijs", "hoort bij de vergoeding", "valt onder de prijs", "valt binnen de vergoeding"),
        (r"^[\W\d]*(?:dat|dit|deze hulp) (?:hoort bij|valt (?:onder|binnen)) de (?:prijs|vergoeding)\b",),
        value="processor",
        after=r"{rights}|\bverzoeken?\b|\bvra(?:ag|gen)\b",
        unless=(r"{audit}", r"{breach}"),
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("licht hen niet", "licht ze niet", "informeert hen niet", "informeert ze niet"),
        (r"^[\W\d]*PROCESSOR (?:licht|informeert) (?:hen|ze|deze) (?:zelf )?niet\b",),
        value=False,
        after=r"{authority}",
    ),
    Plain(
        "end.choice_window",
        ("opvragen", "aanvragen", "vragen"),
        (
            r"\b(?:CONTROLLER (?:kan|mag)|(?:kan|mag) CONTROLLER)\b[^.;]{0,20}\b(?:tot|gedurende)\b[^.;]{0,40}\b(?:kopie|exemplaar|export)\b[^.;]{0,110}\b(?:opvragen|aanvragen|vragen)\b",
            r"{data}",
        ),
        value=PERIOD,
        under=_END,
    ),
)
"""What such a sentence settles."""
