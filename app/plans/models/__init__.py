"""What is stored of learning plans."""

from app.plans.models.buddy import (
    BuddyNote,
    BuddyPair,
    BuddySkip,
)
from app.plans.models.plan import (
    Plan,
    PlanItem,
)
from app.plans.models.practice import (
    PracticeQuestion,
)
from app.plans.models.proposal import (
    Proposal,
)
from app.plans.models.review import (
    WeeklyReview,
)
from app.plans.models.talk import (
    AgreedLevel,
    Talk,
    TalkItem,
    TalkSide,
    WishedLevel,
)
from app.plans.models.template import (
    Assignment,
    Delivery,
    PlanTemplate,
    TemplateItem,
)

__all__ = [
    "AgreedLevel",
    "Assignment",
    "BuddyNote",
    "BuddyPair",
    "BuddySkip",
    "Delivery",
    "Plan",
    "PlanItem",
    "PlanTemplate",
    "PracticeQuestion",
    "Proposal",
    "Talk",
    "TalkItem",
    "TalkSide",
    "TemplateItem",
    "WeeklyReview",
    "WishedLevel",
]
