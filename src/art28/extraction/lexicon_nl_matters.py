"""Dutch words for concepts: breaches, requests and assessments; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

MATTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "breach": (
            r"\bgegevens\b … \b(?:gelekt|uitgelekt|op straat)\b", r"\bga(?:at|an) er iets mis\b … \bgegevens\b", r"\bmisga(?:at|an)\b … \bmet (?:de |PROCESSOR )?(?:beveiliging|gegevens)\b",
            r"\biets (?:\w+ ){0,2}?(?:mis|fout|niet in orde|niet pluis) … \b(?:gegevens|data|beveiliging|bestanden)\b", r"\b(?:mis|fout) (?:met|rond) (?:de |het |jullie |uw )?(?:gegevens|data|beveiliging|bestanden)\b", r"\biets (?:is )?(?:misgegaan|misgaat|fout gegaan|fout gaat)\b", r"\bvoorval(?:len)?\b", r"\b(?:data-?|gegevens)lek\w*",
            r"\binbreuk(?:en)? (?:in verband met|op de beveiliging|i\.v\.m)\b",
            r"\bbeveiligings(?:incident|lek|inbreuk)\w*", r"\b\w*incident(?:en)?\b", r"\black?\b",
            r"\bbeveiliging\b[^.;]{0,40}\b(?:doorbroken|geschonden)\b", r"\bgegevens\b[^.;]{0,40}\b(?:gestolen|kwijt|zoekgeraakt|in verkeerde handen|bij de verkeerde\w*)\b", r"\blek\b",
            r"\binbreuk(?:en)?\b",
        ),
        "authority": (
            r"\b\w*autoriteit\b", r"\btoezichthou\w*", r"\btoezichthoudende\b", r"\bap\b",
            r"\bmeldplichten?\b", r"\bmeldplicht\(en\)", r"\bartikelen? 33\b", r"\bart\. 33\b",
        ),
        "people": (r"\bbetrokkenen?\b", r"\bbetrokkene\(n\)"),
        "discovery": (r"\bontdek\w*", r"\bstel(?:t|len) (?:PROCESSOR |hij |zij )?(?:een |de |het |zo'n )?\w*(?:lek|inbreuk|incident)\w* vast\b", r"\ber (?:\w+ )?achter (?:\w+ )?(?:is|zijn|ben|bent|kom|komt|komen)\b", r"\berachter (?:\w+ )?(?:zijn|ben|kom|komen)\b", r"\bkomt … \berachter\b", r"\berachter (?:komt|is gekomen)\b", r"\bop het spoor\b", r"\bvaststel\w*", r"\bvastgesteld\b"),
        "awareness": (
            r"\bkennis(?:neming|name)\b",
            r"\bkennis (?:heeft )?(?:ge(?:kregen|nomen)|krijgt|neemt|te hebben genomen)\b",
            r"\bkennis … (?:gekregen|genomen)\b", r"\bbekend (?:is )?(?:ge)?word\w*", r"\bbekend is\b",
            r"\bop de hoogte (?:is )?ge(?:raakt|komen|bracht|steld)\b", r"\bbewust\b", r"\bweet (?:heeft|van|krijgt)\b", r"\b(?:daarvan|ervan|hiervan) we(?:et|ten)\b", r"\bgewaar\b", r"\bweet of (?:behoort|hoort|had)\b", r"\bwe(?:et|ten) PROCESSOR (?:van|dat)\b", r"\bbekend zijn (?:ge)?word\w*", r"\bbehoort te weten\b",
        ),
        "observation": (r"\bwaarne?em\w*", r"\bwaargenomen\b", r"\b(?:be|op)?merk(?:t|en)\b", r"\b(?:op|be)?gemerkt\b", r"\bconstater\w*", r"\bgeconstateerd\b"),
        "follow_up": (
            r"\b(?:in|bij) gedeelten\b", r"\bmeer bekend\b … \bhoor\b", r"\bmeer\b … \bwe(?:et|ten)\b … \bhoor\w*",
            r"\bpra(?:at|ten) … \bbij\b", r"\b(?:naderhand|nadien|later) … \b(?:feiten|informatie|gegevens)\b … \b(?:door|na|mee|mede)\b", r"\bnaarmate het onderzoek\b", r"\bblij(?:ft|ven) … \bvoorzien van\b", r"\bvoorziet … \bvan (?:nadere|actuele|verdere|nieuwe)\b", r"\bactualisering\b", r"\b(?:dagelijks|wekelijks|periodiek) … \b(?:update|bericht|verslag|actualisering|stand)\b", r"\bnadere toelichting\b", r"\bnog niet alle … \b(?:voorhanden|beschikbaar|bekend)\b … \b(?:aan|na|later|zodra|volgt)\b",
            r"\b(?:ook )?(?:daarna|nadien|vervolgens) … \bop de hoogte\b", r"\bop de hoogte van alles\b",
            r"\bmeer (?:informatie|gegevens|duidelijkheid|bekend)\b … \b(?:na|volgt|ontvangt|hoort|krijgt|geeft|geven|laat|laten|meldt|melden)\b", r"\bhoe het (?:er )?(?:verder|ermee|mee|verloopt|afloopt)\b",
            r"\b(?:ontbrek\w+|ontbreekt|resterende|overige)\b … \b(?:lever|stuur|zend|ge(?:eft|ven)|stur|zenden|lever)\w* … \bna\b", r"\b(?:lever|stuur|stur|zend)\w* … \b(?:ontbrek\w+|ontbreekt|resterende|overige|nog niet) … \bna\b", r"\bvullen … \baan\b",
            r"\b(?:rapporteert|rapporteren|bericht|berichten|informeert|informeren|meldt|melden) … \b(?:dagelijks|wekelijks|om de \w+|elke \w+|totdat|tot het (?:incident|lek|datalek|probleem))\b", r"\bstu(?:urt|ren) (?:PROCESSOR )?na\b", r"\bhoud(?:t|en) (?:PROCESSOR )?CONTROLLER op de hoogte\b",
            r"\baanvulling\b", r"\blater meer\b", r"\bblij(?:ft|ven) … \b(?:informeren|berichten)\b", r"\bnog niet (?:bekend|beschikbaar|duidelijk) … \b(?:volgt|volgen|later|zodra)\b", r"\bvolg(?:t|en) (?:dan )?later\b", r"\bnieuwe feiten\b", r"\bvolgt de rest\b", r"\bverslag uit\b", r"\bvul(?:t|len) … \baan\b",
            r"\btussentijds\w*", r"\bop de hoogte (?:houden|gehouden)\b", r"\bhoud(?:t|en) … \bop de hoogte\b",
            r"\b(?:nadere|verdere|aanvullende|nieuwe) (?:informatie|inlichtingen|bevindingen|gegevens)\b",
            r"\bin fasen\b", r"\bgefaseerd\b", r"\bin stappen\b", r"\bontwikkelingen\b", r"\bvoortgang\w*",
            r"\bstand van zaken\b", r"\bvervolg(?:melding|rapport)\w*", r"\baan te vullen\b",
            r"\bvolledige? (?:rapport\w*|melding)\b",
            r"\b(?:doorlopend|tussentijds|steeds|telkens|regelmatig) … \b(?:in\b|ingelicht|inlicht\w*|geïnformeerd|informe\w*|bericht\w*)", r"\b(?:licht|informeert|bericht) … \b(?:doorlopend|tussentijds|steeds|telkens|regelmatig)\b",
            r"\b(?:ontbrekende|resterende|overige|(?:wat|alles wat|hetgeen) … nog ontbreekt|de rest) … \b(?:volg(?:t|en)|nagezonden|nageleverd|nagestuurd|naleveren|alsnog)\b",
        ),
        "register": (
            r"\blijst bij van\b", r"\boverzicht bij van\b", r"\bregister\b", r"\b\w+register\b", r"\bregistreer\w*",
            r"\bregistratie\b", r"\b(?:ge)?documente(?:ert|ren|erd)\b", r"\bleg(?:t|gen) … \bvast in een\b", r"\bhoud(?:t|en) … \b(?:lijst|overzicht) … \bbij\b", r"\blogboek\b",
            r"\boverzicht van (?:alle )?(?:datalek|inbreuk|incident)\w*",
            r"\badministratie van (?:datalek|inbreuk)\w*",
        ),
        "consults": (
            r"\boverleg met PROCESSOR\b", r"\bin overleg\w* met PROCESSOR\b", r"\boverleg\w* … met PROCESSOR\b",
            r"\bmet PROCESSOR … (?:in )?overleg\w*", r"\bmet PROCESSOR (?:te )?(?:besprek|bespreek|afstem)\w*",
            r"\bna overleg met PROCESSOR\b", r"\bPROCESSOR (?:te |vooraf te )?raadpleg\w*", r"\braadpleegt PROCESSOR\b",
            r"\bmet PROCESSOR … \b(?:besproken|afgestemd|overlegd|afstem\w*|af te stemmen|overeenstemming)\b", r"\bhoort PROCESSOR\b", r"\btoestemming van PROCESSOR\b",
            r"\b(?:stemt|bespreekt|overlegt) … \bmet PROCESSOR\b", r"\bPROCESSOR … \b(?:gelegenheid|kans)\b … \b(?:reageren|reactie|zienswijze|commentaar)\b",
            r"\b(?:voor te leggen|voorgelegd|legt … \bvoor) aan PROCESSOR\b", r"\baan PROCESSOR … \bvoor(?:ge)?leg\w*", r"\bPROCESSOR (?:\w+ ){0,3}?(?:heeft |is |te hebben )?(?:gehoord|geraadpleegd|gekend|betrokken)\b",
        ),
        "publicity": (
            r"\bnaar buiten\b", r"\bopenbaar\w*", r"\bpubliek\w*", r"\bpers\b", r"\bmedia\b", r"\bgeheimhouding\b",
            r"\bbekend te maken\b", r"\bruchtbaarheid\b", r"\bderden\b", r"\bkrant\b", r"\bpersbericht\w*", r"\bnieuwsbericht\w*",
        ),
        "request": (
            r"\bverzoek(?:en)?\b", r"\bbezwaar\b", r"\bklachten?\b",
            r"\bvraagt (?:iemand|een (?:persoon|betrokkene))\b … \bgegevens te\b",
            r"\b(?:richt|wendt) (?:een |de )?betrokkene zich\b", r"\bbetrokkene zich [^.;]{0,40}\b(?:richt|wendt)\b",
        ),
        "rights": (
            r"\bvraagt een \w+ (?:welke|om (?:inzage|zijn|haar)|wat)\b … \bgegevens\b", r"\b(?:patiënten|cliënten|leerlingen|huurders|klanten|inwoners|medewerkers|leden|gebruikers|personen|mensen) die (?:om )?(?:inzage|correctie|verwijdering)\b",
            r"\bverzoek(?:en)? van (?:een |de |het |zijn |haar |CONTROLLER )?(?:leerling(?:en)?|ouders?|student(?:en)?|cliënt(?:en)?|patiënt(?:en)?|medewerkers?|werknemers?|klant(?:en)?|gebruikers?|inwoners?|burgers?|huurders?|leden|lid|kandida(?:at|ten)|bezoekers?)\b",
            r"\bgegevens (?:wil|wilt|wenst)\b … \b(?:inzien|verwijder\w*|correcti\w*|corriger\w*|ontvangen|wissen|aanpassen)\b", r"\buitoefen\w* van (?:hun |de |zijn )?rechten (?:door|van) (?:de )?betrokkene\w*", r"\b\w*inzageverzoek\w*", r"\bbetrokkenen? … \bin te zien\b … \b(?:verbeteren|corrigeren|verwijderen|wissen)\b",
            r"\bvraagt (?:iemand|een (?:persoon|betrokkene))\b … \bgegevens te\b",
            r"\bverzoek(?:en)? om … (?:inzage|rectificatie|wissing)\b", r"\bverzoek … \bzijn gegevens (?:te|in)\b",
            r"\brechten van (?:de )?betrokkenen?\b",
            r"\bverzoek(?:en)? (?:van|door) (?:een |de |zijn )?betrokkene\w*", r"\bhoofdstuk iii\b",
            r"\bartikel(?:en)? 1[2-5] (?:tot en met|t/m|-) 2[23]\b", r"\bart\. 1[2-5](?: t/m | ?- ?)2[23]\b",
            r"\bprivacy ?rechten\b", r"\b(?:zijn|hun|diens)(?:/haar)? (?:wettelijke )?rechten\b",
            r"\bbetrokkene … (?:zijn|hun|diens|wettelijke) … rechten\b", r"\bverzoek … \bbetrokkene",
            r"\bbetrokkene … \bverzoek", r"\brechten … (?:uitoefen\w*|uit te oefenen)",
            r"\bverzoeken\b … (?:inzage|rectificatie|correctie)",
            r"\b(?:om|van|op|tot) (?:inzage|rectificatie|wissing|gegevenswissing|verbetering|correctie|overdraagbaarheid)\b", r"\binzage\w*(?:,| of| en|/)[^.;]{0,40}\b(?:verbeter|correct|rectific|verwijder|wiss|aanvull)\w*", r"\bartikel(?:en)? 1[2-5] (?:tot en met|t/m|-|tot) (?:artikel )?2[0-3]\b",
        ),
        "forward": (
            r"\bverbind(?:t|en) … \bdoor (?:met|naar)\b",
            r"\bnaar CONTROLLER verwezen\b", r"\bga(?:at|an) … \bdoor naar CONTROLLER\b", r"\b(?:geeft|geven) PROCESSOR (?:die|dat|deze|het|ze) door\b", r"\b(?:geeft|geven) … \b(?:vraag|vragen)\b … \bdoor\b",
            r"\bbezorg(?:t|en) … \baan CONTROLLER\b", r"\bla(?:at|ten) … \b(?:beantwoording|afhandeling|behandeling)\b … \baan CONTROLLER\b", r"\bspe(?:elt|len) … \bdoor\b", r"\b(?:zend(?:t|en)|stu(?:urt|ren)) (?:PROCESSOR )?(?:\w+ ){0,6}?(?:aan|naar) (?:de )?CONTROLLER\b",
            r"\bge(?:eft|ven) … \bverzoek … \bdoor\b", r"\bverzoek\w* … \bge(?:eft|ven) … \bdoor aan CONTROLLER\b", r"\bter (?:verdere )?(?:afhandeling|beantwoording|behandeling) (?:in handen|over)\b", r"\baan CONTROLLER (?:toegezonden|toegestuurd|voorgelegd|overgedragen)\b",
            r"\bdoor(?:ge)?(?:stuur|sturen|zend|zenden|geleid|geleiden|verwez|verwij|gezonden|leiden|zonden)\w*",
            r"\bdoor te (?:stur|zend|geleid|verwijz|leid)\w*",
            r"\b(?:stuurt|sturen|zendt|zenden|leidt|geleidt) … \bdoor\b", r"\bverwijs(?:t|en)\b", r"\bverwijzen\b", r"\bdoorverwij\w*",
            r"\b(?:geleidt|stuurt|sturen|zendt|leidt) … \bdoor(?:[.,;]|$)", r"\bnaar CONTROLLER door\b", r"\bstuur PROCESSOR … \bdoor(?:[.,;]|$)", r"\bverwijst … \bdoor\b", r"\b(?:legt|leggen) … \bverzoek\w* … \bvoor\b", r"\bverzoek\w* … \b(?:legt|leggen) … \bvoor(?:[.,;]|$)", r"\bverzoek\w* … \b(?:voor ?(?:te )?(?:ge)?legd?|voorlegt|voorleggen|overgedragen|overdraagt|afgegeven)\b", r"\bsturen PROCESSOR (?:dat|die|dit|het)\b",
        ),
        "dpia": (
            r"\bartikelen (?:\d+(?:,| en| of) )+35\b",
            r"\bpia\b", r"\bprivacytoets\b", r"\bbeoordeling van (?:de )?(?:gevolgen|effecten|impact|risico's)\b[^.;]{0,60}\b(?:gegevensbescherming|privacy|bescherming van persoonsgegevens)\b",
            r"\bgegevensbeschermings? ?effectbeoordeling\w*", r"\beffectbeoordeling\w*",
            r"\b(?:d?pia|geb)(?:'?s)?\b", r"\bprivacy impact\b", r"\bdata protection impact\b", r"\bartikel 35\b(?! wbp)",
            r"\bart\. 35\b",
        ),
        "prior_consultation": (
            r"\bartikelen (?:\d+(?:,| en| of) )+36\b",
            r"\bvooraf (?:te )?(?:worden )?geraadpleegd\b",
            r"\bvooraf (?:om )?(?:advies|raad|toestemming) (?:\w+ ){0,3}?(?:aan|van|bij) (?:de )?(?:autoriteit|toezicht|ap)\w*",
            r"\b(?:voor ?(?:te )?leggen|voorlegt|voorgelegd|legt voor)\b[^.;]{0,30}\b(?:aan|bij) (?:de )?(?:autoriteit|toezicht\w*|ap)\b", r"\bvooraf (?:te )?raadple\w+", r"\bvoorafgaande? (?:raadpleging|controle|consultatie)\w*",
            r"\b(?:voorafgaand\w*|vooraf) (?:\w+ ){0,3}te raadple\w+", r"\boverleg vooraf met (?:de )?(?:autoriteit|toezicht\w*|ap)\b", r"\braadpleging (?:van|bij) (?:de )?(?:autoriteit|toezicht|ap)\w*", r"\bartikel 36\b", r"\bart\. 36\b",
            r"\bvoorafgaand overleg met (?:de )?(?:toezichthouder|autoriteit)\w*",
        ),
        "articles_32_36": (
            r"\bart(?:\.|ikel(?:en)?) 32 ?, (?:33 ?, |34 ?, )*35 (?:en|of) 36\b",
            r"\bart(?:\.|ikel(?:en)?) 32 (?:tot en met|t/m|-|tot) (?:artikel )?36\b", r"\b32 ?- ?36\b",
            r"\bart(?:\.|ikel(?:en)?) 35 (?:en|of) 36\b",
        ),
    }
)  # fmt: skip
