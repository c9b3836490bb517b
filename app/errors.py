"""The one exception that says "no" to a person."""


class Refused(Exception):
    """A rule says no; the sentence tells the person why, and what they can do.

    With a field, a form shows the sentence there; a button's page shows it with status 409.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
