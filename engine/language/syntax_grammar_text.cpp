#include "language/syntax_grammar.h"

// Python 3.11's grammar once more, this time to find out what is wrong with a program. Which of
// several messages CPython gives, and where it points to, depends on the order in which its parsing
// expression grammar tries things (https://docs.python.org/3.11/reference/grammar.html has the
// grammar, Grammar/python.gram of CPython's sources also the rules for mistakes). So that order is
// kept here, while the fast parser may go its own way. CPython parses a second time when the first
// pass has failed, and only then tries the rules for mistakes; here those are named wrong_*, and an
// alternative that is nothing but such a rule is left out in the first pass.
//
// Notation: `rule = alternative | alternative ;`, and `rule := ...` for rules whose results are
// remembered. 'x' is a token, "x" a soft keyword; x? x* x+ as usual; s%x is one or more x with s
// between; &x and !x look ahead; ~ forbids the alternatives that are left; must'x' reports when x
// is not there. a:x and b:x note a place of tokens, a=x and b=x that of an expression. Behind =>
// stands what to report; when a `do` report finds nothing to say, the rule fails as a whole.
// %first: the rest of the rule works as in the first pass. CPython's left-recursive rules are
// loops here.

namespace lockstep {

namespace {

constexpr std::string_view kStatements = R"(
file = statement* END ;
eval = expressions NEWLINE* END ;
field = star_expressions ;

statement = compound | simple_line ;
simple_line = simple !';' NEWLINE | ';'%simple ';'? NEWLINE ;
simple := assignment | star_expressions
  | &'return' 'return' star_expressions?
  | &'import' import_name | &'from' import_from
  | &'raise' raise
  | 'pass'
  | &'del' del
  | &'yield' yield_expr
  | &'assert' 'assert' expression (',' expression)?
  | 'break' | 'continue'
  | &'global' 'global' ','%NAME
  | &'nonlocal' 'nonlocal' ','%NAME ;
compound = &('def' | '@' | 'async') function_def
  | &'if' if
  | &('class' | '@') class_def
  | &('with' | 'async') with
  | &('for' | 'async') for
  | &'try' try
  | &'while' while
  | match ;

assignment = NAME ':' expression ('=' annotated)?
  | ('(' single_target ')' | member_target) ':' expression ('=' annotated)?
  | (star_targets '=')+ annotated_value !'='
  | single_target augassign ~ annotated_value
  | wrong_assignment ;
annotated = yield_expr | star_expressions ;
annotated_value = yield_expr | star_expressions ;
augassign = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**='
  | '//=' ;
wrong_assignment =
    a=wrong_annotated ':' expression => at "only single target (not %s) can be annotated"
  | a=star_named ',' star_nameds* ':' expression
      => at "only single target (not tuple) can be annotated"
  | a=expression ':' expression => at "illegal target for annotation"
  | (star_targets '=')* a=star_expressions '=' => do star_target
  | (star_targets '=')* a=yield_expr '=' => at "assignment to yield expression not possible"
  | a=star_expressions augassign annotated_value
      => at "'%s' is an illegal expression for augmented assignment" ;
wrong_annotated = list | tuple | '(' wrong_annotated ')' ;

raise = 'raise' expression ('from' expression)? | 'raise' ;
del = 'del' del_targets &(';' | NEWLINE) | wrong_del ;
wrong_del = 'del' a=star_expressions => do del_target ;

import_name = 'import' ','%(dotted_name ('as' NAME)?) ;
dotted_name := NAME ('.' NAME)* ;
import_from = 'from' ('.' | '...')* dotted_name 'import' import_targets
  | 'from' ('.' | '...')+ 'import' import_targets ;
import_targets = '(' import_as_names ','? ')' | import_as_names !',' | '*' | wrong_import_targets ;
import_as_names = ','%(NAME ('as' NAME)?) ;
wrong_import_targets = import_as_names ',' NEWLINE
  => last "trailing comma not allowed without surrounding parentheses" ;

block := NEWLINE INDENT statement+ DEDENT | simple_line | wrong_block ;
wrong_block = NEWLINE !INDENT => indent "expected an indented block" ;
else_block = wrong_else | 'else' must':' block ;
wrong_else = a:'else' ':' NEWLINE !INDENT
  => indent "expected an indented block after 'else' statement on line %d" ;

decorators = ('@' named_expression NEWLINE)+ ;
class_def = decorators class_raw | class_raw ;
class_raw = wrong_class | 'class' NAME ('(' arguments? ')')? ':' block ;
wrong_class = 'class' NAME ('(' arguments? ')')? NEWLINE => last "expected ':'"
  | a:'class' NAME ('(' arguments? ')')? ':' NEWLINE !INDENT
      => indent "expected an indented block after class definition on line %d" ;
function_def = decorators function_raw | function_raw ;
function_raw = wrong_def
  | 'def' NAME must'(' params? ')' ('->' expression)? must':' block
  | 'async' 'def' NAME must'(' params? ')' ('->' expression)? must':' block ;
wrong_def = 'async'? a:'def' NAME '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT
  => indent "expected an indented block after function definition on line %d" ;

if = wrong_if
  | 'if' named_expression ':' block elif
  | 'if' named_expression ':' block else_block? ;
wrong_if = 'if' named_expression NEWLINE => last "expected ':'"
  | a:'if' named_expression ':' NEWLINE !INDENT
      => indent "expected an indented block after 'if' statement on line %d" ;
elif = wrong_elif
  | 'elif' named_expression ':' block elif
  | 'elif' named_expression ':' block else_block? ;
wrong_elif = 'elif' named_expression NEWLINE => last "expected ':'"
  | a:'elif' named_expression ':' NEWLINE !INDENT
      => indent "expected an indented block after 'elif' statement on line %d" ;
while = wrong_while | 'while' named_expression ':' block else_block? ;
wrong_while = 'while' named_expression NEWLINE => last "expected ':'"
  | a:'while' named_expression ':' NEWLINE !INDENT
      => indent "expected an indented block after 'while' statement on line %d" ;
for = wrong_for
  | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | wrong_for_target ;
wrong_for = 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last "expected ':'"
  | 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
      => indent "expected an indented block after 'for' statement on line %d" ;
wrong_for_target = 'async'? 'for' a=star_expressions => do for_target ;

with = wrong_with_indent
  | 'with' '(' ','%with_item ','? ')' ':' block
  | 'with' ','%with_item ':' block
  | 'async' 'with' '(' ','%with_item ','? ')' ':' block
  | 'async' 'with' ','%with_item ':' block
  | wrong_with ;
with_item = expression 'as' star_target &(',' | ')' | ':') | wrong_with_item | expression ;
wrong_with_item = expression 'as' a=expression &(',' | ')' | ':') => do star_target ;
wrong_with = 'async'? 'with' ','%(expression ('as' star_target)?) NEWLINE => last "expected ':'"
  | 'async'? 'with' '(' ','%(expressions ('as' star_target)?) ','? ')' NEWLINE
      => last "expected ':'" ;
wrong_with_indent =
    'async'? a:'with' ','%(expression ('as' star_target)?) ':' NEWLINE !INDENT
      => indent "expected an indented block after 'with' statement on line %d"
  | 'async'? a:'with' '(' ','%(expressions ('as' star_target)?) ','? ')' ':' NEWLINE !INDENT
      => indent "expected an indented block after 'with' statement on line %d" ;

try = wrong_try
  | 'try' must':' block finally_block
  | 'try' must':' block except_block+ else_block? finally_block?
  | 'try' must':' block except_star_block+ else_block? finally_block? ;
except_block = wrong_except_indent
  | 'except' expression ('as' NAME)? ':' block
  | 'except' ':' block
  | wrong_except ;
except_star_block = wrong_except_star_indent
  | 'except' '*' expression ('as' NAME)? ':' block
  | wrong_except ;
finally_block = wrong_finally | 'finally' must':' block ;
wrong_try = a:'try' ':' NEWLINE !INDENT
      => indent "expected an indented block after 'try' statement on line %d"
  | 'try' ':' block !('except' | 'finally') => last "expected 'except' or 'finally' block"
  | 'try' ':' block* except_block+ a:'except' b:'*' expression ('as' NAME)? ':'
      => range "cannot have both 'except' and 'except*' on the same 'try'"
  | 'try' ':' block* except_star_block+ a:'except' (expression ('as' NAME)?)? ':'
      => at "cannot have both 'except' and 'except*' on the same 'try'" ;
wrong_except =
    'except' '*'? a=expression ',' expressions ('as' NAME)? ':'
      => onward "multiple exception types must be parenthesized"
  | 'except' '*'? expression ('as' NAME)? NEWLINE => last "expected ':'"
  | 'except' NEWLINE => last "expected ':'"
  | 'except' '*' (NEWLINE | ':') => last "expected one or more exception types" ;
wrong_finally = a:'finally' ':' NEWLINE !INDENT
  => indent "expected an indented block after 'finally' statement on line %d" ;
wrong_except_indent =
    a:'except' expression ('as' NAME)? ':' NEWLINE !INDENT
      => indent "expected an indented block after 'except' statement on line %d"
  | a:'except' ':' NEWLINE !INDENT
      => indent "expected an indented block after 'except' statement on line %d" ;
wrong_except_star_indent = a:'except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT
  => indent "expected an indented block after 'except*' statement on line %d" ;
)";

constexpr std::string_view kPatterns = R"(
match = "match" subject ':' NEWLINE INDENT case+ DEDENT | wrong_match ;
subject = star_named ',' star_nameds? | named_expression ;
case = wrong_case | "case" patterns guard? ':' block ;
guard = 'if' named_expression ;
wrong_match = "match" subject NEWLINE => last "expected ':'"
  | a:"match" subject ':' NEWLINE !INDENT
      => indent "expected an indented block after 'match' statement on line %d" ;
wrong_case = "case" patterns guard? NEWLINE => last "expected ':'"
  | a:"case" patterns guard? ':' NEWLINE !INDENT
      => indent "expected an indented block after 'case' statement on line %d" ;

patterns = open_sequence | pattern ;
pattern = as_pattern | or_pattern ;
as_pattern = or_pattern 'as' capture_target | wrong_as ;
wrong_as = or_pattern 'as' a:"_" => at "cannot use '_' as a target"
  | or_pattern 'as' !NAME a=expression => at "invalid pattern target" ;
or_pattern = '|'%closed_pattern ;
closed_pattern := literal_pattern | capture_target | "_" | attr !('.' | '(' | '=') | '(' pattern ')'
  | sequence_pattern | mapping_pattern | class_pattern ;
literal_pattern = signed_number !('+' | '-') | complex_number | STRINGS
  | 'None' | 'True' | 'False' ;
complex_number = signed_real '+' imaginary | signed_real '-' imaginary ;
signed_number = NUMBER | '-' NUMBER ;
signed_real = real | '-' real ;
real = a:NUMBER => do real ;
imaginary = a:NUMBER => do imaginary ;
capture_target = !"_" NAME !('.' | '(' | '=') ;
attr := NAME ('.' NAME)+ ;
name_or_attr := NAME ('.' NAME)* ;
sequence_pattern = '[' maybe_sequence? ']' | '(' open_sequence? ')' ;
open_sequence = maybe_star_pattern ',' maybe_sequence? ;
maybe_sequence = ','%maybe_star_pattern ','? ;
maybe_star_pattern = star_pattern | pattern ;
star_pattern := '*' capture_target | '*' "_" ;
mapping_pattern = '{' '}'
  | '{' rest_pattern ','? '}'
  | '{' ','%item_pattern ',' rest_pattern ','? '}'
  | '{' ','%item_pattern ','? '}' ;
item_pattern = (literal_pattern | attr) ':' pattern ;
rest_pattern = '**' capture_target ;
class_pattern = name_or_attr '(' ')'
  | name_or_attr '(' positionals ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positionals ',' keyword_patterns ','? ')'
  | wrong_class_pattern ;
positionals = ','%pattern ;
keyword_patterns = ','%(NAME '=' pattern) ;
wrong_class_pattern = name_or_attr '(' (positionals ',')? keyword_patterns ',' a:positionals
  => do positional_patterns ;
)";

