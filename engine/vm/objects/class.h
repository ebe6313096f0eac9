#pragma once

#include "vm/object.h"
#include "vm/special.h"

namespace lockstep {

struct ArrayObject;
struct DictObject;
struct StrObject;
struct TupleObject;

// The attributes an object keeps for itself. As long as it gains them in the order its class has
// seen before, they are values in `slots`, placed by the class's layout; anything unusual (another
// order, a deletion, use of __dict__) moves them to a dict for good.
struct Attributes {
  Object* backing = nullptr;         // null, an ArrayObject (slots), or a DictObject
  uint32_t count = 0;                // slots in use: the first `count` of the class's layout
  uint32_t padding = 0;

  bool in_dict() const { return backing != nullptr && backing->kind == Kind::dict; }
};

// An object of a class whose layout has nothing builtin.
struct InstanceObject : Object {
  static constexpr Kind kKind = Kind::instance;

  Attributes attributes;
};

// A class, builtin (immortal) or of the script.
struct ClassObject : Object {
  static constexpr Kind kKind = Kind::class_;

  enum ClassFlag : uint32_t {
    kBuiltin = 1,
    kHasDict = 2,                    // its objects can have any attribute
    kSubclassable = 4,
    kException = 8,                  // derives from BaseException
    kHasGetAttribute = 16,           // a script __getattribute__ in the mro
    kHasGetAttr = 32,                // a script __getattr__
    kHasSetAttr = 64,                // a script __setattr__ or __delattr__
    kHasNew = 128,                   // a script __new__
    kIsAbstract = 256,               // has abstract methods: cannot be instantiated
    kHasInstanceCheck = 512,         // (a metaclass) script __instancecheck__ or __subclasscheck__
    kHasCall = 1024,                 // (a metaclass) script __call__
    kHasDescriptorGet = 2048,        // __get__: its objects are descriptors
    kHasDescriptorSet = 4096,        // __set__ or __delete__: data descriptors
    kImmutableKind = 8192,           // __new__ takes the arguments (int, str, tuple ...)
    kSequencePattern = 16384,        // matches sequence patterns
    kMappingPattern = 32768,         // matches mapping patterns
    kUnhashable = 65536,             // __hash__ is None
    kNamesModule = 131072,           // `name` begins with the module's, as of CPython's classes in C
  };

  StrObject* name = nullptr;
  StrObject* qualified_name = nullptr;
  Value module;
  ClassObject* base = nullptr;       // the base that decides the layout; null for object
  TupleObject* bases = nullptr;
  TupleObject* mro = nullptr;        // itself first
  DictObject* attributes = nullptr;  // its own namespace
  DictObject* layout = nullptr;      // attribute name -> slot of its objects, in the order first seen; null for builtin ones
  ArrayObject* subclasses = nullptr; // of the script, `subclass_count` of them
  uint32_t subclass_count = 0;
  uint32_t version = 0;              // no two classes of a run share one; renewed when it or a base changes
  uint32_t class_flags = 0;
  Kind object_kind = Kind::instance; // of its objects
  SpecialSet overridden;             // the special methods a script class in the mro defines

  bool has(uint32_t flag) const { return (class_flags & flag) != 0; }
};

// A slot named in __slots__, or an attribute of a builtin class computed by C++.
struct NativeAttribute;
struct MemberObject : Object {
  static constexpr Kind kKind = Kind::member;

  StrObject* name;
  ClassObject* owner;
  const NativeAttribute* native;     // null: a slot of __slots__
};

}  // namespace lockstep
