"""The catalogue's search on 5,000 courses: what each search of the tests costs, compared with the floor page."""

import statistics
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.city import City
from bench.journey import FLOOR
from bench.load import Client
from bench.people import Somebody
from bench.server import Web
from tests.courses.searches import SEARCHES

CITY = City(employees=500, courses=5_000, events=10)
TIMES = 6
FLOORS = 100
MOST_MEDIAN, MOST_WORST = 20, 50
LONGEST_ADDRESS = 1_000
TEXTS = [text for text, _ in SEARCHES if text.isprintable() and len(text) < LONGEST_ADDRESS]
"""What a browser can send in an address."""


@dataclass(frozen=True)
class Searches:
    """How many times the floor page the searches cost: the median of all, and the dearest."""

    searches: int
    floor_cpu: float
    median: float
    worst: float
    dearest: str
    errors: int


def time(web: Web, who: Somebody) -> Searches:
    """Ask each search a few times by one client; the first visit reads all courses and does not count."""
    client = Client(web.port, who.cookie)
    for _ in range(FLOORS):
        client.get("/courses")
    floor = _cpu(web, Client(web.port), FLOOR.shape, FLOORS)[0]
    found = {text: _cpu(web, client, "/courses?" + urlencode({"q": text}), TIMES) for text in TEXTS}
    costs = {text: cpu / floor for text, (cpu, _) in found.items()}
    dearest = max(costs, key=lambda text: costs[text])
    errors = sum(failed for _, failed in found.values())
    return Searches(len(costs), floor, statistics.median(costs.values()), costs[dearest], dearest[:30], errors)


def _cpu(web: Web, client: Client, path: str, times: int) -> tuple[float, int]:
    """CPU of the web processes for one answer, and how many were none."""
    before = web.cpu()
    answers = [client.get(path) for _ in range(times)]
    return (web.cpu() - before).web / times, sum(answer.status != 200 for answer in answers)
