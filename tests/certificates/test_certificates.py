"""A certificate from the completed course to the page that says the same as the paper."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from sqlalchemy import delete, select

from app import clock
from app.activity.models import Activity
from app.certificates import actions
from app.certificates.models import Certificate
from app.certificates.rules import spelled
from app.certificates.wording import Letterhead
from app.courses import actions as courses
from app.courses.models import Course, SessionTrainer
from app.courses.rules import Format
from app.db import begin_writing, db
from app.people.models import Person
from app.qualifications import actions as qualifications
from app.qualifications.models import Holding
from app.qualifications.rules import Source
from app.visibility.models import ReadAudit
from tests import make
from tests.text import pdf

HEAD = Letterhead("Stadt Probe")
REASON = {"reason": "Der Name war falsch geschrieben."}


@pytest.fixture
def course(saved, cast):
    """A course that Ada completed last week."""
    made = saved(make.course, title="Daten lesen", abilities=["Zahlen prüfen", "Fragen stellen"], effort_minutes=90)
    saved(make.completed, made, cast.ada, days_ago=7)
    return made


@pytest.fixture
def stranger(app, client):
    """Somebody who holds a paper and signs in nowhere."""
    browser = app.test_client()
    browser.set_cookie("language", "en")
    return browser


def download(client, course):
    answer = client.post(f"/courses/{course.slug}/certificate", follow_redirects=True)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return answer


def gave(course, person, days_ago, qualification=None, **other):
    """The course gave this to the person that day."""
    held = {"source": Source.COURSE, "path": f"/courses/{course.slug}", **other}
    return make.holding(db.session.merge(person), qualification or make.qualification(), days_ago, **held)


def issued(app):
    """The certificates as they are stored, the first one first."""
    with app.app_context():
        return db.session.scalars(select(Certificate).order_by(Certificate.id)).all()


def strings(words):
    """Every single text of a paper."""
    for said in words.values():
        yield from strings(dict(enumerate(said))) if isinstance(said, list) else [said]


def plain(text):
    return re.sub(r"[\s\xad]+", "", text)


@pytest.mark.any_database
def test_paper_and_page_say_the_same_word_for_word_and_never_anything_else_again(app, client, stranger, cast, course):
    first = download(client.sign_in(cast.ada), course)
    (certificate,) = issued(app)
    with app.app_context():
        db.session.get_one(Course, course.id).title = "Ein neuer Titel"
        db.session.get_one(Person, cast.ada.id).family_name = "Anders"
        db.session.get_one(Course, course.id).effort_minutes = 5
        db.session.commit()

    again = download(client, course)
    page = stranger.get(f"/verify/{certificate.code}")

    assert again.data == first.data
    assert len(issued(app)) == 1
    said = [one for one in strings(certificate.words) if one not in ("de", "en")]
    assert {"Ada Ahrens", "Daten lesen", "1 h 30 min", "Zahlen prüfen", "Stadt Probe", certificate.serial} <= set(said)
    on_paper, on_page = plain(pdf.text(first.data)), plain(re.sub(r"<[^>]+>", "", page.text))
    assert [one for one in said if plain(one) not in on_paper] == []
    assert [one for one in said if plain(one) not in on_page] == []
    assert spelled(certificate.code) in pdf.text(first.data).replace(" ", "")
    assert "Ein neuer Titel" not in page.text + pdf.text(again.data)


@pytest.mark.any_database
def test_the_paper_is_for_everybody_and_its_picture_says_where_it_leads(app, client, cast, course):
    made = download(client.sign_in(cast.ada), course).data
    (certificate,) = issued(app)
    tree = pdf.read(made).root_object["/StructTreeRoot"]

    def texts(one):
        if isinstance(one, dict):
            yield str(one.get("/Alt", ""))
            inside = one.get("/K", [])
            for part in inside if isinstance(inside, list) else [inside]:
                yield from texts(part.get_object() if hasattr(part, "get_object") else part)

    assert pdf.says_it_is_for_everybody(made)
    assert pdf.read(made).metadata.title == "Certificate of participation: Daten lesen"
    assert pdf.read(made).root_object["/Lang"] == "en"
    assert [alt for alt in texts(tree) if alt.endswith(f"/verify/{certificate.code}")]


@pytest.mark.any_database
def test_who_checks_a_paper_learns_nothing_else_and_no_search_engine_keeps_it(app, client, stranger, cast, course):
    download(client.sign_in(cast.ada), course)
    (certificate,) = issued(app)

    typed = stranger.get("/verify", query_string={"code": spelled(certificate.code).lower()})
    page = stranger.get(typed.location)
    unknown = stranger.get(f"/verify/{certificate.code[::-1]}")
    wrong = stranger.get("/verify?code=7K3F")

    assert (page.status_code, unknown.status_code, wrong.status_code) == (200, 404, 200)
    assert "Ada Ahrens" in page.text
    assert f'value="{spelled(certificate.code[::-1])}"' in unknown.text
    for secret in (cast.ada.personnel_number, cast.ada.email, "Bürgeramt", "Revoke"):
        assert secret not in page.text
    assert {one.headers["X-Robots-Tag"] for one in (page, unknown, wrong)} == {"noindex, nofollow"}
    assert "Ada" not in re.search(r"<title>.*</title>", page.text)[0] + unknown.text
    with app.app_context():
        assert db.session.scalars(select(Activity.details).where(Activity.verb == "certificates.issued")).all() == [
            {"course": course.id}
        ]


@pytest.mark.any_database
def test_a_revoked_paper_holds_no_longer_and_only_its_person_reads_why(app, client, stranger, cast, course, letters):
    download(client.sign_in(cast.ada), course)
    (certificate,) = issued(app)
    path = f"/verify/{certificate.code}"

    client.sign_in(cast.lin)
    assert "Revoke" in client.get(path).text
    assert client.post(f"{path}/revocation", data={"reason": " "}).status_code == 422
    assert client.post(f"{path}/revocation", data=REASON).status_code == 303
    assert client.post(f"{path}/revocation", data={"reason": "noch einmal"}).status_code == 303
    page = stranger.get(path).text
    client.sign_in(cast.ada)

    assert certificate.serial in page
    assert not [word for word in ("Ada", "Daten lesen", REASON["reason"], "holds</") if word in page]
    assert REASON["reason"] in client.get("/account/certificates").text
    assert client.get(f"/account/certificates/{certificate.id}.pdf").status_code == 404
    assert "has been revoked" in client.get(f"/courses/{course.slug}").text
    assert client.post(f"/courses/{course.slug}/certificate").status_code == 409
    assert letters.kinds(cast.ada) == ["certificate-revoked"]
    with app.app_context():
        verbs = db.session.scalars(select(Activity.verb).order_by(Activity.id)).all()
        looks = db.session.execute(select(ReadAudit.person_id, ReadAudit.purpose).distinct()).all()
    assert verbs == ["certificates.issued", "certificates.revoked"]
    assert looks == [(cast.ada.id, "revoking")]


@pytest.mark.any_database
def test_a_corrected_paper_takes_the_place_of_a_wrong_one(app, client, stranger, cast, course):
    download(client.sign_in(cast.ada), course)
    (wrong,) = issued(app)
    client.sign_in(cast.lin).post(f"/verify/{wrong.code}/revocation", data=REASON | {"replaceable": "y"})

    download(client.sign_in(cast.ada), course)

    _, right = issued(app)
    assert right.is_valid
    assert (right.serial == wrong.serial, right.code == wrong.code) == (False, False)
    assert "was revoked on" in stranger.get(f"/verify/{wrong.code}").text


@pytest.mark.any_database
def test_a_seminar_is_certified_once_those_who_lead_it_note_who_was_there_and_until_they_undo_that(
    app, client, cast, saved
):
    def made():
        seminar = make.course("Seminar", format=Format.SEMINAR)
        session = make.past_session(seminar)
        session.trainers = [SessionTrainer(person_id=cast.max.id)]
        booking = make.booking(session.bookable, db.session.merge(cast.ada))
        courses.attend(seminar, booking.person)
        return seminar, f"/sessions/{session.id}/attendance/{booking.id}", f"{session.bookable.days[0]}"

    seminar, noted, day = saved(made)

    def trainer_says(path):
        assert client.sign_in(cast.max).post(path, data={"day": day}).status_code == 303
        client.sign_in(cast.ada)

    client.sign_in(cast.ada)
    assert "noted that you were there" in client.get(f"/courses/{seminar.slug}").text
    assert client.post(f"/courses/{seminar.slug}/certificate").status_code == 409

    trainer_says(noted)
    assert "Attendance noted" in pdf.text(download(client, seminar).data)

    trainer_says(f"{noted}/undoing")
    (certificate,) = issued(app)
    assert (certificate.is_valid, certificate.replaceable) == (False, True)
    assert "Der Kurs gilt nicht mehr als abgeschlossen" in client.get("/account/certificates").text
    assert client.post(f"/courses/{seminar.slug}/certificate").status_code == 409

    trainer_says(noted)
    download(client, seminar)
    assert [one.is_valid for one in issued(app)] == [False, True]


@pytest.mark.any_database
def test_a_paper_says_until_when_what_the_course_gave_holds_and_the_page_when_that_is_over(
    app, client, stranger, cast, course, saved
):
    saved(lambda: gave(course, cast.ada, days_ago=7, valid_until=clock.today() + dt.timedelta(days=3)))

    made = download(client.sign_in(cast.ada), course).data

    (certificate,) = issued(app)
    path, said = f"/verify/{certificate.code}", dict(certificate.words["lines"])["Qualification"]
    assert said.startswith("Arbeitsschutz, valid until ")
    assert plain(said) in plain(pdf.text(made))
    assert "This certificate holds" in stranger.get(path).text
    with time_machine.travel(clock.now() + dt.timedelta(days=5)):
        page = stranger.get(path).text
    assert ("was valid until" in page, "This certificate holds" in page, said in page) == (1, 0, 1)


@pytest.mark.any_database
def test_who_does_a_course_again_gets_another_paper_until_what_it_gave_is_taken_back(app, client, cast, course, saved):
    kind = saved(lambda: gave(course, cast.ada, days_ago=7)).qualification
    first = download(client.sign_in(cast.ada), course).data
    anew = saved(lambda: gave(course, cast.ada, days_ago=0, qualification=db.session.merge(kind)))

    assert download(client, course).data != first
    assert [(one.completed_on, one.is_valid) for one in issued(app)] == [
        (clock.today() - dt.timedelta(days=7), True),
        (clock.today(), True),
    ]
    assert "Issued earlier" in client.get("/account/certificates").text

    saved(lambda: qualifications.retract(db.session.get_one(Holding, anew.id), by=None))

    assert [one.is_valid for one in issued(app)] == [True, False]
    assert "„Arbeitsschutz“, was darauf steht, wurde zurückgenommen" in client.get("/account/certificates").text
    assert download(client, course).data == first


@pytest.mark.any_database
def test_what_somebody_has_not_completed_is_not_certified(client, cast, course):
    client.sign_in(cast.zoe)

    assert client.post(f"/courses/{course.slug}/certificate").status_code == 409
    assert "You have not completed a course yet" in client.get("/account/certificates").text


@pytest.mark.any_database
def test_the_list_asks_little_however_long_it_is(client, cast, saved, queries):
    def made():
        for number in range(30):
            course = make.course(f"Kurs {number}")
            make.completed(course, cast.ada)
            make.certificate(course, cast.ada, "Ada Ahrens", f"{number:020d}")

    saved(made)
    client.sign_in(cast.ada)
    queries.clear()

    page = client.get("/account/certificates")

    assert len([one for one in queries if one.startswith("SELECT")]) <= 12
    assert len(page.data) < 60_000


@pytest.mark.any_database
def test_a_certificate_goes_with_its_person(app, client, cast, saved):
    leaver = saved(make.person, "Tim Tausend")
    course = saved(make.course)
    certificate = saved(make.certificate, course, leaver, "Tim Tausend", "7K3F9QXM2B4THW5ZC8RD")
    assert "Tim Tausend" in client.get(f"/verify/{certificate.code}").text

    with app.app_context():
        db.session.execute(delete(Person).where(Person.id == leaver.id))
        db.session.commit()

    assert client.get(f"/verify/{certificate.code}").status_code == 404
    assert issued(app) == []


def test_two_clicks_at_once_make_one_certificate(app, cast, course):
    def ask(_):
        with app.test_request_context():
            begin_writing()
            person, wanted = db.session.get_one(Person, cast.ada.id), db.session.get_one(Course, course.id)
            code = actions.issue(wanted, person, HEAD).code
            db.session.commit()
            return code

    with ThreadPoolExecutor(4) as clicks:
        codes = list(clicks.map(ask, range(8)))

    assert len(set(codes)) == len(issued(app)) == 1
