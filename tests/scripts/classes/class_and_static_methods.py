class Account:
    rate = 0.1
    accounts = []

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        self.accounts.append(owner)

    @classmethod
    def from_text(cls, text):
        owner, balance = text.split(":")
        return cls(owner, float(balance))

    @staticmethod
    def is_valid(owner):
        return owner.isalpha()

    @classmethod
    def set_rate(cls, rate):
        cls.rate = rate

    def interest(self):
        return self.balance * self.rate


class Savings(Account):
    pass


a = Account.from_text("Ann:100")
b = Savings.from_text("Bob:200")
print(
    type(a).__name__, type(b).__name__, a.interest(), b.interest(), Account.is_valid("x1"),
    b.is_valid("ok"),
)
Savings.set_rate(0.5)
print(
    a.interest(), b.interest(), Account.rate, Savings.rate, a.rate,
    Account.accounts is Savings.accounts, Account.accounts,
)
b.rate = 1
print(b.interest(), Savings.rate, "rate" in b.__dict__, "rate" in Savings.__dict__)
print(Account.from_text.__self__ is Account, a.from_text.__func__ is Savings.from_text.__func__)


class Meta:
    def plain(self):
        return "plain", type(self).__name__

    wrapped = classmethod(lambda cls: cls.__name__)
    loose = staticmethod(len)


print(Meta().plain(), Meta.wrapped(), Meta().wrapped(), Meta.loose([1, 2]), Meta().loose("abc"))
Meta.added = lambda self, n: n * 2
print(Meta().added(21))
m = Meta()
m.own = lambda n: n + 1
print(m.own(1))
