#include "language/ast_dump.h"

#include <utility>
#include <variant>
#include <vector>

#include "text/escape.h"
#include "text/float_text.h"
#include "text/integer_text.h"

// Trees are as deep as chains are long, so what is still to be written waits on a stack of our own.

namespace lockstep {

using namespace ast;

namespace {

std::string_view operator_name(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add: return "Add";
    case BinaryOperator::sub: return "Sub";
    case BinaryOperator::mult: return "Mult";
    case BinaryOperator::mat_mult: return "MatMult";
    case BinaryOperator::div: return "Div";
    case BinaryOperator::mod: return "Mod";
    case BinaryOperator::pow: return "Pow";
    case BinaryOperator::l_shift: return "LShift";
    case BinaryOperator::r_shift: return "RShift";
    case BinaryOperator::bit_or: return "BitOr";
    case BinaryOperator::bit_xor: return "BitXor";
    case BinaryOperator::bit_and: return "BitAnd";
    case BinaryOperator::floor_div: return "FloorDiv";
  }
  return "";
}

std::string_view operator_name(CompareOperator op) {
  switch (op) {
    case CompareOperator::eq: return "Eq";
    case CompareOperator::not_eq_: return "NotEq";
    case CompareOperator::lt: return "Lt";
    case CompareOperator::lt_e: return "LtE";
    case CompareOperator::gt: return "Gt";
    case CompareOperator::gt_e: return "GtE";
    case CompareOperator::is: return "Is";
    case CompareOperator::is_not: return "IsNot";
    case CompareOperator::in: return "In";
    case CompareOperator::not_in: return "NotIn";
  }
  return "";
}

std::string_view operator_name(UnaryOperator op) {
  switch (op) {
    case UnaryOperator::invert: return "Invert";
    case UnaryOperator::not_: return "Not";
    case UnaryOperator::u_add: return "UAdd";
    case UnaryOperator::u_sub: return "USub";
  }
  return "";
}

std::string_view context_name(Context context) {
  switch (context) {
    case Context::load: return "Load()";
    case Context::store: return "Store()";
    case Context::del: return "Del()";
  }
  return "";
}

// repr() of the imaginary number.
std::string imaginary_text(double value) {
  std::string text = float_repr(value);
  if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
  return text + "j";
}

std::string decimal(std::string_view digits, int base) {
  auto value = parse_integer(digits, base, ParsedFrom::text, 0);
  ENSURE(value.has_value());
  auto text = integer_to_text(*value, 10, BasePrefix::none, 0);
  ENSURE(text.has_value());
  return *text;
}

std::string constant_text(const Constant& constant) {
  switch (constant.type) {
    case ConstantType::none: return "None";
    case ConstantType::true_: return "True";
    case ConstantType::false_: return "False";
    case ConstantType::ellipsis: return "Ellipsis";
    case ConstantType::integer: return std::to_string(constant.integer);
    case ConstantType::big_integer: return decimal(constant.text, constant.base);
    case ConstantType::floating: return float_repr(constant.number);
    case ConstantType::imaginary: return imaginary_text(constant.number);
    case ConstantType::string: return string_repr(constant.text);
    case ConstantType::bytes: return bytes_repr(constant.text);
  }
  return "";
}

class Dumper {
 public:
  explicit Dumper(DumpAttributes attributes) : attributes_(attributes) {}

  std::string dump(const Node& root) {
    pending_.push_back(&root);
    while (!pending_.empty()) {
      Piece piece = std::move(pending_.back());
      pending_.pop_back();
      if (const auto* text = std::get_if<std::string>(&piece)) {
        result_ += *text;
        continue;
      }
      const Node& node = *std::get<const Node*>(piece);
      begin(node);
      add_fields(node);
      end(node);
    }
    return std::move(result_);
  }

 private:
  using Piece = std::variant<std::string, const Node*>;

  void begin(const Node& node) {
    pieces_.clear();
    text_ = std::string(kind_name(node.kind)) + "(";
    is_first_ = true;
  }

  void end(const Node& node) {
    if (attributes_ == DumpAttributes::yes && node.span.line > 0) {
      name("lineno") += std::to_string(node.span.line);
      name("col_offset") += std::to_string(node.span.column);
      name("end_lineno") += std::to_string(node.span.end_line);
      name("end_col_offset") += std::to_string(node.span.end_column);
    }
    text_ += ")";
    pieces_.push_back(std::move(text_));
    for (size_t i = pieces_.size(); i-- > 0;) pending_.push_back(std::move(pieces_[i]));
  }

