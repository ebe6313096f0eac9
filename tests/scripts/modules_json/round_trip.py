import json

data = {
    "name": "Ada", "n": [1, 2.5, -3, 1e20, True, False, None], "nested": {"k": []},
    "text": "quote\" slash\\ é 漢 \n\t\u2028", "empty": {},
}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
print(json.dumps({"b": [1, {"c": 2}], "a": []}, indent=2))
print(
    json.dumps({"b": [1]}, indent="--", sort_keys=True), json.dumps([], indent=2), json.dumps("x"),
    json.dumps(None), json.dumps((1, 2)), json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}),
)
print(
    json.loads(json.dumps(data)) == data,
    json.loads(' [1, 2.0, "a\\u00e9\\n", null, true, {"a": -1e3}] '), json.loads('"x"'),
    json.loads("1E5"), json.loads("-0"), json.loads("[]"),
)
print(
    json.loads('{"a": 1, "a": 2}'), json.loads('"\\ud83d\\ude00"'), json.dumps("😀"),
    json.dumps(float("inf")), json.loads("NaN") != json.loads("NaN"),
    json.loads("12345678901234567890"),
)
for bad in (
    "", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", "[1 2]", '"open', "1 2", '{"a": }', "[1",
    '{"a": 1,}', "\x01", '"a\nb"',
):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(f"{bad!r}: {error} | {error.msg} {error.pos} {error.lineno} {error.colno}")
for bad in ({1, 2}, {"a": object}, {(1, 2): 3}, 1j, b"x"):
    try:
        json.dumps(bad)
    except TypeError as error:
        print(error)


class Point:
    def __init__(self, x):
        self.x = x


print(
    json.dumps({"p": Point(3)}, default=lambda o: o.__dict__), json.dumps({1, 2}, default=sorted),
    json.dumps({(1, 2): 3, "k": 1}, skipkeys=True),
)
print(
    json.loads('{"x": 1}', object_hook=lambda d: Point(d["x"])).x,
    json.loads("1.5", parse_float=str),
)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
