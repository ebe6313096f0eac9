import base64, hashlib, uuid, secrets, json, copy, functools, collections
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"a"), base64.b16encode(b"a"), hashlib.md5(b"x").hexdigest(), hashlib.sha256("é".encode()).hexdigest()[:16], hashlib.sha1(b"").hexdigest(), hashlib.new("sha512", b"a").hexdigest()[:10])
class Chain:
    def __init__(self): self.blocks = []; self.add("genesis")
    def add(self, data):
        prev = self.blocks[-1]["hash"] if self.blocks else "0" * 64
        b = {"i": len(self.blocks), "data": data, "prev": prev}
        b["hash"] = hashlib.sha256(json.dumps(b, sort_keys=True).encode()).hexdigest(); self.blocks.append(b)
    def valid(self): return all(b["prev"] == a["hash"] for a, b in zip(self.blocks, self.blocks[1:]))
c = Chain(); c.add("tx1"); c.add({"from": "a", "to": "b", "amount": 5}); print([b["hash"][:8] for b in c.blocks], c.valid())
json_text = '{"users": [{"name": "Ann", "age": 30, "tags": ["x", "y"], "addr": null}, {"name": "Bob", "age": 25.5, "ok": true}]}'
d = json.loads(json_text); print(d["users"][0]["name"], [u["age"] for u in d["users"]], json.dumps(d, indent=4)[:60], json.dumps(d, sort_keys=True, separators=(",", ":")))
class Enc(json.JSONEncoder):
    def default(self, o): return {"__set__": sorted(o)} if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {2, 1}}, cls=Enc), json.loads('{"__set__": [1]}', object_hook=lambda d: set(d["__set__"]) if "__set__" in d else d))
for bad in ["{'a': 1}", "[1, 2", "", "nan", '{"a": undefined}', '"\\u12"', "[1,,2]", '{"a":1 "b":2}']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(e.msg, e.lineno, e.colno, e)
try: json.dumps({"a": object()})
except TypeError as e: print(e)
try: a = []; a.append(a); json.dumps(a)
except ValueError as e: print(e)
print(json.dumps(float("nan")), json.dumps({True: 1, None: 2, 1.5: 3}), json.dumps("é\n\t\"\\\x01"), json.dumps("é", ensure_ascii=False), json.dumps((1, [2, (3,)])), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=2))
