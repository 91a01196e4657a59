#include "cli/rule_templates.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace crosscheck {

absl::Span<const RuleTemplate> RuleTemplates() {
  static constexpr RuleTemplate kTemplates[] = {
      {"amount", "fine~ of {money:value}", "It paid a fine of $3 million.", "It paid a fine of $4 million.",
       "It paid a fine of $3.02 million."},
      {"count", "{number:value} ...{0,2} (dead|killed)", "The flood left 40 people dead.",
       "The flood left 43 people dead.", "Some 40 were killed."},
      {"percent", "turnout (was|of) {percent:value}", "Turnout was 61%.", "Turnout was 67%.", "A turnout of 61.2%."},
      {"date", "open~ on {date:value}", "The bridge opens on 3 May 2025.", "The bridge opens on 5 May 2025.",
       "The bridge will open on May 3, 2025."},
      {"duration", "(closed|shut) for {duration:value}", "The line was closed for two weeks.",
       "The line was closed for three weeks.", "The line was shut for 14 days."},
      {"ordinal", "{ordinal:value} (title|trophy)", "It was her third title.", "It was her fourth title.",
       "It was her 3rd trophy."},
      {"age", "{age:value} ...{0,2} winner", "The 45-year-old winner left.", "The 54-year-old winner left.",
       "Asked again, the 45-year-old winner left."},
      {"name", "won by {person:value}", "The race was won by Marisol Vance.", "The race was won by Joan Mercer.",
       "It was won by Marisol Vance on Sunday."},
      {"role", "took over as {text:value} of", "She took over as chair of the club.",
       "She took over as treasurer of the club.", "Last year she took over as chair of the board."},
      {"direction", "rents {trend:value}", "Rents rose in June.", "Rents fell in June.", "Rents climbed in June.",
       "    subject: =rents\n"},
      {"polarity", "council {vote:value} the plan", "The council backs the plan.", "The council rejected the plan.",
       "The council supported the plan.", "    subject: =council\n"},
      {"place", "summit ...{0,3} in {place:value}", "The summit in Saltmere ended.", "The summit in Felmoor ended.",
       "The summit was held in Saltmere."},
      {"text", "case number {text:value}", "The case number 24-1187 is before the court.",
       "The case number 24-1178 is before the court.", "It has the case number 24-1187."},
      {"before", "the {text:subject} came before the {text:value} began", "So the vote came before the audit began.",
       "So the audit came before the vote began.", "Again, the vote came before the audit began."},
      {"after", "the {text:subject} came after the {text:value} ended", "So the vote came after the audit ended.",
       "So the audit came after the vote ended.", "Again, the vote came after the audit ended."},
  };
  return kTemplates;
}

const RuleTemplate* FindRuleTemplate(absl::string_view as) {
  for (const RuleTemplate& row : RuleTemplates()) {
    if (row.compare == as) return &row;
  }
  return nullptr;
}

namespace {

// The word lists that some of the patterns name.
std::string Lexicons(const RuleTemplate& from) {
  if (from.compare == "direction") {
    return "lexicons:                       # word lists; the groups of one are what is held against each other\n"
           "  trend: {rise: [rise~, climb~], fall: [fall~, drop~]}\n";
  }
  if (from.compare == "polarity") {
    return "lexicons:                       # word lists; the groups of one are what is held against each other\n"
           "  vote: {yes: [back~, support~], no: [oppose~, reject~]}\n";
  }
  return "";
}

}  // namespace

std::string NewRuleFile(absl::string_view id, const RuleTemplate& from, absl::string_view schema) {
  std::string out;
  if (!schema.empty()) absl::StrAppend(&out, "# yaml-language-server: $schema=", schema, "\n");
  absl::StrAppend(&out, "version: 1\n", Lexicons(from), "rules:\n");
  absl::StrAppend(&out, "  - id: ", id, "\n");
  absl::StrAppend(&out, "    attribute: ", absl::StrReplaceAll(id, {{"-", "_"}}), "\n");
  absl::StrAppend(&out, "    description: Say here what the rule is for\n");
  absl::StrAppend(&out, "    severity: warning             # note, warning or error\n");
  absl::StrAppend(&out, "    patterns:                     # what makes a claim; {…:value} is what is compared\n");
  absl::StrAppend(&out, "      - '", from.pattern, "'\n");
  absl::StrAppend(&out, from.more);
  absl::StrAppend(&out, "    compare: ", from.compare, "\n");
  absl::StrAppend(&out, "    message: '{a.document} has {a.value}, {b.document} has {b.value}'\n");
  absl::StrAppend(&out, "    ask: Which of the two is right?\n");
  absl::StrAppend(&out, "    tests:\n");
  const auto test = [&](absl::string_view name, absl::string_view wire, absl::string_view want) {
    absl::StrAppend(&out, "      - name: ", name, "\n        documents:\n          draft: '", from.draft,
                    "'\n          wire: '", wire, "'\n        want: ", want, "\n");
  };
  test("they disagree", from.other, "contradiction");
  test("they agree", from.same, "nothing");
  return out;
}

}  // namespace crosscheck
