"""Mandatory trainings: which qualification somebody must hold, by a rule of the house.

Rule       a qualification, who must hold it (everybody, a unit with all below it, a family of jobs), and until when
Duty       what follows for one person: done, open or overdue, until when; asked each time, never stored
Reminder   somebody was told about a duty: one row for each step and date, so that nobody is told twice
"""
