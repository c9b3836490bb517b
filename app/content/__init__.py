"""Content as text files: reading them, naming what is wrong in them, and remembering where an entry came from.

Source      a Markdown file with front matter, as it lies under content/
Origin      the file that an entry came from, and the hash it had
Problem     a file, a line, and a sentence
Report      what a sync did with the entries of one kind
"""
