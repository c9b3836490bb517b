"""What import contracts can't see: views that borrow forms, models that read files, views that look for rows."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
VIEWS = sorted(path for path in APP.rglob("*.py") if "views" in path.relative_to(APP).parts[1:] or path.stem == "views")
MODELS = sorted(path for path in APP.rglob("*.py") if "models" in (*path.relative_to(APP).parts[1:-1], path.stem))
FINDING = {"select", "aliased", "text"}
FINDING_METHODS = {"get", "get_one", "query"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def foreign_forms(source: str, package: str) -> set[str]:
    """Forms of other packages that a view imports."""
    names = {name for name in imported(source) if ".forms" in name}
    return {name for name in names if not name.startswith(f"app.{package}.")}


def bare_finding(source: str) -> set[str]:
    """Calls by which a view would find rows by itself, past `find` (R3)."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in FINDING:
            found.add(called.id)
        if isinstance(called, ast.Attribute) and called.attr in FINDING_METHODS and _is_session(called.value):
            found.add(f"session.{called.attr}")
    return found


def _is_session(node: ast.expr) -> bool:
    return ast.unparse(node) in ("db.session", "session", "db", "db.session()")


def test_a_view_uses_the_forms_of_its_own_package_only():
    borrowed = {relative(path): foreign_forms(read(path), path.relative_to(APP).parts[0]) for path in VIEWS}

    assert {name: found for name, found in borrowed.items() if found} == {}


def test_a_view_finds_rows_through_its_policy_and_queries_only():
    found = {(relative(path), call) for path in VIEWS for call in bare_finding(read(path))}

    assert found == set()


def test_models_do_not_know_the_files_they_came_from():
    from_files = {
        relative(path) for path in MODELS if any("library" in name.split(".") for name in imported(read(path)))
    }

    assert from_files == set()


class TestTheGuardsBite:
    """Each guard, shown something it must find."""

    def test_a_borrowed_form(self):
        source = "from app.plans.forms import PlanForm\nfrom app.courses.forms import CourseForm"

        assert foreign_forms(source, "courses") == {"app.plans.forms.PlanForm"}

    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("db.session.get(Plan, plan_id)", "session.get"),
            ("db.session.scalars(select(Plan))", "select"),
            ("db.session.query(Plan)", "session.query"),
            ("session.execute(text('SELECT 1'))", "text"),
        ],
    )
    def test_a_view_that_finds_by_itself(self, source, name):
        assert name in bare_finding(source)

    def test_asking_through_queries_is_fine(self):
        assert bare_finding("db.session.scalars(queries.plans_visible_to(viewer())).all()") == set()
