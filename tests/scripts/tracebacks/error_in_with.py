class Door:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, *args):
        print("close")


def visit():
    with Door() as door:
        door.knock()


visit()
