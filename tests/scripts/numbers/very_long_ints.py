# Ints of hundreds of thousands of digits: divisions, roots, texts and common divisors that hang together.
import math
import sys

sys.set_int_max_str_digits(0)
a = 7 ** 200000 + 12345
b = 3 ** 150001 - 678
quotient, remainder = divmod(a, b)
print(quotient * b + remainder == a, 0 <= remainder < b, a // b == quotient, a % b == remainder)
quotient, remainder = divmod(-a, b)
print(quotient * b + remainder == -a, 0 <= remainder < b, -a // -b == a // b)
root = math.isqrt(a)
print(root * root <= a < (root + 1) ** 2)
print(math.gcd(a * 6 ** 5000, b * 10 ** 4000) % 2 ** 4000 == 0, math.gcd(2 ** 90000 * 3, 3 ** 50000) == 3)
text = str(a)
print(len(text), text[:20], text[-20:], int(text) == a, int("-" + text) == -a)
print(str(10 ** 30000) == "1" + "0" * 30000, str(10 ** 30000 - 1) == "9" * 30000, int("9" * 30001) + 1 == 10 ** 30001)
print(pow(3, 10 ** 300, 10 ** 900 + 7) % 1000003, (a * b) % 998244353, hash(a * b))
