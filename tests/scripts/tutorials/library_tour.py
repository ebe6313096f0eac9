import json, datetime as dt, string, textwrap, statistics as st, fractions, decimal, random, heapq, bisect, operator, itertools as it, functools as ft, collections as c
d={"b":[1,2.5,None,True],"a":{"x":"é\n\"q\"","y":[]},"e":{},"n":float("inf")}
print(json.dumps(d)); print(json.dumps(d,indent=2,sort_keys=True,ensure_ascii=False)); print(json.dumps(d,separators=(",",":")))
print(json.dumps({"d":dt.date(2020,1,2)},default=str), json.loads('{"a":[1,2,{"b":null}],"c":1e3,"d":-0.0,"e":"\\u00e9\\ud83d\\ude00"}'))
print(json.loads("[1,2]",parse_int=float), json.loads('{"a":1}',object_hook=lambda d:tuple(d.items())), json.loads('{"a":1,"a":2}',object_pairs_hook=list))
for s in ["","{","[1,","{'a':1}",'{"a" 1}','{"a":1,}',"nul",'"abc','"\\x"','[1 2]','01','1 2','{"a":}','\t']:
    try: json.loads(s)
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno)
class E(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,set): return sorted(o)
        return super().default(o)
print(json.dumps({"s":{3,1,2}},cls=E), json.dumps({1:1,None:2,True:3,2.5:4}), json.dumps("a/b\x7f\u2028"), json.dumps([1,[2,[3]]],indent="\t"))
n=dt.datetime(2024,2,29,13,5,9,123456)
print(n,repr(n),n.isoformat(),n.strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %W %w %y %p %I %% %c %x %X"),n.date(),n.time(),n.weekday(),n.isocalendar(),n.ctime())
print(n+dt.timedelta(days=1,hours=-3),n-dt.datetime(2023,1,1),dt.timedelta(seconds=-1),dt.timedelta(days=5,seconds=3661,microseconds=7),repr(dt.timedelta(1,2,3)),str(dt.timedelta(hours=100)))
print(dt.timedelta(hours=1)/dt.timedelta(minutes=7),dt.timedelta(hours=1)//3,dt.timedelta(hours=5)%dt.timedelta(hours=2),abs(dt.timedelta(-1)),dt.timedelta(days=1).total_seconds(),sum([dt.timedelta(1),dt.timedelta(2)],dt.timedelta()))
print(dt.datetime.strptime("2021-03-04 05:06:07","%Y-%m-%d %H:%M:%S"),dt.date.fromisoformat("2020-02-03"),dt.datetime.fromisoformat("2020-02-03T04:05:06+02:00"),dt.date(2020,1,31).replace(day=5),n.replace(tzinfo=dt.timezone.utc).isoformat(),dt.timezone(dt.timedelta(hours=-5)),dt.datetime.max,dt.date.min)
print(f"{n:%d/%m/%Y}", dt.date(2020,1,1)<dt.date(2021,1,1), n.timestamp()!=0, dt.datetime.fromtimestamp(0,dt.timezone.utc), dt.datetime.combine(dt.date(2020,1,1),dt.time(3,4)), dt.time(1,2,3).isoformat(), dt.time.fromisoformat("04:05"))
try: dt.date(2020,1,1)<dt.datetime(2020,1,1)
except TypeError as e: print(e)
try: n<n.replace(tzinfo=dt.timezone.utc)
except TypeError as e: print(e)
print(string.Template("$a ${b}c $$").substitute(a=1,b=2), string.Template("$a $z").safe_substitute(a=1), string.capwords("hello wORLD"), string.ascii_letters, string.punctuation, string.printable.__len__())
t="The quick brown fox jumps over the lazy dog. "*4
print(textwrap.fill(t,40)); print(textwrap.wrap(t,30,initial_indent="* ",subsequent_indent="  ")[:3], textwrap.shorten(t,30), textwrap.indent("a\n\nb","> "), textwrap.dedent("   a\n     b\n   c"), textwrap.shorten(t,20,placeholder="..."))
x=[2,4,4,4,5,5,7,9]
print(st.mean(x),st.median(x),st.mode(x),st.stdev(x),st.pstdev(x),st.variance(x),st.median_low(x),st.quantiles(x,n=4),st.fmean(x),st.geometric_mean(x),st.harmonic_mean(x),st.multimode("aabb"),st.linear_regression([1,2,3],[2,4,7]),st.correlation([1,2,3],[2,4,7]),st.NormalDist(0,1).cdf(1.5))
F=fractions.Fraction; print(F(3,4)+F("0.25"),F(1.5),F(10,4),repr(F(1,3)),F(355,113).limit_denominator(10),float(F(1,3)),F(7,3)//1,round(F(7,3)),F(1,3)**2,F(1,2)==0.5, F(22,7).as_integer_ratio())
D=decimal.Decimal; print(D("0.1")+D("0.2"),D(1)/D(3),D("1.10").normalize(),D("2.675").quantize(D("0.01")),D("1e3"),D(2).sqrt(),D("1234567.891").__format__(",.2f"),repr(D("1.0")),D(0.1),D("NaN"),D("-Infinity"),D("5")%D("3"),round(D("2.5")),D("2.5").to_integral_value(rounding=decimal.ROUND_HALF_UP))
with decimal.localcontext() as ctx: ctx.prec=5; print(D(1)/7)
decimal.getcontext().prec=10; print(D(22)/7, decimal.getcontext())
r=random.Random(42)
print(r.random(),r.randint(1,100),r.choice("abc"),r.sample(range(100),5),r.uniform(1,2),r.gauss(0,1),r.choices("abc",k=5),r.choices([1,2,3],weights=[1,2,3],k=4),r.randrange(0,100,7),r.betavariate(1,2),r.expovariate(2),r.triangular(1,5,2),r.normalvariate(0,1),r.lognormvariate(0,1),r.vonmisesvariate(1,2),r.gammavariate(2,3),r.paretovariate(2),r.weibullvariate(1,2),r.getrandbits(70),r.randbytes(4))
l=list(range(10)); r.shuffle(l); print(l); random.seed("str"); print(random.random()); random.seed(b"x"); print(random.random()); random.seed(3.5); print(random.random()); random.seed(-7); print(random.random()); random.seed(10**40); print(random.random())
s=random.getstate(); a=random.random(); random.setstate(s); print(a==random.random())
print(r.sample([1,2,3,4],k=3,counts=[1,2,3,1]), r.gammavariate(0.5,1), r.gammavariate(1,1), r.choices(range(3),cum_weights=[1,3,6],k=3))
print(list(heapq.merge([1,4],[2,3],key=None)),heapq.nlargest(2,[5,1,9],key=lambda v:-v),heapq.nsmallest(2,"hello"),list(heapq.merge([4,1],[3,2],reverse=True)))
h=[5,3,1]; heapq.heapify(h); print(heapq.heappushpop(h,0),heapq.heapreplace(h,9),h,bisect.bisect([1,2,2,3],2),bisect.bisect_left([1,2,2,3],2),bisect.bisect([1,5,9],5,key=lambda x:-x))
print(list(it.accumulate([1,2,3],operator.mul,initial=5)),list(it.chain.from_iterable(["ab","c"])),list(it.combinations("abc",2)),list(it.product("ab",repeat=2))[:3],list(it.permutations([1,2,3],2))[:3],list(it.groupby("aabbc"))[0][0],[(k,list(g)) for k,g in it.groupby([1,1,2])],list(it.zip_longest([1],[2,3],fillvalue=0)),list(it.islice(it.count(5,2),3)),list(it.takewhile(lambda x:x<3,[1,2,5,1])),list(it.dropwhile(lambda x:x<3,[1,2,5,1])),list(it.starmap(pow,[(2,3)])),list(it.compress("abc",[1,0,1])),list(it.filterfalse(None,[0,1])),list(it.pairwise([1,2,3])),list(it.combinations_with_replacement("ab",2)),list(zip(*[iter(range(6))]*2)))
C=c.Counter("mississippi"); print(C,C.most_common(2),C-c.Counter("miss"),C+c.Counter("x"),C&c.Counter("pps"),C|c.Counter("zz"),+c.Counter(a=-1,b=1),list(C.elements())[:3],C.total(),C["q"]); C.subtract("ms"); C.update(z=3); print(C)
dq=c.deque([1,2,3,4],maxlen=4); dq.rotate(1); dq.append(9); dq.appendleft(0); print(dq,dq.count(1),list(reversed(dq)),dq.index(3) if 3 in dq else None); dq.extendleft("xy"); print(dq)
dd=c.defaultdict(list); dd["a"].append(1); print(dd,dd.get("z"),c.ChainMap({"a":1},{"a":2,"b":3}),dict(c.ChainMap({"a":1},{"a":2,"b":3})),c.ChainMap({}).new_child({"q":1}))
od=c.OrderedDict(a=1,b=2); od.move_to_end("a"); print(od,od.popitem(last=False),od==c.OrderedDict(a=1))
class U(c.UserDict):
    def __setitem__(s,k,v): super().__setitem__(k.upper(),v)
u=U(a=1); u["b"]=2; u.update(z=1); print(u,u.data,"A" in u,len(u)); 
class UL(c.UserList): pass
print(UL([1,2])+[3], UL([3,1]).__class__, sorted(UL([3,1])), c.UserString("abc").upper())
N=c.namedtuple("N","x y z",defaults=[5]); n=N(1,2); print(n,n._asdict(),n._replace(x=9),N._fields,N._field_defaults,N._make([1,2,3]),n.index(2),N.__doc__)
