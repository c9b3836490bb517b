"""Writes small populated dumps of today's schema, from which later migrations are tried (R35).

    .venv/bin/python -m tests.migrations.dump NAME

With each released step of the schema two files are added to dumps/: NAME.sqlite.sql and NAME.postgresql.sql.
"""

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

from alembic import command
from alembic.config import Config
from sqlalchemy import make_url, select

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Need
from app.bookings.rules import Assumed, Group, Mode, State
from app.calendars import actions as calendars
from app.competences import actions as competences
from app.competences.models import Competence, Statement
from app.competences.rules import AskedAs, InquiryStage, LinkKind
from app.courses import actions as courses
from app.courses.models import Course, Prerequisite, Synonyms
from app.db import db
from app.events import actions as events
from app.events.rules import Choosing
from app.factory import create_app
from app.panels import actions as panels
from app.people import actions as people
from app.people.rules import Grade
from app.plans import actions as plans
from app.plans.models import PracticeQuestion
from app.plans.rules.talk import AgreedStep
from app.stands import actions as stands
from tests import make
from tests.conftest import settings
from tests.databases import FORGETFUL, Server
from tests.events.programmes import learning_event

DUMPS = Path(__file__).parent / "dumps"
ROOT = Path(__file__).parents[2]
DAY = dt.timedelta(days=1)


def main(name: str) -> None:
    """Both dumps of this name."""
    DUMPS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.db"
        populate(f"sqlite:///{file}")
        with sqlite3.connect(file) as connection:
            (DUMPS / f"{name}.sqlite.sql").write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")
    server = Server.start(*FORGETFUL)
    try:
        populate(server.url)
        (DUMPS / f"{name}.postgresql.sql").write_text(_dump(server), encoding="utf-8")
    finally:
        server.stop()


def populate(url: str) -> None:
    """Migrate an empty database and put something into most tables, by the product's own actions."""
    os.environ |= {"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": url}
    command.upgrade(Config(toml_file=ROOT / "pyproject.toml"), "head")
    app = create_app(settings(url))
    with app.test_request_context():
        cast = make.cast()
        data, writing = make.competence("Daten erheben"), make.competence("Klar schreiben")
        profile = make.profile("Digitallotse", {data: 3, writing: 2})
        competences.choose_goal(cast.ada, profile.id)
        competences.assess(cast.ada, {data.id: 1})
        course = make.course("Daten verstehen")
        make.outcome(course, data)
        unit = make.course_unit(course)
        courses.begin(course, cast.ada)
        courses.finish(unit, cast.ada)
        plans.add_own_step(cast.ada, title="Üben", minutes=30, due_on=None)
        event = make.event("Konferenz", seats=1)
        for person in (cast.ada, cast.max, cast.zoe):
            bookings.book(event.bookable, person, by=person)
        make.sign_in(cast.ada)
        _house(cast, data)
        _competences(cast, data, writing)
        _plans(cast, profile.id, data)
        _events(cast)
        _request(cast)
        _lots(cast)
        _team(cast)
        _day(cast)
        _learning(cast, course)
        calendars.open_feed(cast.ada)
        db.session.commit()
        db.engine.dispose()


def _house(cast: SimpleNamespace, data: Competence) -> None:
    """A job with its profile, somebody away, a password, a course that asks for another, and words of the search."""
    family = make.family("Grünpflege")
    make.profile("Grünpflege", {data: 1}, families=(family,))
    cast.zoe.job = make.job("Gärtnerei", family, Grade.TRADES)
    people.note_absence(cast.zoe, first_day=clock.today() + DAY, last_day=clock.today() + 3 * DAY, by=cast.max)
    make.credential(cast.zoe)
    seminar, basics = make.course("Bäume prüfen"), make.course("Bäume kennen")
    db.session.add(Prerequisite(course_id=seminar.id, required_id=basics.id))
    make.session(seminar)
    db.session.add(Synonyms(text="DSGVO = Datenschutz"))


def _competences(cast: SimpleNamespace, data: Competence, writing: Competence) -> None:
    """A proof with a file, a word that is asked for and one that is given, a share, a link and a new version."""
    proof = make.evidence(cast.ada, {data: 2, writing: 1}, "Lehrgang")
    competences.ask_to_confirm(proof, cast.ada, asked=cast.zoe.id, note="Bitte", ends_on=clock.today() + 7 * DAY)
    asked = make.inquiry(cast.ada, cast.max, AskedAs.LEADER, [writing])
    competences.answer(asked, cast.max, stage=InquiryStage.ANSWERED, levels={writing.id: 2}, word="Gesehen.")
    make.share(
        cast.ada, cast.max, db.session.scalars(select(Statement).where(Statement.person_id == cast.ada.id)).all()
    )
    competences.set_link(data, by=cast.lin, target_id=writing.id, kind=LinkKind.RELATED)
    competences.begin_version(data.area.framework, by=cast.lin)


