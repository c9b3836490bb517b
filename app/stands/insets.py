"""What pages of other packages say of stands."""

from flask import render_template

from app.bookings.models import Bookable
from app.bookings.rules import Kind
from app.db import db
from app.people.models import Person
from app.stands import queries


def stands_link(bookable: Bookable) -> str:
    """A way from the page of a date to its stands, where it is a fair."""
    return render_template("stands/_stands_link.html", bookable=bookable) if queries.is_fair(bookable.id) else ""


def desk_link(bookable: Bookable) -> str:
    """A way from the desk of an event to its stands, or to having some."""
    return render_template("stands/_desk_link.html", bookable=bookable) if bookable.kind is Kind.EVENT else ""


def tour(bookable: Bookable, person: Person) -> str:
    """One's tour below one's programme, where the date is a fair."""
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none()
    if fair is None:
        return ""
    stands = db.session.scalars(queries.tour(fair, person)).all()
    return render_template("stands/_tour_in_programme.html", bookable=bookable, stands=stands)
