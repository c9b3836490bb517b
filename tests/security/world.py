"""A small town with somebody in every role, and data of the owner that could leak to each of them."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Collection
from functools import cache
from types import SimpleNamespace
from typing import Any

from flask import Flask, current_app
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from app import clock
from app.auth.models import SignIn
from app.bookings.models import Need, Offer
from app.bookings.rules import Mode, State, Way
from app.calendars.models import CalendarFeed
from app.competences.models import Goal
from app.competences.rules import AskedAs, Stage, Visibility
from app.competences.rules import Kind as RuleKind
from app.courses.models import Enrolment, SessionTrainer, UnitProgress
from app.courses.rules import Format
from app.db import db
from app.events.models import EventSeries, Mark, SlotWish
from app.events.rules import Choosing
from app.files import store
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.pages.models import StaticPage
from app.people.models import OrgUnit, Person
from app.people.rules import Position, Role, UnitKind
from app.plans.models import (
    BuddyNote,
    BuddyPair,
    Plan,
    PlanItem,
    PracticeQuestion,
    Talk,
    TalkItem,
    TalkSide,
    WeeklyReview,
)
from app.plans.rules import ItemKind, monday_of
from app.plans.rules.practice import Answer
from app.plans.rules.talk import Side
from app.requests.models import Decision
from app.requests.rules import Stage as RequestStage
from app.requests.rules import State as RequestState
from app.schema import metadata
from app.tasks.models import Task
from app.text import spreadsheet
from app.text.paper import MIMETYPE as PDF
from app.tokens import signed, token_hash
from tests import make
from tests.events.programmes import learning_event
from tests.files.samples import archive
from tests.text import pdf

QUOTED = "quote({})".format
ACTORS = (
    "anonymous",
    "expired",
    "left",
    "owner",
    "colleague",
    "other_team",
    "leader",
    "other_leader",
    "deputy",
    "ex_leader",
    "hr",
    "other_hr",
    "developer",
    "organiser",
    "other_organiser",
    "administrator",
    "auditor",
)
DAY = dt.timedelta(days=1)
TOKEN = re.compile(r'name="csrf_token"[^>]*value="[^"]*"|id="csrf_token"[^>]*value="[^"]*"')


class World:
    """The town on one database, and how its people ask for pages."""

    def __init__(self, app: Flask) -> None:
        self.app, self._cookies = app, dict[str, str]()
        with app.test_request_context():
            self.people = _people()
            self.things = _things(self.people)
            self.tokens = _sign_ins(self.people)
            db.session.commit()

    def ask(self, actor: str, method: str, path: str, data: dict[str, Any] | None = None, **other: Any) -> TestResponse:
        """The answer that this actor gets."""
        client = self.app.test_client()
        if token := self.tokens.get(actor):
            client.set_cookie(self.app.config["SESSION_COOKIE_NAME"], self._cookie(token))
        return client.open(path, method=method, data=data, **other)

    def _cookie(self, token: str) -> str:
        """What a browser holds that has signed in; made once for each sign-in."""
        if token not in self._cookies:
            client = self.app.test_client()
            with client.session_transaction() as session:
                session["_user_id"] = token
            cookie = client.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
            assert cookie
            self._cookies[token] = cookie.value
        return self._cookies[token]

    def sign_in_again(self) -> None:
        """Give everybody a new sign-in."""
        with self.app.test_request_context():
            self.tokens = _sign_ins(self.people)
            db.session.commit()

    def path(self, endpoint: str, **values: Any) -> str:
        """The address of an endpoint."""
        with self.app.test_request_context():
            return self.app.url_for(endpoint, **values)


def words(answer: TestResponse) -> str:
    """What an answer says, also where it is a spreadsheet, a pack of texts or a paper of ours."""
    if answer.mimetype == PDF and 'filename="lotse-' in answer.headers["Content-Disposition"]:
        return pdf.text(answer.data)
    if answer.mimetype not in (spreadsheet.MIMETYPE, "application/zip"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


def without_tokens(html: str) -> str:
    """The page without what is different each time."""
    return TOKEN.sub("", html)


def snapshot(app: Flask, ignoring: Collection[str] = ()) -> list[tuple[str, str]]:
    """Every row of every table, without the tables and the columns (`table.column`) named; one statement."""
    with app.app_context(), db.engine.connect() as connection:
        everything = _all_rows(connection.dialect.name, frozenset(ignoring))
        return sorted((table, row) for table, row in connection.exec_driver_sql(everything))


@cache
def _all_rows(dialect: str, ignoring: frozenset[str]) -> str:
    parts = []
    for table in metadata.sorted_tables:
        names = [f'"{one.name}"' for one in table.columns if f"{table.name}.{one.name}" not in ignoring]
        if table.name not in ignoring:
            row = (
                f"ROW({', '.join(names)})::text" if dialect == "postgresql" else " || ', ' || ".join(map(QUOTED, names))
            )
            parts.append(f"SELECT '{table.name}', {row} FROM \"{table.name}\"")
    return " UNION ALL ".join(parts)


def _people() -> SimpleNamespace:
    today = clock.today()
    house = make.unit("Stadt Probe", kind=UnitKind.HOUSE)
    office, elsewhere = make.unit("Bürgeramt", house), make.unit("Tiefbauamt", house)
    people = SimpleNamespace(house=house, office=office, elsewhere=elsewhere)
    places = {
        "owner": office,
        "colleague": office,
        "leader": office,
        "deputy": office,
        "ex_leader": office,
        "expired": office,
        "left": office,
    }
    for actor in ACTORS[1:]:
        left_on = today - DAY if actor == "left" else None
        other = {"email": "owner.secret@stadt.example", "personnel_number": "P-SECRET"} if actor == "owner" else {}
        person = make.person(f"{actor.title()} Probe", places.get(actor, elsewhere), left_on=left_on, **other)
        setattr(people, actor, person)
    make.head(office, people.leader)
    make.head(elsewhere, people.other_leader)
    make.head(office, people.deputy, Position.DEPUTY, valid_from=today, valid_to=today)
    make.head(office, people.ex_leader, valid_to=today - DAY)
    make.role(people.hr, Role.HR, office)
    make.role(people.other_hr, Role.HR, elsewhere)
    make.role(people.developer, Role.HR)
    make.role(people.organiser, Role.ORGANISER)
    make.role(people.other_organiser, Role.ORGANISER)
    make.role(people.administrator, Role.ADMINISTRATOR)
    make.role(people.auditor, Role.AUDITOR)
    return people


def _sign_ins(people: SimpleNamespace) -> dict[str, str]:
    tokens = {actor: make.sign_in(getattr(people, actor)) for actor in ACTORS[1:]}
    long_ago = {"seen_at": clock.now() - DAY, "began_at": clock.now() - DAY}
    db.session.execute(update(SignIn).where(SignIn.person_id == people.expired.id).values(long_ago))
    return tokens


def _things(people: SimpleNamespace) -> SimpleNamespace:
    owner, now = people.owner, clock.now()
    things = SimpleNamespace()
    things.days = learning_event(people.organiser)
    things.wishing = learning_event(people.organiser, Choosing.WISHES)
    for days in (things.days, things.wishing):
        make.booking(days.event.bookable, owner)
    make.booking(things.days.plain.bookable, owner)
    db.session.add(SlotWish(person_id=owner.id, slot_id=things.wishing.plain.id, rank=1))
    things.event = make.event("Konferenz")
    make.organiser(things.event.bookable, people.organiser)
    things.door_token = "a-secret-that-only-the-door-knows"
    things.door = make.door(things.event.bookable, people.organiser, things.door_token)
    things.quota = make.quota(things.event.bookable, people.elsewhere)
    things.other_event = make.event("Markt")
    make.organiser(things.other_event.bookable, people.other_organiser)
    things.closed_event = make.event("Nur für das Tiefbauamt", audience_id=people.elsewhere.id)
    things.asking_event = make.event("Klausur", mode=Mode.APPROVAL)
    things.offering_event = make.event("Vortrag")
    _lots(things, people, now)
    _fair(things, people)
    _pack(things, people)
    things.draft_event = make.event("Noch nicht bekannt", is_draft=True)
    things.draft_event.published_at = None
    make.organiser(things.draft_event.bookable, people.organiser)
    _online(things, people, now)
    things.booking = make.booking(things.event.bookable, owner)
    things.request = make.booking(things.asking_event.bookable, owner, State.REQUESTED, reason="weil es passt")
    _passed_up(things, people)
    called = make.event("Rundgang").bookable
    make.organiser(called, people.organiser)
    things.entered = make.booking(called, owner, way=Way.ORGANISER)
    things.offered = make.booking(things.offering_event.bookable, owner, State.OFFERED)
    db.session.add(Offer(booking=things.offered, made_at=now, expires_at=now + DAY))
    _afterwards(things, people)
    things.invited_event = make.event("Empfang", mode=Mode.INVITATION)
    make.organiser(things.invited_event.bookable, people.organiser)
    things.invitation = make.invitation(things.invited_event.bookable, owner, people.organiser)
    things.handover = make.handover(things.booking, people.colleague)
    things.notice = Notice(
        person_id=owner.id, kind=Kind.BOOKING_CONFIRMED, values={"title": "Konferenz"}, path="/", at=now
    )
    _learning(things, owner, people.elsewhere, now)
    make.organiser(things.session.bookable, people.organiser)
    things.session.trainers = [SessionTrainer(person_id=people.colleague.id)]
    things.seat = make.booking(things.session.bookable, owner)
    _shares(things, people)
    _plan(things, owner, now)
    _evidence(things, people)
    _qualifications(things, people)
    _templates(things, people)
    _talks(things, people, now)
    _accompanied(things, people, now)
    _for_oneself(things, owner, now)
    _trainings(things, people)
    _teams(things, people)
    _certificates(things, people)
    db.session.add_all(
        [
            things.notice,
            *[StaticPage(slug="help", language=code, title="Hilfe", body_html="<p>x</p>") for code in ("de", "en")],
        ]
    )
    things.task = Task(
        kind="test", arguments={}, language="de", person_id=owner.id, queued_at=now, due_at=now, all_steps=3
    )
    db.session.add(things.task)
    make.sign_in(owner)
    db.session.flush()
    things.sign_in = db.session.scalars(select(SignIn).where(SignIn.person_id == owner.id)).one()
    return things


def _afterwards(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """What the owner needs on the day of one event, and feedback on another: five have answered, and one since then."""
    things.event.bookable.food_reason = "Damit alle etwas essen können"
    db.session.add(Need(booking_id=things.booking.id, food="ohne Sellerie"))
    things.past_event = make.event("War neulich", in_days=-3)
    make.organiser(things.past_event.bookable, people.organiser)
    guests = [make.person(f"Gast{at} Probe", people.elsewhere) for at in range(6)]
    things.sheet = make.sheet(things.past_event.bookable, people.organiser, [people.owner, *guests])
    for guest, scale in zip(guests, "124454", strict=True):
        text = "Ein Satz ohne Namen" if guest is not guests[5] else "Der sechste Satz"
        make.feedback(things.sheet, guest, scale, "yes", text)


def _passed_up(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """A request of the owner on which nobody had decided: it lies with the leader of the other office as well."""
    event = make.event("Lehrgang", mode=Mode.APPROVAL)
    request = {"reason": "weil es drängt", "passed_to": people.elsewhere}
    things.passed_up = make.booking(event.bookable, people.owner, State.REQUESTED, **request)


def _lots(things: SimpleNamespace, people: SimpleNamespace, now: dt.datetime) -> None:
    """An event whose seats are drawn; its list is fixed, and the owner stands on it."""
    things.drawn_event = make.event("Verlost", mode=Mode.DRAW, closes_at=now - DAY)
    make.organiser(things.drawn_event.bookable, people.organiser)
    applied = make.booking(things.drawn_event.bookable, people.owner, State.REQUESTED)
    make.seat_draw(things.drawn_event.bookable, {"SECR-ETLL": applied})


def _fair(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """A fair with a stand of the owner that has a place, and one that waits for it."""
    things.fair_event = make.event("Messe")
    make.organiser(things.fair_event.bookable, people.organiser)
    fair = make.fair(things.fair_event.bookable)
    things.stand = make.stand(fair, people.owner, remark="Nur für die Messeleitung")
    things.placed_stand = make.stand(fair, people.owner, "7")
    things.stand_code = signed(current_app.config["SECRET_KEY"], "stand", things.placed_stand.id)


def _pack(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """A ZIP that the developer looks at."""
    pack = int(store.write(archive({"README.txt": b"x"})), 16)
    things.pack_code = signed(current_app.config["SECRET_KEY"], f"pack of {people.developer.id}", pack)


def _online(things: SimpleNamespace, people: SimpleNamespace, now: dt.datetime) -> None:
    """Two events with a link: one in a month, one that begins now, where the owner has a seat and another one waits."""
    times = dict.fromkeys(("starts_at", "closes_at", "cancel_until"), now) | {"ends_at": now + DAY}
    things.event.link = "https://treffen.example/erst-in-einem-monat"
    things.drop_in = make.event("Sprechstunde", mode=Mode.DROP_IN)
    make.organiser(things.drop_in.bookable, people.organiser)
    things.series = EventSeries(key="series", title="Sprechstunde", place="Rathaus", first_on=clock.today())
    things.series.rule = "FREQ=WEEKLY;COUNT=9;INTERVAL=1;BYDAY=TU;WKST=MO"
    things.series.starts, things.series.ends = dt.time(9), dt.time(10)
    things.drop_in.series, things.drop_in.series_day = things.series, clock.today()
    db.session.flush()
    db.session.add(Mark(person_id=people.owner.id, event_id=things.drop_in.id, marked_at=now))
    things.online_event = make.event("Beginnt gleich", **times)
    things.online_event.link = "https://treffen.example/nur-mit-platz"
    make.booking(things.online_event.bookable, people.owner)
    make.booking(things.online_event.bookable, people.colleague, State.WAITLISTED)


def _learning(things: SimpleNamespace, owner: Person, elsewhere: OrgUnit, now: dt.datetime) -> None:
    things.course = make.course("Daten verstehen")
    things.unit = make.course_unit(things.course)
    things.course_file = make.course_file(things.course)
    things.draft = make.course("Ein Kurs als Entwurf", published_at=None)
    things.external = make.course("Kurs anderswo", format=Format.EXTERNAL, link="https://example.org/")
    things.session = make.session(make.course("Seminar", format=Format.SEMINAR))
    internal = make.course("Für ein Amt", format=Format.SEMINAR)
    things.closed_session = make.session(internal, audience_id=elsewhere.id, place="Raum im Tiefbauamt")
    things.edition = make.edition("entwurf")
    things.edition_file = make.edition_file(things.edition)
    things.competence = make.competence()
    make.outcome(things.course, things.competence)
    things.framework, things.area = things.competence.area.framework, things.competence.area
    things.draft_area = make.area(framework=make.framework("Modell als Entwurf", stage=Stage.DRAFT))
    things.draft_competence = make.competence("Können im Entwurf", things.draft_area)
    things.profile = make.profile(targets={things.competence: 3})
    things.statement = make.statement(owner, things.competence, 2, note="eine Notiz über mich")
    things.family, things.empty_family = make.family(), make.family("Leere Stellenart")
    things.job, things.spare_job = (make.job(title, things.family) for title in ("Besetzt", "Unbesetzt"))
    db.session.add_all(
        [
            Goal(person_id=owner.id, profile_id=things.profile.id, chosen_at=now),
            Enrolment(person_id=owner.id, course_id=things.course.id, begun_at=now),
            Enrolment(person_id=owner.id, course_id=things.external.id, begun_at=now, completed_on=clock.today() - DAY),
            UnitProgress(person_id=owner.id, unit_id=things.unit.id, done_at=now),
        ]
    )


def _evidence(things: SimpleNamespace, people: SimpleNamespace) -> None:
    owner, competence = people.owner, things.competence
    things.evidence = make.evidence(
        owner, {competence: 3}, "Ein eigener Nachweis", text="Worte zum Nachweis", file=True
    )
    things.withdrawn_evidence = make.evidence(owner, {competence: 2}, "Zurückgezogen", file=True, withdrawn=True)
    things.restored_evidence = make.evidence(owner, {competence: 2}, "Wieder da", withdrawn=True)
    things.deleted_evidence = make.evidence(owner, {competence: 2}, "Gelöscht", withdrawn=True)
    things.old_evidence = make.evidence(owner, {competence: 2}, "Von früher")
    things.confirmation = make.inquiry(owner, people.colleague, evidence=things.evidence)
    make.inquiry(owner, people.other_team, evidence=things.withdrawn_evidence)
    things.inquiry = make.inquiry(owner, people.leader, AskedAs.LEADER, [competence], note="Bitte ein Wort")
    things.old_inquiry = make.inquiry(owner, people.ex_leader, AskedAs.LEADER, [competence], note="Bitte ein Wort")
    things.asked_in_vain = make.inquiry(owner, people.other_team, competences=[competence], ends_in_days=-1)


def _qualifications(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """What the owner holds by an old record, beside what nobody asks them for."""
    things.qualification = make.qualification("Unterweisung Probe")
    things.holding = make.holding(people.owner, things.qualification, detail="Ein alter Ausweis")
    make.bearing(things.course, things.qualification)
    things.rule = make.mandatory_rule(things.qualification, unit=people.office)
    things.spare_rule = make.mandatory_rule(make.qualification("Noch keine Pflicht"), days_on=None)


def _shares(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """A secret proof shared with a colleague, once shared with the leader, and a word agreed with the leader."""
    owner, secret = people.owner, make.competence("Geteilte Kunst")
    things.owner_id = owner.id
    proof = make.statement(owner, secret, 3, RuleKind.EXTERNAL, source="ein geteilter Beweis")
    own = make.competence("Vereinbarte Kunst")
    things.leaders_word = make.statement(
        owner,
        own,
        2,
        RuleKind.LEADER,
        actor_id=people.leader.id,
        source="ein vereinbartes Gespräch",
        visibility=Visibility.AGREED,
    )
    asked = make.competence("Erfragte Kunst")
    things.leaders_answer = make.statement(
        owner, asked, 2, RuleKind.LEADER, actor_id=people.leader.id, source="Anfrage"
    )
    long_ago = clock.now() - 3 * DAY
    things.share = make.share(owner, people.colleague, [proof])
    things.ended_share = make.share(owner, people.leader, [proof], starts_at=long_ago, ends_at=long_ago + DAY)
    things.withdrawn_share = make.share(owner, people.leader, [proof], starts_at=long_ago, withdrawn_at=long_ago + DAY)


def _plan(things: SimpleNamespace, owner: Person, now: dt.datetime) -> None:
    plan = Plan(person_id=owner.id, changed_at=now)
    common = {"kind": ItemKind.OWN, "minutes": 30, "added_at": now}
    things.item = PlanItem(title="Ein eigener Schritt", note="Nur für mich notiert", position=1, **common)
    things.removed_item = PlanItem(title="Ein entfernter Schritt", position=2, removed_at=now, **common)
    plan.items = [things.item, things.removed_item]
    db.session.add(plan)
    things.calendar_token = "a-secret-that-only-the-calendar-knows"
    hashed = token_hash(things.calendar_token)
    db.session.add(CalendarFeed(person_id=owner.id, token_hash=hashed, made_at=now))
    db.session.flush()


def _templates(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """One for the whole house, one that assigns in the owner's office, and one that is archived."""
    things.template = make.plan_template("Einarbeitung")
    things.template_item = make.template_item(things.template)
    things.old_template = make.plan_template("Alte Vorlage", archived_at=clock.now())
    things.running_template = make.plan_template(
        "Nur im Bürgeramt", unit_id=people.office.id, assigns_since=clock.now()
    )
    make.template_item(things.running_template)


