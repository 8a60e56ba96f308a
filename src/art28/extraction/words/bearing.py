"""A statement about costs -> who bears them."""

import re

from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement
from art28.terms import Role

CONTROLLER, PROCESSOR, EACH_OWN, IF_AT_FAULT = "controller", "processor", "each_own", "processor_if_noncompliant"
EACH = (
    r"\bwat\b[^.;]{0,40}\b(?:ieder|elk)\w*\b[^.;]{0,30}\b(?:kost|maakt|uitgeeft|besteedt)\b[^.;]{0,40}\bvoor (?:eigen|haar|zijn|diens) (?:eigen )?rekening\b|"
    r"\b(?:elk|ieder|beide|both|each|jeweils|chacun\w*) (?:voor )?(?:hun|zijn|haar|de|diens|their|its|seine|ihre|ses) (?:eigen|own|eigenen|propres)\b[^.;]{0,25}\b(?:\w*kosten|costs?|expenses|frais|uren)\b|"
    r"\b(?:elk|ieder) (?:van|der) (?:de |beide )?partijen (?:draagt|betaalt) (?:\w+ ){0,2}?eigen\b|\b(?:ieder|iedereen|elk|elke partij|iedere partij) (?:betaalt|draagt|bekostigt) … \b(?:zelf|eigen)\b|"
    r"\b(?:each|every) (?:party )?(?:carries|bears|pays|meets|covers) (?:the |its |what )(?:\w+ ){0,2}?(?:it|they) (?:itself )?incurs?\b|"
    r"\b(?:chaque partie|chacun\w*) (?:supporte|conserve) … (?:ses|propres|charge)\b|\bträgt jede\w* (?:partei )?(?:ihre|seine|selbst)\w*|"
    r"\bjede (?:partei|seite|vertragspartei) trägt (?:ihre\b[^.;]{0,90}\bkosten\b|[^.;]{0,20}\bkosten\b[^.;,]{0,30}\bselbst\b)|"
    r"\bpartijen (?:brengen|berekenen|rekenen) elkaar\b[^.;]{0,60}\b(?:niets|geen kosten)\b|\bborne by the party (?:that|who|which) incurs\b|\bieder\w*\b[^.;]{0,30}\beigen kosten\b|"
    r"\b(?:ieder|iedere|elke|beide|each|both|jede) (?:partij(?:en)?|part(?:y|ies)|"
    r"partei) … (?:eigen|own|eigenen)\b|\bdegene die de kosten maakt\b|"
    r"\b(?:eigen kosten|own costs)\b … (?:iedere|elke|each|partij)|\bwho(?:ever)? incurs (?:the|them)\b"
)
_OUR_COST = (
    r"\b{party} bekostigt\b|\b(?:uitgaven|kosten) (?:\w+ ){0,3}?blijven voor (?:rekening van )?{party}\b|\b(?:krijgt|ontvangt) {party} (?:\w+ )?een (?:rekening|factuur)\b|\bword(?:t|en) (?:betaald|bekostigd|vergoed) door {party}\b|\bword(?:t|en) door {party} (?:betaald|bekostigd|vergoed)\b|"
    r"\b\w*kosten: (?:voor |ten laste van |rekening van ){0,2}{party}\b|"
    r"\b{party} (?:vergoedt|betaalt|reimburses|erstattet|rembourse) (?:de |the |den |dem |le )?(?:CONTROLLER|PROCESSOR) (?:de |alle |the |all |die |les )?(?:\w+ ){0,2}?(?:kosten|costs|expenses|frais)\b|"
    r"\b{party} (?:op|voor) (?:zijn |haar )?eigen (?:kosten|rekening)\b|\b{party} (?:neemt|nemen)\b[^.;]{0,140}\bvoor (?:haar|zijn|hun|eigen|diens) rekening\b|"
    r"\b\w*kosten\b[^.;]{0,60}\b(?:zijn|komen|is) (?:voor|ten laste van) (?:de )?{party}\b(?! geen)|"
    r"\b\w*kosten\b[^.;]{0,260}\b(?:draagt|dragen|betaalt|betalen|vergoedt) (?:de )?{party}\b|"
    r"\b(?:voor|ten laste|op) (?:\S+ ){0,3}(?:rekening|laste|kosten) (?:\S+ ){0,2}?(?:van|"
    r"komen van|zijn van|blijven van|voor) (?:de |het |the )?{party}\b|\b(?:voor|"
    r"ten) rekening (?:te )?(?:komen )?van (?:de )?{party}\b|"
    r"\b\w*kosten … (?:worden|zijn|zullen|komen) … (?:gedragen door|vergoed door|door|"
    r"te dragen door) (?:de )?{party}\b|\b{party} … (?:draagt|dragen|vergoedt|betaalt|vergoeden|"
    r"betalen)(?! (?:de )?(?:CONTROLLER|PROCESSOR|hij|zij)\b) … (?:kosten|audit)?|"
    r"\bten laste (?:\w+ )?van (?:de )?{party}\b|"
    r"\bkosten … door (?:de )?{party} … (?:vergoed|gedragen|betaald)\b|"
    r"\bvergoeding van … kosten … door (?:de )?{party}\b|\bop kosten van (?:de )?{party}\b|"
    r"\b{party} (?:shall|will|must|zal|may|can|mag|kan|kann|darf|peut),? (?:\S+ ){0,2}?(?:at|op|auf|à) (?:its|zijn|haar|eigen|seine|ses) (?:own |eigen |eigene |propres )?(?:cost|expense|kosten|rekening|frais)\b|"
    r"\b(?:at|for) (?:the )?{party} (?:own |sole )?(?:cost|expense|account)|\b(?:at|"
    r"for) (?:the )?(?:sole |full |own |entire )?(?:cost|expense|costs|account) of (?:the )?{party}\b|\b{party} (?:shall|"
    r"will|must|agrees to)? ?(?:\S+ )?(?:bears?|pays?|meets?|absorbs?|reimburses?|be responsible for|"
    r"cover)\b … (?:cost|expense|fee|charge|audit|rates)|"
    r"\b(?:borne|paid|reimbursed|payable|met) (?:\w+ )?by (?:the )?{party}\b|"
    r"\b\w*kosten\b[^.;]{0,160}\b(?:trägt|tragen|übernimmt|erstattet) (?:der |die )?{party}\b|\b{party} (?:\S+ ){0,2}?(?:trägt|tragen|übernimmt)\b[^.;]{0,60}kosten\b|"
    r"\bzu lasten (?:des |der )?{party}\b|\bauf kosten (?:des |der )?{party}\b|\baux frais d(?:u|e la|e) ?{party}\b|\b(?:frais|coûts)\b[^.;]{0,30}\bincomb(?:e|ent) (?:au |à la |à )?{party}\b|\b(?:à la )?charge (?:exclusive )?d(?:u|e la|e) ?{party}\b|"
    r"\b(?:frais|coûts?)\b[^.;]{0,80}(?:support\w+|pris en charge) par (?:le |la )?{party}\b|\b(?:fall to|be for|are for|is for|zijn voor|is voor) (?:the )?{party}\b(?! (?:om|to|geen|niet|no|gratis|kosteloos|free)\b)|"
    r"\b(?:\w+ )?(?:rekening|kosten|fees)\b[^.;]{0,80}\b(?:is|zijn|blijven|fall to) (?:\w+ )?(?:voor )?(?:the )?{party}\b|\b(?:betaal|betaalt|pays) {party}\b|"
    r"\b{party} (?:\S+ ){0,2}?(?:supporte|assume|prend en charge)\b|\bwees … {party}\b|"
    r"\b(?:kosten|aufwand|aufwendungen) … \b(?:trägt|tragen|übernimmt|zahlt|vergütet|erstattet) (?:diese |sie |diesen |ihn )?(?:der )?{party}\b|"
    r"\b{party} … \b(?:trägt|übernimmt|erstattet|vergütet) … \b(?:kosten|aufwand|aufwendungen)\b|\b(?:auf kosten|zu lasten|zulasten) (?:des )?{party}\b|"
    r"\b(?:à la charge|aux frais)(?: exclusi(?:ve|fs)| entiers?)? (?:du |de la |de )?{party}\b|\b{party} (?:supporte|prend en charge|rembourse) … \b(?:frais|coûts?)\b"
)
_BILLED = (
    r"\bstu(?:urt|ren) PROCESSOR CONTROLLER (?:\w+ )?een (?:rekening|factuur)\b|\bPROCESSOR stu(?:urt|ren) CONTROLLER (?:\w+ )?een (?:rekening|factuur)\b|\b(?:mag|kan) PROCESSOR\b[^.;]{0,40}\bdeclareren\b|\bPROCESSOR (?:mag|kan)\b[^.;]{0,40}\bdeclareren\b|\bdie (?:daarvoor|hiervoor) een (?:\w+ )?vergoeding (?:ontvangt|krijgt)\b|\btegen betaling van\b|\btegen een (?:\w+ )?vergoeding\b|"
    r"\b(?:dan )?beta(?:al|alt|len) CONTROLLER (?:PROCESSOR |daarvoor ){0,2}(?:\w+ )?(?:uur|dag)?(?:tarief|loon)\b|\bCONTROLLER (?:\S+ ){0,3}vergoeding verschuldigd\b|\bcharged to CONTROLLER\b|\bmeerdere in rekening\b|"
    r"\b(?:uur)?tarief\b|\bbreng(?:t|en) PROCESSOR … \bin rekening\b|\bkost (?:CONTROLLER )?€|\btarie\w+ (?:te )?(?:reken|bereken|hanter)\w*|\bop (?:diens|haar|zijn|CONTROLLER) (?:\w+ en )?kosten\b|\bop diens verzoek en kosten\b|"
    r"\b(?:op|naar) (?:basis van )?(?:nacalculatie|regie\w*)\b|\baan CONTROLLER (?:\w+ ){0,2}?(?:factureren|doorbelasten)\b|"
    r"\bin rekening (?:\S+ ){0,4}?(?:ge)?breng\w* (?:bij|aan) (?:de )?CONTROLLER\b|"
    r"\bin rekening (?:\S+ ){0,3}?(?:ge)?bra?e?(?:ng|cht)\w*|\bbij CONTROLLER in rekening\b|"
    r"\bvergoeding van (?:de )?(?:redelijke )?kosten van PROCESSOR\b|"
    r"\b(?:kan|mag) (?:zij|hij|ze|PROCESSOR)\b[^.;]{0,12}€[^.;]{0,24}\brekenen\b|\b(?:mag|mogen|kan|kunnen|is|behoudt) PROCESSOR … \bvergoeding\b … \b(?:vragen|verlangen|rekenen|berekenen|in rekening)\b|\bPROCESSOR … (?:mag|kan|gerechtigd|recht) … (?:vergoeding|in rekening|kosten)\b|"
    r"\btegen vergoeding\b|\b(?:tegen|against) … (?:geldende|gebruikelijke|current|then-current|"
    r"standard|prevailing) … (?:tarie\w+|rates?)\b|"
    r"\bmay charge (?:its|the|a|for|reasonable)\b|\bPROCESSOR may (?:\S+ )?(?:charge|invoice|bill)\b|\bmay be charged\b|\bPROCESSOR (?:will )?charges? (?:CONTROLLER )?(?:€|eur|£|\$) ?\d|\b(?:subject to|"
    r"for) (?:a )?(?:reasonable )?(?:charge|fee)s?\b|\bbe charged (?:to|at|separately)\b|\baufwandsentschädigung\b|\bfera l'objet d'un devis\b|"
    r"\bvergoed aan PROCESSOR\b|\bverschuldigd aan PROCESSOR\b|"
    r"\bpay PROCESSOR\b|\bvergütung(?:sanspr\w+)?\b|\bentitled to … (?:remuneration|compensation|"
    r"reimbursement)\b|\breimbursed\b|\bvergoeding (?:te )?(?:vragen|verlangen|rekenen)\b|"
    r"\b(?:vergoed|vergoeding|betaald|gehonoreerd|verrekend)\b[^.;]{0,60}\b(?:op basis van|volgens|conform|tegen|naar)\b[^.;]{0,80}\b(?:\w*tarie[fv]\w*|bestede (?:tijd|uren)|uren|nacalculatie)\b|"
    r"\b(?:remunerated|paid|compensated)\b[^.;]{0,40}\b(?:at|on the basis of|in accordance with)\b[^.;]{0,60}\brates?\b|"
    r"\badditional invoicing\b|\btegen redelijke kosten\b|"
    r"\bkosten in rekening\b|\bPROCESSOR (?:\w+ ){0,5}?(?:factureert|factureren|berekent|bereken\w*)\b|\b(?:deze|die|de) \w+ factureren PROCESSOR\b|\bgefactureerd\b|"
    r"\bdoor(?:ge)?berek\w*|\bdoor(?:ge|te )?belast?\w*|\bdoor te berekenen\b|\bop basis van nacalculatie\b|\btegen … \b\w*(?:tarie[fv]\w*|uurloon)\b|\btegen vergoeding van\b|"
    r"\bat (?:the )?(?:\S+ ){0,4}?rates\b|\bchargeable\b|\bsubject (?:to|of) (?:a )?(?:specific |separate )?quot\w+|"
    r"\bin rechnung (?:ge)?stell\w*|\bstellt\b[^.;]{0,80}\bin rechnung\b|\bnach (?:zeit|aufwand)\b|\b(?:wird|werden) … \bnach (?:zeit|aufwand)\b … \bin rechnung\b|\b(?:gesondert|zusätzlich|nach aufwand|je stunde|pro stunde) (?:zu )?(?:vergüt\w*|berechn\w*|verrechn\w*)\b|"
    r"\b(?:je|pro) stunde\b|\bfacturée?s?\b|\bpeut facturer\b|\bfactur\w* (?:au temps|selon|sur la base)\b|\bau temps passé\b|\bdonne(?:nt)? lieu à (?:facturation|rémunération)\b|\bsur (?:la base d'un )?devis\b|\bmoyennant (?:rémunération|paiement|facturation)\b|"
    r"\brek(?:ent|enen) (?:wij |we |PROCESSOR )*[^.;]{0,30}(?:tarief|\buur(?:prijs|loon)\b|€)|"
    r"\bgegen (?:\w+ )?(?:erstattung|ersatz|übernahme) (?:der|von) \w*(?:kosten|aufwendungen)\b|\bstundens[aä]tz\w*|\btagess[aä]tz\w*|\bCONTROLLER pays for\b|\bwerden mit … €|\bverrechnen wir\b"
)
# "Voor onze hulp betaalt CONTROLLER niets."
_PAYS_NOTHING = r"\bCONTROLLER\b[^.;]{0,140}\ben betaalt (?:\w+ ){0,2}?niets\b|\bbeta(?:al|alt|len) CONTROLLER (?:\w+ ){0,2}?niets\b|\bCONTROLLER (?:betaalt|is) (?:\w+ ){0,3}?niets (?:verschuldigd)?\b"
_FREE = (
    r"\b(?:bij|in) (?:de|het) (?:dienst|diensten|dienstverlening|overeenkomst) (?:in)?begrepen\b|"
    r"\bniet (?:\w+ )?in rekening (?:ge)?bra?[ce]?[hn]?[gt]\w*\b(?![^.;]*\b(?:tenzij|behoudens|behalve)\b)|"
    r"\b(?:zit|zitten) (?:al )?(?:bij|in) (?:de |het |CONTROLLER )?\w*(?:prijs|abonnement|tarief|vergoeding|pakket)\b|"
    r"\b(?:shall|will|may) not charge (?!more|fees (?:above|over))(?:\w+ ){0,4}for\b|"
    r"\bword(?:t|en) (?:\w+ )?niets (?:\w+ )?(?:berekend|gerekend)\b|\bhoeft (?:de )?CONTROLLER\b[^.;]{0,30}\bniet(?:s)? (?:extra |apart |meer )?te betalen\b|"
    r"\bkost(?:en)? (?:de )?CONTROLLER (?:\w+ )?niets\b|\bcosts? (?:the )?CONTROLLER nothing\b|"
    r"\bkosten (?:worden|zijn) (?:\w+ ){0,3}?niet (?:\w+ )?(?:gerekend|berekend|verschuldigd)\b|\bzonder (?:\w+ ){0,3}?(?:iets|kosten|\w*vergoeding)(?: \w+){0,4}? in rekening\b|\bwithout charging\b|\b(?:niets|geen kosten|kosten … niet) (?:\S+ ){0,4}?(?:in rekening|verbonden)\b|\bkosten … rekent … niet\b|\bgeen kosten\b|\b(?:in|bij) (?:de|het) \w*(?:prijs|prijzen|vergoeding|tarief|tarieven|abonnement)[^.;]{0,50}\b(?:begrepen|inbegrepen)\b|"
    r"\bgeen (?:\w+ )?vergoeding (?:te )?(?:vrag|verlang|reken|bereken|verschuldigd)\w*|\bgratuite?\b|\b(?:kostenfrei|kostenlos|unentgeltlich|gratuitement|sans frais|ohne (?:zusätzliche )?kosten)\b|"
    r"\bkein\w* (?:\w+ )?(?:vergütung|kosten)\b|\bvergütung\b[^.;]{0,40}\bnicht\b|"
    r"\b(?:kosteloos|zonder (?:extra |aanvullende )?kosten|om niet|free of charge|"
    r"at no (?:additional |extra )?(?:cost|charge)|without (?:additional )?charge|"
    r"(?<!not\s)included in the … fees)\b|"
    r"\b(?:rekent|rekenen|vraagt|vragen|berekent|charges?|berechnet|verlangt|verlangen|demande) (?:PROCESSOR |hij |zij |it |er )?(?:\w+ ){0,4}?(?:niets|nothing|nichts|rien)\b|"
    r"\b(?:in)?begrepen in (?:de|het|haar|zijn) (?:\w+ ){0,2}?\S*(?:prijs|prijzen|tarie\w+|vergoeding\w*|abonnement\w*|fee|bedrag)\b|\b(?:enthalten|inbegriffen) (?:in|im) \S*(?:preis|entgelt)\w*|"
    r"\baucun (?:supplément|frais|coût)\b|\bno (?:\w+ )?(?:charge|fee|cost)s? (?:is|are|shall|will|may)\b|"
    r"\bkosten\b[^.;]{0,40}\bzijn er niet\b|(?<!niet.)\bgratis\b|\bzonder (?:\w+ ){0,3}?(?:vergoeding|meerkosten|kosten)\b|\brekent … \bgeen kosten\b|(?<!CONTROLLER.)\bvoor eigen rekening\b|"
    r"\b(?:shall|will|may) not be (?:\w+ )?charge(?:d|able)\b|(?<!not\s)\b(?:included|covered) in (?:the )?(?:\S+ ){0,3}?(?:fees?|price|charges)\b|\bwithout (?:\w+ )?(?:charge|cost|fee)\b|"
    r"\b(?:kostenlos|kostenfrei|unentgeltlich)\w*|\bohne (?:\w+ )?(?:kosten|vergütung|berechnung)\b|\b(?:entgelt|preis|leistungsentgelt|vergütung)\w* (?:\w+ ){0,4}?(?:enthalten|abgegolten|inbegriffen)\b|"
    r"\b(?:vergütung|entgelt)\b[^.;,]{0,40}\b(?:nicht|keine\w*)\b|\b(?:keine\w*|nicht)\b[^.;,]{0,40}\b(?:vergüt\w*|entgelt\w*|berechnet|in rechnung)\b|"
    r"\bsans (?:\w+ )?(?:frais|supplément|coûts?)\b|\bgratuit\w*|\bà titre gracieux\b|\bcompris\w* dans (?:le |la )?(?:prix|redevance|tarif)\b"
)
_UP_TO = (
    r"\b(?:tot|maximaal|up to)\b[^.;]{0,25}\b(?:uur|hours|dagen|days)\b|"
    r"\b(?:\d{1,3}|één|twee|drie|vier|vijf|zes|acht|tien|twaalf|two|three|four|five|six|eight|ten|twelve) "
    r"(?:verzoeken|uren|uur|requests|hours)\b"
)
_AS_LONG_AS = r"\b(?:zolang|mits|as long as|provided that|solange|tant que)\b"
# "Tot acht uur rekent PROCESSOR niets; het meerdere wordt vergoed": who pays what goes beyond what is free.
_THE_REST = (
    r"\b(?:het meerdere|daarboven|daar boven|bovenuit|meeruren|overige uren|meerwerk|boven dat aantal)\b[^.;]{0,90}"
    r"\b(?:\w*tarie[fv]\w*|vergoedt?|vergoeding|in rekening|gefactureerd|doorbelast|CONTROLLER)\b"
    r"|\b(?:beyond that|beyond this|above that|anything more|any further hours|darüber hinaus\w*|au-delà)\b[^.;]{0,90}"
    r"\b(?:rates?|charged|billed|invoiced|paid|berechnet|vergütet|in rechnung|facturation|facturée?s?)\b"
)
_NOTHING = (
    r"\bniet (?:\w+ )?in rekening (?:ge)?bra?[ce]?[hn]?[gt]\w*\b(?![^.;]*\b(?:tenzij|behoudens|behalve)\b)|\bzonder (?:\w+ ){0,3}?(?:iets|kosten)(?: \w+){0,4}? in rekening\b|\bwithout charging\b|\bzonder (?:\w+ ){0,3}?vergoeding\b|"
    r"\b(?:abgegolten|inbegriffen)\b|\b(?:ohne|sans) (?:\w+ ){0,2}(?:vergütung|berechnung|kosten|rémunération|facturation|supplément)\b|\b(?:niets|geen|no|not|nicht|keine\w*|sans|ne|pas)\b[^.;,]{0,40}\b(?:in rekening|charge\w*|vergüt\w*|berechnet|in rechnung|factur\w*|vergoeding (?:te )?\w+)\b|"
    r"\b(?:vergütung|entgelt)\b[^.;]{0,40}\bnicht\b"
)
_MONEY = (
    r"{costs}|\bom niet\b|\bbeta(?:al|alt)\b|\btarie[fv]\w*|\bfactur\w*|\bgefactureerd\b|\bvergoed\w*|\bgratis\b|\bkosteloos\b|\bbereken\w*|\bexpenses?\b|\brates?\b|\bquot\w+|"
    r"\bcharge\w*|\bentgelt\w*|\bgratuit\w*|\bkostenlos\w*|\brechnung\b|\bberechnet\b|\bnacalculatie\b|\beuro\b|€|\buurprijs\b|\bdevis\b|prijs\b|\bprijzen\b|\binbegrepen\b|\bprix\b|\bprice\b|\bpreis\b|\bdoorbereken\w*|\bdoor(?:ge)?belast\w*|\bvoor eigen rekening\b|\buitgaven\b|\bbetaald\b|\btegen betaling\b|\bdeclareren\b|\bbekostig\w*|\been (?:rekening|factuur)\b"
)
SHORTCOMING = (
    r"\b(?:something (?:\w+ )?(?:wrong|amiss)|iets ernstigs|geschonden|ernstige (?:problemen|zaken|bevindingen|gebreken)|afwijkingen van (?:betekenis|belang)|broken? (?:this|these|the|any)|tekort\w*|gebrek\w*|in gebreke|in verzuim|overtreding\w*|schending\w*|fout(?:en)?|toerekenba\w*|toe ?te ?rekenen|rommel\w*|in strijd|"
    r"niet(?:[- ]\w+){0,8}[- ]?(?:na te komen|na te leven|hield(?:en)?|houdt|houden|nagekomen|nakom\w*|nakwam|nale(?:eft|efde|ven)|nageleefd|voldoe\w*|voldeed|voldaan|heeft gehandeld|gehouden|conform)|niet-nakoming|"
    r"vermoeden … juist|niet-?naleving\w*|verursacht|non-?complian\w*|not … compl\w+|breach\w*|fail\w*|default\w*|deficien\w*|shortcoming\w*|irregularit\w*|material|"
    r"mängel\w*|mangel|verst(?:oß|öß|ieß)\w*|nichteinhaltung|pflichtverletzung\w*|fehlverhalten|nicht … (?:eingehalten|einhält|erfüllt)|"
    r"manquements?|non-conformité\w*|défaillance\w*)\b"
)
IF = (
    r"\b(?:komt aan het licht|zijn er|blijkt|blijken|toont|brengt|indien|als|wanneer|zodra|mocht|if|where|should|unless|in the event|in which case|falls|wenn|sofern|soweit|"
    r"ergibt|finden|si|lorsque)\b"
)
_PAYS = (
    r"(?:\bneem(?:t|en) PROCESSOR (?:ze|(?:die|deze|de)(?: \w*kosten)?) over\b|\bdan zijn (?:de )?\w*kosten voor (?:hem|haar)\b|\bworden (?:zij|ze|deze|die|de (?:\w+ )?kosten) door PROCESSOR (?:vergoed|betaald|gedragen)\b|\bdan zijn ze voor (?:rekening van )?PROCESSOR\b|\bdan (?:komen|zijn) (?:de |die |deze |zij )?(?:\w*kosten )?voor (?:zijn|haar|diens|hun) rekening\b|\bdan (?:zijn (?:zij|deze) )?voor (?:rekening van )?PROCESSOR\b|\b\w*kosten (?:\w+ )?voor (?:rekening van )?PROCESSOR (?:zijn|komen)\b|\b(?:rekening van|gedragen door|borne by|laste van|zu lasten|à la charge) (?:de |the |des |du |van )?PROCESSOR\b|"
    r"\b(?:draagt|dragen|betaalt|betalen|vergoedt|vergoeden|bears?|pays?|reimburses?|trägt|tragen|zahlen|zahlt|erstattet|ersetzt|supporte\w*) (?:de |the |der )?(?:zij|hij|PROCESSOR|wir)\b|"
    r"\bPROCESSOR (?:(?:shall|will|must|zal|shall also) )?(?:\S+ ){0,3}?(?:draagt|dragen|betaalt|betalen|vergoedt|vergoeden|bears?|pays?|reimburses?|trägt|tragen|zahlt|"
    r"zahlen|erstattet|supporte\w*|rembourse\w*)\b|\bPROCESSOR (?:do|does)(?=[.;,]|$)|\b(?:op|bij) PROCESSOR (?:te )?verha\w+|\b(?:zijn|komen) (?:zij|die|deze) (?:\w+ )?voor (?:rekening van )?PROCESSOR\b|\b(?:voor|ten laste van) PROCESSOR (?:rekening|kosten|laste)\b)"
)
_UNLESS = r"\b(?:tenzij|behoudens|behalve|zij het|met dien verstande|met uitzondering|unless|except|save|es sei denn|außer|ausnahme|hormis|sauf|sofern nicht|sofern … nicht|sauf|à moins)\b"
# "Not within twelve months of the last one, unless there are signs of non-compliance" excepts from how often, not from who pays.
_HOW_OFTEN = (
    rf"\b(?:months?|years?|maanden|jaar) (?:prior|before|earlier|ago|eerder|daarvoor)\b[^.;\w]{{0,3}}{_UNLESS} "
)
_UNLESS_AT_FAULT = rf"{_UNLESS} .{{0,200}}{SHORTCOMING}|\b(?:sofern|soweit) nicht\b .{{0,120}}{SHORTCOMING}"
_AT_FAULT_PROCESSOR = (
    rf"{SHORTCOMING}[^.;]{{0,70}}\b(?:licht|gevonden|vastgesteld|geconstateerd|ontdekt|vindt|vinden|found|revealed|discovered|festgestellt|zutage|constat\w+|jour)\b[^.;]{{0,60}}{_PAYS}|"
    rf"{SHORTCOMING}[^.;]{{0,80}}\bdan (?:komen|zijn) (?:de |die |deze )?(?:kosten )?(?:\w+ )?voor (?:rekening van )?PROCESSOR\b|"
    rf"{SHORTCOMING}[^.;]{{0,80}}\bdan neemt PROCESSOR (?:de|die|deze|alle) \w*kosten\b|"
    rf"{SHORTCOMING}[^.;]{{0,80}}\b(?:dan|then|dann|so) (?:draagt|betaalt|vergoedt|bears|pays|trägt|zahlt) (?:de |the |der )?PROCESSOR\b|"
    rf"{IF}[^.;]{{0,200}}?{SHORTCOMING}[^;]{{0,120}}?{_PAYS}|{_PAYS}[^;]{{0,120}}?{IF}[^.;]{{0,160}}?{SHORTCOMING}|"
    rf"\b(?:door|by|van|durch|von|par) (?:de |the |den )?PROCESSOR\b .{{0,60}}\b(?:indien|wanneer|als|if|"
    rf"where|wenn|falls|si)\b .{{0,120}}{SHORTCOMING}"
)


