"""The Studio: HR developers write and change courses in the browser.

Edition     the folder of a course, as it stands in content/courses: a draft, in review, published, or retired
Part        a text file of an edition: course.md, or a unit below units/
EditionFile a picture, a recording or a document beside its texts
Pack        courses as one ZIP of the files that lie below content/
Folder      what the content folder says of a course, which can part ways with what was published here
Problem     what keeps an edition from being published: the same that `flask content check` names
Review      a second developer reads what the first has written, and publishes it or sends it back
"""
