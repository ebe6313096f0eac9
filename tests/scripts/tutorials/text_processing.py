import re, string, textwrap
from collections import Counter
text="""The quick brown fox. It jumped over the lazy dog! Did it? Yes: 42 times on 2023-01-15, and 7 more on 2024-12-31.
Contact: foo@example.com, bar.baz@test.org; phone +1 (555) 123-4567."""
print(re.findall(r"\d{4}-\d{2}-\d{2}",text), re.findall(r"[\w.]+@[\w.]+\w",text), re.sub(r"(\w+)@(\w+)",r"\2 at \1",text)[-60:], re.split(r"[.!?]\s*",text)[:3])
m=re.search(r"(?P<y>\d{4})-(?P<m>\d\d)",text); print(m.group(),m.groups(),m.groupdict(),m.span(),m.start("m"),m["y"],m)
print([m.group() for m in re.finditer(r"\b[A-Z]\w*",text)], re.match(r"x",text), re.fullmatch(r"a+","aaa"), re.sub(r"\d+",lambda m:str(int(m.group())*2),"a1b22"), re.subn("a","b","banana"), re.escape("a.b*c"), re.compile(r"a|b",re.I).findall("AbC"), re.split(r"(,)","a,b,c"), re.findall(r"(a)(b)?","abaa"))
w=Counter(re.findall(r"[a-z]+",text.lower())); print(w.most_common(4)); print(sorted(w.items(),key=lambda kv:(-kv[1],kv[0]))[:5])
tok=re.compile(r"\s*(?:(\d+\.?\d*)|(.))")
def parse(s):
    toks=[(float(a) if a else b) for a,b in tok.findall(s)]; toks.append("end"); pos=0
    def expr():
        nonlocal pos
        v=term()
        while toks[pos] in ("+","-"):
            o=toks[pos]; pos+=1; r=term(); v=v+r if o=="+" else v-r
        return v
    def term():
        nonlocal pos
        v=fac()
        while toks[pos] in ("*","/"):
            o=toks[pos]; pos+=1; r=fac(); v=v*r if o=="*" else v/r
        return v
    def fac():
        nonlocal pos
        t=toks[pos]; pos+=1
        if t=="(":
            v=expr(); pos+=1; return v
        if t=="-": return -fac()
        if isinstance(t,float): return t
        raise SyntaxError(f"unexpected {t!r}")
    return expr()
for e in ["1+2*3","(1+2)*3","-4/2","2*(3+4)*5-1"]: print(e,"=",parse(e))
try: parse("1+*")
except SyntaxError as e: print(e)
def caesar(s,k): return "".join(chr((ord(c)-97+k)%26+97) if c.islower() else chr((ord(c)-65+k)%26+65) if c.isupper() else c for c in s)
print(caesar("Hello, World!",3),caesar(caesar("Hello",3),-3))
def rle(s):
    import itertools
    return "".join(f"{len(list(g))}{k}" for k,g in itertools.groupby(s))
print(rle("aaabbc"))
print(re.sub(r"(?m)^",">>> ","a\nb"), re.findall(r"(?s)a.b","a\nb"), re.search(r"(?<=\$)\d+","cost $45").group(), re.search(r"foo(?!bar)","foobaz").group(), re.findall(r"\w+(?=:)",text), re.sub(r"(.)\1",r"[\1]","aabbcd"), re.split(r"\W+","a, b;c",maxsplit=1), re.match(r"(a)|b","b").groups("none"), re.compile(r"""
  (\d+)  # int
  \s*    # ws
""",re.X).pattern.strip()[:6], re.I|re.M, re.compile("a",re.I), bool(re.match("","")))
for bad in ["(","[a","a**","(?P<1>x)","\\","(?<=a+)b","a{2,1}","(?P=foo)","x)","[z-a]","(?z)","\\1","*"]:
    try: re.compile(bad)
    except re.error as e: print(bad, "->", e, e.pos, e.msg)
