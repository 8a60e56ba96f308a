"""German words for concepts: sub-processors, audits, the end and costs; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sub": (
            r"\bunterauftr[aä]ge?\w*",
            r"SUBPROCESSOR", r"\bdritt\w*", r"\bweitere\w* PROCESSOR\b",
            r"\bweitere\w* (?:auftrags\w+|dienstleister)\b", r"\bandere\w* (?:dienstleister|unternehmen|firmen)\b",
            r"\b(?:weitere|eingeschaltete|hinzugezogene|beauftragte)\w* (?:dienstleister|unternehmen|firmen)\b",
            r"\bhelfer\b",
        ),
        "engage": (
            r"\bweitergabe von aufträgen\b", r"\bhinzuzieh\w*", r"\bhinzuzieht\b",
            r"\bauftr\w+ … \bvergeb\w*",
            r"\bholen … \bdazu\b",
            r"\berteil\w* … \baufträge\b",
            r"\beinsatz\b", r"\beinsetz\w*", r"\b(?:eingesetzt|hinzugezogen|eingeschaltet|herangezogen)\w*", r"\bhinzu(?:zu)?zieh\w*", r"\bhinzuziehung\b", r"\bbeauftrag\w*",
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
            r"\bohne (?:\S+ ){0,4}(?:zustimmung|genehmigung|einwilligung) … \b(?:untersagt|unzulässig|verboten)\b",
            r"\bnur … \b(?:wenn|sofern|soweit) … \beinverstanden\b",
            r"\b(?:nicht|keine\w*|nur) … \b(?:ohne|mit|nach) (?:\S+ ){0,7}(?:genehmigung|zustimmung|einwilligung)\b",
            r"\berst … \b(?:wenn|nachdem|sobald) … \b(?:zugestimmt|genehmigt|eingewilligt)\b",
            r"\b(?:nicht|keine\w*|nur) … \b(?:ohne|mit|nach) (?:\w+ ){0,5}(?:genehmigung|"
            r"zustimmung|einwilligung)\b",
            r"\b(?:gesonderte|vorherige) (?:\w+ ){0,3}(?:genehmigung|zustimmung) … (?:erforderlich|bedarf)\b",
            r"\bbedarf … (?:zustimmung|genehmigung)\b",
            r"\bnur … \b(?:wenn|sofern|soweit) … \b(?:zustimm\w*|zugestimmt|genehmigt|eingewilligt|einwillig\w*)",
            r"\b(?:setzt|erfordert) … (?:zustimmung|genehmigung|einwilligung)\b",
            r"\b(?:zustimmungs|genehmigungs)(?:pflichtig|bedürftig)\b",
            r"\b(?:ohne|nach|mit) (?:\S+ ){0,5}(?:zustimmung|genehmigung|einwilligung) … (?:nicht|keine\w*|nur|zulässig|gestattet)\b",
        ),
        "consent": (
            r"\bgenehmig\w*", r"\bzustimm\w*", r"\beinwillig\w*",
            r"\beinverstanden\b",
            r"\bja gesagt\b",
        ),
        "objection": (
            r"\beinspr(?:uch|üche)\w*", r"\bwiderspr\w+", r"\bwidersprechen\b",
            r"\bwiderspruch\w*", r"\bablehn\w*",
        ),
        "announce": (
            r"\banzumelden\b", r"\banmeldung\b",
            r"\bkündigen … \ban\b", r"\bzeigt … \ban\b", r"\banzeig\w*",
            r"\bankündig\w*", r"\bangekündigt\b", r"\bkündigt … \ban\b", r"\bveröffentlich\w*",
            r"\b(?:mitge|teilt)\w* … \bmit\b", r"\bmitgeteilt\b", r"\bgibt … \bbekannt\b",
            r"\bbekannt ?(?:zu)?geb\w*",
        ),
        "beforehand": (
            r"\bim voraus\b", r"\bvorab\b", r"\bvorher\w*", r"\bvor\b", r"\bbevor\b", r"\bzuvor\b", r"\bfrist\b",
        ),
        "same": (
            r"\binhaltsgleich\w*", r"\bdie hier (?:geregelten|vereinbarten|genannten)\b",
            r"\bidentisch\w*",
            r"\bgleichwertig\w*",
            r"\bin gleicher weise\b",
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
            r"\baus (?:diesem|dem vorliegenden) (?:vertrag|avv)\b",
            r"\baus dieser vereinbarung\b",
            r"\bdiese[rsmn]? (?:\w*vertrag\w*|\w*vereinbarung\w*|avv|anlage|dpa|bestimmungen|regelungen)\b",
            r"\bzwischen CONTROLLER und PROCESSOR\b", r"\bwas hier steht\b", r"\bhierin\b",
            r"\bin diesem (?:vertrag|avv)\b", r"\bvorliegende\w* (?:vertrag\w*|vereinbarung)\b",
        ),
        "held_to": (
            r"\baufzuerlegen\b",
            r"\bübertragen\b",
            r"\bweiterzugeben\b",
            r"\bgibt … \bweiter\b", r"\breicht … \b(?:durch|weiter)\b", r"\berlegt … \bauf\b",
            r"\bauferlegt\b",
            r"\blegt … \bauf\b",
            r"\büberbind\w*",
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
        "audit": (
            r"\bstichproben\w*",
            r"\b(?:über)?prüfung(?:en)?\b", r"\baudits?\b", r"\binspektion\w*", r"\bkontroll\w*"),
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
            r"\b(?:bei|im falle?) (?:\w+ ){0,3}(?:verstoß|vorfall|datenschutzverletzung)\w*",
            r"\bgrund zur annahme\b",
            r"\b\w*verdacht\w*", r"\banlass\b", r"\banhaltspunkt\w*", r"\bgrund zu(?:r|m|) (?:der )?annahme\b",
            r"\bgrund\b … \b(?:annehmen|zweifel\w*|annahme)\b", r"\bzweifel\w*",
            r"\b(?:nach|bei|im falle?) (?:eine[rs]|von) (?:\w+ ){0,3}(?:verletzung|datenpanne|vorfall|verstoß|"
            r"vorfällen|verstößen)\w*", r"\bsorge\b",
        ),
        "return": (
            r"\bhändig(?:t|en)\b",
            r"\bdaten … \bheraus\b",
            r"\bgibt … \bheraus\b",
            r"\bheraus(?:zu)?geb\w*",
            r"\bgeben … \bheraus\b",
            r"\brück(?:zu)?führ\w*",
            r"\brückübertrag\w*",
            r"\bzurück(?:zu|ge)?(?:send|schick|übertrag)\w*",
            r"\bgeben … \bzurück\b",
            r"\bgibt … \bzurück\b",
            r"\bhändigt … \baus\b",
            r"\bzurück(?:zu|ge)?geb\w*", r"\brückgabe\b", r"\bherausgabe\b", r"\bherausgeb\w*",
            r"\baus(?:zu)?händig\w*", r"\bübergeben\b", r"\bübergabe\b", r"\bzurück\b", r"\bexportier\w*",
            r"\bexport\w*", r"\bzu[mr] (?:abruf|abholung|mitnahme)\b", r"\bherunter(?:zu)?l[aä]d\w*", r"\babrufbar\b", r"\brücküber\w*", r"\bherausgegeben\b", r"\baus(?:zu|ge)händig\w*", r"\bdownload\w*",
        ),
        "delete": (
            r"\bentsorg\w*", r"\bentfern(?:t|en)\b",
            r"\bunkenntlich\b",
            r"\b(?:ge)?lösch\w*", r"\bvernicht\w*", r"\b\w*lösch\w*",
        ),
        "choose": (
            r"\bnach weisung (?:des |von )?CONTROLLER\b", r"\bCONTROLLER … \bob\b",
            r"\bnach (?:ihrer|eigener) wahl\b",
            r"\bnach entscheidung\b",
            r"\bwahlrecht\b",
            r"\bnach weisung des CONTROLLER\b",
            r"\bnach wahl\b", r"\bwahl des\b", r"\bnach (?:seiner|dessen) wahl\b", r"\b(?:seiner|ihrer) wahl\b",
            r"\bwahlweise\b", r"\bCONTROLLER … (?:entscheidet|wählt)\b",
        ),
        "on_request": (
            r"\bauf (?:\w+ )?(?:verlangen|anforderung|wunsch|anfrage)\b",
            r"\bauf (?:dessen|seine?n?|ihre?n?|jederzeitige\w*|erste\w*) (?:verlangen|anforderung|wunsch|anfrage|aufforderung)\b",
            r"\bnach aufforderung\b",
        ),
        "end_of_agreement": (
            r"\bbeendigung\b", r"\bende\b", r"\babschluss\b", r"\bablauf\b", r"\bvertragsende\b",
            r"\bletzten vertragstag\b", r"\bkündigung\b", r"\bendet\b",
        ),
        "keep_by_law": (
            r"\baufbewahr\w*",
            r"\baufbewahrung\w*", r"\b\w*(?:recht|gesetz\w*) … \b(?:aufbewahrung|speicherung)\b", r"\bspeicherpflicht\w*", r"\bverpflichtung zur speicherung\b",
            r"\b(?:recht|gesetz\w*) … (?:speicher\w*|verpflicht\w*)",
        ),
        "keep": (
            r"\baufbewahr\w*",
            r"\b\w*aufbewahr\w*", r"\b\w*speicher\w*", r"\baufheben\b", r"\baufzubewahren\b", r"\bbehalten\b",
        ),
        "law": (
            r"\bgesetz\w*", r"\b\w*recht\w*", r"\babgabenordnung\b", r"\brechtsvorschrift\w*", r"\bunionsrecht\w*",
        ),
        "must": (
            r"\baufzubewahren (?:hat|haben|ist|sind)\b",
            r"\bverpflicht\w*", r"\baufgrund gesetzlicher\b", r"\bbleiben … \bunberührt\b",
            r"\b\w*pflicht\w*", r"\bmuss\b", r"\bmüssen\b", r"\berforder\w*", r"\bvorgeschrieben\w*",
            r"\b\w*fristen\b", r"\bunterlieg\w*", r"\bgesetzlich aufzubewahren\b",
        ),
        "confirm": (
            r"\bdokumentier\w*(?! (?:\w+ )?weisung)",
            r"\bschreiben\b … \bCONTROLLER\b",
            r"\bbestätig\w*", r"\bnach(?:zu)?weis\w*", r"\bprotokoll\w*", r"\b\w*bestätigung\w*",
            r"\blöschprotokoll\w*", r"\bbescheinig\w*",
        ),
        "data": (r"\bdaten\b", r"\bpersonenbezogene\w*"),
        "processes": (r"\bverarbeit\w*",
            r"\btun\b", r"\bnutz\w*",
        ),
        "costs": (
            r"\baufwandsentschädigung\w*",
            r"\bzeitaufwand\b", r"\babgerechnet\b",
            r"\bvergütungsanspr\w*",
            r"\bentgelt\w*",
            r"\bkosten\b", r"\bvergüt\w*", r"\baufwand\w*", r"\baufwendungen\b", r"\bstundens[aä]tz\w*",
            r"\btagess[aä]tz\w*", r"\bkostenfrei\b", r"\bkostenlos\b", r"\bunentgeltlich\b", r"\bberechnet\b",
            r"\bverrechn\w*",
        ),
        "payment": (
            r"\bzurückbehaltung\w*",
            r"\bleistungsverweigerungsrecht\w*",
            r"\bzahlung\w*", r"\bbezahl\w*", r"\b(?:offene\w* )?rechnungen?\b", r"\bforderungen\b",
            r"\bzurückbehaltungsrecht\w*", r"\bausstehend\w*",
        ),
        "before": (
            r"\bbis\b", r"\bsolange\b", r"\berst\b", r"\bzurückbehaltungsrecht\w*", r"\bzurück(?:zu)?halten\b",
        ),
        "conduct_certificate": (
            r"\bstrafregister\w*",
            r"\bleumundszeugnis\w*",
            r"\bführungszeugnis\w*",
        ),
        "no_warranty": (
            r"\b(?:nicht|kein\w*) … \b(?:gewährleiste\w*|zusicher\w*|zugesichert|versprechen|einsteh\w*)\b",
            r"\bkann … \bnicht (?:\w+ )?ausgeschlossen werden\b",
            r"\bsteh(?:t|en) … \bnicht (?:dafür )?ein\b",
            r"\bkeine (?:garantie|gewähr)\w*", r"\b(?:nicht|keine\w*) … \bgaranti\w*", r"\bgaranti\w* … \bnicht\b", r"\b(?:absoluter?|vollständige\w*|lückenlose\w*) (?:\w+ )?(?:schutz|sicherheit)\b … \bnicht\b", r"\bnicht geschuldet\b",
        ),
    }
)  # fmt: skip
