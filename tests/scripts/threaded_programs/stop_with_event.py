# lockstep: seed 30
import threading
import time


class Heartbeat(threading.Thread):
    def __init__(self, every):
        super().__init__(name="heart")
        self.every, self.beats = every, 0
        self._stop_asked = threading.Event()

    def run(self):
        while not self._stop_asked.wait(self.every):
            self.beats += 1

    def stop(self):
        self._stop_asked.set()
        self.join()


with_beats = Heartbeat(0.005)
with_beats.start()
time.sleep(0.1)
with_beats.stop()
print(with_beats.beats >= 2, with_beats.is_alive())
running = True
rounds = 0


def spin():
    global rounds
    while running:
        rounds += 1
        time.sleep(0.001)


t = threading.Thread(target=spin)
t.start()
time.sleep(0.03)
running = False
t.join(5)
print(t.is_alive(), rounds > 0)
