match x:
    case 1: pass
    case -1.5: pass
    case 1 + 2j: pass
    case -1 - 2.5j: pass
    case 'a' "b": pass
    case b'c': pass
    case f.g: pass
    case None | True | False: pass
    case _: pass

match x, y:
    case a, b: pass
    case a, *b: pass
    case *_, a: pass
    case a,: pass
    case (a, b): pass
    case (a): pass
    case (a,): pass
    case (): pass
    case []: pass
    case [a]: pass
    case [a, *rest, _]: pass
    case [[a], (b, c)] | d.e: pass

match *a, b:
    case {}: pass
    case {'a': 1}: pass
    case {'a': 1, **rest}: pass
    case {**rest}: pass
    case {-1: a, 1 + 2j: b, x.y: c, None: d, True: e,}: pass
    case {'a' 'b': {'c': [d]},}: pass

match f(x):
    case A(): pass
    case a.B(1, 2,): pass
    case A(x=1): pass
    case A(1, y=B(z), w=_,): pass
    case A() as b: pass
    case (1 | 2) as n: pass
    case [1 as a, 2 as b] if a < b: pass
    case str() | int() as v if (n := v): pass
    case match: pass

match(x)
match (x)[0]
match = case = _ = 1
match.x = case[1]
match, case = 1, 2
match * a, b
match - 1
match in x
match if x else y
match: int = 1
match += 1
print(match, case, _)
match [a]:
    case b: pass
match (a):
    case b:
        match c:
            case d: pass
match -a:
    case b: pass
match not a:
    case b: pass
match lambda: a:
    case b: pass
match {a: b}:
    case c: pass
match a if b else c:
    case d: pass
match match:
    case case: pass
def f():
    match x:
        case 1:
            return 2
        # a comment

        case 2: return 3
    return match
