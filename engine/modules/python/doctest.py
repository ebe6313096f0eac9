"""Runs the examples in docstrings and compares what they print with what stands there."""

import contextlib
import io
import sys
import traceback
from collections import namedtuple

__all__ = ["testmod", "run_docstring_examples", "DocTestParser", "DocTestFinder", "DocTestRunner", "DocTest", "Example",
           "OutputChecker", "TestResults", "ELLIPSIS", "NORMALIZE_WHITESPACE", "IGNORE_EXCEPTION_DETAIL", "SKIP",
           "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "FAIL_FAST", "REPORT_NDIFF"]

TestResults = namedtuple("TestResults", "failed attempted")

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")

_DIVIDER = "*" * 70


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        shown = "no examples" if not count else f"{count} example" + ("" if count == 1 else "s")
        return f"<DocTest {self.name} from {self.filename}:{self.lineno} ({shown})>"


class DocTestParser:
    def get_examples(self, string, name="<string>"):
        """The examples of a text."""
        lines = string.expandtabs().split("\n")
        examples = []
        at = 0
        while at < len(lines):
            text = lines[at].lstrip(" ")
            if not (text.startswith(">>> ") or text == ">>>"):
                if text.startswith(">>>"):
                    raise ValueError(f"line {at + 1!r} of the docstring for {name} lacks blank after >>>: {lines[at]!r}")
                at += 1
                continue
            indent = len(lines[at]) - len(text)
            first = at
            source = [text[4:]]
            at += 1
            while at < len(lines) and lines[at][indent:indent + 3] == "..." and not lines[at][:indent].strip() \
                    and lines[at][indent + 3:indent + 4] in ("", " "):
                source.append(lines[at][indent + 4:])
                at += 1
            want = []
            while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
                if lines[at][:indent].strip():
                    raise ValueError(f"line {at + 1!r} of the docstring for {name} has inconsistent leading whitespace: "
                                     f"{lines[at]!r}")
                want.append(lines[at][indent:])
                at += 1
            examples.append(self._example(source, want, first, indent))
        return examples

    def _example(self, source, want, first, indent):
        options = {}
        for line in source:
            head, mark, rest = line.partition("# doctest:")
            if not mark:
                head, mark, rest = line.partition("#doctest:")
            for word in rest.replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {first + 1!r} of the doctest for <string> has an invalid option: {word!r}")
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        message = None
        if want and want[0] in ("Traceback (most recent call last):", "Traceback (innermost last):"):
            rest = [i for i, line in enumerate(want[1:], 1) if line[:1].strip()]
            if rest:
                message = "\n".join(want[rest[0]:]) + "\n"
        return Example("\n".join(source), "\n".join(want), message, first, indent, options)

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests of an object and what it contains, in the order of their names."""
        name = getattr(obj, "__name__", None) if name is None else name
        if name is None:
            raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: " + repr(type(obj)))
        if globs is None:
            globs = {} if module is None and not hasattr(obj, "__globals__") else dict(
                obj.__globals__ if module is None else module.__dict__)
        globs = dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort(key=lambda test: test.name)
        return tests

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        if self._verbose:
            print("Finding tests in", name)
        docstring = getattr(obj, "__doc__", None) or ""
        if isinstance(docstring, str) and (docstring or not self._exclude_empty):
            test = self._parser.get_doctest(docstring, globs, name, getattr(module, "__file__", None) or name, _line_of(obj))
            if test.examples or not self._exclude_empty:
                tests.append(test)
        if not self._recurse:
            return
        if type(obj).__name__ == "module":
            for key, value in obj.__dict__.items():
                if (_is_function(value) or isinstance(value, type)) and value.__module__ == obj.__name__:
                    self._find(tests, value, f"{name}.{key}", module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                if isinstance(value, str):
                    tests.append(self._parser.get_doctest(value, globs, f"{name}.__test__.{key}",
                                                          getattr(module, "__file__", None), None))
                else:
                    self._find(tests, value, f"{name}.__test__.{key}", module, globs, seen)
        elif isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if _is_function(value) or isinstance(value, (type, property)):
                    if isinstance(value, property) or value.__module__ == obj.__module__:
                        self._find(tests, value, f"{name}.{key}", module, globs, seen)


def _is_function(value):
    while hasattr(value, "__wrapped__"):
        value = value.__wrapped__
    return hasattr(value, "__code__")


# The line before the docstring of a function whose head is one line. Of classes it is not known.
def _line_of(obj):
    if type(obj).__name__ == "module":
        return 0
    if isinstance(obj, property):
        obj = obj.fget
    while hasattr(obj, "__wrapped__"):
        obj = obj.__wrapped__
    code = getattr(obj, "__code__", None)
    return code.co_firstlineno if code is not None else None


class OutputChecker:
    def check_output(self, want, got, optionflags):
        """Whether what an example printed is what was wanted."""
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = "".join("\n" if line.strip() == "<BLANKLINE>" else line for line in want.splitlines(True))
            got = "".join("\n" if not line.strip() else line for line in got.splitlines(True))
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = "".join("<BLANKLINE>\n" if not line.strip() else line for line in got.splitlines(True))
        if want and got:
            return "Expected:\n" + _indented(want) + "Got:\n" + _indented(got)
        if want:
            return "Expected:\n" + _indented(want) + "Got nothing\n"
        if got:
            return "Expected nothing\nGot:\n" + _indented(got)
        return "Expected nothing\nGot nothing\n"


def _matches(want, got):
    parts = want.split("...")
    if len(parts) == 1:
        return want == got
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    begin, end = len(parts[0]), len(got) - len(parts[-1])
    if begin > end:
        return False
    for part in parts[1:-1]:
        found = got.find(part, begin, end)
        if found < 0:
            return False
        begin = found + len(part)
    return True


def _indented(text):
    return "".join("    " + line if line.strip() else line for line in text.splitlines(True))


class DocTestRunner:
    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._counts = {}

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Run the examples of a test."""
        say = out or sys.stdout.write
        failed = tried = 0
        quiet = False
        for number, example in enumerate(test.examples):
            flags = self.optionflags
            for flag, is_on in example.options.items():
                flags = flags | flag if is_on else flags & ~flag
            if flags & SKIP:
                continue
            tried += 1
            if self._verbose:
                say("Trying:\n" + _indented(example.source) + (
                    "Expecting:\n" + _indented(example.want) if example.want else "Expecting nothing\n"))
            got, error = self._execute(example, test, number)
            if self._is_right(example, got, error, flags):
                if self._verbose:
                    say("ok\n")
                continue
            failed += 1
            if not quiet:
                say(self._place(test, example) + (
                    self._checker.output_difference(example, got, flags) if error is None or example.exc_msg is not None
                    else "Exception raised:\n" + _indented(self._traceback(error))))
            quiet = bool(flags & REPORT_ONLY_FIRST_FAILURE)
            if flags & FAIL_FAST:
                break
        before = self._counts.get(test.name, (0, 0))
        self._counts[test.name] = (before[0] + failed, before[1] + tried)
        self.failures += failed
        self.tries += tried
        if clear_globs:
            test.globs.clear()
        return TestResults(failed, tried)

    def _execute(self, example, test, number):
        printed = io.StringIO()
        name = f"<doctest {test.name}[{number}]>"
        error = None
        with contextlib.redirect_stdout(printed):
            try:
                try:
                    code = compile(example.source.strip(), name, "eval")
                except SyntaxError:
                    exec(compile(example.source, name, "exec"), test.globs)
                else:
                    value = eval(code, test.globs)
                    if value is not None:
                        print(repr(value))
            except KeyboardInterrupt:
                raise
            except BaseException as raised:
                error = raised
        return printed.getvalue(), error

    def _traceback(self, error):
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        return "".join(lines)

    def _is_right(self, example, got, error, flags):
        if error is None:
            return self._checker.check_output(example.want, got, flags) and example.exc_msg is None
        if example.exc_msg is None:
            return False
        said = traceback.format_exception_only(type(error), error)[-1]
        if self._checker.check_output(example.exc_msg, said, flags):
            return True
        if not flags & IGNORE_EXCEPTION_DETAIL:
            return False
        return self._kind(example.exc_msg) == self._kind(said)

    @staticmethod
    def _kind(message):
        return message.partition("\n")[0].partition(":")[0].rpartition(".")[2]

    def _place(self, test, example):
        line = "?" if test.lineno is None else test.lineno + example.lineno + 1
        return (f"{_DIVIDER}\nFile \"{test.filename}\", line {line}, in {test.name}\n"
                f"Failed example:\n{_indented(example.source)}")

    def summarize(self, verbose=None):
        """Print a summary of all that was run."""
        verbose = self._verbose if verbose is None else verbose
        counts = sorted(self._counts.items())
        empty = [name for name, (failed, tried) in counts if not tried]
        passed = [(name, tried) for name, (failed, tried) in counts if tried and not failed]
        bad = [(name, failed, tried) for name, (failed, tried) in counts if failed]
        if verbose:
            if empty:
                print(len(empty), "items had no tests:")
                for name in empty:
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, tried in passed:
                    print(" %3d tests in %s" % (tried, name))
        if bad:
            print(_DIVIDER)
            print(len(bad), "items had failures:")
            for name, failed, tried in bad:
                print(" %3d of %3d in %s" % (failed, tried, name))
        if verbose:
            print(self.tries, "tests in", len(counts), "items.")
            print(self.tries - self.failures, "passed and", self.failures, "failed.")
        if self.failures:
            print("***Test Failed***", self.failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m."""
    m = sys.modules["__main__"] if m is None else m
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, name or m.__name__, m, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Test examples in the given object's docstring, using globs as globals."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)
