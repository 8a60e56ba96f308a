"""What a process of the server has loaded before anybody asks for a page."""

import os
import subprocess
import sys
from pathlib import Path

_TELLS = (
    "import sys, art28.web.wsgi; from art28.web.portfolio import letters; "
    "print('art28.web.portfolio.views' in sys.modules, letters.layout.cache_info().currsize)"
)


def test_views_and_packs_are_loaded_before_the_first_request(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TELLS],
        env={**os.environ, "ART28_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "1"]
