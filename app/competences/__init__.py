"""Competences: what people can do, and what jobs and roles ask for.

Framework    a versioned set of competences in areas, with one scale
Competence   something a person can do, described by observable behaviour at each level
Profile      the levels that a job, a role or leading asks for
Statement    somebody's word on a person's level in a competence at a date; append-only, never a mutable grade
Evidence     a proof that the person hands in: from elsewhere or from practice; shows levels of several competences
Inquiry      asking somebody by name for their word, on levels or on a piece of evidence; ends by itself
Gap          target level minus current level
"""
