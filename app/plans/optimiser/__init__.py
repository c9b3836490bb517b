"""The optimal plan: which courses close the gap to a goal with the least time, proven by an integer program.

Nothing of a person is scored: levels, aims, courses, dates and time go in, courses with reasons come out.
"""

from app.plans.optimiser.case import Aim, Answer, Case, Lift, Meeting, Offer, PlanStep, Session, Value
from app.plans.optimiser.choice import reachable, takeable
from app.plans.optimiser.program import OutOfTime
from app.plans.optimiser.stages import optimise

__all__ = [
    "Aim",
    "Answer",
    "Case",
    "Lift",
    "Meeting",
    "Offer",
    "OutOfTime",
    "PlanStep",
    "Session",
    "Value",
    "optimise",
    "reachable",
    "takeable",
]