def _talks(things: SimpleNamespace, people: SimpleNamespace, now: dt.datetime) -> None:
    """One talk that both prepare, and one that is agreed; each side has written something."""
    owner, leader, today = people.owner, people.leader, clock.today()
    common = {"person_id": owner.id, "profile_id": things.profile.id, "proposed_by_id": owner.id, "proposed_at": now}
    things.talk = Talk(planned_on=today + DAY, **common)
    record = {"recorded_at": now, "recorded_by_id": leader.id, "agreed_at": now, "agreed_by_id": owner.id}
    things.agreed_talk = Talk(planned_on=today - DAY, **common, **record)
    things.talk.sides = [_side(owner, "Entwurf der Person", None), _side(leader, "Entwurf der Führung", None)]
    things.agreed_talk.sides = [
        _side(owner, "Freigabe der Person", now),
        _side(leader, "Freigabe der Führung", now),
    ]
    things.agreed_talk.items = [TalkItem(position=1, title="Ein vereinbarter Schritt", minutes=30)]
    db.session.add_all([things.talk, things.agreed_talk])
    db.session.flush()


def _side(author: Person, text: str, released_at: dt.datetime | None) -> TalkSide:
    side = Side.EMPLOYEE if author.given_name == "Owner" else Side.LEADER
    empty = dict.fromkeys(("helping", "looking_ahead", "steps"), "")
    return TalkSide(
        author_id=author.id, side=side, looking_back=text, changed_at=clock.now(), released_at=released_at, **empty
    )


