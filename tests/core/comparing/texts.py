"""Two agreements to hold against each other, and what they are read as."""

from art28.agreement.model import Agreement
from art28.extraction.extract import extract
from art28.reading.limits import Limits
from art28.reading.read import read_document

OLD = """Verwerkersovereenkomst

Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. (hierna: Verwerker) komen overeen:

Artikel 1. Inbreuken

1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.

1.2 Verwerker verwerkt de persoonsgegevens niet buiten de Europese Economische Ruimte.

Artikel 2. Controle

2.1 Verwerkingsverantwoordelijke mag de naleving van deze overeenkomst eenmaal per jaar laten controleren door een deskundige.

2.2 De kosten van de controle zijn voor rekening van Verwerker.

Artikel 3. Slot

3.1 Op deze Verwerkersovereenkomst is Nederlands recht van toepassing.
"""
NEW = (
    OLD.replace("24 uur", "48 uur")
    .replace("rekening van Verwerker.", "rekening van Verwerkingsverantwoordelijke.")
    .replace("1.2 Verwerker verwerkt de persoonsgegevens niet buiten de Europese Economische Ruimte.\n\n", "")
    + "\n3.2 Geschillen worden voorgelegd aan de rechtbank Midden-Nederland.\n"
)
ENGLISH = """Data Processing Agreement

Kade Noord B.V. (hereinafter: Controller) and Rekenhuis Zuid B.V. (hereinafter: Processor) agree as follows:

1. Breaches

1.1 The Processor shall notify the Controller of a personal data breach within 72 hours after discovery.

1.2 This agreement is governed by the laws of the Netherlands.
"""


def agreement(text: str, name: str = "overeenkomst.txt") -> Agreement:
    """The agreement in a text."""
    return extract(read_document(text.encode(), name=name, limits=Limits()))
