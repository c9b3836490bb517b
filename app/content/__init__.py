"""Content as text files: reading them, naming what is wrong in them, and remembering where an entry came from.

Source      a Markdown file with front matter, as it lies under content/
Origin      the file that an entry came from, and the hash it had
Problem     a file, a line, and a sentence
Finding     what the content check says of a text: an error keeps it from being published, a hint does not
Passage     a heading, a paragraph or a cell of a table, with its line
House style how hard texts may be, and which words are avoided: content/house-style.md
Report      what a sync did with the entries of one kind
"""
