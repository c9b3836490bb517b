"""The blueprint of courses, and words for its templates."""

from flask import Blueprint

from app.courses import access, labels

bp = Blueprint("courses", "app.courses", template_folder="templates")
bp.add_app_template_filter(labels.format_label)
bp.add_app_template_filter(labels.topic_label)
bp.add_app_template_filter(labels.language_label)
bp.add_app_template_filter(labels.target_label)


@bp.context_processor
def _access() -> dict[str, object]:
    return {"access": access}
