"""Privacy: what is removed for good, and only here: what people delete of their own, later retention and erasure.

Erasure   rows that otherwise stay are removed through the switch that the database's triggers know
"""
