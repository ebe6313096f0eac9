print("\d+ \w")
