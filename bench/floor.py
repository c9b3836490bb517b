"""The floor page: one plain SQL statement and 16 KB of HTML by Jinja, no sign-in.

It is the yardstick of all figures and must never change: `CHECKSUM` in bench/guard.py is the hash of this file.
"""

from flask import Blueprint
from jinja2 import Environment
from sqlalchemy import text

from app.db import db

STATEMENT = text(
    "SELECT id, personnel_number, given_name, family_name, entered_on FROM person ORDER BY id LIMIT 90 OFFSET 10"
)
PAGE = Environment(autoescape=True).from_string(
    """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Floor</title></head>
<body>
<h1>Floor</h1>
<table>
<thead><tr><th scope="col">Number</th><th scope="col">Given name</th><th scope="col">Family name</th></tr></thead>
<tbody>
{% for person in people %}
<tr id="person-{{ person.id }}">
  <td class="number">{{ person.personnel_number }}</td>
  <td class="given-name">{{ person.given_name }}</td>
  <td class="family-name">{{ person.family_name }}</td>
  <td class="since">{{ person.entered_on }}</td>
</tr>
{% endfor %}
</tbody>
</table>
</body>
</html>
"""
)

bp = Blueprint("floor", __name__)


@bp.get("/floor")
def show_floor() -> str:
    return PAGE.render(people=db.session.execute(STATEMENT))
