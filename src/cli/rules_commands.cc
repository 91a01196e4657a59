#include "cli/rules_commands.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <tuple>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/new_files.h"
#include "cli/rule_files.h"
#include "cli/standard_rules.h"
#include "compare/rule_problems.h"
#include "match/matcher.h"
#include "match/name_filter.h"
#include "report/diagnostics_report.h"
#include "report/json_text.h"
#include "rule/did_you_mean.h"
#include "rule/rule_set.h"
#include "rule/show_rule.h"
#include "rule/yaml_reader.h"

namespace crosscheck {

namespace {

// All files that are read, and those of them that are told of.
struct Reading {
  std::vector<RuleFile> files;
  std::set<std::string> named;
  int code = kExitClean;
};

Reading ReadFiles(const RulesArguments& arguments, std::ostream& err) {
  Reading reading;
  if (arguments.standard) reading.files = StandardRules();
  const size_t shipped = arguments.paths.empty() ? 0 : reading.files.size();
  for (const std::string& path : arguments.paths) {
    if (!AddRuleFiles(path, reading.files, err)) reading.code = kExitUsage;
  }
  for (size_t i = shipped; i < reading.files.size(); ++i) {
    if (!absl::EndsWith(reading.files[i].path, ".tsv")) reading.named.insert(reading.files[i].path);
  }
  return reading;
}

std::string Many(size_t count, absl::string_view what) { return absl::StrCat(count, " ", what, count == 1 ? "" : "s"); }

// A rule, an aligned rule, a relation or a status, as the list shows it.
struct ListedRule {
  std::string id;
  Severity severity;
  std::string kind;  // "rule", "aligned", "relation", "status"
  std::string compares;
  size_t tests;
  RuleLocation at;
  std::string description;
  const Rule* rule = nullptr;  // of rules and aligned rules: what only they have
};

std::vector<ListedRule> AllRules(const RuleSet& set) {
  std::vector<ListedRule> out;
  for (const Rule& rule : set.rules) {
    out.push_back({rule.id, rule.severity, rule.aligned ? "aligned" : "rule", rule.compare_as, rule.tests.size(),
                   rule.at, rule.description, &rule});
  }
  for (const RelationRule& rule : set.relations) {
    out.push_back({rule.id, rule.severity, "relation", rule.check, rule.tests.size(), rule.at, rule.description});
  }
  for (const StatusMachine& rule : set.statuses) {
    out.push_back({rule.id, rule.severity, "status", "status", rule.tests.size(), rule.at, rule.description});
  }
  std::sort(out.begin(), out.end(), [](const ListedRule& a, const ListedRule& b) { return a.id < b.id; });
  return out;
}

const char* NameOf(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "note";
}

// The set of all files; what is wrong with them is said on `err` and in the reading's code.
std::shared_ptr<const RuleSet> Load(Reading& reading, std::ostream& err) {
  std::vector<Diagnostic> diagnostics;
  std::shared_ptr<const RuleSet> set = ReadRules(reading.files, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    err << FormatDiagnostic(diagnostic);
    if (diagnostic.level == Diagnostic::Level::kError) reading.code = kExitUsage;
  }
  return set;
}

// The rules of the files that are told of.
std::vector<ListedRule> NamedRules(const RuleSet& set, const Reading& reading) {
  std::vector<ListedRule> rules = AllRules(set);
  std::erase_if(rules, [&](const ListedRule& rule) { return reading.named.count(set.files[rule.at.file]) == 0; });
  return rules;
}

}  // namespace

int RunRulesValidate(const RulesArguments& arguments, absl::string_view format, std::ostream& out, std::ostream& err) {
  const Reading reading = ReadFiles(arguments, err);
  std::vector<Diagnostic> diagnostics;
  const std::shared_ptr<const RuleSet> set = ReadRules(reading.files, diagnostics);
  // The matcher repeats what the loader said of a pattern's syntax; what it alone knows is why RE2 refuses one.
  (void)Matcher::Compile(*set, diagnostics).ok();
  CheckComparisons(*set, LexiconIndex(*set), diagnostics);
  LintRules(*set, diagnostics);
  SortDiagnostics(diagnostics);
  // An error counts wherever it is; of what is hardly meant in other files this author need not hear.
  std::erase_if(diagnostics, [&reading](const Diagnostic& d) {
    return d.level != Diagnostic::Level::kError && reading.named.count(d.path) == 0;
  });
  const auto errors =
      static_cast<size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                        [](const Diagnostic& d) { return d.level == Diagnostic::Level::kError; }));
  const int code = errors > 0 ? kExitUsage : reading.code;
  if (format == "json") {
    out << DiagnosticsJson(diagnostics);
  } else if (format == "sarif") {
    out << DiagnosticsSarif(diagnostics);
  } else {
    for (const Diagnostic& diagnostic : diagnostics) out << FormatDiagnostic(diagnostic);
    out << Many(reading.named.size(), "file") << ", " << Many(NamedRules(*set, reading).size(), "rule") << ": "
        << Many(errors, "error") << ", " << Many(diagnostics.size() - errors, "warning") << "\n";
  }
  return code;
}

