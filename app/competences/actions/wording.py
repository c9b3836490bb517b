"""Words that people have been assessed by keep their meaning."""

from flask_babel import gettext as _

from app.competences.models import Framework
from app.competences.rules import Stage
from app.errors import Refused


def assert_same_meaning(framework: Framework, *, changed: bool, only_wording: bool) -> None:
    """Refuse other words in a model in use, unless HR says that they mean the same: a level stays what it was."""
    if changed and framework.stage is not Stage.DRAFT and not only_wording:
        raise Refused(
            _(
                "Please say that only the wording changes. If somebody would now be at another level, "
                "begin a new version of the model instead."
            ),
            "only_wording",
        )
