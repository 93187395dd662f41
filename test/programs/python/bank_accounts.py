"""A small bank with checking and savings accounts."""


class BankError(Exception):
    """Base class for everything that can go wrong at the bank."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(
            f"account {account.number}: cannot withdraw {amount:.2f}, "
            f"only {account.available():.2f} available"
        )
        self.account = account
        self.amount = amount
        self.shortfall = amount - account.available()


class UnknownAccount(BankError):
    pass


class Account:
    kind = "account"
    _next_number = 1001

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []
        self.number = Account._next_number
        Account._next_number += 1

    def available(self):
        return self.balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"deposit must be positive, got {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError(f"withdrawal must be positive, got {amount}")
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def month_end(self):
        """Hook for subclasses; called once a month."""

    def __str__(self):
        return f"{self.kind:<9} #{self.number} {self.owner:<8} {self.balance:>10.2f}"


class CheckingAccount(Account):
    kind = "checking"

    def __init__(self, owner, balance=0.0, overdraft=200.0):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def available(self):
        return self.balance + self.overdraft

    def month_end(self):
        if self.balance < 0:
            fee = 12.5
            self.balance -= fee
            self.history.append(("fee", fee))


class SavingsAccount(Account):
    kind = "savings"

    def __init__(self, owner, balance=0.0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def month_end(self):
        interest = round(self.balance * self.rate / 12, 2)
        if interest > 0:
            self.deposit(interest)
            self.history[-1] = ("interest", interest)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.number] = account
        return account.number

    def find(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise UnknownAccount(f"no account #{number}") from None

    def transfer(self, source, target, amount):
        src, dst = self.find(source), self.find(target)
        src.withdraw(amount)
        dst.deposit(amount)

    def close_month(self):
        for account in self.accounts.values():
            account.month_end()

    def total(self):
        return sum(a.balance for a in self.accounts.values())


def main():
    bank = Bank()
    alice = bank.open(CheckingAccount("Alice", 500))
    bob = bank.open(SavingsAccount("Bob", 1200, rate=0.03))
    carol = bank.open(CheckingAccount("Carol", overdraft=50))

    transfers = [
        (alice, bob, 620.0),
        (bob, carol, 75.5),
        (alice, carol, 100.0),
        (carol, 4711, 1.0),
        (bob, alice, -5),
    ]
    for src, dst, amount in transfers:
        try:
            bank.transfer(src, dst, amount)
        except InsufficientFunds as e:
            print("refused:", e, f"(short by {e.shortfall:.2f})")
        except BankError as e:
            print("bank error:", e)
        except ValueError as e:
            print("bad amount:", e)
        else:
            print(f"moved {amount:.2f} from #{src} to #{dst}")
    bank.close_month()
    print("-" * 40)
    for account in bank.accounts.values():
        print(account)
        for what, amount in account.history:
            print(f"    {what:<10}{amount:>8.2f}")
    print(f"total: {bank.total():.2f}")


if __name__ == "__main__":
    main()
