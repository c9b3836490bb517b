"""What qualifications say on the page of competences."""

from flask import render_template


def competence_links() -> str:
    """Fills `competences.more`: the way to what one holds."""
    return render_template("qualifications/_beside_competences.html")
