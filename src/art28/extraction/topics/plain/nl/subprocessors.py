"""Turns of Dutch on changes of sub-processors and objection to them, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import ANOTHER, SUBS
from art28.extraction.topics.plain.plain import PERIOD, Plain

_NO_HEADING_OR_SUBS = rf"^$|{SUBS}"
# Who is engaged stands first, and who tells of it behind the verb.
_OF_A_NEW_ONE = r"^[\W\d]*(?:van|over) (?:een|elke|iedere|de) (?:\w+ ){0,4}?SUBPROCESSOR (?:brengt|brengen|stelt|stellen|informeert|informeren|licht|lichten|geeft|geven|bericht|berichten) (?:de |het )?PROCESSOR (?:de |het )?CONTROLLER\b"
_NEW = r"(?:een|elke|iedere|de) (?:nieuwe|andere) SUBPROCESSOR"

TURNS: tuple[Plain, ...] = (
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
        "subprocessors.objection",
        ("gronden tegen", "bezwaar tegen", "bezwaren tegen"),
        (r"\bCONTROLLER (?:daar|hier|er)\b[^.;]{0,20}\b(?:gronden|bezwaar|bezwaren) tegen\b",),
        under=SUBS,
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
    # Another one engaged, and CONTROLLER who learns of it before.
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:nieuwe?|ander\w*|aangepast\w*|gewijzigd\w*|wijzig\w*|verander\w*|vervang\w*|wissel\w*|toevoeg\w*|toegevoegd|bij komt|bijkomt|erbij|overstap\w*|voordat)\b",
            r"{inform}|{announce}|\b(?:verneemt|weet|hoort|krijgt?|ontvangt|publiceert|mailt|mail|bericht|op tijd weten|kans)\b",
            r"\b(?:vooraf\w*|voordat|voor (?:die|deze|zij|hij|de|een)\b|van tevoren|tevoren|eerder|op tijd|tijdig|\w*dagen|weken|week|maand\w*)\b",
        ),
        unless=(
            r"{breach}",
            r"{audit}",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
            r"\bCONTROLLER (?:meldt|informeert|stelt PROCESSOR|geeft PROCESSOR)\b",
            r"{delete}",
            r"\b(?:hoeft|niet verplicht|geen bericht|geen melding|wordt niet|worden niet)\b",
            r"\bbuiten de (?:eer|eu|europese)\b",
            r"{rights}",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("lijst", "wijziging", "verander"),
        (
            r"\b(?:lijst|wijzig\w*|verander\w*)\b",
            r"\b(?:CONTROLLER)\b",
            r"\b(?:verneemt|weet|hoort|krijgt?|ontvangt|mailt|mail|bericht|meldt|gemeld|informe\w+|geïnformeerd|laat\b[^.;]{0,30}\bweten)\b",
            r"\b(?:vooraf\w*|voordat|van tevoren|tevoren|eerder|op tijd|tijdig)\b",
        ),
        after=r"SUBPROCESSOR",
        under=r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|onderaannem|schakel",
        unless=(
            r"{breach}",
            r"{audit}",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
            r"\bCONTROLLER (?:meldt|informeert)\b",
            r"{delete}",
            r"\b(?:hoeft|niet|geen)\b",
            r"{rights}",
        ),
    ),
    Plain(
        "subprocessors.notice_period",
        ("SUBPROCESSOR", "lijst", "wijziging", "verander", "begint"),
        (
            r"\b(?:\w*dagen|weken|week|maand\w*)\b[^.;]{0,20}\b(?:vooraf\w*|voordat|voor (?:die|deze|zij|hij|de|een|ze)\b|van tevoren|tevoren|eerder)\b|\b(?:vooraf\w*|voordat|van tevoren|tevoren|eerder)\b[^.;]{0,12}\b(?:\w*dagen|weken|week|maand\w*)\b",
            r"{inform}|{announce}|\b(?:verneemt|weet|hoort|krijgt?|ontvangt|publiceert|mailt|mail|bericht)\b",
        ),
        value=PERIOD,
        after=r"SUBPROCESSOR",
        under=r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|onderaannem|schakel|^$",
        unless=(
            r"{breach}",
            r"{audit}",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
            r"{delete}",
            r"{rights}",
            r"\bopzeg\w*|\bzegt\b[^.;]{0,20}\bop\b",
        ),
    ),
    # Behind the news of another one: what CONTROLLER may say against it.
    Plain(
        "subprocessors.objection",
        (
            "bezwa",
            "verzet",
            "opkom",
            "op te komen",
            "protest",
            "problem",
            "nee",
            "eens",
            "akkoord",
            "zitten",
            "in te brengen",
            "weten",
            "tegen",
        ),
        (
            r"{objection}|\b(?:problemen (?:mee|met)|protest\w*|verzetten|daartegen\b[^.;]{0,20}\bop|iets tegen|nee (?:te )?zeg\w*|niet zitten|tegen in ?(?:te )?breng\w*|bedenkingen|niet (?:mee )?eens)\b",
            r"\bCONTROLLER\b|\b(?:hij|zij|deze)\b",
            r"\b(?:kan|mag|kunnen|mogen|kans|gelegenheid|tijd|recht|laat|hebt|heeft|binnen|zie[nt]?|zegt|meldt)\b",
        ),
        after=r"SUBPROCESSOR",
        under=r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|onderaannem|schakel|^$",
        unless=(
            r"{breach}",
            r"{audit}",
            r"\bbetrokkenen?\b",
            r"\b(?:tarie\w*|prijz\w*|prijs)\b",
            r"\b(?:geen|niet) (?:\w+ )?(?:bezwaar|recht|bevoegd|gerechtigd)\b",
            r"{delete}",
            r"\bPROCESSOR (?:kan|mag) (?:bezwaar|weigeren)\b",
        ),
    ),
)
