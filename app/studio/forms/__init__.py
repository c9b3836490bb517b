"""What may be typed in the Studio."""

from app.studio.forms.course import CourseForm, NewCourseForm, course_form
from app.studio.forms.file import FileForm, NewFileForm
from app.studio.forms.pack import PackForm
from app.studio.forms.review import AnswerForm, MoveForm, NoteForm
from app.studio.forms.unit import NewUnitForm, UnitForm, unit_form

__all__ = [
    "AnswerForm",
    "CourseForm",
    "FileForm",
    "MoveForm",
    "NewCourseForm",
    "NewFileForm",
    "NewUnitForm",
    "NoteForm",
    "PackForm",
    "UnitForm",
    "course_form",
    "unit_form",
]
