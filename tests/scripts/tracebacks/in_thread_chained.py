# lockstep: seed 2
import threading


class Worker(threading.Thread):
    def run(self):
        try:
            self.work()
        except KeyError as error:
            raise RuntimeError(f"{self.name} gave up") from error

    def work(self):
        return {}["job"]


w = Worker(name="digger")
w.start()
w.join()
print("main is fine")
