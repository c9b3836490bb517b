"""Words that only some may read, looked for on every page of everybody (R5, F21)."""

import pytest
from sqlalchemy import func, select

from app.db import db
from app.visibility.models import ReadAudit
from tests.security.expected import ELSEWHERE, IN, ROWS
from tests.security.world import ACTORS, World, words

pytestmark = pytest.mark.any_database

SECRETS = {
    "eine Notiz über mich": {"owner"},
    "Ein eigener Schritt": {"owner"},
    "Ein eigener Nachweis": {"owner", "colleague"},
    "Worte zum Nachweis": {"owner", "colleague"},
    "Bitte ein Wort": {"owner", "leader"},
    "Ein entfernter Schritt": {"owner"},
    "Nur für mich notiert": {"owner"},
    "Alte Vorlage": {"hr", "other_hr", "developer"},
    "weil es passt": {"owner", "leader", "deputy"},
    "weil es drängt": {"owner", "leader", "deputy", "other_leader"},
    "Entwurf der Person": {"owner"},
    "Entwurf der Führung": {"leader"},
    "Freigabe der Person": {"owner", "leader"},
    "Freigabe der Führung": {"owner", "leader"},
    "Ein vereinbarter Schritt": {"owner", "leader", "deputy"},
    "Eine Notiz zu zweit": {"owner", "colleague"},
    "Ein Satz über meine Woche": {"owner"},
    "Eine Praxiserfahrung": {"owner"},
    "Owner Probe": {"owner", "colleague", "leader", "deputy", "organiser", "other_team", "other_leader"},
    "owner.secret@stadt.example": {"owner", "organiser"},
    "P-SECRET": {"owner"},
    "ein geteilter Beweis": {"owner", "colleague"},
    "ein vereinbartes Gespräch": {"owner", "leader", "deputy"},
    "Nur für das Tiefbauamt": set(ELSEWHERE),
    "Raum im Tiefbauamt": set(ELSEWHERE),
    "Noch nicht bekannt": {"organiser"},
    "erst-in-einem-monat": {"organiser"},
    "nur-mit-platz": {"owner"},
    "Ein Kurs als Entwurf": set(),
    "Modell als Entwurf": {"hr", "other_hr", "developer"},
    "Können im Entwurf": {"developer"},
    "SECR-ETAA": {"owner"},
    "SECR-ETLL": {"owner", "organiser", "auditor"},
    "Nur für die Messeleitung": {"owner", "organiser"},
    "SECR-ETBB": {"owner", "organiser", "auditor"},
    "ohne Sellerie": {"owner", "organiser"},
    "Ein Satz ohne Namen": {"organiser"},
    "Der sechste Satz": set(),
    "Ein Team nach Namen": {"owner", "colleague", "organiser"},
}
"""Each occurs in the rows of the town, and the people may read it who stand here."""
PAGES = [row for row in ROWS if row.method == "GET"]


def pages_of(world: World, actor: str) -> str:
    """Everything this person can be shown, searched for and filtered, with each thing of the town."""
    paths = {world.path(row.endpoint, **row.url(world.things)) for row in PAGES if row.endpoint != "web.show_asset"}
    paths |= {"/events?view=month", "/courses?q=Entwurf", "/courses?q=Seminar", "/courses?q=Tiefbauamt"}
    paths.add(f"{world.path('bookings.book_for_somebody', bookable_id=world.things.event.bookable_id)}?q=Owner")
    return "\n".join(words(world.ask(actor, "GET", path)) for path in sorted(paths))


@pytest.mark.parametrize("actor", ACTORS)
def test_a_page_shows_nobody_what_is_not_meant_for_them(world, actor):
    shown = pages_of(world, actor)

    assert {secret for secret, readers in SECRETS.items() if secret in shown and actor not in readers} == set()


def test_the_secrets_are_there_to_be_found(world):
    shown = pages_of(world, "owner") + pages_of(world, "leader") + pages_of(world, "other_team")
    shown += pages_of(world, "colleague") + pages_of(world, "organiser")

    seen = {
        "Noch nicht bekannt",
        "erst-in-einem-monat",
        "nur-mit-platz",
        "Ein eigener Schritt",
        "weil es passt",
        "weil es drängt",
        "Owner Probe",
        "Nur für das Tiefbauamt",
        "Ein eigener Nachweis",
        "Worte zum Nachweis",
        "Bitte ein Wort",
        "ein geteilter Beweis",
        "ein vereinbartes Gespräch",
        "ohne Sellerie",
        "Ein Satz ohne Namen",
    }
    seen |= {"Entwurf der Person", "Entwurf der Führung", "Freigabe der Person", "Freigabe der Führung"}
    seen |= {"Ein vereinbarter Schritt", "Eine Notiz zu zweit", "Ein Satz über meine Woche", "Eine Praxiserfahrung"}
    assert {secret for secret in seen if secret in shown} == seen


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
