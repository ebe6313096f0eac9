"""How argparse lays out usage and help."""

import os as _os
import re as _re
import textwrap as _textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = int(_os.environ.get("COLUMNS") or 80) - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width

    def _usage(self, usage, actions, groups, prefix="usage: "):
        if usage is not None:
            return f"{prefix}{usage % dict(prog=self._prog)}\n\n"
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        option_parts = self._usage_parts(optionals, groups)
        position_parts = self._usage_parts(positionals, groups)
        text = " ".join([self._prog, *option_parts, *position_parts])
        if len(prefix) + len(text) > self._width:
            text = self._wrapped_usage(prefix, option_parts, position_parts)
        return f"{prefix}{text}\n\n"

    def _wrapped_usage(self, prefix, option_parts, position_parts):
        def lines_of(parts, indent, first=None):
            lines = []
            line = []
            length = (len(first) if first is not None else indent) - 1
            for part in parts:
                if line and length + 1 + len(part) > self._width:
                    lines.append(" " * indent + " ".join(line))
                    line = []
                    length = indent - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(" " * indent + " ".join(line))
            if first is not None:
                lines[0] = lines[0][indent:]
            return lines

        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = len(prefix) + len(self._prog) + 1
            if option_parts:
                lines = lines_of([self._prog] + option_parts, indent, prefix)
                lines.extend(lines_of(position_parts, indent))
            elif position_parts:
                lines = lines_of([self._prog] + position_parts, indent, prefix)
            else:
                lines = [self._prog]
        else:
            indent = len(prefix)
            lines = lines_of(option_parts + position_parts, indent)
            if len(lines) > 1:
                lines = lines_of(option_parts, indent) + lines_of(position_parts, indent)
            lines = [self._prog] + lines
        return "\n".join(lines)

    def _usage_parts(self, actions, groups):
        parts = []
        shown = set()
        for action in actions:
            if action in shown or action.help is SUPPRESS:
                continue
            group = next((g for g in groups if action in g._group_actions), None)
            members = [a for a in group._group_actions if a.help is not SUPPRESS] if group is not None else [action]
            if group is not None and all(member in actions for member in members):
                texts = [self._usage_of(member, bare=True) for member in members]
                shown.update(members)
                if group.required:
                    parts.append(f"({' | '.join(texts)})" if len(texts) > 1 else texts[0])
                else:
                    parts.append(f"[{' | '.join(texts)}]")
            else:
                parts.append(self._usage_of(action, bare=False))
                shown.add(action)
        return parts

    def _usage_of(self, action, bare):
        if not action.option_strings:
            text = self._with_arguments(action, self._default_positional_metavar(action))
            return text[1:-1] if bare and text[:1] == "[" and text[-1:] == "]" else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            default = self._default_optional_metavar(action)
            text = f"{action.option_strings[0]} {self._with_arguments(action, default)}"
        return text if bare or action.required else f"[{text}]"

    def _default_optional_metavar(self, action):
        return action.dest.upper()

    def _default_positional_metavar(self, action):
        return action.dest

    def _metavar(self, action, default):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join(str(choice) for choice in action.choices) + "}"
        return default

    def _with_arguments(self, action, default):
        metavar = self._metavar(action, default)

        def times(count):
            return metavar if isinstance(metavar, tuple) else (metavar,) * count

        if action.nargs is None:
            return "%s" % times(1)
        if action.nargs == OPTIONAL:
            return "[%s]" % times(1)
        if action.nargs == ZERO_OR_MORE:
            names = times(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if action.nargs == ONE_OR_MORE:
            return "%s [%s ...]" % times(2)
        if action.nargs == REMAINDER:
            return "..."
        if action.nargs == PARSER:
            return "%s ..." % times(1)
        if action.nargs == SUPPRESS:
            return ""
        return " ".join(times(action.nargs))

    def _invocation(self, action):
        if not action.option_strings:
            metavar = self._metavar(action, self._default_positional_metavar(action))
            return " ".join(metavar) if isinstance(metavar, tuple) else str(metavar)
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        arguments = self._with_arguments(action, self._default_optional_metavar(action))
        return ", ".join(f"{option} {arguments}" for option in action.option_strings)

    def _expanded(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        for name, value in values.items():
            if hasattr(value, "__name__"):
                values[name] = value.__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(choice) for choice in values["choices"])
        return self._get_help_string(action) % values

    def _get_help_string(self, action):
        return action.help

    def _fill_text(self, text, width, indent):
        text = _re.sub(r"\s+", " ", text).strip()
        return _textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        return _textwrap.wrap(_re.sub(r"\s+", " ", text).strip(), width)

    def _text(self, text, indent=0):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - indent, 11)
        return self._fill_text(text, width, " " * indent) + "\n\n"

    # The actions of a section with their own, as (action, indent).
    def _entries(self, actions, indent):
        for action in actions:
            if action.help is SUPPRESS:
                continue
            yield action, indent
            if hasattr(action, "_choices_actions"):
                yield from self._entries(action._choices_actions, indent + self._indent_increment)

    def _help(self, usage, description, sections, epilog):
        longest = 0
        for title, text, actions in sections:
            for action, indent in self._entries(actions, self._indent_increment):
                longest = max(longest, len(self._invocation(action)) + indent)
        position = min(longest + 2, self._max_help_position)
        parts = [usage]
        if description:
            parts.append(self._text(description))
        for title, text, actions in sections:
            lines = []
            if text:
                lines.append(self._text(text, self._indent_increment))
            entries = list(self._entries(actions, self._indent_increment))
            for action, indent in entries:
                lines.append(self._entry(action, indent, position))
            if lines:
                head = f"{title}:\n" if title is not SUPPRESS and title is not None else ""
                parts.append(head + "".join(lines).rstrip("\n") + "\n\n")
        if epilog:
            parts.append(self._text(epilog))
        whole = "".join(part for part in parts if part)
        return _re.sub(r"\n\n\n+", "\n\n", whole).strip("\n") + "\n"

    def _entry(self, action, indent, position):
        head = self._invocation(action)
        room = position - indent - 2
        if not action.help or not action.help.strip():
            return " " * indent + head + "\n"
        width = max(self._width - position, 11)
        lines = self._split_lines(self._expanded(action), width)
        if len(head) <= room:
            text = " " * indent + head.ljust(room) + "  " + lines[0] + "\n"
            lines = lines[1:]
        else:
            text = " " * indent + head + "\n"
        for line in lines:
            text += " " * position + line + "\n"
        return text



class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they were written."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all help as it was written."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds default values to the help of arguments."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by their types."""

    def _default_optional_metavar(self, action):
        return action.type.__name__

    def _default_positional_metavar(self, action):
        return action.type.__name__
