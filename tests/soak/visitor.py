"""Somebody who reads, plans, takes seats and gives them back, signs out and in, as fast as all together may."""

import re
import threading
import time
from collections import Counter
from contextlib import suppress
from random import Random

from bench.load import form_to
from tests import make

VISITORS = 20
EVENTS, SEATS, COURSES = 3, 5, 3
PAGES = ("/", "/plan", "/events", "/courses", "/account/bookings", "/talks")
STEP = re.compile(r'href="(/plan/items/\d+)"')
SEAT = "acceptance|cancellation|booking"
"""An offered seat is taken, one's own is given back, or one asks for one."""
PAGE_SHOWN = 300


class Over(Exception):
    """The time is up."""


class Pace:
    """So many requests a second for all visitors together; who comes late makes up for nothing."""

    def __init__(self, per_second, seconds):
        self.pause, self.end = 1 / per_second, time.monotonic() + seconds
        self.lock, self.next = threading.Lock(), time.monotonic()

    def wait(self):
        with self.lock:
            turn = self.next = max(self.next + self.pause, time.monotonic())
        if turn > self.end:
            raise Over
        time.sleep(max(0, turn - time.monotonic()))


class House:
    """People with a password as in production, events with few seats, and courses."""

    def __init__(self, memory_kib):
        office = make.unit()
        people = [make.person(f"Person {n}", office) for n in range(VISITORS)]
        for person in people:
            make.credential(person, memory_kib=memory_kib)
        self.names = [person.email for person in people]
        self.events = [make.event(f"Konferenz {n}", SEATS, in_days=9 + n).bookable.path for n in range(EVENTS)]
        courses = [make.course(f"Kurs {n}") for n in range(COURSES)]
        self.courses = [f"/courses/{course.slug}" for course in courses]
        self.pages = [*PAGES, *self.events, *self.courses]


class Visitor:
    """Does one thing after the other, and keeps what was answered."""

    def __init__(self, house, client, pace, number):
        self.house, self.client, self.pace = house, client, pace
        self.name, self.chance = house.names[number], Random(number)
        self.deeds = [*[self.read] * 9, *[self.change_seat] * 2, *[self.change_plan] * 2, self.sign_in_again]
        self.done, self.sent, self.failed, self.seconds = Counter(), set(), [], []

    def visit(self):
        """Until the time is up."""
        with suppress(Over):
            self.sign_in()
            while True:
                deed = self.chance.choice(self.deeds)
                deed()
                self.done[deed.__name__] += 1

    def read(self):
        self.get(self.chance.choice(self.house.pages))

    def change_seat(self):
        self.send(self.get(self.chance.choice(self.house.events)), SEAT)

    def change_plan(self):
        """Put a course into the plan, or take out what is there."""
        course = self.get(self.chance.choice(self.house.courses))
        if form_to(course, "plan/items"):
            self.send(course, "plan/items")
        elif step := STEP.search(self.get("/plan")):
            self.send(self.get(step[1]), "removal")

    def sign_in_again(self):
        self.send(self.get("/"), "sign-out")
        self.sign_in()

    def sign_in(self):
        self.send(self.get("/sign-in"), "", "/sign-in", identifier=self.name, password=make.PASSWORD)

    def get(self, path):
        return self.ask(self.client.get, path).body.decode()

    def send(self, page, ending, address=None, **typed):
        """Send the form of this page, and go where the answer leads."""
        form = form_to(page, f"(?:{ending})")
        if form is None:
            self.failed.append((f"no form to {ending or address}", page[:PAGE_SHOWN]))
            return
        path, hidden = form
        self.sent.add(ending or address)
        answer = self.ask(self.client.post, address or path, hidden | typed)
        if answer.status < 400:
            self.get(answer.headers["location"])

    def ask(self, way, path, *fields):
        self.pace.wait()
        answer = way(path, *fields)
        self.seconds.append(answer.seconds)
        if answer.status >= 400:
            self.failed.append((answer.status, path))
        return answer
