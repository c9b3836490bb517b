"""A house under load whose serving processes are killed.

facts     what somebody can be told, and whether the database says so
visitor   somebody in front of a browser who is told things
acts      what people do: sign up, hand over, draw, wish, compose, come in
server    processes that serve and work, and one that replaces whoever dies
jobs      the process that works in the background
hasty     a server that answers before it saves
"""
