#include "cli/draft_progress.h"

#include <simdjson.h>

#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "report/printable.h"

namespace crosscheck {

namespace {

namespace dom = simdjson::dom;

// What an earlier report says of the changes that were to make then.
struct Earlier {
  uint64_t size = 0;
  std::set<std::string> listed;                               // fingerprints for which a change was to make
  std::vector<std::pair<std::string, std::string>> findings;  // fingerprint and message, in order
};

absl::StatusOr<Earlier> ReadEarlier(absl::string_view text) {
  const absl::Status wrong = absl::InvalidArgumentError("no report of an earlier check (--format json)");
  dom::parser parser;
  dom::element root;
  dom::array items;
  dom::array findings;
  Earlier earlier;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS ||
      root["summary"]["repair"]["size"].get(earlier.size) != simdjson::SUCCESS ||
      root["summary"]["repair"]["items"].get(items) != simdjson::SUCCESS ||
      root["findings"].get(findings) != simdjson::SUCCESS) {
    return wrong;
  }
  for (const dom::element item : items) {
    dom::array fingerprints;
    if (item["findings"].get(fingerprints) != simdjson::SUCCESS) return wrong;
    for (const dom::element one : fingerprints) {
      std::string_view fingerprint;
      if (one.get(fingerprint) != simdjson::SUCCESS) return wrong;
      earlier.listed.emplace(fingerprint);
    }
  }
  for (const dom::element finding : findings) {
    std::string_view fingerprint;
    std::string_view message;
    if (finding["fingerprint"].get(fingerprint) != simdjson::SUCCESS ||
        finding["message"].get(message) != simdjson::SUCCESS) {
      return wrong;
    }
    earlier.findings.emplace_back(fingerprint, message);
  }
  return earlier;
}

}  // namespace

absl::StatusOr<std::string> ProgressSince(absl::string_view earlier, const Report& report) {
  const absl::StatusOr<Earlier> before = ReadEarlier(earlier);
  if (!before.ok()) return before.status();
  std::set<std::string> listed;
  for (const RepairItem& item : report.repair.items) listed.insert(item.findings.begin(), item.findings.end());
  std::set<std::string> still;
  for (const Finding& finding : report.findings) {
    still.insert(finding.fingerprint);
    for (const AlsoFound& also : finding.also) still.insert(also.fingerprint);
  }
  const size_t size = report.repair.items.size();
  std::string out = absl::StrCat(size, size == 1 ? " change" : " changes", " to make, ", before->size, " before\n");
  for (const auto& [fingerprint, message] : before->findings) {
    if (before->listed.contains(fingerprint) && !still.contains(fingerprint)) {
      absl::StrAppend(&out, "fixed: ", Printable(message), "\n");
    }
  }
  for (const Finding& finding : report.findings) {
    if (listed.contains(finding.fingerprint) && !before->listed.contains(finding.fingerprint)) {
      absl::StrAppend(&out, "new: ", Printable(finding.message), "\n");
    }
  }
  return out;
}

}  // namespace crosscheck
