"""Certificates in a file, or in the files of a folder -> each of them."""

from pathlib import Path

from asn1crypto import pem, x509


def certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in a PEM or DER file; raises ValueError for anything else."""
    if not pem.detect(data):
        return (x509.Certificate.load(data),)
    return tuple(x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True))


def kept(folder: Path) -> tuple[x509.Certificate, ...]:
    """The certificates in the PEM files of a folder; raises OSError and ValueError as reading one does."""
    return tuple(one for path in sorted(folder.glob("*.pem")) for one in certificates(path.read_bytes()))
