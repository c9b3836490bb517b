"""Somebody in front of browsers who does one thing after the other, and remembers what was said."""

import http.client
import time
from collections import Counter
from http.cookies import SimpleCookie
from random import Random
from typing import NamedTuple
from urllib.parse import urlencode

from flask import session
from flask_wtf.csrf import generate_csrf

from app.db import begin_writing, db
from tests import make
from tests.bookings.kills.server import PATIENCE_SECONDS

UNTIL_NEXT_TRY = 0.05
UNTIL_SAVED = 0.5
DONE, NOT_NOW, REFUSED = 303, 503, {409, 422}


class Contradiction(AssertionError):
    """A page says that what somebody was told is not so."""


class Browser:
    """The cookies of somebody who is signed in, or of a device at a door, and an empty form."""

    def __init__(self, app, person=None, **other):
        session.pop("_user_id", None)
        if person:
            session["_user_id"] = make.sign_in(person)
        self.form = {"csrf_token": generate_csrf()}
        kept = {"language": "en", "lotse": cookies(app).dumps(dict(session))} | other
        self.cookie = "; ".join(f"{name}={value}" for name, value in kept.items())


class Answer(NamedTuple):
    """What came back; `kind` and `sentence` of what the next page will tell."""

    status: int
    kind: str
    sentence: str
    was_cut_off: bool

    @property
    def is_yes(self):
        return self.status == DONE and self.kind != "error"

    @property
    def is_no(self):
        return self.status in REFUSED or (self.status == DONE and self.kind == "error")


class Visitor:
    """Does one act after the other, each until it is answered.

    Before each act the visitor looks whether the database says what the person was told last.
    """

    def __init__(self, app, number):
        self.app, self.chance, self.port = app, Random(number), 0
        self.told, self.lost, self.done = {}, [], Counter()
        self.cut_off = 0

    @property
    def answers(self):
        return self.done.total()

    def visit(self, port, is_over):
        self.port = port
        while not is_over():
            self.act()

    def act(self):
        raise NotImplementedError

    def look(self, *facts):
        """Whether all of it is as it was told; where it is not, once more a moment later."""
        for wait in (0, UNTIL_SAVED):
            time.sleep(wait)
            with self.app.app_context():
                lost = [one for one in facts if one in self.told and not one.is_so(self.told[one])]
            if not lost:
                return True
        self.lost += lost
        self.believe(*lost)
        return False

    def believe(self, *facts):
        """Take for told what the database says."""
        with self.app.app_context():
            self.told |= {one: one.stored() for one in facts}

    def wait_for(self, query, fact):
        """Until the query finds something; False where what was told is lost meanwhile."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.stored(query) is None:
            if not self.look(fact):
                return False
            assert time.monotonic() < deadline, "nobody does the work"
            time.sleep(UNTIL_NEXT_TRY)
        return True

    def tell(self, browser, path, facts, *, may_refuse=True, **typed):
        """Send a form until it is answered, and where the answer is yes remember what it tells.

        `facts` are what each fact is then, or how to read it from the answer. Who was cut off and is refused
        then can't know which of both it was.
        """
        answer = self.answer(browser, path, typed)
        if not answer.is_yes and not (may_refuse and answer.is_no):
            raise Contradiction(path, answer.status)
        if answer.is_yes:
            self.told |= {fact: said(answer) if callable(said) else said for fact, said in facts.items()}
            self.done[path.rpartition("/")[2]] += 1
        elif answer.was_cut_off:
            self.believe(*facts)
        return answer.is_yes

    def answer(self, browser, path, typed):
        """What the person is told in the end."""
        deadline, before = time.monotonic() + PATIENCE_SECONDS, self.cut_off
        while (answer := self.post(browser, path, urlencode(browser.form | typed))) is None:
            assert time.monotonic() < deadline, "nobody answers"
            time.sleep(UNTIL_NEXT_TRY)
        return Answer(answer.status, *said_in(self.app, answer), self.cut_off > before)

    def post(self, browser, path, form):
        """The answer; None where there was none, or it was to try again."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Connection": "close"}
        try:
            connection.request("POST", path, form, kind | {"Cookie": browser.cookie})
            answer = connection.getresponse()
            answer.read()
        except ConnectionRefusedError:
            return None
        except (http.client.HTTPException, ConnectionError):
            self.cut_off += 1
            return None
        finally:
            connection.close()
        return None if answer.status == NOT_NOW else answer

    def stored(self, query):
        """The row that a query finds, or None."""
        with self.app.app_context():
            return db.session.scalars(query).one_or_none()

    def made(self, maker):
        """What `maker` makes, saved."""
        with self.app.test_request_context():
            begin_writing()
            made = maker()
            db.session.commit()
            return made


def cookies(app):
    return app.session_interface.get_signing_serializer(app)


def said_in(app, answer):
    """Kind and sentence of what the next page will tell, if anything."""
    kept = SimpleCookie(answer.headers["Set-Cookie"] or "")
    flashes = cookies(app).loads(kept["lotse"].value).get("_flashes", []) if "lotse" in kept else []
    return tuple(flashes[-1]) if flashes else ("", "")