constexpr std::string_view kExpressions = R"(
expressions = expression (',' expression)+ ','? | expression ',' | expression ;
expression := wrong_expression | wrong_print
  | disjunction 'if' disjunction 'else' expression | disjunction | lambda ;
plain_expression = %first
    disjunction 'if' disjunction 'else' expression | disjunction | lambda ;
wrong_print = a=NAME !'(' b=star_expressions => do print ;
wrong_expression = !(NAME STRING | SOFT) a=disjunction b=plain_expression => do comma
  | a=disjunction 'if' b=disjunction !('else' | ':')
      => range "expected 'else' after 'if' expression" ;

yield_expr = 'yield' 'from' expression | 'yield' star_expressions? ;
star_expressions = star_expression (',' star_expression)+ ','? | star_expression ','
  | star_expression ;
star_expression := '*' bitwise_or | expression ;
star_nameds = ','%star_named ','? ;
star_named = '*' bitwise_or | named_expression ;
walrus = NAME ':=' ~ expression ;
named_expression = walrus | wrong_named | expression !':=' ;
wrong_named :=
    a=expression ':=' expression => at "cannot use assignment expressions with %s"
  | a=NAME '=' b=bitwise_or !('=' | ':=')
      => range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')
      => at "cannot assign to %s here. Maybe you meant '==' instead of '='?" ;

