def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
fs = []
for i in range(3):
    def f(x=i): return x, i
    fs.append(f)
print([f() for f in fs], [(lambda: i)() for i in range(3)], [g() for g in [lambda: i for i in range(3)]])
class K: y = 1; z = [y for y in range(2)]
print(K.y, K.z, [x for x in range(3) if x for x in "ab"], {x: y for x, y in zip("ab", range(2))}, {x % 2 for x in range(5)})
x = 10; l = [x for x in range(3)]; print(x, l, [(x, y) for x in range(2) for y in range(x + 1)], [[c for c in r] for r in ["ab", "c"]], [y := 5, y ** 2], y, [last := i for i in range(3)], last)
s = list(range(10))
for e in ["s[::-1]", "s[5:2]", "s[-3:]", "s[:-3]", "s[::3]", "s[8:2:-2]", "s[-100:100]", "s[100:]", "s[::-3]", "s[None:None:None]", "s[1:5][1:2]", "s[True]", "s[10]", "s['a']", "s[1.0]", "s[::0]", "'hello'[::-1]", "'hello'[1:10:2]", "(1,2,3)[-1]", "(1,2,3)[::-1]", "b'abc'[1]", "b'abc'[1:]", "range(10)[2:8:2]", "range(10)[::-1]", "range(10)[-1]", "range(0,100,7)[3:5]", "slice(1,10,2).indices(7)", "slice(None,None,-1).indices(5)", "slice(1,2)", "slice(1,2)==slice(1,2)", "s[slice(1,3)]", "(1,)[1]", "''[0]", "{}[0]", "{1:2}[1.0]", "{1:2}[True]", "[[1,2],[3]][0][1]", "'%05.1f|%-6s|%+d|%x|%o|%e|%g|%c|%%|%r' % (3.14159,'ab',5,255,8,12345.678,0.0001,'z','q')", "'%(a)s' % {'a':1}", "'%s' % (1,2)", "'%d' % 'a'", "'%s %s' % (1,)", "'%*d' % (5,3)", "'%.3s' % 'abcdef'", "'%#x' % 255", "'%i' % 3.9", "'%c' % 65", "'%z' % 1", "'%' % ()", "'a' % 1", "'%s' % [1]"]:
    print(e, end=" -> "); t(eval, e)
l = list(range(10)); l[2:4] = ["a", "b", "c"]; print(l); l[::2] = [0] * len(l[::2]); print(l); del l[::3]; print(l); l[5:2] = [9]; print(l); l[:0] = (1, 2); print(l); l[:] = []; print(l)
t(lambda: l.__setitem__(slice(0, 4, 2), [1])); l = [1, 2, 3]; t(lambda: l.__setitem__(slice(0, 3, 2), [1])); l[1:1] = l; print(l); l += l; print(l); l *= 2; print(len(l)); l[:] = (c for c in "xyz"); print(l); l[-1:] = "ab"; print(l); t(lambda: l.__setitem__(slice(0, 1), 5)); t(lambda: l.__setitem__(9, 5)); t(lambda: l.__delitem__(9))
for spec in ["d", "5d", "<5d", "^5d", "+d", " d", "05d", "x", "#x", "X", "b", "#010b", "o", ",", "_", "n", "c", "e", ".2f", "%", "10,", "=+8d", "*^9", "s", "_x", "z"]:
    print(spec, end=" "); t(format, 1234, spec); t(format, -65, spec)
for spec in ["", "f", ".2f", "e", "g", "%", "10.3f", "+.1e", ",.2f", "G", "n", "010.2f", "<10.1f|", "z.1f", "d", ".0f", "#.0f", ".3", "_.2f", "s"]:
    print(spec, end=" "); t(format, 1234.5678, spec); t(format, -0.0, spec)
for spec in ["", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "s", "d", "=10", "010", "+", ","]:
    print(spec, end=" "); t(format, "abc", spec)
w = 8; p = 3; v = 3.14159; print(f"{v:{w}.{p}}|{v!r:>{w}}|{'a' 'b'}|{v=}|{v = :.2f}|{{}}|{w:>{p}}|{'x':{'*'}^{w}}|{[1,2]!s:>8}|{None}|{True:d}|{(lambda: 5)()}|{w!a}")
for e in ["'{} {}'.format(1, 2)", "'{1} {0}'.format(1, 2)", "'{} {1}'.format(1, 2)", "'{a.real} {b[0]} {b[k]}'.format(a=1, b={0: 1, 'k': 2})", "'{:>{}}'.format('a', 5)", "'{'.format()", "'}'.format()", "'{0!r:5}|{0!s}'.format('a')", "'{}'.format()", "'{a}'.format()", "'{0.x}'.format(1)", "'{0[x]}'.format([1])", "'{!x}'.format(1)", "'{:d}'.format('a')", "'{:{}}'.format(1)"]:
    print(e, end=" -> "); t(eval, e)
