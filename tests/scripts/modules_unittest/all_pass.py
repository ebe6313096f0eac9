# lockstep: mask in \d+\.\d+s
import threading
import unittest


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        with self.lock:
            self.balance += amount


class AccountTest(unittest.TestCase):
    def setUp(self):
        self.account = Account()

    def test_deposit(self):
        """A deposit adds to the balance."""
        self.account.deposit(5)
        self.assertEqual(self.account.balance, 5)

    def test_refuses_nothing(self):
        with self.assertRaisesRegex(ValueError, "positive"):
            self.account.deposit(0)

    def test_many_threads(self):
        threads = [threading.Thread(target=self.account.deposit, args=(n,)) for n in range(1, 11)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.account.balance, 55)


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 1

    async def test_value(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(self.value, 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
