#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "base/utf8.h"
#include "english/english.h"
#include "rule/pattern_captures.h"
#include "rule/pattern_syntax.h"
#include "rule/rule_builder.h"
#include "rule/slot_types.h"

// What a rule file says that can never come to anything, or that costs every sentence: patterns that make no claim,
// captures that nobody uses, alternatives that stand before already, patterns without a word, gaps that eat a number,
// names that two entities have.
namespace crosscheck {

namespace {

using Kind = PatternNode::Kind;
constexpr absl::string_view kScopeNames[] = {"period", "place", "inclusion", "edition", "event"};

class ReachChecker {
 public:
  ReachChecker(const RuleSet& rules, std::vector<Diagnostic>& diagnostics) : rules_(rules), diagnostics_(diagnostics) {
    for (const EntityDefinition& entity : rules.entities) entities_.insert(entity.id);
  }

  void Run() {
    for (const auto& entry : rules_.patterns) CheckOne(entry.second, false);
    for (const Rule& rule : rules_.rules) {
      Patterns(rule.patterns, true);
      Patterns(rule.unless, false);
      for (const Pattern& pattern : rule.patterns) Claims(rule, pattern);
      NoCaptures(rule.unless, "under 'unless'");
    }
    for (const StatusMachine& status : rules_.statuses) {
      for (const StatusState& state : status.states) {
        Patterns(state.patterns, true);
        Patterns(state.unless, false);
        NoCaptures(state.patterns, "in a state");
        NoCaptures(state.unless, "under 'unless'");
      }
    }
    Entities();
  }

 private:
  void Fail(const Pattern& pattern, size_t offset, std::string message) {
    diagnostics_.push_back(PatternProblem(rules_, pattern, offset, std::move(message)));
  }

  // ---- Captures ----

  void NoCaptures(const std::vector<Pattern>& patterns, absl::string_view where) {
    for (const Pattern& pattern : patterns) {
      for (const PatternCapture& capture : CapturesIn(pattern, rules_)) {
        if (!capture.named || !capture.by.empty()) continue;
        Fail(pattern, capture.offset, absl::StrCat("unused capture '", capture.name, "': nothing is captured ", where));
      }
    }
  }

  // Whether the pattern makes a claim, and all that it captures is of use.
  void Claims(const Rule& rule, const Pattern& pattern) {
    std::vector<PatternSyntaxError> errors;
    if (!pattern.is_regex) ParsePatternSyntax(pattern.text, errors);
    bool value = !errors.empty();  // with mistakes it cannot be told
    for (const PatternCapture& capture : CapturesIn(pattern, rules_)) {
      if (capture.name == "value") {
        value = true;
        Value(rule, pattern, capture);
      } else if (capture.name == "subject") {
        if (!rule.subject.empty() && rule.subject.front() == '=') {
          Unused(pattern, capture, "the rule has a constant subject");
        }
      } else if (capture.named && !IsUsed(rule, capture.name)) {
        Unused(pattern, capture,
               absl::StrCat("a claim takes value, subject, ", absl::StrJoin(kScopeNames, ", "),
                            ", and what its message names"));
      }
    }
    if (!value && rule.value.empty()) {
      Fail(pattern, 0,
           "this pattern makes no claim: no slot is called value, as in {money:value}, and the rule has no 'value'");
    }
  }

  void Unused(const Pattern& pattern, const PatternCapture& capture, absl::string_view why) {
    const std::string by = capture.by.empty() ? "" : absl::StrCat(" of the pattern '", capture.by, "'");
    Fail(pattern, capture.offset, absl::StrCat("unused capture '", capture.name, "'", by, ": ", why));
  }

  static bool IsUsed(const Rule& rule, const std::string& name) {
    if (std::find(std::begin(kScopeNames), std::end(kScopeNames), name) != std::end(kScopeNames)) return true;
    return absl::StrContains(absl::StrCat(rule.message, rule.ask), absl::StrCat(".", name, "}"));
  }

