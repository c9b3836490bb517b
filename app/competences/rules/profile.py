"""Kinds of profiles, and how much their targets count."""

import enum

USUAL, IMPORTANT = 1, 2
"""A level of what is important counts double in a proposal."""


class ProfileKind(enum.StrEnum):
    """What a profile describes."""

    JOB = "job"
    ROLE = "role"
    LEADERSHIP = "leadership"


KINDS_IN_ORDER = (ProfileKind.ROLE, ProfileKind.LEADERSHIP, ProfileKind.JOB)
"""A list begins with the few that are open to everybody; jobs are many."""
