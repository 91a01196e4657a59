#ifndef CROSSCHECK_CLI_RULES_COMMANDS_H_
#define CROSSCHECK_CLI_RULES_COMMANDS_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

// `crosscheck rules …`: what a rule author needs. Paths are rule files or folders of them, and it is their rules that
// are told of; none stands for the rules that come with the program. Those are read beside the given ones too
// (`standard`), so that the given ones can name what they define.
namespace crosscheck {

struct RulesArguments {
  std::vector<std::string> paths;
  bool standard = true;
};

// Says on `out` everything that is wrong with the files, and what is hardly meant, as "text", "json" or "sarif".
// kExitClean where no error is among it, else kExitUsage.
int RunRulesValidate(const RulesArguments& arguments, absl::string_view format, std::ostream& out, std::ostream& err);

// Which rules to list; "" is any. Relations and statuses have no tag, owner and confidence.
struct RulesPick {
  std::string name;  // a regular expression that matches somewhere in the id
  std::string severity, compares, tag, owner, confidence;
};

// A line a rule: id, severity, what it compares, its tests, its place; or as "json" all that is known of it but
// patterns and tests.
int RunRulesList(const RulesArguments& arguments, const RulesPick& pick, absl::string_view format, std::ostream& out,
                 std::ostream& err);

// One rule with what it inherits, and where each key was written. kExitUsage, with a suggestion, where no rule has that
// id.
int RunRulesShow(const RulesArguments& arguments, absl::string_view id, std::ostream& out, std::ostream& err);

struct RulesTestOptions {
  std::string filter;                 // a regular expression over "rule: test"
  std::string format = "text";        // text, json or junit
  bool coverage = false;              // say what the tests exercise
  std::vector<std::string> minimums;  // percentages of it: "90" of all, "rules=100" of one kind
};

// Runs the tests inside the rules of the given files (of the shipped ones where none is given) that the filter matches;
// the rules apply all together, without those that cannot be compiled. Says what was wanted and what came.
// kExitFindings where a test fails, one that is `todo` passes, or coverage is below a minimum; kExitUsage for a file,
// filter or minimum that is wrong.
int RunRulesTest(const RulesArguments& arguments, const RulesTestOptions& options, std::ostream& out,
                 std::ostream& err);

// Which findings a change of rules gains and loses on a corpus (cli/corpus.h). Each side is a rule file or a folder of
// them, or "standard" for the shipped rules alone. kExitFindings where anything differs; kExitUsage where a rule is
// wrong.
struct RulesDiffArguments {
  std::string old_rules, new_rules;
  std::vector<std::string> corpus;
  bool standard = true;  // the shipped rules beside either
};
int RunRulesDiff(const RulesDiffArguments& arguments, absl::string_view format, std::ostream& out, std::ostream& err);

// What each rule costs on a corpus and what comes of it, the dearest first, with a warning of those that cost too much.
int RunRulesProfile(const RulesArguments& arguments, const std::vector<std::string>& corpus, absl::string_view format,
                    std::ostream& out, std::ostream& err);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_RULES_COMMANDS_H_
