class Robot:
    def __init__(self):
        self.position = 0


Robot().postion += 1
