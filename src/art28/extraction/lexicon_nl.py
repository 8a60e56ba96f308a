"""Dutch words for the concepts that cues are written in; lower case, the parties' roles in capitals."""

from collections.abc import Mapping
from types import MappingProxyType

DUTCH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "inform": (
            r"\bkrijgt … \b(?:e-?mail|bericht)\b", r"\bhoort? (?:\w+ )?CONTROLLER\b", r"\bCONTROLLER (?:krijgt?|hoort?|verneemt)\b", r"\bschriftelijk aan CONTROLLER\b", r"\bbericht\b", r"\bvertel\w*", r"\bzegt … \btegen\b", r"\blaat … \bweten\b", r"\blaten (?:… )?\bweten\b", r"\b(?:belt|mailt|bellen|mailen)\b", r"\bgeeft … \bwaarschuwing\b",
            r"\bkondigt … \baan\b", r"\bdeelt … \bmede\b", r"\bgeeft … \bbericht\b", r"\b(?:ge)?informe\w*",
            r"\b(?:ge)?meld(?:t|en|t|ing|ingen)?\b", r"\bin kennis\b",
            r"\bop de hoogte (?:te )?(?:stel|breng|hou|gebr|gest)\w*",
            r"\b(?:stelt|stellen|brengt|brengen|houdt) … op de hoogte\b", r"\binlicht\w*", r"\bingelicht\b",
            r"\blicht … \bin\b", r"\bmede(?:gedeeld|delen|deling)\b", r"\bdeelt … \bmee\b", r"\bkenbaar\b",
            r"\bbericht(?:en|t)\b", r"\bwaarschuwt?\b", r"\bkennisgeving\b", r"\bverwittig\w*",
            r"\baan(?:ge)?kondig\w*",
        ),
        "assist": (
            r"\bdenkt … \bmee\b", r"\bstelt … \bin staat\b", r"\bbijsta(?:nd|at|an)\b", r"\bstaat … \bbij\b",
            r"\b(?:mede|samen)werk\w*", r"\bmee ?(?:te )?werk\w*", r"\bwerkt … \bmee\b", r"\bondersteun\w*",
            r"\bhelp(?:en|t)?\b", r"\bhulp\b", r"\bassiste\w*", r"\bbehulpzaam\b",
        ),
        "instruction": (
            r"\binstructies?\b", r"\bin opdracht van\b", r"\bopdracht(?:en)? van CONTROLLER\b",
            r"\baanwijzing(?:en)?\b",
        ),
        "an_instruction": (r"\binstructies?\b", r"\bopdracht(?:en)?\b", r"\baanwijzing(?:en)?\b"),
        "only": (
            r"\buitsluitend\b", r"\balleen\b", r"\bslechts\b", r"\benkel\b", r"\blouter\b", r"\bniet anders\b",
            r"\bnimmer anders\b",
        ),
        "unless": (
            r"\btenzij\b", r"\bbehoudens\b", r"\bbehalve\b", r"\banders als\b", r"\bmet uitzondering\b",
            r"\bbuiten de instructies\b",
        ),
        "law_demands": (
            r"\b(?:unierecht|recht|wet\w*) … \bdwingt?\b", r"\bverplicht (?:unierecht|\w+ recht|de wet)\b",
            r"\b(?:krachtens|op grond van) (?:\S+ ){0,3}(?:de wet|wettelijk voorschrift|"
            r"\w*wetgeving|\w*recht)\b",
            r"\b(?:de|een) wet (?:\S+ ){0,3}(?:eist|verlangt|verplicht|voorschrijft|dwingt)\b",
            r"\bwettelijk(?:e)? (?:plicht|verplicht\w*|vereist\w*|gehouden|voorschrift\w*|verhinder\w*)",
            r"\b(?:unierecht\w*|lidstat\w+|lidstaatrecht\w*|wet|wetgeving|regelgeving|"
            r"recht) … (?:verplicht\w*|vereis\w*|gehouden|noopt|voorschrijf\w*)",
            r"\b(?:verplicht\w*|vereist|gehouden|noodzakelijk) … (?:op grond van|krachtens|"
            r"ingevolge|volgens|bij|door) … (?:unierecht\w*|lidstat\w+|lidstaat\w*|wet\w*|"
            r"recht)\b",
            r"\b(?:dwingend(?:e|rechtelijk)?) … (?:wet\w*|recht|voorschrift\w*|bepaling\w*)",
            r"\bwettelijke bepaling\w* … (?:verplicht|vereis)\w*", r"\bafwijkende wettelijke\b",
            r"\bwettelijk vereist\b",
        ),
        "infringes": (
            r"\bniet verenigbaar\b", r"\binbreuk (?:maakt|oplever\w*|vorm\w*|op)\b",
            r"\binbreuk op de (?:avg|privacy|wet)\b", r"\bin strijd\b", r"\bstrijdig\b", r"\bschend\w*",
            r"\bonrechtmatig\b", r"\binbreuk\b",
        ),
        "secrecy": (
            r"\bvoor zich (?:te )?houd\w*", r"\bhoud\w* … \bvoor zich\b", r"\bgeheim\w*", r"\bvertrouwelijk\w*",
            r"\bzwijgplicht\b",
        ),
        "staff": (
            r"\bpersone(?:n|el)\b", r"\bperso\(o\)n\(en\)", r"\bmedewerk(?:er|ster)s?\b", r"\bwerknemers?\b",
            r"\bpersoneelsleden\b", r"\bdegenen\b", r"\biedereen\b", r"\beenieder\b", r"\binhuurkrachten\b", r"\bfreelancers?\b",
            r"\bingehuurd\w*", r"\barbeids\S{0,4}(?:overeenkomst|contract)\w*",
        ),
        "bound": (
            r"\bbeding\w*", r"\bbetracht\w*", r"\btoegezegd\b", r"\bgebonden\b", r"\bverplicht(?:en|ing|ingen)?\b",
            r"\bverbonden\b", r"\bverbinden\b", r"\boplegg\w*", r"\bopgelegd\b", r"\blegt\b", r"\bgehouden\b",
            r"\bonderworpen\b", r"\bhouden aan\b", r"\bverklaring\w*",
            r"\bgeheimhoudings(?:beding|verplichting|plicht|overeenkomst)\w*", r"\bgelden ook\b", r"\btekenen\b",
        ),
        "conduct_certificate": (r"\bvog\b", r"\bverklaring(?:en)? omtrent (?:het )?gedrag\b"),
        "measures": (r"\bmaatregel\b", r"\b\w*maatregel(?:en)?\b", r"\bbeveiliging\w*"),
        "security_object": (
            r"\b\w*maatregelen\b", r"\bbeveiliging\b",
            r"\bbeveiligings(?:audit|beleid|proced|test|niveau|review)\w*", r"\bveiligheid\w*",
            r"\bdoeltreffendheid\b", r"\beffectiviteit\b", r"\bsecurity(?! hea)\b", r"\bpenetratie\w*",
            r"\bpen-?tests?\b", r"\bkwetsbaarhe\w+",
        ),
        "review": (
            r"\b(?:ge)?[eë]valu\w*", r"\b(?:her)?beoordel\w*", r"\bbeoordeeld\b", r"\b(?:ge)?test(?:en|t)?\b",
            r"\b(?:ge)?toets(?:en|t|ing)?\b", r"\breviews?\b", r"\b\w*audit\w*", r"\bherzien\b",
            r"\bcontrole(?:ert|ren|s)?\b", r"\bpen-?test\w*", r"\bpenetratietest\w*",
        ),
        "regularly": (
            r"\bperiodieke?\b", r"\bregelmatige?\b", r"\bjaarlijkse?\b", r"\bhalfjaarlijkse?\b",
            r"\btweejaarlijkse?\b", r"\b(?:driemaandelijkse?|kwartaal\w*|maandelijkse?)\b", r"\bop gezette tijden\b",
            r"\b(?:elk|ieder) (?:kwartaal|jaar|half ?jaar)\b",
            r"\b(?:één|een|1|twee|2)(?:maal| keer| maal)? per (?:kalender)?jaar\b", r"\bten minste jaarlijks\b",
            r"\bdoorlopend\b",
        ),
        "described": (
            r"\bgeeft … \bweer\b", r"\bstaa[nt]\b", r"\bbevat\b", r"\b(?:be|om)schr(?:even|ijving)\w*",
            r"\bopgenomen\b", r"\b(?:ge)?specifi\w*", r"\boverzicht\b", r"\bvermeld\b", r"\bneergelegd\b",
            r"\bvastgelegd\b", r"\bopgesomd\b", r"\bvolgende\b", r"\bhieronder\b", r"\bgenoemde?\b",
            r"\buitgewerkt\b", r"\bzijn te vinden\b", r"\buiteengezet\b", r"\btreft u\b", r"\bconform\b",
        ),
        "annex": (
            r"\baanhangsel\b", r"\b\w*bijlagen?\b", r"\bannex\b", r"\bappendix\b", r"\bhieronder\b",
            r"\bin dit document\b", r"\bbeveiligingsbijlage\b",
        ),
        "may": (
            r"\bkan\b", r"\bmag\b", r"\bmogen\b", r"\bgerechtigd\b", r"\bgerechtigd om\b", r"\bbehoudt zich … (?:het )?recht\b",
            r"\bheeft het recht\b", r"\bis het … toegestaan\b", r"\bstaat het … vrij\b",
        ),
        "change": (
            r"\bvervang\w*", r"\bverander\w*", r"\b(?:ge)?wijzig\w*", r"\baan(?:te)?pass\w*", r"\baangepast\b",
            r"\baan te passen\b", r"\bvernieuw\w*", r"\bupdate\w*", r"\bherzien\b", r"\bbij te werken\b",
        ),
        "agreed": (
            r"\bingestemd\b", r"\binstemt\b", r"\bovereengekomen\b", r"\bovereenstemming\b", r"\binstemming\b",
            r"\bakkoord\b", r"\btoestemming\b", r"\bgoedkeuring\b", r"\bin overleg\b",
        ),
        "no_warranty": (
            r"\bniet garanderen\b", r"\bstaa[tn] er niet voor in\b", r"\bstaa[tn] niet in\b",
            r"\bgarande\w+ … \bniet\b", r"\bniet garande\w*", r"\bgeen (?:garantie|waarborg)\w*",
            r"\bniet (?:kan |kunnen )?instaan\b", r"\bkan niet … garande\w*", r"\bniet … gegarandeerd\b",
        ),
        "breach": (
            r"\bvoorval(?:len)?\b", r"\bdata-?lek\w*",
            r"\binbreuk(?:en)? (?:in verband met|op de beveiliging|i\.v\.m)\b",
            r"\bbeveiligings(?:incident|lek|inbreuk)\w*", r"\b\w*incident(?:en)?\b", r"\black?\b",
            r"\bbeveiliging\b[^.;]{0,40}\b(?:doorbroken|geschonden)\b", r"\blek\b",
            r"\binbreuk(?:en)?\b",
        ),
        "authority": (
            r"\bautoriteit(?: persoonsgegevens)?\b", r"\btoezichthou\w*", r"\btoezichthoudende\b", r"\bap\b",
            r"\bmeldplichten?\b", r"\bmeldplicht\(en\)", r"\bartikelen? 33\b", r"\bart\. 33\b",
        ),
        "people": (r"\bbetrokkenen?\b", r"\bbetrokkene\(n\)"),
        "discovery": (r"\bontdek\w*", r"\bkomt … \berachter\b", r"\berachter (?:komt|is gekomen)\b", r"\bop het spoor\b", r"\bvaststel\w*", r"\bvastgesteld\b"),
        "awareness": (
            r"\bkennis(?:neming|name)\b",
            r"\bkennis (?:heeft )?(?:ge(?:kregen|nomen)|krijgt|neemt|te hebben genomen)\b",
            r"\bkennis … (?:gekregen|genomen)\b", r"\bbekend (?:is )?(?:ge)?word\w*", r"\bbekend is\b",
            r"\bop de hoogte (?:is )?ge(?:raakt|komen|bracht|steld)\b", r"\bbewust\b", r"\bweet heeft\b",
        ),
        "observation": (r"\bwaarne?em\w*", r"\bwaargenomen\b", r"\b(?:be|op)?merk(?:t|en)\b", r"\bconstater\w*", r"\bgeconstateerd\b"),
        "follow_up": (
            r"\baanvulling\b", r"\bblijft … \binformeren\b", r"\bnieuwe feiten\b", r"\bvolgt de rest\b", r"\bverslag uit\b", r"\bvult … \baan\b",
            r"\btussentijds\w*", r"\bop de hoogte (?:houden|gehouden)\b", r"\bhoudt … \bop de hoogte\b",
            r"\b(?:nadere|verdere|aanvullende|nieuwe) (?:informatie|inlichtingen|bevindingen|gegevens)\b",
            r"\bin fasen\b", r"\bgefaseerd\b", r"\bin stappen\b", r"\bontwikkelingen\b", r"\bvoortgang\w*",
            r"\bstand van zaken\b", r"\bvervolg(?:melding|rapport)\w*", r"\baan te vullen\b",
            r"\bvolledige? (?:rapport\w*|melding)\b",
        ),
        "register": (
            r"\blijst bij van\b", r"\boverzicht bij van\b", r"\bregister\b", r"\b\w+register\b", r"\bregistreer\w*",
            r"\bregistratie\b", r"\bdocumente(?:ert|ren)\b", r"\blegt … \bvast in een\b", r"\bhoudt … \b(?:lijst|overzicht) … \bbij\b", r"\blogboek\b",
            r"\boverzicht van (?:alle )?(?:datalek|inbreuk|incident)\w*",
            r"\badministratie van (?:datalek|inbreuk)\w*",
        ),
        "consults": (
            r"\boverleg met PROCESSOR\b", r"\bin overleg\w* met PROCESSOR\b", r"\boverleg\w* … met PROCESSOR\b",
            r"\bmet PROCESSOR … (?:in )?overleg\w*", r"\bmet PROCESSOR (?:te )?(?:besprek|bespreek|afstem)\w*",
            r"\bna overleg met PROCESSOR\b", r"\bPROCESSOR (?:te |vooraf te )?raadpleg\w*", r"\braadpleegt PROCESSOR\b",
            r"\bmet PROCESSOR … \b(?:besproken|afgestemd|overlegd|afstem\w*|af te stemmen|overeenstemming)\b", r"\bhoort PROCESSOR\b", r"\btoestemming van PROCESSOR\b",
            r"\b(?:stemt|bespreekt|overlegt) … \bmet PROCESSOR\b", r"\bPROCESSOR … \b(?:gelegenheid|kans)\b … \b(?:reageren|reactie|zienswijze|commentaar)\b",
            r"\b(?:voor te leggen|voorgelegd|legt … \bvoor) aan PROCESSOR\b", r"\baan PROCESSOR … \bvoor(?:ge)?leg\w*", r"\bPROCESSOR gehoord\b",
        ),
        "publicity": (
            r"\bnaar buiten\b", r"\bopenbaar\w*", r"\bpubliek\w*", r"\bpers\b", r"\bmedia\b", r"\bgeheimhouding\b",
            r"\bbekend te maken\b", r"\bderden\b", r"\bkrant\b", r"\bpersbericht\w*", r"\bnieuwsbericht\w*",
        ),
        "request": (
            r"\bverzoek(?:en)?\b", r"\bbezwaar\b", r"\bklachten?\b",
            r"\bvraagt (?:iemand|een (?:persoon|betrokkene))\b … \bgegevens te\b",
            r"\b(?:richt|wendt) (?:een |de )?betrokkene zich\b", r"\bbetrokkene zich [^.;]{0,40}\b(?:richt|wendt)\b",
        ),
        "rights": (
            r"\bvraagt (?:iemand|een (?:persoon|betrokkene))\b … \bgegevens te\b",
            r"\bverzoek(?:en)? om … (?:inzage|rectificatie|wissing)\b", r"\bverzoek … \bzijn gegevens (?:te|in)\b",
            r"\brechten van (?:de )?betrokkenen?\b",
            r"\bverzoek(?:en)? (?:van|door) (?:een |de |zijn )?betrokkene\w*", r"\bhoofdstuk iii\b",
            r"\bartikel(?:en)? 1[2-5] (?:tot en met|t/m|-) 2[23]\b", r"\bart\. 1[2-5](?: t/m | ?- ?)2[23]\b",
            r"\bprivacy ?rechten\b", r"\b(?:zijn|hun|diens)(?:/haar)? (?:wettelijke )?rechten\b",
            r"\bbetrokkene … (?:zijn|hun|diens|wettelijke) … rechten\b", r"\bverzoek … \bbetrokkene",
            r"\bbetrokkene … \bverzoek", r"\brechten … (?:uitoefen\w*|uit te oefenen)",
            r"\bverzoeken\b … (?:inzage|rectificatie|correctie)",
        ),
        "forward": (
            r"\bgeeft … \bverzoek … \bdoor\b",
            r"\bdoor(?:ge)?(?:stuur|sturen|zend|zenden|geleid|geleiden|verwez|verwij|gezonden|leiden|zonden)\w*",
            r"\bdoor te (?:stur|zend|geleid|verwijz|leid)\w*",
            r"\b(?:stuurt|sturen|zendt|zenden|leidt|geleidt) … \bdoor\b", r"\bverwijs(?:t|en)\b", r"\bverwijzen\b", r"\bdoorverwij\w*",
        ),
        "dpia": (
            r"\bgegevensbeschermings? ?effectbeoordeling\w*", r"\beffectbeoordeling\w*",
            r"\b(?:d?pia|geb)(?:'?s)?\b", r"\bprivacy impact\b", r"\bdata protection impact\b", r"\bartikel 35\b",
            r"\bart\. 35\b",
        ),
        "prior_consultation": (
            r"\bvooraf (?:te )?raadple\w+", r"\bvoorafgaande? (?:raadpleging|controle|consultatie)\w*",
            r"\braadpleging (?:van|bij) (?:de )?(?:autoriteit|toezicht|ap)\w*", r"\bartikel 36\b", r"\bart\. 36\b",
        ),
        "articles_32_36": (
            r"\bart(?:\.|ikel(?:en)?) 32 (?:tot en met|t/m|-|tot) (?:artikel )?36\b", r"\b32 ?- ?36\b",
            r"\bart(?:\.|ikel(?:en)?) 35 (?:en|of) 36\b",
        ),
        "sub": (
            r"\b(?:nieuwe|andere|elke|iedere) leveranciers?\b", r"\bleveranciers\b",
            r"\bhulpleveranciers?\b", r"\bingeschakelde PROCESSOR\b", r"\bonderleveranciers?\b", r"SUBPROCESSOR",
            r"\bderden?\b(?! land)", r"\bderde partij(?:en)?\b",
            r"\bandere (?:PROCESSOR|personen|organisaties|partijen|bedrijven)\b", r"\bhulppersonen\b",
            r"\bsub-PROCESSOR",
            r"\b(?:die|deze) (?:bedrijven|organisaties|partijen)\b", r"\bandere (?:hulpverleners|dienstverleners)\b",
        ),
        "engage": (
            r"\binzetten\b", r"\bgebruiken\b", r"\bnieuwe? (?:leverancier|partij|SUBPROCESSOR)\b", r"\binschakel\w*", r"\bingeschakeld\w*", r"\bin te schakelen\b", r"\bschakelt … \bin\b",
            r"\binhu(?:ur|ren)\w*", r"\bingehuurd\b", r"\bgebruik(?:t)?(?: te)? ?ma(?:ken|akt)\b",
            r"\bmaakt … gebruik\b", r"\buitbested\w*", r"\buit te besteden\b", r"\bbesteedt … \buit\b",
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
            r"\balgemene? (?:\w+ ){0,3}(?:toestemming|machtiging|goedkeuring)\b", r"\bgenerieke toestemming\b",
            r"\btoestemming in algemene zin\b",
            r"\bin algemene zin\b", r"\bin het algemeen (?:toe)?stem\w*", r"\balgemeen akkoord\b",
            r"\bvindt? (?:het|CONTROLLER het) goed\b", r"\bgenerieke? (?:machtiging|goedkeuring)\b",
        ),
        "specific_consent": (
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
        ),
        "consent": (r"\b\w*toestemming\b", r"\binstemming\b", r"\bgoedkeuring\b"),
        "objection": (
            r"\bbezwaar\b", r"\bbezwaren\b", r"\bverzetten\b", r"\bverzet\b",
            r"\b(?:goede|gegronde|redelijke|zwaarwegende) reden(?:en)? … \btegen\b",
            r"\btegen (?:\w+ ){0,3}(?:goede|gegronde) reden\b", r"\bniet (?:mee )?eens\b", r"\bniet akkoord\b",
            r"\bbezwaarrecht\b",
        ),
        "announce": (
            r"\bmaakt … \bbekend\b", r"\bbekend ?(?:te )?(?:maken|gemaakt)\b", r"\bmededeling\b",
            r"\baan(?:ge)?kondig\w*", r"\baan te kondigen\b", r"\b(?:ge)?publice\w*",
            r"\b(?:zet|zetten|plaatst|plaatsen|vermeldt|vermelden|staat|staan) … (?:nieuwsbrief|web\w*|pagina|portaal|site)\b",
            r"\b(?:geeft|krijgt|krijgen|ontvangt|ontvangen) … \bbericht\b", r"\bvoor te leggen\b",
            r"\blegt … \bvoor\b",
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
            r"\bnakomen\b", r"\bnaleving\b", r"\bvoldoe\w*", r"\bcommitt?e\w*", r"\bspreekt … \baf\b",
            r"\bafgesproken\b", r"\blegt … \bop\b", r"\bop te leggen\b", r"\boplegg?\w*", r"\bgeld(?:t|en)\b",
            r"\bsluit\w*", r"\bvastgelegd\b",
        ),
        "liable": (
            r"\btoegerekend\b", r"\bis PROCESSOR verantwoordelijk\b", r"\bstaat PROCESSOR … \bin\b", r"\baansprakelijk\w*", r"\bstaat … \bin voor\b",
            r"\bstaat in voor\b", r"\bverantwoordelijk\b", r"\binstaan\b",
            r"\bstaat … \bvoor … \bin\b", r"\bstaan … \bvoor … \bin\b", r"\b(?:als)?of PROCESSOR het zelf\b",
            r"\bals (?:zijn|haar|hun|de) eigen\b", r"\brekening van PROCESSOR\b",
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
            r"\bheeft (?:te allen tijde )?het recht\b", r"\brecht (?:op|om|tot)\b", r"\b(?:ge)?rechtigd\b",
            r"\bbevoegd\b", r"\bmag\b", r"\bmogen\b", r"\bkan\b", r"\bkunnen\b", r"\bin staat\b",
            r"\bin de gelegenheid\b", r"\btoegestaan\b", r"\bstaat … toe\b", r"\bmogelijk\b", r"\btoegang\b",
            r"\bmedewerking\b", r"\bwerkt … \bmee\b", r"\bmee te werken\b", r"\bonderwerpt\b",
            r"\bgedo(?:gen|ogt)\b", r"\blaat … toe\b", r"\btoe te staan\b", r"\bkomt … het recht toe\b",
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
            r"\bterbeschikkingstelling\b", r"\bdraagt … \bover\b", r"\bgeeft … \bterug\b", r"\bter beschikking\b",
            r"\bretourne\w*", r"\bteruggave\b", r"\bterug ?(?:te )?(?:ge|be|le)\w*", r"\bteruggeven\b",
            r"\boverdra(?:gen|cht|agt)\b", r"\bovergedragen\b", r"\bover te dragen\b", r"\bexport\w*",
            r"\bterugbezorg\w*", r"\boverhandig\w*", r"\bter beschikking stellen\b", r"\bterug\b", r"\bafgifte\b",
            r"\baf te geven\b", r"\bkopie van\b",
        ),
        "delete": (
            r"\bwissing\b", r"\bverwijder\w*", r"\bvernietig\w*", r"\b(?:ge)?wis(?:t|sen)\b", r"\bvernietiging\b",
            r"\bgewist\b", r"\bgegevenswissing\b", r"\bgooi\w* … \bweg\b", r"\bverdwenen\b", r"\b\w*vernietiging\w*",
        ),
        "choose": (
            r"\bde keus\b", r"\bzijn keus\b", r"\bhaar keus\b", r"\b(?:naar|op|ter) (?:de |eigen )?keuze van\b",
            r"\b(?:naar|ter) keuze\b", r"\bnaar gelang de keuze\b", r"\bkeuze van CONTROLLER\b",
            r"\bCONTROLLER … (?:kiest|te kiezen)\b", r"\bter keuze\b", r"\bkiest CONTROLLER\b",
        ),
        "on_request": (
            r"\b(?:op|na) (?:\w+ ){0,3}verzoek\b", r"\bverzoekt\b", r"\bdesgevraagd\b", r"\bwelk verzoek\b",
            r"\bverzoek\b", r"\bdaarom vraagt\b",
        ),
        "end_of_agreement": (
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
        ),
        "keep": (
            r"\bbewa(?:ar|ren|ard|art|ring)\w*", r"\bbewaar\w+", r"\b\w*opslag\b", r"\bop te slaan\b",
            r"\bopslaan\b", r"\bbehouden\b", r"\bbelet\b", r"\bnoopt\b", r"\blanger verwerk\w*",
            r"\bachterblijven\b",
        ),
        "law": (
            r"\b\w*wet(?:gev\w*|ten|telijk\w*)?\b", r"\bwettelijk\w*", r"\bunierecht\w*", r"\blidstat\w*",
            r"\blidstaat\w*", r"\brecht\b", r"\b\w*rechtelijk\w*", r"\bfisca\w+", r"\bbelasting\w*",
            r"\bvoorschrift\w*", r"\bregelgeving\b",
        ),
        "must": (
            r"\b\w*plicht\w*", r"\bmoet(?:en)?\b", r"\bvereis\w*", r"\bnoopt\b", r"\bbelet\b", r"\bvoorgeschreven\b",
            r"\bvoorschrij\w*", r"\bvoorschrift\w*", r"\btermijn\w*", r"\b\w*termijn(?:en)?\b", r"\bdient te\b",
            r"\bgehouden\b",
        ),
        "confirm": (
            r"\bbevestig\w*", r"\bverkla(?:ren|art|ring)\b", r"\bcertifica\w*", r"\bproces-verbaal\b",
            r"\bbewijs van\b", r"\b\w*verklaring(?:en)?\b", r"\bvernietigingsbewijs\b",
        ),
        "payment": (
            r"\bop te schorten\b", r"\bopenstaande\b", r"\bverschuldigd\w*", r"\bbetaling\b", r"\bbetaald\b",
            r"\bretentierecht\b", r"\bopschort\w*", r"\bfacturen\b", r"\bbetaal\w*", r"\bfactuur\b",
            r"\bdeclaraties\b", r"\bwanbetaling\b",
        ),
        "before": (
            r"\bop te schorten\b", r"\balvorens\b", r"\beerst\b", r"\bvoordat\b", r"\btotdat\b",
            r"\btot(?: het)? moment\b", r"\bopschort\w*", r"\bretentierecht\b", r"\bpas nadat\b", r"\bzolang\b",
            r"\btot(?:dat)? (?:\w+ ){0,4}(?:betaald|voldaan|ontvangen)\b", r"\bpas … (?:als|wanneer|zodra|na)\b",
            r"\bachterhouden\b",
        ),
        "data": (r"\b\w+gegevens\b", r"\b(?:persoons)?gegevens\b", r"\bdata\b", r"\bbestanden\b"),
        "processes": (r"\bverwerk\w*", r"\bhandelingen\b"),
        "costs": (
            r"\b\w*kosten\b", r"\b(?:dat|dit) kost\b", r"\b(?:betaalt|draagt) de (?:uren|tijd)\b", r"\bvergoed\w*",
            r"\bin rekening\b", r"\b\w*tarie\w+", r"\bkosteloos\b", r"\bkost €", r"\bkost\b",
            r"\brekent? (?:\w+ ){0,3}niets\b",
        ),
        "support": (
            r"\b(?:extra |aanvullende )?werkzaamheden\b", r"\bondersteuning\b", r"\bmedewerking\b", r"\bbijstand\b",
            r"\bdienstverlening\b",
        ),
    }
)  # fmt: skip
