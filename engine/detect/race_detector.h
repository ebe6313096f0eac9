#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "detect/finding.h"
#include "detect/happens_before.h"
#include "detect/run_facts.h"

namespace lockstep {

// A step of script code that reads or writes something that threads may share.
struct DataAccess {
  enum class Sort : uint8_t { global, cell, attribute, item };

  Sort sort = Sort::global;
  bool writes = false;
  uint32_t task = 0;
  int32_t line = 0;
  uint32_t object = 0;           // the number of what holds it
  uint32_t detail = 0;           // which part; 0: the object as a whole
};

// Finds pairs of accesses to the same data that nothing orders, one of which at least writes.
class RaceDetector {
 public:
  struct Race {
    struct Place {
      uint32_t task = 0;
      int32_t line = 0;
      bool writes = false;
    };
    Place first, second;         // in the order they were made
  };

  // The pair that the access makes with an earlier one, if nobody was told of such a pair yet. `is_data` is asked
  // only when there is a pair.
  template <class IsData>
  std::vector<Race> access(HappensBefore& order, const DataAccess& access, IsData is_data) {
    found_.clear();
    look(order, access);
    if (found_.empty() || !is_data()) return {};
    std::vector<Race> fresh;
    for (const Race& race : found_) {
      if (is_new(race, access)) fresh.push_back(race);
    }
    return fresh;
  }

  size_t bytes() const { return variables_.size() * 160 + containers_.size() * 200; }

 private:
  struct Access {
    Epoch epoch;
    int32_t line = 0;
  };
  struct Write {
    Knowledge known;             // to the writer, when it wrote
    int32_t line = 0;
  };
  struct Variable {
    Write write;                 // the last one
    std::vector<Access> reads;   // since then, the last one of each thread that may be unordered with a write
  };
  // What was done to the items of an object, by thread: for whoever looks at all of it.
  struct Container {
    Variable whole;
    std::vector<Write> writes;
    std::vector<Access> reads;
  };

  void look(HappensBefore& order, const DataAccess& access);
  void look_at_item(HappensBefore& order, const DataAccess& access);
  void check_write(HappensBefore& order, const Write& write, const DataAccess& access);
  void check_reads(HappensBefore& order, const std::vector<Access>& reads, const DataAccess& access);
  void use(HappensBefore& order, Variable& variable, const DataAccess& access);
  bool is_new(const Race& race, const DataAccess& access);

  std::unordered_map<uint64_t, Variable> variables_;
  std::unordered_map<uint32_t, Container> containers_;
  std::set<std::tuple<int32_t, int32_t, uint32_t, uint32_t>> known_;
  std::vector<Race> found_;
};

Finding finding_of(const RaceDetector::Race& race, const std::string& object, const std::string& first_thread,
                   const std::string& second_thread);

}  // namespace lockstep
