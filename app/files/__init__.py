"""Files: what somebody hands in, checked, kept under a random name, and given out as a download only.

Upload        a file as it was sent: a name and bytes that nobody has looked at yet
Type          what a file may be: its ending, its media type, and how it is recognised
StoredFile    a file that was found in order, and whom it is about
Store         the folder where the bytes lie; a row and its bytes come and go together
"""
