import random
random.seed(1234)
print(random.random(), random.randint(1,6), random.choice("abcdef"), random.sample(range(50),6), random.shuffle([1]), random.uniform(-1,1), random.gauss(5,2), random.gauss(5,2), random.normalvariate(0,1), random.triangular(0,10,3), random.choices(["a","b"],[5,1],k=8), random.randrange(5,100,5), random.getrandbits(16), random.expovariate(0.5), random.betavariate(2,3), random.gammavariate(9,0.5), random.paretovariate(3), random.weibullvariate(1,1.5), random.vonmisesvariate(0,4), random.lognormvariate(0,0.25), random.randbytes(5))
l=list("abcdefghij"); random.shuffle(l); print(l); print(random.sample(l,10)); print(random.choices(l,k=3))
class R(random.Random):
    def random(self): return 0.5
r=R(1); print(r.random(), r.randint(1,10), r.choice("abc"))
r=random.Random("seed"); print(r.random(), r.randrange(10**30)); r2=random.Random(); r2.setstate(r.getstate()); print(r.random()==r2.random())
for bad in [lambda: random.choice([]), lambda: random.randint(5,1), lambda: random.sample([1,2],3), lambda: random.randrange(0), lambda: random.choices([],k=1), lambda: random.sample({1,2},1), lambda: random.seed([1]), lambda: random.choices([1],[0]), lambda: random.choices([1,2],[1]), lambda: random.getrandbits(-1), lambda: random.sample([1],-1), lambda: random.shuffle((1,2)), lambda: random.shuffle("ab")]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import secrets, uuid, string
print(len(secrets.token_hex(8)), len(secrets.token_urlsafe(8))>8, secrets.choice([5]), secrets.randbelow(1), len(str(uuid.uuid4())), uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS,"python.org"), uuid.uuid3(uuid.NAMESPACE_DNS,"a"), secrets.compare_digest("a","a"))
