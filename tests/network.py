"""Tests talk to their own machine only, and to no mail server but their own: whatever else they try is refused.

That goes for each process that imports this module: those of pytest, and each Python process that a test starts.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
MAIL_PORTS = (25, 465, 587)
TO_ADDRESS = ("socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg")
TO_NAME = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
THIS_MACHINE = ("localhost", socket.gethostname())
INTERNET = (socket.AF_INET, socket.AF_INET6)


class Forbidden(BaseException):
    """A test wanted to leave the machine, or to send mail. No `Exception`: nobody takes it for a line that is down."""


def pass_on() -> dict[str, str]:
    """The environment in which a Python process begins with this module."""
    path = [str(ROOT / "tests" / "startup"), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {"PYTHONPATH": os.pathsep.join(filter(None, dict.fromkeys(path)))}


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    """Called by Python before each thing that it lets auditors know of."""
    if event in TO_ADDRESS:
        connection, address = details
        if connection.family in INTERNET and address is not None:
            _check(*address[:2])
    elif event in TO_NAME:
        _check(*details[:2])


def _check(host: str | bytes | None, port: object = None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and name not in THIS_MACHINE and not _is_loopback(name):
        raise Forbidden(f"tests stay on this machine: {name!r} is not for them")
    if port in MAIL_PORTS:
        raise Forbidden(f"tests send no mail: port {port} is not for them")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_refuse)
