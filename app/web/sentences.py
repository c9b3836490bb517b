"""What WTForms says by itself, in the words of this house; a form's own sentence is better where one can be said."""

from flask_babel import lazy_gettext as _l
from flask_wtf.i18n import Translations

LIMITED_LENGTH = "Field cannot be longer than %(max)d characters."
SENTENCES = {
    "This field is required.": _l("Please fill in this field."),
    "Not a valid integer value.": _l("Please enter a whole number."),
    "Not a valid date value.": _l("Please enter a day of the calendar."),
    "Not a valid choice.": _l("Please choose one of the entries."),
    "Invalid Choice: could not coerce.": _l("Please choose one of the entries."),
    "Number must be between %(min)s and %(max)s.": _l("Please enter a number from %(min)s to %(max)s."),
    "Number must be at least %(min)s.": _l("Please enter at least %(min)s."),
    "Number must be at most %(max)s.": _l("Please enter at most %(max)s."),
    LIMITED_LENGTH: _l("Please use at most %(max)d characters."),
}


class Sentences(Translations):  # type: ignore[misc]
    """Ours where there is one, otherwise those of WTForms."""

    def gettext(self, string: str) -> str:
        """The sentence, with its places to fill in."""
        found = SENTENCES.get(string)
        return str(found) if found is not None else super().gettext(string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The same for a number."""
        found = SENTENCES.get(plural)
        return str(found) if found is not None else super().ngettext(singular, plural, n)
