"""What I must; what my team has done; rules, their preview and the proof."""

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Select
from werkzeug.wrappers import Response as AnyResponse

from app.db import db
from app.errors import Refused
from app.mandatory import access, actions, labels, proof, queries
from app.mandatory.forms import EVERYBODY, FAMILY, UNIT, RuleForm, SwitchForm
from app.mandatory.models import Rule
from app.mandatory.rules import Count, State
from app.people.models import OrgUnit
from app.people.tree import in_tree_order
from app.people.viewer import require_viewer
from app.qualifications import queries as qualifications
from app.text.folding import bare
from app.text.paper import MIMETYPE
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown

PEOPLE = 10
"""Of a team on one page, each with all that they must."""

bp = Blueprint("mandatory", __name__, template_folder="templates")
bp.add_app_template_filter(labels.whom, "who_must")
bp.add_app_template_filter(labels.duty_label)


@bp.get("/mandatory")
@policy(find=None)
def list_own() -> str:
    return render_template("mandatory/list_own.html", duties=queries.own_duties(require_viewer()))


@bp.get("/team/mandatory")
@policy(find=None, may=access.can_see_team, data="B", purpose="mandatory")
def list_team() -> str:
    """The state alone: neither what shows it nor anything else that somebody holds."""
    viewer = require_viewer()
    found = queries.rules_on(viewer.today)
    rows = page(queries.team_people(viewer, found), scalars=False, per_page=PEOPLE)
    lines = queries.team_lines([row[0] for row in rows.rows], viewer.today)
    shown(person.id for person, _duties in lines)
    return render_template("mandatory/list_team.html", page=rows, lines=lines, count=queries.team_count(viewer, found))


@bp.get("/studio/mandatory")
@policy(find=queries.rules_in_studio, may=access.can_see_rules)
def list_rules(found: Select[Rule]) -> str:
    viewer, rules = require_viewer(), db.session.scalars(found).all()
    return render_template(
        "mandatory/list_rules.html",
        rules=rules,
        counted=queries.counts_by_rule(viewer, rules, viewer.today),
        nobody=Count(),
        may_make=access.can_make_rules(viewer),
    )