namespace {

bool IsPicked(const RulesPick& pick, const ListedRule& listed) {
  const Rule* rule = listed.rule;
  const auto has = [rule](const std::string& wanted, const std::string Rule::*field) {
    return wanted.empty() || (rule != nullptr && rule->*field == wanted);
  };
  const bool tagged = pick.tag.empty() || (rule != nullptr && std::find(rule->tags.begin(), rule->tags.end(),
                                                                        pick.tag) != rule->tags.end());
  return tagged && has(pick.owner, &Rule::owner) && has(pick.confidence, &Rule::confidence) &&
         (pick.severity.empty() || pick.severity == NameOf(listed.severity)) &&
         (pick.compares.empty() || pick.compares == listed.compares);
}

void WriteListJson(const RuleSet& set, const std::vector<ListedRule>& rules, std::ostream& out) {
  JsonText json;
  json.Open('[');
  for (const ListedRule& listed : rules) {
    json.Open('{');
    json.Field("id", listed.id);
    json.Field("kind", listed.kind);
    json.Field("severity", NameOf(listed.severity));
    json.Field("compares", listed.compares);
    json.Field("description", listed.description);
    json.Field("path", set.files[listed.at.file]);
    json.Field("line", listed.at.at.line);
    json.Field("tests", static_cast<int>(listed.tests));
    if (const Rule* rule = listed.rule; rule != nullptr) {
      json.Field("attribute", rule->attribute);
      json.Field("type", rule->type);
      json.Field("extends", rule->extends);
      json.Field("confidence", rule->confidence);
      json.Field("help", rule->help);
      json.Field("owner", rule->owner);
      json.Field("tags", rule->tags);
    }
    json.Close('}');
  }
  json.Close(']');
  out << json.Take() << "\n";
}

}  // namespace

int RunRulesList(const RulesArguments& arguments, const RulesPick& pick, absl::string_view format, std::ostream& out,
                 std::ostream& err) {
  const auto named = CompileNameFilter(pick.name);
  if (!named.ok()) {
    err << "crosscheck: error: -k: " << named.status().message() << "\n";
    return kExitUsage;
  }
  Reading reading = ReadFiles(arguments, err);
  const std::shared_ptr<const RuleSet> set = Load(reading, err);
  const int code = reading.code;
  std::vector<ListedRule> rules = NamedRules(*set, reading);
  std::erase_if(rules, [&](const ListedRule& rule) { return !(*named)(rule.id) || !IsPicked(pick, rule); });
  if (format == "json") {
    WriteListJson(*set, rules, out);
    return code;
  }
  if (rules.empty() && code == kExitClean) err << "no rule is like that\n";
  size_t width = 0;
  for (const ListedRule& rule : rules) width = std::max(width, rule.id.size());
  for (const ListedRule& rule : rules) {
    out << absl::StrFormat("%-*s  %-7s  %-8s  %-12s  %-8s  %s:%d\n", width, rule.id, NameOf(rule.severity), rule.kind,
                           rule.compares, Many(rule.tests, "test"), set->files[rule.at.file], rule.at.at.line);
  }
  return code;
}

