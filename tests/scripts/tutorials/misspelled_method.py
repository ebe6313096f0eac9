import dataclasses
class Inventory:
    def __init__(self): self.items = {}
    def add_item(self, name, qty=1, *, price): self.items[name] = (qty, price)
    def total(self): return sum(q*p for q,p in self.items.values())
inv = Inventory()
inv.add_item("pen", 3, price=1.5)
print(inv.total())
def process(data):
    result = []
    for row in data:
        result.append(int(row["value"]) + row["bonus"])
    return result
print(process([{"value": "5", "bonus": 2}]))
inv.add_itm("x", price=2)
