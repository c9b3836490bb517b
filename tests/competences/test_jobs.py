"""HR makes, renames and deletes families of jobs and jobs, one by one or by a file."""

import io
import re

import pytest
from sqlalchemy import select

from app.competences import queries
from app.competences.models import Profile
from app.db import db
from app.people.models import Job, JobFamily
from app.people.rules import Grade
from tests import make

IMPORT = "/studio/families/import"


def sent(text):
    """A file as a browser sends it."""
    return {"file": (io.BytesIO(text.encode()), "jobs.csv")}


def seen(page):
    """The state that a page's form says it shows."""
    return re.search(r'name="revision"[^>]*value="(\d+)"', page)[1]


def house(app):
    """All jobs with their level and family."""
    with app.app_context():
        query = select(Job.title, Job.grade, JobFamily.title).join(Job.family).order_by(Job.title)
        return [tuple(row) for row in db.session.execute(query)]


def family_of(app, job):
    with app.app_context():
        return db.session.get_one(Job, job.id).family_id


def the(app, model):
    with app.app_context():
        return db.session.scalars(select(model)).one()


def test_without_families_the_page_shows_both_ways_to_the_first_ones(client, cast):
    page = client.sign_in(cast.lin).get("/studio/families").text

    assert "There are no families of jobs yet." in page
    assert 'href="/studio/families/new"' in page
    assert f'href="{IMPORT}"' in page


def test_a_family_and_a_job_are_made_renamed_and_deleted(app, client, cast, saved):
    profile = saved(make.profile, "Bauprofil", {saved(make.competence): 1})
    words = {"title": "Bauhof", "title_en": "Depot", "profile_id": profile.id, "revision": 0}
    assert client.sign_in(cast.lin).post("/studio/families/new", data=words).status_code == 303
    family = the(app, JobFamily)
    path = f"/studio/families/{family.id}"
    assert (family.key, "Bauprofil" in client.get("/studio/families").text) == ("depot", True)

    client.post(f"{path}/jobs/new", data={"title": "Fahrer", "grade": "trades", "revision": 0})
    assert house(app) == [("Fahrer", Grade.TRADES, "Bauhof")]
    page = client.get(path).text
    assert "1 job belongs to it." in page
    assert f"{path}/removal" not in page
    client.post(path, data=words | {"title": "Betriebshof", "profile_id": 0, "revision": seen(page)})
    job = the(app, Job)
    stand = seen(client.get(f"/studio/jobs/{job.id}").text)
    data = {"title": "Fahrdienst", "grade": "clerk", "family_id": family.id, "revision": stand}
    client.post(f"/studio/jobs/{job.id}", data=data)
    assert house(app) == [("Fahrdienst", Grade.CLERK, "Betriebshof")]
    with app.app_context():
        assert db.session.get_one(Profile, profile.id).families == []

    assert client.post(f"{path}/removal").status_code == 409
    assert client.post(f"/studio/jobs/{job.id}/removal").location == path
    assert client.post(f"{path}/removal").status_code == 303
    assert "There are no families of jobs yet." in client.get("/studio/families").text


def test_a_profile_stays_when_its_family_is_deleted(app, client, cast, saved):
    family = saved(make.family, "Personal")
    profile = saved(make.profile, "Lotsin", {saved(make.competence): 1}, (family,))
    page = client.sign_in(cast.lin).get(f"/studio/families/{family.id}").text
    assert "The profile “Lotsin” stays, and no longer holds for this family." in page

    client.post(f"/studio/families/{family.id}/removal")

    with app.app_context():
        kept = db.session.get_one(Profile, profile.id)
        assert (kept.families, kept.retired_at, kept.edited_at is None) == ([], None, False)
        assert db.session.get(JobFamily, family.id) is None


