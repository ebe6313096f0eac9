"""A list of 300,000 small dicts."""
items = [{"name": i, "value": i} for i in range(300000)]
print(len(items))