  // A comparison of figures needs a figure, and one of its own kind.
  void Value(const Rule& rule, const Pattern& pattern, const PatternCapture& capture) {
    if (!rule.value.empty()) {
      Unused(pattern, capture, "the rule has a constant value");
      return;
    }
    const CompareKind* kind = FindCompareKind(rule.compare_as, false);
    if (kind == nullptr || kind->captures.empty()) return;
    const std::vector<absl::string_view> wanted = SplitChoices(kind->captures);
    for (const std::string& type : capture.types) {
      const bool fits = type == kAnyValue || std::find(wanted.begin(), wanted.end(), type) != wanted.end();
      const bool known = capture.phrase || entities_.count(type) > 0 || IsKnownType(type);
      if (fits || !known) continue;
      Fail(pattern, capture.offset,
           absl::StrCat("the comparison '", kind->name, "' is of ", absl::StrJoin(wanted, " or "), ", not of '", type,
                        "'"));
    }
  }

  static bool IsKnownType(absl::string_view type) {
    return std::any_of(std::begin(kSlotTypes), std::end(kSlotTypes),
                       [type](const SlotType& known) { return known.name == type; });
  }

  // ---- Patterns ----

  // The patterns of one rule or state. Those that are looked for in every sentence (`searched`) need a word.
  void Patterns(const std::vector<Pattern>& patterns, bool searched) {
    std::map<std::string, int> seen;
    for (const Pattern& pattern : patterns) {
      const auto [first, fresh] = seen.emplace(Fold(pattern.text), pattern.at.at.line);
      if (!fresh) Fail(pattern, 0, absl::StrCat("the same pattern stands on line ", first->second, " already"));
      CheckOne(pattern, searched);
    }
  }

  void CheckOne(const Pattern& pattern, bool searched) {
    if (pattern.is_regex) {
      Regex(pattern, searched);
      return;
    }
    std::vector<PatternSyntaxError> errors;
    const PatternSequence sequence = ParsePatternSyntax(pattern.text, errors);
    if (!errors.empty()) return;
    if (searched && !HasWord(sequence, 0)) Fail(pattern, 0, kNoWord);
    Alternatives(pattern, sequence);
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
    return rules_.lexicons.contains(type.substr(0, type.find('.'))) || entities_.count(type) > 0 ||
           !IsAnyType(type);  // an unknown one is an error of its own
  }

  bool IsAnyType(absl::string_view type) const {
    return IsKnownType(type) || type == kAnyValue || type == kFreeText ||
           std::any_of(rules_.entities.begin(), rules_.entities.end(),
                       [type](const EntityDefinition& entity) { return entity.type == type; });
  }

  // An alternative that stands before as well, or is an inflection of one that does, can never be the one that matches.
  void Alternatives(const Pattern& pattern, const PatternSequence& sequence) {
    for (const PatternNode& node : sequence) {
      std::set<std::string> seen;
      std::map<std::string, std::string> inflections;
      for (const PatternSequence& alternative : node.alternatives) {
        if (alternative.empty()) continue;
        const size_t begin = alternative.front().span.begin;
        const std::string text =
            Fold(absl::string_view(pattern.text).substr(begin, alternative.back().span.end - begin));
        const bool word = alternative.size() == 1 && alternative.front().kind == Kind::kWord && !node.inflected;
        if (!seen.insert(text).second) {
          Fail(pattern, begin, absl::StrCat("the alternative '", text, "' can never match: it stands before already"));
        } else if (const auto by = inflections.find(text); word && by != inflections.end()) {
          Fail(pattern, begin,
               absl::StrCat("the alternative '", text, "' can never match: '", by->second, "' stands before it"));
        }
        if (word && alternative.front().inflected && node.alternatives.size() > 1) {
          for (const std::string& form : english::Inflections(alternative.front().word))
            inflections.emplace(form, text);
        }
        Alternatives(pattern, alternative);
      }
    }
  }

  // ---- Regular expressions ----

