"""A list of a million ints."""
items = list(range(1000000, 2000000))
print(len(items))
