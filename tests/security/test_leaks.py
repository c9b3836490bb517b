"""Words that only some may read (R5, F21): test_matrix looks for them on every page, here they are searched for."""

import pytest
from sqlalchemy import func, select

from app.db import db
from app.visibility.models import ReadAudit
from tests.security.expected import IN, ROWS
from tests.security.leaks import SECRETS, leaks
from tests.security.world import ACTORS, World, words

pytestmark = pytest.mark.any_database

PAGES = [row for row in ROWS if row.method == "GET"]
SEARCHES = ("/events?view=month", "/courses?q=Entwurf", "/courses?q=Seminar", "/courses?q=Tiefbauamt")
SHOWN = {
    "eine Notiz über mich": ("owner", "GET competences.show_competence"),
    "Ein eigener Schritt": ("owner", "GET plans.show_plan"),
    "Ein eigener Nachweis": ("owner", "GET competences.list_evidence"),
    "Worte zum Nachweis": ("colleague", "GET competences.answer_inquiry"),
    "Ein alter Ausweis": ("hr", "GET qualifications.show_qualification"),
    "Bitte ein Wort": ("leader", "GET competences.answer_inquiry to the leader"),
    "Nur für mich notiert": ("owner", "GET plans.show_plan"),
    "Alte Vorlage": ("hr", "GET plans.list_templates"),
    "weil es passt": ("leader", "GET bookings.list_approvals"),
    "weil es drängt": ("other_leader", "GET bookings.list_approvals"),
    "Entwurf der Person": ("owner", "GET plans.edit_preparation"),
    "Entwurf der Führung": ("leader", "GET plans.edit_preparation"),
    "Freigabe der Person": ("leader", "GET plans.show_talk that is agreed"),
    "Freigabe der Führung": ("owner", "GET plans.show_talk that is agreed"),
    "Ein vereinbarter Schritt": ("deputy", "GET plans.show_talk that is agreed"),
    "Eine Notiz zu zweit": ("colleague", "GET plans.show_buddy"),
    "Ein Satz über meine Woche": ("owner", "GET plans.edit_review"),
    "Eine Praxiserfahrung": ("owner", "GET plans.list_practice"),
    "Owner Probe": ("leader", "GET bookings.list_approvals"),
    "owner.secret@stadt.example": ("organiser", "GET bookings.export_participants"),
    "ein geteilter Beweis": ("colleague", "GET competences.show_shared"),
    "ein vereinbartes Gespräch": ("leader", "GET competences.show_levels"),
    "Nur für das Tiefbauamt": ("other_team", "GET events.list_events"),
    "Raum im Tiefbauamt": ("other_team", "GET courses.show_session of another office"),
    "Noch nicht bekannt": ("organiser", "GET events.list_own_events"),
    "erst-in-einem-monat": ("organiser", "GET events.edit_event"),
    "nur-mit-platz": ("owner", "GET events.show_event that begins"),
    "Modell als Entwurf": ("developer", "GET competences.list_frameworks"),
    "SECR-ETLL": ("auditor", "GET bookings.export_list"),
    "Nur für die Messeleitung": ("organiser", "GET stands.place_stand"),
    "SECR-ETBB": ("auditor", "GET panels.export_list"),
    "ohne Sellerie": ("organiser", "GET bookings.list_needs"),
    "Ein Satz ohne Namen": ("organiser", "GET feedback.show_feedback"),
    "Name auf dem Papier": ("anonymous", "GET certificates.show_certificate"),
    "Nur der Grund des Widerrufs": ("owner", "GET certificates.list_certificates"),
    "Ein Team nach Namen": ("colleague", "GET panels.list_panels"),
}
"""Somebody whom the words are meant for, and where they read them."""


@pytest.mark.parametrize("actor", ACTORS)
def test_a_search_shows_nobody_what_is_not_meant_for_them(world, actor):
    booking = world.path("bookings.book_for_somebody", bookable_id=world.things.event.bookable_id)
    shown = "".join(words(world.ask(actor, "GET", path)) for path in (*SEARCHES, f"{booking}?q=Owner"))

    assert leaks(shown, actor) == set()


def test_the_secrets_are_there_to_be_found(world):
    """What the matrix looks for on every page of everybody."""
    rows = {row.id: row for row in ROWS}
    lost = {}
    for secret, (actor, name) in SHOWN.items():
        row = rows[name]
        if secret not in words(world.ask(actor, "GET", world.path(row.endpoint, **row.url(world.things)))):
            lost[secret] = name

    assert lost == {}
    assert {secret: actor for secret, (actor, _) in SHOWN.items() if actor not in SECRETS[secret]} == {}


@pytest.mark.parametrize("actor", ["owner", "colleague", "leader"])
def test_a_hidden_event_is_not_named_when_somebody_guesses_its_number(world, actor):
    number = world.things.closed_event.id

    answers = [
        world.ask(actor, "POST", "/plan/items", {"event_id": number, "next": "/plan"}),
        world.ask(actor, "POST", "/plan/items", {"event_id": 10**9, "next": "/plan"}),
    ]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert len({len(answer.data) for answer in answers}) == 1


DAILY = {"home.show_home": "talk"}
"""Pages of which one look a day is written down, with its purpose: another test may have been the first today."""


@pytest.mark.parametrize("actor", ["leader", "deputy", "other_leader", "organiser", "colleague"])
def test_every_page_that_names_somebody_else_leaves_a_record(world, actor):
    owner, viewer = world.people.owner.id, getattr(world.people, actor).id
    unrecorded = []
    for row in PAGES:
        if row.cells[actor] == IN and row.endpoint != "web.show_asset":
            before = looks(world, viewer, owner)
            shown = words(world.ask(actor, "GET", world.path(row.endpoint, **row.url(world.things))))
            is_new = looks(world, viewer, owner) > before
            is_of_today = row.endpoint in DAILY and looks(world, viewer, owner, purpose=DAILY[row.endpoint]) > 0
            if "Owner Probe" in shown and not (is_new or is_of_today):
                unrecorded.append(row.id)

    assert unrecorded == []


def looks(world: World, viewer: int, person: int, **of_kind: str) -> int:
    with world.app.app_context():
        found = select(ReadAudit.id).filter_by(viewer_id=viewer, person_id=person, **of_kind)
        return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
