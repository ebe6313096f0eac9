async def forgotten():
    print("never printed")

class Service:
    async def start(self):
        pass

def make():
    forgotten()
    print("made")

make()
Service().start()
for i in range(3):
    forgotten()
print("end")
