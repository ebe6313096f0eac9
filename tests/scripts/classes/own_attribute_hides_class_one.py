# Each object is asked at the same places in the code, before and after it gets attributes of its own.
class Door:
    closed = False
    price = 10

    def __init__(self, name):
        self.name = name

    def knock(self):
        return "knock"

    @staticmethod
    def material():
        return "wood"

    @classmethod
    def make(cls):
        return cls("made")

    def close(self):
        self.closed = True

    def check(self):
        return self.closed


def is_closed(door):
    return door.closed


def ask(door):
    return door.knock(), door.material(), door.price


for i in range(4):
    door = Door(i)
    before = is_closed(door), door.check(), ask(door)
    door.close()
    door.knock = lambda: "silence"
    door.material = lambda: "steel"
    door.price = i
    print(before, is_closed(door), door.check(), ask(door))
    del door.price, door.knock
    print(ask(door))


class Gate(Door):
    def knock(self):
        return "gate " + super().knock()


for i in range(3):
    gate, door = Gate(i), Door(i)
    print(is_closed(gate), is_closed(door), ask(gate), ask(door))
    gate.closed = "gate"
    gate.knock = lambda: "own"
    print(is_closed(gate), is_closed(door), ask(gate), ask(door))
    door.closed = "door"
    print(is_closed(gate), is_closed(door))
