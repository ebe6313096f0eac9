import threading
t=threading.Thread(target=print, arg=(1,))
