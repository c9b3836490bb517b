"""Who may call a view: every view carries `@policy` or `@public`, or the app does not start.

    @policy(find=queries.plans_visible_to, may=access.can_edit_plan, data="D", purpose="talk")

find     a query narrowed to the viewer. With an id or slug in the URL its one row is handed to the view under its
         noun; without, the view gets the query as `found`. What the viewer may not know of is 404. A query that is
         built once for everybody says `bindparam("me")` where it means the viewer; only with a row in the URL.
may      `can_…(viewer, thing)`, or `can_…(viewer)` on a page without a thing. What they may not do is 403.
data     the category of other people's data that the page shows, and the purpose: written to the read audit
         before the answer is sent, one row for each person shown.
daily    a page on which one lands without having asked for that data: there a look counts once a day.
missing  the sentence where there is nothing to see, the same whether it never was, has ended or is not for the viewer.
"""

import functools
import re
from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask, Response, abort, current_app, g, make_response, request
from sqlalchemy import Select, bindparam
from sqlalchemy.orm import InstrumentedAttribute
from werkzeug.exceptions import NotFound

from app.db import db

Find = Callable[[Any], Select[Any]]
May = Callable[..., bool]
View = Callable[..., Any]
SHOWING = (200, 422)
NARROWED: WeakKeyDictionary[Select[Any], dict[tuple[str, ...], Select[Any]]] = WeakKeyDictionary()


class Missing(NotFound):
    """There is nothing to see at this address; a sentence of its own says so, and perhaps another what to do."""

    def __init__(self, sentence: object, advice: object = "") -> None:
        super().__init__()
        self.sentence, self.advice = str(sentence), str(advice)


class Hooks:
    """What the shell must be told by the packages above it."""

    viewer: Callable[[], Any]
    unauthorized: Callable[[], Any]
    write_read_audit: Callable[..., None]


def init_app(
    app: Flask,
    *,
    viewer: Callable[[], Any],
    unauthorized: Callable[[], Any],
    write_read_audit: Callable[..., None],
) -> None:
    """Hand over who is looking, what to answer to nobody, and where looks are written down."""
    hooks = Hooks()
    hooks.viewer, hooks.unauthorized, hooks.write_read_audit = viewer, unauthorized, write_read_audit
    app.extensions["lotse.policy"] = hooks


def public(view: View) -> View:
    """Anybody may call this view, signed in or not."""
    view.policy = None  # type: ignore[attr-defined]
    return view


def policy(
    *,
    find: Find | None,
    may: May | None = None,
    data: str | None = None,
    purpose: str | None = None,
    daily: bool = False,
    by: dict[str, InstrumentedAttribute[Any]] | None = None,
    missing: object = None,
) -> Callable[[View], View]:
    """Guard a view; `by` names the column for a URL part that is neither an id nor a slug of the thing itself."""
    if (data is None) != (purpose is None):
        raise ValueError("data and purpose go together: a look at a person's data has a reason")

    def guard(view: View) -> View:
        @functools.wraps(view)
        def guarded(**url: Any) -> Any:
            hooks: Hooks = current_app.extensions["lotse.policy"]
            viewer = hooks.viewer()
            if viewer is None:
                return hooks.unauthorized()
            things = _found(find(viewer), url, by or {}, missing, viewer.person.id) if find else url
            thing = next(iter(things.values())) if find and url else None
            g.thing = thing
            if may and not (may(viewer, thing) if thing is not None else may(viewer)):
                abort(403)
            response = make_response(view(**things))
            if data and purpose:
                _write_down(hooks, viewer, thing, response, data, purpose, daily=daily)
            return response

        guarded.policy = (find, may, data, purpose)  # type: ignore[attr-defined]
        return guarded

    return guard


def shown(person_ids: Iterable[int]) -> None:
    """Say whose data a list page shows, also when it is nobody's; the read audit gets a row for each."""
    g.setdefault("shown_people", set()).update(person_ids)


def assert_every_view_has_a_policy(app: Flask) -> None:
    """Stop the start where a view can be called without anybody having said by whom."""
    missing = sorted(
        rule.endpoint for rule in app.url_map.iter_rules() if not hasattr(app.view_functions[rule.endpoint], "policy")
    )
    if missing:
        raise RuntimeError(f"views without @policy or @public: {', '.join(missing)}")


def _found(
    query: Select[Any], url: dict[str, Any], by: dict[str, InstrumentedAttribute[Any]], missing: object, me: int
) -> dict[str, Any]:
    """The things, or the page's own sentence where there are none."""
    try:
        return _things(query, url, by, me)
    except NotFound:
        if missing:
            raise Missing(missing) from None
        raise


def _things(
    query: Select[Any], url: dict[str, Any], by: dict[str, InstrumentedAttribute[Any]], me: int
) -> dict[str, Any]:
    """The URL's parts, turned into the one row they name, under its noun; without parts, the query itself."""
    if not url:
        return {"found": query}
    entity = query.column_descriptions[0]["entity"]
    columns = {name: by.get(name) or getattr(entity, "id" if name.endswith("_id") else name) for name in url}
    row = db.session.scalars(_narrowed(query, columns), {"me": me} | _bound(url)).unique().one_or_none()
    if row is None:
        abort(404)
    return {_noun(entity): row}


def _narrowed(query: Select[Any], columns: dict[str, InstrumentedAttribute[Any]]) -> Select[Any]:
    """The query for the row that an address names; kept for as long as the query itself, which may be built once."""
    kept = NARROWED.setdefault(query, {})
    names = tuple(columns)
    if names not in kept:
        kept[names] = query.where(
            *(column == bindparam(bound, type_=column.type) for bound, column in _bound(columns).items())
        )
    return kept[names]


def _bound(url: dict[str, Any]) -> dict[str, Any]:
    """Under names that no query uses for anything else."""
    return {f"url_{name}": value for name, value in url.items()}


def _noun(entity: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", entity.__name__).lower()


def _write_down(
    hooks: Hooks, viewer: Any, thing: Any, response: Response, data: str, purpose: str, *, daily: bool
) -> None:
    if response.status_code not in SHOWING or request.method == "HEAD":
        return
    others = _people_shown(thing) - {viewer.person.id}
    if others:
        if response.status_code != 200:
            db.session.rollback()  # the refused change is undone anyway; the look at the page is kept
        hooks.write_read_audit(viewer, sorted(others), data, purpose, daily=daily)


def _people_shown(thing: Any) -> set[int]:
    """Whom the page said it shows, or whom its thing is about; a page that says neither is not sent."""
    if (named := g.pop("shown_people", None)) is not None:
        return set(named)
    if getattr(thing, "__tablename__", "") == "person":
        return {thing.id}
    if not hasattr(thing, "person_id"):
        raise LookupError("a page with people's data must name them: call shown(person_ids)")
    return {thing.person_id}
