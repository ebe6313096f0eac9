"""Command-line parsing: what a program takes, how it explains itself, and what it says of mistakes."""

import os as _os
import re as _re
import sys as _sys
from argparse._actions import (_ACTIONS, _Shown, _SubParsersAction, _name_of, Action, ArgumentError,
                               ArgumentTypeError, BooleanOptionalAction)
from argparse._help import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, ONE_OR_MORE,
                            OPTIONAL, PARSER, REMAINDER, RawDescriptionHelpFormatter, RawTextHelpFormatter,
                            SUPPRESS, ZERO_OR_MORE)

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "ArgumentDefaultsHelpFormatter", "FileType",
           "HelpFormatter", "MetavarTypeHelpFormatter", "Namespace", "RawDescriptionHelpFormatter",
           "RawTextHelpFormatter", "Action", "BooleanOptionalAction", "ONE_OR_MORE", "OPTIONAL", "PARSER",
           "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

class Namespace(_Shown):
    """The values that were parsed, as attributes."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


class FileType:
    """Opens the file that an argument names."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == "-":
            return _sys.stdin if "r" in self._mode else _sys.stdout
        try:
            return open(string, self._mode, encoding=self._encoding, errors=self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")


# --- containers ---------------------------------------------------------------------------------------------

class _Container:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        kind = kwargs.pop("action", None)
        action_class = _ACTIONS.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**kwargs)
        if action.type is not None and not callable(action.type):
            raise ValueError(f"{action.type!r} is not callable")
        if action.type is FileType:
            raise ValueError(f"{action.type!r} is a FileType class object, instance of it must be passed")
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE):
            kwargs["required"] = True
        if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        options = []
        long_options = []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            options.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                long_options.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (long_options or options)[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {options[0]!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=options)

    def _register(self, action):
        for option in action.option_strings:
            if option in self._option_string_actions:
                if self.conflict_handler == "resolve":
                    other = self._option_string_actions.pop(option)
                    other.option_strings.remove(option)
                    continue
                taken = [o for o in action.option_strings if o in self._option_string_actions]
                plural = "s" if len(taken) > 1 else ""
                raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(taken)}")
        self._actions.append(action)
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action

    def _add_action(self, action):
        return self._register(action)

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None):
        super().__init__(description, container.prefix_chars, container.argument_default,
                         container.conflict_handler)
        self.title = title
        self._group_actions = []
        self._container = container
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        self._register(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action


# --- the parser ---------------------------------------------------------------------------------------------

class ArgumentParser(_Shown, _Container):
    """Turns a list of words into a namespace of values."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        _Container.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._subparsers = None
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        if add_help:
            mark = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(mark + "h", mark * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            for group in parent._action_groups:
                into = next((own for own in self._action_groups if own.title == group.title), None)
                if into is None:
                    into = self.add_argument_group(group.title, group.description)
                for action in group._group_actions:
                    into._add_action(action)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = ["prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"]
        return [(name, getattr(self, name)) for name in names]

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            positionals = [action for action in self._actions if not action.option_strings]
            usage = self._get_formatter()._usage(self.usage, positionals, [], "")
            kwargs["prog"] = usage.strip()
        kwargs.pop("action", None)
        action = _SubParsersAction(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    # --- parsing ---

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace)
        try:
            return self._parse(args, namespace)
        except ArgumentError as error:
            self.error(str(error))

    # 'O' for a word that is an option, 'A' for another, '-' for the "--" that ends the options.
    def _kinds(self, args):
        kinds = []
        options = {}
        for i, word in enumerate(args):
            if word == "--":
                kinds.append("-")
                kinds.extend("A" * (len(args) - i - 1))
                break
            option = self._option_of(word)
            if option is None:
                kinds.append("A")
            else:
                options[i] = option
                kinds.append("O")
        return "".join(kinds), options

    # (action or None, the option as written, its value after "=" or None); None: no option.
    def _option_of(self, word):
        if not word or word[0] not in self.prefix_chars:
            return None
        if word in self._option_string_actions:
            return self._option_string_actions[word], word, None
        if len(word) == 1:
            return None
        if "=" in word:
            option, value = word.split("=", 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, value
        candidates = self._abbreviated(word)
        if len(candidates) > 1:
            names = ", ".join(option for action, option, value in candidates)
            self.error(f"ambiguous option: {word} could match {names}")
        if candidates:
            return candidates[0]
        has_negative = any(_re.match(r"^-\d+$|^-\d*\.\d+$", option) for option in self._option_string_actions)
        if _re.match(r"^-\d+$|^-\d*\.\d+$", word) and not has_negative:
            return None
        if " " in word:
            return None
        return None, word, None

    def _abbreviated(self, word):
        found = []
        if word[1] in self.prefix_chars:
            if self.allow_abbrev:
                option, sign, value = word.partition("=")
                for known, action in self._option_string_actions.items():
                    if known.startswith(option):
                        found.append((action, known, value if sign else None))
        else:
            for known, action in self._option_string_actions.items():
                if known == word[:2]:
                    found.append((action, known, word[2:]))
                elif known.startswith(word):
                    found.append((action, known, None))
        return found

    def _pattern(self, action):
        nargs = action.nargs
        pattern = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
                   REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}.get(nargs)
        if pattern is None:
            pattern = "(-*%s-*)" % "-*".join("A" * nargs)
        if action.option_strings:
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def _parse(self, args, namespace):
        kinds, options = self._kinds(args)
        positionals = [action for action in self._actions if not action.option_strings]
        rest = []
        seen = set()
        seen_given = set()
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            for action in group._group_actions:
                conflicts.setdefault(action, []).extend(a for a in group._group_actions if a is not action)

        def take(action, words, option=None):
            seen.add(action)
            values = self._values(action, words)
            if values is not action.default:
                seen_given.add(action)
                for other in conflicts.get(action, ()):
                    if other in seen_given:
                        raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
            if values is not SUPPRESS:
                action(self, namespace, values, option)

        def take_option(start):
            action, option, value = options[start]
            while True:
                if action is None:
                    rest.append(args[start])
                    return start + 1
                if value is None:
                    break
                if action.nargs == 0 and option[1] not in self.prefix_chars and value != "":
                    # several flags in one word: -xvf
                    take(action, [], option)
                    option = option[0] + value[0]
                    if option not in self._option_string_actions:
                        raise ArgumentError(action, f"ignored explicit argument {value!r}")
                    action = self._option_string_actions[option]
                    value = value[1:] or None
                    continue
                if self._match(action, "A") == 1:
                    take(action, [value], option)
                    return start + 1
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            count = self._match(action, kinds[start + 1:])
            take(action, args[start + 1:start + 1 + count], option)
            return start + 1 + count

        def take_positionals(start):
            for last in range(len(positionals), 0, -1):
                pattern = "".join(self._pattern(action) for action in positionals[:last])
                match = _re.match(pattern, kinds[start:])
                if match is not None:
                    for action, text in zip(positionals[:last], match.groups()):
                        words = args[start:start + len(text)]
                        start += len(text)
                        take(action, words)
                    del positionals[:last]
                    break
            return start

        index = 0
        last_option = max(options, default=-1)
        while index <= last_option:
            next_option = min(i for i in options if i >= index)
            if index != next_option:
                after = take_positionals(index)
                if after > index:
                    index = after
                    continue
            if index not in options:
                rest.extend(args[index:next_option])
                index = next_option
            index = take_option(index)
        index = take_positionals(index)
        rest.extend(args[index:])

        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            self.error(f"the following arguments are required: {', '.join(map(str, missing))}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(action in seen_given for action in group._group_actions):
                names = " ".join(_name_of(a) for a in group._group_actions if a.help is not SUPPRESS)
                self.error(f"one of the arguments {names} is required")
        if hasattr(namespace, "_unrecognized_args"):
            rest.extend(namespace._unrecognized_args)
            del namespace._unrecognized_args
        return namespace, rest

    def _match(self, action, kinds):
        if action.nargs == 0:
            return 0
        match = _re.match(self._pattern(action), kinds)
        if match is None:
            words = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                     ONE_OR_MORE: "expected at least one argument"}.get(action.nargs)
            if words is None:
                words = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
            raise ArgumentError(action, words)
        return len(match.group(1))

    def _value(self, action, word):
        if action.type is None:
            return word
        try:
            return action.type(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {word!r}")

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

    def _values(self, action, words):
        if action.nargs not in (PARSER, REMAINDER) and "--" in words:
            words = list(words)
            words.remove("--")
        if not words and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not words and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else words
        if len(words) == 1 and action.nargs in (None, OPTIONAL):
            value = self._value(action, words[0])
            self._check(action, value)
            return value
        values = [self._value(action, word) for word in words]
        if action.nargs == PARSER:
            self._check(action, values[0])
        elif action.nargs == SUPPRESS:
            return SUPPRESS
        elif action.nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values

    # --- help ---

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        text = self._get_formatter()._usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return text.rstrip("\n") + "\n"

    def format_help(self):
        formatter = self._get_formatter()
        usage = formatter._usage(self.usage, self._actions, self._mutually_exclusive_groups)
        sections = [(group.title, group.description, group._group_actions) for group in self._action_groups]
        return formatter._help(usage, self.description, sections, self.epilog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (_sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")
