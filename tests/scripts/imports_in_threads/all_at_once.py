# Whoever comes second finds a module whole.
import sys
import threading

sys.setswitchinterval(1e-6)
errors = []


def work():
    try:
        import argparse, csv, datetime, decimal, fractions, statistics, typing, unittest
        decimal.Decimal(1), statistics.mean([1]), datetime.date(2020, 1, 1), argparse.ArgumentParser, csv.reader
        unittest.TestCase, typing.Any, fractions.Fraction(1, 2)
        from concurrent.futures import ThreadPoolExecutor
        from json import dumps
        dumps([1]), ThreadPoolExecutor
        from io import TextIOWrapper
        TextIOWrapper
    except Exception as error:
        errors.append(repr(error))


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors)
