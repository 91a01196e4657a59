#ifndef CROSSCHECK_CHECKER_H_
#define CROSSCHECK_CHECKER_H_

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "crosscheck/explanation.h"
#include "crosscheck/report.h"
#include "crosscheck/rules.h"

namespace crosscheck {

struct CheckSettings {
  // Take it that all documents tell of one event, as the short texts of a rule's test do, instead of judging it by
  // the words that they share.
  bool assume_same_event = false;
  // Leave two findings of one slip two, as whoever tries one rule by itself wants them.
  bool each_rule_alone = false;
  // Parts of documents that make no claims, whatever the rules say.
  std::vector<Zone> zones_off = {};
  // Asked of each finding before it counts for coverage, repair and sides: how grave it is here; nullopt leaves it out.
  // Its positions, rule, kind and severity are set, its fingerprint is not. Empty: as the rules say. Must be pure.
  std::function<std::optional<Severity>(const std::vector<DocumentEntry>& documents, const Finding& finding)> severity =
      {};
  // Asked between the steps of a comparison, from the thread that makes it, often: true ends it, and has to stay true.
  // What was found by then is in the report, and a remark ("interrupted") says that more may be missing. Empty: never.
  std::function<bool()> stop = {};
};

// The library in two calls. Immutable after Create, safe for concurrent use.
class Checker {
 public:
  // kInvalidArgument: a pattern that the matcher refuses.
  static absl::StatusOr<Checker> Create(std::shared_ptr<const RuleSet> rules);

  // Compares the documents of one dossier. Entries without a Document, and withdrawn ones, are named in the
  // report and take no part. The order of `documents` decides only their order in the report. No error case.
  Report Check(std::vector<DocumentEntry> documents, const CheckSettings& settings = {}) const;

  // Checks the documents and says why the place makes the claims that it makes, and why these were or were not held
  // against others. Where there is no such place or no such rule, `problem` says so.
  Explanation Explain(std::vector<DocumentEntry> documents, const ExplainRequest& request) const;

  // The claims and mentions of the documents, without comparing.
  Report Extract(std::vector<DocumentEntry> documents) const;

  const RuleSet& rules() const;

 private:
  struct Impl;
  explicit Checker(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_H_
