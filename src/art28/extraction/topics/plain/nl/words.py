"""What Dutch turns on more than one topic name, each said once."""

OPENS = r"^[\W\d]*(?:\w[.)] )?"
SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process)|derden|anderen|andere (?:bedrijven|organisaties)|onderaannem|help|hulp|leverancier|schakel"
PRESENT = (
    r"(?:deze|dit|de) (?:(?:verwerkers)?overeenkomst|addendum|bijlage|vwo|(?:verwerkers)?afspraken|voorwaarden|tekst)"
)
MAIN = r"(?:(?:hoofd|dienstverlenings|licentie|raam|koop)?overeenkomst|\w*voorwaarden|abonnement|opdracht|offerte)"
ANOTHER = r"(?:bedrijf|partij|leverancier|onderaannemer|hulpbedrijf|dienstverlener|SUBPROCESSOR)"
OTHERS = r"SUBPROCESSOR|\b(?:derden?|ander(?:e|en) (?:bedrij\w+|organisaties?|partij\w*|leveranciers?)|ingeschakelde \w+|onderaannemers?)\b"
