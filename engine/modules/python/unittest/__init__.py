"""Unit tests: cases, suites of them, and a runner that reports as text."""

import sys
import time
import traceback
from unittest._case import (FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
                            expectedFailure, skip, skipIf, skipUnless)

__all__ = ["TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
           "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
           "expectedFailure", "TextTestResult", "addModuleCleanup", "doModuleCleanups"]


class TestResult:
    """What came of the tests that were run."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False

    def startTest(self, test):
        self.testsRun += 1

    def startTestRun(self):
        pass

    def stopTest(self, test):
        pass

    def stopTestRun(self):
        pass

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            into = self.failures if issubclass(err[0], test.failureException) else self.errors
            into.append((subtest, self._text(err)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _text(self, err):
        return "".join(traceback.format_exception(*err))

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


class TextTestResult(TestResult):
    """Shows the progress of tests in a stream."""

    __module__ = "unittest.runner"

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions

    def getDescription(self, test):
        short = test.shortDescription()
        return f"{test}\n{short}" if self.descriptions and short else str(test)

    def _show(self, long, short):
        if self.showAll:
            self.stream.write(long + "\n")
        elif self.dots:
            self.stream.write(short)
        self.stream.flush()

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
        self._line_is_open = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            if self.showAll:
                if self._line_is_open:
                    self.stream.write("\n")
                    self._line_is_open = False
                self.stream.write(f"  {self.getDescription(subtest)} ... {'FAIL' if failed else 'ERROR'}\n")
            elif self.dots:
                self.stream.write("F" if failed else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._show("ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show("ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show("FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.write("\n")
        for flavour, entries in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in entries:
                self.stream.write(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n"
                                  f"{self.separator2}\n{text}\n")
        if self.unexpectedSuccesses:
            self.stream.write(self.separator1 + "\n")
            for test in self.unexpectedSuccesses:
                self.stream.write(f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n")
        self.stream.flush()


class _ErrorHolder:
    """Stands for what failed outside of any test."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestSuite:
    """Tests that are run one after the other."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>"

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def _flat(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result, debug=False):
        current = None
        usable = True
        main = sys.modules.get("__main__")
        self._module_step(result, main, "setUpModule")
        for test in self._flat():
            if result.shouldStop:
                break
            if type(test) is not current:
                if current is not None:
                    self._leave(current, result, usable)
                current = type(test)
                usable = getattr(current, "__unittest_skip__", False) or \
                    self._class_step(result, current, "setUpClass")
            if usable:
                test(result)
        if current is not None:
            self._leave(current, result, usable)
        self._module_step(result, main, "tearDownModule")
        return result

    def _leave(self, cls, result, usable):
        if usable and not getattr(cls, "__unittest_skip__", False):
            self._class_step(result, cls, "tearDownClass")
        if getattr(cls, "_class_cleanups", None):
            cls.doClassCleanups()

    def _class_step(self, result, cls, name):
        method = getattr(cls, name, None)
        return method is None or self._step(result, method, f"{name} ({cls.__module__}.{cls.__qualname__})")

    def _module_step(self, result, module, name):
        function = getattr(module, name, None)
        return function is None or self._step(result, function, f"{name} ({module.__name__})")

    def _step(self, result, function, description):
        try:
            function()
            return True
        except SkipTest as error:
            result.addSkip(_ErrorHolder(description), str(error))
        except Exception as error:
            result.addError(_ErrorHolder(description), (type(error), error, error.__traceback__))
        return False


class TestLoader:
    """Finds tests."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass)
                 if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.sortTestMethodsUsing:
            from functools import cmp_to_key

            names.sort(key=cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (
                    TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        if module is None:
            module = __import__(parts.pop(0))
        item, parent = module, None
        for part in parts:
            item, parent = getattr(item, part), item
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, TestSuite):
            return item
        if callable(item):
            test = item()
            return test if isinstance(test, TestSuite) else self.suiteClass([test])
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test"):
    return defaultTestLoader.loadTestsFromTestCase(testCaseClass)


class TextTestRunner:
    """Runs tests and reports in a stream."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        begin = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        seconds = time.perf_counter() - begin
        if hasattr(result, "printErrors"):
            result.printErrors()
        write = self.stream.write
        if hasattr(result, "separator2"):
            write(result.separator2 + "\n")
        write(f"Ran {result.testsRun} test{'' if result.testsRun == 1 else 's'} in {seconds:.3f}s\n\n")
        notes = []
        if result.wasSuccessful():
            write("OK")
        else:
            write("FAILED")
            if result.failures:
                notes.append(f"failures={len(result.failures)}")
            if result.errors:
                notes.append(f"errors={len(result.errors)}")
        if result.skipped:
            notes.append(f"skipped={len(result.skipped)}")
        if result.expectedFailures:
            notes.append(f"expected failures={len(result.expectedFailures)}")
        if result.unexpectedSuccesses:
            notes.append(f"unexpected successes={len(result.unexpectedSuccesses)}")
        write(f" ({', '.join(notes)})\n" if notes else "\n")
        self.stream.flush()
        return result


class IsolatedAsyncioTestCase(TestCase):
    """A test whose methods are coroutines."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, /, *args, **kwargs):
        self._async_cleanups.append((function, args, kwargs))

    def _run_in(self, result):
        import asyncio
        import inspect

        name = self._testMethodName
        method = getattr(self, name)
        self._async_cleanups = []
        if not inspect.iscoroutinefunction(method):
            super()._run_in(result)
            return

        def run():
            async def everything():
                await self.asyncSetUp()
                try:
                    await method()
                finally:
                    await self.asyncTearDown()
                    while self._async_cleanups:
                        function, args, kwargs = self._async_cleanups.pop()
                        await function(*args, **kwargs)

            asyncio.run(everything())

        run.__dict__.update(getattr(method, "__dict__", {}))
        setattr(self, name, run)
        try:
            super()._run_in(result)
        finally:
            delattr(self, name)


class TestProgram:
    """What unittest.main() is: loads tests, runs them and ends the program."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None,
                 warnings=None, *, tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        names = []
        for word in argv[1:]:
            if word in ("-v", "--verbose"):
                verbosity = 2
            elif word in ("-q", "--quiet"):
                verbosity = 0
            elif word in ("-f", "--failfast"):
                failfast = True
            elif not word.startswith("-"):
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        tests = testLoader.loadTestsFromNames(names, self.module) if names \
            else testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(tests)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
