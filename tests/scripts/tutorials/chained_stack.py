class Stack:
    def __init__(self): self._d=[]
    def push(self, x): self._d.append(x)
    def pop(self):
        if not self._d:
            raise IndexError("pop from empty stack")
        return self._d.pop()
    @property
    def top(self): return self._d[-1]
s=Stack(); s.push(1); print(s.top); s.pop()
try: s.pop()
except IndexError as e:
    print("caught:", e)
    raise RuntimeError("stack failure") from e
