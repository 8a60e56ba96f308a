"""Turns of Dutch clauses on duties, sub-processors, the end and what goes before what, as speech.py reads them; turns.py has the rest."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.plain import PERIOD, Plain

_PRESENT = r"(?:deze|dit|de) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|verwerkersafspraken)"
_MAIN = r"(?:hoofdovereenkomst|\w*voorwaarden|(?:dienstverlenings|licentie|raam|koop)overeenkomst|opdracht|offerte)"
_END = r"eind|stop|beëindig|afloop|verwijder|opzeg"
_KEPT_QUIET = r"(?:{secrecy}|\bzwijgen\b)"
_SPECIAL = (
    r"(?:gegevens over (?:de )?gezondheid|gezondheidsgegevens|(?:medische|bijzondere|gevoelige) (?:persoons)?gegevens)"
)

FORMAL = (
    # "De beoordeling of een datalek meldingsplichtig is, en de melding zelf, liggen bij CONTROLLER."
    Plain(
        "breach.authority_notifier",
        ("meldingsplichtig", "meldplichtig", "meldingswaardig"),
        (
            r"\b(?:meldingsplichtig|meldplichtig|meldingswaardig)\b[^.;]{0,60}\bmelding\b[^.;]{0,20}\b(?:ligt|liggen|berust|berusten|rust|rusten|is|zijn|blijft|blijven) (?:\w+ ){0,2}?(?:bij|aan|voor) CONTROLLER\b",
        ),
        value="controller",
        after=r"{breach}",
    ),
    Plain(
        "instructions.only_on_instruction",
        ("niet meer dan", "zonder opdracht"),
        (
            r"\bPROCESSOR (?:doet|doen) met (?:de )?(?:{data}) niet meer dan\b[^.;]{0,30}\b(?:{an_instruction}) van CONTROLLER\b|"
            r"\bzonder (?:\w+ )?(?:{an_instruction}) van CONTROLLER\b[^.;]{0,20}\bPROCESSOR\b[^.;]{0,30}(?:{data}) niet\b",
        ),
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
        "confidentiality.duty",
        ("PROCESSOR en", "PROCESSOR zelf", "voor PROCESSOR", "PROCESSOR noch"),
        (
            rf"\bPROCESSOR (?:en|noch) (?:iedereen|ieder|eenieder|al|alle|zijn|haar|hun|PROCESSOR)\b[^.;]{{0,90}}{_KEPT_QUIET}|"
            r"\bPROCESSOR zelf\b[^.;]{0,70}\btot (?:geheimhouding|vertrouwelijkheid) (?:gehouden|verplicht)\b|"
            r"\bPROCESSOR noch\b[^.;]{0,30}\b(?:personeel|medewerkers)\b[^.;]{0,60}\baan (?:anderen|derden) bekend\b",
        ),
        unless=(r"SUBPROCESSOR", r"\bCONTROLLER (?:en|noch)\b"),
    ),
    Plain(
        "requests.handling",
        ("verwezen naar", "naar"),
        (
            r"\bverzoek\w*\b[^.;]{0,90}\bword(?:t|en) (?:door)?verwezen naar\b[^.;]{0,60}\bvan CONTROLLER\b|"
            r"\bverzoek\w*\b[^.;]{0,60}\b(?:inzage|verwijdering|correctie|betrokkene)\b[^.;]{0,20}\bgaat\b[^.;]{0,30}\bnaar CONTROLLER\b",
        ),
        value="forward",
        unless=(r"{breach}", r"\boffert\w*"),
    ),
    Plain(
        "requests.assist",
        ("beantwoord", "antwoord"),
        (
            r"\b(?:levert|verstrekt|verschaft|geeft) (?:PROCESSOR )?de voor de (?:beantwoording|afhandeling)\b[^.;]{0,40}\b(?:benodigde|nodige)\b|"
            r"\b(?:gegevens|informatie) die CONTROLLER voor (?:het|de) (?:antwoord|beantwoording)\b[^.;]{0,60}\bnodig\b[^.;]{0,20}\b(?:zoekt|levert|geeft|verstrekt) PROCESSOR\b",
        ),
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
        "subprocessors.flow_down",
        ("evenveel bescherming", "dezelfde bescherming", "gelijke bescherming", "minder ver"),
        (
            r"\b\w*(?:overeenkomst|contract)(?:en)?\b[^.;]{0,40}\b(?:evenveel|dezelfde|gelijke) bescherming\b[^.;]{0,30}\bals\b|"
            r"\bgeen (?:verplichting|overeenkomst|contract)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,30}\bminder ver\b",
        ),
        after=r"SUBPROCESSOR|\bleveranciers\b",
    ),
    Plain(
        "end.deadline",
        ("voldaan",),
        (
            r"\bbinnen\b[^.;]{0,30}\bna\b[^.;]{0,40}\b(?:is|wordt) aan (?:de|die|deze) (?:wens|keuze)\b[^.;]{0,20}\bvoldaan\b",
        ),
        value=PERIOD,
        under=_END,
    ),
    Plain(
        "term.lasts",
        ("loopt door tot", "duurt tot", "houdt pas op", "eindigt pas"),
        (
            rf"\b{_PRESENT}[^.;]{{0,110}}\b(?:loopt door tot|duurt tot|houdt pas op (?:als|wanneer|zodra)|eindigt pas (?:als|wanneer|zodra))\b[^.;]{{0,80}}\b\w*gegevens\b[^.;]{{0,60}}\b(?:meer (?:heeft|hebben)|(?:gewist|vernietigd|verwijderd)|teruggegeven)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.lasts",
        ("houdt ook deze",),
        (rf"\b{_MAIN} op, dan houdt ook {_PRESENT} op\b",),
        value="main_agreement",
    ),
    Plain(
        "term.precedence",
        ("iets anders", "opzij", "wat hier staat", "elkaar tegen"),
        (
            rf"\bzeg(?:t|gen) {_PRESENT}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,30}}\b{_MAIN}\b[^.;]{{0,12}}, dan geldt {_PRESENT}\b|"
            rf"\bzeg(?:t|gen) (?:de )?{_MAIN}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,12}}{_PRESENT}\b[^.;]{{0,12}}, dan geldt {_PRESENT}\b|"
            rf"{_PRESENT} zet(?:ten)?\b[^.;]{{0,20}}\b(?:afwijkende )?bepalingen\b[^.;]{{0,12}}\b{_MAIN}\b[^.;]{{0,12}}\bopzij\b|"
            rf"{_PRESENT}\b[^.;]{{0,12}}\bvan (?:de )?{_MAIN} (?:verschilt|afwijkt)\b[^.;]{{0,12}}\bgeldt wat hier staat\b|"
            rf"\bspreken {_PRESENT} en (?:de )?{_MAIN}\b[^.;]{{0,12}}\belkaar tegen\b[^.;]{{0,12}}\bPROCESSOR\b[^.;]{{0,12}}\baan deze\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("iets anders",),
        (
            rf"\bzeg(?:t|gen) (?:de )?{_MAIN}\b[^.;]{{0,12}}\biets anders dan\b[^.;]{{0,12}}{_PRESENT}\b[^.;]{{0,12}}, dan geldt (?:de )?{_MAIN}\b",
        ),
        value="main_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "liability.indirect_excluded",
        ("omzet", "winst", "gevolgschade"),
        (
            r"\bschade doordat CONTROLLER\b[^.;]{0,12}\b(?:omzet|winst|klanten)\b[^.;]{0,12}\bmislo(?:opt|pen)\b[^.;]{0,12}\b(?:vergoedt|vergoeden|betaalt|betalen) (?:PROCESSOR|hij|zij|ze)\b[^.;]{0,12}\bniet\b|"
            r"\bvoor (?:de )?(?:winst|omzet) die CONTROLLER mislo(?:opt|pen)?\b[^.;]{0,12}\b(?:betaalt|betalen|vergoedt|vergoeden) PROCESSOR (?:\w+ )?niet\b|"
            r"^[\W\d]*(?:gevolgschade|indirecte schade)\b[^.;]{0,20}\bblijft voor rekening van CONTROLLER\b|"
            r"\bgevolgschade kan CONTROLLER niet op PROCESSOR verhalen\b",
        ),
    ),
)
"""What such a clause settles."""