int RunRulesShow(const RulesArguments& arguments, absl::string_view id, std::ostream& out, std::ostream& err) {
  Reading reading = ReadFiles(arguments, err);
  const std::shared_ptr<const RuleSet> set = Load(reading, err);
  const int code = reading.code;
  if (const std::optional<std::string> shown = ShowRule(reading.files, id); shown.has_value()) {
    out << *shown;
    return code;
  }
  const std::vector<ListedRule> rules = AllRules(*set);
  std::vector<absl::string_view> ids;
  for (const ListedRule& rule : rules) ids.emplace_back(rule.id);
  err << "crosscheck: error: no rule is called '" << id << "'" << DidYouMean(id, ids) << "\n";
  return kExitUsage;
}

// ---- The command line ----

namespace {

struct RulesOptions {
  RulesArguments arguments;
  std::string format = "text";
  std::string id;
  std::string compare = "amount";
  std::string output;
  RulesDiffArguments diff;
  RulesPick pick;
  RulesTestOptions test;
  bool no_standard = false;
};

CLI::App* AddPart(CLI::App& rules, const std::string& name, const std::string& help,
                  const std::shared_ptr<RulesOptions>& options) {
  CLI::App* part = rules.add_subcommand(name, help);
  part->add_flag("--no-standard-rules", options->no_standard, "Leave out the rules that come with the program");
  return part;
}

void WhenChosen(CLI::App& part, CommandContext& context, const std::shared_ptr<RulesOptions>& options,
                int (*run)(const RulesOptions&, const CliStreams&)) {
  part.callback([&context, options, run] {
    options->arguments.standard = !options->no_standard;
    context.run = [&context, options, run] { return run(*options, context.streams); };
  });
}

// validate, test
void AddCheckingParts(CLI::App& rules, CommandContext& context, const std::shared_ptr<RulesOptions>& options) {
  CLI::App* validate = AddPart(rules, "validate", "Say everything that is wrong with rule files", options);
  validate->add_option("PATH", options->arguments.paths, "Rule files, or folders of them; default: the shipped rules");
  validate->add_option("--format", options->format, "text, json or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  WhenChosen(*validate, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesValidate(chosen.arguments, chosen.format, streams.out, streams.err);
  });

  CLI::App* test = AddPart(rules, "test", "Run the tests inside rules", options);
  test->add_option("PATH", options->arguments.paths, "Rule files, or folders of them; default: the shipped rules");
  test->add_option("-k", options->test.filter, "Only tests whose 'rule: name' this regular expression matches")
      ->type_name("RE");
  test->add_option("--format", options->test.format, "text, json or junit")
      ->check(CLI::IsMember({"text", "json", "junit"}));
  test->add_flag(
      "--coverage", options->test.coverage,
      "Say which rules, patterns, alternatives, unless patterns, scope slots and lexicon groups no test exercises");
  test->add_option("--min", options->test.minimums,
                   "Fail where less than this percentage is exercised, of all or of a kind")
      ->type_name("[KIND=]N")
      ->allow_extra_args(false);
  WhenChosen(*test, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesTest(chosen.arguments, chosen.test, streams.out, streams.err);
  });
}