def test_a_family_that_a_plan_template_is_for_is_not_deleted(app, client, cast, saved):
    family = saved(make.family, "Personal")

    def template():
        made = make.plan_template("Ankommen")
        made.family_id = family.id
        return made

    saved(template)

    assert (
        "The plan template “Ankommen” is for this family."
        in client.sign_in(cast.lin).get(f"/studio/families/{family.id}").text
    )
    answer = client.post(f"/studio/families/{family.id}/removal")
    assert (answer.status_code, "The plan template “Ankommen” is for this family." in answer.text) == (409, True)


def test_a_job_that_somebody_has_is_not_deleted(app, client, cast, saved):
    job = saved(make.job, "Fahrer")
    saved(make.person, "Ada", job_id=job.id)
    page = client.sign_in(cast.lin).get(f"/studio/jobs/{job.id}").text
    assert ("somebody has this job" in page, f"/studio/jobs/{job.id}/removal" in page) == (True, False)

    answer = client.post(f"/studio/jobs/{job.id}/removal")

    assert (answer.status_code, len(house(app))) == (409, 1)
    assert "somebody has it, or had it when they left" in answer.text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": " "}, "Please enter a title of at most 200 characters."),
        ({"title": "PFLÖGE"}, "There is a family of jobs with this title already."),
        ({"profile_id": "99"}, None),
    ],
)
def test_what_is_wrong_with_a_family_stands_at_its_field_and_nothing_is_lost(client, cast, saved, change, sentence):
    saved(make.family, "Pflöge")
    data = {"title": "Bauhof", "title_en": "Depot", "profile_id": 0, "revision": 0} | change

    answer = client.sign_in(cast.lin).post("/studio/families/new", data=data)

    assert (answer.status_code, 'value="Depot"' in answer.text) == (422, True)
    assert sentence is None or sentence in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_second_job_of_one_title_is_refused_with_the_place_of_the_first(app, client, cast, saved):
    job = saved(make.job, "Ärztin", saved(make.family, "Gesundheit"))
    other = saved(make.job, "Fahrer", saved(make.family, "Bauhof"))
    client.sign_in(cast.lin)

    new = client.post(
        f"/studio/families/{other.family_id}/jobs/new", data={"title": "ärztin", "grade": "clerk", "revision": 0}
    )
    stand = seen(client.get(f"/studio/jobs/{other.id}").text)
    data = {"title": "ÄRZTIN", "grade": "clerk", "family_id": job.family_id, "revision": stand}
    renamed = client.post(f"/studio/jobs/{other.id}", data=data)

    for answer in (new, renamed):
        assert answer.status_code == 422
        assert "There is a job with this title already, in the family “Gesundheit”." in answer.text
    assert len(house(app)) == 2


def test_nobody_overwrites_what_they_have_not_seen(app, client, cast, saved):
    job = saved(make.job, "Fahrer", saved(make.family, "Bauhof"))
    client.sign_in(cast.lin)
    family, place = f"/studio/families/{job.family_id}", f"/studio/jobs/{job.id}"
    old_family, old_job = (seen(client.get(path).text) for path in (family, place))
    words = {"title_en": "Depot", "profile_id": 0}
    client.post(family, data=words | {"title": "Betriebshof", "revision": old_family})
    client.post(place, data={"title": "Fahrdienst", "grade": "trades", "family_id": job.family_id, "revision": old_job})

    answers = (
        client.post(family, data=words | {"title": "Hof", "revision": old_family}),
        client.post(place, data={"title": "X", "grade": "clerk", "family_id": job.family_id, "revision": old_job}),
    )

    for answer, stored in zip(answers, ("Betriebshof", "Fahrdienst"), strict=True):
        assert (answer.status_code, "This is what is stored now" in answer.text, stored in answer.text) == (
            422,
            True,
            True,
        )
    assert house(app) == [("Fahrdienst", Grade.TRADES, "Betriebshof")]


