#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "rule/compare_kinds.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_set.h"
#include "rule/slot_types.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

namespace {

using Kind = PatternNode::Kind;

class Linter {
 public:
  Linter(const RuleSet& rules, std::vector<Diagnostic>& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

  // Settings that are read and that no comparison acts on: an author must not believe that they do something.
  void Settings(absl::string_view compare_as, const std::map<std::string, Setting>& settings) {
    const CompareKind* kind = FindCompareKind(compare_as);
    if (kind == nullptr) return;
    for (const auto& [name, setting] : settings) {
      const SettingKey* key = FindSettingKey(*kind, name);
      if (key != nullptr && !key->acted_on) Warn(setting.at, absl::StrCat("'", name, "' changes nothing yet"));
    }
  }

  // The patterns of one rule or state.
  void Patterns(const std::vector<Pattern>& patterns) {
    std::map<std::string, int> seen;
    for (const Pattern& pattern : patterns) {
      const auto [first, fresh] = seen.emplace(Fold(pattern.text), pattern.at.at.line);
      if (!fresh) Warn(pattern, 0, absl::StrCat("the same pattern stands on line ", first->second, " already"));
      if (pattern.is_regex) {
        Regex(pattern);
        continue;
      }
      std::vector<PatternSyntaxError> errors;
      const PatternSequence sequence = ParsePatternSyntax(pattern.text, errors);
      if (!errors.empty()) continue;
      if (!HasWord(sequence, 0)) Warn(pattern, 0, "a pattern without a word: every sentence with such values runs it");
      Alternatives(pattern, sequence);
    }
  }

  void Entities() {
    std::map<std::string, const EntityDefinition*> by_name;
    std::map<std::string, const EntityDefinition*> by_id;
    for (const EntityDefinition& entity : rules_.entities) {
      by_id.emplace(entity.id, &entity);
      for (const std::string& name : entity.names) {
        const auto [first, fresh] = by_name.emplace(Fold(name), &entity);
        if (!fresh && first->second != &entity) {
          Warn(entity.at, absl::StrCat("the name '", name, "' belongs to the entity '", first->second->id, "' too"));
        }
      }
    }
    for (const EntityDefinition& entity : rules_.entities) Containment(entity, by_id);
  }

 private:
  void Warn(const Pattern& pattern, size_t offset, std::string message) {
    diagnostics_.push_back(PatternProblem(rules_, pattern, offset, std::move(message), Diagnostic::Level::kWarning));
  }

  void Warn(const RuleLocation& at, std::string message) {
    Diagnostic warning;
    warning.level = Diagnostic::Level::kWarning;
    warning.path = rules_.files[at.file];
    warning.at = at.at;
    warning.message = std::move(message);
    const std::string& text = rules_.sources[at.file]->text();
    size_t begin = 0;
    for (int line = 1; line < at.at.line; ++line) begin = text.find('\n', begin) + 1;
    warning.line_text = text.substr(begin, text.find('\n', begin) - begin);
    diagnostics_.push_back(std::move(warning));
  }

  // Whether any text that matches holds a word that the pattern (or a lexicon) says.
  bool HasWord(const PatternSequence& sequence, int depth) const {
    constexpr int kMaxDepth = 24;
    if (depth > kMaxDepth) return true;  // a cycle, an error of its own
    return std::any_of(sequence.begin(), sequence.end(), [&](const PatternNode& node) {
      if (node.optional || node.kind == Kind::kGap) return false;
      if (node.kind == Kind::kWord) return true;
      if (node.kind == Kind::kGroup) {
        return std::all_of(node.alternatives.begin(), node.alternatives.end(),
                           [&](const PatternSequence& alternative) { return HasWord(alternative, depth + 1); });
      }
      return std::all_of(node.types.begin(), node.types.end(),
                         [&](const std::string& type) { return SlotHasWord(node, type, depth); });
    });
  }

  bool SlotHasWord(const PatternNode& node, const std::string& type, int depth) const {
    if (node.source == "lexicon") return true;
    if (node.source == "pattern") {
      const auto found = rules_.patterns.find(type);
      std::vector<PatternSyntaxError> errors;
      return found == rules_.patterns.end() || HasWord(ParsePatternSyntax(found->second.text, errors), depth + 1);
    }
    return rules_.lexicons.contains(type.substr(0, type.find('.'))) || IsEntity(type);
  }

  bool IsEntity(absl::string_view id) const {
    return std::any_of(rules_.entities.begin(), rules_.entities.end(),
                       [id](const EntityDefinition& entity) { return entity.id == id; });
  }

  // An alternative that stands before as well can never be the one that matches.
  void Alternatives(const Pattern& pattern, const PatternSequence& sequence) {
    for (const PatternNode& node : sequence) {
      std::set<std::string> seen;
      for (const PatternSequence& alternative : node.alternatives) {
        const size_t begin = alternative.front().span.begin;
        const std::string text =
            Fold(absl::string_view(pattern.text).substr(begin, alternative.back().span.end - begin));
        if (!seen.insert(text).second) {
          Warn(pattern, begin, absl::StrCat("the alternative '", text, "' can never match: it stands before already"));
        }
        Alternatives(pattern, alternative);
      }
    }
  }

  void Regex(const Pattern& pattern) {
    for (absl::string_view gap : {".*", ".+", "]*", "]+"}) {
      for (size_t at = pattern.text.find(gap.data()); at != std::string::npos;
           at = pattern.text.find(gap.data(), at + 1)) {
        absl::string_view after = absl::string_view(pattern.text).substr(at + gap.size());
        while (absl::StartsWith(after, "(")) after.remove_prefix(1);
        if (absl::StartsWith(after, "\\d") || absl::StartsWith(after, "[0-9") || absl::StartsWith(after, "\\pN")) {
          Warn(pattern, at, "a gap before a digit takes all digits but the last: write a slot such as {number:value}");
        }
      }
    }
  }

  void Containment(const EntityDefinition& entity, const std::map<std::string, const EntityDefinition*>& by_id) {
    std::set<std::string> path;
    for (const EntityDefinition* at = &entity; at != nullptr && !at->part_of.empty();) {
      if (at->part_of == entity.id) {
        Warn(entity.at, absl::StrCat("the entity '", entity.id, "' lies in itself, by way of 'part_of'"));
        return;
      }
      if (!path.insert(at->id).second) return;
      const auto found = by_id.find(at->part_of);
      at = found == by_id.end() ? nullptr : found->second;
    }
  }

  const RuleSet& rules_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void LintRules(const RuleSet& rules, std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  Linter linter(rules, found);
  for (const Rule& rule : rules.rules) {
    linter.Patterns(rule.patterns);
    linter.Patterns(rule.unless);
    linter.Settings(rule.compare_as, rule.settings);
  }
  for (const StatusMachine& status : rules.statuses) {
    linter.Settings("status", status.settings);
    for (const StatusState& state : status.states) {
      linter.Patterns(state.patterns);
      linter.Patterns(state.unless);
    }
  }
  linter.Entities();
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.path, a.at, a.message) < std::tie(b.path, b.at, b.message);
  });
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

}  // namespace crosscheck
