"""All dates of a series, and what somebody keeps in their calendar without a seat."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings.rules import Mode
from app.events import access, actions, queries
from app.events.models import Event, EventSeries
from app.events.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.paging import page
from app.web.policy import policy


@bp.get("/events/series/<int:event_series_id>")
@policy(find=queries.series_visible_to)
def show_series(event_series: EventSeries) -> str:
    viewer, now = require_viewer(), clock.now()
    dates = page(queries.dates_in(viewer, event_series))
    entries = queries.entries(dates.rows, viewer.person, now)
    return render_template(
        "events/show_series.html",
        series=queries.series_view(viewer, event_series),
        page=dates,
        entries=entries,
        is_drop_in=any(entry.event.bookable.mode is Mode.DROP_IN for entry in entries),
        kept=queries.keeps_series(viewer.person, event_series),
        now=now,
    )


@bp.post("/events/<int:event_id>/mark")
@policy(find=queries.published_for, may=access.can_compose)
def create_mark(event: Event) -> Response:
    actions.mark(event, by=require_viewer().person)
    flash(_("The date stands in your calendar now."), "success")
    return redirect(url_for("events.show_event", event_id=event.id), 303)


@bp.post("/events/<int:event_id>/mark/removal")
@policy(find=queries.events_visible_to)
def remove_mark(event: Event) -> Response:
    actions.unmark(event, by=require_viewer().person)
    flash(_("The date no longer stands in your calendar."), "success")
    return redirect(url_for("events.show_event", event_id=event.id), 303)


@bp.post("/events/series/<int:event_series_id>/mark")
@policy(find=queries.series_visible_to)
def create_series_mark(event_series: EventSeries) -> Response:
    actions.mark_series(event_series, by=require_viewer().person)
    flash(_("All dates stand in your calendar now; what changes there changes by itself."), "success")
    return redirect(url_for("events.show_series", event_series_id=event_series.id), 303)


@bp.post("/events/series/<int:event_series_id>/mark/removal")
@policy(find=queries.series_visible_to)
def remove_series_mark(event_series: EventSeries) -> Response:
    actions.unmark_series(event_series, by=require_viewer().person)
    flash(_("The dates no longer stand in your calendar."), "success")
    return redirect(url_for("events.show_series", event_series_id=event_series.id), 303)
