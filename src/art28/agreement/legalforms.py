"""The legal forms by which a company's name ends."""

LEGAL_FORM = (
    r"(?:B\.? ?V\.?|N\.? ?V\.?|V\.?O\.?F\.?|v\.?o\.?f\b\.?|C\.V\.|U\.A\.|g?GmbH(?: & Co\.? KG(?:aA)?)?|AG|SE|"
    r"UG(?: \(haftungsbeschränkt\))?|OHG|KGaA|KG|e\. ?V\.|e\. ?K\.|eG|GbR|PartGmbB|SASU?|EURL|"
    r"S\.?A\.?R?\.?L?\.?|SRL|"
    r"S\. ?à\.? ?r\. ?l\.?|Sàrl|S\.L\.(?:U\.)?|e\.U\.|K\.K\.|vzw|SPRL|BVBA|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|"
    r"Inc\.?|Corp(?:oration|\.)?|PBC|PLC|plc|Oy|AB|ApS|A/S|"
    r"s\. ?r\. ?o\.|d\. ?o\. ?o\.|[Ss]p\. ?z ?o\. ?o\.|S\.p\.A\.|S\.r\.l\.|OÜ|Lda\.?|Kft\.?)"
)
