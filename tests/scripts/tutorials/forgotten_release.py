import threading
def work(lock):
    lock.acquire()
    raise RuntimeError("forgot to release")
l=threading.Lock()
t=threading.Thread(target=work,args=(l,),name="careless"); t.start(); t.join()
print(l.locked(), l.acquire(timeout=0.01))
def work2(n, m): pass
t=threading.Thread(target=work2,args=(1)); 
t.start(); t.join()
