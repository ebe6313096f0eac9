"""A list of a million small tuples."""
items = [(i, i + 1) for i in range(1000000)]
print(len(items))
