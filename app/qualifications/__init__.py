"""Qualifications: what somebody holds with a validity, from when until when, and how it came about.

Qualification   something that can be held: for some months or for ever, such as first aider
Holding         a person holds a qualification from a day until a day; never changed, only taken back by a new row
Standing        what follows: held until when, expired when, or never held
"""