  // Begins a field; its value goes to the result.
  std::string& name(std::string_view field) {
    if (!is_first_) text_ += ", ";
    is_first_ = false;
    text_ += field;
    text_ += "=";
    return text_;
  }

  void child(const Node& node) {
    pieces_.push_back(std::move(text_));
    text_.clear();
    pieces_.push_back(&node);
  }

  void add(std::string_view field, const Node* node) {
    if (node == nullptr) return;
    name(field);
    child(*node);
  }

  void add_identifier(std::string_view field, Identifier text) {
    if (text.data() != nullptr) name(field) += string_repr(text);
  }

  template <class T>
  void add_list(std::string_view field, Sequence<T> nodes) {
    name(field) += "[";
    for (size_t i = 0; i < nodes.size(); ++i) {
      if (i > 0) text_ += ", ";
      if (nodes[i] != nullptr) {
        child(*nodes[i]);
      } else {
        text_ += "None";
      }
    }
    text_ += "]";
  }

  void add_identifiers(std::string_view field, std::span<const Identifier> names) {
    name(field) += "[";
    for (size_t i = 0; i < names.size(); ++i) {
      if (i > 0) text_ += ", ";
      text_ += string_repr(names[i]);
    }
    text_ += "]";
  }

  void add_context(Context context) { name("ctx") += context_name(context); }

  void add_fields(const Node& node);
  void add_statement_fields(const Node& node);
  void add_expression_fields(const Node& node);
  void add_pattern_fields(const Node& node);

  void add_function(const FunctionBase& function) {
    add_identifier("name", function.name);
    add("args", function.args);
    add_list("body", function.body);
    add_list("decorator_list", function.decorator_list);
    add("returns", function.returns);
  }
  void add_for(const ForBase& loop) {
    add("target", loop.target);
    add("iter", loop.iter);
    add_list("body", loop.body);
    add_list("orelse", loop.orelse);
  }
  void add_with(const WithBase& with) {
    add_list("items", with.items);
    add_list("body", with.body);
  }
  void add_try(const TryBase& statement) {
    add_list("body", statement.body);
    add_list("handlers", statement.handlers);
    add_list("orelse", statement.orelse);
    add_list("finalbody", statement.finalbody);
  }
  void add_comprehension(const ComprehensionBase& comprehension) {
    add("elt", comprehension.elt);
    add_list("generators", comprehension.generators);
  }

