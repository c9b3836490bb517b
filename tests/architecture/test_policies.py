"""Every view says who may call it (R1), and what changes something is never guarded less than what shows it (R7)."""

import pytest
from flask import Blueprint, Flask

from app.factory import create_app
from app.web.policy import assert_every_view_has_a_policy, policy, public
from tests.conftest import settings

PUBLIC = {
    "auth.sign_in",
    "auth.sign_in_again",
    "auth.sign_out",
    "calendars.show_feed",
    "certificates.enter_code",
    "certificates.show_certificate",
    "doors.enter_door",
    "doors.show_manifest",
    "doors.show_offline",
    "doors.show_worker",
    "pages.show_static_page",
    "stands.show_visit",
    "web.components",
    "web.set_language",
    "web.set_theme",
    "web.show_asset",
    "web.show_health",
    "web.show_readiness",
}
"""What may be called by anybody at all, typed by hand: a new entry is a decision."""
AT_A_DOOR = {
    "doors.create_arrival",
    "doors.create_report",
    "doors.create_walk_in",
    "doors.leave_door",
    "doors.list_names",
    "doors.show_arrival",
    "doors.show_door",
    "doors.undo_arrival",
}
"""What a device at a door may call by its own secret; `tests/security` asks it without one."""
AT_A_STAND = {"stands.create_visit"}
"""What a visitor's telephone may call by the signed code at a stand: a number goes up by one, and that is all."""
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def public_views(app: Flask) -> set[str]:
    return {name for name, view in app.view_functions.items() if view.policy is None}


def weak_changes(app: Flask) -> list[str]:
    """Endpoints that change something named in their URL without having found it through the viewer."""
    return sorted(
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if UNSAFE & set(rule.methods or ()) and rule.arguments and not _is_found(app, rule.endpoint)
    )


def _is_found(app: Flask, endpoint: str) -> bool:
    declared = app.view_functions[endpoint].policy
    return declared is not None and declared[0] is not None


@pytest.fixture
def bare() -> Flask:
    return Flask(__name__, static_folder=None)


def test_the_public_views_are_the_ones_we_decided_on(built):
    assert public_views(built) == PUBLIC | AT_A_DOOR | AT_A_STAND


def test_what_changes_a_thing_finds_it_through_the_viewer(built):
    assert set(weak_changes(built)) <= AT_A_DOOR | AT_A_STAND


def test_no_view_is_exempt_from_the_token(built):
    csrf = built.extensions["csrf"]

    assert (csrf._exempt_views, csrf._exempt_blueprints) == (set(), set())


def test_the_app_does_not_start_with_a_view_that_nobody_guards(monkeypatch):
    blueprint = Blueprint("forgotten", __name__)
    blueprint.get("/forgotten")(lambda: "everything")
    monkeypatch.setattr("app.factory.BLUEPRINTS", (blueprint,))

    with pytest.raises(RuntimeError, match=r"forgotten\."):
        create_app(settings("sqlite://"))


class TestTheGuardsBite:
    """Each guard, shown something it must find."""

    def test_a_view_without_a_policy(self, bare):
        bare.add_url_rule("/guarded", "guarded", public(lambda: "ok"))
        bare.add_url_rule("/open", "open", lambda: "ok")

        with pytest.raises(RuntimeError, match="open"):
            assert_every_view_has_a_policy(bare)

    def test_a_change_that_is_public_or_finds_nothing(self, bare):
        bare.add_url_rule("/a/<int:id>", "a", public(lambda id: "ok"), methods=["POST"])
        bare.add_url_rule("/b/<int:id>", "b", policy(find=None)(lambda id: "ok"), methods=["POST"])
        bare.add_url_rule("/c/<int:id>", "c", policy(find=lambda viewer: None)(lambda id: "ok"), methods=["POST"])

        assert weak_changes(bare) == ["a", "b"]