disjunction := conjunction ('or' conjunction)+ | conjunction ;
conjunction := inversion ('and' inversion)+ | inversion ;
inversion := 'not' inversion | comparison ;
comparison = bitwise_or comparison_pair+ | bitwise_or ;
comparison_pair = '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or
  | '>=' bitwise_or | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or
  | 'is' 'not' bitwise_or | 'is' bitwise_or ;
bitwise_or := bitwise_xor ('|' bitwise_xor)* ;
bitwise_xor := bitwise_and ('^' bitwise_and)* ;
bitwise_and := shift ('&' shift)* ;
shift := sum ('<<' sum | '>>' sum)* ;
sum := term ('+' term | '-' term)* ;
term := factor ('*' factor | '/' factor | '//' factor | '%' factor | '@' factor)* ;
factor := '+' factor | '-' factor | '~' factor | power ;
power = awaited '**' factor | awaited ;
awaited := 'await' primary | primary ;
primary := atom ('.' NAME | genexp | '(' arguments? ')' | '[' slices ']')* ;

slices = slice !',' | ','%(slice | starred) ','? ;
slice = expression? ':' expression? (':' expression?)? | named_expression ;
starred = '*' expression ;
atom = NAME | 'True' | 'False' | 'None' | &STRING strings | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...' ;
strings := STRINGS ;
group = '(' (yield_expr | named_expression) ')' | wrong_group ;
wrong_group = '(' a=starred ')' => at "cannot use starred expression here"
  | '(' a:'**' expression ')' => at "cannot use double starred expression here" ;
