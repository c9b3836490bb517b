"""The protocol of the draw of a team for the file, which names nobody."""

from typing import Any

from flask_babel import gettext as _

from app.panels import sentences
from app.panels.models import Panel, PanelDraw
from app.text.paper import paper
from app.web.formats import day, long_day, moment, number


def protocol(panel: Panel, draw: PanelDraw, *, with_lots: bool) -> bytes:
    """The protocol as a PDF; with the pseudonyms drawn where the reader may check it."""
    sections = [_course(panel, draw), _numbers(draw), _rule(draw), _checking(panel, draw, with_lots=with_lots)]
    return paper(
        "text/paper/protocol.typ",
        title=_("Protocol of the draw"),
        running=panel.title,
        lead=panel.title,
        sections=sections,
    )


def _course(panel: Panel, draw: PanelDraw) -> dict[str, Any]:
    unchanged = _("not since the team was started")
    facts = [
        (_("Called for volunteers"), moment(panel.called_at) if panel.called_at else None),
        (_("Call until"), day(panel.last_day) if panel.last_day else None),
        (_("Quotas last changed"), moment(panel.quotas_changed_at) if panel.quotas_changed_at else unchanged),
        (_("List fixed and hash published"), moment(draw.published_at) if draw.published_at else None),
        (_("Where the seed comes from"), panel.seed_source),
        (_("Day of the seed"), long_day(panel.seed_on) if panel.seed_on else None),
        (_("Drawn"), moment(draw.drawn_at) if draw.drawn_at else _("not yet")),
    ]
    return {"title": _("What happened when"), "facts": [fact for fact in facts if fact[1]]}


def _numbers(draw: PanelDraw) -> dict[str, Any]:
    listed = draw.paper
    seed = [(_("Seed"), draw.seed)] if draw.seed else []
    return {
        "title": _("Numbers"),
        "facts": [
            (_("Seats drawn"), number(listed.size)),
            (_("Volunteers on the list"), number(len(listed.volunteers))),
            (_("Compositions with tickets"), number(len(listed.compositions))),
            (_("Smallest chance"), sentences.percent(listed.smallest_chance)),
            (_("Moved up since"), number(len(draw.moved_up))),
        ],
        "letters": [(_("Hash of the list (SHA-256)"), draw.hash), *seed],
    }


def _rule(draw: PanelDraw) -> dict[str, Any]:
    quotas = [[quota.name, sentences.limits(quota)] for quota in draw.paper.quotas]
    table = {"head": [_("Quota for"), _("How many")], "rows": quotas} if quotas else {}
    return {
        "title": _("The rule"),
        "paragraphs": [
            _(
                "Every composition of the team that keeps the quotas below is possible. Each has as many of a billion "
                "tickets as make the smallest chance of any volunteer as large as it can be, then the next smallest, "
                "and so on. Volunteers who belong to the same groups have the same chance."
            ),
            _(
                "The seed picks a ticket: the SHA-256 of the hash of the list, the seed and the word “composition”, as "
                "a number, divided by the number of tickets; the remainder is the ticket. Within each class those are "
                "drawn for whom the SHA-256 of hash, seed and pseudonym comes first. When somebody leaves, the next "
                "moves up in the order of the SHA-256 of hash, seed, the word “replacement” and pseudonym, as far as "
                "the quotas allow."
            ),
        ],
        **table,
    }


def _checking(panel: Panel, draw: PanelDraw, *, with_lots: bool) -> dict[str, Any]:
    command = f'flask panels redraw {panel.id} --seed "{draw.seed or "…"}"'
    lots = [(_("Drawn"), ", ".join(draw.drawn)), (_("Moved up since"), ", ".join(draw.moved_up))]
    listed = [(_("On the list"), ", ".join(sorted(draw.paper.volunteers)))] if with_lots else []
    return {
        "title": _("For checking"),
        "paragraphs": [_("The list names pseudonyms, never people. With it and the seed a command repeats the draw.")],
        "letters": [(_("Command"), command), *(lot for lot in lots if with_lots and lot[1]), *listed],
    }
