"""create_app: the one place that knows every package."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, g, request, url_for
from flask_wtf.csrf import CSRFError, CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

import config
from app import cli
from app.auth import actions as auth_actions
from app.auth import login
from app.auth import views as auth_views
from app.bookings import actions as bookings_actions
from app.bookings import views as bookings_views
from app.calendars import views as calendars_views
from app.certificates import actions as certificates_actions
from app.certificates import insets as certificates_insets
from app.certificates import views as certificates_views
from app.competences import actions as competences_actions
from app.competences import insets as competences_insets
from app.competences import queries as competences_queries
from app.competences import views as competences_views
from app.courses import actions as courses_actions
from app.courses import insets as courses_insets
from app.courses import views as courses_views
from app.db import db
from app.doors import insets as doors_insets
from app.doors import views as doors_views
from app.engine import engine_options
from app.events import actions as events_actions
from app.events import views as events_views
from app.feedback import insets as feedback_insets
from app.feedback import views as feedback_views
from app.home import navigation
from app.home import views as home_views
from app.mandatory import insets as mandatory_insets
from app.mandatory import queries as mandatory_queries
from app.mandatory import views as mandatory_views
from app.notifications import views as notifications_views
from app.pages import views as pages_views
from app.panels import insets as panels_insets
from app.panels import views as panels_views
from app.people import actions as people_actions
from app.people import queries as people_queries
from app.people.viewer import viewer
from app.plans import actions as plans_actions
from app.plans import insets as plans_insets
from app.plans import queries as plans_queries
from app.plans import views as plans_views
from app.privacy import views as privacy_views
from app.qualifications import actions as qualifications_actions
from app.qualifications import insets as qualifications_insets
from app.qualifications import views as qualifications_views
from app.requests import actions as requests_actions
from app.requests import insets as requests_insets
from app.requests import views as requests_views
from app.stands import insets as stands_insets
from app.stands import views as stands_views
from app.studio import insets as studio_insets
from app.studio import views as studio_views
from app.tasks import views as tasks_views
from app.text.language import language
from app.visibility.actions import write_read_audit
from app.web import assets, environment, errors, formats, gate, headers, insets, policy, transaction, uploads
from app.web import language as web_language
from app.web import views as web_views
from app.web.environment import Environment
from app.web.redirects import own_path

BLUEPRINTS = (
    web_views.bp,
    auth_views.bp,
    bookings_views.bp,
    calendars_views.bp,
    certificates_views.bp,
    competences_views.bp,
    courses_views.bp,
    doors_views.bp,
    events_views.bp,
    feedback_views.bp,
    home_views.bp,
    mandatory_views.bp,
    notifications_views.bp,
    pages_views.bp,
    panels_views.bp,
    plans_views.bp,
    qualifications_views.bp,
    requests_views.bp,
    stands_views.bp,
    studio_views.bp,
    privacy_views.bp,
    tasks_views.bp,
)
JINJA = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
MOST_BYTES = 2 * 1024 * 1024
MOST_FORM_PARTS = 1000


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application, with the settings of the environment and, for a test, some of its own."""
    app = Flask(__name__, static_folder=None)
    app.jinja_environment = Environment
    app.config.from_mapping(config.read() if settings is None else settings)
    app.jinja_options = JINJA | {"bytecode_cache": app.config.get("COMPILED_TEMPLATES")}
    _configure(app)
    db.init_app(app)
    headers.init_app(app)
    web_language.init_app(app, remember=_remember_language)
    uploads.init_app(app)
    gate.init_app(app)
    CSRFProtect(app)
    transaction.init_app(app)
    login.init_app(app)
    policy.init_app(app, viewer=viewer, unauthorized=auth_views.unauthorized, write_read_audit=write_read_audit)
    errors.init_app(app)
    app.register_error_handler(CSRFError, auth_views.token_of_an_earlier_sign_in)
    _prepare_templates(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    _fill_insets(app)
    _connect()
    cli.init_app(app)
    policy.assert_every_view_has_a_policy(app)
    return app


def _connect() -> None:
    """Let upper packages follow what changes in lower ones."""
    competences_actions.FOLLOWERS[:] = [
        courses_actions.follow_competences,
        events_actions.follow_competences,
        plans_actions.follow_competences,
    ]
    courses_actions.REOPENED[:] = [certificates_actions.follow_reopening]
    qualifications_actions.RETRACTED[:] = [certificates_actions.follow_retraction]
    events_actions.FOLLOWERS[:] = [plans_actions.follow_programme]
    bookings_actions.CAME[:] = [events_actions.prove_attendance, courses_actions.follow_attendance]
    bookings_actions.UNDONE[:] = [events_actions.take_back_proof, courses_actions.follow_undoing]
    bookings_actions.DEMANDS[:] = [courses_actions.refuse_unqualified_for_date]
    competences_queries.HOLDING[:] = [plans_queries.templates_for_family]
    competences_actions.HANDED_IN[:] = [plans_actions.tick_with_evidence]
    competences_actions.WITHDRAWN[:] = [plans_actions.untick_with_evidence, requests_actions.let_go_of]
    people_queries.MARKS[:] = [mandatory_queries.mark_of]
    people_actions.ENDED[:] = [auth_actions.end_all]


def _configure(app: Flask) -> None:
    https = app.config["BASE_URL"].startswith("https:")
    app.config.update(
        SQLALCHEMY_ENGINES={"default": engine_options(app.config["DATABASE_URL"])},
        SESSION_COOKIE_NAME="__Host-lotse" if https else "lotse",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_MEMORY_SIZE=MOST_BYTES,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        WTF_CSRF_TIME_LIMIT=None,
        TEMPLATES_AUTO_RELOAD=app.config["DEVELOPMENT"],
    )
    if hops := app.config["PROXY_HOPS"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _prepare_templates(app: Flask) -> None:
    environment.init_app(app)
    assets.init_app(app)
    formats.init_app(app)
    insets.init_app(app)
    app.context_processor(_page_values)


def _page_values() -> dict[str, object]:
    """What every layout says; asked once for a page, however many templates it is made of."""
    if "page_values" not in g:
        g.page_values = _asked_page_values()
    values: dict[str, object] = g.page_values
    return values


def _asked_page_values() -> dict[str, object]:
    """Who is looking, the menus, language and theme."""
    found = viewer()
    return {
        "viewer": found,
        "navigation": navigation.navigation(found),
        "account_menu": navigation.account_menu(found),
        "footer_links": navigation.footer_links(),
        "theme": web_views.chosen_theme(),
        "language": language(),
        "operator": current_app.config["OPERATOR"],
        "here": _here(),
        "search_url": url_for("courses.list_courses"),
    }


def _remember_language(chosen: str) -> None:
    """Letters to somebody speak the language of their pages."""
    if found := viewer():
        people_actions.choose_language(found.person, chosen)


def _here() -> str:
    """The page to come back to after switching the language or the theme; for a form that was sent, its page."""
    if request.method == "GET":
        return own_path(request.full_path.rstrip("?")) or "/"
    sent_from = urlsplit(request.referrer or "")
    return own_path(sent_from._replace(scheme="", netloc="").geturl()) or "/"


def _fill_insets(app: Flask) -> None:
    """Let upper packages say something on the pages of lower ones."""
    insets.fill(app, "team.shared", competences_insets.team_shared)
    insets.fill(app, "course.actions", plans_insets.course_actions)
    insets.fill(app, "course.completed", certificates_insets.certificate_of)
    insets.fill(app, "event.actions", plans_insets.event_actions)
    insets.fill(app, "framework.affected", courses_insets.affected_courses)
    insets.fill(app, "framework.affected", plans_insets.affected_plans)
    insets.fill(app, "competence.offers", plans_insets.competence_offers)
    insets.fill(app, "home.more", mandatory_insets.home_lines)
    insets.fill(app, "home.more", plans_insets.home_lines)
    insets.fill(app, "home.more", studio_insets.home_lines)
    insets.fill(app, "competences.more", plans_insets.competence_links)
    insets.fill(app, "competences.more", qualifications_insets.competence_links)
    insets.fill(app, "qualification.more", courses_insets.courses_for_qualification)
    insets.fill(app, "team.more", mandatory_insets.team_links)
    insets.fill(app, "team.more", plans_insets.team_links)
    insets.fill(app, "team.waiting", requests_insets.waiting_for_leader)
    insets.fill(app, "team.decided", requests_insets.decided_by_leader)
    insets.fill(app, "plan.more", requests_insets.link_to_requests)
    insets.fill(app, "catalogue.more", requests_insets.ask_beside_catalogue)
    insets.fill(app, "competence.offers", requests_insets.ask_for_competence)
    insets.fill(app, "levels.more", plans_insets.agreed_steps)
    insets.fill(app, "events.more", panels_insets.events_link)
    insets.fill(app, "bookings.more", courses_insets.led_link)
    insets.fill(app, "seat.actions", doors_insets.ticket_link)
    insets.fill(app, "desk.actions", doors_insets.door_link)
    insets.fill(app, "desk.actions", stands_insets.desk_link)
    insets.fill(app, "event.more", stands_insets.stands_link)
    insets.fill(app, "programme.more", stands_insets.tour)
    insets.fill(app, "desk.actions", feedback_insets.feedback_link)
    insets.fill(app, "session.actions", feedback_insets.session_link)
