"""Dutch words for concepts: sub-processors, audits, the end and costs; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

TERMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sub": (
            r"\b(?:nieuwe|andere|elke|iedere) leveranciers?\b", r"\bleveranciers\b",
            r"\bhulpleveranciers?\b", r"\bingeschakelde PROCESSOR\b", r"\bonderleveranciers?\b", r"SUBPROCESSOR",
            r"\banderen\b(?= (?:\S+ ){0,4}?(?:in|ingeschakeld|inschakel\w*)\b)", r"\bderden?\b(?! land)", r"\bderde partij(?:en)?\b",
            r"\bander bedrijf\b", r"\bandere (?:PROCESSOR|personen|organisaties|partijen|bedrijven|ondernemingen)\b", r"\baan (?:een ander|anderen)\b(?= (?:\S+ ){0,6}?(?:uit|besteed)\b)", r"\bhulppersonen\b",
            r"\bsub-PROCESSOR",
            r"\b(?:die|deze) (?:bedrijven|organisaties|partijen)\b", r"\bandere (?:hulpverleners|dienstverleners)\b",
        ),
        "engage": (
            r"\b(?:gebruik|inzet|inschakeling) van\b", r"\bte betrekken\b", r"\bbetrek(?:t|ken)\b", r"\bschakel(?:t|en) … \bin\b", r"\bvoor (?:elke|iedere|een) (?:\w+ )?SUBPROCESSOR\b",
            r"\binzetten\b", r"\bgebruiken\b", r"\bnieuwe? (?:leverancier|partij|SUBPROCESSOR)\b", r"\binschakel\w*", r"\bingeschakeld\w*", r"\bin te schakelen\b", r"\bschakelt … \bin\b",
            r"\binhu(?:ur|ren)\w*", r"\bingehuurd\b", r"\bgebruik(?:t)?(?: te)? ?ma(?:ken|akt)\b",
            r"\bma(?:akt|ken) … gebruik\b", r"\buitbested\w*", r"\buit te besteden\b", r"\bbesteedt … \buit\b",
            r"\btoevoeg\w*", r"\btoe te voegen\b", r"\bvervang\w*", r"\bverrichten door\b", r"\blaten verwerken\b",
            r"\binzet\w*", r"\bcontracteren\b", r"\bin dienst (?:te )?nemen\b",
            r"\bzet … \bin\b", r"\bin te zetten\b", r"\bneemt … \bin de arm\b",
            r"\bwerkt? … \bmet (?:andere|nieuwe)\b", r"\bin te huren\b", r"\buitvoeren door\b",
            r"\bdoor (?:derden|anderen) (?:te )?laten\b",
        ),
        "new_sub": (
            r"\bnieuwe?\b", r"\bwijzig\w*", r"\bverander\w*", r"\btoevoeg\w*", r"\btoe te voegen\b", r"\bvervang\w*",
            r"\bkomt er … \bbij\b", r"\b(?:van|met) (?:partij|leverancier) wissel\w*", r"\bandere\b", r"\bwenst\b", r"\bvoornemen\w*", r"\bbeoogde\b", r"\bin te schakelen\b",
            r"\binschakel\w*", r"\bvooraf\b",
            r"\bvoorgenomen\b", r"\btoegevoegd\b", r"\btoevoeging\w*", r"\bandere partij\b",
            r"\bgaan? … \bover naar\b", r"\bgaat er … \bweg\b", r"\buitbreid\w*", r"\bwissel\w*",
        ),
        "general_consent": (
            r"\b(?:mag|mogen|kan|kunnen) (?:PROCESSOR )?zonder (?:\w+ ){0,4}?toestemming\b(?![^.;]{0,60}\b(?:geen|niet)\b)", r"\bvindt? (?:dat|CONTROLLER dat) goed\b",
            r"\balgemene? (?:\w+ ){0,3}(?:toestemming|machtiging|goedkeuring)\b", r"\bgenerieke toestemming\b",
            r"\btoestemming in algemene zin\b",
            r"\bin algemene zin\b", r"\bin het algemeen (?:toe)?stem\w*", r"\balgemeen akkoord\b",
            r"\bvindt? (?:het|CONTROLLER het) goed\b", r"\bgenerieke? (?:machtiging|goedkeuring)\b",
        ),
        "specific_consent": (
            r"\bvra(?:agt|gen) … \b(?:eerst|vooraf|telkens)\b … \b(?:toestemming|goedkeuring|akkoord)\b", r"\b(?:goedkeuring|instemming) (?:\w+ ){0,4}?(?:vereist|nodig)\b",
            r"\b(?:geen|niet|nimmer) … \bzonder (?:\w+ ){0,6}(?:toestemming|goedkeuring|instemming)\b",
            r"\bzonder (?:\w+ ){0,6}(?:toestemming|goedkeuring|instemming) … \b(?:geen|niet)\b",
            r"\b(?:specifieke|afzonderlijke) (?:\w+ ){0,3}(?:toestemming|goedkeuring)\b",
            r"\b(?:alleen|uitsluitend|slechts|enkel|pas) … \b(?:met|"
            r"na) (?:\w+ ){0,6}(?:toestemming|goedkeuring|instemming)\b",
            r"\b(?:indien|als|mits|"
            r"nadat) … CONTROLLER … (?:\w+ ){0,3}toestemming (?:heeft )?(?:ge|ver)(?:geven|"
            r"leend|leent)\b",
            r"\btoestemming (?:\w+ ){0,3}vereist\b",
            r"\btoestemming (?:\w+ ){0,3}(?:nodig|verplicht)\b",
            r"\b(?:vergt|vereist|behoeft) … (?:toestemming|goedkeuring|instemming)\b",
            r"\bper (?:geval|SUBPROCESSOR|partij) … (?:toestemming|goedkeuring)\b",
            r"\b(?:toestemming|goedkeuring) … per (?:geval|SUBPROCESSOR|partij)\b",
            r"\bvoor (?:elke|iedere) … (?:toestemming|goedkeuring) … (?:vragen|gevraagd|verkrijgen|verkregen)\b",
            r"\bvraagt? … vooraf … (?:toestemming|goedkeuring|akkoord)\b",
            r"\b(?:alleen|uitsluitend|slechts|pas) … \b(?:akkoord|ja)\b",
            r"\b(?:geen|niet|nimmer|nooit) … \bdan (?:\w+ ){0,2}(?:na|met|op|nadat|indien|als) (?:\S+ ){0,8}?(?:toestemming|goedkeuring|instemming|akkoord|ingestemd|goedgekeurd)\b",
            r"\b(?:geen|niet) … \bzonder dat CONTROLLER … \b(?:ja|akkoord|(?:in|toe)gestemd|goed)\b",
            r"\b(?:geen|niet|nimmer|nooit) … \bzonder (?:\w+ ){0,6}(?:akkoord|fiat)\b", r"\bzonder (?:\w+ ){0,6}(?:akkoord|fiat) … \b(?:geen|niet)\b",
            r"\b(?:alleen|uitsluitend|slechts|pas|enkel) … \b(?:als|indien|wanneer|nadat|mits|zodra) … \bCONTROLLER … \b(?:(?:toe|in)(?:ge)?stem[td]\w*|goedgekeurd|goedkeurt|akkoord|toestemming)",
        ),
        "consent": (r"\b\w*toestemming\b", r"\binstemming\b", r"\bgoedkeuring\b"),
        "objection": (
            r"\bniet (?:te )?wil(?:t|len)\b",
            r"\bbezwaar\b", r"\bbezwaren\b", r"\bverzetten\b", r"\bverzet\b",
            r"\b(?:goede|gegronde|redelijke|zwaarwegende) reden(?:en)? … \btegen\b",
            r"\btegen (?:\w+ ){0,3}(?:goede|gegronde) reden\b", r"\bniet (?:mee )?eens\b", r"\bniet akkoord\b",
            r"\bbezwaarrecht\b", r"\bniet zitten\b", r"\b(?:recht|kan|mag|bevoegd|gerechtigd) (?:(?!toestemming|instemming|goedkeuring)\S+ ){0,8}?(?:te )?(?:weiger|af ?(?:te )?wijz|af ?(?:te )?keur)\w*",
        ),
        "announce": (
            r"\bma(?:akt|ken) … \bbekend\b", r"\bbekend ?(?:te )?(?:maken|gemaakt)\b", r"\bmededeling\b",
            r"\baan(?:ge)?kondig\w*", r"\baan te kondigen\b", r"\b(?:ge)?publice\w*",
            r"\b(?:zet|zetten|plaatst|plaatsen|vermeldt|vermelden|staat|staan) … (?:nieuwsbrief|web\w*|pagina|portaal|site)\b",
            r"\b(?:geeft|krijgt|krijgen|ontvangt|ontvangen) … \bbericht\b", r"\bvoor te leggen\b",
            r"\bleg(?:t|gen) … \bvoor\b",
        ),
        "beforehand": (
            r"\bvoorafgaand\w*", r"\b(?:van )?tevoren\b", r"\bvooraf\b", r"\bvoordat\b", r"\balvorens\b",
            r"\bvoor(?:dien|dat)?\b", r"\bvóór\b",
        ),
        "same": (
            r"\bdezelfde\b", r"\bgelijk(?:e|waardige?|luidende)\b", r"\bten minste\b", r"\btenminste\b",
            r"\bminimaal\b", r"\bminstens\b", r"\bniet minder\b", r"\bsoortgelijke\b", r"\bvergelijkbare\b",
            r"\brelevante verplichtingen\b", r"\bovereenkomstige\b",
            r"\b(?:een)?zelfde\b", r"\bhetzelfde\b", r"\bgelijk (?:zijn )?aan\b", r"\bin wezen gelijk\b",
            r"\bminstens even\b", r"\bgelijke\b", r"\bgelijksoortige\b", r"\bequivalente\b",
        ),
        "duties": (
            r"\bbeveiliging\b",
            r"\b\w*(?:verplichting|plicht|eis|voorwaarde|bepaling|waarborg|afspra|maatstaf|regel)\w*", r"\beisen\b",
            r"\bgegevensbeschermingsverplichting\w*",
            r"\bniveau\b", r"\b\w*niveau van bescherming\b", r"\b(?:beveiligings|beschermings)niveau\b",
            r"\bstrekking\b", r"\bregels\b", r"\binhoud\b",
        ),
        "this_contract": (
            r"\b(?:deze|dit|onderhavige|onze) (?:\w*overeenkomst|contract|hoofdstuk|artikel|addendum|bijlage|afspraken|dpa|voorwaarden|\w*convenant|stuk)\b",
            r"\bhier (?:staat|is bepaald|geldt)\b", r"\bwat hier\b", r"\bhierin\b",
        ),
        "held_to": (
            r"\b(?:ge)?bonden aan\b", r"\bgebonden\b", r"\bverplicht\w*", r"\bgehouden\b",
            r"\bhoud(?:t|en) … \baan\b", r"\baan … \bhoud(?:t|en)\b", r"\b(?:na)?komt … \bna\b", r"\bnaleven\b",
            r"\bnakomen\b", r"\bnaleving\b", r"\bvoldoe\w*", r"\bcommitt?e\w*", r"\bspre(?:ekt|ken) … \baf\b",
            r"\bafgesproken\b", r"\bleg(?:t|gen) … \bop\b", r"\bop te leggen\b", r"\boplegg?\w*", r"\bgeld(?:t|en)\b",
            r"\bsluit\w*", r"\bvastgelegd\b",
        ),
        "liable": (
            r"\bPROCESSOR … \baanspre(?:ken|ekt)\b", r"\baanspreekbaar\b", r"\bgeld(?:t|en) als … \bvan PROCESSOR\b", r"\b(?:verantwoordelijkheid|aansprakelijkheid)\b … \bonverlet\b",
            r"\btoegerekend\b", r"\bis PROCESSOR verantwoordelijk\b", r"\bstaat PROCESSOR … \bin\b", r"\baansprakelijk\w*", r"\bstaat … \bin voor\b",
            r"\bstaat in voor\b", r"\bverantwoordelijk\b", r"\binstaan\b",
            r"\bstaat … \bvoor … \bin\b", r"\bstaan … \bvoor … \bin\b", r"\b(?:als)?of PROCESSOR het zelf\b",
            r"\bals (?:voor )?(?:zijn|haar|hun|de) eigen\b", r"\bals voor zichzelf\b", r"\bfout(?:en)? van PROCESSOR\b", r"\brekening van PROCESSOR\b",
        ),
        "inspect": (
            r"\binzage\b", r"\bin te zien\b", r"\binzien\b", r"\bafschrift\w*", r"\bkopie\w*",
            r"\boverleg(?:gen|t)\b", r"\bover te leggen\b",
            r"\bver(?:strekt|strekken|schaft)\b … \b(?:overeenkomst|contract)",
        ),
        "contract": (r"\b(?:sub)?(?:verwerkers)?overeenkomst(?:en)?\b", r"\bcontract(?:en)?\b"),
        "audit": (
            r"\b\w*audits?\b", r"\binspectie\w*", r"\bcontrole (?:uit|te|op|door)\b", r"\bcontroles\b",
            r"\bcontroleren\b",
        ),
        "entitled": (
            r"\bde mogelijkheid\b", r"\bkunt\b",
            r"\bheeft (?:te allen tijde )?het recht\b", r"\brecht (?:op|om|tot)\b", r"\b(?:ge)?rechtigd\b",
            r"\bbevoegd\b", r"\bmag\b", r"\bmogen\b", r"\bkan\b", r"\bkunnen\b", r"\bin staat\b",
            r"\bin de gelegenheid\b", r"\btoegestaan\b", r"\bstaat … toe\b", r"\bmogelijk\b", r"\btoegang\b",
            r"\bmedewerking\b", r"\bwerk(?:t|en) … \bmee\b", r"\bmee te werken\b", r"\bonderwerpt\b",
            r"\bgedo(?:gen|ogt)\b", r"\bla(?:at|ten) … toe\b", r"\btoe te staan\b", r"\bkomt … het recht toe\b",
            r"\bstaat het … vrij\b", r"\bplaatsvinden\b",
        ),
        "check": (
            r"\bcontrole(?:s|ren|ert)?\b", r"\bgecontroleerd\b", r"\bonderzoek(?:en|t)?\b", r"\bonderzocht\b",
            r"\bnagaan\b", r"\bna te gaan\b", r"\bnagegaan\b", r"\btoets(?:en|t|ing)\b", r"\bgetoetst\b",
            r"\bverifi[eë]\w*", r"\bgeverifieerd\b", r"\bvast ?(?:te )?stel\w*", r"\bbeoordelen\b",
            r"\b(?:zich|zelf) (?:te )?overtuigen\b", r"\bdoorlichten\b", r"\binspecteren\b", r"\bkijken\b",
        ),
        "compliance": (
            r"\bnaleving\b", r"\bnakoming\b", r"\bnale(?:eft|ven)\b", r"\bnakom\w*", r"\bvoldoe\w*", r"\bvoldaan\b",
            r"\bverwerking\w*", r"\bmaatregelen\b", r"\bbeveilig\w*", r"\bverplichting\w*", r"\bhoud(?:t|en) aan\b",
            r"\b(?:hieraan|daaraan) hou\w*", r"\baan deze (?:\w+ )?houden\b", r"\bafspraken\b",
        ),
        "examine": (
            r"{check} … {compliance}", r"{compliance} … {check}", r"\blangs(?: te)?(?: laten)? ?komen\b",
            r"\bkomen kijken\b", r"\btoegang\b[^.;]{0,60}\b(?:locatie|gebouw|lokalen|bedrijfsruimte)\w*",
        ),
        "suspicion": (
            r"\b(?:als|indien|wanneer|zodra) (?:er |zich )?(?:een |het )?(?:datalek|incident|inbreuk)\b",
            r"\b(?:vermoeden|verdenking)\w*", r"\bconcrete? (?:vermoeden|aanleiding|reden|aanwijzing)\w*",
            r"\bredelijke? (?:twijfel|grond|vermoeden|aanleiding)\w*",
            r"\bgegronde? (?:reden|vermoeden|aanleiding|vrees)\w*", r"\bindien (?:daartoe|er) … aanleiding\b",
            r"\bbehoudens incidenten\b", r"\bna een (?:datalek|inbreuk|incident)\b",
            r"\bin geval van een (?:datalek|inbreuk|incident)\b", r"\bbij een (?:datalek|inbreuk|incident)\b",
            r"\b(?:concrete|redelijke|gegronde|gerechtvaardigde|zwaarwegende|duidelijke|serieuze|"
            r"goede) (?:\w+ ){0,2}(?:grond|reden|aanleiding|signaal|signalen|aanwijzing|twijfel)\w*",
            r"\baanleiding (?:toe )?(?:geeft|bestaat|is)\b",
            r"\b(?:na|bij|in geval van) (?:een |de )?(?:\(?\w+\)? ){0,4}(?:datalek|inbreuk|incident|tekortkoming)\b",
            r"\breden\w* … \b(?:twijfel\w*|aan te nemen|te vermoeden|vermoedt)\b", r"\btwijfelt\b", r"\bvermoedt\b",
        ),
        "return": (
            r"\blever(?:t|en)\b … \b(?:bestand(?:en)?|gegevens)\b … \b(?:op|aan|uit)\b",
            r"\bterbeschikkingstelling\b", r"\bdra(?:agt|gen) … \bover\b", r"\bge(?:eft|ven) … \bterug\b", r"\bter beschikking\b",
            r"\bretourne\w*", r"\bteruggave\b", r"\bterug ?(?:te )?(?:ge|be|le)\w*", r"\bteruggeven\b",
            r"\boverdra(?:gen|cht|agt)\b", r"\bovergedragen\b", r"\bover te dragen\b", r"\bexport\w*",
            r"\bterugbezorg\w*", r"\boverhandig\w*", r"\bter beschikking stellen\b", r"\bterug\b", r"\bafgifte\b",
            r"\baf te geven\b", r"\bkopie van\b",
            r"\bafge(?:ven|geven|eft)\b", r"\bge(?:eft|ven) … \baf\b", r"\blever(?:t|en) (?:PROCESSOR )?(?:die|deze|ze|dat|het|hij|zij)\b[^.;]{0,30}\b(?:aan|op|uit)\b", r"\b(?:lever(?:t|en)|ontvang(?:t|en)|krijg(?:t|en)?|ver(?:strekt|schaft))\b(?=[^.;]{0,60}\b\w*gegevens\b)",
            r"\b\w*gegevens\b[^.;]{0,60}\b(?:(?:aan|uit|op|door)?geleverd|aan te leveren|uit te leveren|meegegeven|aanlevert|uitlevert)\b",
        ),
        "delete": (
            r"\bwissing\b", r"\bverwijder\w*", r"\bvernietig\w*", r"\b(?:ge)?wis(?:t|sen)\b", r"\bvernietiging\b",
            r"\bgewist\b", r"\bgegevenswissing\b", r"\bgooi\w* … \bweg\b", r"\bverdwenen\b", r"\b\w*vernietiging\w*",
        ),
        "choose": (
            r"\bCONTROLLER (?:\w+ ){0,2}?(?:bepalen|beslissen) of\b … \bof\b", r"\bCONTROLLER (?:\w+ ){0,2}?kiezen\b", r"\bals CONTROLLER dat (?:liever|wil|wenst)\w*", r"\bwens van CONTROLLER\b", r"\b(?:bepaalt|beslist) CONTROLLER of\b … \bof\b", r"\bCONTROLLER (?:bepaalt|beslist) of\b … \bof\b",
            r"\bde keus\b", r"\bzijn keus\b", r"\bhaar keus\b", r"\b(?:naar|op|ter) (?:de |eigen )?keuze van\b",
            r"\b(?:naar|ter) keuze\b", r"\bnaar gelang de keuze\b", r"\bkeuze van CONTROLLER\b",
            r"\b(?:die|deze) keuze\b", r"\bCONTROLLER … (?:kiest|te kiezen)\b", r"\bter keuze\b", r"\bkiest CONTROLLER\b",
        ),
        "on_request": (
            r"\b(?:op|na) (?:\w+ ){0,3}verzoek\b", r"\bverzoekt\b", r"\bdesgevraagd\b", r"\bwelk verzoek\b",
            r"\bverzoek\b", r"\bdaarom vraagt\b",
        ),
        "end_of_agreement": (
            r"\bge[eë]indigd\b", r"\bgestopt\b", r"\bopgezegd\b",
            r"\b(?:be)?[eë]indig\w*", r"\beinde\b", r"\bafloop\b", r"\bna het eind\w*", r"\bopzegging\b",
            r"\bontbinding\b", r"\bteneinde\b", r"\blaatste dag\b", r"\bweggaat\b", r"\bstopt\b",
            r"\bna beëindiging\b",
        ),
        "keep_by_law": (
            r"\b(?:krachtens|op grond van) (?:de \w*wet\w*|de \w*recht|"
            r"een wettelijk voorschrift) … \b(?:bewaren|bewaard|behouden)\b",
            r"\bvoor de (?:belasting\w*|fiscus) … \bbewa\w*",
            r"\bwettelijke? (?:\w+ )?(?:bewaar\w*|plicht\w*|verplicht\w*|opslag\w*|termijn\w*)",
            r"\bbewaarplicht\w*",
            r"\b(?:unierecht\w*|lidstat\w*|lidstaat\w*|wet\w*|recht) … (?:verplicht\w*|vereis\w*|opslag|bewa\w*|"
            r"voorschrijf\w*|bepaal\w*)",
            r"\bverplichting (?:bestaat )?om … (?:langer )?(?:op te slaan|te bewaren|bewaren)\b",
            r"\b(?:bewaring|opslag) (?:\w+ ){0,5}(?:verplicht|vereist)\b",
            r"\bwettelijk (?:moeten bewaren|verplicht)\b", r"\bwettelijke plicht\b",
            r"\b(?:wet\w*|voorschrift\w*|unierecht\w*|recht) … \b(?:verzet(?:ten)?|belet(?:ten)?|verhinder\w*|in de weg sta\w*|noop\w*)\b",
        ),
        "keep": (
            r"\bbewa(?:ar|ren|ard|art|ring)\w*", r"\bbewaar\w+", r"\b\w*opslag\b", r"\bop te slaan\b",
            r"\bopslaan\b", r"\bbehouden\b", r"\bverzet\b", r"\bverhinder\w*", r"\bbelet\b", r"\bnoopt\b", r"\blanger verwerk\w*",
            r"\bachterblijven\b",
        ),
        "law": (
            r"\b\w*wet(?:gev\w*|ten|telijk\w*)?\b", r"\bwettelijk\w*", r"\bunierecht\w*", r"\blidstat\w*",
            r"\blidstaat\w*", r"\brecht\b", r"\b\w*rechtelijk\w*", r"\bfisca\w+", r"\bbelasting\w*",
            r"\bvoorschrift\w*", r"\bregelgeving\b",
        ),
        "must": (
            r"\b\w*plicht\w*", r"\bmoet(?:en)?\b", r"\bvereis\w*", r"\bnoopt\b", r"\bbelet\b", r"\bvoorgeschreven\b",
            r"\bvoorschrij\w*", r"\bvoorschrift\w*", r"\bverzet\b", r"\bverhinder\w*", r"\btermijn\w*", r"\b\w*termijn(?:en)?\b", r"\bdient te\b",
            r"\bgehouden\b",
        ),
        "confirm": (
            r"\bkrijg(?:t|en) … \bbericht\b … \b(?:verwijderd|gewist|vernietigd)\b", r"\b(?:toont|tonen) … \baan\b", r"\baan te tonen\b", r"\b(?:laten|berichten|melden|schrijven|mailen) PROCESSOR … CONTROLLER\b(?![^.;]{0,40}\bof\b)",
            r"\bbevestig\w*", r"\bverkla(?:ren|art|ring)\b", r"\bcertifica\w*", r"\bproces-verbaal\b",
            r"\bbewijs van\b", r"\b(?!verwerkings|privacy|toepasselijkheids)\w*verklaring(?:en)?\b", r"\bvernietigingsbewijs\b", r"\b(?:laat|bericht|meldt|schrijft|mailt) (?:PROCESSOR|hij|zij) … CONTROLLER\b(?![^.;]{0,40}\bof\b)",
        ),
        "payment": (
            r"\bop te schorten\b", r"\bopenstaande\b", r"\bverschuldigd\w*", r"\bbetaling\b", r"\bbetaald\b",
            r"\bretentierecht\b", r"\bopschort\w*", r"\bfacturen\b", r"\bbetaal\w*", r"\bfactuur\b",
            r"\bdeclaraties\b", r"\bwanbetaling\b",
        ),
        "before": (
            r"\bop te schorten\b", r"\balvorens\b", r"\beerst\b", r"\bvoordat\b", r"\btotdat\b",
            r"\btot(?: het)? moment\b", r"\bopschort\w*", r"\bretentierecht\b", r"\bpas nadat\b", r"\bzolang\b",
            r"\b(?:tot(?:dat)?|zodra|nadat) (?:\w+ ){0,5}(?:betaald|voldaan|ontvangen)\b", r"\bpas … (?:als|wanneer|zodra|na)\b",
            r"\bachterhouden\b",
        ),
        "data": (r"\b\w+gegevens\b", r"\b(?:persoons)?gegevens\b", r"\bdata\b", r"\bbestanden\b"),
        "processes": (
            r"\bbewerk\w*",r"\bverwerk\w*", r"\bhandelingen\b"),
        "costs": (
            r"\b(?:be)?reken(?:t|en) (?:\w+ ){0,3}niets\b",
            r"\b\w*kosten\b", r"\b(?:dat|dit) kost\b", r"\b(?:betaalt|draagt) de (?:uren|tijd)\b", r"\bvergoed\w*",
            r"\bin rekening\b", r"\b\w*tarie\w+", r"\bkosteloos\b", r"\bkost €", r"\bkost\b",
            r"\b(?:be)?rekent? (?:\w+ ){0,3}niets\b", r"\bvraagt (?:\w+ ){0,3}niets\b",
        ),
        "support": (
            r"\b(?:extra |aanvullende )?werkzaamheden\b", r"\bondersteuning\b", r"\bmedewerking\b", r"\bbijstand\b",
            r"\bdienstverlening\b",
        ),
    }
)  # fmt: skip
