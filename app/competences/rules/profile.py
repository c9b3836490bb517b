"""Kinds of profiles."""

import enum


class ProfileKind(enum.StrEnum):
    """What a profile describes."""

    JOB = "job"
    ROLE = "role"
    LEADERSHIP = "leadership"
