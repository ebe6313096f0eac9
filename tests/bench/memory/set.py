"""A set of a million ints."""
items = {i * 3 for i in range(1000000)}
print(len(items))
