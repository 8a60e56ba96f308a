"""A Word document of the organisation's own, taken in as a template, its blanks settled."""

import io
from collections.abc import Iterator

from art28.web.agreements.models import Direction
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.house import actions, queries
from art28.web.house.kept import blanks_in, taken_in

_NAME = "Huismodel verwerkersovereenkomst"
_PROVIDER = "Dijkvaart Groep B.V."
_TEXT = (
    "De ondergetekenden:",
    "1. [naam opdrachtgever], gevestigd te [plaats], hierna te noemen: de Verwerkingsverantwoordelijke;",
    f"2. {_PROVIDER}, gevestigd te Zwolle, hierna te noemen: de Verwerker;",
    "komen het volgende overeen.",
    "Artikel 1. Onderwerp",
    "1.1 De Verwerker verwerkt persoonsgegevens voor de diensten die in bijlage 1 staan, en alleen op schriftelijke "
    "instructie van de Verwerkingsverantwoordelijke.",
    "Artikel 2. Geheimhouding en beveiliging",
    "2.1 Wie onder gezag van de Verwerker toegang heeft tot persoonsgegevens, is tot geheimhouding verplicht.",
    "2.2 De Verwerker neemt de maatregelen die in bijlage 2 staan.",
    "Artikel 3. Inbreuken",
    "3.1 De Verwerker meldt een inbreuk in verband met persoonsgegevens binnen [aantal] uur nadat hij haar heeft ontdekt, "
    "aan [e-mailadres voor meldingen].",
    "Artikel 4. Subverwerkers",
    "4.1 De Verwerker schakelt subverwerkers in en kondigt een wijziging ten minste [aantal] dagen van tevoren aan.",
    "Artikel 5. Einde",
    "5.1 De Verwerker wist na het einde alle persoonsgegevens binnen [aantal] dagen en verklaart dat schriftelijk.",
    "Getekend te ………………… op …………………",
)


def stories(world: World) -> Iterator[Story]:
    """The one there is."""
    yield _taken_in(world)


def _taken_in(world: World) -> Story:
    at = yield world.ago(310, "14:05")
    data = _document()
    name = f"{_NAME}.docx"
    file = actions.File(name, data, *taken_in(data, name=name))
    template = actions.take_in(
        world.organisation, file, name=_NAME, language="nl", direction=Direction.PROCESSOR, **world.did(at)
    )
    at = yield world.ago(309, "09:30")
    version = queries.version(template)
    if version is not None:
        actions.settle(version, blanks_in(version), **world.did(at))


def _document() -> bytes:
    # Imported late: it takes longer than all else that a command needs before it says something.
    from docx import Document

    document = Document()
    document.add_heading("Verwerkersovereenkomst", 0)
    for line in _TEXT:
        if line.startswith("Artikel "):
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