list = '[' star_nameds? ']' ;
tuple = '(' (star_named ',' star_nameds?)? ')' ;
set = '{' star_nameds '}' ;

dict = '{' pairs? '}' | '{' wrong_pairs '}' ;
pairs = ','%pair ','? ;
pair = '**' bitwise_or | key_value ;
key_value = expression ':' expression ;
wrong_pairs = ','%pair ',' wrong_pair
  | expression ':' a:'*' bitwise_or
      => onward "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',') => at "expression expected after dictionary key and ':'" ;
wrong_pair = a=expression !':' => do pair_without_colon
  | expression ':' a:'*' bitwise_or
      => onward "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',') => at "expression expected after dictionary key and ':'" ;

clauses = clause+ ;
clause = 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | wrong_for_target ;
listcomp = '[' named_expression clauses ']' | wrong_comprehension ;
setcomp = '{' named_expression clauses '}' | wrong_comprehension ;
genexp = '(' (walrus | expression !':=') clauses ')' | wrong_comprehension ;
dictcomp = '{' key_value clauses '}' | wrong_dictcomp ;
wrong_comprehension =
    ('[' | '(' | '{') a=starred clauses => at "iterable unpacking cannot be used in comprehension"
  | ('[' | '{') a=star_named ',' b:star_nameds clauses => do unbracketed_target
  | ('[' | '{') a=star_named b:',' clauses
      => range "did you forget parentheses around the comprehension target?" ;
