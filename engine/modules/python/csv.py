"""CSV: reading and writing of tables as text."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "unix_dialect", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "unregister_dialect", "DictReader", "DictWriter"]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    """How a table is written."""

    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_limit = 131072


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _Format(_dialects[name], {})


def list_dialects():
    return list(_dialects)


def field_size_limit(new=None):
    global _limit
    old = _limit
    if new is not None:
        _limit = new
    return old


class _Format:
    """A dialect with the changes that a call asks for."""

    def __init__(self, dialect, changes):
        if isinstance(dialect, str):
            if dialect not in _dialects:
                raise Error("unknown dialect")
            dialect = _dialects[dialect]
        for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator",
                     "quoting", "strict"):
            setattr(self, name, changes[name] if name in changes else getattr(dialect, name, getattr(Dialect, name)))
        for name in changes:
            if not hasattr(self, name):
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        if not isinstance(self.delimiter, str) or len(self.delimiter) != 1:
            if isinstance(self.delimiter, str):
                raise TypeError('"delimiter" must be a 1-character string')
            raise TypeError(f'"delimiter" must be string, not {type(self.delimiter).__name__}')
        if self.quotechar is not None and len(self.quotechar) != 1:
            raise TypeError('"quotechar" must be a 1-character string')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        fields = None
        parser = _RowParser(self.dialect)
        while fields is None:
            try:
                line = next(self._lines)
            except StopIteration:
                if not parser.is_inside():
                    raise
                if self.dialect.strict:
                    raise Error("unexpected end of data")
                return parser.finish()
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            fields = parser.feed(line)
        return fields


# Reads a row, which may go over several lines when line ends stand inside quotes.
class _RowParser:
    def __init__(self, dialect):
        self.dialect = dialect
        self.fields = []
        self.text = []
        self.state = "start"
        self.numeric = False

    def is_inside(self):
        return self.state == "quoted" or bool(self.fields) or bool(self.text)

    def finish(self):
        self.save()
        return self.fields

    def save(self):
        field = "".join(self.text)
        if len(field) > _limit:
            raise Error(f"field larger than field limit ({_limit})")
        if self.dialect.quoting == QUOTE_NONNUMERIC and self.numeric:
            field = float(field)
        self.fields.append(field)
        self.text = []
        self.numeric = False
        self.state = "start"

    def feed(self, line):
        dialect = self.dialect
        delimiter = dialect.delimiter
        quote = dialect.quotechar if dialect.quoting != QUOTE_NONE else None
        escape = dialect.escapechar
        escaped = False
        begun = bool(self.fields) or self.state != "start" or bool(self.text)
        ended = False
        for c in line:
            if ended:
                if c not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open the file with "
                                "newline=''?")
                continue
            if escaped:
                self.text.append(c)
                escaped = False
                if self.state == "start":
                    self.state = "plain"
            elif c == escape and escape is not None:
                escaped = True
            elif self.state == "quoted":
                if c == quote:
                    self.state = "closing" if dialect.doublequote else "closed"
                else:
                    self.text.append(c)
            elif self.state == "closing" and c == quote:
                self.text.append(c)
                self.state = "quoted"
            elif c in "\r\n":
                ended = True
            elif self.state == "start" and c == " " and dialect.skipinitialspace:
                begun = True
            elif c == delimiter:
                self.save()
                begun = True
            elif self.state == "start" and c == quote:
                self.state = "quoted"
                begun = True
            else:
                if self.state in ("closing", "closed"):
                    if dialect.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif self.state == "start":
                    self.numeric = dialect.quoting == QUOTE_NONNUMERIC
                self.text.append(c)
                self.state = "plain"
                begun = True
        if self.state == "quoted":
            return None
        if escaped:
            self.text.append("\n")
            return None
        if begun or self.text:
            self.save()
        return self.fields


class _Writer:
    def __init__(self, file, dialect):
        self._write = file.write
        self.dialect = dialect

    def _field(self, value, alone):
        dialect = self.dialect
        is_number = isinstance(value, (int, float))
        if value is None:
            text = ""
        elif isinstance(value, float):
            text = repr(value)
        else:
            text = str(value)
        quote = dialect.quotechar
        quoting = dialect.quoting
        special = dialect.delimiter in text or "\n" in text or "\r" in text \
            or (quote is not None and quote in text and (dialect.doublequote or quoting == QUOTE_NONE)) \
            or (dialect.escapechar is not None and dialect.escapechar in text) \
            or any(c in text for c in dialect.lineterminator)
        if quoting == QUOTE_NONE:
            if not special:
                if alone and not text:
                    raise Error("single empty field record must be quoted")
                return text
            if dialect.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            marks = {dialect.delimiter, dialect.escapechar, quote, "\n", "\r"}
            return "".join(dialect.escapechar + c if c in marks else c for c in text)
        if special or quoting == QUOTE_ALL or (quoting == QUOTE_NONNUMERIC and not is_number) \
                or (alone and not text):
            if dialect.escapechar is not None:
                text = text.replace(dialect.escapechar, dialect.escapechar * 2)
            if dialect.doublequote:
                text = text.replace(quote, quote * 2)
            elif quote in text:
                if dialect.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                text = text.replace(quote, dialect.escapechar + quote)
            return quote + text + quote
        if quote in text:
            if dialect.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            text = text.replace(quote, dialect.escapechar + quote)
        return text

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        alone = len(fields) == 1
        text = self.dialect.delimiter.join([self._field(field, alone) for field in fields])
        return self._write(text + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def reader(csvfile, dialect="excel", **fmtparams):
    """Return an object that gives the rows of a table."""
    return _Reader(csvfile, _Format(dialect, fmtparams))


def writer(csvfile, dialect="excel", **fmtparams):
    """Return an object that writes rows."""
    if not hasattr(csvfile, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(csvfile, _Format(dialect, fmtparams))


class DictReader:
    """Gives rows as dicts; the first row names the columns."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(x) for x in wrong))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))
