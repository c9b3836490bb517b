"""The sheet at a stand, with its number and the picture that a visitor's telephone reads."""

from collections.abc import Sequence

from flask import current_app, url_for
from flask_babel import gettext as _

from app.bookings.labels import meetings
from app.bookings.models import Bookable
from app.stands.models import Stand
from app.text import qr
from app.text.paper import paper
from app.tokens import signed

SALT = "stand"


def address(stand: Stand) -> str:
    """The page of a visit; its code names the stand and is written by Lotse alone."""
    code = signed(current_app.config["SECRET_KEY"], SALT, stand.id)
    return f"{current_app.config['BASE_URL']}{url_for('stands.show_visit', code=code)}"


def posters(bookable: Bookable, stands: Sequence[Stand]) -> bytes:
    """A page for each stand."""
    return paper(
        "stands/templates/stands/posters.typ",
        title=_("Stands: %(title)s", title=bookable.title),
        running=f"{bookable.title}, {', '.join(meetings(bookable))}",
        alt=_("A picture that leads to the page of the stand"),
        invitation=_("Have you been here? Point your telephone at this picture and tap “I was here”."),
        promise=_("Only the number of visits is counted, never who it was."),
        stands=[
            {
                "place": stand.place,
                "hall": stand.hall,
                "title": stand.title,
                "unit": stand.unit.name,
                "picture": qr.picture(address(stand)),
            }
            for stand in stands
        ],
    )
