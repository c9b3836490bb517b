"""The protocol of a draw for the file: the same for everybody, with the pseudonyms for those who may check it."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _

from app.bookings import labels, queries
from app.bookings.models import Bookable, Lot, SeatDraw
from app.bookings.queries import Tally
from app.bookings.rules import Seats, State
from app.text.paper import paper
from app.web.formats import day, long_day, moment, number


def protocol(bookable: Bookable, draw: SeatDraw, tally: Tally, seats: Seats, lots: Sequence[Lot] | None) -> bytes:
    """The protocol as a PDF; `lots` in the order of the draw where the reader may check it. It names nobody."""
    sections = [_course(bookable, draw), _numbers(draw, tally, seats), _rule(draw)]
    if draw.document:
        sections.append(_checking(bookable, draw))
    if lots:
        sections.append(_lots(draw, lots))
    return paper(
        "text/paper/protocol.typ",
        title=_("Protocol of the draw"),
        running=bookable.title,
        lead=bookable.title,
        sections=sections,
    )


def _course(bookable: Bookable, draw: SeatDraw) -> dict[str, Any]:
    return {
        "title": _("What happened when"),
        "facts": [
            (_("Source of the seed named"), moment(draw.announced_at)),
            (_("Where the seed comes from"), draw.seed_source),
            (_("Day of the seed"), long_day(draw.seed_on)),
            (_("Sign-up until"), moment(bookable.closes_at)),
            (_("List fixed and hash published"), moment(draw.fixed_at) if draw.fixed_at else _("not yet")),
            (_("Drawn"), moment(draw.drawn_at) if draw.drawn_at else _("not yet")),
        ],
    }


def _numbers(draw: SeatDraw, tally: Tally, seats: Seats) -> dict[str, Any]:
    listed = _("Applications on the list") if draw.fixed_at else _("Applications so far")
    facts = [
        (listed, number(tally.listed if draw.fixed_at else tally.applied)),
        (_("Seats"), number(seats.limit) if seats.limit is not None else _("not limited")),
    ]
    if draw.fixed_at:
        facts.append((_("Withdrawn since"), number(tally.states.get(State.CANCELLED, 0))))
    if quotas := queries.quotas_in_draw(draw):
        facts.append((_("Quotas"), "; ".join(labels.limited(one) for one in quotas)))
    hash_ = [(_("Hash of the list (SHA-256)"), draw.hash)] if draw.hash else []
    seed = [(_("Seed"), draw.seed)] if draw.seed else []
    return {"title": _("Numbers"), "facts": facts, "letters": hash_ + seed}


def _rule(draw: SeatDraw) -> dict[str, Any]:
    everybody = _("Everybody who applies in time has one lot. When one applied does not matter, nor does who one is.")
    if draw.bonus_from:
        bonus = _(
            "Whoever went away empty-handed at “%(title)s” on %(day)s has two.",
            title=draw.bonus_from.title,
            day=day(draw.bonus_from.starts_at),
        )
        everybody = f"{everybody} {bonus}"
    return {
        "title": _("The rule"),
        "paragraphs": [
            everybody,
            _(
                "Before the seed is known the list is fixed: it names each lot by a pseudonym. Its hash is public, so "
                "that nobody can change it unnoticed."
            ),
            _(
                "The order of the draw is the order of the SHA-256 of the hash of the list, the seed, the "
                "pseudonym and the number of the ticket, with a blank between each; of two tickets the lower one "
                "counts. Whoever stands first gets a seat, then the next, as far as seats and quotas allow. The "
                "others wait in this order. A seat that is given back goes at once to the first of those who wait, as "
                "far as the quotas allow."
            ),
        ],
    }


def _checking(bookable: Bookable, draw: SeatDraw) -> dict[str, Any]:
    checked = _(
        "The list names pseudonyms and in which quotas each of them counts, never people. With it and the seed "
        "a command repeats the draw: the order, and who gets a seat."
    )
    if draw.sealed:
        silent = _(
            "It is silent where fewer than five lots count in the same quotas, since that would single people out. "
            "This is sealed: its hash stands in the list, and it is opened when the draw is repeated."
        )
        checked = f"{checked} {silent}"
    command = f'flask bookings redraw {bookable.id} --seed "{draw.seed or "…"}"'
    return {
        "title": _("For checking"),
        "paragraphs": [checked],
        "letters": [(_("Command"), command)],
    }


def _lots(draw: SeatDraw, lots: Sequence[Lot]) -> dict[str, Any]:
    words = {
        State.REQUESTED: _("Taking part in the draw"),
        State.CONFIRMED: _("Seat confirmed"),
        State.WAITLISTED: _("On the waitlist"),
        State.OFFERED: _("Seat offered"),
        State.DECLINED: _("Not drawn"),
        State.CANCELLED: _("Withdrawn"),
    }
    return {
        "title": _("The lots in the order of the draw") if draw.drawn_at else _("The list under pseudonyms"),
        "head": [_("No."), _("Lot"), _("State")],
        "rows": [[str(place), lot.pseudonym, words[lot.booking.state]] for place, lot in enumerate(lots, start=1)],
    }
