"""flask serve with real processes: one signal stops web and jobs, and nothing stays behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psutil
import pytest
from sqlalchemy import create_engine

import config
from app.engine import engine_options
from app.schema import metadata

SECONDS = 20


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, command: list[str]) -> subprocess.Popen[str]:
    url = f"sqlite:///{folder}/lotse.db"
    engine = create_engine(**engine_options(url))
    metadata.create_all(engine)
    engine.dispose()
    return subprocess.Popen(
        command,
        cwd=config.ROOT,
        env=os.environ | {"LOTSE_ENV": "development", "LOTSE_DEMO": "1", "LOTSE_DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def serving(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    process = start(tmp_path, [sys.executable, "-m", "flask", "serve", "--port", str(port)])
    yield process
    for left in [process, *descendants(process)]:
        left.kill()
    process.communicate()


def descendants(process: subprocess.Popen[str]) -> list[psutil.Process]:
    try:
        return psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def read_until(process: subprocess.Popen[str], words: str) -> str:
    said = ""
    deadline = time.monotonic() + SECONDS
    assert process.stdout
    while words not in said and time.monotonic() < deadline:
        line = process.stdout.readline()
        assert line, f"ended after: {said}"
        said += line
    return said


def is_answering(port: int) -> bool:
    with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
        return bool(answer.status == 200)


def status_for_host(port: int, forwarded: str) -> int:
    request = Request(f"http://127.0.0.1:{port}/healthz", headers={"X-Forwarded-Host": forwarded})
    try:
        with urlopen(request, timeout=5) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize(("hops", "status"), [("0", 200), ("1", 400)])
def test_what_a_proxy_in_front_says_counts_where_one_is_set_and_only_there(monkeypatch, request, hops, status):
    monkeypatch.setenv("LOTSE_PROXY_HOPS", hops)
    port = request.getfixturevalue("port")
    read_until(request.getfixturevalue("serving"), "104711")

    assert status_for_host(port, "localhost") == 200
    assert status_for_host(port, "elsewhere.example") == status


@pytest.mark.parametrize("number", [pytest.param(signal.SIGINT, marks=pytest.mark.deep), signal.SIGTERM])
def test_one_signal_stops_web_and_jobs(serving, port, number):
    said = read_until(serving, "104711")
    started = descendants(serving)

    assert f"http://127.0.0.1:{port}" in said
    assert is_answering(port)
    assert len(started) == 2

    serving.send_signal(number)
    rest, _ = serving.communicate(timeout=SECONDS)

    assert serving.returncode == 0
    assert "Lotse stops." in rest
    assert "Traceback" not in rest
    assert [process for process in started if process.is_running()] == []


def test_ctrl_c_reaches_all_processes_of_the_terminal_and_stops_them_once(serving, port):
    read_until(serving, "104711")
    started = descendants(serving)

    os.killpg(serving.pid, signal.SIGINT)
    rest, _ = serving.communicate(timeout=SECONDS)

    assert (serving.returncode, "Traceback" in rest) == (0, False)
    assert [process for process in started if process.is_running()] == []


def test_a_signal_counts_even_where_the_shell_lets_background_processes_ignore_it(tmp_path, port):
    command = [sys.executable, "-m", "flask", "serve", "--port", str(port)]
    process = start(tmp_path, ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *command])
    read_until(process, "104711")

    process.send_signal(signal.SIGINT)

    process.communicate(timeout=SECONDS)
    assert process.returncode == 0


def test_nothing_stays_behind_where_the_first_process_is_killed(serving, port):
    read_until(serving, "104711")
    started = descendants(serving)

    serving.kill()

    gone, alive = psutil.wait_procs(started, timeout=SECONDS)
    assert (len(gone), alive) == (2, [])


def test_the_end_of_one_process_ends_the_other_and_is_said(serving, port):
    read_until(serving, "104711")
    web, jobs = descendants(serving)

    jobs.kill()
    rest, _ = serving.communicate(timeout=SECONDS)

    assert serving.returncode == 1
    assert "The jobs ended; the reason stands above." in rest
    assert not web.is_running()


def test_a_taken_port_is_named(port):
    with socket.create_server(("127.0.0.1", port)):
        second = subprocess.run(
            [sys.executable, "-m", "flask", "serve", "--port", str(port)],
            cwd=config.ROOT,
            env=os.environ | {"LOTSE_ENV": "development"},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )

    sentence = f"Error: Port {port} is in use. Choose another one, for example: PORT={port + 1} make run\n"
    assert (second.returncode, second.stderr) == (1, sentence)
