import threading
def work2(n, m): pass
t=threading.Thread(target=work2,args=(1,)); t.start(); t.join()
t=threading.Thread(target=work2(1,2)); t.start(); t.join()
t=threading.Thread(target=work2,kwargs={"n":1,"z":2}); t.start(); t.join()
t=threading.Thread(work2); t.start()
