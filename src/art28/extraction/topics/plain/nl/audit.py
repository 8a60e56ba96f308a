"""Turns of Dutch on audits, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import A_BREACH, CONTROLLER_PAYS, FREE, OPENS, PROCESSOR_PAYS, SHORTCOMING
from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|controle|inspecti|toezicht|toets|nagaan"

TURNS: tuple[Plain, ...] = (
    Plain(
        "audit.right",
        ("meewerken aan",),
        (rf"{OPENS}meewerken aan (?:een )?(?:audits?|controles?|inspecties?)\b",),
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "audit.auditor",
        ("ambtenaren", "eigen medewerkers", "zelf doet of laat doen", "zelf of"),
        (
            r"\b(?:door|van)\b[^.;]{0,12}\b(?:ambtenaren|(?:eigen )?medewerkers) van CONTROLLER\b[^.;]{0,12}\bof (?:door|van) een\b|\bdoor ambtenaren van (?:de )?\w+\b[^.;]{0,12}\bof door een\b|"
            r"\bCONTROLLER (?:de|het|een) (?:{audit}|onderzoek) zelf do(?:et|en) of laat doen\b",
        ),
        value="controller_or_third_party",
        under=_AUDIT,
    ),
    Plain(
        "audit.evidence_deadline",
        ("stukken", "documenten", "bewijsstukken", "gegevens", "vragen van de auditor"),
        (
            r"^[\W\d]*(?:de )?(?:gevraagde|opgevraagde|verlangde) (?:stukken|documenten|gegevens|informatie|bewijsstukken)\b[^.;]{0,40}\b(?:verstrekt|geleverd|aangeleverd|toegezonden|overgelegd)\b|"
            r"\bvoor (?:een|de) {audit} gevraagde (?:stukken|documenten|informatie|gegevens)\b[^.;]{0,20}\bCONTROLLER binnen\b|"
            r"\bvraagt CONTROLLER\b[^.;]{0,40}\b(?:controle|{audit}|onderzoek)\b[^.;]{0,20}\bbewijsstukken\b[^.;]{0,12}, dan (?:geeft|verstrekt|levert) PROCESSOR\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.max_frequency",
        ("per schooljaar", "per contractjaar", "per boekjaar", "tussen twee"),
        (
            r"\bniet (?:meer|vaker) dan (?:een|één|eenmaal|één keer|een keer)\b[^.;]{0,20}\bper (?:school|contract|boek)jaar\b|"
            r"\btussen twee (?:{audit}|onderzoeken|controles)[^.;]{0,20}\b(?:zit|zitten|ligt|liggen|verstrijkt)\b[^.;]{0,12}\b(?:een|één) jaar\b",
        ),
        value="P1Y",
        under=_AUDIT,
    ),
    Plain(
        "audit.costs",
        ("rekening van de auditor", "factuur van de auditor"),
        (r"^[\W\d]*de (?:rekening|factuur) van de auditor gaat naar CONTROLLER\b",),
        value="controller",
    ),
    Plain(
        "audit.evidence_deadline",
        ("toont", "tonen"),
        (r"\b(?:toont|tonen) PROCESSOR\b[^.;]{0,30}\bbinnen\b[^.;]{0,30}\baan dat\b",),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.right",
        ("laten langskomen", "laten komen", "laten meekijken"),
        (
            r"\b(?:mag|kan|kunt?) CONTROLLER\b[^.;]{0,50}\b(?:iemand|een (?:deskundige|expert|auditor))\b[^.;]{0,12}\blaten (?:langskomen|komen|meekijken)\b",
        ),
        under=_AUDIT,
    ),
    Plain(
        "audit.auditor",
        ("laten langskomen", "laten komen", "laten meekijken"),
        (r"\bCONTROLLER\b[^.;]{0,50}\biemand (?:anders )?laten (?:langskomen|komen|meekijken)\b",),
        value="any_third_party",
        under=_AUDIT,
    ),
    Plain(
        "audit.max_frequency",
        ("maanden",),
        (
            r"\b(?:één|een|eén|1) (?:keer|maal) (?:in|per|binnen) (?:de |een periode van )?(?:twaalf|12) maanden\b|"
            r"\btussen twee (?:audits|controles)\b[^.;]{0,30}\b(?:twaalf|12) maanden\b",
        ),
        value="P12M",
        under=_AUDIT,
    ),
    Plain(
        "audit.max_frequency",
        ("jaar",),
        (
            r"\b(?:een|de) (?:audit|controle)\b[^.;]{0,20}\b(?:kan|mag) jaarlijks\b|\bmeer dan (?:één|een|eén) (?:audit|controle) per (?:kalender)?jaar\b[^.;]{0,20}\b(?:hoeft|is)\b[^.;]{0,30}\bniet\b|"
            r"\bCONTROLLER (?:mag|kan) PROCESSOR (?:elk|ieder) jaar (?:een keer|eenmaal|één keer) laten controleren\b",
        ),
        value="P1Y",
        under=_AUDIT,
    ),
    Plain(
        "audit.notice",
        ("vooraf", "tevoren"),
        (
            r"\b(?:laat|laten) (?:CONTROLLER )?(?:het|dit|dat)\b[^.;]{0,40}\b(?:vooraf|van tevoren|tevoren)\b[^.;]{0,20}\bweten\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.costs",
        ("eigen kosten", "rekening"),
        (
            r"\bCONTROLLER (?:mag|kan) op (?:CONTROLLER |haar |zijn )?eigen kosten\b|\b(?:mag|kan|kunt?) CONTROLLER op (?:CONTROLLER |haar |zijn )?eigen kosten\b|"
            r"\brekening van de (?:auditor|controleur|deskundige|accountant) (?:is|gaat naar) (?:voor )?CONTROLLER\b",
        ),
        value="controller",
        under=_AUDIT,
        strength=Strength.PASSING,
    ),
    Plain(
        "audit.right",
        ("mag dit", "kan dit", "mag die", "kan die"),
        (r"\bCONTROLLER (?:mag|kan) (?:dit|die|deze)\b[^.;]{0,60}\b(?:laten )?(?:doen|uitvoeren|houden)\b",),
        under=r"^[\W\d]*(?:artikel \d+\W*)?(?:audits?|controles?|inspecties?|toezicht)\W*$",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "audit.auditor",
        ("door CONTROLLER", "door de CONTROLLER"),
        (r"\been door CONTROLLER (?:gekozen|aangewezen|aan te wijzen) derde\b[^.;]{0,20}\b(?:voert|doet|verricht)\b",),
        value="any_third_party",
        under=_AUDIT,
    ),
    Plain(
        "audit.evidence_deadline",
        ("de tijd om",),
        (
            r"\bPROCESSOR heeft\b[^.;]{0,20}\bde tijd om\b[^.;]{0,60}\b(?:bescheiden|stukken|informatie|documenten|gegevens)\b[^.;]{0,20}\b(?:overleggen|leveren|verstrekken)\b",
        ),
        value=PERIOD,
        under=_AUDIT,
    ),
    Plain(
        "audit.existing_reports_first",
        ("volstaat", "neemt"),
        (
            r"\b(?:assurance\w*|rapport\w*|certifica\w+|verklaring\w*)\b[^.;]{0,40}\b(?:volstaat CONTROLLER|neemt CONTROLLER daar eerst)\b",
        ),
        under=_AUDIT,
    ),
    Plain(
        "audit.right",
        (
            "controle",
            "nagaan",
            "na te gaan",
            "onderzoek",
            "kijken",
            "inspect",
            "vaststellen",
            "vast te stellen",
            "zien hoe",
            "toetsen",
        ),
        (
            r"\b(?:controler\w*|controle|nagaan|na te gaan|onderzoek\w*|kijken|inspect\w*|vast ?(?:te )?stellen|zien hoe|toetsen|verifiëren|doorlichten)\b",
            r"\bCONTROLLER\b",
            r"\b(?:mag|mogen|kan|kunt|kunnen|laat\b[^.;]{0,30}\btoe|opent|openen|recht|wil|wilt|mogelijk|komen|vrij|bevoegd)\b",
            r"\b(?:naleving|nalee?f\w*|nakom\w*|afspraken|afgesproken|zich (?:\w+ )?(?:aan|houdt)|\w*overeenkomst|verplichtingen|hoe PROCESSOR|boeken|systemen|doet wat)\b",
        ),
        under=r"audit|controle|toezicht|inspecti|naleving|verantwoording|^$",
        unless=(
            r"SUBPROCESSOR",
            A_BREACH,
            r"{authority}",
            r"\b(?:niet|geen)\b",
            r"\bof CONTROLLER\b|\bPROCESSOR (?:mag|kan|mogen|kunnen) (?:\w+ )?(?:controleren|nagaan|onderzoeken|inspecteren)\b",
            r"{dpia}",
            r"{rights}",
            r"\bCONTROLLER controleert\b",
            r"{costs}",
        ),
    ),
    Plain(
        "audit.max_frequency",
        ("jaar", "twaalf maanden", "12 maanden"),
        (
            r"\b(?:jaarlijks|per (?:kalender)?jaar|(?:eens|eenmaal|één keer|een keer) (?:per|in het|in de|in een) (?:\w+ )?(?:jaar|maanden)|per (?:kalender)?jaar\b[^.;]{0,40}\b(?:één|een|1)\b|ieder (?:kalender)?jaar|elk (?:kalender)?jaar)\b",
            r"\b(?:CONTROLLER|audits?|controles?)\b",
            r"\b(?:mag|kan|kunt|komt|plaats|recht|toe|regel|één|eens|eenmaal|verlang\w*)\b",
        ),
        value="P1Y",
        under=r"audit|controle|toezicht|inspecti",
        unless=(
            r"SUBPROCESSOR",
            r"\b(?:twee|drie|vier|2|3|4) ?(?:jaar|keer|maal)\b",
            r"\bPROCESSOR (?:laat|verstrekt|levert|stelt|voert)\b|\blaat PROCESSOR\b",
            r"\b(?:rapport\w*|certifica\w*|verklaring\w*|pentest\w*)\b",
            r"{costs}",
        ),
    ),
    Plain(
        "audit.notice",
        ("dagen", "weken", "week", "maand"),
        (
            r"\b(?:\w*dagen|weken|week|maand\w*)\b[^.;]{0,20}\b(?:na (?:de |een )?(?:aanzegging|aankondiging|melding|aanmelding)|van ?tevoren|tevoren|vooraf|eerder|voorbereiding\w*|om zich voor te bereiden)\b",
            r"\b(?:CONTROLLER|audits?|controles?|aanzegging|aanmelding|voorbereiding\w*)\b",
        ),
        value=PERIOD,
        under=r"audit|controle|toezicht|inspecti",
        unless=(
            r"SUBPROCESSOR",
            A_BREACH,
            r"{delete}",
            r"\b(?:rapport\w*|bevinding\w*)\b",
            r"\bopzeg\w*",
            r"\bonderhoud\b|\bPROCESSOR (?:kondigt|meldt|stelt|informeert)\b|\b(?:kondigt|meldt|stelt|informeert) PROCESSOR\b",
        ),
    ),
    Plain(
        "audit.existing_reports_first",
        ("rapport", "verklaring", "certifica", "assurance"),
        (
            r"\b(?:\w*rapport\w*|\w*verklaring\w*|certifica\w*|assurance\w*)\b",
            r"\b(?:eerst|pas|volsta\w*|uitsluitsel|achterwege|in plaats|vervang\w*|gaat\b[^.;]{0,20}\bvooraf|voorafgaat|overbodig|geen audit|niet nodig)\b",
            r"\b(?:audits?|onderzoek|controle)\b|{audit}",
        ),
        under=r"audit|controle|toezicht|inspecti",
        unless=(
            r"SUBPROCESSOR",
            r"{secrecy}",
            r"{costs}",
            r"\bCONTROLLER (?:stuurt|zendt|verstrekt)\b",
            r"\b(?:bevindingen|concept\w*|uitkomst\w*)\b",
            r"\b(?:aan|met) PROCESSOR (?:\w+ )?(?:voor|gedeeld|toegezonden|gestuurd)\w*",
        ),
    ),
    # "Jij betaalt. Komen er tekortkomingen aan het licht, dan betaalt hij."
    Plain(
        "audit.costs",
        ("betaal", "draagt", "rekening", "vergoed", "kosten", "gedragen"),
        (
            r"\b(?:betaal\w*|draagt|dragen|gedragen|rekening|vergoed\w*|kosten)\b",
            SHORTCOMING,
            PROCESSOR_PAYS + r"|\bdan PROCESSOR\b|\bPROCESSOR (?:als|indien|wanneer)\b",
        ),
        value="processor_if_noncompliant",
        under=r"audit|controle|toezicht|inspecti",
        unless=(r"\b(?:schade|boete\w*|aansprakelijk\w*)\b", r"SUBPROCESSOR", r"\bniet door PROCESSOR\b"),
    ),
    Plain(
        "audit.costs",
        (
            "vergoed",
            "rekening",
            "factur",
            "gefactureerd",
            "doorbere",
            "doorbelast",
            "berekend",
            "betaalt",
            "tarie",
            "reken",
        ),
        (CONTROLLER_PAYS,),
        value="controller",
        under=r"audit|controle|toezicht|inspecti|beveilig|verwerk|naleving",
        after=r"{audit}|\b(?:controle|onderzoek|komen kijken|inspectie)\b",
        unless=(
            FREE,
            PROCESSOR_PAYS,
            r"\b(?:tenzij|behalve|behoudens|indien|als|wanneer|voor zover|blijkt|blijken|hangt)\b",
            r"\b(?:schade|boete\w*|aansprakelijk\w*|eigen)\b",
            r"\b(?:niet|geen)\b",
            A_BREACH,
            r"{dpia}",
        ),
        strength=Strength.PASSING,
    ),
)
