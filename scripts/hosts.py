"""Machines of their own on this one: network namespaces on a bridge, each of which can be cut off and joined again.

Needs root and iproute2; `missing()` says what is not there.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Sequence

_NETWORK = "198.18"  # set aside for tests (RFC 2544)


def missing() -> str:
    """Why there can be no such machines here; empty where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if shutil.which("ip") is None:
        return "no iproute2 on this machine (Debian: iproute2)"
    try:
        with Hosts(1):
            return ""
    except subprocess.CalledProcessError as error:
        return f"no network namespaces here: {error.stderr.strip()}"


class Hosts:
    """So many machines, from entering to leaving, which see this one at `address`."""

    def __init__(self, number: int) -> None:
        mark = os.getpid() % 60_000
        net = f"{_NETWORK}.{mark % 250 + 1}"
        self.address = f"{net}.1"
        self._bridge = f"a28b{mark}"
        self._names = [f"art28-{mark}-{each}" for each in range(number)]
        self._links = [f"a28v{mark}-{each}" for each in range(number)]
        self._addresses = [f"{net}.{each + 2}/24" for each in range(number)]

    def __enter__(self) -> "Hosts":
        try:
            _ip("link", "add", self._bridge, "type", "bridge")
            _ip("address", "add", f"{self.address}/24", "dev", self._bridge)
            _ip("link", "set", self._bridge, "up")
            for name, link, address in zip(self._names, self._links, self._addresses, strict=True):
                _ip("netns", "add", name)
                _ip("link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", name)
                _ip("link", "set", link, "master", self._bridge, "up")
                _ip("-n", name, "address", "add", address, "dev", "eth0")
                _ip("-n", name, "link", "set", "eth0", "up")
                _ip("-n", name, "link", "set", "lo", "up")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for name in self._names:
            with contextlib.suppress(subprocess.CalledProcessError):
                _ip("netns", "delete", name)  # its link goes with it
        with contextlib.suppress(subprocess.CalledProcessError):
            _ip("link", "delete", self._bridge)

    def on(self, which: int, command: Sequence[str]) -> list[str]:
        """`command`, run on one of the machines."""
        return ["ip", "netns", "exec", self._names[which], *command]

    def cut(self, which: int) -> None:
        """Take the plug out: nothing goes in or out, and nobody is told."""
        _ip("link", "set", self._links[which], "down")

    def join(self, which: int) -> None:
        """Put the plug back in."""
        _ip("link", "set", self._links[which], "up")


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)
