# lockstep: mask 0x[0-9a-f]+
import logging, threading, queue, sys, logging.handlers
logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s|%(threadName)-12s|%(name)s:%(lineno)d %(funcName)s %(message)s", stream=sys.stdout)
log=logging.getLogger("app.core")
def work(n):
    log.info("working on %d of %s", n, {"a":1})
    try: 1/0
    except ZeroDivisionError: log.exception("bad %s", n)
    log.warning("warn %(x)s", {"x":5})
t=threading.Thread(target=work,args=(3,),name="W-1"); t.start(); t.join()
q=queue.Queue()
qh=logging.handlers.QueueHandler(q)
lg=logging.getLogger("q"); lg.propagate=False; lg.addHandler(qh); lg.setLevel("INFO")
class ListH(logging.Handler):
    def __init__(s): super().__init__(); s.r=[]
    def emit(s, rec): s.r.append(s.format(rec))
h=ListH(); h.setFormatter(logging.Formatter("{levelname}/{threadName}: {message}", style="{"))
ql=logging.handlers.QueueListener(q,h,respect_handler_level=True); ql.start()
ts=[threading.Thread(target=lambda i=i: lg.info("hi %d",i),name=f"n{i}") for i in range(3)]
for t in ts: t.start(); t.join()
ql.stop()
print(h.r, lg, h, logging.getLogger(), qh)
class F(logging.Filter):
    def filter(self, r): r.user="bob"; return "secret" not in r.getMessage()
l2=logging.getLogger("f"); l2.propagate=False
sh=logging.StreamHandler(sys.stdout); sh.setFormatter(logging.Formatter("%(user)s %(message)s [%(process)s]"[:-13])); sh.addFilter(F()); l2.addHandler(sh)
l2.error("secret x"); l2.error("ok"); l2.debug("no")
l2.log(25,"lvl"); logging.addLevelName(25,"NOTICE"); print(logging.getLevelName(25), logging.getLevelName("INFO"), logging.getLevelName(7))
ad=logging.LoggerAdapter(log,{"req":1}); ad.info("adapted")
class A2(logging.LoggerAdapter):
    def process(self,msg,kw): return f"[{self.extra['id']}] {msg}",kw
A2(log,{"id":7}).warning("x %s","y")
log.critical("crit", stack_info=False); logging.disable(logging.ERROR); log.error("hidden"); logging.disable(logging.NOTSET)
log.info("extra", extra={"foo":1})
try: log.info("clash", extra={"message":1})
except KeyError as e: print(repr(e))
log.info("bad %d", "x") if False else None
print(log.isEnabledFor(10), log.getEffectiveLevel(), log.parent, log.hasHandlers(), logging.getLogger("app") )
sys.stdout.flush()
logging.getLogger("nohandler").error("to root")
logging.warning("root warn")
mh=logging.handlers.MemoryHandler(10,target=sh); l3=logging.getLogger("m"); l3.propagate=False; l3.addHandler(mh); l3.warning("buffered"); print("before"); mh.flush(); 
