"""`art28 serve`: serves the web application."""

import argparse
import errno
import os
import socket
import subprocess
import sys

from art28.cli.application import ready, require_tables
from art28.cli.errors import UsageError

_PORT = 8028
_HIGHEST_PORT = 65535


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "serve",
        help="serve the web application",
        description=(
            "Serves the web application until SIGTERM or SIGINT. Files are read and notices sent by `art28 worker`; "
            "--worker starts one beside the server."
        ),
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=_PORT, help="port to listen on (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes (default: %(default)s)")
    parser.add_argument("--worker", action="store_true", help="also start a worker for what runs in the background")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the database, collect the static files, serve."""
    if not 0 < options.port <= _HIGHEST_PORT or options.workers < 1:
        raise UsageError(f"--port is 1 to {_HIGHEST_PORT} and --workers at least 1")
    address = _address(options.host)
    _try(address, options.port)
    os.environ["ART28_STATIC_COLLECTED"] = "1"
    ready()
    from django.core.management import call_command
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    require_tables()
    call_command("collectstatic", interactive=False, verbosity=0)
    server = Granian(
        "art28.web.wsgi:application",
        address=address,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        # A request holds its thread and its database connection until it is answered.
        blocking_threads=1,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    beside = subprocess.Popen([sys.executable, "-m", "art28.cli.main", "worker"]) if options.worker else None
    print(f"art28 is on http://{options.host}:{options.port}  (stop with Ctrl-C)", flush=True)
    if options.host == "127.0.0.1":
        print(
            f"Passkeys belong to a name, not to an address: for those, use http://localhost:{options.port}", flush=True
        )
    try:
        server.serve()
    finally:
        if beside is not None:
            beside.terminate()
            beside.wait()
    return 0


def _address(host: str) -> str:
    """The address to listen on that `host` stands for; a name may stand for several, the first is taken."""
    try:
        return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])
    except OSError as error:
        raise UsageError(f"--host {host}: no address of this machine is known by that name") from error


def _try(address: str, port: int) -> None:
    """Raise UsageError where nothing can listen there; the server itself would share a port with whoever has it."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        # What a server that was just stopped leaves behind isn't in the way.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except OSError as error:
            why = "another program listens there" if error.errno == errno.EADDRINUSE else str(error.strerror)
            raise UsageError(
                f"nothing can listen on {address} at port {port}: {why}; stop it, or choose another with --port"
            ) from error
