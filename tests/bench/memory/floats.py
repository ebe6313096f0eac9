"""A list of a million floats."""
items = [i / 7 for i in range(1000000)]
print(len(items))