def test_a_file_is_looked_at_before_it_moves_jobs_and_makes_what_is_new(app, client, cast, saved):
    old, _new = saved(make.family, "Alt"), saved(make.family, "Neu")
    saved(make.job, "Baukontrolle", old)
    text = "Job;Family;Family_en;Grade\nBaukontrolle;Neu;;\nFahrer;Bauhof;;trades\nLeitung;bauhof;Depot;\n"
    client.sign_in(cast.lin)

    looked = client.post(IMPORT, data=sent(text))

    assert (looked.status_code, house(app)) == (200, [("Baukontrolle", Grade.CLERK, "Alt")])
    page = re.sub(r"<[^>]+>|\s+", " ", looked.text)
    assert re.search(r"New families +1: Bauhof +New jobs +2 +Jobs that come into another family +1 ", page)
    assert re.search(r"Fahrer +new +Bauhof +new family +Trades and crafts", page)
    assert re.search(r"Leitung +new +Bauhof +new family +Clerks \(assumed\)", page)
    assert re.search(r"Baukontrolle +Alt +Neu +stays", page)

    assert client.post(IMPORT, data={"text": text, "confirmed": "1"}).status_code == 303
    assert house(app) == [
        ("Baukontrolle", Grade.CLERK, "Neu"),
        ("Fahrer", Grade.TRADES, "Bauhof"),
        ("Leitung", Grade.CLERK, "Bauhof"),
    ]
    assert "Nothing would change" in client.post(IMPORT, data=sent(text)).text


def test_one_wrong_row_changes_nothing_and_each_is_named_with_all_that_is_wrong(app, client, cast, saved):
    old, _new = saved(make.family, "Alt"), saved(make.family, "Neu")
    job = saved(make.job, "Baukontrolle", old)
    text = "stelle,stellenart,ebene\nBaukontrolle,Neu,\nFliegerei,Luft,\nBaukontrolle,,König\n"

    answer = client.sign_in(cast.lin).post(IMPORT, data={"text": text, "confirmed": "1"})

    assert (answer.status_code, family_of(app, job), len(house(app))) == (422, old.id, 1)
    assert "1 line can’t be taken over" in answer.text
    assert (
        "This job stands in line 2 already.<br>The family of the job is missing.<br>"
        "There is no level of hierarchy “König”."
    ) in answer.text


@pytest.mark.parametrize("text", ["", "a;b\n", '"offen\n'])
def test_what_is_no_table_of_jobs_is_refused(client, cast, text):
    answer = client.sign_in(cast.lin).post(IMPORT, data=sent(text))

    assert answer.status_code == 422


def test_a_large_file_takes_few_statements_and_its_page_stays_small(app, client, cast, queries):
    text = "job;family\n" + "".join(f"Stelle {number};Art {number % 200}\n" for number in range(400))
    client.sign_in(cast.lin)
    queries.clear()

    page = client.post(IMPORT, data=sent(text))
    assert len([one for one in queries if not one.startswith("BEGIN")]) <= 12
    assert ("… and 370 more jobs" in page.text, len(page.data) < 60_000) == (True, True)
    queries.clear()
    client.post(IMPORT, data={"text": text, "confirmed": "1"})
    assert len({re.sub(r"\(?\?.*|VALUES.*", "", one) for one in queries}) <= 16
    for path in ("/studio/families", "/studio/families/1"):
        queries.clear()
        assert len(client.get(path).data) < 60_000
        assert len([one for one in queries if not one.startswith("BEGIN")]) <= 12
    assert len(house(app)) == 400


def test_what_hangs_on_a_family_is_asked_of_the_packages_above(context):
    family = make.family()
    before = queries.HOLDING[:]
    assert queries.what_hangs_on(family) == []
    queries.HOLDING[:] = [lambda found: [f"{found.title} is needed."]]
    try:
        assert queries.what_hangs_on(family) == ["Sachbearbeitung is needed."]
    finally:
        queries.HOLDING[:] = before
