"""What is typed in about a call for volunteers and its seed."""

import datetime as dt

from flask_babel import lazy_gettext as _l

from app import clock
from app.web.fields import Day, Line
from app.web.form import Form

FARTHEST = dt.timedelta(days=366)
WHICH_DAY = _l("Please choose a day from today on, at most a year ahead.")


def _ahead() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today, today + FARTHEST


class CallForm(Form):
    """Until when one can volunteer, and where chance will come from."""

    closes_on = Day(_l("Until when can people put themselves forward?"), _ahead, WHICH_DAY, required=True)
    seed_source = Line(
        _l("Where will the seed come from?"),
        300,
        _l("Please say in at most 300 characters where the seed will come from."),
        description=_l(
            "Something public that nobody can choose, exactly enough that everybody writes it down alike: “the six "
            "lottery numbers of that Saturday, in rising order, with hyphens”, or “ten dice before the staff council”."
        ),
    )
    seed_on = Day(
        _l("On which day will the seed be known?"),
        _ahead,
        WHICH_DAY,
        required=True,
        description=_l(
            "Two days after the call ends at the earliest. Before that day the list is published as a hash."
        ),
    )


class SeedForm(Form):
    """The seed."""

    seed = Line(
        _l("The seed"),
        200,
        _l("Please enter the seed, at most 200 characters."),
        description=_l("Exactly as its source says. It can’t be changed afterwards."),
    )
