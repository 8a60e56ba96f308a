"""Turns of Dutch pages in "we" and "je", and of short annexes, that say a duty without its terms, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere bedrijven|onderaannem|help|leverancier|schakel"
_BREACH = r"lek|inbreuk|incident|misga"
_END = r"eind|einde|stop|beëindig|afloop|verwijder|opzeg"
_AUDIT = r"audit|controle|inspecti|toezicht|toets|nagaan"
_SECURITY = r"beveilig|veilig|maatregel"
_LIABILITY = r"aansprakelijk|schade"
_PRESENT = r"(?:deze|dit) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|afspraken|voorwaarden|tekst)"
_ANOTHER = r"(?:bedrijf|partij|leverancier|onderaannemer|hulpbedrijf|dienstverlener|SUBPROCESSOR)"
_GONE = r"(?:gewist|verwijderd|vernietigd|weg)"
_CONSEQUENTIAL = r"(?:gevolgschade|indirecte schade|bedrijfsschade|gederfde winst|winstderving)"

SPOKEN = (
    Plain(
        "processing.own_purposes",
        ("modellen te",),
        (
            r"\b(?:niet|nooit|geen)\b[^.;]{0,30}\bgebruikt? om (?:\w+-?)?modellen te (?:trainen|verbeteren|ontwikkelen)\b",
        ),
        value=False,
        unless=(r"\btenzij\b", r"\bCONTROLLER (?:gebruikt|mag)\b"),
    ),
    Plain(
        "transfers.region",
        ("opslag", "verwerking"),
        (
            r"^[\W\d]*(?:de )?(?:opslag|verwerking)(?: en (?:opslag|verwerking))?(?: van (?:de )?\w*gegevens)? (?:vindt plaats|gebeurt|geschiedt) (?:uitsluitend |alleen )?(?:in|binnen) de (?:eu|europese unie)\W*$",
        ),
        value="EU",
    ),
    Plain(
        "term.amendment_notice",
        ("termijn van",),
        (
            rf"\bPROCESSOR (?:mag|mogen|kan|kunnen) {_PRESENT} (?:\w+ )?(?:wijzigen|aanpassen|herzien)\b[^.;]{{0,40}}\btermijn van\b",
        ),
        value=PERIOD,
    ),
    Plain(
        "term.starts",
        ("akkoord", "instem"),
        (
            r"^[\W\d]*door\b[^.;]{0,60}\b(?:af te (?:nemen|sluiten)|aan te (?:maken|gaan)|te bestellen|te gebruiken)\b[^.;]{0,20}\b(?:verklaart|gaat|stemt)\b[^.;]{0,6}\bCONTROLLER\b[^.;]{0,30}\b(?:hiermee|daarmee|ermee)\b[^.;]{0,10}\b(?:akkoord|in)\b",
        ),
        value="on_acceptance",
    ),
    Plain(
        "term.survival",
        ("daarna gelden", "daarna blijven"),
        (r"\bdaarna (?:gelden|blijven)\b[^.;]{0,60}\bartikel(?:en)?\b[^.;]{0,60}\b(?:nog|gelden|van kracht)\b",),
    ),
    Plain(
        "confidentiality.duty",
        ("personeel", "medewerkers", "voor"),
        (
            r"^[\W\d]*(?:hij|zij|PROCESSOR), (?:zijn|haar) (?:personeel|medewerkers)\b[^.;]{0,60}(?:{secrecy})|"
            r"\bPROCESSOR houd(?:t|en) (?:alles|wat|hetgeen)\b[^.;]{0,90}\bvoor (?:PROCESSOR|ons|zich)\b",
        ),
        after=r"{secrecy}|{data}|\bte weten kom",
        unless=(r"{breach}",),
    ),
    Plain(
        "security.periodic_review",
        ("kwartaal", "half", "maand", "tweemaal", "twee keer"),
        (
            r"\b(?:elk|ieder|per) (?:kwartaal|half ?jaar|maand)\b|\b(?:half-?jaarlijkse?|(?:twee|drie|vier)(?:maal| keer) per jaar)\b",
            r"\b(?:loopt|lopen)\b[^.;]{0,60}\bna\b|\btests?\b|\btesten\b|\bcontrole(?:ert|ren|s)?\b|\btoets\w*|\bnagelopen\b|\bherstelproe(?:f|ven)\b",
        ),
        under=_SECURITY,
        unless=(r"\bCONTROLLER (?:mag|kan)\b", r"{staff} … \b(?:training|opleiding)"),
    ),
    Plain(
        "breach.early_warning",
        ("volgt", "hoofdlijnen"),
        (
            r"^[\W\d]*(?:binnen|uiterlijk)\b[^.;:]{0,30}\bvolgt\b[^.;:]{0,30}\b(?:verslag|rapport|rapportage|volledige melding)\b|"
            r"\b(?:op|in) hoofdlijnen\b[^.;]{0,90}\bvolledige?\b",
        ),
        under=_BREACH,
        after=r"{breach}",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("niets",),
        (r"\bPROCESSOR (?:meldt?|melden) (?:zelf |hierover )niets\b",),
        value=False,
        after=r"{authority}",
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("achterwege",),
        (
            r"\bPROCESSOR laat (?:het doen van )?(?:een |de |dergelijke |zulke )?melding(?:en)?\b[^.;]{0,30}\bachterwege\b",
        ),
        value=False,
        after=r"{authority}",
    ),
    Plain(
        "requests.assist",
        ("antwoord", "niet zelf"),
        (
            r"\bvoor (?:het|een|zijn|haar) antwoord\b[^.;]{0,90}\bnodig\b[^.;]{0,60}\bdan (?:levert|verstrekt|geeft|verschaft|zoekt) PROCESSOR\b|"
            r"\bniet zelf aan (?:een|het) verzoek\b[^.;]{0,20}\bvoldoen\b[^.;]{0,20}\bdan \w+ PROCESSOR\b",
        ),
        under=r"verzoek|rechten|betrokkene|inzage|vragen van",
    ),
    Plain(
        "subprocessors.authorisation",
        ("het goed dat", "het prima dat"),
        (r"\bCONTROLLER vindt? het (?:goed|prima|oké) dat PROCESSOR (?:dat|dit) (?:doet|doen)\b",),
        value="general",
        under=_SUBS,
        after=r"\bschakel(?:t|en)\b[^.;]{0,60}\bin\b|SUBPROCESSOR|\bbedrijven\b",
    ),
    Plain(
        "subprocessors.authorisation",
        ("toestemming", "instemming", "goedkeuring", "akkoord"),
        (
            rf"\bvoor (?:iedere|ieder|elke|elk|een) (?:andere?|nieuwe?) (?:derde|{_ANOTHER})\b[^.;]{{0,12}}\bvra(?:agt|gen) PROCESSOR\b[^.;]{{0,40}}\b(?:toestemming|instemming|goedkeuring|akkoord)\b",
        ),
        value="specific",
        under=_SUBS,
    ),
    Plain(
        "subprocessors.change_notice",
        ("willen PROCESSOR", "wil PROCESSOR", "komt er", "kondig"),
        (
            rf"\b(?:wil|willen) PROCESSOR\b[^.;]{{0,40}}\b(?:ander|nieuw|extra)e? {_ANOTHER}\b[^.;]{{0,40}}\bdan (?:leest?|hoort?|krijgt?|verneemt?|ziet?) CONTROLLER\b|"
            rf"\bkomt er\b[^.;]{{0,40}}\b{_ANOTHER}\b[^.;]{{0,20}}\bbij\b[^.;]{{0,20}}\bdan (?:leest?|hoort?|krijgt?|verneemt?) CONTROLLER\b|"
            rf"\b(?:(?:een|elke|iedere) )?nieuwe? {_ANOTHER}s? kondig(?:t|en) PROCESSOR\b[^.;]{{0,40}}\baan\b",
        ),
        under=_SUBS,
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
        under=_SUBS,
        after=r"SUBPROCESSOR|\b(?:bedrijf|bedrijven|partij|leverancier|onderaannemer)\b",
    ),
    Plain(
        "subprocessors.flow_down",
        ("dezelfde", "legt derden", "legt deze derden"),
        (
            r"\bmet (?:hen|hun|ieder van hen|elk van hen|(?:deze|die) (?:bedrijven|partijen|leveranciers))\b[^.;]{0,30}\bdezelfde (?:afspraken|verplichtingen|regels)\b|"
            r"\bPROCESSOR legt (?:deze |die |alle )?(?:derden|partijen|bedrijven|leveranciers) (?:\w+ ){0,2}?(?:verplichtingen|plichten|bepalingen)\b[^.;]{0,60}\bop\b",
        ),
        under=_SUBS,
    ),
    Plain(
        "subprocessors.processor_liable",
        ("aanspreken", "aansprakelijk", "fouten", "gevolgen"),
        (
            r"\b(?:maken|maakt) (?:zij|ze|hij|deze|een van hen|SUBPROCESSOR)\b[^.;]{0,20}\bfout(?:en)?\b[^.;]{0,20}\b(?:mag|kan|kunt?) CONTROLLER PROCESSOR\b[^.;]{0,20}\baanspreken\b|"
            r"\bfouten van (?:de |PROCESSOR )?SUBPROCESSOR\b[^.;]{0,30}\b(?:PROCESSOR (?:eigen )?fouten|voor rekening van PROCESSOR|als fouten van PROCESSOR)\b|"
            r"\bPROCESSOR\b[^.;]{0,90}\bis voor (?:hun|diens) (?:handelen|doen en laten|fouten)\b[^.;]{0,12}\baansprakelijk\b|"
            rf"\bmis bij (?:een|zo'n) {_ANOTHER}\b[^.;]{{0,60}}\bPROCESSOR\b[^.;]{{0,40}}\b(?:de gevolgen|verantwoordelijk|aansprakelijk)\b",
        ),
        under=_SUBS,
    ),
    *(
        Plain(
            "transfers.region",
            (word,),
            (rf"^[\W\d]*(?:in|binnen) (?:de )?(?:{region})\W*$",),
            value=value,
            under=r"\b(?:waar|locatie|opslag|plaats)\b",
        )
        for value, word, region in (
            ("EU", "eu", r"europese unie|eu"),
            ("EEA", "ee", r"europese economische ruimte|eer"),
            ("NL", "nederland", r"nederland"),
        )
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
        "end.deadline",
        ("daarna", "ruim"),
        (
            rf"\b(?:dagen|weken|maanden|maand) daarna\b[^.;]{{0,40}}\b{_GONE}\b|"
            r"\bruim(?:t|en) PROCESSOR\b[^.;]{0,60}(?:{data})[^.;]{0,20}\bop\b",
        ),
        value=PERIOD,
        under=_END,
        strength=Strength.PASSING,
    ),
    Plain(
        "end.choice_window",
        ("in de gelegenheid", "de tijd"),
        (
            r"\bstelt PROCESSOR CONTROLLER\b[^.;]{0,30}\bin de gelegenheid\b[^.;]{0,90}\b(?:export\w*|download\w*|kopi\w*|veilig te stellen)|"
            r"\bCONTROLLER (?:krijgt|heeft)\b[^.;]{0,40}\bde tijd om\b[^.;]{0,80}\b(?:export\w*|download\w*|veilig te stellen|over te zetten|op te halen)",
        ),
        value=PERIOD,
        under=_END + r"|bewar|vernietig",
    ),
    Plain(
        "end.certificate",
        ("bevestiging", "bericht", "mail", "weten"),
        (
            r"\bbevestiging\b[^.;]{0,20}\bdan (?:stuurt|sturen|geeft|geven|krijgt?) (?:PROCESSOR|CONTROLLER) die\b|"
            r"\bvan (?:het (?:wissen|verwijderen|vernietigen)|de (?:verwijdering|vernietiging|wissing))\b[^.;]{0,30}\b(?:ontvangt|krijgt?) CONTROLLER\b[^.;]{0,30}\b(?:bericht|bevestiging|verklaring|mail)\b|"
            rf"\b(?:gegevens|alles) {_GONE} (?:is|zijn)\b[^.;]{{0,12}}\b(?:krijgt?|hoort?|ontvangt) CONTROLLER\b[^.;]{{0,40}}\b(?:mail|bericht|bevestiging)\b|"
            rf"\bPROCESSOR (?:laat|laten) CONTROLLER weten (?:wanneer|dat|zodra|als)\b[^.;]{{0,40}}\b{_GONE}\b",
        ),
        under=_END,
        after=r"{delete}|\bgewist\b|\bweg\b",
    ),
    Plain(
        "term.amendment",
        ("tekst", "aan, dan", "aan dan"),
        (
            r"\bPROCESSOR (?:kan|kunnen|mag|mogen) (?:de|deze) tekst (?:\w+ )?(?:veranderen|aanpassen|wijzigen)\b[^.]{0,20}\b(?:CONTROLLER (?:krijgt|hoort|leest)|(?:krijgt?|hoort?|leest?) CONTROLLER)\b|"
            rf"\bpas(?:t|sen) PROCESSOR {_PRESENT} aan\b[^.;]{{0,12}}\bdan (?:hoort?|krijgt?|leest?) CONTROLLER\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "term.amendment",
        ("CONTROLLER krijgt", "CONTROLLER hoort", "krijgt CONTROLLER", "hoort CONTROLLER"),
        (
            r"^[\W\d]*(?:CONTROLLER (?:krijgt|hoort|leest)|(?:dan|dat) (?:krijgt?|hoort?|leest?) CONTROLLER)\b[^.;]{0,60}\b(?:vooraf|van tevoren|tevoren)\b",
        ),
        value="processor_with_notice",
        after=rf"\bPROCESSOR (?:kan|kunnen|mag|mogen) (?:de tekst|{_PRESENT}) (?:\w+ )?(?:veranderen|aanpassen|wijzigen)\b",
    ),
    Plain(
        "term.starts",
        ("akkoord",),
        (
            r"\bCONTROLLER\b[^.;]{0,12}\b(?:ermee|hiermee|daarmee) akkoord\b[^.;]{0,20}\b(?:wanneer|als|door|zodra|bij)\b[^.;]{0,60}\b(?:aanvinkt|aanmeld\w*|aan te vinken|registre\w*|bestel\w*)\b",
        ),
        value="on_acceptance",
        after=rf"{_PRESENT}|\bverwerkersovereenkomst\b",
    ),
    Plain(
        "term.amendment",
        ("wijzigingen", "afgeweken"),
        (
            r"\bwijzigingen\b[^.;]{0,30}\b(?:gelden|zijn geldig|binden|zijn bindend)\b[^.;]{0,20}\b(?:pas|alleen|slechts)\b[^.;]{0,40}\bpartijen\b[^.;]{0,60}\b(?:bevestigd|getekend|ondertekend|akkoord)\b|"
            rf"\bvan {_PRESENT}\b[^.;]{{0,12}}\b(?:kan|mag) (?:alleen|slechts|uitsluitend)\b[^.;]{{0,20}}\bschriftelijk\b[^.;]{{0,30}}\bafgeweken\b",
        ),
        value="mutual_written",
        unless=(r"{measures}", r"SUBPROCESSOR"),
    ),
    Plain(
        "liability.regime",
        ("schade",),
        (
            r"\bwat PROCESSOR aan schade (?:vergoedt|vergoeden|betaalt|betalen)\b[^.;]{0,20}\bstaat in\b[^.;]{0,30}\b\w*voorwaarden\b",
        ),
        value="main_agreement_terms",
        under=_LIABILITY,
    ),
    Plain(
        "liability.indirect_excluded",
        ("schade", "winst"),
        (
            rf"^[\W\d]*{_CONSEQUENTIAL}\b[^.;]{{0,40}}\b(?:valt|vallen|hoort|horen) (?:daar|hier|er) ?(?:niet (?:onder|bij)|buiten)\b|"
            rf"\bvoor {_CONSEQUENTIAL} is (?:hij|zij|PROCESSOR|deze) niet aansprakelijk\b",
        ),
        under=_LIABILITY,
    ),
)
"""What such a sentence settles."""
