import sys
print(sys.get_int_max_str_digits())
number = 7 ** 6000
for make in (lambda: str(number), lambda: f"{number}", lambda: "%d" % number, lambda: int("7" * 5000),
             lambda: repr([number]), lambda: f"{number:,}", lambda: sys.set_int_max_str_digits(5)):
    try:
        print(len(make()))
    except ValueError as error:
        print(error)
sys.set_int_max_str_digits(0)
print(sys.get_int_max_str_digits(), len(str(number)), len(f"{number}"), len("%d" % number), len(f"{number:,}"),
      int("7" * 5000) % 1000)
sys.set_int_max_str_digits(640)
try:
    print(number)
except ValueError as error:
    print(error)
print(pow(7, number, 1000007), pow(3, -1, 7), pow(2, 10, 1), pow(2, 0, 7), pow(-3, 5, 7), pow(5, 3, -7))
