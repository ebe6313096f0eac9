"""A dict of a million ints."""
items = {i: i + 1 for i in range(1000000)}
print(len(items))
