"""What courses say on the pages of competences."""

from collections.abc import Collection

from flask import render_template

from app.courses import queries


def affected_courses(competence_ids: Collection[int], ending: Collection[int] = ()) -> str:
    """Fills `framework.affected`: the courses that lead to levels of these competences, and those to some that end."""
    titles = queries.titles_leading_to(competence_ids)
    losing = queries.titles_leading_to(ending) if ending else []
    is_one = len(competence_ids) == 1
    return render_template("courses/_affected.html", titles=titles, losing=losing, is_one=is_one)
