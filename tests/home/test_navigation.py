"""Where a page stands: in the menu, and on the way that leads to it."""

import re

import pytest

from app.bookings.models import Organiser
from app.bookings.rules import Kind, Mode
from app.people.rules import Role
from app.tasks import actions as tasks
from tests import make

pytestmark = pytest.mark.any_database

DESK = ["doors", "hall", "forecast", "quotas", "needs", "needs/question", "feedback", "feedback/questions"]


@pytest.fixture
def reader(client, cast):
    """A maker of readers of pages, in English."""

    def reader(person):
        client.set_cookie("language", "en")
        client.sign_in(person)
        return lambda url: client.get(url).text

    return reader


def marked(page, menu="Main navigation"):
    """The entries of a menu that are marked as where one is."""
    (part,) = re.findall(rf'<nav[^>]* aria-label="{menu}">.*?</nav>', page, re.DOTALL)
    return re.findall(r'aria-current="page">([^<]*)', part)


def way(page):
    """The words of the way that stands over the page."""
    (part,) = re.findall(r'<nav class="breadcrumb".*?</nav>', page, re.DOTALL)
    return re.findall(
        r"<(?:a|span)[^>]*>([^<]*)</(?:a|span)>", part.replace('<span lang="de">', "").replace("</span></a>", "</a>")
    )


@pytest.fixture
def run_by_lin(saved, cast):
    def run_by_lin(**other):
        def fill():
            row = make.event("Konferenz", **other).bookable
            row.organisers = [Organiser(person_id=cast.lin.id)]
            return row

        return saved(fill)

    return run_by_lin


@pytest.mark.parametrize("page", [*DESK, "reconfirmation", "invitations", "draw", "fair/opening"])
def test_the_pages_of_the_desk_stand_below_their_event(reader, cast, run_by_lin, page):
    mode = {"draw": Mode.DRAW, "invitations": Mode.INVITATION}.get(page, Mode.FIRST_COME)
    row = run_by_lin(mode=mode)

    text = reader(cast.lin)(f"/bookables/{row.id}/{page}")

    assert marked(text) == ["Events"]
    assert way(text)[:3] == ["Events", "Konferenz", "Organise"]


def test_the_same_pages_of_a_session_stand_below_the_catalogue(reader, cast, saved):
    def fill():
        row = make.bookable("Moderieren", kind=Kind.SESSION, path="/sessions/1")
        row.organisers = [Organiser(person_id=cast.lin.id)]
        return row

    text = reader(cast.lin)(f"/bookables/{saved(fill).id}/feedback")

    assert marked(text) == ["Catalogue"]
    assert way(text) == ["Catalogue", "Moderieren", "Organise", "Feedback"]


def test_my_bookings_are_marked_in_the_menu_of_my_account(reader, cast, run_by_lin, saved):
    row = run_by_lin()
    booking = saved(lambda: make.booking(row, cast.ada))
    read = reader(cast.ada)

    for url in ("/account/bookings", f"/bookings/{booking.id}/ticket", f"/bookings/{booking.id}/handover"):
        assert marked(read(url)) == []
        assert marked(read(url), "My account") == ["My bookings"]


def test_what_somebody_deletes_of_their_own_stands_below_competences(reader, cast):
    assert marked(reader(cast.ada)("/account/deletion")) == ["Competences"]


def test_whoever_leads_finds_a_buddy_below_the_team_and_hr_development_below_the_buddies(reader, cast):
    leader, developer = (reader(one)("/buddies/request") for one in (cast.max, cast.lin))

    assert (marked(leader), way(leader)) == (["Team"], ["Team", "Find a buddy"])
    assert way(developer) == ["Buddies", "Find a buddy"]


def test_long_work_stands_where_it_was_begun(reader, cast, saved):
    task = saved(lambda: tasks.queue("count", cast.lin))

    here = f"/tasks/{task.id}?back=/studio/plan-templates/3"

    page = reader(cast.lin)(here)

    assert (marked(page), way(page)) == (["Studio"], ["Studio", "Work in the background"])
    assert f'data-hx-get="{here}"' in page
    assert f'href="{here}"' in page


def test_templates_of_plans_stand_below_the_team_for_who_leads_and_below_the_studio_for_who_writes_them(
    reader, cast, saved
):
    template = saved(make.plan_template)
    url = f"/studio/plan-templates/{template.id}"

    assert marked(reader(cast.max)(url)) == ["Team"]
    assert way(reader(cast.max)(url))[0] == "Team"

    saved(lambda: make.role(cast.max, Role.HR))
    assert marked(reader(cast.max)(url)) == ["Studio"]