# "Each bears its own costs, unless the audit brings a breach to light; then the processor bears them."
_BUT_AT_FAULT = (
    rf"{_UNLESS} .{{0,160}}{SHORTCOMING}.{{0,120}}"
    r"\b(?:dan|then|dann|in which (?:case|event)|alors)\b.{0,30}\b(?:dieser|diese|deze|laatstgenoemde|PROCESSOR|it|celui-ci)\b.{0,40}\b(?:\w*kosten|costs?|frais)\b"
)


# "…, dan draagt hij de kosten": the only party that the sentence names.
_IT_PAYS = (
    r"\b(?:dan|then|dann|alors) (?:draagt|betaalt|vergoedt|bears?|pays?|trägt|zahlt|übernimmt|supporte) (?:hij|zij|deze|it|they|er|sie|il|elle)\b[^.;]{0,40}"
    r"\b(?:\w*kosten|costs?|expenses|frais|uren|rekening)\b"
)
_AT_ITS_COST = (
    r"\b(?:sont|seront|est) à sa charge\b|\b(?:komen|blijven) (?:\w+ )?voor (?:zijn|haar|diens) (?:eigen )?rekening\b|\bzijn (?:\w+ )?voor (?:zijn|haar|diens) rekening\b|"
    r"\b(?:are|is) (?:for|at) its (?:own )?(?:account|expense|cost)\b|\bgehen zu seinen lasten\b"
)
# "PROCESSOR neemt op eigen kosten maatregelen"
_AT_OWN_COST = r"\b(?:op|voor) eigen (?:kosten|rekening)\b|\bop (?:zijn|haar) kosten\b|\bat (?:its|their) (?:own |sole )?(?:cost|expense)\b|\bauf (?:eigene|seine|ihre) kosten\b|\bà ses (?:propres )?frais\b"
# "PROCESSOR shall keep a log of breaches and shall pay the costs": who pays stands before another duty.
_AND_PAYS = r"\band (?:shall |will |must )?(?:also )?(?:bears?|pays?|meets?) (?:for )?(?:the |all |any |its )?(?:\w+ ){0,2}?(?:costs?|expenses)\b"
_A_PARTY = re.compile(r"\b(?:CONTROLLER|PROCESSOR)\b")


