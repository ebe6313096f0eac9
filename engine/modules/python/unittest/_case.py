"""Test cases: what a test is, what it may assert, and how it runs."""

import contextlib
import functools
import re
import sys
import warnings
from unittest._util import _common_shorten, _count_differences, _explain_sequences, safe_repr

_UNSET = object()


class SkipTest(Exception):
    """Raised to skip a test."""


class _ShouldStop(Exception):
    """A subtest has failed and the run is to stop at the first failure."""


def _skipping(reason):
    def decorate(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    return decorate


def skip(reason):
    """Decorator: skips a test."""
    if callable(reason):
        return _skipping("")(reason)
    return _skipping(reason)


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda item: item


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


class _AssertRaises:
    def __init__(self, expected, case, pattern=None, kind="Exception"):
        self.expected = expected
        self.case = case
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.msg = None
        bases = expected if isinstance(expected, tuple) else (expected,)
        base = Warning if kind == "Warning" else BaseException
        if not all(isinstance(one, type) and issubclass(one, base) for one in bases):
            name = "assertRaises" if kind == "Exception" else "assertWarns"
            words = "an exception type or tuple of exception types" if kind == "Exception" \
                else "a warning type or tuple of warning types"
            raise TypeError(f"{name}{'Regex' if pattern is not None else ''}() arg 1 must be {words}")

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)

    name = None

    def _names(self):
        if isinstance(self.expected, tuple):
            return str(self.expected)
        return getattr(self.expected, "__name__", str(self.expected))

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            by = f" by {self.name}" if self.name else ""
            self._fail(f"{self._names()} not raised{by}")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(value)):
            self._fail(f'"{self.pattern.pattern}" does not match "{value}"')
        return True


class _AssertWarns(_AssertRaises):
    def __init__(self, expected, case, pattern=None):
        super().__init__(expected, case, pattern, "Warning")

    def __enter__(self):
        self._catcher = warnings.catch_warnings(record=True)
        self._seen = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, kind, value, tb):
        self._catcher.__exit__(kind, value, tb)
        if kind is not None:
            return False
        first = None
        for seen in self._seen:
            if not isinstance(seen.message, self.expected):
                continue
            first = first or seen
            if self.pattern is not None and not self.pattern.search(str(seen.message)):
                continue
            self.warning = seen.message
            self.filename = seen.filename
            self.lineno = seen.lineno
            return None
        if first is not None:
            self._fail(f'"{self.pattern.pattern}" does not match "{first.message}"')
        by = f" by {self.name}" if self.name else ""
        self._fail(f"{self._names()} not triggered{by}")