wrong_dictcomp = '{' a:'**' bitwise_or clauses '}'
  => at "dict unpacking cannot be used in dict comprehension" ;

arguments := args ','? &')' | wrong_arguments ;
args = ','%(starred | (walrus | expression !':=') !'=') (',' kwargs)? | kwargs ;
kwargs = ','%named_or_starred ',' ','%named_or_mapping | ','%named_or_starred
  | ','%named_or_mapping ;
named_or_starred = wrong_kwarg | NAME '=' expression | starred ;
named_or_mapping = wrong_kwarg | NAME '=' expression | '**' expression ;
wrong_arguments =
    a:args ',' '*' => at "iterable argument unpacking follows keyword argument unpacking"
  | a=expression b:clauses ',' (args | expression clauses)? => do bare_generator
  | a:NAME b:'=' expression clauses
      => range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | a:args b:clauses => do bare_generator_among
  | args ',' a=expression b:clauses => do bare_generator
  | a:args ',' args => do positional_after_keyword ;
wrong_kwarg = a:('True' | 'False' | 'None') b:'=' => do keyword_as_name
  | a:NAME b:'=' expression clauses
      => range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(NAME '=') a=expression b:'='
      => range "expression cannot contain assignment, perhaps you meant \"==\"?" ;
)";

constexpr std::string_view kTargets = R"(
star_targets = star_target !',' | star_target (',' star_target)* ','? ;
star_target := '*' !'*' star_target | star_atom_target ;
star_atom_target := member_target | star_atom ;
star_atom = NAME | '(' star_atom_target ')'
  | '(' (star_target (',' star_target)+ ','? | star_target ',')? ')'
  | '[' (','%star_target ','?)? ']' ;
single_target = member_target | NAME | '(' single_target ')' ;
member_target = member_base '.' NAME !more | member_base '[' slices ']' !more ;
member_base := atom &more
  ('.' NAME &more | '[' slices ']' &more | genexp &more | '(' arguments? ')' &more)* ;
more = '(' | '[' | '.' ;
del_targets = ','%del_target ','? ;
del_target := member_target | NAME | '(' del_target ')' | '(' del_targets? ')'
  | '[' del_targets? ']' ;

params = wrong_params | parameters ;
parameters = slash_plain param_plain* param_valued* star_etc?
  | slash_valued param_valued* star_etc?
  | param_plain+ param_valued* star_etc?
  | param_valued+ star_etc?
  | star_etc ;
slash_plain = param_plain+ '/' ',' | param_plain+ '/' &')' ;
slash_valued = param_plain* param_valued+ '/' ',' | param_plain* param_valued+ '/' &')' ;
star_etc = wrong_star_etc
  | '*' param_plain param_any* kwds?
  | '*' NAME ':' star_expression (',' | &')') param_any* kwds?
  | '*' ',' param_any+ kwds?
  | kwds ;