// list, show
void AddReadingParts(CLI::App& rules, CommandContext& context, const std::shared_ptr<RulesOptions>& options) {
  CLI::App* list = AddPart(rules, "list", "List the rules", options);
  list->add_option("PATH", options->arguments.paths, "Rule files, or folders of them; default: the shipped rules");
  list->add_option("-k", options->pick.name, "Only rules whose id this regular expression matches")->type_name("RE");
  list->add_option("--severity", options->pick.severity, "Only rules of this severity")
      ->check(CLI::IsMember({"error", "warning", "note"}));
  list->add_option("--compares", options->pick.compares, "Only rules of this comparison, such as amount or values")
      ->type_name("KIND");
  list->add_option("--tag", options->pick.tag, "Only rules that have this tag");
  list->add_option("--owner", options->pick.owner, "Only rules of this owner");
  list->add_option("--confidence", options->pick.confidence, "Only rules of this confidence")
      ->check(CLI::IsMember({"high", "medium", "low"}));
  list->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  WhenChosen(*list, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesList(chosen.arguments, chosen.pick, chosen.format, streams.out, streams.err);
  });

  CLI::App* show = AddPart(rules, "show", "Show one rule, with what it inherits and where each key is from", options);
  show->add_option("ID", options->id, "The rule's id")->required();
  show->add_option("--rules", options->arguments.paths, "Rule files, or folders of them")->allow_extra_args(false);
  WhenChosen(*show, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesShow(chosen.arguments, chosen.id, streams.out, streams.err);
  });
}

// new
void AddWritingPart(CLI::App& rules, CommandContext& context, const std::shared_ptr<RulesOptions>& options) {
  CLI::App* fresh = rules.add_subcommand("new", "Write a new rule with two tests, to be changed");
  fresh->add_option("ID", options->id, "Its id: lower-case letters, digits, hyphens")->required();
  fresh->add_option("--compare", options->compare, "What it compares; by default amount")->type_name("KIND");
  fresh->add_option("-o", options->output, "The file to write; by default rules/ID.yaml")->type_name("FILE");
  WhenChosen(*fresh, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesNew(chosen.id, chosen.compare, chosen.output, streams.out, streams.err);
  });
}

// diff, profile
void AddCorpusParts(CLI::App& rules, CommandContext& context, const std::shared_ptr<RulesOptions>& options) {
  CLI::App* diff = AddPart(rules, "diff", "Say which findings a change of rules gains and loses", options);
  diff->add_option("OLD", options->diff.old_rules, "A rule file or folder, or 'standard'")->required()->type_name("");
  diff->add_option("NEW", options->diff.new_rules, "The same, after the change")->required()->type_name("");
  diff->add_option("CORPUS", options->diff.corpus, "Folders with dossiers, dossier.yaml, .jsonl, or documents")
      ->required()
      ->type_name("");
  diff->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  WhenChosen(*diff, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    RulesDiffArguments arguments = chosen.diff;
    arguments.standard = chosen.arguments.standard;
    return RunRulesDiff(arguments, chosen.format, streams.out, streams.err);
  });

  CLI::App* profile = AddPart(rules, "profile", "Say what each rule costs and what comes of it", options);
  profile->add_option("CORPUS", options->diff.corpus, "Folders with dossiers, dossier.yaml, .jsonl, or documents")
      ->required()
      ->type_name("");
  profile->add_option("--rules", options->arguments.paths, "Rule files, or folders of them")->allow_extra_args(false);
  profile->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  WhenChosen(*profile, context, options, [](const RulesOptions& chosen, const CliStreams& streams) {
    return RunRulesProfile(chosen.arguments, chosen.diff.corpus, chosen.format, streams.out, streams.err);
  });
}

}  // namespace

void AddRulesCommand(CLI::App& app, CommandContext& context) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* rules = app.add_subcommand("rules", "Write, check, test and look at rules");
  rules->require_subcommand(1);
  AddReadingParts(*rules, context, options);
  AddWritingPart(*rules, context, options);
  AddCheckingParts(*rules, context, options);
  AddCorpusParts(*rules, context, options);
}

}  // namespace crosscheck
