class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"cannot take {amount} from {self.balance}")
        self.balance -= amount


account = Account(100)
account.withdraw(30)
print(account.balance)
for amount in [20, 60]:
    account.withdraw(
        amount
    )
    print(account.balance)
