"""Pages: help, imprint, privacy notice and accessibility statement, in both languages.

StaticPage   a text of the operator, from content/pages
"""
