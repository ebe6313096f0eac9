class Parser:
    def __init__(self, text):
        self.tokens = self.split(text)
        self.at = 0

    @staticmethod
    def split(text):
        tokens, i = [], 0
        while i < len(text):
            c = text[i]
            if c.isspace():
                i += 1
            elif c.isdigit() or c == ".":
                start = i
                while i < len(text) and (text[i].isdigit() or text[i] == "."):
                    i += 1
                tokens.append(float(text[start:i]) if "." in text[start:i] else int(text[start:i]))
            elif c in "+-*/()^%":
                tokens.append(c)
                i += 1
            else:
                raise SyntaxError(f"unexpected {c!r} at {i}")
        return tokens

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self):
        token = self.peek()
        self.at += 1
        return token

    def parse(self):
        value = self.sum()
        if self.peek() is not None:
            raise SyntaxError(f"left over: {self.peek()}")
        return value

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.next() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while (op := self.peek()) in ("*", "/", "%"):
            self.next()
            other = self.power()
            match op:
                case "*":
                    value *= other
                case "/":
                    value /= other
                case "%":
                    value %= other
        return value

    def power(self):
        base = self.unary()
        if self.peek() == "^":
            self.next()
            return base ** self.power()
        return base

    def unary(self):
        token = self.next()
        if token == "-":
            return -self.unary()
        if token == "(":
            value = self.sum()
            if self.next() != ")":
                raise SyntaxError("missing )")
            return value
        if isinstance(token, (int, float)):
            return token
        raise SyntaxError("a number was expected" if token is None else f"unexpected {token}")


for text in (
    "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + 10 / 4", "7 % 4 - -1", "1.5 * (2 + .5)", "1 +",
    "(1", "2 $ 3", "1 / 0", "4 4", "1.2.3",
):
    try:
        print(text, "=", Parser(text).parse())
    except (SyntaxError, ArithmeticError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
