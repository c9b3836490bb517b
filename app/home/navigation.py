"""The menu for a viewer: only what exists, and only what they may open."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from flask import request, url_for
from flask_babel import gettext as _

from app.people.rules import Role
from app.people.viewer import Viewer
from app.web import menu

FOOTER = ("help", "privacy", "accessibility", "imprint")
AT_THE_BOTTOM = 4
ALONE = frozenset({"home", "bookings"})
"""Packages of which only the one page stands in the menu."""
SHARED = frozenset({"studio", "team"})
"""First parts of addresses below which several packages have pages: what HR edits, what leaders do for their people."""


BELOW = {"panels": "events", "stands": "events"}
"""Packages without an entry of their own, and the one below whose entry their pages stand."""


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
        Entry(_("My bookings"), _url("bookings.list_bookings")),
        Entry(_("Messages"), _url("notifications.list_notices")),
        Entry(_("Dates in my calendar"), _url("calendars.show_calendar")),
        Entry(_("Where you are signed in"), _url("auth.list_sign_ins")),
        Entry(_("Sign out"), _url("auth.sign_out"), post=True),
    ]


def footer_links() -> list[Entry]:
    """The operator's own pages."""
    labels = {
        "help": _("Help"),
        "privacy": _("Privacy"),
        "accessibility": _("Accessibility"),
        "imprint": _("Imprint"),
    }
    return [Entry(labels[slug], _url("pages.show_static_page", slug=slug)) for slug in FOOTER]


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
        (_("Team"), "bookings.list_approvals", "people", lambda viewer: viewer.is_leader),
        (_("Studio"), "competences.list_frameworks", "pen", lambda viewer: viewer.has_anywhere(Role.HR)),
    ]


def _entry(label: str, endpoint: str, icon: str, *, main: bool = False) -> Entry:
    url = _url(endpoint)
    here = (request.endpoint or "").partition(".")[0]
    here = BELOW.get(here, here)
    package = endpoint.partition(".")[0]
    is_current = request.endpoint == endpoint if package in ALONE else here == package
    places = {menu.place(), menu.first_part(url)}
    if places & SHARED:
        is_current = len(places) == 1
    return Entry(label, url, icon, is_current, main)
