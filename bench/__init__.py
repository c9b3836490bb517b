"""The bench: what each page of the journey costs on the production server, beside a floor page that never changes.

floor      the yardstick
city       the example city, built once and copied for each run
server     the production server, and the CPU that it used
people     who looks at the pages, already signed in
journey    the pages and their bars
load       clients: processes of their own that cost little
pages      what a page costs
storm      1,000 people, 450 seats
wishes     a programme made of wishes: how fast, how fair
panels     the fairest lottery for a team
report     tables, JSON lines, bars
profile    where the time of one page goes
"""
