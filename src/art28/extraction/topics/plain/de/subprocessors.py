"""Turns of German on sub-processors and changes of them, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.de.words import IT, SUBS, TELLS, UNTER
from art28.extraction.topics.plain.plain import PERIOD, Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.authorisation",
        ("gestatte", "erlaub", "einverstanden"),
        (
            r"\bCONTROLLER (?:gestatte\w*|erlaub\w*|sind (?:damit )?einverstanden|ist (?:damit )?einverstanden)\b",
            r"SUBPROCESSOR|\bweitere PROCESSOR\b",
            r"\b(?:einzusetzen|hinzuzuziehen|zu beauftragen|einsetz\w*|beauftrag\w*)\b",
        ),
        value="general",
        unless=(r"\bnicht\b", r"\b(?:einzelfall|nur nach|vorherig\w*)\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("unteraufträge", "unterauftrag"),
        (
            r"\bunterauftr[aä]ge?\b[^.;]{0,20}\b(?:darf|dürfen|kann)\b[^.;]{0,20}\bPROCESSOR nur\b[^.;]{0,30}\bzustimmung (?:der |des )?CONTROLLER\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.change_notice",
        ("bevor ein",),
        (
            rf"\bbevor (?:ein|eine|einen) (?:neue[rn]? )?SUBPROCESSOR (?:tätig wird|eingesetzt wird|beauftragt wird|zugriff erhält|hinzugezogen wird|hinzukommt)\b[^.;]{{0,12}}\b{TELLS} (?:der |die )?(?:PROCESSOR|er|sie)\b",
        ),
        strength=Strength.PASSING,
    ),
    Plain(
        "subprocessors.authorisation",
        ("erst",),
        (
            r"\b(?:SUBPROCESSOR|unterauftr\w+)\b[^.;]{0,30}\bPROCESSOR erst\b[^.;]{0,60}\bCONTROLLER\b[^.;]{0,30}\b(?:zugestimmt|genehmigt)\b",
        ),
        value="specific",
    ),
    Plain(
        "subprocessors.authorisation",
        ("einverstanden",),
        (
            r"\bCONTROLLER ist damit einverstanden, dass PROCESSOR\b[^.;]{0,30}\b(?:SUBPROCESSOR|weitere PROCESSOR|unterauftrag\w*)\b",
        ),
        value="general",
        unless=(r"\b(?:genannten|aufgeführten|folgenden)\b",),
    ),
    Plain(
        "subprocessors.change_notice",
        ("vorlauf", "frist"),
        (
            r"\b(?:hinzuziehung|einsatz|beauftragung|wechsel|austausch)\b[^.;]{0,40}\b(?:SUBPROCESSOR|unterauftrag\w*)\b[^.;]{0,12}\bwird (?:der )?CONTROLLER\b[^.;]{0,60}\b(?:benachrichtigt|informiert|unterrichtet)\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("zeigt", "teilt", "kündigt"),
        (
            r"\bbeabsichtigt (?:der )?PROCESSOR\b[^.;]{0,60}\b(?:SUBPROCESSOR|unterauftrag\w*)\b[^.;]{0,12}, (?:zeigt|teilt|kündigt|meldet) (?:er|sie|PROCESSOR)\b[^.;]{0,60}\b(?:an|mit)\b",
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("als erteilt",),
        (r"\bgilt (?:die|seine|ihre) (?:genehmigung|zustimmung|einwilligung) als erteilt\b",),
        value="general",
        under=r"unterauftrag|weitere auftrag|subunternehm|dienstleister",
        unless=(r"\bdrittl[aä]nd",),
    ),
    Plain(
        "subprocessors.authorisation",
        ("zugestimmt", "genehmigt", "eingewilligt"),
        (
            rf"\b(?:weitere|andere|neue|zusätzliche) (?:firmen|dienstleister|unternehmen|SUBPROCESSOR)\b[^.;]{{0,30}}\b(?:der |die )?{IT} nur\b[^.;]{{0,60}}\b(?:wenn|sofern|nachdem)\b[^.;]{{0,60}}\b(?:zugestimmt|genehmigt|eingewilligt)\b",
        ),
        value="specific",
        under=SUBS,
    ),
    Plain(
        "subprocessors.authorisation",
        ("allgemein", "generell"),
        (
            r"\b(?:allgemein|generell)\w*\b[^.;]{0,30}\b(?:einverstanden|zustimmung|stimmt|genehmigt|gestattet|erlaubt|form)\b|\b(?:einverstanden|stimmt|gestattet|erlaubt|zustimmung)\b[^.;]{0,40}\b(?:allgemein|generell)\w*\b",
            r"SUBPROCESSOR",
        ),
        value="general",
        unless=(r"\bnicht\b[^.;]{0,20}\b(?:einverstanden|gestattet|erlaubt)\b", r"\bgesondert\w*\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("einverstanden",),
        (
            r"\bCONTROLLER erklärt sich damit (?:allgemein|generell) einverstanden\b|\bhiermit (?:allgemein|generell) einverstanden\b",
        ),
        value="general",
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:änderung|änderungen|wechsel|hinzunahme|austausch|ersetzung|aufnahme|einsatz)\b[^.;]{0,40}\bSUBPROCESSOR\b|\bSUBPROCESSOR\b[^.;]{0,40}\b(?:hinzu\w*|ersetz\w*|ausgetauscht|gewechselt|wechsel\w*)\b",
            r"\berfährt\b[^.;]{0,40}\bCONTROLLER\b|\bCONTROLLER\b[^.;]{0,80}\b(?:erfährt|unterrichtet|informiert|angekündigt|angezeigt|mitgeteilt|zu unterrichten|zu informieren|anzukündigen|anzuzeigen|mitzuteilen)\b|\bkündigt\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\ban\b|\bteilt\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,60}\bmit\b",
        ),
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
        unless=(r"\bnicht\b[^.;]{0,20}\b(?:informiert|angekündigt)\b",),
    ),
    Plain(
        "subprocessors.objection",
        ("einwände", "auszusprechen", "einwendung", "ablehnen", "zurückweisen", "bedenken"),
        (
            r"\b(?:einwände|einwendungen|bedenken)\b[^.;]{0,80}\b(?:erheben|geltend|vorbringen|vorzubringen|erhebt|mitteilen|äußern)\b|\bgegen\b[^.;]{0,40}\bauszusprechen\b|\b(?:kann|darf)\b[^.;]{0,60}\b(?:ablehnen|zurückweisen)\b",
            r"\bCONTROLLER\b",
        ),
        under=r"unterauftrag|SUBPROCESSOR|subunternehm",
        unless=(r"\b(?:nicht|kein\w*)\b[^.;]{0,20}\b(?:einwände|einwendungen|ablehnen|zurückweisen)\b", r"\bkeine\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("pauschal", "allgemein", "generell", "grundsätzlich"),
        (
            r"\b(?:pauschal|allgemein\w*|generell|grundsätzlich)\b",
            r"\b(?:einverstanden|einverständnis|zustimmung|stimmt|genehmig\w*|gestattet|erlaubt|darf)\b",
            r"SUBPROCESSOR",
        ),
        value="general",
        unless=(
            r"\bnicht (?:einverstanden|gestattet|erlaubt)\b",
            r"\bgesondert\w*\b",
            r"\bkeine\b",
            r"\bweisung\w*",
            r"\ballgemeine\w* geschäftsbedingungen\b",
        ),
    ),
    *(
        Plain(
            key,
            ("wirksam", "zulässig", "erst"),
            (
                r"\bSUBPROCESSOR\b",
                r"\berst\b[^.;]{0,30}\b(?:tage?|wochen?|monate?)\b[^.;]{0,10}\bnach\b[^.;]{0,30}\b(?:mitteilung|anzeige|ankündigung|unterrichtung|information)\b",
            ),
            value=value,
            under=UNTER,
        )
        for key, value in (("subprocessors.change_notice", True), ("subprocessors.notice_period", PERIOD))
    ),
)
