"""Tasks: long work that a page starts and the jobs process works off, with progress.

Task    a kind of work, its plain arguments, how far it is, and what came out
"""
