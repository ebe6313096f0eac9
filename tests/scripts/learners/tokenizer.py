import re
from collections import namedtuple, deque, ChainMap, defaultdict, OrderedDict
Token = namedtuple("Token", ["type", "value", "pos"], defaults=[0])
SPEC = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[-+*/()=]"), ("WS", r"\s+"), ("BAD", r".")]
RE = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
def lex(s):
    for m in RE.finditer(s):
        k = m.lastgroup
        if k == "WS": continue
        if k == "BAD": raise SyntaxError(f"bad char {m.group()!r} at {m.start()}")
        yield Token(k, m.group(), m.start())
class P:
    def __init__(self, s): self.t = deque(lex(s)); self.env = ChainMap({}, {"pi": 3.0})
    def peek(self): return self.t[0].value if self.t else None
    def expr(self):
        v = self.term()
        while self.peek() in ("+", "-"):
            v = v + self.term() if self.t.popleft().value == "+" else v - self.term()
        return v
    def term(self):
        v = self.atom()
        while self.peek() in ("*", "/"):
            op = self.t.popleft().value; r = self.atom(); v = v * r if op == "*" else v / r
        return v
    def atom(self):
        t = self.t.popleft()
        if t.type == "NUM": return float(t.value)
        if t.type == "ID": return self.env[t.value]
        if t.value == "(":
            v = self.expr(); assert self.t.popleft().value == ")"; return v
        if t.value == "-": return -self.atom()
        raise SyntaxError(f"unexpected {t}")
for s in ("1 + 2*3", "(1+2)*-3", "pi/2", "2 $ 3", "1/0", "x", "*"):
    try: print(s, "=", P(s).expr())
    except Exception as e: print(s, "->", type(e).__name__, e)
print(Token("a", "b"), Token._field_defaults, Token("x", "y", 3)._asdict())
d = defaultdict(lambda: [0]); d["a"].append(1); print(d["b"], dict(d), d.get("zz"))
o = OrderedDict.fromkeys("cab"); o.move_to_end("c"); print(list(o), o.popitem(last=False))