kwds = wrong_kwds | '**' param_plain ;
param_plain = param ',' | param &')' ;
param_valued = param default ',' | param default &')' ;
param_any = param default? ',' | param default? &')' ;
param = NAME (':' expression)? ;
default = '=' expression | wrong_default ;
wrong_params =
    param_plain* (slash_valued | param_valued+) a:param (',' | &')')
      => at "non-default argument follows default argument"
  | param_plain* a:'(' param_plain+ ','? b:')'
      => range "Function parameters cannot be parenthesized"
  | a:'/' ',' => at "at least one argument must precede /"
  | (slash_plain | slash_valued) param_any* a:'/' => at "/ may appear only once"
  | (slash_plain | slash_valued)? param_any* '*' (',' | param_plain) param_any* a:'/'
      => at "/ must be ahead of *"
  | param_any+ '/' a:'*' => at "expected comma between / and *" ;
wrong_default = a:'=' &(')' | ',') => at "expected default value expression" ;
wrong_star_etc =
    a:'*' (')' | ',' (')' | '**')) => at "named arguments must follow bare *"
  | '*' param a:'=' => at "var-positional argument cannot have default value"
  | '*' (param_plain | ',') param_any* a:'*' (param_plain | ',')
      => at "* argument may appear only once" ;
wrong_kwds = '**' param a:'=' => at "var-keyword argument cannot have default value"
  | '**' param ',' a:param => at "arguments cannot follow var-keyword argument"
  | '**' param ',' a:('*' | '**' | '/') => at "arguments cannot follow var-keyword argument" ;

lambda = 'lambda' lambda_params? ':' expression ;
lambda_params = wrong_lambda_params | lambda_parameters ;
lambda_parameters = lslash_plain lparam_plain* lparam_valued* lstar_etc?
  | lslash_valued lparam_valued* lstar_etc?
  | lparam_plain+ lparam_valued* lstar_etc?
  | lparam_valued+ lstar_etc?
  | lstar_etc ;
lslash_plain = lparam_plain+ '/' ',' | lparam_plain+ '/' &':' ;
lslash_valued = lparam_plain* lparam_valued+ '/' ',' | lparam_plain* lparam_valued+ '/' &':' ;
lstar_etc = wrong_lstar_etc
  | '*' lparam_plain lparam_any* lkwds?
  | '*' ',' lparam_any+ lkwds?
  | lkwds ;
lkwds = wrong_lkwds | '**' lparam_plain ;
lparam_plain = NAME ',' | NAME &':' ;
lparam_valued = NAME default ',' | NAME default &':' ;
lparam_any = NAME default? ',' | NAME default? &':' ;
wrong_lambda_params =
    lparam_plain* (lslash_valued | lparam_valued+) a:NAME (',' | &':')
      => at "non-default argument follows default argument"
  | lparam_plain* a:'(' ','%NAME ','? b:')'
      => range "Lambda expression parameters cannot be parenthesized"
  | a:'/' ',' => at "at least one argument must precede /"
  | (lslash_plain | lslash_valued) lparam_any* a:'/' => at "/ may appear only once"
  | (lslash_plain | lslash_valued)? lparam_any* '*' (',' | lparam_plain) lparam_any* a:'/'
      => at "/ must be ahead of *"
  | lparam_any+ '/' a:'*' => at "expected comma between / and *" ;
wrong_lstar_etc =
    '*' (':' | ',' (':' | '**')) => last "named arguments must follow bare *"
  | '*' NAME a:'=' => at "var-positional argument cannot have default value"
  | '*' (lparam_plain | ',') lparam_any* a:'*' (lparam_plain | ',')
      => at "* argument may appear only once" ;
wrong_lkwds = '**' NAME a:'=' => at "var-keyword argument cannot have default value"
  | '**' NAME ',' a:NAME => at "arguments cannot follow var-keyword argument"
  | '**' NAME ',' a:('*' | '**' | '/') => at "arguments cannot follow var-keyword argument" ;
)";

}  // namespace

std::string_view syntax_grammar_text() {
  static const std::string text = std::string(kStatements) + std::string(kPatterns) +
                                  std::string(kExpressions) + std::string(kTargets);
  return text;
}

}  // namespace lockstep
