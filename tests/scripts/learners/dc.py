from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass, is_dataclass
from typing import ClassVar, Optional, List
import threading
@dataclass
class P:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    n: ClassVar[int] = 0
    secret: str = field(default="s", repr=False, compare=False)
    def __post_init__(self): P.n += 1
@dataclass(frozen=True, order=True, slots=True)
class F:
    a: int
    _: KW_ONLY
    b: str = "b"
@dataclass
class D(P):
    z: float = 1.5
    scale: InitVar[int] = 1
    def __post_init__(self, scale): super().__post_init__(); self.z *= scale
p = P(1); print(p, p == P(1), asdict(p), astuple(p), replace(p, y=5), [f.name for f in fields(p)], P.n)
f = F(1, b="c"); print(f, hash(f) == hash(F(1, b="c")), F(1) < F(2), sorted([F(3), F(1)]))
for g in (lambda: setattr(f, "a", 2), lambda: F(1, "x"), lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: F(1) < 3, lambda: D(1, scale="q")):
    try: print(g())
    except Exception as e: print(type(e).__name__, "|", e)
print(D(1, scale=2), is_dataclass(D), make_dataclass("M", [("q", int), ("w", int, 3)])(1))
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2: a: list = []
except ValueError as e: print(e)
@dataclass
class Node:
    v: int
    next: Optional["Node"] = None
n = Node(1, Node(2)); n.next.next = n; print(n)