@bp.route("/studio/mandatory/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_make_rules)
def create_rule() -> AnyResponse | str | tuple[str, int]:
    form = _offered(RuleForm())
    if form.accepted and form.carry(actions.make, by=require_viewer().person):
        flash(_("The rule is written down. Look at whom it is for, then switch it on."), "success")
        said = form.values
        made = queries.same_rule(said["qualification_id"], said["unit_id"], said["family_id"])
        return _to_rule(db.session.scalars(made).one())
    return render_form("mandatory/create_rule.html", form)


@bp.get("/studio/mandatory/<int:rule_id>")
@policy(find=queries.rules_in_studio, may=access.can_see_rules, data="B", purpose="qualifications")
def show_rule(rule: Rule) -> str:
    viewer, unit = require_viewer(), _unit(rule)
    typed, only = bare(request.args.get("q", "")), request.args.get("state")
    people = queries.people_under(rule, viewer, unit, viewer.today)
    counted = queries.counts_by_unit(people, rule, viewer.today)
    state = State(only) if only in set(State) else None
    rows = page(queries.listed(people, rule, viewer.today, only=state, typed=typed), scalars=False)
    lines = queries.lines(rows.rows, viewer.today)
    shown(line.person.id for line in lines)
    return render_template(
        "mandatory/show_rule.html",
        rule=rule,
        unit=unit,
        is_whole=unit.id == rule.unit_id or (unit.parent_id is None and rule.unit_id is None),
        above=queries.units_above(unit),
        units=queries.lines_below(unit, counted),
        count=sum(counted.values(), Count()),
        page=rows,
        lines=lines,
        typed=typed,
        state=state,
        may_make=access.can_make_rules(viewer),
    )


@bp.route("/studio/mandatory/<int:rule_id>/edit", methods=["GET", "POST"])
@policy(find=queries.rules_in_studio, may=access.can_make_rules)
def edit_rule(rule: Rule) -> AnyResponse | str | tuple[str, int]:
    whom = UNIT if rule.unit_id else FAMILY if rule.family_id else EVERYBODY
    form = _offered(RuleForm(obj=rule, whom=whom))
    if form.accepted and form.carry(actions.change, rule, by=require_viewer().person):
        flash(_("The rule is changed. Look at whom it is for, then switch it on."), "success")
        return _to_rule(rule)
    return render_form("mandatory/edit_rule.html", form, rule=rule)


@bp.post("/studio/mandatory/<int:rule_id>/activation")
@policy(find=queries.rules_in_studio, may=access.can_make_rules)
def switch_on(rule: Rule) -> AnyResponse:
    viewer, form = require_viewer(), SwitchForm()
    affected = queries.counts_by_rule(viewer, [rule], viewer.today).get(rule.id, Count()).all
    actions.switch_on(rule, seen=form.number, affected=affected, by=viewer.person)
    flash(
        ngettext("The rule is on: it is for %(num)d person.", "The rule is on: it is for %(num)d people.", affected),
        "success",
    )
    return _to_rule(rule)


@bp.post("/studio/mandatory/<int:rule_id>/deactivation")
@policy(find=queries.rules_in_studio, may=access.can_make_rules)
def switch_off(rule: Rule) -> AnyResponse:
    actions.switch_off(rule, by=require_viewer().person)
    flash(_("The rule is off: nobody is asked for it by this rule. What people hold stays."), "success")
    return _to_rule(rule)


@bp.post("/studio/mandatory/<int:rule_id>/removal")
@policy(find=queries.rules_in_studio, may=access.can_make_rules)
def remove_rule(rule: Rule) -> AnyResponse:
    actions.remove(rule, by=require_viewer().person)
    flash(_("The rule is gone."), "success")
    return redirect(url_for("mandatory.list_rules"), 303)


@bp.get("/studio/mandatory/<int:rule_id>/proof.csv")
@policy(find=queries.rules_in_studio, may=access.can_see_rules, data="B", purpose="qualifications")
def export_proof(rule: Rule) -> Response:
    return _as_file(proof.as_csv(_proofs(rule, _unit(rule))), "text/csv", f"lotse-proof-{rule.id}.csv")


@bp.get("/studio/mandatory/<int:rule_id>/proof.pdf")
@policy(find=queries.rules_in_studio, may=access.can_see_rules, data="B", purpose="qualifications")
def print_proof(rule: Rule) -> Response:
    viewer, unit = require_viewer(), _unit(rule)
    people = queries.people_under(rule, viewer, unit, viewer.today)
    count = sum(queries.counts_by_unit(people, rule, viewer.today).values(), Count())
    if count.all > proof.MOST_ON_PAPER:
        raise Refused(
            _(
                "These are more than %(most)s people. Please choose a smaller unit, or the CSV file.",
                most=proof.MOST_ON_PAPER,
            )
        )
    return _as_file(proof.as_paper(rule, unit, _proofs(rule, unit), count), MIMETYPE, f"lotse-proof-{rule.id}.pdf")


def _proofs(rule: Rule, unit: OrgUnit) -> list[queries.Proof]:
    viewer = require_viewer()
    found = queries.proofs(
        db.session.execute(queries.people_under(rule, viewer, unit, viewer.today)).all(), viewer.today
    )
    shown(one.line.person.id for one in found)
    return found


def _unit(rule: Rule) -> OrgUnit:
    """The unit that is looked at; what is no unit is not found."""
    found = queries.unit_to_look_at(rule, request.args.get("unit", type=int))
    if found is None:
        abort(404)
    return found


def _offered(form: RuleForm) -> RuleForm:
    units = in_tree_order(db.session.scalars(queries.units()))
    kinds = db.session.scalars(qualifications.offered()).all()
    form.offer(kinds, units, db.session.scalars(queries.families()).all())
    return form


def _to_rule(rule: Rule) -> AnyResponse:
    return redirect(url_for("mandatory.show_rule", rule_id=rule.id), 303)


def _as_file(content: str | bytes, mimetype: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=mimetype, headers=headers)
