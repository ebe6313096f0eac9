def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as e: print(type(e).__name__, e)
from multiprocessing.pool import ThreadPool
from multiprocessing.dummy import Pool
import multiprocessing, threading
def sq(x):
    if x==13: raise ValueError("13!")
    return x*x
with ThreadPool(3) as p:
    print(p.map(sq,range(5)),p.apply(sq,(3,)),p.starmap(pow,[(2,3),(3,2)]),list(p.imap(sq,[1,2,3])),sorted(p.imap_unordered(sq,[1,2,3])))
    r=p.apply_async(sq,(5,)); print(r.get(timeout=1),r.ready(),r.successful())
    t(p.map,sq,[13]); out=[]; p.map_async(sq,[1,2],callback=out.append).wait(); print(out)
    t(lambda: p.apply_async(threading.Event().wait,(1,)).get(timeout=0.01))
t(p.map,sq,[1])
p=Pool(2); print(p.map(sq,[4])); p.close(); p.join(); t(p.apply,sq,(1,)); t(ThreadPool,0)
print(multiprocessing.current_process().name)
