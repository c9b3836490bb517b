"""Disclosure: the one way in which a number about a group leaves the house.

Report  what is measured; figures of one report can be set against each other, those of two reports can't
Cell    a group in it, by number of each person, and what they said
Ledger  everything that was ever worked out for a report, so that nobody learns more by waiting and subtracting
Figure  a cell as it was released; it never changes, and is shown again where a newer one would say too much
"""