def _plans(cast: SimpleNamespace, profile_id: int, data: Competence) -> None:
    """A template that is given, a talk from preparation to agreement, a buddy, a review, practice, and a proposal."""
    template = make.plan_template("Einarbeitung", has_buddy=True)
    make.template_item(template, competence_id=data.id, target_level=2)
    plans.assign(template, cast.ada, by=cast.lin)
    talk = plans.talk.propose(cast.ada, by=cast.max, planned_on=clock.today() + DAY, profile_id=profile_id)
    texts = {"looking_back": "Gut.", "helping": "", "looking_ahead": "", "steps": "Hospitieren"}
    for person in (cast.ada, cast.max):
        plans.talk.prepare(talk, by=person, texts=texts, levels={data.id: 2}, is_released=True)
    steps = [AgreedStep("Hospitieren", 60, competence_id=data.id, target_level=2)]
    plans.talk.record_agreement(talk, by=cast.max, number=0, levels={data.id: 2}, steps=steps)
    plans.talk.confirm(talk, by=cast.ada, number=1)
    pair = plans.buddy.accept(plans.buddy.pair_up(cast.ada, cast.zoe, by=cast.max))
    plans.buddy.write_note(pair, by=cast.zoe, day=clock.today(), body="Wegweiser zeigen.")
    plans.buddy.skip(pair, day=clock.today() + 7 * DAY)
    plans.review.write(cast.ada, worked="Die Übung", hindered="", next_week="Zwei Einheiten")
    question = {"title": "Daten verstehen", "weeks": 2, "learnt_on": clock.today(), "asked_on": clock.today()}
    db.session.add(PracticeQuestion(person_id=cast.ada.id, **question))
    plans.calculate(cast.ada, weekly_minutes=60, weeks=12)
    db.session.flush()


def _events(cast: SimpleNamespace) -> None:
    """A programme that is chosen, one that is wished for, a quota, and a seat that is offered to a colleague."""
    for choosing in (Choosing.DIRECT, Choosing.WISHES):
        days = learning_event(cast.max, choosing)
        seat = bookings.book(days.event.bookable, cast.ada, by=cast.ada)
        if choosing is Choosing.WISHES:
            events.rank(days.event, cast.ada, ranks={days.ki.id: 1, days.data.id: 2})
        else:
            bookings.book(days.ki.bookable, cast.ada, by=cast.ada)
            bookings.limit(days.event.bookable, group=Group(cast.ada.unit_id, None), most=3, by=cast.max)
            bookings.propose_handover(seat, who=cast.zoe.name)


def _request(cast: SimpleNamespace) -> None:
    """A request on which nobody had decided, so that it lies with the leader above as well."""
    make.head(cast.house, cast.lin)
    event = make.event("Lehrgang", mode=Mode.APPROVAL)
    asked = bookings.book(event.bookable, cast.ada, by=cast.ada)
    bookings.decide_overdue(asked.decide_by)


def _lots(cast: SimpleNamespace) -> None:
    """A draw whose list is fixed, and a choice of how many to accept."""
    event = make.event("Rechenzentrum", mode=Mode.DRAW, seats=1)
    applied = [make.booking(event.bookable, person, State.REQUESTED) for person in (cast.ada, cast.zoe)]
    make.seat_draw(event.bookable, dict(zip(("AAAA-AAA2", "BBBB-BBB3"), applied, strict=True)))
    hall = make.event("Versammlung", seats=20).bookable
    bookings.accept(hall, number=22, assumed=Assumed((70, 90), walk_ins=1), by=cast.max)


def _day(cast: SimpleNamespace) -> None:
    """An invitation, a need, somebody let in who has evidence of it, a fair, and feedback that was released."""
    make.invitation(make.event("Empfang", mode=Mode.INVITATION).bookable, cast.ada, cast.max)
    today = make.event("Heute", in_days=0, food_reason="Damit alle etwas essen können")
    events.lead_to(today, {make.competence().id: 1})
    seat = make.booking(today.bookable, cast.ada)
    db.session.add(Need(booking_id=seat.id, food="ohne Sellerie"))
    make.door(today.bookable, cast.max, "a door")
    bookings.arrive(seat, day=clock.today(), by=cast.max)
    fair = make.event("Messe").bookable
    make.stand(stands.open_fair(fair, last_day=clock.today() + 7 * DAY, by=cast.max), cast.ada)
    guests = [make.person(f"Gast{number} Probe", cast.ada.unit) for number in range(5)]
    past = make.event("Neulich", in_days=-3)
    sheet = make.sheet(past.bookable, cast.max, guests)
    for guest, scale in zip(guests, "12445", strict=True):
        make.feedback(sheet, guest, scale, "yes", "Ein Satz ohne Namen")


def _learning(cast: SimpleNamespace, course: Course) -> None:
    """A draft with a file, a certificate, a qualification that must be held, and a training request."""
    make.edition_file(make.edition(author=cast.lin, units=("Eins",)))
    safety = make.qualification()
    make.bearing(course, safety)
    make.holding(cast.ada, safety)
    make.mandatory_rule(safety)
    make.certificate(course, cast.ada, "Ada Ahrens", "7K3F9QXM2B4THW5ZC8RD")
    make.training_request(cast.ada)


def _team(cast: SimpleNamespace) -> None:
    """A team with somebody who is asked, and an open call that somebody has answered."""
    words = {"title": "Leitbild", "purpose": "Ein Leitbild", "size": 2, "unit_kind": "", "by_level": False}
    team = panels.start(by=cast.lin, **words)
    panels.member.ask(team, by=cast.lin, name=cast.max.name, circle="core")
    ends = clock.today() + 7 * DAY
    panels.volunteer.call(team, by=cast.lin, closes_on=ends, seed_source="Lottozahlen", seed_on=ends + 3 * DAY)
    panels.volunteer.put_forward(team, cast.ada)


def _dump(server: Server) -> str:
    database = make_url(server.url)
    options = ["-h", str(server.folder), "-U", "postgres", "-d", str(database.database), "--no-owner", "--inserts"]
    done = subprocess.run([server.binaries / "pg_dump", *options], check=True, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    return "\n".join(line for line in lines if line and not line.startswith(("--", "\\", "SET transaction"))) + "\n"


if __name__ == "__main__":
    main(sys.argv[1])