def _accompanied(things: SimpleNamespace, people: SimpleNamespace, now: dt.datetime) -> None:
    """The owner is new: one buddy has accepted, one is asked; what is noted is read by two."""
    common = {"person_id": people.owner.id, "asked_by_id": people.leader.id, "asked_at": now}
    when = {"weekday": 2, "time": dt.time(10), "until": clock.today() + 30 * DAY}
    things.pair = BuddyPair(buddy_id=people.colleague.id, accepted_at=now, **common, **when)
    things.asked_pair = BuddyPair(buddy_id=people.other_team.id, **common, **when)
    db.session.add_all([things.pair, things.asked_pair])
    db.session.flush()
    note = {"day": clock.today(), "body": "Eine Notiz zu zweit", "changed_at": now}
    things.note = BuddyNote(pair_id=things.pair.id, author_id=people.colleague.id, **note)
    db.session.add(things.note)
    db.session.flush()


def _for_oneself(things: SimpleNamespace, owner: Person, now: dt.datetime) -> None:
    today = clock.today()
    texts = {"worked": "Ein Satz über meine Woche", "hindered": "", "next_week": "", "changed_at": now}
    things.review = WeeklyReview(person_id=owner.id, monday=monday_of(today), **texts)
    course = {"person_id": owner.id, "course_id": things.course.id, "title": "Daten verstehen", "learnt_on": today}
    answer = {"answer": Answer.NOT_YET, "answered_at": now, "what": "Eine Praxiserfahrung"}
    things.question = PracticeQuestion(weeks=6, asked_on=today, **course)
    db.session.add_all([things.review, things.question, PracticeQuestion(weeks=2, asked_on=today, **course, **answer)])
    db.session.flush()


