#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rule/did_you_mean.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_builder.h"
#include "rule/slot_types.h"

namespace crosscheck {

namespace {

using Names = std::vector<absl::string_view>;

// What the names in rule files can refer to.
struct KnownNames {
  Names lexicons, attributes, entities, files, patterns;
  Names slot_types;  // types, entity types, entity ids, lexicons: all that {x} can be
};

void SortUnique(Names& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

KnownNames CollectNames(const RuleSet& set) {
  KnownNames known;
  for (const auto& entry : set.lexicons) known.lexicons.emplace_back(entry.first);
  for (const auto& entry : set.patterns) known.patterns.emplace_back(entry.first);
  for (const Rule& rule : set.rules) {
    if (!rule.attribute.empty()) known.attributes.emplace_back(rule.attribute);
  }
  for (const StatusMachine& status : set.statuses) known.attributes.emplace_back(status.id);
  for (const std::string& file : set.files) known.files.emplace_back(file);
  for (const SlotType& type : kSlotTypes) known.slot_types.push_back(type.name);
  known.slot_types.push_back(kAnyValue);
  known.slot_types.push_back(kFreeText);
  for (const EntityDefinition& entity : set.entities) {
    known.entities.emplace_back(entity.id);
    known.slot_types.emplace_back(entity.id);
    known.slot_types.emplace_back(entity.type);
  }
  known.slot_types.insert(known.slot_types.end(), known.lexicons.begin(), known.lexicons.end());
  for (Names* names : {&known.lexicons, &known.attributes, &known.entities, &known.files, &known.slot_types}) {
    SortUnique(*names);
  }
  return known;
}

bool Has(const Names& names, absl::string_view name) { return std::binary_search(names.begin(), names.end(), name); }

// Looks at one pattern's names, and through {pattern:…} for cycles.
class PatternChecker {
 public:
  PatternChecker(const RuleSet& set, const KnownNames& known, std::vector<Diagnostic>& diagnostics)
      : set_(set), known_(known), diagnostics_(diagnostics) {}

  void Check(const Pattern& pattern) {
    pattern_ = &pattern;
    if (pattern.is_regex) {
      CheckRegex(pattern);
      return;
    }
    std::vector<PatternSyntaxError> errors;
    const PatternSequence sequence = ParsePatternSyntax(pattern.text, errors);
    for (const PatternSyntaxError& error : errors) Fail(error.offset, error.message);
    if (errors.empty()) CheckSequence(sequence);
  }

  void CheckCycle(const std::string& name, const Pattern& pattern) {
    pattern_ = &pattern;
    std::vector<std::string> path = {name};
    FindCycle(name, path);
  }

 private:
  void Fail(size_t offset, std::string message) {
    diagnostics_.push_back(PatternProblem(set_, *pattern_, offset, std::move(message)));
  }

  void CheckSequence(const PatternSequence& sequence) {
    for (const PatternNode& node : sequence) {
      if (node.kind == PatternNode::Kind::kSlot) CheckSlot(node);
      for (const PatternSequence& alternative : node.alternatives) CheckSequence(alternative);
    }
  }

  void CheckRegex(const Pattern& pattern) {
    for (size_t at = pattern.text.find('{'); at != std::string::npos; at = pattern.text.find('{', at + 1)) {
      if (!BeginsSlotInRegex(pattern.text, at)) continue;
      PatternNode node;
      std::vector<PatternSyntaxError> errors;
      if (ParseSlotAt(pattern.text, at, node, errors)) CheckSlot(node);
      for (const PatternSyntaxError& error : errors) Fail(error.offset, error.message);
    }
  }

  void CheckSlot(const PatternNode& node) {
    const bool lexicon = node.source == "lexicon";
    const bool reference = node.source == "pattern";
    const Names& names = lexicon ? known_.lexicons : reference ? known_.patterns : known_.slot_types;
    const absl::string_view what = lexicon ? "lexicon" : reference ? "pattern" : "type, entity or lexicon";
    for (size_t i = 0; i < node.types.size(); ++i) {
      if (Has(names, node.types[i]) || IsLexiconGroup(node.types[i], reference)) continue;
      Fail(node.type_spans[i].begin,
           absl::StrCat("unknown ", what, " '", node.types[i], "'", DidYouMean(node.types[i], names)));
    }
  }

  // "direction.rise": one group of a lexicon.
  bool IsLexiconGroup(absl::string_view name, bool reference) const {
    const size_t dot = name.find('.');
    if (reference || dot == absl::string_view::npos) return false;
    const auto lexicon = set_.lexicons.find(std::string(name.substr(0, dot)));
    if (lexicon == set_.lexicons.end()) return false;
    const std::vector<LexiconGroup>& groups = lexicon->second.groups;
    return std::any_of(groups.begin(), groups.end(),
                       [&](const LexiconGroup& group) { return group.name == name.substr(dot + 1); });
  }

  void References(const PatternSequence& sequence, std::set<std::string>& out) const {
    for (const PatternNode& node : sequence) {
      if (node.source == "pattern") out.insert(node.types.begin(), node.types.end());
      for (const PatternSequence& alternative : node.alternatives) References(alternative, out);
    }
  }

  bool FindCycle(const std::string& name, std::vector<std::string>& path) {
    const auto found = set_.patterns.find(name);
    if (found == set_.patterns.end()) return false;
    std::vector<PatternSyntaxError> ignored;
    std::set<std::string> next;
    References(ParsePatternSyntax(found->second.text, ignored), next);
    for (const std::string& other : next) {
      if (other == path.front()) {
        std::string chain;
        for (const std::string& step : path) absl::StrAppend(&chain, step, " -> ");
        Fail(0, absl::StrCat("a named pattern leads back to itself: ", chain, other));
        return true;
      }
      if (std::find(path.begin(), path.end(), other) != path.end()) continue;  // a cycle that others are in
      path.push_back(other);
      if (FindCycle(other, path)) return true;
      path.pop_back();
    }
    return false;
  }

  const RuleSet& set_;
  const KnownNames& known_;
  std::vector<Diagnostic>& diagnostics_;
  const Pattern* pattern_ = nullptr;
};

}  // namespace

void CheckReferences(RuleBuilder& builder) {
  const RuleSet& set = *builder.set;
  const KnownNames known = CollectNames(set);
  for (const Reference& reference : builder.references) {
    struct Row {
      Reference::Kind kind;
      absl::string_view what;
      const Names& names;
    };
    const Row rows[] = {{Reference::Kind::kLexicon, "lexicon", known.lexicons},
                        {Reference::Kind::kAttribute, "attribute", known.attributes},
                        {Reference::Kind::kEntity, "entity", known.entities},
                        {Reference::Kind::kFile, "file", known.files}};
    for (const Row& row : rows) {
      if (row.kind != reference.kind || Has(row.names, reference.name)) continue;
      const std::string message =
          row.kind == Reference::Kind::kFile
              ? absl::StrCat("the imported file '", reference.name, "' was not given")
              : absl::StrCat("unknown ", row.what, " '", reference.name, "'", DidYouMean(reference.name, row.names));
      builder.diagnostics->push_back(set.sources[reference.file]->Problem(reference.offset, message));
    }
  }
}

void CheckPatterns(RuleBuilder& builder) {
  const RuleSet& set = *builder.set;
  const KnownNames known = CollectNames(set);
  PatternChecker checker(set, known, *builder.diagnostics);
  for (const auto& entry : set.patterns) {
    checker.Check(entry.second);
    checker.CheckCycle(entry.first, entry.second);
  }
  for (const Rule& rule : set.rules) {
    for (const Pattern& pattern : rule.patterns) checker.Check(pattern);
    for (const Pattern& pattern : rule.unless) checker.Check(pattern);
  }
  for (const StatusMachine& status : set.statuses) {
    for (const StatusState& state : status.states) {
      for (const Pattern& pattern : state.patterns) checker.Check(pattern);
      for (const Pattern& pattern : state.unless) checker.Check(pattern);
    }
  }
}

}  // namespace crosscheck
