"""German words for concepts: what parties do and are bound to, and how they secure data; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

ACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\bzu informieren\b",
            r"\berf(?:ahren|ährt) (?:… )?CONTROLLER\b", r"\bCONTROLLER erf(?:ahren|ährt)\b",
            r"\banzeig(?:t|en)\b|\banzuzeigen\b|\bangezeigt\b|\bzeigt[^;\n]{0,160} \ban\b",
            r"\bmacht[^;\n]{0,160} aufmerksam\b",
            r"\baufmerksam (?:zu )?mach\w*",
            r"\bzur kenntnis\b",
            r"\b(?:zu )?(?:in)?formier\w*", r"\bmeld(?:et|en|ung)\b", r"\bunterricht\w*", r"\bmit(?:zu)?teil\w*",
            r"\bteilt[^;\n]{0,220} mit\b", r"\bbenachrichtig\w*", r"\banzeig\w*", r"\bzeigt[^;\n]{0,160} an\b", r"\bhin(?:zu)?weis\w*",
            r"\bweist[^;\n]{0,160} hin\b", r"\bin kenntnis\b", r"\bverständig\w*", r"\bsetzt[^;\n]{0,120} kenntnis\b", r"\b(?:ge)?meldet\b", r"\b\w*mitteilung\b", r"\binformiert\b",
            r"\bgibt … \bbescheid\b", r"\bruf(?:t|en) … \ban\b",
        ),
        "assist": (
            r"\bzur (?:hand|seite)\b", r"\bunter die arme\b", r"\bbeistand\b", r"\bsteh(?:t|en) … \bbei\b",
            r"\bunterstütz\w*", r"\bmitwirk\w*", r"\bhilft\b", r"\bhilfe\b", r"\bhelfen\b", r"\bbehilflich\b", r"\bkooperier\w*", r"\bmitwirkt\b", r"\bwirkt … \bmit\b",
        ),
        "instruction": (
            r"\bveranlassung\b",
            r"\bweisung\w*",),
        "an_instruction": (r"\bweisung\w*",),
        "only": (
            r"\bkein\w* … \bandere\w* … \b(?:zweck\w*)\b",
            r"\bausschließlich\b", r"\bnur\b", r"\bnicht … \baußer\b",
            r"\bweisungsgebunden\w*",
            r"\blediglich\b",
            r"\bnicht … \bohne\b",
        ),
        "unless": (
            r"\bes sei denn\b", r"\bsofern … nicht\b", r"\bsoweit … nicht\b", r"\baußer\b", r"\bausnahm\w*",
            r"\bsofern (?:er|sie|PROCESSOR) nicht\b",
            r"\bausgenommen\b",
        ),
        "law_demands": (
            r"\b(?:gesetz\w*|\w*recht) … (?:gezwungen|erfordert|verlangt|gebietet|gehalten)\b",
            r"\b(?:recht|gesetz\w*|rechtsvorschrift\w*|unionsrecht\w*) … (?:verpflicht\w*|"
            r"vorgeschrieben|erforder\w*)",
            r"\b(?:verpflicht\w*|vorgeschrieben) … (?:recht|gesetz\w*|unions\w*)",
            r"\bgesetzlich (?:verpflicht\w*|vorgeschrieben\w*)",
            r"\bzwingende\w* (?:gesetz\w*|recht\w*|vorschrift\w*)", r"\bgesetzliche\w* (?:pflicht\w*|verpflicht\w*)", r"\bzwingt … \bgesetz\b",
        ),
        "infringes": (
            r"\bbedenken … \brechtmäßigkeit\b",
            r"\bverst(?:oß|öß|ieß)\w*", r"\bverletz\w*", r"\brechtswidrig\w*", r"\bgesetz(?:es)?widrig\w*", r"\bunvereinbar\w*", r"\bunzulässig\w*", r"\bwiderspr(?:icht|äche)\b",
        ),
        "secrecy": (
            r"\bschweigepflicht\w*",
            r"\bberufsgeheimnis\w*",
            r"\bverschwiegen\b",
            r"\bvertraulich\w*", r"\bverschwiegenheit\w*", r"\bgeheimhaltung\w*", r"\bdatengeheimnis\w*", r"\bstillschweigen\b", r"\bgeheim\b", r"\bvertraulichkeit\b",
        ),
        "staff": (
            r"\bangestellte\w*",
            r"\barbeitnehmer\w*",
            r"\berfüllungsgehilfen\b",
            r"\bpersonen\b", r"\bmitarbeite\w*", r"\bleiharbeit\w*", r"\badministratoren\b", r"\bbeschäftigt\w*", r"\bpersonal\b", r"\bjeder?\b[^.;]{0,20}\bbei PROCESSOR\b", r"\b\w*mitarbeitende\w*",
        ),
        "bound": (
            r"\bverpflicht\w*", r"\bzugesagt\b", r"\bgelob\w*", r"\bunterlieg\w*", r"\bunterworfen\b", r"\bunterschrieben\b", r"\bunterzeichn\w*", r"\bverschwiegenheitserklärung\w*",
        ),
        "measures": (
            r"\bmaßnahmen\b", r"\bsicherheit\w*", r"\btoms?\b",
        ),
        "security_object": (
            r"\bmaßnahmen\b", r"\bsicherheit\w*", r"\bwirksamkeit\b", r"\btoms?\b", r"\bpenetrationstest\w*",
        ),
        "review": (
            r"\bkontrollier\w*",
            r"\bauditier\w*",
            r"\bschaut … \bnach\b",
            r"\baudits?\b",
            r"\büberprüf\w*", r"\bevalu\w*", r"\bbewert\w*", r"\btest\w*", r"\bprüf\w*", r"\bkontrollier\w*", r"\b\w*audits?\b", r"\bbegutacht\w*",
        ),
        "regularly": (
            r"\b(?:ein|zwei)mal (?:im|pro|je) (?:kalender)?(?:jahr|quartal|halbjahr|monat)\b",
            r"\bhalbjährlich\w*",
            r"\bvierteljährlich\w*",
            r"\bquartalsweise\b",
            r"\bturnusmäßig\w*",
            r"\balljährlich\w*",
            r"\bjedes jahr\b",
            r"\balle (?:zwölf|12|sechs|6|drei|3) monate\b",
            r"\bmonatlich\w*",
            r"\beinmal jährlich\b",
            r"\bin (?:regelmäßigen|angemessenen) abständen\b",
            r"\bregelmäßig\w*", r"\bjährlich\w*", r"\bperiodisch\w*", r"\bjede[sn]? (?:quartal|jahr|halbjahr|monat)\b", r"\bhalbjährlich\w*", r"\beinmal (?:im|pro) jahr\b", r"\bvierteljährlich\w*", r"\bjährliche\w*", r"\balle (?:\w+ )?(?:monate|jahre)\b",
        ),
        "described": (
            r"\bzusammengestellt\w*",
            r"\bergeben sich\b",
            r"\bdokumentiert\w*",
            r"\bbeigefügt\w*",
            r"\bgenannt\w*",
            r"\bdargestellt\w*",
            r"\bfestgehalten\w*",
            r"\benthalten\w*",
            r"\baufgelistet\w*",
            r"\bbenannt\w*",
            r"\bspezifiziert\w*",
            r"\bniedergelegt\w*",
            r"\blegt … \bfest\b",
            r"\bkonkretisier\w*",
            r"\bdefiniert\w*",
            r"\bausgeführt\w*",
            r"\bsteht\b",
            r"\bstehen\b",
            r"\bbeschrieben\w*", r"\bbeschreib(?:t|en)\b", r"\bbeschreibung\b", r"\bfestgelegt\w*", r"\baufgeführt\w*", r"\bfolgende\w*",
            r"\bdokumentiert\b", r"\bgemäß\b",
            r"\bbeschriebene\w*", r"\bfestgelegte\w*", r"\baufgeführte\w*", r"\bgenannte\w*",
        ),
        "annex": (
            r"\banlagen?\b", r"\banhang\b", r"\banhänge\b",
            r"\bbeiblatt\b",
            r"\bbeilagen?\b",
            r"\banlage\w*",
        ),
        "may": (
            r"\bkann\b", r"\bdarf\b", r"\bbefugt\b", r"\bist berechtigt\b", r"\bist es … gestattet\b", r"\bvorbehalten\b", r"\bgestattet\b", r"\bberechtigt\b", r"\bsteht … \bfrei\b",
        ),
        "change": (
            r"\bänder\w*", r"\banpass\w*", r"\bangepasst\b", r"\bweiterentwick\w*",
            r"\balternative\w* .{0,20}maßnahmen",
            r"\baktualisier\w*", r"\bersetz\w*", r"\bumzusetzen\b",
        ),
        "agreed": (
            r"\beinverstanden\b",
            r"\babstimmung mit\b",
            r"\babgestimmt\b",
            r"\bgenehmig\w*",
            r"\bvereinbar\w*", r"\bzustimmung\b", r"\beinvernehm\w*", r"\beinverstanden\b", r"\bgenehmigung\b",
        ),
    }
)  # fmt: skip
