"""A list of a million short strings."""
items = [f"item {i}" for i in range(1000000)]
print(len(items))
