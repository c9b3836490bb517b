"""Talks, a buddy, weekly reviews and a question about practice: what the people of the accounts find at first.

Beyond these few nobody's talks and reviews are invented: they would be read by nobody.
"""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select

from app import clock
from app.competences.models import Competence, ProfileFamily
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format
from app.demo.diary import Diary, workday
from app.demo.library import CourseFacts, Library
from app.demo.staff import Employee, Staff
from app.people.models import JobFamily
from app.plans.models import (
    AgreedLevel,
    BuddyNote,
    BuddyPair,
    Plan,
    PlanItem,
    PracticeQuestion,
    Talk,
    TalkItem,
    TalkSide,
    WeeklyReview,
    WishedLevel,
)
from app.plans.rules import ItemKind, ItemState, monday_of
from app.plans.rules.practice import EARLY
from app.plans.rules.talk import Side

EMPLOYEE, LEADER = "beschaeftigte", "leitung"
LEARNT = "data-protection-basics"
WEEK = dt.timedelta(days=7)
REVIEWS = {
    EMPLOYEE: (
        (
            "Die ersten Bescheide allein geschrieben.",
            "Viele Rückfragen am Telefon.",
            "Eine Stunde freihalten.",
        ),
        (
            "Eine Einheit in der Mittagspause.",
            "Die Software war gestört.",
            "Das Handbuch zu Ende lesen.",
        ),
        ("Mit dem Bauamt einen kurzen Weg gefunden.", "", "Die Vorlage für Anschreiben überarbeiten."),
    ),
    LEADER: (
        ("Zwei Aufgaben wirklich abgegeben.", "Der Haushalt hat alles verdrängt.", "Freitag eine Stunde ohne Termine."),
        (
            "Die Runde im Team war kürzer und besser.",
            "Zu viele E-Mails am Abend.",
            "Feste Zeiten ausprobieren.",
        ),
    ),
}
PREPARED = {
    "looking_back": "Die Vertretung im Sommer hat gut geklappt.\nDie neue Terminvergabe war am Anfang holprig.",
    "helping": "Kurze Wege im Team. Am meisten stören Unterbrechungen am Telefon.",
    "looking_ahead": "Mehr Sicherheit mit Auswertungen und weniger Papier.",
    "steps": "Eine Auswertung selbst bauen\nEinen Tag im Nachbaramt mitarbeiten",
}
LEADERS_VIEW = {
    "looking_back": "Die Bescheide sind klar, das hören wir auch von außen.",
    "helping": "Freie Zeit am Vormittag hilft. Die Technik hat uns gebremst.",
    "looking_ahead": "Im Frühjahr kommt die E-Akte, dafür brauche ich jemanden, der gern erklärt.",
    "steps": "Die Einführung der E-Akte begleiten",
}
LEADERS_VIEW_THEN = {
    "looking_back": "Die Vertretung war verlässlich, auch in der Woche mit den vielen Anträgen.",
    "helping": "Absprachen am Montagmorgen helfen. Rückfragen per E-Mail gehen noch zu oft hin und her.",
    "looking_ahead": "Der Monatsbericht soll ohne Handarbeit entstehen. Das traue ich Ihnen zu.",
    "steps": "Den Monatsbericht mit einer Auswertung aufbauen",
}
NOTES = (
    "Wer im Haus wofür zuständig ist, steht im Intranet unter „Wegweiser“.",
    "Nächstes Mal: Wie läuft die Vertretung im Dezember?",
)


def fill(hired: Staff, library: Library, leader_of: Callable[[Employee], Employee | None], diary: Diary) -> None:
    """Give the accounts something to open."""
    if not {EMPLOYEE, LEADER} <= hired.accounts.keys():
        return
    employee, leader = hired.accounts[EMPLOYEE], hired.accounts[LEADER]
    team = [one for one in hired.everybody if leader_of(one) is leader and one.account is None and one.email]
    _write_reviews(hired, diary)
    _open_talk(employee, leader, _profile_of(employee, diary), diary)
    _ask_about_practice(employee, library, diary)
    if team:
        _agreed_talk(team[0], leader, library, diary)
        _accompany(employee, team[-1], leader, diary)


def _open_talk(employee: Employee, leader: Employee, profile: int | None, diary: Diary) -> None:
    """The leader has released, the employee has not begun."""
    talk = _talk(employee, leader, workday(diary.today + 2 * WEEK), diary.today - WEEK, profile, diary)
    _side(talk, leader, Side.LEADER, LEADERS_VIEW, diary.today - dt.timedelta(days=3), diary)


def _agreed_talk(employee: Employee, leader: Employee, library: Library, diary: Diary) -> None:
    """Two months ago: two levels and a step in the plan."""
    at = diary.moment(workday(diary.today - 8 * WEEK))
    day = clock.local(at).date()
    targets = dict(list(library.targets_of_family.get(employee.job.family, {}).items())[:2])
    profile = _profile_of(employee, diary)
    talk = _talk(employee, leader, day, day - 3 * WEEK, profile, diary, agreed_at=at)
    for author, side, texts in ((employee, Side.EMPLOYEE, PREPARED), (leader, Side.LEADER, LEADERS_VIEW_THEN)):
        written = _side(talk, author, side, texts, day - WEEK, diary)
        for competence, target in targets.items():
            wish = {"side_id": written, "competence_id": competence, "level": max(1, target - 1)}
            diary.rows.link(WishedLevel, **wish)
    for competence, target in targets.items():
        level = max(1, target - 1)
        diary.rows.link(AgreedLevel, talk_id=talk, competence_id=competence, level=level, target=target)
        diary.agree(employee, competence, level, at, by=leader)
    title, minutes, due_on = "Eine Auswertung für den Monatsbericht selbst bauen", 120, workday(diary.today + 4 * WEEK)
    aim = _aim(diary)
    step = _step(employee, title, minutes, due_on, day, diary, **aim)
    values = {"title": title, "minutes": minutes, "due_on": due_on, "plan_item_id": step, **aim}
    diary.rows.add(TalkItem, talk_id=talk, position=1, **values)


