"""Turns of Dutch pages and contracts that put the usual duties in an order of their own, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere bedrijven|onderaannem"
_BREACH = r"lek|inbreuk|incident|misga"
_END = r"eind|einde|stop|beëindig|afloop|verwijder|opzeg"
_AUDIT = r"audit|controle|inspecti|toezicht|nagaan"
_REQUESTS = r"verzoek|rechten|betrokkene|inzage"
_PRESENT = r"(?:deze|dit) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|afspraken|voorwaarden)"

EVERYDAY = (
    Plain(
        "instructions.legal_exception",
        ("uitgezonderd", "daargelaten", "voorbehouden"),
        (
            r"\bwettelijke (?:verplichtingen|plichten|voorschriften)\b[^.;]{0,30}\b(?:uitgezonderd|daargelaten|voorbehouden)\b",
        ),
        after=r"{instruction}|{an_instruction}",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "subprocessors.flow_down",
        ("opgelegd", "bedingt"),
        (
            r"verplichtingen\b[^.;]{0,90}\baan (?:de |iedere |elke |alle )?SUBPROCESSOR (?:worden|wordt) opgelegd\b|"
            r"\bbedingt (?:bij|van) (?:iedere |elke |alle )?SUBPROCESSOR\b[^.;]{0,20}\b(?:hetzelfde|dezelfde)\b",
        ),
    ),
    Plain(
        "end.data",
        ("alle resterende", "alle overige", "alle overblijvende"),
        (
            r"\bCONTROLLER geeft PROCESSOR (?:hierbij )?opdracht (?:om )?alle (?:resterende|overige|overblijvende)\b[^.;]{0,160}(?:{delete}|\bverwijderen\b)",
        ),
        value="return_on_request_then_delete",
        after=r"{return}|\bretourneren\b",
    ),
    Plain(
        "end.data",
        ("terug wil", "terug wenst"),
        (
            r"\b(?:zegt?|meldt?) CONTROLLER of\b[^.;]{0,40}\bterug (?:wil|wenst)\b[^.;]{0,12}\bof\b[^.;]{0,40}\b(?:weg|gewist|vernietigd|verwijderd)\b",
        ),
        value="controller_chooses",
        under=_END,
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("geen melding", "niets", "verricht deze", "verricht die", "doet deze", "doet die"),
        (
            r"\bPROCESSOR (?:doet|doen|verricht) (?:zelf )?geen (?:\w+ )?melding(?:en)?(?: (?:uit naam van|namens) CONTROLLER| uit CONTROLLER naam| bij (?:de )?(?:ap|autoriteit|toezichthouder)\b| daar\b)|"
            r"\bPROCESSOR (?:meldt?|melden) (?:daar|er) (?:zelf )?niets\b|\bPROCESSOR (?:verricht|doet) (?:deze|die) (?:zelf )?niet\b",
        ),
        value=False,
        under=_BREACH,
        after=r"{authority}",
    ),
    Plain(
        "end.choice_window",
        ("lang", "exportfunctie", "downloadfunctie"),
        (
            r"\b(?:kan|mag|kunt?) CONTROLLER\b[^.;]{0,40}\b(?:dagen|weken|maanden|maand) lang\b[^.;]{0,60}\b(?:export\w*|download\w*|ophalen|opvragen)\b|"
            r"\btot\b[^.;]{0,40}\bna\b[^.;]{0,40}\b(?:export|download)functie\b[^.;]{0,40}\bbeschikbaar\b|"
            r"\b(?:export|download)functie\b[^.;]{0,60}\b(?:nog|tot|gedurende)\b[^.;]{0,40}\bbeschikbaar\b",
        ),
        value=PERIOD,
        under=_END,
        unless=(r"\btijdens\b",),
    ),
    Plain(
        "requests.assist",
        ("rekenen", "niet zelf", "nodig"),
        (
            r"\bop (?:\w+ )?(?:medewerking|hulp|steun|bijstand) van PROCESSOR (?:kunnen |mogen )?rekenen\b|"
            r"\bverzoek\w*\b[^.;]{0,30}\bniet zelf\b[^.;]{0,40}\bdan doe(?:t|n) PROCESSOR (?:dat|het)\b|"
            r"\bvoor (?:het|een|zijn|haar) antwoord\b[^.;]{0,60}\bnodig\b[^.;]{0,20}\b(?:levert|verstrekt|geeft|verschaft) PROCESSOR\b",
            r"\bverzoek\w*|{rights}",
        ),
        under=_REQUESTS,
    ),
    Plain(
        "requests.deadline",
        ("ontvangt", "krijgt"),
        (
            r"^[\W\d]*(?:de |het )?(?:\w+ )?voor (?:het|een|de) (?:antwoord|beantwoording|afhandeling) (?:benodigde|nodige|noodzakelijke) \w+ (?:ontvangt|krijgt) CONTROLLER binnen\b",
        ),
        value=PERIOD,
        under=_REQUESTS,
    ),
    Plain(
        "term.starts",
        ("account", "aanmeld", "gaan gebruiken", "te gebruiken", "registre"),
        (
            r"^[\W\d]*zodra\b[^.;]{0,60}\baccount\b[^.;]{0,30}\bis (?:zij|deze|ze|hij|het) (?:automatisch |meteen |direct )?van toepassing\b|"
            rf"\bdoor\b[^.;]{{0,60}}\b(?:te (?:gaan )?gebruiken|te openen|aan te maken)\b[^.;]{{0,12}}\b(?:stemt?|gaat|ga) CONTROLLER\b[^.;]{{0,20}}\b(?:in|akkoord) met {_PRESENT}\b|"
            rf"\b{_PRESENT}\b[^.;]{{0,20}}\bgeld(?:t|en) (?:automatisch |meteen )?(?:zodra|vanaf het moment dat)\b[^.;]{{0,40}}\b(?:aanmeldt?|aangemeld|account|abonnement)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "audit.evidence_deadline",
        ("toont", "tonen"),
        (r"\b(?:toont|tonen) PROCESSOR\b[^.;]{0,30}\bbinnen\b[^.;]{0,30}\baan dat\b",),
        value=PERIOD,
        under=_AUDIT,
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
        under=_SUBS,
        unless=(r"{audit}", r"{breach}"),
    ),
    Plain(
        "subprocessors.notice_period",
        ("tussen de",),
        (r"\btussen de (?:aankondiging|mededeling|melding)\b[^.;]{0,60}\bligg?e?[nt]\b", r"SUBPROCESSOR"),
        value=PERIOD,
        under=_SUBS,
    ),
    Plain(
        "term.precedence",
        ("botst", "botsen", "wijkt", "verschilt"),
        (rf"\b(?:botst|botsen)\b[^.;]{{0,60}}{_PRESENT}\b[^.;]{{0,12}}, dan (?:wint|geldt|gaat) {_PRESENT}\b",),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
)
"""What such a sentence settles."""
