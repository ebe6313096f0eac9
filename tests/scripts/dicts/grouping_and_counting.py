students = [
    ("ann", "math", 90), ("bob", "art", 72), ("ann", "art", 85), ("cid", "math", 61),
    ("bob", "math", 78),
]
by_name, best = {}, {}
for name, subject, mark in students:
    by_name.setdefault(name, {})[subject] = mark
    if mark > best.get(subject, ("", 0))[1]:
        best[subject] = name, mark
print(by_name, best)
for name in sorted(by_name, key=lambda n: -sum(by_name[n].values()) / len(by_name[n])):
    marks = by_name[name].values()
    print(f"{name}: {sum(marks) / len(marks):.1f} {max(by_name[name], key=by_name[name].get)}")
print({subject: [n for n, s, _ in students if s == subject] for subject in {"math": 0, "art": 0}})
text = "it was the best of times it was the worst of times"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
print(top, {n: sorted(w for w in counts if counts[w] == n) for n in sorted(set(counts.values()))})
cache = {}


def ways(n):
    if n not in cache:
        cache[n] = 1 if n < 2 else ways(n - 1) + ways(n - 2)
    return cache[n]


print(ways(40), len(cache), list(cache)[:3], list(cache.items())[-1])
merged = {}
for d in ({"a": 1, "b": 2}, {"b": 3, "c": 4}):
    for k, v in d.items():
        merged[k] = merged.get(k, []) + [v]
print(
    merged, {**merged, "a": None}, dict(sorted(merged.items(), reverse=True)),
    {v[0]: k for k, v in merged.items()},
)
settings = {"size": {"w": 1, "h": 2}, "name": "n"}
settings["size"]["w"] += 10
copy = {k: dict(v) if isinstance(v, dict) else v for k, v in settings.items()}
copy["size"]["h"] = 99
print(
    settings, copy["size"], "size" in settings, "w" in settings,
    settings.get("nope", {}).get("x", "deep default"),
)
while settings:
    print(settings.popitem()[0], end=" ")
print(settings)
key = (1, "a", None)
odd = {key: 1, 1: 2, "1": 3, 1.5: 4, None: 5, (): 6, frozenset(): 7}
print(odd[1, "a", None], odd[True], odd["1"], odd[None], odd[()], odd[frozenset()], len(odd))
