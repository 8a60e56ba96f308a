"""Turns of several languages on data after the end, as speech.py reads them."""

from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "end.certificate",
        ("bevestiging", "bewijs", "confirmation"),
        (
            r"\b(?:wilt?|vraagt?|wenst) CONTROLLER (?:daar|hier|er)(?:van)?\b[^.;]{0,20}\b(?:bevestiging|bewijs)\b|\b(?:would CONTROLLER like|CONTROLLER wants?)\b[^.;]{0,20}\b(?:confirmation|proof)\b",
        ),
        under=r"einde|stop|beëindig|verwijder|terminat|delet|end\b",
    ),
    Plain(
        "end.withheld_until_payment",
        ("facturen", "factuur", "betaalt", "betaling"),
        (
            r"\bbetaalt\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,40}\bniet\b|\bCONTROLLER\b[^.;]{0,40}\bniet\b[^.;]{0,20}\bbetaald\b",
            r"\b(?:hoeft|mag|kan) PROCESSOR\b[^.;]{0,50}\b(?:niet (?:vrij|af|terug) te geven|achterhouden|vasthouden|onder zich houden|niet uit te leveren)\b",
        ),
    ),
    Plain(
        "end.withheld_until_payment",
        ("schort",),
        (r"\bPROCESSOR schort\b[^.;]{0,40}\b(?:in geen geval|niet|nooit)\b[^.;]{0,12}\bop\b",),
        value=False,
        under=r"einde|beëindig|verwijder|teruggave",
    ),
    Plain(
        "end.data",
        ("mee", "terug"),
        (
            r"\b(?:krijgt?|ontvangt?) CONTROLLER\b[^.;]{0,60}\b(?:gegevens|administratie|data|bestanden)\b[^.;]{0,30}\b(?:mee|terug)\b",
        ),
        value="return_then_delete",
        under=r"einde|stopt?|weggaa|opzeg|beëindig",
        unless=(r"\bniet\b",),
    ),
)
