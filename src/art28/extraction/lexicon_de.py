"""German words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\b(?:zu )?(?:in)?formier\w*", r"\bmeld(?:et|en|ung)\b", r"\bunterricht\w*", r"\bmit(?:zu)?teil\w*",
            r"\bteilt[^;\n]{0,220} mit\b", r"\bbenachrichtig\w*", r"\banzeig\w*", r"\bzeigt[^;\n]{0,160} an\b", r"\bhin(?:zu)?weis\w*",
            r"\bweist[^;\n]{0,160} hin\b", r"\bin kenntnis\b", r"\bverständig\w*", r"\bsetzt[^;\n]{0,120} kenntnis\b", r"\b(?:ge)?meldet\b", r"\b\w*mitteilung\b", r"\binformiert\b",
            r"\bgibt … \bbescheid\b", r"\bruf(?:t|en) … \ban\b",
        ),
        "assist": (
            r"\bunterstütz\w*", r"\bmitwirk\w*", r"\bhilft\b", r"\bhilfe\b", r"\bhelfen\b", r"\bbehilflich\b", r"\bkooperier\w*", r"\bmitwirkt\b",
        ),
        "instruction": (r"\bweisung\w*",),
        "an_instruction": (r"\bweisung\w*",),
        "only": (r"\bausschließlich\b", r"\bnur\b", r"\bnicht … \baußer\b"),
        "unless": (r"\bes sei denn\b", r"\bsofern … nicht\b", r"\bsoweit … nicht\b", r"\baußer\b", r"\bausnahm\w*"),
        "law_demands": (
            r"\b(?:recht|gesetz\w*|rechtsvorschrift\w*|unionsrecht\w*) … (?:verpflicht\w*|"
            r"vorgeschrieben|erforder\w*)",
            r"\b(?:verpflicht\w*|vorgeschrieben) … (?:recht|gesetz\w*|unions\w*)",
            r"\bgesetzlich (?:verpflicht\w*|vorgeschrieben\w*)",
            r"\bzwingende\w* (?:gesetz\w*|recht\w*|vorschrift\w*)", r"\bgesetzliche\w* (?:pflicht\w*|verpflicht\w*)", r"\bzwingt … \bgesetz\b",
        ),
        "infringes": (
            r"\bverst(?:oß|öß|ieß)\w*", r"\bverletz\w*", r"\brechtswidrig\w*", r"\bunvereinbar\w*", r"\bunzulässig\w*", r"\bwiderspr(?:icht|äche)\b",
        ),
        "secrecy": (
            r"\bvertraulich\w*", r"\bverschwiegenheit\w*", r"\bgeheimhaltung\w*", r"\bdatengeheimnis\w*", r"\bstillschweigen\b", r"\bgeheim\b", r"\bvertraulichkeit\b",
        ),
        "staff": (
            r"\bpersonen\b", r"\bmitarbeite\w*", r"\bbeschäftigt\w*", r"\bpersonal\b", r"\bjeder?\b[^.;]{0,20}\bbei PROCESSOR\b", r"\b\w*mitarbeitende\w*",
        ),
        "bound": (
            r"\bverpflicht\w*", r"\bunterlieg\w*", r"\bunterworfen\b", r"\bunterschrieben\b", r"\bunterzeichn\w*", r"\bverschwiegenheitserklärung\w*",
        ),
        "measures": (
            r"\bmaßnahmen\b", r"\bsicherheit\w*", r"\btoms?\b",
        ),
        "security_object": (
            r"\bmaßnahmen\b", r"\bsicherheit\w*", r"\bwirksamkeit\b", r"\btoms?\b", r"\bpenetrationstest\w*",
        ),
        "review": (
            r"\büberprüf\w*", r"\bevalu\w*", r"\bbewert\w*", r"\btest\w*", r"\bprüf\w*", r"\bkontrollier\w*", r"\b\w*audits?\b", r"\bbegutacht\w*",
        ),
        "regularly": (
            r"\bregelmäßig\w*", r"\bjährlich\w*", r"\bperiodisch\w*", r"\bjede[sn]? (?:quartal|jahr|halbjahr|monat)\b", r"\bhalbjährlich\w*", r"\beinmal (?:im|pro) jahr\b", r"\bvierteljährlich\w*", r"\bjährliche\w*", r"\balle (?:\w+ )?(?:monate|jahre)\b",
        ),
        "described": (
            r"\bbeschrieben\b", r"\bbeschreibung\b", r"\bfestgelegt\b", r"\baufgeführt\b", r"\bfolgende\w*",
            r"\bdokumentiert\b", r"\bgemäß\b",
            r"\bbeschriebene\w*", r"\bfestgelegte\w*", r"\baufgeführte\w*", r"\bgenannte\w*",
        ),
        "annex": (r"\banlagen?\b", r"\banhang\b", r"\banhänge\b"),
        "may": (
            r"\bkann\b", r"\bdarf\b", r"\bist berechtigt\b", r"\bist es … gestattet\b", r"\bvorbehalten\b", r"\bgestattet\b", r"\bberechtigt\b", r"\bsteht … \bfrei\b",
        ),
        "change": (
            r"\bänder\w*", r"\banpass\w*", r"\bangepasst\b", r"\bweiterentwick\w*",
            r"\balternative\w* .{0,20}maßnahmen",
            r"\baktualisier\w*", r"\bersetz\w*", r"\bumzusetzen\b",
        ),
        "agreed": (
            r"\bvereinbar\w*", r"\bzustimmung\b", r"\beinvernehm\w*", r"\beinverstanden\b", r"\bgenehmigung\b",
        ),
        "breach": (r"\bverletzung\w*", r"\bdatenpanne\w*", r"\b\w*vorfall\w*", r"\b\w*vorfälle\w*", r"\bstörung\w*", r"\bdatenleck\w*", r"\bverst(?:oß|öß)\w*"),
        "authority": (r"\b\w*aufsichtsbehörde\w*", r"\b\w*behörde\w*", r"\bart(?:\.|ikel) 33\b"),
        "people": (r"\bbetroffene\w*",),
        "discovery": (r"\bentdeck\w*", r"\bfeststell\w*", r"\bfestgestellt\b"),
        "awareness": (r"\bbekannt ?w\w*", r"\bbekannt\b", r"\bkenntnis\w*", r"\bbekanntwerden\b", r"\berfähr\w*"),
        "observation": (r"\b(?:be|ge)merk\w*", r"\bwahr(?:ge)?n[eo]m\w*", r"\bbeobacht\w*"),
        "follow_up": (
            r"\b(?:weitere|neue|ergänzende|zusätzliche|nähere)n? (?:informationen|erkenntnisse|angaben|auskünfte|einzelheiten)\b",
            r"\b(?:schritt|stufen)weise\b", r"\bauf dem laufenden\b", r"\blaufend … (?:informier|unterricht)\w*", r"\bnach(?:ge)?reich\w*", r"\breicht … \bnach\b",
            r"\bliefert … \bnach\b", r"\bergänz\w*", r"\bsobald sie (?:verfügbar|vorliegen|bekannt)\b",
        ),
        "register": (r"\bverzeichnis\w*", r"\bdokumentier\w*", r"\bprotokollier\w*", r"\bregister\b"),
        "consults": (
            r"\bPROCESSOR … \b(?:abstimm|abgestimm|absprech|abgesproch|anhör|angehör|konsultier)\w*",
            r"\b(?:abstimmung|absprache|rücksprache|anhörung) (?:mit|des) (?:\w+ )?PROCESSOR\b", r"\bmit (?:dem )?PROCESSOR … \bab(?:stimm|sprech|gestimm|gesproch)\w*",
            r"\bstimmt … \bmit (?:dem )?PROCESSOR … \bab\b",
        ),
        "publicity": (r"\böffentlich\w*", r"\bpresse\b", r"\bmedien\b", r"\bdritte\w*", r"\bverlautbar\w*"),
        "request": (
            r"\banfragen?\b", r"\bantr(?:ag|äge)\w*", r"\bersuchen\b", r"\banspr\w+", r"\bersuchens\b", r"\bauskunft\w*",
        ),
        "rights": (
            r"\bbetroffenenrecht\w*", r"\brechte der betroffenen\b", r"\bkapitel iii\b",
            r"\bbetroffene\w* … (?:recht\w*|antr\w*|anfrage\w*|anspr\w*)",
            r"\b(?:antr\w*|anfrage\w*|anspr\w*) … betroffene\w*",
            r"\b(?:auskunfts|lösch|berichtigungs)(?:ersuchen|anspr\w+|anfragen?|begehren|verlangen)\b", r"\bbetroffenenanfragen?\b", r"\bersuchen … \bbetroffene\w*", r"\bbetroffene\w* … \bersuchen\b", r"\bwahrnehmung … \brechte\b",
        ),
        "forward": (
            r"\bweiter(?:zu)?leit\w*", r"\bleitet … \bweiter\b", r"\bverweis\w*", r"\bgibt … \bweiter\b", r"\bschick\w* … \bweiter\b", r"\bleiten … \bweiter\b",
        ),
        "dpia": (
            r"\bdatenschutz-?folgenabschätzung\w*", r"\bart\. 35\b", r"\bdsfa\b", r"\bfolgenabschätzung\w*", r"\bartikel 35\b",
        ),
        "prior_consultation": (
            r"\bvorherige\w* konsultation\w*", r"\bkonsultation\w*", r"\bart\. 36\b", r"\bbehörde vorab fragen\b", r"\bartikel 36\b",
        ),
        "articles_32_36": (r"\bart(?:\.|ikeln?) 32 (?:bis|-) (?:art\. )?36\b",),
        "sub": (
            r"SUBPROCESSOR", r"\bdritt\w*", r"\bweitere\w* PROCESSOR\b",
            r"\bweitere\w* (?:auftrags\w+|dienstleister)\b", r"\bandere\w* (?:dienstleister|unternehmen|firmen)\b",
            r"\bhelfer\b",
        ),
        "engage": (
            r"\beinsatz\b", r"\beinsetz\w*", r"\bhinzu(?:zu)?zieh\w*", r"\bhinzuziehung\b", r"\bbeauftrag\w*",
            r"\beinschalt\w*", r"\binanspruch\w*", r"\bin anspruch\b",
            r"\beinzusetzen\b", r"\bsetzt … \bein\b", r"\bzieht … \bhinzu\b", r"\bheran(?:zu)?zieh\w*",
            r"\bein(?:zu)?schalt\w*", r"\bunterbeauftrag\w*", r"\bhinzufüg\w*", r"\bhinzugezogen\b",
            r"\bausgelagert\b", r"\bauslager\w*", r"\bvergeb\w*", r"\bnutz(?:t|en|ung)\b",
        ),
        "new_sub": (
            r"\bneue\w*", r"\bänderung\w*", r"\bhinzuziehung\b", r"\bersetzung\b", r"\bwechsel\b", r"\bweitere\w*",
            r"\bhinzu(?:zu)?füg\w*", r"\baus(?:zu)?tausch\w*", r"\bersetz\w*", r"\bänder\w*", r"\beinbeziehung\b",
            r"\bbeabsichtig\w*", r"\bbeauftragung\b",
        ),
        "general_consent": (
            r"\ballgemeine\w* (?:\w+ ){0,2}(?:genehmigung|zustimmung|einwilligung)\b",
            r"\bgenerell\w* (?:\w+ ){0,3}(?:genehmig\w*|zustimm\w*|einwillig\w*|gestattet|erlaub\w*)",
            r"\bstimmt … (?:generell|allgemein) … zu\b",
            r"\ballgemein (?:gestattet|genehmigt|ermächtigt|berechtigt)\b",
        ),
        "specific_consent": (
            r"\b(?:nicht|keine\w*|nur) … \b(?:ohne|mit|nach) (?:\w+ ){0,5}(?:genehmigung|"
            r"zustimmung|einwilligung)\b",
            r"\b(?:gesonderte|vorherige) (?:\w+ ){0,3}(?:genehmigung|zustimmung) … (?:erforderlich|bedarf)\b",
            r"\bbedarf … (?:zustimmung|genehmigung)\b",
            r"\bnur … \b(?:wenn|sofern|soweit) … \b(?:zustimm\w*|zugestimmt|genehmigt|eingewilligt|einwillig\w*)",
            r"\b(?:setzt|erfordert) … (?:zustimmung|genehmigung|einwilligung)\b",
            r"\b(?:zustimmungs|genehmigungs)(?:pflichtig|bedürftig)\b",
            r"\b(?:ohne|nach|mit) (?:\S+ ){0,5}(?:zustimmung|genehmigung|einwilligung) … (?:nicht|keine\w*|nur|zulässig|gestattet)\b",
        ),
        "consent": (r"\bgenehmig\w*", r"\bzustimm\w*", r"\beinwillig\w*"),
        "objection": (
            r"\beinspr(?:uch|üche)\w*", r"\bwiderspr\w+", r"\bwidersprechen\b",
            r"\bwiderspruch\w*", r"\bablehn\w*",
        ),
        "announce": (
            r"\bankündig\w*", r"\bangekündigt\b", r"\bkündigt … \ban\b", r"\bveröffentlich\w*",
            r"\b(?:mitge|teilt)\w* … \bmit\b", r"\bmitgeteilt\b", r"\bgibt … \bbekannt\b",
            r"\bbekannt ?(?:zu)?geb\w*",
        ),
        "beforehand": (
            r"\bim voraus\b", r"\bvorab\b", r"\bvorher\w*", r"\bvor\b", r"\bbevor\b", r"\bzuvor\b", r"\bfrist\b",
        ),
        "same": (
            r"\bdieselben\b", r"\bgleiche\w*", r"\bvergleichbar\w*", r"\bmindestens\b", r"\bentsprechend\w*",
            r"\bdenselben\b", r"\bdieselbe\b", r"\bgleich\w*", r"\bnicht weniger\b", r"\bentsprech\w*",
            r"\bgenauso\b", r"\bebenso\b", r"\bim wesentlichen\b",
        ),
        "duties": (
            r"\bpflichten\b", r"\b\w*verpflichtungen\b", r"\banforderungen\b", r"\bdatenschutzpflichten\b",
            r"\bregelungen\b",
            r"\b\w*pflichten\b", r"\b\w*bestimmungen\b", r"\b\w*niveau\b", r"\bvorgaben\b", r"\bbedingungen\b",
            r"\b\w*auflagen\b", r"\bregeln\b",
        ),
        "this_contract": (
            r"\bdiese[rsmn]? (?:\w*vertrag\w*|\w*vereinbarung\w*|avv|anlage|dpa|bestimmungen|regelungen)\b",
            r"\bzwischen CONTROLLER und PROCESSOR\b", r"\bwas hier steht\b", r"\bhierin\b",
            r"\bin diesem (?:vertrag|avv)\b", r"\bvorliegende\w* (?:vertrag\w*|vereinbarung)\b",
        ),
        "held_to": (
            r"\bverpflicht\w*", r"\bgebunden\b", r"\bunterlieg\w*", r"\bunterworfen\b", r"\bauf(?:zu)?erleg\w*",
            r"\beinhalt\w*", r"\bein(?:zu)?halten\b", r"\bgilt\b", r"\bgelten\b", r"\bentsprech\w*",
        ),
        "liable": (
            r"\bhaft\w*",
            r"\bverantwortlich\b", r"\bein(?:zu)?stehen\b", r"\bsteht … \bein\b", r"\b(?:steht|stehen) … \bgerade\b",
        ),
        "inspect": (
            r"\beinsicht\w*", r"\bkopien?\b",
            r"\bvor(?:zu)?leg\w*", r"\blegt … \bvor\b", r"\babschrift\w*", r"\bzeig(?:t|en)\b",
            r"\bein(?:zu)?seh\w*",
        ),
        "contract": (r"\bvertr(?:ag|äge)\w*", r"\bvereinbarung\w*"),
        "audit": (r"\b(?:über)?prüfung(?:en)?\b", r"\baudits?\b", r"\binspektion\w*", r"\bkontroll\w*"),
        "entitled": (
            r"\brecht\b", r"\bberechtigt\b", r"\bbefugt\b", r"\bkann\b", r"\bkönnen\b", r"\bdarf\b", r"\bdürfen\b",
            r"\b(?:zu )?ermöglich\w*", r"\bgestatt\w*", r"\bzulässig\b", r"\büberzeugt sich\b", r"\bdulde[nt]\b",
            r"\bunterstütz\w*", r"\bwirk\w+ … \bmit\b", r"\bgewähr\w*", r"\bvorbehalten\b", r"\bmöglich\b",
        ),
        "check": (
            r"\büberzeug\w*", r"\b(?:über|nach)?prüf(?:en|t|ung|ungen)\b", r"\büberprüft\b", r"\bkontrollier\w*",
            r"\bkontrollen?\b", r"\bbesichtig\w*", r"\binspizier\w*", r"\bauditier\w*", r"\beinsicht\w*",
            r"\bvergewissern?\b",
        ),
        "compliance": (
            r"\beinhaltung\b", r"\beinhält\b", r"\beingehalten\b", r"\bmaßnahmen\b", r"\bverarbeitung\w*",
            r"\bpflichten\b", r"\bvorschriften\b", r"\bvertrags?\b", r"\berfüllt\b", r"\berfüllung\b",
        ),
        "examine": (
            r"{check} … {compliance}", r"{compliance} … {check}", r"\bbetriebsstätte\w*", r"\bgeschäftsräume\w*",
            r"\bvor-ort\w*", r"\bvor ort\b", r"\bbesichtig\w*", r"\bnachschauen\b",
        ),
        "suspicion": (
            r"\b\w*verdacht\w*", r"\banlass\b", r"\banhaltspunkt\w*", r"\bgrund zu(?:r|m|) (?:der )?annahme\b",
            r"\bgrund\b … \b(?:annehmen|zweifel\w*|annahme)\b", r"\bzweifel\w*",
            r"\b(?:nach|bei|im falle?) (?:eine[rs]|von) (?:\w+ ){0,3}(?:verletzung|datenpanne|vorfall|verstoß|"
            r"vorfällen|verstößen)\w*", r"\bsorge\b",
        ),
        "return": (
            r"\bzurück(?:zu|ge)?geb\w*", r"\brückgabe\b", r"\bherausgabe\b", r"\bherausgeb\w*",
            r"\baus(?:zu)?händig\w*", r"\bübergeben\b", r"\bübergabe\b", r"\bzurück\b", r"\bexportier\w*",
            r"\bexport\w*", r"\brücküber\w*", r"\bherausgegeben\b", r"\baus(?:zu|ge)händig\w*", r"\bdownload\w*",
        ),
        "delete": (
            r"\b(?:ge)?lösch\w*", r"\bvernicht\w*", r"\b\w*lösch\w*",
        ),
        "choose": (
            r"\bnach wahl\b", r"\bwahl des\b", r"\bnach (?:seiner|dessen) wahl\b", r"\b(?:seiner|ihrer) wahl\b",
            r"\bwahlweise\b", r"\bCONTROLLER … (?:entscheidet|wählt)\b",
        ),
        "on_request": (r"\bauf (?:\w+ )?(?:verlangen|anforderung|wunsch|anfrage)\b",),
        "end_of_agreement": (
            r"\bbeendigung\b", r"\bende\b", r"\babschluss\b", r"\bablauf\b", r"\bvertragsende\b",
            r"\bletzten vertragstag\b", r"\bkündigung\b", r"\bendet\b",
        ),
        "keep_by_law": (
            r"\baufbewahrung\w*", r"\bspeicherpflicht\w*", r"\bverpflichtung zur speicherung\b",
            r"\b(?:recht|gesetz\w*) … (?:speicher\w*|verpflicht\w*)",
        ),
        "keep": (
            r"\b\w*aufbewahr\w*", r"\b\w*speicher\w*", r"\baufheben\b", r"\baufzubewahren\b", r"\bbehalten\b",
        ),
        "law": (
            r"\bgesetz\w*", r"\b\w*recht\w*", r"\babgabenordnung\b", r"\brechtsvorschrift\w*", r"\bunionsrecht\w*",
        ),
        "must": (
            r"\b\w*pflicht\w*", r"\bmuss\b", r"\bmüssen\b", r"\berforder\w*", r"\bvorgeschrieben\w*",
            r"\b\w*fristen\b", r"\bunterlieg\w*",
        ),
        "confirm": (
            r"\bbestätig\w*", r"\bnach(?:zu)?weis\w*", r"\bprotokoll\w*", r"\b\w*bestätigung\w*",
            r"\blöschprotokoll\w*", r"\bbescheinig\w*",
        ),
        "data": (r"\bdaten\b", r"\bpersonenbezogene\w*"),
        "processes": (r"\bverarbeit\w*",
            r"\btun\b", r"\bnutz\w*",
        ),
        "costs": (
            r"\bkosten\b", r"\bvergüt\w*", r"\baufwand\w*", r"\baufwendungen\b", r"\bstundens[aä]tz\w*",
            r"\btagess[aä]tz\w*", r"\bkostenfrei\b", r"\bkostenlos\b", r"\bunentgeltlich\b", r"\bberechnet\b",
            r"\bverrechn\w*",
        ),
        "payment": (
            r"\bzahlung\w*", r"\bbezahl\w*", r"\b(?:offene\w* )?rechnungen?\b", r"\bforderungen\b",
            r"\bzurückbehaltungsrecht\w*", r"\bausstehend\w*",
        ),
        "before": (
            r"\bbis\b", r"\bsolange\b", r"\berst\b", r"\bzurückbehaltungsrecht\w*", r"\bzurück(?:zu)?halten\b",
        ),
        "conduct_certificate": (
            r"\bführungszeugnis\w*",
        ),
        "no_warranty": (
            r"\bkeine (?:garantie|gewähr)\w*", r"\b(?:nicht|keine\w*) … \bgaranti\w*", r"\bgaranti\w* … \bnicht\b", r"\b(?:absoluter?|vollständige\w*|lückenlose\w*) (?:\w+ )?(?:schutz|sicherheit)\b … \bnicht\b", r"\bnicht geschuldet\b",
        ),
    }
)  # fmt: skip
