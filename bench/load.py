"""Clients in processes of their own, with kept-alive connections of the standard library, so that they cost little."""

import http.client
import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from multiprocessing import get_context
from urllib.parse import urlencode

HEADER = "X-Statements"
PROCESSES = 4
PATIENCE_SECONDS = 30
FORM = r"<form[^>]*\baction=\"((?:[^\"]*/)?%s)\"[^>]*>(.*?)</form>"
INPUT = re.compile(r"<input[^>]*\bname=\"([^\"]+)\"[^>]*\bvalue=\"([^\"]*)\"")


@dataclass(frozen=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    body: bytes
    seconds: float
    headers: dict[str, str]


@dataclass
class Client:
    """A browser: one connection, one cookie."""

    port: int
    cookie: str = ""
    connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    def get(self, path: str, **headers: str) -> Answer:
        """The page at this path."""
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """The answer to a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urlencode(fields).encode(), kind)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        sent = headers | ({"Cookie": f"lotse={self.cookie}"} if self.cookie else {})
        began = time.perf_counter()
        try:
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            content = response.read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            return Answer(599, b"", time.perf_counter() - began, {})
        seconds = time.perf_counter() - began
        for line in response.headers.get_all("Set-Cookie", []):
            if line.startswith("lotse="):
                self.cookie = line[len("lotse=") :].partition(";")[0]
        return Answer(
            response.status, content, seconds, {name.lower(): value for name, value in response.headers.items()}
        )


@dataclass(frozen=True)
class Signup:
    """One person's way to a seat: the page, the booking, the page that confirms it."""

    person_id: int
    booked_at: float
    statuses: tuple[int, ...]

    @property
    def is_error(self) -> bool:
        """Whether the person saw an error page, or no way to book."""
        return len(self.statuses) < 3 or max(self.statuses) >= 400


class Crowd:
    """A few processes that wait for something to ask."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pool = ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"))
        list(self.pool.map(abs, range(PROCESSES * 4)))

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown()

    def read(
        self, path: str, cookies: list[str], *, clients: int, times: int, seconds: float
    ) -> list[tuple[int, float]]:
        """Ask for a page, about so many times in all, by so many clients; (status, seconds) of each answer."""
        dealt = [cookies[number % len(cookies)] for number in range(clients)]
        shares = [dealt[process::PROCESSES] for process in range(PROCESSES)]
        jobs = [
            self.pool.submit(_read, self.port, path, share, max(1, times // clients), seconds)
            for share in shares
            if share
        ]
        return [answer for job in jobs for answer in job.result()]

    def sign_up(self, path: str, people: list[tuple[int, str]], *, clients: int) -> list[Signup]:
        """Let the people book what is on this page, so many at once."""
        used = min(PROCESSES, clients)
        jobs = [
            self.pool.submit(_sign_up, self.port, path, people[process::used], len(range(process, clients, used)))
            for process in range(used)
        ]
        return [signup for job in jobs for signup in job.result()]


def form_to(page: str, ending: str) -> tuple[str, dict[str, str]] | None:
    """Where the page's form leads whose path ends so, and its hidden values."""
    form = re.search(FORM % ending, page, re.DOTALL)
    if form is None:
        return None
    return unescape(form[1]), {name: unescape(value) for name, value in INPUT.findall(form[2])}


def _read(port: int, path: str, cookies: list[str], times: int, seconds: float) -> list[tuple[int, float]]:
    """In a process of the crowd: one thread for each cookie."""
    answers: list[tuple[int, float]] = []
    until = time.monotonic() + seconds

    def ask(cookie: str) -> None:
        client = Client(port, cookie)
        for _ in range(times):
            answer = client.get(path)
            answers.append((answer.status, answer.seconds))
            if time.monotonic() > until:
                break
        client.connection.close()

    _at_once([partial(ask, cookie) for cookie in cookies])
    return answers


def _sign_up(port: int, path: str, people: list[tuple[int, str]], at_once: int) -> list[Signup]:
    """In a process of the crowd: so many threads, each lets the next person book until nobody is left."""
    waiting, done = list(reversed(people)), list[Signup]()

    def work() -> None:
        client = Client(port)
        while waiting:
            try:
                person_id, client.cookie = waiting.pop()
            except IndexError:
                break
            done.append(_one_sign_up(client, path, person_id))
        client.connection.close()

    _at_once([work] * at_once)
    return done


def _one_sign_up(client: Client, path: str, person_id: int) -> Signup:
    page = client.get(path)
    form = form_to(page.body.decode(), "bookings?")
    if page.status != 200 or form is None:
        return Signup(person_id, time.monotonic(), (page.status,))
    booked = client.post(*form)
    booked_at = time.monotonic()
    after = client.get(booked.headers.get("location", path))
    return Signup(person_id, booked_at, (page.status, booked.status, after.status))


def _at_once(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
