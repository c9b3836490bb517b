"""What courses say on the pages of competences."""

from collections.abc import Collection

from flask import render_template

from app.courses import queries


def affected_courses(competence_ids: Collection[int]) -> str:
    """Fills `framework.affected`: the courses that lead to levels of these competences."""
    return render_template("courses/_affected.html", titles=queries.titles_leading_to(competence_ids))
