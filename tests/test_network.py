"""What keeps the tests on their own machine. Nothing here would send a packet if it failed to."""

import os
import socket
import subprocess
import sys

import pytest

from tests.network import MAIL_PORTS, Forbidden

ELSEWHERE = "192.0.2.1"
A_NAME = "mail.stadt.example"
CONNECT = "import socket, sys; socket.socket(type=socket.SOCK_DGRAM).connect((sys.argv[1], int(sys.argv[2])))"


@pytest.fixture
def datagrams():
    """A socket that sends nothing where it connects."""
    with socket.socket(type=socket.SOCK_DGRAM) as opened:
        yield opened


def test_no_test_connects_to_another_machine(datagrams):
    for connect in (datagrams.connect, datagrams.connect_ex):
        with pytest.raises(Forbidden, match=r"stay on this machine: '192\.0\.2\.1'"):
            connect((ELSEWHERE, 80))


def test_no_test_sends_to_another_machine_without_a_connection(datagrams):
    with pytest.raises(Forbidden, match="stay on this machine"):
        datagrams.sendto(b"", (ELSEWHERE, 80))
    with pytest.raises(Forbidden, match="stay on this machine"):
        datagrams.sendmsg([b""], [], 0, (ELSEWHERE, 80))


@pytest.mark.parametrize("host", ["0.0.0.0", "", "::"])
def test_no_test_listens_to_other_machines(host):
    with (
        socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as opened,
        pytest.raises(Forbidden, match="stay on this machine"),
    ):
        opened.bind((host, 0))


def test_no_test_asks_where_another_machine_is():
    with pytest.raises(Forbidden, match="stay on this machine: 'mail"):
        socket.getaddrinfo(A_NAME, 80, flags=socket.AI_NUMERICHOST)


@pytest.mark.parametrize("port", MAIL_PORTS)
def test_no_test_reaches_a_mail_server_even_on_its_own_machine(datagrams, port):
    with pytest.raises(Forbidden, match=f"send no mail: port {port}"):
        datagrams.connect(("127.0.0.1", port))


def test_on_its_own_machine_a_test_reaches_what_it_started():
    for host in ("127.0.0.1", "localhost"):
        with socket.create_server((host, 0)) as server, socket.create_connection(server.getsockname()) as connection:
            assert connection.getpeername() == server.getsockname()


@pytest.mark.parametrize("where", [(ELSEWHERE, "80"), ("127.0.0.1", "25")])
def test_what_a_test_starts_is_kept_on_the_machine_too_and_only_by_this(where):
    guarded = connect_in_a_process(where, os.environ)
    free = connect_in_a_process(where, {name: value for name, value in os.environ.items() if name != "PYTHONPATH"})

    assert "Forbidden: tests s" in guarded.stderr
    assert "Forbidden" not in free.stderr


def connect_in_a_process(where, environment):
    return subprocess.run([sys.executable, "-c", CONNECT, *where], env=environment, capture_output=True, text=True)


def test_whoever_runs_the_tests_lends_them_no_mail_server():
    assert [name for name in os.environ if name.startswith("LOTSE_")] == []
