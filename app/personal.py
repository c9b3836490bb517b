"""The vocabulary of the privacy registry: what kind of personal data a column holds, and how long it is kept.

Every column of a table that is about a person says so: `mapped_column(info=about(Category.PLAN, Keep.PLAN))`.
The registry is read from the metadata, so code and record can't drift apart.
"""

import enum


class Category(enum.StrEnum):
    """Kinds of personal data, from the least to the most sensitive use."""

    IDENTITY = "A"
    MANDATORY = "B"
    BOOKING = "C"
    PLAN = "D"
    SELF = "E"
    TALK = "F"
    FREE_TEXT = "G"
    SECURITY = "H"
    CONTENT = "I"


class Keep(enum.StrEnum):
    """How long: each value names a rule of the retention schedule."""

    EMPLOYED = "until the person has left, then 60 days"
    SELF = "until the person deletes it, 24 months after the last change, or on leaving"
    SHARE = "to the end of the share"
    PLAN = "36 months, or on leaving"
    TALK = "a draft 60 days, released texts for the current and the previous talk, at most 36 months"
    BUDDY = "90 days after the last appointment"
    MANDATORY = "24 months after its end, or after the person has left"
    LEARNING = "36 months after the end of the year, then title and date until leaving"
    WISH = "until a date is planned, at most 24 months, or on leaving"
    BOOKING = "36 months after the end of the year, as a number without a person after that"
    WAITING = "3 months after the event"
    REQUEST = "36 months after the end of the year in which it took place, else 12 months, or on leaving"
    NEEDS = "7 days after the event, at once where the booking ends"
    FEEDBACK = "who was asked 3 months, what was written 12 months after the last day for answers"
    FIGURE = "stays, as a number about a group"
    SIGN_IN = "30 days"
    FAILED_SIGN_IN = "90 days"
    AUDIT = "to the end of the following year"
    MAIL = "text 30 days, the rest 90 days"
    NOTICE = "90 days"
    ROLE = "until the role ends, then as audit"


WITHOUT_PEOPLE = frozenset(
    {
        *("framework", "area", "level", "competence", "level_description", "competence_link", "profile", "target"),
        *("profile_family", "job_family", "job", "org_unit", "course", "prerequisite", "unit", "outcome", "session"),
        *("unit_proof", "course_file", "synonyms", "catalogue_stamp", "qualification", "course_qualification"),
        "mandatory_rule",
        *("bookable", "pool", "span", "turned_away", "event", "event_series", "event_outcome", "event_room"),
        *("programme", "programme_release", "time_band", "slot", "feedback_sheet", "feedback_question"),
        *("feedback_tally", "ledger", "lease", "plan_template", "template_item", "static_page", "erasure_switch"),
        *("training_budget",),
    }
)
"""The tables that are about nobody, where a column doesn't say otherwise; in all others each column has its entry."""


def about(category: Category, keep: Keep) -> dict[str, object]:
    """The entry of a column in the privacy registry."""
    return {"category": category, "keep": keep}
