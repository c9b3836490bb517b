"""The catalogue, courses and units."""

from collections.abc import Sequence

from flask import Response, flash, make_response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app import clock
from app.courses import access, actions, filters, labels, queries, rules
from app.courses.forms import CheckForm, CompletionForm, SynonymsForm, wanted
from app.courses.models import Course, CourseFile, Unit
from app.courses.rules import Stage
from app.courses.views.asking import asked
from app.courses.views.blueprint import bp
from app.disclosure import actions as disclosure
from app.disclosure.rules import FLOOR
from app.files.download import show
from app.files.rules import MediaType
from app.people.viewer import require_viewer
from app.text.media import Shape
from app.web.form import render_form
from app.web.headers import lasting
from app.web.paging import Page, page_of
from app.web.policy import policy
from app.web.redirects import own_path
from app.web.render import render

MORPH = "outerMorph"


@bp.get("/courses")
@policy(find=None)
def list_courses() -> Response:
    asked, viewer = wanted(request.args), require_viewer()
    catalogue = queries.catalogue()
    dates = queries.open_dates(viewer, clock.now()) if asked.asks_for_dates else []
    dated = queries.dated(dates)
    found = catalogue.find(asked, dated, clock.today())
    fitting = [date for date, one in zip(dates, dated, strict=True) if one.fits(asked, clock.today())]
    shown_ids = page_of(found.ids)
    lines = Page(queries.lines_of(shown_ids.rows, viewer.person.id), shown_ids.number, shown_ids.total)
    if not asked.asks_for_dates:
        fitting = queries.open_dates(viewer, clock.now(), [course.id for course in lines.rows if course.has_dates])
    groups = filters.groups(asked, catalogue.choices(found))
    chips = filters.chips(asked, groups)
    shown = render(
        "courses/list_courses.html",
        fragment="courses/_results.html",
        search_url=None,
        wanted=asked,
        results=lines,
        dates=queries.first_dates(fitting),
        groups=groups,
        chips=chips,
        ways_out=filters.ways_out(chips, found) if not lines.total else (),
        formats=labels.format_labels(),
        topics=labels.TOPICS,
        replaced=found.replaced,
        elsewhere=len(catalogue.find(asked.without_filters()).ids) if asked.ticked and not lines.total else 0,
    )
    response = make_response(shown)
    response.headers["HX-Reswap"] = MORPH
    response.vary.add("HX-Request")
    return response


@bp.route("/studio/synonyms", methods=["GET", "POST"])
@policy(find=None, may=access.can_curate)
def edit_synonyms() -> AnyResponse | str | tuple[str, int]:
    stored = queries.synonyms()
    form = SynonymsForm(text=stored, seen=stored)
    if form.accepted and form.carry(actions.edit_synonyms, by=require_viewer().person):
        flash(_("The words are saved, and the search knows them at once."), "success")
        return redirect(url_for("courses.edit_synonyms"), 303)
    return render_form("courses/edit_synonyms.html", form, conflict=form.renew(stored), stored=stored)


@bp.get("/courses/<slug>")
@policy(find=queries.courses_visible_to)
def show_course(course: Course) -> str | tuple[str, int]:
    return _course_page(course, CompletionForm(formdata=None))


@bp.post("/courses/<slug>/enrolment")
@policy(find=queries.courses_visible_to, may=access.can_take_part)
def begin_course(course: Course) -> AnyResponse:
    person = require_viewer().person
    enrolment = actions.begin(course, person)
    following = rules.next_of(queries.steps_of(course.id, person.id))
    if following is None or queries.stage_of(enrolment) is Stage.DONE:
        return _to_course(course)
    return redirect(url_for("courses.show_unit", slug=course.slug, key=following.key), 303)


@bp.post("/courses/<slug>/repetition")
@policy(find=queries.courses_visible_to, may=access.can_take_part)
def repeat_course(course: Course) -> AnyResponse:
    person = require_viewer().person
    actions.repeat(course, person)
    following = rules.next_of(queries.steps_of(course.id, person.id))
    if following is None:
        return _to_course(course)
    return redirect(url_for("courses.show_unit", slug=course.slug, key=following.key), 303)


@bp.post("/courses/<slug>/enrolment-end")
@policy(find=queries.courses_visible_to)
def leave_course(course: Course) -> AnyResponse:
    actions.leave(course, require_viewer().person)
    flash(_("You have left the course. What you have read stays marked, and you can go on at any time."), "info")
    return _to_course(course)


@bp.post("/courses/<slug>/completion")
@policy(find=queries.courses_visible_to, may=access.can_take_part)
def complete_course(course: Course) -> AnyResponse | str | tuple[str, int]:
    form = CompletionForm()
    if not (form.accepted and form.carry(actions.complete, course, require_viewer().person)):
        return _course_page(course, form)
    flash(_("The course is completed. You can take this back at any time."), "success")
    return _to_course(course)


