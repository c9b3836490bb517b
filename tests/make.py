"""Makers of example rows: every value has a default, a test says only what matters."""

import datetime as dt
import hashlib
import itertools
import secrets
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from app import clock
from app.auth.models import Credential, SignIn
from app.auth.passwords import hash_password
from app.bookings.models import (
    Attendance,
    Bookable,
    Booking,
    Handover,
    Invitation,
    Lot,
    Organiser,
    Pool,
    SeatDraw,
    Span,
)
from app.bookings.rules import DrawStage, Group, LotList, Mode, State, Way
from app.bookings.rules import Kind as BookableKind
from app.certificates.models import Certificate
from app.competences import actions as competence_actions
from app.competences.models import (
    Area,
    Competence,
    Evidence,
    Framework,
    Inquiry,
    InquiryLine,
    Level,
    LevelDescription,
    Profile,
    ShareStatement,
    Statement,
    Target,
)
from app.competences.rules import AskedAs, Facts, Kind, ProfileKind, Proof
from app.courses.models import Course, CourseFile, CourseQualification, Enrolment, Outcome, Session, Unit, UnitProof
from app.courses.rules import Format, Topic
from app.db import db
from app.doors.models import Door
from app.events.models import Event
from app.feedback import actions as feedback_actions
from app.feedback.models import Sheet, Turn
from app.feedback.rules import Draft
from app.feedback.rules import Kind as QuestionKind
from app.files import store
from app.files.rules import MediaType, Upload
from app.lots import sha256
from app.mandatory.models import Rule as MandatoryRule
from app.panels.models import Panel, PanelDraw, PanelGroup, PanelMember, Volunteer
from app.panels.rules import Circle, Composition, DrawList
from app.panels.rules import Way as PanelWay
from app.people.models import Job, JobFamily, Leadership, OrgUnit, Person, RoleGrant
from app.people.rules import Grade, Position, Role, UnitKind
from app.plans.models import PlanTemplate, TemplateItem
from app.plans.rules import ItemKind
from app.qualifications.models import Holding, Qualification
from app.qualifications.rules import Effect, last_day
from app.qualifications.rules import Source as HoldingSource
from app.requests.models import TrainingBudget, TrainingRequest
from app.requests.rules import State as RequestState
from app.stands.models import Fair, Stand
from app.stands.rules import Stage as StandStage
from app.studio.models import Edition, EditionFile, Part
from app.studio.rules import EditionState
from app.text.folding import shadow
from app.tokens import token_hash
from app.visibility.models import Share
from app.visibility.rules import ShareKind

numbers = itertools.count(1000)
unit_numbers = itertools.count(1_000_000)
"""Far from those that the database gives."""
LONG_AGO = dt.date(2020, 1, 1)


