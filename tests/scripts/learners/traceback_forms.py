import threading
class Stack:
    def __init__(self): self._items = []
    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()
def helper(stack, n):
    return (stack.pop() + n
            for _ in range(1))
def run():
    s = Stack()
    try:
        total = sum(helper(s, 2))
    except IndexError as exc:
        raise RuntimeError("could not sum") from exc
try:
    run()
except RuntimeError:
    import traceback
    traceback.print_exc()
t = threading.Thread(target=run, name="Summer")
t.start()
t.join()
values = {"a": [1, 2, {"b": None}]}
print(values["a"][2]["b"]["c"])
