"""Turns of Dutch on consent to sub-processors, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import A_BREACH, ANOTHER, APPROVAL, OPENS, OTHERS, SUBS
from art28.extraction.topics.plain.plain import Plain

_NO_HEADING_OR_SUBS = rf"^$|{SUBS}"
_YES = (
    r"(?:goed ?vindt?|goedkeurt|toestemming (?:geeft|heeft gegeven)|akkoord (?:is|geeft|gaat)|ja zegt|ja heeft gezegd)"
)
_APPROVED = (
    r"(?:goedgekeurd|goedgevonden|goed (?:heeft )?gevonden|ingestemd|toegestemd|bewilligd|akkoord|toestemming|instemt)"
)

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
        "subprocessors.authorisation",
        ("mee eens",),
        (r"\bCONTROLLER is het (?:daar|hier)mee eens\b|\b(?:daar|hier)mee is CONTROLLER het eens\b",),
        value="general",
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
        "subprocessors.authorisation",
        ("SUBPROCESSOR", "derde", "partij", "onderaannemer", "anderen"),
        (
            OTHERS,
            APPROVAL,
            r"\b(?:pas|niet eerder|geen|niemand|alleen|uitsluitend|slechts|eerst|vooraf\w*|voorafgaande?|per (?:geval|SUBPROCESSOR|partij)|voor (?:elke|iedere)|telkens|behoeft|vereist|nodig)\b",
        ),
        value="specific",
        under=SUBS + r"|^$|verwerk",
        unless=(
            r"\balgeme\w+\b|\bbij voorbaat\b|\bop voorhand\b",
            r"\bbuiten de (?:eer|eu|europese)\b|\bdoorgifte\b",
            r"{audit}",
            r"\bgeen (?:\w+ ){0,2}(?:toestemming|goedkeuring|instemming|akkoord)\b|\b(?:niet|hoeft)\b[^.;]{0,20}\b(?:vereist|nodig|te vragen)\b",
            r"\b(?:vermeld|genoemd|opgenomen|hieronder|bijlage)\b",
            r"{delete}|{secrecy}",
            A_BREACH,
            r"\b(?:geacht|stilzwijgend|zwijg\w+)\b",
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("algeme", "op voorhand", "bij voorbaat"),
        (
            r"\b(?:in (?:zijn |het )?algeme\w+|in algemene zin|algemene|op voorhand|bij voorbaat)\b",
            r"\b(?:akkoord|toestemming|machtiging|stemt|ingestemd|instem\w*|goedkeuring|volmacht)\b",
            r"\bCONTROLLER\b",
        ),
        value="general",
        after=OTHERS,
        unless=(
            r"\b(?:niet|geen|specifieke)\b",
            r"\bbuiten de (?:eer|eu|europese)\b",
            r"{audit}",
            r"\balgemene (?:\w*voorwaarden|verordening|vergadering|directie)\b",
            r"{delete}|{secrecy}",
            A_BREACH,
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("keuze", "kiest", "toestemming"),
        (
            r"\b(?:keuze|selectie)\b[^.;]{0,20}(?:SUBPROCESSOR|\bderden\b)[^.;]{0,12}\b(?:is aan|ligt bij|berust bij|maakt) PROCESSOR\b|\bPROCESSOR (?:kiest|bepaalt) zelf\b[^.;]{0,30}(?:SUBPROCESSOR|\bderden\b)|\b(?:afzonderlijke|aparte|nadere|losse|individuele)\b[^.;]{0,30}(?:SUBPROCESSOR|\bderde\b)[^.;]{0,30}\bgeen toestemming\b|(?:SUBPROCESSOR|\bderde)[^.;]{0,40}\bgeen (?:afzonderlijke|aparte|nadere) toestemming\b",
        ),
        value="general",
        unless=(r"{audit}", r"\bbuiten de (?:eer|eu|europese)\b", r"\b(?:vermeld|genoemd)\w*\b"),
    ),
)
