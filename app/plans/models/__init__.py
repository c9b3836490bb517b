"""What is stored of learning plans."""

from app.plans.models.buddy import BuddyNote, BuddyPair, BuddySkip
from app.plans.models.plan import Plan, PlanItem
from app.plans.models.practice import PracticeQuestion
from app.plans.models.review import WeeklyReview
from app.plans.models.talk import AgreedLevel, Talk, TalkItem, TalkSide, WishedLevel

__all__ = [
    "AgreedLevel",
    "BuddyNote",
    "BuddyPair",
    "BuddySkip",
    "Plan",
    "PlanItem",
    "PracticeQuestion",
    "Talk",
    "TalkItem",
    "TalkSide",
    "WeeklyReview",
    "WishedLevel",
]
