async def simple():
    return 42
c = simple()
try:
    c.send(None)
except StopIteration as stop:
    print("value", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
class Ask:
    def __init__(self, question):
        self.question = question
    def __await__(self):
        answer = yield self.question
        return answer
async def talk():
    name = await Ask("name?")
    try:
        age = await Ask("age?")
    except ValueError as error:
        age = f"unknown ({error})"
    return f"{name}, {age}"
t = talk()
print(t.send(None))
print(t.send("Ada"))
try:
    t.throw(ValueError("secret"))
except StopIteration as stop:
    print(stop.value)
t = talk()
t.send(None)
t.close()
try:
    t.send("x")
except RuntimeError as error:
    print(error)
print(t.cr_frame, t.cr_running, t.__name__, t.__qualname__)
