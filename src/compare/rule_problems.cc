#include "compare/rule_problems.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "compare/form.h"
#include "compare/identity_checks.h"
#include "compare/settings.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

namespace {

void CheckIdentity(const RuleSet& rules, const Rule& rule, const LexiconIndex& lexicons,
                   std::vector<Diagnostic>& diagnostics) {
  const auto fail = [&](const RuleLocation& at, std::string message) {
    diagnostics.push_back(ProblemAt(rules, at, std::move(message), Diagnostic::Level::kError));
  };
  const auto check = rule.settings.find("check");
  const auto forms = rule.settings.find("forms");
  if (check == rule.settings.end()) return;  // the loader has said so
  const bool takes_forms = FindFormCheck(check->second.scalar) != nullptr;
  if (takes_forms && (forms == rule.settings.end() || forms->second.list.empty())) {
    fail(check->second.at, absl::StrCat("the check '", check->second.scalar, "' needs 'forms'"));
  }
  if (forms == rule.settings.end()) return;
  if (!takes_forms) fail(forms->second.at, absl::StrCat("the check '", check->second.scalar, "' takes no 'forms'"));
  for (size_t i = 0; takes_forms && i < forms->second.list.size(); ++i) {
    const auto form = ParseForm(forms->second.list[i], lexicons);
    if (!form.ok()) fail(forms->second.list_at[i], std::string(form.status().message()));
  }
}

// A comparison that looks words up in a lexicon of a known name, unless a setting names another.
struct NeededLexicon {
  absl::string_view compare;
  absl::string_view setting;  // "" = none
  absl::string_view lexicon;
};
constexpr NeededLexicon kNeededLexicons[] = {
    {"sign", "lexicon", "direction"}, {"precedes", "lexicon", "order"},    {"label", "families", "confused-measures"},
    {"label", "", "measures"},        {"relation", "", "place-relations"}, {"polarity", "", "negation"},
};

void CheckLexicons(const RuleSet& rules, const Rule& rule, std::vector<Diagnostic>& diagnostics) {
  for (const NeededLexicon& needed : kNeededLexicons) {
    if (needed.compare != rule.compare_as || rule.settings.count(std::string(needed.setting)) > 0 ||
        rules.lexicons.count(std::string(needed.lexicon)) > 0) {
      continue;
    }
    diagnostics.push_back(ProblemAt(
        rules, rule.at,
        absl::StrCat("the comparison '", needed.compare, "' needs the lexicon '", needed.lexicon,
                     "', which the shipped rules have",
                     needed.setting.empty() ? "" : absl::StrCat(", or one of your own under '", needed.setting, "'")),
        Diagnostic::Level::kError));
  }
}

// The families of `label` name groups of the lexicon `measures`, or what stands before their dot.
void CheckFamilies(const RuleSet& rules, const Rule& rule, std::vector<Diagnostic>& diagnostics) {
  const auto setting = rule.settings.find("families");
  const auto measures = rules.lexicons.find("measures");
  if (setting == rule.settings.end() || measures == rules.lexicons.end()) return;
  const auto families = rules.lexicons.find(setting->second.scalar);
  if (families == rules.lexicons.end()) return;  // the loader has said so
  std::vector<std::string> names;
  for (const LexiconGroup& group : measures->second.groups) names.push_back(group.name.substr(0, group.name.find('.')));
  for (const LexiconGroup& family : families->second.groups) {
    for (const std::string& name : family.phrases) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      diagnostics.push_back(ProblemAt(
          rules, setting->second.at,
          absl::StrCat("'", name, "' in the lexicon '", setting->second.scalar,
                       "' is no measure of the lexicon 'measures'", DidYouMean(name, {names.begin(), names.end()})),
          Diagnostic::Level::kError));
    }
  }
}

}  // namespace

void CheckComparisons(const RuleSet& rules, const LexiconIndex& lexicons, std::vector<Diagnostic>& diagnostics) {
  for (const Rule& rule : rules.rules) {
    if (!rule.aligned) continue;
    if (rule.compare_as == "identity") CheckIdentity(rules, rule, lexicons, diagnostics);
    if (rule.compare_as == "label") CheckFamilies(rules, rule, diagnostics);
    CheckLexicons(rules, rule, diagnostics);
  }
}

}  // namespace crosscheck