_OF_COSTS = (
    r"{costs}|\brekening van\b|\b(?:deskundige|auditor|expert)\b[^.;]{0,40}\b(?:beta(?:al|len)\w*|pays?)\b|"
    r"\bzahlen? (?:wir|sie|PROCESSOR|CONTROLLER)\b|\bzahlt (?:PROCESSOR|CONTROLLER)\b"
)


_CONTROLLER_PAYS = (
    r"\b(?:draagt|dragen|betaalt|betalen|trägt|zahlt|supporte|paie) (?:de |der |le )?CONTROLLER\b|"
    r"\bCONTROLLER (?:\w+ ){0,2}?(?:draagt|betaalt|bears?|pays?|trägt|zahlt|supporte|paie)\b"
)


def leaves_to_controller(statement: Statement, language: str) -> bool:
    """Whether a statement by which the processor pays when it is at fault has the controller pay in other cases."""
    ours = _OUR_COST.replace("{party}", "CONTROLLER")
    return any(statement.search(phrase(pattern, language)) for pattern in (ours, _BILLED, _UNLESS, _CONTROLLER_PAYS))


def bearer(statement: Statement, language: str) -> str | None:
    """`controller`, `processor`, `each_own` or `processor_if_noncompliant`; None where `statement` doesn't say."""

    def says(pattern: str) -> bool:
        return statement.search(phrase(pattern, language)) is not None

    if not says(rf"{_MONEY}|{_OF_COSTS}"):
        return None
    if says(_AT_FAULT_PROCESSOR):
        return IF_AT_FAULT
    if says(EACH):
        return IF_AT_FAULT if says(_BUT_AT_FAULT) else EACH_OWN
    if says(_PAYS_NOTHING) and not says(_THE_REST) and not says(_UP_TO):
        return PROCESSOR
    parties = {found[0] for found in _A_PARTY.finditer(statement.text)}
    if len(parties) == 1 and says(f"{_IT_PAYS}|{_AT_ITS_COST}"):
        return PROCESSOR if parties == {"PROCESSOR"} else CONTROLLER
    ours = says(_OUR_COST.replace("{party}", "CONTROLLER")) or (says(_BILLED) and not says(_NOTHING)) or says(_THE_REST)
    theirs = says(_OUR_COST.replace("{party}", "PROCESSOR"))
    if ours:
        return IF_AT_FAULT if says(_UNLESS_AT_FAULT) and not says(_HOW_OFTEN) else CONTROLLER
    if not theirs and says(_AT_OWN_COST) and statement.subject is Role.CONTROLLER:
        return IF_AT_FAULT if says(_UNLESS_AT_FAULT) and not says(_HOW_OFTEN) else CONTROLLER
    if not theirs and statement.subject is Role.CONTROLLER and says(_AND_PAYS):
        return CONTROLLER
    theirs = theirs or (statement.subject is Role.PROCESSOR and says(f"{_AT_OWN_COST}|{_AND_PAYS}"))
    return PROCESSOR if theirs or (says(_FREE) and (not says(_UP_TO) or says(_AS_LONG_AS))) else None