def _aim(diary: Diary) -> dict[str, int | None]:
    """What the agreed step is for."""
    competence = diary.rows.session.scalar(select(Competence.id).where(Competence.key == "data-evaluate"))
    return {"competence_id": competence, "target_level": 2 if competence else None}


def _talk(
    employee: Employee,
    leader: Employee,
    day: dt.date,
    proposed_on: dt.date,
    profile: int | None,
    diary: Diary,
    *,
    agreed_at: dt.datetime | None = None,
) -> int:
    return diary.rows.add(
        Talk,
        person_id=employee.id,
        proposed_by_id=leader.id,
        profile_id=profile,
        planned_on=day,
        proposed_at=diary.moment(proposed_on),
        recorded_at=agreed_at,
        recorded_by_id=leader.id if agreed_at else None,
        record_number=int(agreed_at is not None),
        agreed_at=agreed_at,
        agreed_by_id=employee.id if agreed_at else None,
        called_off_at=None,
    )


def _side(talk: int, author: Employee, side: Side, texts: dict[str, str], on: dt.date, diary: Diary) -> int:
    at = diary.moment(on)
    return diary.rows.add(
        TalkSide, talk_id=talk, author_id=author.id, side=side, changed_at=at, released_at=at, **texts
    )


def _step(
    employee: Employee, title: str, minutes: int, due_on: dt.date, on: dt.date, diary: Diary, **aim: int | None
) -> int:
    """The agreed step at the end of the person's plan."""
    plan = next((row["id"] for row in diary.rows.of(Plan) if row["person_id"] == employee.id), None)
    at = diary.moment(on)
    if plan is None:
        plan = diary.rows.add(Plan, person_id=employee.id, weekly_minutes=60, changed_at=at, version=1)
    position = 1 + max((row["position"] for row in diary.rows.of(PlanItem) if row["plan_id"] == plan), default=0)
    values = {"title": title, "minutes": minutes, "due_on": due_on, "added_at": at, "done_on": None}
    reason = f"Im Gespräch am {on:%d.%m.%Y} vereinbart."
    kind = {"kind": ItemKind.OWN, "state": ItemState.AGREED, "position": position, "reason": reason}
    return diary.rows.add(PlanItem, plan_id=plan, course_id=None, **aim, **values, **kind)


def _write_reviews(hired: Staff, diary: Diary) -> None:
    for account, weeks in REVIEWS.items():
        for back, (worked, hindered, next_week) in enumerate(weeks, start=1):
            monday = monday_of(diary.today) - back * WEEK
            texts = {"worked": worked, "hindered": hindered, "next_week": next_week}
            changed_at = diary.moment(monday + dt.timedelta(days=4))
            person = hired.accounts[account].id
            diary.rows.add(WeeklyReview, person_id=person, monday=monday, changed_at=changed_at, **texts)


def _ask_about_practice(employee: Employee, library: Library, diary: Diary) -> None:
    able = [course for course in library.of_format(Format.SELF_PACED) if course.outcomes and course.units]
    course = next(iter(sorted(able, key=lambda course: course.slug != LEARNT)), None)
    if course is not None:
        learnt_on = workday(diary.today - 15 * dt.timedelta(days=1))
        _completed(employee, course, learnt_on, diary)
        diary.rows.add(
            PracticeQuestion,
            person_id=employee.id,
            course_id=course.id,
            title=course.title,
            weeks=EARLY,
            learnt_on=learnt_on,
            asked_on=diary.today - dt.timedelta(days=1),
            answer=None,
            answered_at=None,
            what="",
            place="",
            outcome="",
        )


def _completed(employee: Employee, course: CourseFacts, day: dt.date, diary: Diary) -> None:
    """The way through the course that is asked about, with the levels that it proves."""
    begun_at = diary.moment(day - dt.timedelta(days=2))
    for unit in course.units:
        diary.rows.link(UnitProgress, person_id=employee.id, unit_id=unit, done_at=diary.moment(day))
    values = {"begun_at": begun_at, "completed_on": day, "left_at": None}
    diary.rows.add(Enrolment, person_id=employee.id, course_id=course.id, session_id=None, **values)
    for competence, level in course.outcomes.items():
        diary.prove(employee, competence, level, day, course.title)


def _accompany(employee: Employee, buddy: Employee, leader: Employee, diary: Diary) -> None:
    since = monday_of(diary.today) - 3 * WEEK
    pair = diary.rows.add(
        BuddyPair,
        person_id=employee.id,
        buddy_id=buddy.id,
        asked_by_id=leader.id,
        asked_at=diary.moment(since),
        accepted_at=diary.moment(since + dt.timedelta(days=1)),
        declined_at=None,
        weekday=2,
        time=dt.time(9, 30),
        until=diary.today + 9 * WEEK,
        ended_at=None,
        ended_by_id=None,
    )
    for number, (author, body) in enumerate(zip((buddy, employee), NOTES, strict=True)):
        day = since + dt.timedelta(days=2) + number * WEEK
        diary.rows.add(BuddyNote, pair_id=pair, author_id=author.id, day=day, body=body, changed_at=diary.moment(day))


def _profile_of(employee: Employee, diary: Diary) -> int | None:
    """What the person's family of jobs asks for."""
    query = select(ProfileFamily.profile_id).join(JobFamily, JobFamily.id == ProfileFamily.family_id)
    return diary.rows.session.scalar(query.where(JobFamily.key == employee.job.family))