  DumpAttributes attributes_;
  std::string result_;
  std::vector<Piece> pending_;
  // The node at hand.
  std::vector<Piece> pieces_;
  std::string text_;
  bool is_first_ = true;
};

void Dumper::add_fields(const Node& node) {
  switch (node.kind) {
    case NodeKind::module:
      add_list("body", as<Module>(node).body);
      name("type_ignores") += "[]";
      break;
    case NodeKind::expression: add("body", as<Expression>(node).body); break;
    case NodeKind::comprehension: {
      const auto& clause = as<Comprehension>(node);
      add("target", clause.target);
      add("iter", clause.iter);
      add_list("ifs", clause.ifs);
      name("is_async") += clause.is_async ? "1" : "0";
      break;
    }
    case NodeKind::except_handler: {
      const auto& handler = as<ExceptHandler>(node);
      add("type", handler.type);
      add_identifier("name", handler.name);
      add_list("body", handler.body);
      break;
    }
    case NodeKind::arguments: {
      const auto& arguments = as<Arguments>(node);
      add_list("posonlyargs", arguments.posonlyargs);
      add_list("args", arguments.args);
      add("vararg", arguments.vararg);
      add_list("kwonlyargs", arguments.kwonlyargs);
      add_list("kw_defaults", arguments.kw_defaults);
      add("kwarg", arguments.kwarg);
      add_list("defaults", arguments.defaults);
      break;
    }
    case NodeKind::arg:
      add_identifier("arg", as<Arg>(node).arg);
      add("annotation", as<Arg>(node).annotation);
      break;
    case NodeKind::keyword:
      add_identifier("arg", as<Keyword>(node).arg);
      add("value", as<Keyword>(node).value);
      break;
    case NodeKind::alias:
      add_identifier("name", as<Alias>(node).name);
      add_identifier("asname", as<Alias>(node).asname);
      break;
    case NodeKind::with_item:
      add("context_expr", as<WithItem>(node).context_expr);
      add("optional_vars", as<WithItem>(node).optional_vars);
      break;
    case NodeKind::match_case:
      add("pattern", as<MatchCase>(node).pattern);
      add("guard", as<MatchCase>(node).guard);
      add_list("body", as<MatchCase>(node).body);
      break;
    default:
      if (node.kind <= NodeKind::continue_) {
        add_statement_fields(node);
      } else if (node.kind <= NodeKind::slice) {
        add_expression_fields(node);
      } else {
        add_pattern_fields(node);
      }
  }
}

void Dumper::add_statement_fields(const Node& node) {
  switch (node.kind) {
    case NodeKind::function_def: add_function(as<FunctionDef>(node)); break;
    case NodeKind::async_function_def: add_function(as<AsyncFunctionDef>(node)); break;
    case NodeKind::class_def: {
      const auto& definition = as<ClassDef>(node);
      add_identifier("name", definition.name);
      add_list("bases", definition.bases);
      add_list("keywords", definition.keywords);
      add_list("body", definition.body);
      add_list("decorator_list", definition.decorator_list);
      break;
    }
    case NodeKind::return_: add("value", as<Return>(node).value); break;
    case NodeKind::delete_: add_list("targets", as<Delete>(node).targets); break;
    case NodeKind::assign:
      add_list("targets", as<Assign>(node).targets);
      add("value", as<Assign>(node).value);
      break;
    case NodeKind::aug_assign: {
      const auto& assignment = as<AugAssign>(node);
      add("target", assignment.target);
      (name("op") += operator_name(assignment.op)) += "()";
      add("value", assignment.value);
      break;
    }
    case NodeKind::ann_assign: {
      const auto& assignment = as<AnnAssign>(node);
      add("target", assignment.target);
      add("annotation", assignment.annotation);
      add("value", assignment.value);
      name("simple") += assignment.simple ? "1" : "0";
      break;
    }
    case NodeKind::for_: add_for(as<For>(node)); break;
    case NodeKind::async_for: add_for(as<AsyncFor>(node)); break;
    case NodeKind::while_: {
      const auto& loop = as<While>(node);
      add("test", loop.test);
      add_list("body", loop.body);
      add_list("orelse", loop.orelse);
      break;
    }
    case NodeKind::if_: {
      const auto& statement = as<If>(node);
      add("test", statement.test);
      add_list("body", statement.body);
      add_list("orelse", statement.orelse);
      break;
    }
    case NodeKind::with: add_with(as<With>(node)); break;
    case NodeKind::async_with: add_with(as<AsyncWith>(node)); break;
    case NodeKind::match:
      add("subject", as<Match>(node).subject);
      add_list("cases", as<Match>(node).cases);
      break;
    case NodeKind::raise:
      add("exc", as<Raise>(node).exc);
      add("cause", as<Raise>(node).cause);
      break;
    case NodeKind::try_: add_try(as<Try>(node)); break;
    case NodeKind::try_star: add_try(as<TryStar>(node)); break;
    case NodeKind::assert_:
      add("test", as<Assert>(node).test);
      add("msg", as<Assert>(node).msg);
      break;
    case NodeKind::import: add_list("names", as<Import>(node).names); break;
    case NodeKind::import_from:
      add_identifier("module", as<ImportFrom>(node).module);
      add_list("names", as<ImportFrom>(node).names);
      name("level") += std::to_string(as<ImportFrom>(node).level);
      break;
    case NodeKind::global: add_identifiers("names", as<Global>(node).names); break;
    case NodeKind::nonlocal: add_identifiers("names", as<Nonlocal>(node).names); break;
    case NodeKind::expr: add("value", as<Expr>(node).value); break;
    default: break;
  }
}

void Dumper::add_expression_fields(const Node& node) {
  switch (node.kind) {
    case NodeKind::bool_op:
      name("op") += as<BoolOp>(node).op == BoolOperator::and_ ? "And()" : "Or()";
      add_list("values", as<BoolOp>(node).values);
      break;
    case NodeKind::named_expr:
      add("target", as<NamedExpr>(node).target);
      add("value", as<NamedExpr>(node).value);
      break;
    case NodeKind::bin_op: {
      const auto& operation = as<BinOp>(node);
      add("left", operation.left);
      (name("op") += operator_name(operation.op)) += "()";
      add("right", operation.right);
      break;
    }
    case NodeKind::unary_op:
      (name("op") += operator_name(as<UnaryOp>(node).op)) += "()";
      add("operand", as<UnaryOp>(node).operand);
      break;
    case NodeKind::lambda:
      add("args", as<Lambda>(node).args);
      add("body", as<Lambda>(node).body);
      break;
    case NodeKind::if_exp: {
      const auto& conditional = as<IfExp>(node);
      add("test", conditional.test);
      add("body", conditional.body);
      add("orelse", conditional.orelse);
      break;
    }
    case NodeKind::dict:
      add_list("keys", as<Dict>(node).keys);
      add_list("values", as<Dict>(node).values);
      break;
    case NodeKind::set: add_list("elts", as<Set>(node).elts); break;
    case NodeKind::list_comp: add_comprehension(as<ListComp>(node)); break;
    case NodeKind::set_comp: add_comprehension(as<SetComp>(node)); break;
    case NodeKind::generator_exp: add_comprehension(as<GeneratorExp>(node)); break;
    case NodeKind::dict_comp: {
      const auto& comprehension = as<DictComp>(node);
      add("key", comprehension.key);
      add("value", comprehension.value);
      add_list("generators", comprehension.generators);
      break;
    }
    case NodeKind::await: add("value", as<Await>(node).value); break;
    case NodeKind::yield: add("value", as<Yield>(node).value); break;
    case NodeKind::yield_from: add("value", as<YieldFrom>(node).value); break;
    case NodeKind::compare: {
      const auto& comparison = as<Compare>(node);
      add("left", comparison.left);
      name("ops") += "[";
      for (size_t i = 0; i < comparison.ops.size(); ++i) {
        if (i > 0) text_ += ", ";
        (text_ += operator_name(comparison.ops[i])) += "()";
      }
      text_ += "]";
      add_list("comparators", comparison.comparators);
      break;
    }
    case NodeKind::call: {
      const auto& call = as<Call>(node);
      add("func", call.func);
      add_list("args", call.args);
      add_list("keywords", call.keywords);
      break;
    }
    case NodeKind::formatted_value: {
      const auto& field = as<FormattedValue>(node);
      add("value", field.value);
      name("conversion") += std::to_string(field.conversion);
      add("format_spec", field.format_spec);
      break;
    }
    case NodeKind::joined_str: add_list("values", as<JoinedStr>(node).values); break;
    case NodeKind::constant:
      name("value") += constant_text(as<Constant>(node));
      if (as<Constant>(node).unicode_prefix) name("kind") += "'u'";
      break;
    case NodeKind::attribute: {
      const auto& attribute = as<Attribute>(node);
      add("value", attribute.value);
      add_identifier("attr", attribute.attr);
      add_context(attribute.ctx);
      break;
    }
    case NodeKind::subscript: {
      const auto& subscript = as<Subscript>(node);
      add("value", subscript.value);
      add("slice", subscript.slice);
      add_context(subscript.ctx);
      break;
    }
    case NodeKind::starred:
      add("value", as<Starred>(node).value);
      add_context(as<Starred>(node).ctx);
      break;
    case NodeKind::name:
      add_identifier("id", as<Name>(node).id);
      add_context(as<Name>(node).ctx);
      break;
    case NodeKind::list:
      add_list("elts", as<List>(node).elts);
      add_context(as<List>(node).ctx);
      break;
    case NodeKind::tuple:
      add_list("elts", as<Tuple>(node).elts);
      add_context(as<Tuple>(node).ctx);
      break;
    case NodeKind::slice: {
      const auto& slice = as<Slice>(node);
      add("lower", slice.lower);
      add("upper", slice.upper);
      add("step", slice.step);
      break;
    }
    default: break;
  }
}

void Dumper::add_pattern_fields(const Node& node) {
  switch (node.kind) {
    case NodeKind::match_value: add("value", as<MatchValue>(node).value); break;
    case NodeKind::match_singleton: {
      Constant constant{};
      constant.type = as<MatchSingleton>(node).value;
      name("value") += constant_text(constant);
      break;
    }
    case NodeKind::match_sequence:
      add_list("patterns", as<MatchSequence>(node).patterns);
      break;
    case NodeKind::match_mapping: {
      const auto& mapping = as<MatchMapping>(node);
      add_list("keys", mapping.keys);
      add_list("patterns", mapping.patterns);
      add_identifier("rest", mapping.rest);
      break;
    }
    case NodeKind::match_class: {
      const auto& pattern = as<MatchClass>(node);
      add("cls", pattern.cls);
      add_list("patterns", pattern.patterns);
      add_identifiers("kwd_attrs", pattern.kwd_attrs);
      add_list("kwd_patterns", pattern.kwd_patterns);
      break;
    }
    case NodeKind::match_star: add_identifier("name", as<MatchStar>(node).name); break;
    case NodeKind::match_as:
      add("pattern", as<MatchAs>(node).pattern);
      add_identifier("name", as<MatchAs>(node).name);
      break;
    case NodeKind::match_or: add_list("patterns", as<MatchOr>(node).patterns); break;
    default: break;
  }
}

}  // namespace

std::string dump(const Node& node, DumpAttributes attributes) {
  return Dumper(attributes).dump(node);
}

}  // namespace lockstep
