"""Visibility: who sees which category of data about whom, and a record of every look.

ReadAudit   one look: who saw data of which category about whom, when, and for what purpose
Share       a person lets one reader see one version of one thing until an end, withdrawable at once
"""