def _trainings(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """What the owner asks for, one in each state that has pages, and a budget of the office."""
    owner, kinds = people.owner, {"reason": "Ein Wunsch im Vertrauen", "competence_id": things.competence.id}
    for name in ("draft", "with_leader", "with_hr", "approved", "declined"):
        state = RequestState(name.replace("_", "-"))
        setattr(things, f"training_{name}", make.training_request(owner, f"Wunsch {name}", state, **kinds))
    done = {"spent_cents": 70_00, "happened_on": clock.today() - DAY, **kinds}
    things.training_done = make.training_request(owner, "Wunsch done", RequestState.DONE, **done)
    for request, is_yes in ((things.training_with_hr, True), (things.training_declined, False)):
        said = {"version": 1, "stage": RequestStage.LEADER, "note": "Ein Grund im Vertrauen", "is_yes": is_yes}
        decided = {"decided_by_id": people.leader.id, "decided_at": clock.now()}
        db.session.add(Decision(request=request, **said, **decided))
    things.budget = make.training_budget(people.office)
    things.spare_budget = make.training_budget(people.office, year=2001)
    db.session.flush()


def _certificates(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """The owner has one that holds and one that was revoked."""
    owner, now = people.owner, clock.now()
    things.certificate = make.certificate(things.course, owner, "Name auf dem Papier", "7K3F9QXM2B4THW5ZC8RD")
    revoked = {"revoked_at": now, "revoked_by_id": people.hr.id, "reason": "Nur der Grund des Widerrufs"}
    things.revoked_certificate = make.certificate(
        things.external, owner, "Name von früher", "0K3F9QXM2B4THW5ZC8RD", **revoked
    )


def _teams(things: SimpleNamespace, people: SimpleNamespace) -> None:
    """One that asks by name: the owner has not answered, a colleague has agreed."""
    things.panel = make.panel(people.organiser, "Ein Team nach Namen", groups=(people.office,))
    things.asked_member = make.panel_member(things.panel, people.owner)
    things.member = make.panel_member(things.panel, people.colleague, accepted_at=clock.now())
    open_call = {"closes_at": clock.now() + 7 * DAY, "seed_source": "Lottozahlen", "seed_on": clock.today() + 9 * DAY}
    things.call = make.panel(people.organiser, "Ein Team mit Aufruf", **open_call)
    make.volunteer(things.call, people.owner, pseudonym="SECR-ETAA")
    long_ago = {"closes_at": clock.now() - 7 * DAY, "seed_source": "Lottozahlen", "seed_on": clock.today() - 3 * DAY}
    things.drawn_panel = make.panel(
        people.organiser, "Ein ausgelostes Team", called_at=clock.now() - 9 * DAY, **long_ago
    )
    make.volunteer(things.drawn_panel, people.owner, pseudonym="SECR-ETBB")
    make.panel_member(things.drawn_panel, people.owner, accepted_at=clock.now(), way="drawn")
    make.panel_draw(things.drawn_panel, ["SECR-ETBB", "SECR-ETCC"], drawn=["SECR-ETBB"])
