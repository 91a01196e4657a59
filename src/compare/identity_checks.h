#ifndef CROSSCHECK_COMPARE_IDENTITY_CHECKS_H_
#define CROSSCHECK_COMPARE_IDENTITY_CHECKS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "claim/analysis.h"
#include "compare/figures.h"
#include "compare/form.h"
#include "compare/interval.h"
#include "compare/relation.h"

namespace crosscheck {

// Figures of one text that cannot all be right: the one that follows from the others, and the others.
struct Misfit {
  std::vector<TextFigure> derived;
  std::vector<TextFigure> given;
  std::string reason;  // what the given ones make, in words
};

struct CheckContext {
  const Analysis& analysis;
  const DocumentAnalysis& document;
  std::optional<absl::CivilDay> day;  // of the document
};

// An identity over the named figures of a form. A Misfit without figures where it holds; nullopt where it cannot be
// calculated.
struct FormCheck {
  absl::string_view name;
  std::optional<Misfit> (*run)(const CheckContext& context, const FormMatch& match);
};
const FormCheck* FindFormCheck(absl::string_view name);

// A check that reads a whole document, for what no form can say: lists, tables.
struct TextCheck {
  absl::string_view name;
  std::vector<Misfit> (*run)(const CheckContext& context, const std::vector<TextFigure>& figures);
};
const TextCheck* FindTextCheck(absl::string_view name);

// The checks of identity_parts.cc, identity_lists.cc and identity_tables.cc, rows of the same table.
std::vector<Misfit> CheckParts(const CheckContext& context, const std::vector<TextFigure>& figures);
std::vector<Misfit> CheckItems(const CheckContext& context, const std::vector<TextFigure>& figures);
std::vector<Misfit> CheckShares(const CheckContext& context, const std::vector<TextFigure>& figures);
std::vector<Misfit> CheckSets(const CheckContext& context, const std::vector<TextFigure>& figures);
std::vector<Misfit> CheckTables(const CheckContext& context, const std::vector<TextFigure>& figures);

// The checks of identity_dates.cc, rows of the same table.
std::optional<Misfit> CheckSpan(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckInclusiveSpan(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckNights(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckClockSpan(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckAgeAtDeath(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckAnniversary(const CheckContext& context, const FormMatch& match);
std::optional<Misfit> CheckVintage(const CheckContext& context, const FormMatch& match);

// A person's age against the day of birth that the text or another one gives, on the day of the text that has the age.
void CheckAgesAgainstBirths(const Analysis& analysis, const Rule& rule, RelationSink& sink);

// Whole years from a day of `born` to a day of `end`, both half-open day intervals: the fewest and the most.
std::optional<std::pair<int, int>> YearsBetween(const Value& born, const Value& end);

// Two figures that may be added and divided: one kind, one unit.
bool SameMeasure(const Value& a, const Value& b);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_IDENTITY_CHECKS_H_
