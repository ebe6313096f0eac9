class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


class Order:
    quantity = Positive()
    price = Positive()

    def __init__(self, quantity, price):
        self.quantity, self.price = quantity, price


o = Order(2, 5)
print(o.quantity * o.price, o.__dict__, type(Order.price).__name__)
try:
    o.price = -1
except ValueError as error:
    print(error)
o.__dict__["price"] = 100
print(o.price)


class NonData:
    def __get__(self, instance, owner):
        return "from descriptor", instance is None, owner.__name__


class Holder:
    attribute = NonData()


h = Holder()
print(h.attribute, Holder.attribute)
h.attribute = "own"
print(h.attribute)
del h.attribute
print(h.attribute[0])


class Cached:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        print("compute")
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Cached
    def area(self):
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area)


def free(self, n):
    return self, n


bound = free.__get__("me")
print(bound(5), bound.__self__)