def _save(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def unit(name: str = "Bürgeramt", parent: OrgUnit | None = None, kind: UnitKind = UnitKind.OFFICE) -> OrgUnit:
    return _save(_unit(name, parent, kind))  # type: ignore[no-any-return]


def _unit(name: str, parent: OrgUnit | None, kind: UnitKind = UnitKind.OFFICE) -> OrgUnit:
    number, above = next(unit_numbers), parent.id if parent else None
    path = f"{parent.path if parent else '/'}{number}/"
    return OrgUnit(id=number, name=name, short_name=name[:8], kind=kind, parent_id=above, path=path)


def person(name: str = "Kim Beispiel", unit: OrgUnit | None = None, **other: Any) -> Person:
    return _save(_person(name, unit or globals()["unit"](), **other))  # type: ignore[no-any-return]


def _person(name: str, unit: OrgUnit, **other: Any) -> Person:
    given, _, family = name.partition(" ")
    number = next(numbers)
    defaults = {
        "personnel_number": str(number),
        "given_name": given,
        "family_name": family or "Probe",
        "email": f"{given.lower()}.{number}@stadt.example",
        "entered_on": LONG_AGO,
    }
    return Person(unit=unit, **(defaults | other))


def family(title: str = "Sachbearbeitung") -> JobFamily:
    return _save(JobFamily(key=f"family-{next(numbers)}", title=title, title_en=title))  # type: ignore[no-any-return]


def job(title: str = "Sachbearbeitung", family: JobFamily | None = None, grade: Grade = Grade.CLERK) -> Job:
    return _save(Job(title=title, family=family or globals()["family"](), grade=grade))  # type: ignore[no-any-return]


def head(unit: OrgUnit, person: Person, position: Position = Position.HEAD, **dates: dt.date) -> Leadership:
    dates = {"valid_from": LONG_AGO} | dates
    return _save(Leadership(unit_id=unit.id, person_id=person.id, position=position, **dates))  # type: ignore[no-any-return]


def role(person: Person, role: Role, scope: OrgUnit | None = None, **dates: dt.date) -> RoleGrant:
    dates = {"valid_from": LONG_AGO} | dates
    return _save(RoleGrant(person_id=person.id, role=role, scope_id=scope.id if scope else None, **dates))  # type: ignore[no-any-return]


def cast() -> SimpleNamespace:
    """Ada learns, Max leads her, Lin runs learning, Zoe is from elsewhere; saved at once, as most tests ask for it."""
    house = _unit("Stadt Probe", None, UnitKind.HOUSE)
    office, elsewhere = _unit("Bürgeramt", house), _unit("Tiefbauamt", house)
    ada, max_, lin, zoe = (
        _person(name, unit)
        for name, unit in (
            ("Ada Ahrens", office),
            ("Max Mohr", office),
            ("Lin Lorenz", house),
            ("Zoe Zander", elsewhere),
        )
    )
    db.session.add_all([house, office, elsewhere, ada, max_, lin, zoe])
    db.session.flush()
    head(office, max_)
    role(lin, Role.HR)
    return SimpleNamespace(house=house, office=office, elsewhere=elsewhere, ada=ada, max=max_, lin=lin, zoe=zoe)


def sign_in(person: Person) -> str:
    """A sign-in of this person; returns the token for the cookie."""
    token, now = secrets.token_urlsafe(32), clock.now()
    row = SignIn(
        token_hash=token_hash(token),
        person_id=person.id,
        began_at=now,
        seen_at=now,
        expires_at=now + dt.timedelta(hours=10),
        device="test",
    )
    _save(row)
    return token


PASSWORD = "vier Wörter, leicht gemerkt"


def credential(person: Person, password: str = PASSWORD, memory_kib: int = 8) -> Credential:
    """A password for this person."""
    row = Credential(person_id=person.id, password_hash=hash_password(password, memory_kib), changed_at=clock.now())
    return _save(row)  # type: ignore[no-any-return]


def framework(title: str = "Kompetenzen", levels: int = 4, **other: Any) -> Framework:
    key = f"framework-{next(numbers)}"
    made = Framework(key=key, title=title, title_en=title, version="1", body_html="", **other)
    made.levels = [Level(number=n, title=f"Stufe {n}", title_en=f"Level {n}") for n in range(levels + 1)]
    return _save(made)  # type: ignore[no-any-return]


def area(title: str = "Daten", framework: Framework | None = None) -> Area:
    framework = framework or globals()["framework"]()
    row = Area(
        framework=framework, key=f"area-{next(numbers)}", title=title, title_en=title, position=next(numbers), body=""
    )
    return _save(row)  # type: ignore[no-any-return]


def competence(title: str = "Daten erheben", area: Area | None = None) -> Competence:
    area = area or globals()["area"]()
    key = f"competence-{next(numbers)}"
    made = Competence(area=area, key=key, title=title, title_en=title, position=next(numbers), body="Worum es geht.")
    made.descriptions = [LevelDescription(number=n, behaviour=f"Ich kann Stufe {n}.") for n in range(1, 5)]
    return _save(made)  # type: ignore[no-any-return]


def profile(
    title: str = "Digitallotse",
    targets: dict[Competence, int] | None = None,
    families: tuple[JobFamily, ...] = (),
    important: tuple[Competence, ...] = (),
) -> Profile:
    key = f"profile-{next(numbers)}"
    made = Profile(key=key, title=title, title_en=title, kind=ProfileKind.ROLE, body_html="<p>Wozu.</p>")
    made.targets = [
        Target(competence=c, level=level, weight=2 if c in important else 1) for c, level in (targets or {}).items()
    ]
    made.families = list(families)
    return _save(made)  # type: ignore[no-any-return]


def statement(person: Person, competence: Competence, level: int, kind: Kind = Kind.SELF, **other: Any) -> Statement:
    defaults: dict[str, Any] = {
        "actor_id": person.id if kind is Kind.SELF else None,
        "observed_on": clock.today(),
        "recorded_at": clock.now(),
    }
    row = Statement(person_id=person.id, competence_id=competence.id, level=level, kind=kind, **(defaults | other))
    return _save(row)  # type: ignore[no-any-return]


PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def facts(claims: dict[Competence, int], title: str = "Ein Zertifikat", **other: Any) -> Facts:
    defaults: dict[str, Any] = {
        "proof": Proof.EXTERNAL,
        "text": "Was ich getan habe.",
        "link": None,
        "happened_on": clock.today() - dt.timedelta(days=30),
        "valid_until": None,
    }
    numbers = {competence.id: level for competence, level in claims.items()}
    return Facts(title=title, claims=numbers, **(defaults | other))


def evidence(
    person: Person,
    claims: dict[Competence, int],
    title: str = "Ein Zertifikat",
    *,
    file: bool = False,
    withdrawn: bool = False,
    **other: Any,
) -> Evidence:
    upload = Upload("Zertifikat.pdf", PDF) if file else None
    made = competence_actions.hand_in(person, facts=facts(claims, title, **other), file=upload)
    if withdrawn:
        competence_actions.withdraw(made, person)
    return made


def inquiry(
    person: Person,
    asked: Person,
    asked_as: AskedAs = AskedAs.COLLEAGUE,
    competences: Iterable[Competence] = (),
    evidence: Evidence | None = None,
    ends_in_days: int = 14,
    note: str = "",
) -> Inquiry:
    made = Inquiry(
        person_id=person.id,
        asked_id=asked.id,
        asked_as=asked_as,
        evidence_id=evidence.id if evidence else None,
        evidence_version=evidence.version if evidence else None,
        note=note,
        asked_at=clock.now() - dt.timedelta(days=2),
        ends_on=clock.today() + dt.timedelta(days=ends_in_days),
    )
    made.lines = [InquiryLine(competence_id=competence.id) for competence in competences]
    return _save(made)  # type: ignore[no-any-return]


def share(person: Person, reader: Person, statements: Sequence[Statement], **other: Any) -> Share:
    now = clock.now()
    defaults: dict[str, Any] = {
        "kind": ShareKind.PROFILE,
        "thing_id": person.id,
        "version": max((one.id for one in statements), default=0),
        "contains_self": any(one.kind is Kind.SELF for one in statements),
        "starts_at": now,
        "ends_at": now + dt.timedelta(days=30),
    }
    row = _save(Share(person_id=person.id, reader_id=reader.id, **(defaults | other)))
    db.session.add_all(ShareStatement(share_id=row.id, statement_id=one.id) for one in statements)
    db.session.flush()
    return row  # type: ignore[no-any-return]


def bookable(title: str = "Konferenz", seats: int | None = 10, in_days: int = 30, **other: Any) -> Bookable:
    """At ten o'clock, whenever a test runs; today, tomorrow and yesterday at the very hour."""
    starts_at = clock.now() + dt.timedelta(days=in_days)
    if abs(in_days) > 1:
        starts_at = clock.at(clock.today() + dt.timedelta(days=in_days), dt.time(10))
    defaults: dict[str, Any] = {
        "kind": BookableKind.EVENT,
        "path": "/events",
        "place": "Rathaus",
        "starts_at": starts_at,
        "ends_at": starts_at + dt.timedelta(hours=2),
        "closes_at": starts_at,
        "cancel_until": starts_at,
        "mode": Mode.FIRST_COME,
        "calendar_uid": secrets.token_hex(8),
    }
    made = Bookable(title=title, **(defaults | other))
    made.pools = [Pool(name="total", capacity=seats)]
    made.spans = [Span(starts_at=made.starts_at, ends_at=made.ends_at)]
    return _save(made)  # type: ignore[no-any-return]


def times(starts_at: dt.datetime, hours: int) -> dict[str, Any]:
    """From then on for so long; signed up for and given back until it begins."""
    ends_at = starts_at + dt.timedelta(hours=hours)
    return {"starts_at": starts_at, "ends_at": ends_at, "closes_at": starts_at, "cancel_until": starts_at}


def handover(booking: Booking, to: Person, wanted: Bookable | None = None, hours: int = 24) -> Handover:
    now = clock.now()
    expires_at = now + dt.timedelta(hours=hours)
    made = Handover(booking=booking, to=to, wanted=wanted, proposed_at=now, expires_at=expires_at)
    return _save(made)  # type: ignore[no-any-return]


def invitation(bookable: Bookable, person: Person, by: Person, hours: int = 24) -> Invitation:
    now = clock.now()
    said = {"invited_at": now, "invited_by_id": by.id, "answer_by": now + dt.timedelta(hours=hours)}
    return _save(Invitation(bookable_id=bookable.id, person_id=person.id, **said))  # type: ignore[no-any-return]


def quota(bookable: Bookable, unit: OrgUnit, most: int = 5) -> Pool:
    made = Pool(bookable=bookable, name=Group(unit.id, None).name, unit_id=unit.id, capacity=most)
    return _save(made)  # type: ignore[no-any-return]


def organiser(bookable: Bookable, person: Person) -> Organiser:
    row = Organiser(person_id=person.id)
    bookable.organisers.append(row)
    return _save(row)  # type: ignore[no-any-return]


def booking(bookable: Bookable, person: Person, state: State = State.CONFIRMED, **other: Any) -> Booking:
    defaults: dict[str, Any] = {"way": Way.SELF, "requested_at": clock.now()}
    row = Booking(bookable=bookable, person=person, state=state, **(defaults | other))
    return _save(row)  # type: ignore[no-any-return]


def attendance(booking: Booking, by: Person, day: dt.date | None = None) -> Attendance:
    row = Attendance(booking=booking, day=day or clock.today(), recorded_at=clock.now(), recorded_by_id=by.id)
    return _save(row)  # type: ignore[no-any-return]


QUESTIONS = (
    Draft(QuestionKind.SCALE, "Wie nützlich war es?"),
    Draft(QuestionKind.YES_NO, "Würden Sie es empfehlen?"),
    Draft(QuestionKind.TEXT, "Was sollte anders sein?"),
)


def sheet(
    bookable: Bookable, by: Person, asked: Iterable[Person] = (), questions: Sequence[Draft] = QUESTIONS
) -> Sheet:
    """Questions about a date; where people are asked, they are from today on."""
    made, people = feedback_actions.ask(bookable, questions=questions, by=by), list(asked)
    if people:
        made.asked_on, made.closes_on = clock.today(), clock.today() + dt.timedelta(days=14)
        db.session.add_all(Turn(sheet_id=made.id, person_id=one.id) for one in people)
        db.session.flush()
    return made


def feedback(sheet: Sheet, person: Person, scale: str = "", recommended: str = "", text: str = "") -> None:
    """The answers of somebody to the three questions of `sheet`."""
    said = {question.id: answer for question, answer in zip(sheet.questions, (scale, recommended, text), strict=True)}
    feedback_actions.answer(db.session.get_one(Turn, (sheet.id, person.id)), answers=said)


def door(bookable: Bookable, by: Person, token: str, **other: Any) -> Door:
    """An open one, for today."""
    defaults = {"name": "Haupteingang", "day": clock.today(), "opened_at": clock.now(), "opened_by_id": by.id}
    return _save(Door(bookable_id=bookable.id, token_hash=token_hash(token), **(defaults | other)))  # type: ignore[no-any-return]


def fair(bookable: Bookable, **other: Any) -> Fair:
    """Offices can register stands until tomorrow."""
    return _save(Fair(bookable=bookable, **({"last_day": clock.today() + dt.timedelta(days=1)} | other)))  # type: ignore[no-any-return]


def training_request(
    person: Person, title: str = "Fachtagung", state: RequestState = RequestState.WITH_LEADER, **other: Any
) -> TrainingRequest:
    """Something for 500 euros and 80 of travel, in a month, sent today unless it is a draft."""
    now, month = clock.now(), clock.today() + dt.timedelta(days=30)
    defaults: dict[str, Any] = {
        "provider": "Akademie",
        "reason": "Weil es fehlt.",
        "fee_cents": 500_00,
        "travel_cents": 80_00,
        "work_hours": 16,
        "starts_on": month,
        "ends_on": month,
        "year": month.year,
        "begun_at": now,
        "changed_at": now,
        "sent_at": None if state is RequestState.DRAFT else now,
    }
    return _save(TrainingRequest(person=person, title=title, state=state, **(defaults | other)))  # type: ignore[no-any-return]


def training_budget(unit: OrgUnit, euros: int = 1000, year: int | None = None) -> TrainingBudget:
    """Money for the year in which those requests lie."""
    year = year or (clock.today() + dt.timedelta(days=30)).year
    return _save(TrainingBudget(unit=unit, year=year, amount_cents=euros * 100))  # type: ignore[no-any-return]


def stand(fair: Fair, contact: Person, place: str | None = None, **other: Any) -> Stand:
    """A stand of the person's office; with a place it has one in the foyer."""
    placed = {"stage": StandStage.PLACED, "place": place, "hall": "Foyer"} if place else {}
    defaults: dict[str, Any] = {
        "title": f"Stand {next(numbers)}",
        "description": "Was es zu sehen gibt.",
        "unit": contact.unit,
        "contact": contact,
        "needs_power": True,
        "needs_table": False,
        "registered_at": clock.now(),
    }
    return _save(Stand(fair=fair, **(defaults | placed | other)))  # type: ignore[no-any-return]


def seat_draw(bookable: Bookable, lots: Mapping[str, Booking], **other: Any) -> SeatDraw:
    """A draw whose list is fixed with these lots; its seed is known from today on."""
    now = clock.now()
    seats, tickets = bookable.pools[0].capacity, dict.fromkeys(lots, 1)
    quotas = [pool for pool in bookable.pools if pool.unit]
    counted = {name: [n for n, pool in enumerate(quotas) if pool.counts(one.person)] for name, one in lots.items()}
    limits = [pool.limited for pool in quotas]
    paper = LotList(bookable.title, seats, "Lottozahlen", clock.today(), tickets, limits, counted)
    defaults: dict[str, Any] = {
        "seed_source": paper.seed_source,
        "seed_on": paper.seed_on,
        "announced_at": now - dt.timedelta(days=9),
        "document": paper.text,
        "hash": sha256(paper.text),
        "fixed_at": now,
    }
    bookable.draw_stage = DrawStage.FIXED
    made = _save(SeatDraw(bookable=bookable, **(defaults | other)))
    for name, booking in lots.items():
        _save(Lot(booking=booking, draw_id=made.id, pseudonym=name))
    return made  # type: ignore[no-any-return]


def course(title: str = "Daten verstehen", **other: Any) -> Course:
    defaults: dict[str, Any] = {
        "slug": f"course-{next(numbers)}",
        "format": Format.SELF_PACED,
        "topic": Topic.DATA,
        "language": "de",
        "summary": "Worum es geht.",
        "abilities": ["Zahlen prüfen"],
        "audience": "Alle.",
        "target_groups": ["everybody"],
        "effort_minutes": 10,
        "body_html": "<p>Inhalt</p>",
        "published_at": clock.now(),
    }
    values = defaults | other
    searched = {"search_title": shadow(title), "search_text": shadow(title, values["summary"])}
    row = Course(title=title, **(searched | values))
    return _save(row)  # type: ignore[no-any-return]


COURSE_TEXT = """---
title: Daten verstehen
format: self-paced
topic: data
language: de
summary: Worum es geht.
abilities:
  - Zahlen prüfen
outcomes: []
prerequisites: []
audience: Alle.
target_groups: [everybody]
---
Inhalt
"""


def unit_text(key: str = "daten-eins", title: str = "Einheit", more: str = "", body: str = "Ein Text.") -> str:
    return f"---\nid: {key}\ntitle: {title}\nminutes: 5\n{more}---\n{body}\n"


def edition(slug: str = "daten", author: Person | None = None, units: Sequence[str] = (), **other: Any) -> Edition:
    now, named = clock.now(), {f"units/{n}0-text.md": text for n, text in enumerate(units, start=1)}
    texts = {"course.md": COURSE_TEXT, **(named or {"units/10-eins.md": unit_text(f"{slug}-eins")})}
    parts = [Part(path=path, text=text, revision=0, changed_at=now) for path, text in texts.items()]
    values = {"number": 1, "state": EditionState.DRAFT, "title": "Daten verstehen", "changed_at": now} | other
    values["search_title"] = shadow(str(values["title"]))
    row = Edition(slug=slug, author_id=author.id if author else None, parts=parts, **values)
    return _save(row)  # type: ignore[no-any-return]


def edition_file(edition: Edition, name: str = "weg.txt", content: bytes = b"Ein Weg") -> EditionFile:
    kind = MediaType(name.rpartition(".")[2])
    digest, stored_as = hashlib.sha256(content).hexdigest(), store.write(content)
    row = EditionFile(
        edition=edition, name=name, words="Der Weg", kind=kind, size=len(content), digest=digest, stored_as=stored_as
    )
    return _save(row)  # type: ignore[no-any-return]


def outcome(course: Course, competence: Competence, to_level: int = 2, from_level: int = 0) -> Outcome:
    row = Outcome(course=course, competence=competence, from_level=from_level, to_level=to_level)
    return _save(row)  # type: ignore[no-any-return]


def course_unit(
    course: Course,
    title: str = "Einheit",
    minutes: int = 5,
    check: list[dict[str, Any]] | None = None,
    proves: dict[Competence, int] | None = None,
) -> Unit:
    number = next(numbers)
    row = Unit(
        course=course,
        key=f"unit-{number}",
        title=title,
        position=number,
        minutes=minutes,
        body_html="<p>Text</p>",
        check=check or [],
        proofs=[UnitProof(competence_id=competence.id, level=level) for competence, level in (proves or {}).items()],
    )
    return _save(row)  # type: ignore[no-any-return]


def course_file(course: Course, name: str = "weg.txt", content: bytes = b"Ein Weg") -> CourseFile:
    kind = MediaType(name.rpartition(".")[2])
    row = CourseFile(
        course=course, name=name, kind=kind, size=len(content), digest="0" * 64, stored_as=store.write(content)
    )
    return _save(row)


def completed(course: Course, person: Person, days_ago: int = 0) -> Enrolment:
    """The person has completed the course."""
    day = clock.today() - dt.timedelta(days=days_ago)
    return _save(Enrolment(person=person, course=course, begun_at=clock.now(), completed_on=day))  # type: ignore[no-any-return]


def certificate(course: Course, person: Person, name: str, code: str, **other: Any) -> Certificate:
    """A paper with this name on it."""
    words = {"operator": "Stadt Probe", "letterhead": [], "title": "Bescheinigung", "name": name, "said": "hat"}
    words |= {"course": course.title, "course_language": "de", "lines": [["Nummer", code]], "closing": "Ende"}
    values: dict[str, Any] = {
        "person": person,
        "course": course,
        "completed_on": clock.today(),
        "serial": f"2026-{code}",
        "code": code,
        "language": "de",
        "words": words | {"abilities_title": "Danach", "abilities": course.abilities},
        "issued_at": clock.now(),
    }
    return _save(Certificate(**(values | other)))  # type: ignore[no-any-return]


def session(course: Course | None = None, seats: int | None = 12, **other: Any) -> Session:
    course = course or globals()["course"](format=Format.SEMINAR)
    made = Session(
        course=course, trainer="Personalamt", bookable=bookable(course.title, seats, kind=BookableKind.SESSION, **other)
    )
    _save(made)
    made.bookable.path = f"/sessions/{made.id}"
    db.session.flush()
    return made


def past_session(course: Course | None = None, days_ago: int = 3, **other: Any) -> Session:
    made, ends_at = session(course, **other), clock.now() - dt.timedelta(days=days_ago)
    made.bookable.closes_at = made.bookable.cancel_until = ends_at - dt.timedelta(days=9)
    made.bookable.starts_at, made.bookable.ends_at = ends_at - dt.timedelta(hours=2), ends_at
    made.bookable.spans = [Span(starts_at=made.bookable.starts_at, ends_at=ends_at)]
    db.session.flush()
    return made


def meetings(bookable: Bookable, *in_days: int, hours: int = 4) -> None:
    """Let something happen on several days, from 9 o'clock."""
    days = [clock.today() + dt.timedelta(days=days) for days in in_days]
    starts = [clock.at(day, dt.time(9)) for day in days]
    bookable.spans = [Span(starts_at=one, ends_at=one + dt.timedelta(hours=hours)) for one in starts]
    bookable.closes_at = bookable.cancel_until = min(bookable.closes_at, starts[0])
    bookable.starts_at, bookable.ends_at = starts[0], starts[-1] + dt.timedelta(hours=hours)
    db.session.flush()


def event(title: str = "Konferenz", seats: int | None = 10, **other: Any) -> Event:
    made = Event(
        key=f"event-{next(numbers)}",
        title=title,
        summary="Worum es geht.",
        body_html="<p>Programm</p>",
        bookable=bookable(title, seats, **other),
        published_at=clock.now(),
    )
    _save(made)
    made.bookable.path = f"/events/{made.id}"
    db.session.flush()
    return made


def plan_template(title: str = "Einarbeitung", **other: Any) -> PlanTemplate:
    texts = {"key": f"template-{next(numbers)}", "title_en": title, "audience": "Neue.", "body": "", "body_html": ""}
    return _save(PlanTemplate(title=title, **(texts | other)))  # type: ignore[no-any-return]


def template_item(template: PlanTemplate, title: str = "Rundgang", **other: Any) -> TemplateItem:
    values = {"kind": ItemKind.PRACTICE, "minutes": 30, "due_days": 7, "reason": "Weil.", "position": next(numbers)}
    row = _save(TemplateItem(template_id=template.id, title=title, **(values | other)))
    db.session.expire(template, ["items"])
    return row  # type: ignore[no-any-return]


def panel(
    run_by: Person, title: str = "Organisationsteam", size: int = 4, groups: Iterable[Any] = (), **other: Any
) -> Panel:
    """A team; `groups` are units, or levels as words, each with at least one."""
    values: dict[str, Any] = {"purpose": "Wozu es da ist.", "started_at": clock.now()}
    made = Panel(title=title, size=size, run_by=run_by, **(values | other))
    made.groups = [
        PanelGroup(position=place, least=1, **({"unit": one} if isinstance(one, OrgUnit) else {"level": one}))
        for place, one in enumerate(groups)
    ]
    return _save(made)  # type: ignore[no-any-return]


def panel_member(panel: Panel, person: Person, **other: Any) -> PanelMember:
    """Somebody who was asked and has not answered."""
    values: dict[str, Any] = {"way": PanelWay.ASKED, "circle": Circle.WIDER, "asked_at": clock.now()}
    return _save(PanelMember(panel=panel, person=person, **(values | other)))  # type: ignore[no-any-return]


def volunteer(panel: Panel, person: Person, **other: Any) -> Volunteer:
    values: dict[str, Any] = {"pseudonym": f"TEST-{next(numbers)}", "at": clock.now()}
    return _save(Volunteer(panel=panel, person=person, **(values | other)))  # type: ignore[no-any-return]


def panel_draw(panel: Panel, pseudonyms: Sequence[str], drawn: Sequence[str] = (), seed: str = "1-2-3") -> PanelDraw:
    """A published list for one seat, and who was drawn with the seed."""
    assert panel.seed_on is not None
    volunteers: dict[str, tuple[int, ...]] = dict.fromkeys(pseudonyms, ())
    source = panel.seed_source or ""
    paper = DrawList(panel.title, 1, (), source, panel.seed_on, volunteers, (Composition({(): 1}, 1),))
    now = clock.now()
    row = PanelDraw(
        panel_id=panel.id,
        document=paper.text,
        calculated_at=now,
        published_at=now,
        hash=paper.hash,
        seed=seed if drawn else None,
        drawn_at=now if drawn else None,
        drawn=list(drawn),
        moved_up=[],
    )
    return _save(row)  # type: ignore[no-any-return]


def qualification(title: str = "Arbeitsschutz", valid_months: int | None = 12, **other: Any) -> Qualification:
    defaults = {"key": f"qualification-{next(numbers)}", "title_en": title, "body_html": "<p>Wozu.</p>"}
    return _save(Qualification(title=title, valid_months=valid_months, **(defaults | other)))  # type: ignore[no-any-return]


def holding(person: Person, qualification: Qualification, days_ago: int = 10, **other: Any) -> Holding:
    since = clock.today() - dt.timedelta(days=days_ago)
    defaults = {
        "since": since,
        "valid_until": last_day(since, qualification.valid_months),
        "source": HoldingSource.RECORD,
        "detail": "",
        "recorded_at": clock.now(),
    }
    return _save(Holding(person=person, qualification=qualification, **(defaults | other)))  # type: ignore[no-any-return]


def bearing(course: Course, qualification: Qualification, effect: Effect = Effect.GRANTS) -> CourseQualification:
    row = CourseQualification(course_id=course.id, qualification_id=qualification.id, effect=effect)
    return _save(row)  # type: ignore[no-any-return]


def mandatory_rule(qualification: Qualification, days_on: int | None = 100, **other: Any) -> MandatoryRule:
    """A rule for everybody that has been on for so many days; None: it is off."""
    on_since = None if days_on is None else clock.today() - dt.timedelta(days=days_on)
    defaults = {"due_days": 60, "remind_days": 30, "on_since": on_since}
    return _save(MandatoryRule(qualification=qualification, **(defaults | other)))  # type: ignore[no-any-return]