for e in ["'a,b,,c'.split(',')", "' a  b '.split()", "'a b c'.split(None, 1)", "'a-b-c'.rsplit('-', 1)", "'abc'.partition('b')", "'abc'.rpartition('z')", "'aXbX'.replace('X', '-', 1)", "'abcabc'.find('c', 3)", "'abc'.index('z')", "'abc'.rfind('')", "'Hello World'.swapcase()", "'hello world'.title()", "'hELLO'.capitalize()", "'ß'.upper()", "'abc'.center(8, '*')", "'42'.zfill(5)", "'-42'.zfill(5)", "'a\\tb'.expandtabs(4)", "'abc'.startswith(('x', 'a'))", "'abc'.endswith('bc', 1)", "'a\\nb\\r\\nc'.splitlines()", "'a\\nb'.splitlines(True)", "'xxabcxx'.strip('x')", "' a '.lstrip()", "'abc'.join(['1', '2'])", "'abc'.translate({97: 'X', 98: None})", "str.maketrans('ab', 'xy', 'c')", "'abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.istitle(), 'AB'.isupper(), ''.isalpha()", "'abc'.removeprefix('a').removesuffix('c')", "'é'.encode()", "b'\\xc3\\xa9'.decode()", "'a'.encode('ascii', 'ignore')", "'abc'.count('')", "'aaa'.count('aa')", "'abc' < 'abd', 'Z' < 'a', 'a' * 0, 'a' in 'abc', '' in ''", "'a'.ljust(3) + '|'", "'İ'.lower()", "'\\u0130'.casefold()", "ascii('é\\u4e2d😀')", "repr('a\\'b\"c\\n\\x00\\x7f\\xa0')", "'a'.join('xyz')", "'a'.join(5)", "'abc'.split('')", "'abc'.center(2)", "chr(0x1F600)", "ord('é')", "ord('ab')", "'%s' % 'é'", "len('😀')", "'😀a'[1]", "'x'.isidentifier(), '1x'.isidentifier()", "'½'.isnumeric(), '²'.isdigit(), '²'.isdecimal()", "'a' 'b'", "'abc'.zfill(2)", "'one two'.title()", "\"it's\".title()", "'A'.lower().upper()", "int('0x1f', 16), int('0b11', 0), int(' 12 '), int('1_000')", "int('a')", "int('1.5')", "int(1.9), int(-1.9)", "float('inf'), float('-nan'), float('1e5'), float(' 2.5 ')", "float('x')", "1e16, 1e15, 1.0, 0.1, 1e-5, 0.0001, 123456789012345680.0, 1e100, -0.0", "2**100, -7 // 2, -7 % 3, 7 // -2, 7 % -3, 2 ** -1, 0 ** 0, -2 ** 2", "7.5 // 2, -7.5 % 2, 1e308 * 10, divmod(-7, 2), divmod(7.5, -2)", "round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5.5), round(1e300)", "1 / 3, 10 / 5, 1 // 0.3", "0.1 + 0.2, 1.1 * 3", "True + True, True * 3, ~True, -True, True & False, True ^ True", "5 & 3, 5 | 3, 5 ^ 3, ~5, 5 << 2, 5 >> 1, -5 >> 1", "1 << -1", "1 // 0", "1 % 0", "1.0 // 0", "0 ** -1", "0.0 ** -1", "(-8) ** (1/3)", "10 ** 20 // 3, 10 ** 20 % 7, -(10 ** 20) // 3", "hash(1) == hash(1.0) == hash(True)", "(5).bit_length(), (255).to_bytes(2, 'big'), int.from_bytes(b'\\x01\\x00', 'big')", "(0.5).as_integer_ratio(), (1.5).is_integer(), (3.0).hex()", "1 == 1.0, 'a' == b'a', [] == (), None == 0", "1 < 2 < 3 < 3", "max(1, 2.5, True), min('b', 'a'), max([1, 3], key=lambda x: -x), max([], default=5)", "sum([1, 2], 10), sum([[1], [2]], []), sum(['a'], '')", "sorted([3, 1, 2], reverse=True), sorted('bca'), sorted([(1, 'b'), (1, 'a')]), sorted(['B', 'a'], key=str.lower)", "list(zip([1, 2], 'ab', strict=True)), list(zip([1], [1, 2], strict=True))", "list(map(lambda a, b: a + b, [1, 2], [3, 4]))", "list(filter(None, [0, 1, '', 'a']))", "list(enumerate('ab', start=5))", "any([]), all([])", "dict([(1, 2)], a=3), dict(zip('ab', [1, 2])), dict(a=1, **{'b': 2})", "dict([1])", "dict(5)", "dict(['ab', 'cde'])", "{**{'a': 1}, 'a': 2}", "{1: 'a', 1.0: 'b', True: 'c'}", "{'a': 1} | {'b': 2}", "list({'a': 1}.items()), {'a': 1}.keys() & {'a'}", "{1, 2} ^ {2, 3}, {1} < {1, 2}, {1, 2} - {1}, {1}.union([2], (3,)), frozenset([1]) | {2}", "set('aab') == {'a', 'b'}", "{[]}", "{{}: 1}", "[1, 2] + (3,)", "(1, 2) + [3]", "[1] * 2.0", "'a' * -1", "[1, 2] < [1, 3], (1,) < (1, 2), [] < [0]", "[1] < ['a']", "'abc' > 5", "isinstance(1, (str, int)), isinstance(True, int), issubclass(bool, int)", "isinstance(1, 5)", "isinstance(1, int | str)", "type(1)(2), type([])('ab'), type(None)", "callable(len), callable(5)", "getattr(5, 'x', 'd'), hasattr([], 'append')", "abs(-5), abs(-2.5), abs(3+4j), pow(2, 10, 1000), pow(2, -1, 7), divmod(7, 3)", "bin(5), oct(8), hex(255), hex(-255)", "list(reversed('abc')), list(reversed(range(3)))", "iter([]).__next__()", "next(iter([]), 'd')", "[*range(3), *'ab'], {*[1], *[2]}, (*[1],)", "print(*[1, 2], sep='-', end='!\\n')", "(lambda *a, **k: (a, k))(1, *[2, 3], x=1, **{'y': 2})", "(lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, 5, 6, d=7, z=8)", "bytes([1, 2]), bytes(3), bytearray(b'a'), b'a' + b'b', b'abc'.hex(), bytes.fromhex('ff00')", "bytes([256])", "b'a'[0], b'%d' % 5, b'a,b'.split(b',')", "complex(1, 2) * 2j, (1+2j).conjugate(), complex('1+2j'), 1j ** 2", "...; ", "range(5) == range(0, 5, 1), range(0) == range(1, 1), len(range(0, 10, 3)), 3 in range(0, 10, 3), range(3).index(2), range(1, 10, 2).count(3)", "range(1.0)", "range(1, 2, 0)"]:
    print(e, end=" -> "); t(eval, e)
