#ifndef CROSSCHECK_RULE_EXTENDS_H_
#define CROSSCHECK_RULE_EXTENDS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rule/field_reader.h"
#include "rule/rule_keys.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

// A rule as its file has it, so that others can extend it.
struct WrittenRule {
  const YamlNode* node = nullptr;
  uint32_t file = 0;
  bool aligned = false;
};

// All rules of all files by id (the first of those that share one), and the rules that come of `extends`.
//   extends: base      every key of `base` but id and tests, where this rule has none of its own
//   key: …             in place of what is inherited
//   key+: …            added to the inherited list, or put into the inherited map
//   key-: …            taken out of the inherited list, or of the keys of the inherited map
class InheritedRules {
 public:
  // Adds the rules of one file. Its tree must outlive this.
  void Collect(const YamlNode& root, uint32_t file);
  const WrittenRule* Find(const std::string& id) const;

  // `written`, which has `extends`, with what it inherits. Offsets of nodes say which file they come from. Complains of
  // unknown bases and cycles (then nullopt), and of changes to what is not there. What is wrong with an inherited value
  // is said where it was written.
  std::optional<YamlNode> Merge(const YamlNode& written, const KeyTable& keys, FieldReader& fields) const;

 private:
  std::optional<YamlNode> MergeFrom(const YamlNode& written, uint32_t file, const KeyTable& keys,
                                    std::vector<std::string>& path, FieldReader* fields) const;
  std::map<std::string, WrittenRule> rules_;
};

// Complains of each key below `node` that nobody has read: it has no effect.
void RequireAllRead(const YamlNode& node, FieldReader& fields);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_EXTENDS_H_
