"""Whatever is typed into the fields of the Studio stays text on every page on which it is shown."""

import html5lib
import pytest

from app.content.writing import new_text
from app.studio.rules import EditionState
from tests import make
from tests.text.payloads import payloads

pytestmark = pytest.mark.any_database
EVERY = sorted(payload.replace("\0", "") for payload in payloads())
SOME = EVERY[:: len(EVERY) // 60]
LEAST = 40
OWN_SCRIPTS = 1


def texts(attacks):
    """A course and a unit in which each field holds all of these."""
    all_of_them = " ".join(attacks)
    answers = [{"text": one, "correct": not number, "because": one} for number, one in enumerate(attacks[:10])]
    check = [{"question": one, "kind": "single", "answers": answers[:2]} for one in attacks[:8]]
    course = {
        **{"title": all_of_them[:190], "format": "self-paced", "topic": "data", "language": "de"},
        **{"summary": all_of_them, "abilities": attacks, "outcomes": [{"competence": attacks[0], "from": 0, "to": 1}]},
        **{"prerequisites": attacks, "audience": all_of_them, "target_groups": ["everybody"]},
        **{"provider": all_of_them, "link": attacks[0], "effort_minutes": 5},
    }
    unit = {
        "id": "daten-eins",
        "title": all_of_them[:190],
        "minutes": 5,
        "check": [*check, {"question": attacks, "kind": attacks[0]}],
    }
    body = "\n\n".join(attacks)
    return {"course.md": new_text(course, body), "units/10-eins.md": new_text(unit, body)}


def dangers(page):
    """What a browser would run of a page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    scripts = list(tree.iter("script"))
    found = [f"{len(scripts)} scripts"] if len(scripts) > OWN_SCRIPTS else []
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag in {"iframe", "object", "embed", "base", "style", "math"}:
            found.append(node.tag)
        for name, value in node.attrib.items():
            is_script = value.strip().lower().startswith(("javascript:", "vbscript:", "data:"))
            if name.startswith("on") or (name in {"href", "src", "action", "formaction", "srcdoc"} and is_script):
                found.append(f"{node.tag} {name}={value}")
    return found


def test_nothing_that_is_typed_runs(client, saved, cast):
    assert len(SOME) >= LEAST

    def write():
        edition = make.edition(author=cast.lin, title=SOME[0], note=" ".join(SOME), answer=" ".join(SOME))
        written = texts(SOME)
        for part in edition.parts:
            part.text, part.revision, part.author_id = written[part.path], 1, cast.max.id
        make.edition("zwei", state=EditionState.REVIEW, author=cast.max, note=" ".join(SOME))
        return edition

    edition = saved(write)
    hr, unit = client.sign_in(cast.lin), edition.parts[1].id
    pages = ["courses", "courses/daten", f"editions/{edition.id}/course", f"units/{unit}", f"units/{unit}/preview"]
    pages += [f"editions/{edition.id}/{name}" for name in ("preview", "review", "changes")]

    found = {}
    for page in pages:
        answer = hr.get(f"/studio/{page}")
        assert answer.status_code == 200, page
        found[page] = dangers(answer.text)

    assert found == {page: [] for page in pages}


def test_the_test_would_notice():
    page = "<p onclick='x()'></p><a href=' JavaScript:x()'>a</a><script></script><script></script>"

    assert dangers(page) == ["2 scripts", "p onclick=x()", "a href= JavaScript:x()"]
