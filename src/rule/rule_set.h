#ifndef CROSSCHECK_RULE_RULE_SET_H_
#define CROSSCHECK_RULE_RULE_SET_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "crosscheck/document.h"
#include "crosscheck/judgement.h"
#include "crosscheck/rules.h"
#include "crosscheck/text_span.h"

namespace crosscheck {

class SourceText;                  // rule/yaml_reader.h
enum class ScalarStyle : uint8_t;  // rule/yaml_reader.h

// Where something of a rule file was written.
struct RuleLocation {
  uint32_t file = 0;  // index into RuleSet::files
  LineColumn at;
};

// A word list. A flat list is one group named "". Groups keep the order of the file (ladders rely on it).
struct LexiconGroup {
  std::string name;
  std::vector<std::string> phrases;  // folded; every inflection of "word~" is spelt out; sorted, each once
};
struct Lexicon {
  std::string name;
  std::vector<LexiconGroup> groups;
  RuleLocation at;
};

struct OfficeHolder {
  std::string name;                        // "Donald Trump"
  std::optional<absl::CivilDay> from, to;  // in office from the first up to, not on, the second
};
struct EntityDefinition {
  std::string id;
  std::string type;                   // "org", "person", "place", "office", "product", …
  std::vector<std::string> names;     // as written; the first is what reports show
  std::vector<OfficeHolder> holders;  // offices only, in order of time
  std::string part_of;                // id of the entity that this one lies in; ""
  RuleLocation at;
};

// A claim pattern as the author wrote it. The match module compiles it.
struct Pattern {
  std::string text;
  bool is_regex = false;  // raw RE2 over the abstracted segment
  RuleLocation at;        // of the first character of `text`
  std::string state;      // for statuses: the state that a match means; else ""
  size_t offset = 0;      // byte of the file where its scalar begins, and how that is written: for carets
  ScalarStyle style{};
};

// What an example wants: a claim at each mark, or, where it has no mark, none.
inline constexpr char kWantClaim[] = "claim";
inline constexpr char kWantNoClaim[] = "no claim";

struct TestExpectation {
  std::string name;
  std::vector<std::pair<std::string, std::string>>
      documents;                                  // name, text with <<…>> around asserted spans; in file order
  std::map<std::string, std::string> published;   // by document name; ISO days
  std::map<std::string, std::string> publishers;  // by document name
  std::string want;                               // contradiction, related, update, nothing; or one of the two above
  std::string state;                              // of an example of a status: the state that it must be in
  std::string severity;                           // "" = any
  bool todo = false;
  RuleLocation at;
};

// A setting of a comparison: a text or a list of texts.
// Which keys each kind of comparison takes is one table: src/rule/compare_kinds.h.
struct Setting {
  std::string scalar;
  std::vector<std::string> list;
  std::vector<RuleLocation> list_at;  // of each of `list`
  RuleLocation at;
};

// What two claims must share to meet, beside subject and attribute: a kind of scope, and how a sentence says it.
struct ScopeWord {
  std::string text;                // as written
  std::vector<std::string> forms;  // folded; every inflection
};
struct ScopeKey {
  std::string name;              // period, place, inclusion, edition, event
  std::vector<ScopeWord> words;  // empty for period and place: the nearest one of the sentence
};

struct Rule {
  std::string id;       // kebab-case, unique, stable
  std::string extends;  // the id of the rule that it inherits from; what it inherits is in the other fields already
  std::string attribute;
  std::string description;
  std::string type;  // the class of error reported (money, role, …); by default that of the comparison
  Severity severity = Severity::kWarning;
  bool aligned = false;  // written under `aligned:`; has no patterns of its own
  std::vector<Pattern> patterns;
  std::vector<Pattern> unless;  // a segment that one of these matches makes no claim
  std::string subject;          // "" = slot "subject", else "nearest", "document", or "=constant"
  std::string value;            // constant value of a claim where no {…:value} slot has it; ""
  std::vector<Zone> zones;      // empty = all but boilerplate
  std::vector<ScopeKey> scope;
  std::string compare_as;                   // amount, count, role, status, spelling, quote, …
  std::map<std::string, Setting> settings;  // the other keys of `compare`
  std::string message, ask, help;
  std::string confidence;             // "" or "high", "medium", "low"
  std::vector<std::string> modality;  // modalities whose claims count; empty = all
  std::vector<std::string> tags;
  std::string owner;
  std::vector<TestExpectation> tests;
  std::vector<TestExpectation> examples;  // one document each
  RuleLocation at;
};

// Attributes that have to do with one another.
struct RelationRule {
  std::string id;
  std::string check = "related";  // related, excludes, implies, order, sum
  std::string type;
  std::vector<std::string> between;      // attributes
  std::vector<RuleLocation> between_at;  // of each
  std::vector<std::string> same;         // what has to be equal: subject, event, period
  Severity severity = Severity::kWarning;
  std::string kind;
  std::string message, ask, description;
  std::vector<TestExpectation> tests;
  RuleLocation at;
};

// A state machine: states in order from the lowest rank; patterns name the state they mean.
struct StatusState {
  std::string name;
  int rank = 0;
  std::vector<Pattern> patterns;
  std::vector<Pattern> unless;
  std::vector<TestExpectation> examples;  // as those of a rule
};
struct StatusMachine {
  std::string id;
  std::vector<StatusState> states;
  std::map<std::string, Setting> settings;
  std::string type = "status";  // the class of error reported
  Severity severity = Severity::kWarning;
  std::string message, ask, description;
  std::vector<TestExpectation> tests;
  RuleLocation at;
};

struct RuleSet {
  std::vector<std::string> files;                          // paths, sorted; shipped ones first
  std::vector<std::shared_ptr<const SourceText>> sources;  // by file
  std::map<std::string, Lexicon> lexicons;
  std::vector<EntityDefinition> entities;   // sorted by id
  std::map<std::string, Pattern> patterns;  // for {pattern:name}
  std::vector<Rule> rules;                  // sorted by id
  std::vector<RelationRule> relations;      // sorted by id
  std::vector<StatusMachine> statuses;      // sorted by id
  std::string digest;                       // hex, of all that was read
};

// A diagnostic at byte `offset` of the pattern's text, placed in the rule file where that byte was written.
Diagnostic PatternProblem(const RuleSet& rules, const Pattern& pattern, size_t offset, std::string message,
                          Diagnostic::Level level = Diagnostic::Level::kError);

// A diagnostic at a place of a rule file.
Diagnostic ProblemAt(const RuleSet& rules, const RuleLocation& at, std::string message, Diagnostic::Level level);

// All that could be read of `files`, whatever is wrong with the rest. ParseRules is this, and an error where a
// diagnostic is one.
std::shared_ptr<const RuleSet> ReadRules(const std::vector<RuleFile>& files, std::vector<Diagnostic>& diagnostics);

// The paths of the files that `file` names: its imports, and the tables of its lexicons. Sorted, each once; empty where
// the file cannot be read as YAML.
std::vector<std::string> FilesNamedIn(const RuleFile& file);

// Sorts by path, place and message, and leaves each out that stands there twice.
void SortDiagnostics(std::vector<Diagnostic>& diagnostics);

// What is no mistake and yet hardly meant: a rule without a test that wants a finding, or without one that wants
// nothing. Appends warnings, in order of place.
void LintRules(const RuleSet& rules, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_RULE_SET_H_
