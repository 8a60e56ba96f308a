"""Turns of Dutch on sub-processors and changes of them, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import ANOTHER, OPENS, OTHERS, SUBS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_NO_HEADING_OR_SUBS = rf"^$|{SUBS}"
_YES = (
    r"(?:goed ?vindt?|goedkeurt|toestemming (?:geeft|heeft gegeven)|akkoord (?:is|geeft|gaat)|ja zegt|ja heeft gezegd)"
)
# Who is engaged stands first, and who tells of it behind the verb.
_OF_A_NEW_ONE = r"^[\W\d]*(?:van|over) (?:een|elke|iedere|de) (?:\w+ ){0,4}?SUBPROCESSOR (?:brengt|brengen|stelt|stellen|informeert|informeren|licht|lichten|geeft|geven|bericht|berichten) (?:de |het )?PROCESSOR (?:de |het )?CONTROLLER\b"
_APPROVED = (
    r"(?:goedgekeurd|goedgevonden|goed (?:heeft )?gevonden|ingestemd|toegestemd|bewilligd|akkoord|toestemming|instemt)"
)
_NEW = r"(?:een|elke|iedere|de) (?:nieuwe|andere) SUBPROCESSOR"

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.authorisation",
        ("alleen als", "alleen na", "pas als", "pas na", "alleen wanneer"),
        (
            rf"\b(?:alleen|pas|slechts) (?:als|wanneer|nadat) CONTROLLER\b[^.;]{{0,40}}\b{_YES}\b|\bnieuwe?\b[^.;]{{0,20}}\b(?:alleen|pas|slechts) na (?:\w+ )?(?:akkoord|toestemming|goedkeuring)\b",
        ),
        value="specific",
        under=SUBS,
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("geen SUBPROCESSOR", "SUBPROCESSOR"),
        (
            rf"{OPENS}geen (?:andere |nieuwe )?SUBPROCESSOR (?:\w+ )?zonder\b[^.;:]{{0,30}}\b(?:toestemming|akkoord|goedkeuring)\b|"
            r"SUBPROCESSOR:[^;]{3,90}\bnieuwe?\b[^.;]{0,20}\b(?:alleen|pas|slechts) na (?:\w+ )?(?:akkoord|toestemming|goedkeuring)\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.change_notice",
        ("overstap", "komt er", "wil"),
        (
            r"\b(?:wil|willen|gaat|gaan|stapt|stappen) PROCESSOR\b[^.;]{0,20}\b(?:over(?:stappen)? (?:op|naar)|gebruik maken van|werken met|inschakelen)\b[^.;]{0,20}\b(?:ander\w*|nieuwe?)\b|"
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^.;,]{0,12}\bbij\b",
            r"\b(?:laat|laten|hoort|horen|krijgt|krijgen|mailt|mailen|meldt|melden)\b",
            r"\b(?:vooraf|van ?tevoren|eerst)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
    ),
    Plain(
        "subprocessors.objection",
        ("nee zeg", "bezwaar", "niet mee eens"),
        (
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^;]{0,160}\bCONTROLLER (?:\w+ )?(?:nee zeggen|bezwaar maken)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("nee zeg", "bezwaar"),
        (
            r"\bkomt er (?:nog )?een (?:nieuwe |andere )?(?:leverancier|SUBPROCESSOR|partij|bedrijf)\b[^;]{0,160}\bCONTROLLER (?:\w+ )?(?:nee zeggen|bezwaar maken)\b",
        ),
        under=_NO_HEADING_OR_SUBS,
        value="general",
    ),
    Plain(
        "subprocessors.authorisation",
        ("general authorisation", "general consent", "algemene toestemming"),
        (r"SUBPROCESSOR[^.;]{0,40}\((?:general (?:authorisation|consent)|algemene toestemming)\)",),
        value="general",
    ),
    Plain(
        "subprocessors.authorisation",
        ("in de plaats komen", "in de plaats treden", "deze vervangen"),
        (
            r"\b(?:geeft?|verleent) CONTROLLER\b[^.;]{0,12}\btoestemming\b|\bCONTROLLER (?:geeft?|verleent)\b[^.;]{0,12}\btoestemming\b",
            r"\bvoor (?:deze|die|de genoemde) (?:\w+ )?(?:SUBPROCESSOR|bedrijven|partijen|leveranciers)\b[^.;]{0,12}\ben voor\b[^.;]{0,40}\b(?:in de plaats (?:komen|treden)|vervangen)\b",
        ),
        value="general",
    ),
    Plain(
        "subprocessors.authorisation",
        ("zolang",),
        (
            r"\bzolang CONTROLLER (?:\w+ )?niet\b[^.;]{0,30}\b(?:ingestemd|akkoord|toegestemd)\b[^.;]{0,20}\bSUBPROCESSOR\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.authorisation",
        ("een nieuwe", "een andere", "een volgende"),
        (
            r"^[\W\d]*(?:een (?:nieuwe|andere|volgende))\b(?! versie)[^.;]{0,30}\b(?:alleen|slechts|pas|uitsluitend|enkel)\b[^.;]{0,40}\b(?:als|wanneer|indien|nadat|na) CONTROLLER\b[^.;]{0,50}\b(?:goedvindt|goedkeurt|akkoord|instemt|ingestemd|toestemt|goedgekeurd)\b",
        ),
        value="specific",
        after=SUBS,
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
        "subprocessors.authorisation",
        ("vraagt",),
        (
            r"\bvoor (?:andere|nieuwe|elke|iedere|een andere|een nieuwe) SUBPROCESSOR vraagt PROCESSOR\b[^.;]{0,40}\b(?:toestemming|goedkeuring|akkoord)\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.authorisation",
        ("stemt", "vindt"),
        (
            r"\bCONTROLLER stemt (?:hierbij )?in met (?:deze|de genoemde|bovenstaande)\b[^.;]{0,30}\ben met (?:latere|nieuwe|andere|toekomstige)\b",
        ),
        value="general",
        after=r"SUBPROCESSOR|\bleveranciers\b|\bbedrijven\b",
    ),
    Plain(
        "subprocessors.notice_period",
        ("toestemming", "goedkeuring", "instemming"),
        (
            r"\bverzoek om (?:\w+ ){0,2}?(?:toestemming|goedkeuring|instemming)\b[^.;]{0,60}\b(?:doet|zendt|stuurt) PROCESSOR\b[^.;]{0,60}\b(?:voor|vóór|voordat|voorafgaand|vooraf|van tevoren)\b|"
            r"\bPROCESSOR vra(?:agt|gen)\b[^.;]{0,20}\b(?:toestemming|goedkeuring|instemming)\b[^.;]{0,90}\b(?:vooraf|van tevoren|voordat|voorafgaand|vóór)\b|"
            r"\blegt PROCESSOR\b[^.;]{0,40}\b(?:vooraf|van tevoren)\b[^.;]{0,20}\bter (?:goedkeuring|instemming)\b",
        ),
        value=PERIOD,
        under=SUBS,
        unless=(r"{audit}", r"{breach}"),
    ),
    Plain(
        "subprocessors.notice_period",
        ("tussen de",),
        (r"\btussen de (?:aankondiging|mededeling|melding)\b[^.;]{0,60}\bligg?e?[nt]\b", r"SUBPROCESSOR"),
        value=PERIOD,
        under=SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("het goed dat", "het prima dat"),
        (r"\bCONTROLLER vindt? het (?:goed|prima|oké) dat PROCESSOR (?:dat|dit) (?:doet|doen)\b",),
        value="general",
        under=SUBS,
        after=r"\bschakel(?:t|en)\b[^.;]{0,60}\bin\b|SUBPROCESSOR|\bbedrijven\b",
    ),
    Plain(
        "subprocessors.authorisation",
        ("toestemming", "instemming", "goedkeuring", "akkoord"),
        (
            rf"\bvoor (?:iedere|ieder|elke|elk|een) (?:andere?|nieuwe?) (?:derde|{ANOTHER})\b[^.;]{{0,12}}\bvra(?:agt|gen) PROCESSOR\b[^.;]{{0,40}}\b(?:toestemming|instemming|goedkeuring|akkoord)\b",
        ),
        value="specific",
        under=SUBS,
    ),
    Plain(
        "subprocessors.change_notice",
        ("willen PROCESSOR", "wil PROCESSOR", "komt er", "kondig"),
        (
            rf"\b(?:wil|willen) PROCESSOR\b[^.;]{{0,40}}\b(?:ander|nieuw|extra)e? {ANOTHER}\b[^.;]{{0,40}}\bdan (?:leest?|hoort?|krijgt?|verneemt?|ziet?) CONTROLLER\b|"
            rf"\bkomt er\b[^.;]{{0,40}}\b{ANOTHER}\b[^.;]{{0,20}}\bbij\b[^.;]{{0,20}}\bdan (?:leest?|hoort?|krijgt?|verneemt?) CONTROLLER\b|"
            rf"\b(?:(?:een|elke|iedere) )?nieuwe? {ANOTHER}s? kondig(?:t|en) PROCESSOR\b[^.;]{{0,40}}\baan\b",
        ),
        under=SUBS,
        unless=(r"{breach}", r"{audit}"),
        strength=Strength.PASSING,
    ),
    Plain(
        "subprocessors.objection",
        ("mee eens", "moeite mee", "niet aan"),
        (
            r"\bCONTROLLER het (?:er|daar|hier) ?niet mee eens\b|\bCONTROLLER (?:er|daar|hier) moeite mee\b|"
            r"\bstaat (?:die|dat|deze|het|SUBPROCESSOR) CONTROLLER niet aan\b",
        ),
        under=SUBS,
        after=r"SUBPROCESSOR|\b(?:bedrijf|bedrijven|partij|leverancier|onderaannemer)\b",
    ),
    Plain(
        "subprocessors.objection",
        ("bezwaar maken",),
        (r"^[\W\d]*(?:je|u) (?:kunt|kan|mag)\b[^.;]{0,50}\bbezwaar maken\b",),
        under=SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("mee eens",),
        (r"\bCONTROLLER is het (?:daar|hier)mee eens\b|\b(?:daar|hier)mee is CONTROLLER het eens\b",),
        value="general",
        under=SUBS,
    ),
    Plain(
        "subprocessors.objection",
        ("gronden tegen", "bezwaar tegen", "bezwaren tegen"),
        (r"\bCONTROLLER (?:daar|hier|er)\b[^.;]{0,20}\b(?:gronden|bezwaar|bezwaren) tegen\b",),
        under=SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("pas", "verboden", "alleen", "per SUBPROCESSOR", "voordat"),
        (
            rf"\bmogen? (?:pas|alleen|slechts)\b[^.;]{{0,90}}\b(?:als|nadat|wanneer) CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            rf"\bverboden (?:zolang|tenzij|totdat)\b[^.;]{{0,20}}\bCONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            rf"\b(?:alleen|slechts|uitsluitend|enkel) (?:\w+ )?SUBPROCESSOR (?:die|met wie|waarmee) CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            r"\b(?:per|voor (?:elke|iedere)) SUBPROCESSOR\b[^.;]{0,30}\b(?:akkoord|instemming|toestemming|goedkeuring)\b[^.;]{0,40}\b(?:vereist|nodig|verlangd)\b|"
            rf"(?:SUBPROCESSOR\b[^.;]{{0,20}}\bniet|\bgeen SUBPROCESSOR)\b[^.;]{{0,30}}\bvoordat CONTROLLER\b[^.;]{{0,60}}\b{_APPROVED}\b|"
            rf"\b{_APPROVED} met (?:een |de )?SUBPROCESSOR voordat PROCESSOR\b",
            OTHERS,
        ),
        value="specific",
        unless=(r"\bbuiten de (?:eer|eu|europese)\b", r"{audit}", r"\b(?:geen|niet) (?:vereist|nodig)\b"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("vrij in de keuze", "akkoord", "toestemming", "instemming", "goedkeuring"),
        (
            r"\bPROCESSOR is vrij in de keuze van\b[^.;]{0,20}SUBPROCESSOR|"
            r"\bgeen (?:\w+ ){0,2}(?:toestemming|instemming|goedkeuring) (?:van CONTROLLER )?(?:\w+ )?(?:vereist|nodig|benodigd)\b|"
            r"\b(?:toestemming|instemming|goedkeuring) van CONTROLLER\b[^.;]{0,60}\bniet (?:vereist|nodig)\b|"
            r"\bmogen\b[^.;]{0,20}\bingezet\b[^.;]{0,12}\bzonder dat\b[^.;]{0,40}\b(?:akkoord|toestemming|instemming|goedkeuring)\b",
        ),
        value="general",
        after=r"SUBPROCESSOR|\buit(?: te)?besteden\b",
        unless=(r"\b(?:vermeld|genoemd|opgenomen)\w*\b", r"{breach}", r"{audit}", r"\bbuiten de (?:eer|eu)\b"),
        strength=Strength.PASSING,
    ),
    # Under a heading on sub-processors: "De klant geeft algemene toestemming."
    Plain(
        "subprocessors.authorisation",
        ("algemene",),
        (
            r"\bCONTROLLER (?:\w+ )?(?:geeft|verleent)\b[^.;]{0,20}(?:{general_consent})|\b(?:geeft|verleent) CONTROLLER\b[^.;]{0,20}(?:{general_consent})|^[\W\d]*(?:{general_consent})",
        ),
        value="general",
        under=r"SUBPROCESSOR|sub-? ?(?:verwerk|process)|hulpleverancier|onderaannem",
        unless=(r"\b(?:niet|geen|specifieke)\b", r"{secrecy}", r"\bbuiten de (?:eer|eu|europese)\b", r"{audit}"),
        strength=Strength.PASSING,
    ),
    Plain(
        "subprocessors.change_notice",
        (
            "bericht",
            "e-mail",
            "mail",
            "gemeld",
            "bekendgemaakt",
            "hoort",
            "verneemt",
            "aangekondigd",
            "geïnformeerd",
            "ingelicht",
        ),
        (
            rf"\bhoort CONTROLLER het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|\bCONTROLLER hoort het\b[^.;]{{0,60}}SUBPROCESSOR bij komt|"
            rf"\bvoordat {_NEW}\b[^.;]{{0,40}}\b(?:ontvangt|krijgt?) CONTROLLER\b|"
            r"^[\W\d]*nieuwe SUBPROCESSOR worden\b[^.;]{0,20}\b(?:vooraf|van tevoren)\b[^.;]{0,12}\b(?:gemeld|aangekondigd|bekendgemaakt)\b|"
            r"\b(?:CONTROLLER verneemt|verneemt CONTROLLER) van een wijziging\b|\bwijzigt de lijst, dan krijgt? CONTROLLER\b|"
            r"\been wijziging wordt\b[^.;]{0,40}\bvoordat (?:zij|die|deze|hij) ingaat aangekondigd\b|"
            r"\bover (?:elke|iedere|een) (?:nieuwe|andere) SUBPROCESSOR wordt (?:hij|zij|deze|CONTROLLER)\b[^.;]{0,30}\b(?:geïnformeerd|ingelicht)\b",
        ),
        under=SUBS,
        unless=(r"{breach}", r"{audit}", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "subprocessors.change_notice",
        ("gemeld", "aangekondigd", "bekendgemaakt", "hoort", "voordat"),
        (
            r"^[\W\d]*nieuwe SUBPROCESSOR worden\b[^.;]{0,20}\b(?:vooraf|van tevoren)\b[^.;]{0,12}\b(?:gemeld|aangekondigd|bekendgemaakt)\b|"
            r"\bCONTROLLER hoort het\b[^.;]{0,60}SUBPROCESSOR bij komt",
        ),
        unless=(r"{breach}", r"{audit}", r"\b(?:niet|geen)\b"),
    ),
    Plain(
        "subprocessors.notice_period",
        ("na ", "bij komt"),
        (
            rf"\bniet eens met {_NEW}\b[^.;]{{0,20}}\bhe(?:eft|b|bt) CONTROLLER\b[^.;]{{0,60}}\bom dat\b|\bhe(?:eft|b|bt) CONTROLLER na\b[^.;]{{0,60}}\bom\b[^.;]{{0,40}}SUBPROCESSOR",
        ),
        value=PERIOD,
        under=SUBS,
    ),
)
