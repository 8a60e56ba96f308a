"""Turns of formal and half-formal Dutch that lean on the sentence before or on the heading, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_AUDIT = r"audit|controle|inspecti|toezicht|nagaan"
_SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere bedrijven|onderaannem"
_BREACH = r"lek|inbreuk|incident|misga"
_END = r"eind|einde|stop|beëindig|afloop|verwijder|opzeg"

TURNS = (
    Plain(
        "instructions.only_on_instruction",
        ("ten behoeve van", "ten dienste van"),
        (
            r"(?:{only})[^.;]{0,40}\bten (?:behoeve|dienste) van CONTROLLER\b[^.;]{0,20}\b(?:naar|volgens|conform|op) (?:diens|haar|zijn|hun) (?:\w+ )?(?:{an_instruction})",
            r"{processes}",
        ),
    ),
    Plain(
        "instructions.only_on_instruction",
        ("niet anders", "buiten", "alleen aan"),
        (
            r"\bniet anders\b[^.;]{0,12}\bdan CONTROLLER\b[^.;]{0,30}\b(?:voorgeschreven|voorschrijft|opgedragen|opdraagt|gevraagd|vraagt)\b|"
            r"\bbuiten (?:hetgeen|wat) CONTROLLER\b[^.;]{0,40}\b(?:opgedragen|gevraagd|voorgeschreven|opdraagt)\b[^.;]{0,40}\b(?:geen|niets|niet)\b|"
            r"\b(?:raakt?|raken)\b[^.;]{0,12}(?:{data})[^.;]{0,12}(?:{only}) aan\b[^.;]{0,12}\b(?:als|wanneer|indien) CONTROLLER (?:daar|er)om (?:vraagt|verzoekt)\b",
            r"{data}",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}", r"{breach}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("uitzondering",),
        (
            r"^[\W\d]*(?:de |een )?(?:enige )?uitzondering (?:daarop |hierop )?(?:is|vormt|geldt voor)\b[^.;]{0,60}\b(?:verplichting|plicht|voorschrift)\b[^.;]{0,40}\b\w*(?:recht|wet)\b",
        ),
        after=r"{instruction}|{an_instruction}",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.legal_exception",
        ("daarbuiten", "in de wet"),
        (
            r"\bdaarbuiten\b[^.;]{0,40}(?:{processes})[^.;]{0,40}(?:{only})[^.;]{0,40}\bwettelijk\w*|"
            r"\bin de wet\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,60}\bmoet(?:en)?\b[^.;]{0,60}\bCONTROLLER (?:niet|geen)\b[^.;]{0,30}\b(?:gevraagd|opdracht|opgedragen)\b",
        ),
        after=r"{instruction}|{an_instruction}|\bgevraagd\b",
        unless=(r"{secrecy}", r"{delete}"),
    ),
    Plain(
        "instructions.infringement_warning",
        ("twijfel", "ter sprake"),
        (
            r"\btwijfel\w*\b[^.;]{0,30}(?:{an_instruction})[^.;]{0,40}\b(?:rechtmatig|geoorloofd|toegestaan|toelaatbaar|mag)\b|(?:{an_instruction})[^.;]{0,60}(?:{infringes})",
            r"\bleg(?:t|gen) PROCESSOR\b[^.;]{0,40}\bvoor aan CONTROLLER\b|\bPROCESSOR (?:brengt|brengen) (?:het|dit|dat)\b[^.;]{0,30}\bter sprake\b|\b(?:brengt|brengen) PROCESSOR (?:het|dit|dat)\b[^.;]{0,30}\bter sprake\b",
        ),
    ),
    Plain(
        "processing.own_purposes",
        (
            "voor zichzelf",
            "voor onszelf",
            "voor mijzelf",
            "voor eigen",
            "PROCESSOR eigen",
            "verkopen ze",
            "verkoopt ze",
        ),
        (
            r"\b(?:gebruikt?|gebruiken) (?:PROCESSOR )?(?:ze|die|deze) (?:\w+ )?(?:nooit|niet|nimmer)\b[^.;]{0,20}\bvoor (?:zichzelf|onszelf|mijzelf|eigen \w+)\b|"
            r"\bPROCESSOR doe(?:t|n) er (?:\w+ )?niets (?:\w+ )?mee\b[^.;]{0,12}\bvoor (?:zichzelf|onszelf|PROCESSOR eigen|eigen)\b|"
            r"\bPROCESSOR verko(?:opt|pen) (?:ze|die|deze) niet\b[^.;]{0,20}\b(?:train\w*|leren|gebruik\w*)\b",
        ),
        value=False,
        after=r"{data}",
        unless=(r"{breach}",),
    ),
    Plain(
        "processing.own_purposes",
        ("statistiek", "anoniem", "anonieme", "geanonimiseerd"),
        (
            r"\bPROCESSOR (?:maakt?|maken|telt|tellen|meet|meten)\b[^.;]{0,60}\b(?:statistiek\w*|geanonimiseerd\w*|anonieme?)\b|\bin (?:geanonimiseerde|anonieme) vorm\b",
            r"\b(?:PROCESSOR|haar|zijn|PROCESSOR eigen) (?:\w+ )?(?:product\w*|diensten?|dienstverlening|software|programma|app)\b[^.;]{0,12}\b(?:te verbeteren|beter te maken)\b|"
            r"\bverbeter(?:t|en)\b[^.;]{0,20}\b(?:haar|zijn|PROCESSOR|de eigen) (?:product\w*|diensten?|dienstverlening|software|programma|app)\b",
        ),
        unless=(r"\b(?:niet|geen|nooit|verboden)\b", r"\bvoor CONTROLLER\b"),
    ),
    Plain(
        "processing.special_categories",
        ("gezondheid", "medisch", "bijzondere", "gevoelige", "artikel 9"),
        (
            r"^[\W\d]*(?:gegevens over (?:de )?gezondheid|(?:medische|bijzondere|gevoelige) (?:persoons)?gegevens|bijzondere categorieën van persoonsgegevens|bijzondere categorieën)\b[^.;]{0,80}"
            r"(?:\b(?:verwerkt|verwerken) PROCESSOR niet\b|\bvallen (?:buiten|niet onder)\b|\bworden niet verwerkt\b|\bhoren (?:hier |daar )?niet\b)|"
            r"\b(?:verwerkt|verwerken) (?:PROCESSOR )?geen (?:persoons)?gegevens (?:als bedoeld in|in de zin van|van) art(?:ikel|\.) 9\b|\bgeen (?:persoons)?gegevens (?:als bedoeld in|in de zin van) art(?:ikel|\.) 9\b[^.;]{0,20}\bverwerkt\b",
        ),
        value="excluded_unless_agreed",
        unless=(r"\bbehalve\b", r"\b(?:inkoop|SUBPROCESSOR)\b"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "processing.special_categories",
        ("gezondheid", "medisch"),
        (
            r"^[\W\d]*(?:de |het )?\w+ (?:is|zijn|geldt als|gelden als) (?:een )?(?:gegevens? over (?:de )?gezondheid|gezondheidsgegevens?|medische? gegevens?|bijzondere? (?:persoons)?gegevens?)\b|"
            r"\bomvat(?:ten)? (?:ook|mede) (?:persoons)?gegevens over (?:de )?gezondheid\b",
        ),
        value="listed",
    ),
    Plain(
        "confidentiality.duty",
        ("niemand", "binnenskamers", "laat zich", "laten zich"),
        (
            r"\bPROCESSOR (?:vertelt|vertellen|zegt|zeggen) niemand (?:\w+ )?(?:iets|wat)\b[^.;]{0,12}\bover\b[^.;]{0,12}(?:{data})|"
            r"\bPROCESSOR\b[^.;]{0,60}\bblij(?:ft|ven) binnenskamers\b|"
            r"\bPROCESSOR (?:geeft|geven) (?:de )?(?:{data}) aan niemand (?:anders )?(?:door|af|prijs)\b|"
            r"\bPROCESSOR (?:laat|laten) zich\b[^.;]{0,40}\bniet uit over\b[^.;]{0,12}(?:{data})",
        ),
    ),
    Plain(
        "confidentiality.duty",
        ("als bedrijf ook", "ook voor", "zelf ook", "als organisatie ook"),
        (
            r"^[\W\d]*(?:dat|dit|hetzelfde) (?:doet?|doen|geldt|gelden)\b[^.;]{0,12}\bPROCESSOR\b[^.;]{0,12}\b(?:als bedrijf |als organisatie |zelf )?ook\b",
        ),
        after=r"{secrecy}",
    ),
    Plain(
        "confidentiality.staff_bound",
        ("deze plicht", "die plicht", "dezelfde plicht", "geheimhouding"),
        (
            r"\bleg(?:t|gen) (?:PROCESSOR )?(?:deze|die|dezelfde) (?:\w*plicht|verplichting) (?:ook |eveneens )?op aan\b|\bleg(?:t|gen) (?:PROCESSOR )?(?:deze|die|dezelfde) (?:\w*plicht|verplichting) (?:ook |eveneens )?aan\b[^.;]{0,90}\bop\b|"
            r"\b(?:deze|die|de) (?:geheimhouding|plicht|\w+plicht)\b[^.;]{0,30}\b(?:strekt|strekken) zich\b[^.;]{0,12}\buit tot\b",
        ),
        after=r"{secrecy}",
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:legt|leggen)\b", r"\b(?:legt|leggen) CONTROLLER\b"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("zwijg", "zwijgen", "geheim", "naar buiten"),
        (
            r"\b(?:in hun (?:\w+ )?contract|in hun arbeidsovereenkomst) staan\b[^.;]{0,30}(?:{secrecy})|"
            r"\bwie (?:bij|voor|namens) PROCESSOR werk(?:t|en)\b[^.;]{0,30}\b(?:beloofd|getekend|toegezegd)\b[^.;]{0,40}\b(?:niets|niet|naar buiten|geheim\w*)\b|"
            r"\bdraag(?:t|en) (?:PROCESSOR )?(?:zijn|haar|hun|PROCESSOR) (?!CONTROLLER)\w+ op\b[^.;]{0,40}(?:{secrecy})|"
            r"\bPROCESSOR (?:verlangt|verlangen|eist|eisen) van\b[^.;]{0,60}\b(?:tekenen|ondertekenen|zwijgen|geheim\w*)\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:draagt|verlangt|eist)\b"),
    ),
    Plain(
        "security.measures_change",
        ("behoudt zich het recht", "houdt zich het recht", "momentopname"),
        (
            r"\b(?:houdt|houden|behoudt|behouden) zich het recht voor\b[^.;]{0,40}\b(?:beveiliging|maatregelen)\b[^.;]{0,20}\bte (?:wijzigen|veranderen|vervangen|herzien)\b|"
            r"\b(?:maatregelen|beveiliging)\b[^.;]{0,20}\bmomentopname\b",
        ),
        value="processor_alone",
        unless=(r"\b(?:bericht|meldt|melden|mits hij|in kennis|op de hoogte)\b",),
    ),
    Plain(
        "security.measures_change",
        ("zonder", "pas nadat", "niet dan nadat"),
        (
            r"\bzonder (?:\w+ )?(?:akkoord|instemming|toestemming|goedvinden) van CONTROLLER\b[^.;]{0,40}\b(?:maatregelen|beveiliging)\b[^.;]{0,30}\bgeen (?:verandering\w*|wijziging\w*|aanpassing\w*)\b|"
            r"\b(?:aanpassing|wijziging|vervanging)\w* (?:van|in) (?:de )?(?:\w+ )?\w*(?:maatregelen|beveiliging)\b[^.;]{0,40}\b(?:pas|niet dan) (?:nadat|na)\b[^.;]{0,12}\bCONTROLLER\b[^.;]{0,40}\b(?:ingestemd|akkoord|goedgekeurd|toegestemd)\b",
        ),
        value="mutual",
    ),
    Plain(
        "security.measures_change",
        ("nieuwe bijlage", "bijgewerkte bijlage"),
        (
            r"\b(?:maatregelen|beveiliging)\b[^.;]{0,20}\bactueel\b[^.;]{0,20}\b(?:stuurt|sturen|zendt|verstrekt)\b[^.;]{0,60}\b(?:nieuwe|bijgewerkte) (?:bijlage|versie|lijst)\b",
        ),
        value="processor_with_notice",
    ),
    Plain(
        "breach.costs",
        ("ieder zelf", "elk zelf", "partij die ze maakt", "partij die deze maakt"),
        (
            r"\b(?:betaalt|draagt|betalen|dragen) (?:ieder|elk|iedere partij)(?: van (?:de )?partijen)? zelf\b|\b(?:voor rekening van|gedragen door) de partij die (?:ze|deze|die) maakt\b",
        ),
        value="each_own",
        under=_BREACH,
    ),
    Plain(
        "breach.costs",
        ("betaalt", "betalen"),
        (
            r"\b(?:lek|inbreuk|incident|dat)\b[^.;,]{0,12}\b(?:aan PROCESSOR te wijten|door PROCESSOR (?:toedoen|schuld)|PROCESSOR (?:schuld|fout))\b[^.;]{0,12}, dan betaal(?:t|en) PROCESSOR\b[^.;]{0,60}",
        ),
        value="processor",
        under=_BREACH,
    ),
    Plain(
        "breach.register",
        ("register", "logboek"),
        (r"^[\W\d]*(?:ieder|elk|alle) (?:{breach}) kom(?:t|en)\b[^.;]{0,20}\bin een (?:register|logboek)\b",),
        value=("processor",),
        unless=(r"\bbij CONTROLLER\b",),
    ),
    Plain(
        "breach.processor_may_notify_authority",
        ("uitlating", "benadert", "zelf meldt", "meldt hij", "melden wij"),
        (
            r"\bPROCESSOR (?:laat|laten) (?:elke|iedere) uitlating\b[^.;]{0,40}\bachterwege\b|"
            r"\bPROCESSOR (?:benadert|benaderen) (?:de )?(?:{authority})[^.;]{0,40}\bniet\b|"
            r"{authority}[^.;]{0,40}\blaat PROCESSOR\b[^.;]{0,12}\bover aan CONTROLLER\b",
        ),
        value=False,
        under=_BREACH,
        after=r"{authority}",
    ),
    Plain(
        "breach.follow_up",
        ("de rest", "volgt dat", "volgen die", "volgt die"),
        (
            r"\b(?:niet|nog niet|nog geen)\b[^.;]{0,40}, dan\b[^.;]{0,40}\b(?:krijgt?|ontvangt?|hoort?) CONTROLLER (?:de rest|het overige|meer|dat)\b[^.;]{0,12}\b(?:zodra|later|als)\b|"
            r"\b(?:nog )?niet\b[^.;]{0,20}, dan volg(?:t|en) (?:dat|die|deze)\b[^.;]{0,20}\b(?:later|zodra|nog)\b",
        ),
        under=_BREACH,
    ),
    Plain(
        "requests.handling",
        (
            "gaat dat verzoek naar",
            "gaat het verzoek naar",
            "voor aan",
            "neer",
            "moeten zijn",
            "belanden",
        ),
        (
            r"\bverzoek\w*\b[^.;]{0,160}, dan gaat (?:dat|het|dit) (?:verzoek )?(?:meteen |direct |ongelezen )?naar CONTROLLER\b|"
            r"\bverzoeken\b[^.;]{0,140}\bPROCESSOR (?:binnenkomen|ontvangt|bereiken|krijgt)\b[^.;]{0,12}\bleg(?:t|gen)\b[^.;]{0,40}\bvoor aan CONTROLLER\b|"
            r"\b(?:vraagt|vragen)\b[^.;]{0,40}\b(?:inzage|verbetering|verwijdering|gegevens)\b[^.;]{0,60}\bPROCESSOR (?:die|deze|de) vraag\b[^.;]{0,12}\bbij CONTROLLER neer\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:belanden|komen terecht) bij CONTROLLER\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:krijgen|krijgt) te horen\b[^.;]{0,20}\bbij CONTROLLER moet(?:en)? zijn\b",
        ),
        value="forward",
        unless=(r"\boffert\w*", r"{breach}"),
    ),
    Plain(
        "assistance.prior_consultation",
        ("raadple", "vooraf", "eerst naar"),
        (
            r"\braadple(?:egt|gen) (?:hij|zij|ze|deze|CONTROLLER)\b[^.;]{0,12}\b(?:vooraf|voorafgaand\w*)\b[^.;]{0,20}(?:{authority})|"
            r"(?:{authority})[^.;]{0,20}\bvooraf\b[^.;]{0,20}\b(?:om advies|raadplegen|te raadplegen)\b|"
            r"(?:{authority})[^.;]{0,12}\b(?:raadpleegt|raadplegen)\b[^.;]{0,12}\bvoordat\b|"
            r"\braadpleging\b[^.;]{0,20}\bvan (?:de )?(?:{authority})|"
            r"\beerst naar (?:de )?(?:{authority})[^.;]{0,12}\bmoet\b",
            r"{assist}",
        ),
        unless=(r"\b(?:niet|geen)\b",),
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
        "subprocessors.flow_down",
        (
            "niet minder streng",
            "even streng",
            "minstens zo streng",
            "in zijn contracten",
            "in haar contracten",
            "over in",
            "voor hetzelfde",
        ),
        (
            r"\bmet (?:al )?(?:deze|die|ieder\w*|elk\w*|al)\b[^.;]{0,40}\b(?:\w*overeenkomst|contract|afspraken)\b[^.;]{0,20}\b(?:die|dat|waarin)\b[^.;]{0,20}\b(?:niet minder streng|even streng|minstens (?:zo|even) streng)\b|"
            r"\bbepalingen\b[^.;]{0,30}\bneemt PROCESSOR over in\b[^.;]{0,30}\bSUBPROCESSOR\b|"
            r"\bSUBPROCESSOR teken(?:t|en)\b[^.;]{0,20}\bvoor hetzelfde\b",
        ),
        after=r"SUBPROCESSOR|\bbedrijven\b|\bpartijen\b",
    ),
    Plain(
        "subprocessors.flow_down",
        ("dezelfde", "gelijke"),
        (
            r"\b(?:ingeschakelde|deze|die|zulke) (?:ondernemingen|bedrijven|partijen|derden|organisaties)\b[^.;]{0,30}\baan (?:dezelfde|gelijke)\b[^.;]{0,30}\b(?:gebonden|houden)\b",
        ),
        under=_SUBS,
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
        "end.data",
        ("welke van de twee",),
        (r"\bCONTROLLER (?:zegt|bepaalt|kiest|beslist|laat weten)\b[^.;]{0,12}\bwelke van de twee\b",),
        value="controller_chooses",
        after=r"(?:{return}|\bteruggegeven\b)[^.;]{0,20}\bof\b[^.;]{0,20}(?:{delete})",
        unless=(r"\b(?:niet|geen)\b",),
    ),
    Plain(
        "end.choice_window",
        ("niets", "nog geen keuze", "blijft een keuze", "blijft de keuze"),
        (
            r"^[\W\d]*(?:hoort PROCESSOR|horen PROCESSOR)\b[^.;]{0,30}\bniets\b[^.;]{0,12}, dan\b[^.;]{0,20}(?:{delete}|\bgooi(?:t|en)\b)|"
            r"\bblijft (?:een|de) keuze\b[^.;]{0,90}\buit\b, dan\b[^.;]{0,40}(?:{delete})",
        ),
        value=PERIOD,
        under=_END,
    ),
)
"""What such a sentence settles."""
