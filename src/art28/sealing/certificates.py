"""Certificates in a file -> each of them."""

from asn1crypto import pem, x509


def certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in a PEM or DER file; raises ValueError for anything else."""
    if not pem.detect(data):
        return (x509.Certificate.load(data),)
    return tuple(x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True))
