people = [{"name": "A", "age": 3}, {"name": "B"}]


def age(person):
    return person["age"]


print(sorted(people, key=lambda p: p["name"])[0])
people.sort(key=age)
