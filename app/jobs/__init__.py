"""Jobs: what Lotse does by itself, when, and the process that does it.

Lease   which process works; one at a time, handed on when it falls silent
"""
