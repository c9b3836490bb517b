"""The menu for a viewer: only what exists, and only what they may open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from flask import g, request, url_for
from flask_babel import gettext as _

from app.bookings.models import Bookable
from app.bookings.rules import Kind
from app.mandatory import queries as mandatory
from app.people.rules import Role
from app.people.viewer import Viewer
from app.web import menu

FOOTER = ("help", "privacy", "accessibility", "imprint")
AT_THE_BOTTOM = 4
ALONE = frozenset({"home", "bookings"})
"""Packages of which only the one page stands in the menu."""
SHARED = frozenset({"studio", "team"})
"""First parts of addresses below which several packages have pages: what HR edits, what leaders do for their people."""


BELOW = {"panels": "events", "qualifications": "competences", "requests": "plans", "stands": "events"}
"""Packages without an entry of their own, and the one below whose entry their pages stand."""

PART_OF = {Kind.EVENT: "events", Kind.SLOT: "events", Kind.SESSION: "courses"}
"""Below which entry the pages about a date stand: doors, draw, feedback and others, by what the date belongs to."""

ACCOUNT = {"bookings": "bookings.list_bookings", "handovers": "bookings.list_bookings"}
"""First parts of addresses, and the page of one's account from which one comes there."""


@dataclass(frozen=True)
class Entry:
    """An entry of a menu."""

    label: str
    url: str
    icon: str = ""
    current: bool = False
    main: bool = False
    post: bool = False


def navigation(viewer: Viewer | None) -> list[Entry]:
    """The main menu; the first four stand at the bottom of a phone."""
    if viewer is None:
        return []
    everybody = enumerate(_for_everybody())
    entries = [
        _entry(label, endpoint, icon, main=place < AT_THE_BOTTOM) for place, (label, endpoint, icon) in everybody
    ]
    entries.extend(_entry(label, endpoint, icon) for label, endpoint, icon, may in _by_role() if may(viewer))
    return entries


def account_menu(viewer: Viewer | None) -> list[Entry]:
    """What stands behind the person's name."""
    if viewer is None:
        return []
    return [
        _of_account(_("My bookings"), "bookings.list_bookings"),
        _of_account(_("My certificates"), "certificates.list_certificates"),
        _of_account(_("Messages"), "notifications.list_notices"),
        _of_account(_("Dates in my calendar"), "calendars.show_calendar"),
        _of_account(_("Where you are signed in"), "auth.list_sign_ins"),
        Entry(_("Sign out"), _url("auth.sign_out"), post=True),
    ]


def footer_links() -> list[Entry]:
    """The operator's own pages, and the one for whoever was handed a certificate."""
    labels = {
        "help": _("Help"),
        "privacy": _("Privacy"),
        "accessibility": _("Accessibility"),
        "imprint": _("Imprint"),
    }
    pages = [Entry(labels[slug], _url("pages.show_static_page", slug=slug)) for slug in FOOTER]
    return [*pages, Entry(_("Check a certificate"), _url("certificates.enter_code"))]


@cache
def _url(endpoint: str, slug: str | None = None) -> str:
    """An address of the menu, made once, since every page has fourteen of them."""
    return url_for(endpoint, slug=slug)


def _for_everybody() -> list[tuple[str, str, str]]:
    return [
        (_("Home"), "home.show_home", "home"),
        (_("Catalogue"), "courses.list_courses", "book"),
        (_("My plan"), "plans.show_plan", "route"),
        (_("Competences"), "competences.show_competences", "chart"),
        (_("Events"), "events.list_events", "calendar"),
    ]


def _by_role() -> list[tuple[str, str, str, Callable[[Viewer], bool]]]:
    return [
        (_("Instructions"), "mandatory.list_own", "shield", lambda viewer: mandatory.MARK in viewer.marks),
        (_("Team"), "bookings.list_approvals", "people", lambda viewer: viewer.is_leader),
        (_("Studio"), "studio.list_courses", "pen", lambda viewer: viewer.has_anywhere(Role.HR)),
    ]


def _of_account(label: str, endpoint: str) -> Entry:
    is_current = endpoint in (request.endpoint, ACCOUNT.get(menu.place()))
    return Entry(label, _url(endpoint), current=is_current)


def _entry(label: str, endpoint: str, icon: str, *, main: bool = False) -> Entry:
    url = _url(endpoint)
    here = (request.endpoint or "").partition(".")[0]
    here = BELOW.get(here, here)
    package = endpoint.partition(".")[0]
    if said := menu.said() or _what_it_is_about():
        return Entry(label, url, icon, said == menu.first_part(url), main)
    is_current = request.endpoint == endpoint if package in ALONE else here == package
    places = {menu.place(), menu.first_part(url)}
    if places & SHARED:
        is_current = len(places) == 1
    return Entry(label, url, icon, is_current, main)


def _what_it_is_about() -> str | None:
    """Where the page of a date stands, which is at an address of bookings."""
    thing = g.get("thing")
    return PART_OF[thing.kind] if isinstance(thing, Bookable) else None