@bp.post("/courses/<slug>/attendance")
@policy(find=queries.courses_visible_to)
def attend_course(course: Course) -> AnyResponse:
    actions.attend(course, require_viewer().person)
    flash(_("“%(title)s” is completed. You can take this back on its page.", title=course.title), "success")
    return redirect(own_path(request.form.get("next")) or url_for("courses.show_course", slug=course.slug), 303)


@bp.post("/courses/<slug>/completion-end")
@policy(find=queries.courses_visible_to)
def take_back_completion(course: Course) -> AnyResponse:
    actions.take_back(course, require_viewer().person)
    flash(_("The course is open again, and it no longer counts as evidence."), "info")
    return _to_course(course)


@bp.post("/courses/<slug>/date-wish")
@policy(find=queries.courses_visible_to, may=access.can_take_part)
def want_date(course: Course) -> AnyResponse:
    actions.want_date(course, require_viewer().person)
    flash(_("You will be told as soon as a date is planned."), "success")
    return _to_course(course)


@bp.post("/courses/<slug>/date-wish-end")
@policy(find=queries.courses_visible_to)
def want_no_date(course: Course) -> AnyResponse:
    actions.want_no_date(course, require_viewer().person)
    flash(_("You will not be told about new dates."), "info")
    return _to_course(course)


@bp.get("/studio/demand")
@policy(find=None, may=access.can_curate)
def show_demand() -> str:
    wished = queries.wished(clock.today())
    figures = disclosure.show([one.report for one in wished], to=require_viewer().person)
    counted = {report: figure for (report, _cell), figure in figures.items()}
    demand = [(one, counted[one.report]) for one in wished if one.report in counted]
    most_first = sorted(demand, key=lambda pair: -pair[1].size)
    return render("courses/show_demand.html", demand=most_first, floor=FLOOR)


@bp.get("/courses/<slug>/units/<key>")
@policy(find=queries.units_visible_to, by={"slug": Course.slug})
def show_unit(unit: Unit) -> str | tuple[str, int]:
    return _unit_page(unit, asked(unit.check, is_test=bool(unit.proofs)), is_solved="solved" in request.args)


@bp.post("/courses/<slug>/units/<key>/completion")
@policy(find=queries.units_visible_to, may=access.can_finish, by={"slug": Course.slug})
def complete_unit(unit: Unit) -> AnyResponse | str | tuple[str, int]:
    form = asked(unit.check, is_test=bool(unit.proofs))
    person = require_viewer().person
    if not (form.accepted and form.carry(actions.finish, unit, person)):
        return _unit_page(unit, form)
    return _after(unit, queries.steps_of(unit.course_id, person.id))


@bp.get("/courses/<slug>/print")
@policy(find=queries.courses_visible_to)
def print_course(course: Course) -> str:
    return render("courses/print_course.html", course=course, units=queries.parts_of(course.id))


@bp.get("/courses/<slug>/files/<name>")
@policy(find=queries.files_visible_to, by={"slug": Course.slug, "name": CourseFile.name})
@lasting
def show_file(course_file: CourseFile) -> AnyResponse:
    kind = course_file.kind
    return show(
        course_file.stored_as,
        kind.media_type,
        course_file.name,
        lasting=request.args.get("v") == course_file.mark,
        as_attachment=kind.shape is Shape.DOWNLOAD and kind is not MediaType.VTT,
    )


def _course_page(course: Course, form: CompletionForm) -> str | tuple[str, int]:
    overview = queries.overview(course, require_viewer(), clock.now())
    return render_form("courses/show_course.html", form=form, course=course, overview=overview)


def _unit_page(unit: Unit, form: CheckForm, *, is_solved: bool = False) -> str | tuple[str, int]:
    steps = queries.steps_of(unit.course_id, require_viewer().person.id)
    proofs = queries.proofs_of(unit.course_id) if unit.proofs else []
    here = next(position for position, step in enumerate(steps) if step.id == unit.id)
    return render_form(
        "courses/show_unit.html",
        form=form,
        unit=unit,
        course=unit.course,
        written_in=unit.course.language,
        send=url_for("courses.complete_unit", slug=unit.course.slug, key=unit.key),
        steps=steps,
        number=here + 1,
        proofs=[proof for proof in proofs if proof.unit_id == unit.id],
        is_done=steps[here].is_done,
        is_solved=is_solved and steps[here].is_done,
        is_last=rules.next_of(steps) is None,
        before=steps[here - 1] if here else None,
        after=steps[here + 1] if here + 1 < len(steps) else None,
    )


def _after(unit: Unit, steps: Sequence[queries.Step]) -> AnyResponse:
    """To the answers with their reasons; without a check to the next unit, or to the course where none is left."""
    if unit.check:
        here = url_for("courses.show_unit", slug=unit.course.slug, key=unit.key, solved=1)
        return redirect(f"{here}#check", 303)
    following = rules.next_of(steps)
    if following is None:
        return _to_course(unit.course)
    return redirect(url_for("courses.show_unit", slug=unit.course.slug, key=following.key), 303)


def _to_course(course: Course) -> AnyResponse:
    return redirect(url_for("courses.show_course", slug=course.slug), 303)