class _AssertLogs:
    def __init__(self, case, logger, level, unwanted):
        import logging

        self.case = case
        self.logger_name = logger
        self.level = logging.getLevelName(level) if isinstance(level, str) else level or logging.INFO
        self.unwanted = unwanted

    def __enter__(self):
        import logging
        from collections import namedtuple

        watcher = namedtuple("_LoggingWatcher", ["records", "output"])([], [])
        formatter = logging.Formatter("%(levelname)s:%(name)s:%(message)s")

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(formatter.format(record))

        named = self.logger_name
        self.logger = logger = named if isinstance(named, logging.Logger) else logging.getLogger(named)
        self.old = (logger.handlers[:], logger.level, logger.propagate)
        capture = Capture()
        capture.setLevel(self.level)
        logger.handlers = [capture]
        logger.setLevel(self.level)
        logger.propagate = False
        self.watcher = watcher
        return None if self.unwanted else watcher

    def __exit__(self, kind, value, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        name = self.logger.name
        if self.unwanted:
            if self.watcher.records:
                raise self.case.failureException(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.watcher.records:
            raise self.case.failureException(
                f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {name}")


class _SubTest:
    def __init__(self, case, message, params):
        self.case = case
        self.message = message
        self.params = params
        self.failureException = case.failureException

    def _description(self):
        parts = []
        if self.message is not _UNSET:
            parts.append(f"[{self.message}]")
        if self.params:
            parts.append(f"({', '.join(f'{k}={v!r}' for k, v in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.case.id()} {self._description()}"

    def shortDescription(self):
        return self.case.shortDescription()

    def __str__(self):
        return f"{self.case} {self._description()}"


class TestCase:
    """A test, or several of them: methods whose names begin with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subtest = None
        self._result = None
        self._equality = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
                          set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual"}
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodDoc = getattr(method, "__doc__", None)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest import TestResult

        return TestResult()

    def addTypeEqualityFunc(self, typeobj, function):
        self._equality[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, manager):
        result = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({type(self).__module__}.{type(self).__qualname__}.{self._testMethodName})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # --- running ---

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            self._run_in(result)
            return result
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def _run_in(self, result):
        method = getattr(self, self._testMethodName)
        for item in (type(self), method):
            if getattr(item, "__unittest_skip__", False):
                result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                return
        expecting = getattr(self, "__unittest_expecting_failure__", False) or \
            getattr(method, "__unittest_expecting_failure__", False)
        self._result = result
        self._failed_inside = False
        self._expected_error = None
        success = self._attempt(self.setUp, result)
        if success:
            success = self._attempt(method, result, expecting)
            success = self._attempt(self.tearDown, result) and success
        success = self.doCleanups() and success
        self._result = None
        if expecting:
            if self._expected_error is not None:
                result.addExpectedFailure(self, self._expected_error)
            elif success:
                result.addUnexpectedSuccess(self)
        elif success and not self._failed_inside:
            result.addSuccess(self)

    def _attempt(self, function, result, expecting=False, test=None):
        test = self if test is None else test
        try:
            outcome = function()
            if outcome is not None and function.__name__ == self._testMethodName:
                warnings.warn(f"It is deprecated to return a value that is not None from a test case ({function})",
                              DeprecationWarning, stacklevel=3)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            result.addSkip(test, str(error))
        except _ShouldStop:
            pass
        except BaseException as error:
            info = (type(error), error, error.__traceback__)
            if expecting:
                self._expected_error = info
            elif test is not self:
                result.addSubTest(self, test, info)
            elif isinstance(error, self.failureException):
                result.addFailure(self, info)
            else:
                result.addError(self, info)
        return False

    def doCleanups(self):
        success = True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            if self._result is None:
                function(*args, **kwargs)
            else:
                success = self._attempt(lambda: function(*args, **kwargs) and None, self._result) and success
        return success

    @contextlib.contextmanager
    def subTest(self, msg=_UNSET, **params):
        """A part of a test that may fail without ending it."""
        outer = self._subtest
        if outer is not None:
            params = {**outer.params, **params}
        self._subtest = test = _SubTest(self, msg, params)
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self._result.addSkip(test, str(error))
        except _ShouldStop:
            raise
        except Exception as error:
            self._failed_inside = True
            if self._result is None:
                raise
            self._result.addSubTest(self, test, (type(error), error, error.__traceback__))
            if self._result.failfast:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def skipTest(self, reason):
        raise SkipTest(reason)

    # --- assertions ---

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f"{standard} : {msg}"

    def _refuse(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._refuse(msg, f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._refuse(msg, f"{safe_repr(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            special = self._equality.get(type(first))
            if special is not None:
                if isinstance(special, str):
                    special = getattr(self, special)
                special(first, second, msg=msg)
                return
        if not first == second:
            self._refuse(msg, "%s != %s" % _common_shorten(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._refuse(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._refuse(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._refuse(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._refuse(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._refuse(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._refuse(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._refuse(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._refuse(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._refuse(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._refuse(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._refuse(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._refuse(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._refuse(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if wanted and first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        shown = f"{safe_repr(first)} %s {safe_repr(second)} within "
        if delta is not None:
            is_close = difference <= delta if wanted else first == second or difference < delta or difference == delta
            bound = f"{safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            is_close = first == second or round(difference, places) == 0
            bound = f"{places!r} places"
        if is_close == wanted:
            return
        shown = (shown % ("!=" if wanted else "==")) + bound
        if wanted or delta is not None:
            shown += f" ({safe_repr(difference)} difference)"
        self._refuse(msg, shown)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for which, sequence in (("First", seq1), ("Second", seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException(f"{which} sequence is not a {kind}: {safe_repr(sequence)}")
        if seq1 == seq2:
            return
        self._refuse(msg, _explain_sequences(seq1, seq2, kind, self.maxDiff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only_first = set1.difference(set2)
        only_second = set2.difference(set1)
        if not only_first and not only_second:
            return
        lines = []
        for which, items in (("first", only_first), ("second", only_second)):
            if items:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines.extend(repr(item) for item in items)
        self._refuse(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            from unittest._util import _diff

            self._refuse(msg, "%s != %s" % _common_shorten(d1, d2) + _diff(d1, d2, self.maxDiff))

    def assertCountEqual(self, first, second, msg=None):
        differences = _count_differences(list(first), list(second))
        if differences:
            lines = ["Element counts were not equal:"]
            lines += ["First has %d, Second has %d:  %r" % one for one in differences]
            self._refuse(msg, "\n".join(lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            from unittest._util import _diff_lines

            self._refuse(msg, "%s != %s" % _common_shorten(first, second) + _diff_lines(first, second))

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._refuse(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._refuse(msg, f"Regex matched: {text[match.start():match.end()]!r} matches {pattern.pattern!r} "
                              f"in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaises(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaises(expected_exception, self, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarns(expected_warning, self).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarns(expected_warning, self, expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, True)

    failUnlessEqual = assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = (testFunc, setUp, tearDown)
        self._description = description

    def setUp(self):
        if self._functions[1] is not None:
            self._functions[1]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[0]()

    def id(self):
        return self._functions[0].__name__

    def __str__(self):
        return f"{type(self).__qualname__} ({self._functions[0].__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._functions[0].__doc__
        return doc and doc.split("\n")[0].strip() or None
