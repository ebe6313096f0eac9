"""A list of a million lists of two."""
items = [[i, i] for i in range(1000000)]
print(len(items))
