# lockstep: seed 3
import threading


def work():
    print(threading.current_thread().name)


threads = [threading.Thread(target=work) for _ in range(3)]
threads.append(threading.Thread(target=work, name="custom"))
threads.append(threading.Thread(target=lambda: print(threading.current_thread().name)))
threads.append(threading.Thread())
for t in threads:
    print(t.name)
    t.start()
    t.join()
threads[0].name = "renamed"
print(threads[0].name)
t = threading.Thread(target=work, name=42)
print(repr(t.name))


class Worker(threading.Thread):
    def run(self):
        print("run in", self.name)


w = Worker()
w.start()
w.join()
w = Worker(name="w2")
w.start()
w.join()
main = threading.main_thread()
print(
    main.name, main.ident == threading.get_ident(), main is threading.current_thread(),
    main.is_alive(), main.daemon,
)
