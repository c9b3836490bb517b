"""Writing to everybody who has a seat."""

from flask import flash, redirect, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.bookings import access, actions, queries
from app.bookings.forms import NewsForm
from app.bookings.models import Bookable
from app.bookings.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/bookables/<int:bookable_id>/news", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def write_news(bookable: Bookable) -> Response | str | tuple[str, int]:
    form, told, person = NewsForm(), list[int](), require_viewer().person
    if form.accepted and form.carry(lambda note: told.append(actions.write_to_all(bookable, note=note, by=person))):
        flash(ngettext("%(num)d person reads it now.", "%(num)d people read it now.", told[0]), "success")
        return redirect(url_for("bookings.write_news", bookable_id=bookable.id), 303)
    seats = queries.seats_of([bookable.id])[bookable.id]
    return render_form("bookings/write_news.html", form, bookable=bookable, held=seats.held)