  void Regex(const Pattern& pattern, bool searched) {
    for (absl::string_view gap : {".*", ".+", "]*", "]+"}) {
      for (size_t at = pattern.text.find(gap.data()); at != std::string::npos;
           at = pattern.text.find(gap.data(), at + 1)) {
        absl::string_view after = absl::string_view(pattern.text).substr(at + gap.size());
        while (absl::StartsWith(after, "(")) after.remove_prefix(1);
        for (absl::string_view mark : {"?P<value>", "?:"}) {
          if (absl::ConsumePrefix(&after, mark)) break;
        }
        if (absl::StartsWith(after, "\\d") || absl::StartsWith(after, "[0-9") || absl::StartsWith(after, "\\pN")) {
          Fail(pattern, at, "a gap before a digit takes all digits but the last: write a slot such as {number:value}");
        }
      }
    }
    if (searched && !RegexHasWord(pattern.text)) Fail(pattern, 0, kNoWord);
  }

  // Whether a regular expression holds two letters that stand for themselves, or a slot with words. What it has in
  // classes, escapes and names of groups does not count.
  bool RegexHasWord(const std::string& text) const {
    int run = 0;
    for (size_t at = 0; at < text.size(); ++at) {
      PatternNode node;
      std::vector<PatternSyntaxError> ignored;
      if (BeginsSlotInRegex(text, at) && ParseSlotAt(text, at, node, ignored)) {
        if (std::all_of(node.types.begin(), node.types.end(),
                        [&](const std::string& type) { return SlotHasWord(node, type, 0); })) {
          return true;
        }
        at = node.span.end - 1;
        run = 0;
      } else if (absl::StartsWith(absl::string_view(text).substr(at), "(?P<")) {
        at = std::min(text.find('>', at), text.size());
        run = 0;
      } else if (text[at] == '\\') {
        const bool braced = at + 2 < text.size() && text[at + 2] == '{';
        at = braced ? std::min(text.find('}', at), text.size()) : at + 1;
        run = 0;
      } else if (text[at] == '[') {
        at = std::min(text.find(']', at + 2), text.size());
        run = 0;
      } else {
        const auto byte = static_cast<unsigned char>(text[at]);
        run = absl::ascii_isalpha(byte) || byte >= 0x80 ? run + 1 : 0;
        if (run >= 2) return true;
      }
    }
    return false;
  }

  // ---- Entities ----

  void Entities() {
    std::map<std::string, const EntityDefinition*> by_name;
    std::map<std::string, const EntityDefinition*> by_id;
    for (const EntityDefinition& entity : rules_.entities) {
      by_id.emplace(entity.id, &entity);
      for (const std::string& name : entity.names) {
        const auto [first, fresh] = by_name.emplace(Fold(name), &entity);
        if (fresh || first->second == &entity) continue;
        FailAt(entity.at, absl::StrCat("the name '", name, "' belongs to the entity '", first->second->id, "' too"));
      }
    }
    for (const EntityDefinition& entity : rules_.entities) Containment(entity, by_id);
  }

  void Containment(const EntityDefinition& entity, const std::map<std::string, const EntityDefinition*>& by_id) {
    std::set<std::string> path;
    for (const EntityDefinition* at = &entity; at != nullptr && !at->part_of.empty();) {
      if (at->part_of == entity.id) {
        FailAt(entity.at, absl::StrCat("the entity '", entity.id, "' lies in itself, by way of 'part_of'"));
        return;
      }
      if (!path.insert(at->id).second) return;
      const auto found = by_id.find(at->part_of);
      at = found == by_id.end() ? nullptr : found->second;
    }
  }

  void FailAt(const RuleLocation& at, std::string message) {
    diagnostics_.push_back(ProblemAt(rules_, at, std::move(message), Diagnostic::Level::kError));
  }

  static constexpr char kNoWord[] = "a pattern without a word: every sentence would have to run it";

  const RuleSet& rules_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::string> entities_;
};

}  // namespace

void CheckReach(RuleBuilder& builder) { ReachChecker(*builder.set, *builder.diagnostics).Run(); }

}  // namespace crosscheck