def m(x):
    match x:
        case 0 | 1: return "01"
        case [1, *rest] if rest: return ("list", rest)
        case [a, b]: return (a, b)
        case {"k": v, **r}: return (v, r)
        case str() as s: return s
        case int(n) if n > 100: return ("big", n)
        case float() | complex(): return "fc"
        case (1, 2, 3) | [4, 5, 6]: return "t"
        case None: return "none"
        case True: return "true"
        case K(y=1): return "K"
        case {}: return "emptymap"
        case []: return "emptyseq"
        case _: return "other"
for v in [0, 1, [1], [1, 2, 3], (5, 6), {"k": 1, "z": 2}, "s", 101, 5, 1.5, (4, 5, 6), None, True, False, K(), {}, [], b"ab", range(2), {1}, "ab", [1, 2]]: print(m(v), end=" ")
print()
a = b = c = []; a.append(1); print(b, c); (a, b), c = (1, 2), 3; [d, *e], f = "xyz", 0; print(a, b, c, d, e, f)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k, end=";")
else: print("done")
while True:
    break
else: print("no")
for i in []: pass
else: print("empty else")
g = 5
def sc():
    global g; g += 1
    def inner():
        nonlocal q; q += 1; return q
    q = 0; inner(); return inner(), g
print(sc())
del g; t(lambda: g)
i = 0
def idx():
    global i; i += 1; return i
arr = [0] * 5; arr[idx()] = idx(); arr[idx()] += idx(); print(arr, i)
d = {}; d[idx()], d[idx()] = idx(), idx(); print(d)
print([idx() for _ in range(2)], {idx(): idx()}, (idx(), idx()), idx() if idx() % 2 else -idx())
