"""Certificates: papers that say who has completed a course, and that everybody who holds one can check.

Certificate   what was handed to a person about a completed course, its text frozen; once for each completion
Serial        the number by which people speak of a certificate; it opens nothing and counts nothing
Code          what stands on the paper and opens the page that says the same as the paper
Revocation    the paper no longer holds: since when, and for the person why
"""
