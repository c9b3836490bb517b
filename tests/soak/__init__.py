"""The production server under the load of a working day, for a long time.

visitor   somebody who reads, plans, takes seats and gives them back, signs out and in
meter     what the serving processes hold: memory, open files, connections
flat      whether a series of readings grows
leaky     a server that lets go of nothing
"""
