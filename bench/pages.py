"""What a page costs: statements and bytes in a counted run, CPU and times in runs that count nothing."""

import gzip
import re
import statistics
from dataclasses import asdict, dataclass
from urllib.parse import urljoin

from bench.journey import FLOOR
from bench.load import HEADER, Client, Crowd
from bench.people import Somebody
from bench.server import Web

ASSET = re.compile(r"(?:href|src)=\"(/assets/[^\"#]+)")
IN_STYLE = re.compile(r"url\(\"([^\"]+)\"\)")
WARM_UP = 24


@dataclass(frozen=True)
class Effort:
    """How often a page is asked for, in how many rounds; the cheapest round counts, since others share the machine."""

    requests: int = 200
    rounds: int = 3
    seconds: float = 6.0


@dataclass(frozen=True)
class Counted:
    """What the counted run saw of a page."""

    status: int
    statements: int
    html_bytes: int
    zipped_bytes: int


@dataclass(frozen=True)
class Timed:
    """What the timed runs saw of a page, in milliseconds."""

    web_cpu: float
    postgresql_cpu: float
    times_floor: float
    median_1: float
    p95_1: float
    median_8: float
    p95_8: float
    per_second: float
    errors: int

    def as_dict(self) -> dict[str, float]:
        return {name: round(value, 3) for name, value in asdict(self).items()}


def count(web: Web, path: str, who: Somebody) -> Counted:
    """Ask twice and count the second answer: the first may fill caches."""
    client = Client(web.port, who.cookie)
    client.get(path)
    answer = client.get(path)
    statements = int(answer.headers.get(HEADER.lower(), -1))
    return Counted(answer.status, statements, len(answer.body), len(gzip.compress(answer.body, 6)))


def first_visit_bytes(web: Web) -> int:
    """What a browser is sent for the sign-in page's style sheets, scripts, pictures and fonts."""
    client = Client(web.port)
    page = client.get("/sign-in").body.decode()
    sent: dict[str, int] = {}
    waiting = sorted(set(ASSET.findall(page)))
    while waiting:
        path = waiting.pop()
        if path in sent:
            continue
        answer = client.get(path, **{"Accept-Encoding": "gzip"})
        sent[path] = len(answer.body)
        if path.endswith(".css"):
            packed = answer.headers.get("content-encoding") == "gzip"
            style = (gzip.decompress(answer.body) if packed else answer.body).decode()
            waiting.extend(urljoin(path, found) for found in IN_STYLE.findall(style) if not found.startswith("data:"))
    return sum(sent.values())


def time(web: Web, crowd: Crowd, path: str, who: Somebody, effort: Effort) -> Timed:
    """Ask by one client and by eight; each round asks for the floor page too, since machines change their pace.

    CPU is that of the cheapest round of one client; how many times the floor is the median of the rounds' own ratios.
    """
    crowd.read(path, [who.cookie], clients=8, times=WARM_UP, seconds=effort.seconds)
    alone: list[tuple[int, float]] = []
    costs: list[tuple[float, float]] = []
    ratios: list[float] = []
    for _ in range(effort.rounds):
        floor, _postgresql, _answers = _round(web, crowd, FLOOR.shape, "", effort)
        cost, postgresql, answers = _round(web, crowd, path, who.cookie, effort)
        costs.append((cost, postgresql))
        ratios.append(cost / floor)
        alone.extend(answers)
    together = crowd.read(path, [who.cookie], clients=8, times=effort.requests, seconds=effort.seconds)
    return Timed(
        *min(costs),
        statistics.median(ratios),
        *_times(alone),
        *_times(together),
        per_second=8 * len(together) / sum(seconds for _, seconds in together),
        errors=sum(status >= 400 for status, _ in alone + together),
    )


def _round(
    web: Web, crowd: Crowd, path: str, cookie: str, effort: Effort
) -> tuple[float, float, list[tuple[int, float]]]:
    """CPU of the web processes and of PostgreSQL for one answer to one client, and the answers."""
    before = web.cpu()
    times, seconds = effort.requests // effort.rounds, effort.seconds / effort.rounds
    answers = crowd.read(path, [cookie], clients=1, times=times, seconds=seconds)
    used = web.cpu() - before
    return used.web / len(answers), used.postgresql / len(answers), answers


def _times(answers: list[tuple[int, float]]) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    seconds = sorted(seconds for _, seconds in answers)
    return statistics.median(seconds) * 1000, seconds[int(len(seconds) * 0.95)] * 1000
