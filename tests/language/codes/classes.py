def decorated(wrap):
    @wrap
    @wrap.again(1)
    class Counter(Base, *bases, metaclass=Meta):
        """Counts."""
        start = 0
        step: int = 1

        def __init__(self):
            super().__init__()
            self.__value = self.start
    return Counter


class Empty:
    pass


@decorated
def function(): pass
