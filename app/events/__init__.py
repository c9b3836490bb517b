"""Events: what the house runs beside its courses: a conference, an IT-Café, a workshop.

Event    when, where and what; its seats are a Bookable's
"""
