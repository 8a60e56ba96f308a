"""Turns of Dutch on purposes of its own and special categories of data, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.nl.words import OPENS
from art28.extraction.topics.plain.plain import Plain

_SPECIAL = (
    r"(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|(?:medische|bijzondere|gevoelige) (?:persoons)?gegevens)"
)

TURNS: tuple[Plain, ...] = (
    Plain(
        "processing.own_purposes",
        ("eigen doel", "eigen gebruik", "reclame"),
        (rf"{OPENS}(?:en )?niet voor (?:eigen (?:doel\w*|gebruik)|reclame)\b",),
        value=False,
    ),
    Plain(
        "processing.own_purposes",
        ("geanonimiseerde", "anonieme"),
        (
            r"\bPROCESSOR (?:mag|mogen)\b[^.;]{0,20}\b(?:geanonimiseerde|anonieme) (?:\w*gegevens|data)\b[^.;]{0,20}\bgebruiken\b[^.;]{0,20}\bom\b[^.;]{0,60}\bte (?:verbeteren|ontwikkelen|onderzoeken|verkopen)\b|"
            r"\bPROCESSOR (?:mag|mogen)\b[^.;]{0,20}\b(?:geanonimiseerde|anonieme) (?:\w*gegevens|data)\b[^.;]{0,20}\bgebruiken\b[^.;]{0,20}\bvoor (?:eigen|statisti\w+|onderzoek|benchmark\w*|verbetering)\b",
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
        "processing.own_purposes",
        ("ander gebruik", "eigen belang", "eigen doelen", "eigen doeleinden"),
        (
            r"\bander gebruik\b[^.;]{0,20}\bdoor PROCESSOR\b[^.;]{0,60}\b(?:niet|evenmin) toegestaan\b|\bander gebruik\b[^.;]{0,60}\bPROCESSOR\b[^.;]{0,30}\b(?:verboden|uitgesloten)\b|"
            r"\bPROCESSOR onthoud(?:t|en) zich van\b[^.;]{0,40}\b(?:zijn|haar|hun|PROCESSOR) eigen belang\b|"
            r"^[\W\d]*eigen (?:doelen|doeleinden) heeft PROCESSOR\b[^.;]{0,60}\bniet\b",
        ),
        value=False,
    ),
    Plain(
        "processing.special_categories",
        ("gezondheid", "medisch", "bijzondere", "gevoelige"),
        (
            rf"\baan {_SPECIAL}\b[^.;]{{0,60}}\bheeft PROCESSOR\b[^.;]{{0,12}}\bgeen behoefte\b|"
            rf"\bCONTROLLER (?:stuurt|levert|geeft|verstrekt|zet|voert)\b[^.;]{{0,30}}\bgeen {_SPECIAL}\b|"
            rf"\bniet (?:gemaakt|bedoeld|bestemd|ingericht) voor (?:\w+ )?{_SPECIAL}|"
            rf"^[\W\d]*{_SPECIAL}\b[^.;]{{0,30}}\bkomen\b[^.;]{{0,30}}\bniet voor\b",
        ),
        value="excluded_unless_agreed",
    ),
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
        "processing.own_purposes",
        ("beschikken", "benutten", "gebruiken", "samenstellen", "aanwenden"),
        (
            r"\b(?:mag|mogen|kan|vergund|toegestaan|vrij)\b",
            r"\bPROCESSOR\b",
            r"\bvoor (?:het verbeteren|de verbetering|onderzoek)\b[^.;]{0,40}\b(?:zijn|haar|hun|PROCESSOR) (?:eigen )?(?:diensten|dienstverlening|producten|software)\b|"
            r"\bonderzoek naar de kwaliteit van (?:zijn|haar|hun) (?:diensten|dienstverlening)\b|\bstatistieken\b[^.;]{0,90}\b(?:zijn|haar|hun) (?:producten|diensten)\b|"
            r"\bonherkenbaar\b[^.;]{0,60}\bte verbeteren\b",
        ),
        unless=(r"\b(?:niet|geen|evenmin|nimmer|nooit)\b", r"\bCONTROLLER (?:mag|kan)\b"),
        strength=Strength.EXPRESS,
    ),
    Plain(
        "processing.own_purposes",
        ("bedoelingen", "beter van", "kwaliteit"),
        (
            r"\b(?:geen (?:eigen )?bedoelingen|niets mee waar PROCESSOR beter van)\b|"
            r"\bvoor onderzoek\b[^.;]{0,60}\b(?:gebruikt|gebruiken|benut|benutten) PROCESSOR\b[^.;]{0,30}\bniet\b",
            r"{data}",
        ),
        value=False,
    ),
    Plain(
        "processing.special_categories",
        ("bijzondere", "gevoelige"),
        (
            r"\b(?:bijzondere|gevoelige) (?:categorieën )?(?:van )?(?:persoons)?gegevens\b[^.;]{0,20}\b(?:alleen|slechts|pas|uitsluitend) (?:worden )?verwerkt\b[^.;]{0,20}\b(?:nadat|als|indien|wanneer)\b[^.;]{0,60}\b(?:overeengekomen|afgesproken)\b|"
            r"\b(?:bijzondere|gevoelige)\b[^.;]{0,40}\bmag CONTROLLER (?:alleen|slechts|pas|uitsluitend)\b[^.;]{0,30}\b(?:als|indien|nadat|wanneer)\b[^.;]{0,40}\b(?:afgesproken|overeengekomen)\b|"
            r"\bbijzondere categorieën\b[^.;]{0,30}: ?niet, tenzij\b[^.;]{0,60}\b(?:afspraken|overeen)",
        ),
        value="excluded_unless_agreed",
    ),
    Plain(
        "processing.special_categories",
        ("artikel 9", "bijzondere", "gevoelige"),
        (
            r"\bgegevens (?:als bedoeld |in de zin van |bedoeld )?(?:in |van )?artikel 9\b|\bbijzondere (?:categorieën |soorten )?(?:van )?(?:persoons)?gegevens\b|\bgevoelige gegevens\b",
            r"\b(?:komen|worden|bevat|zijn|verwerkt)\b[^.;]{0,50}\b(?:niet|geen)\b|\bgeen (?:gegevens|bijzondere|gevoelige)\b",
            r"\b(?:voor|verwerkt|ingevoerd|bevat|aan de orde|opgeslagen|vastgelegd)\b",
        ),
        value="excluded_unless_agreed",
        unless=(
            r"\b(?:tenzij|behalve|behoudens|uitgezonderd|waaronder|zoals)\b[^.;]{0,30}\b(?:gezondheid|bsn|medisch\w*|ras|geloof)\b",
            r"\bCONTROLLER (?:zal|mag|dient)\b",
            r"{breach}",
        ),
    ),
)
