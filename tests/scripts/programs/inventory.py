from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(order=True)
class Product:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    tags: set = field(default_factory=set, compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"negative price for {self.name}")
        self.sort_key = (-self.price, self.name)

    @property
    def value(self):
        return self.price * self.quantity


class Inventory:
    def __init__(self):
        self._products = {}
        self._listeners = []

    def on_change(self, listener):
        self._listeners.append(listener)
        return listener

    def add(self, product):
        if product.name in self:
            self._products[product.name].quantity += product.quantity
        else:
            self._products[product.name] = product
        for listener in self._listeners:
            listener("added", product.name)

    def __contains__(self, name):
        return name in self._products

    def __getitem__(self, name):
        try:
            return self._products[name]
        except KeyError:
            raise LookupError(f"no product called {name!r}") from None

    def __iter__(self):
        return iter(sorted(self._products.values()))

    def __len__(self):
        return sum(p.quantity for p in self._products.values())

    def by_tag(self):
        groups = defaultdict(list)
        for product in self:
            for tag in sorted(product.tags):
                groups[tag].append(product.name)
        return dict(groups)


shop = Inventory()
log = []


@shop.on_change
def note(*what):
    log.append(what)


shop.add(Product("pen", 1.5, 10, {"desk", "small"}))
shop.add(Product("lamp", 29.99, 2, {"desk"}))
shop.add(Product("pen", 1.5, 5))
shop.add(Product("mug", 7, 4, {"kitchen"}))
for p in shop:
    print(f"{p.name:<8}{p.price:>8.2f} x{p.quantity:<3}= {p.value:>8.2f}")
print(len(shop), "pen" in shop, shop["mug"], shop.by_tag(), log, sum(p.value for p in shop))
for attempt in (lambda: shop["car"], lambda: Product("bad", -1)):
    try:
        attempt()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error, error.__cause__)
