"""Lotse.

a change:  URL → views → forms → actions → rules          queries ask,
                              ↘ models (rows)             actions change,
a page:    URL → views → queries → models                 rules decide,
                     ↘ template                           views translate.

One package per domain, the same seven file names in each. docs/architecture.md has the rest.
"""
