#include "finding/baseline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "finding/finding.h"

namespace crosscheck {

namespace {

using Key = std::pair<std::string, std::string>;  // document, fingerprint

Key KeyOf(const BaselineEntry& entry) { return {entry.document, entry.fingerprint}; }

std::map<Key, int> CountsOf(const std::vector<BaselineEntry>& entries) {
  std::map<Key, int> counts;
  for (const BaselineEntry& entry : entries) counts[KeyOf(entry)] += entry.count;
  return counts;
}

// How many findings of the report answer each key. A waived finding is still there, and so is one that was made one
// with another.
std::map<Key, int> FoundIn(const Report& report, const DocumentNames& names) {
  std::map<Key, int> counts;
  for (const Finding& finding : report.findings) {
    const std::string& document = names[HomeOf(report, names, finding)];
    ++counts[{document, finding.fingerprint}];
    for (const AlsoFound& also : finding.also) ++counts[{document, also.fingerprint}];
  }
  return counts;
}

std::set<std::string> NamesOfRead(const Report& report, const DocumentNames& names) {
  std::set<std::string> read;
  for (size_t i = 0; i < report.documents.size(); ++i) {
    if (report.documents[i].status != "unread") read.insert(names[i]);
  }
  return read;
}

}  // namespace

DocumentIndex HomeOf(const Report& report, const DocumentNames& names, const Finding& finding) {
  std::optional<DocumentIndex> home;
  for (const Position& position : finding.positions) {
    for (const DocumentIndex document : position.documents) {
      if (report.documents[document].info.role == Role::kDraft) return document;
      if (!home || std::tie(names[document], document) < std::tie(names[*home], *home)) home = document;
    }
  }
  return home.value_or(0);
}

std::vector<BaselineEntry> BaselineOf(const Report& report, const DocumentNames& names) {
  std::map<Key, BaselineEntry> entries;
  for (const Finding& finding : report.findings) {
    if (finding.state == "waived") continue;
    const std::string& document = names[HomeOf(report, names, finding)];
    const auto [at, is_new] = entries.try_emplace({document, finding.fingerprint});
    if (is_new) {
      at->second = {finding.fingerprint, 1, finding.rule, std::string(SeverityName(finding.severity)), document,
                    finding.message,     {}};
    } else {
      ++at->second.count;
    }
  }
  std::vector<BaselineEntry> out;
  for (auto& [key, entry] : entries) out.push_back(std::move(entry));
  std::sort(out.begin(), out.end(), [](const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.document, a.rule, a.fingerprint) < std::tie(b.document, b.rule, b.fingerprint);
  });
  return out;
}

void ApplyBaseline(const std::vector<BaselineEntry>& entries, absl::string_view path, const DocumentNames& names,
                   Report& report) {
  std::map<Key, int> left = CountsOf(entries);
  const auto take = [&left](const std::string& document, const std::string& fingerprint) {
    const auto at = left.find({document, fingerprint});
    if (at == left.end() || at->second == 0) return false;
    --at->second;
    return true;
  };
  for (Finding& finding : report.findings) {
    const std::string& document = names[HomeOf(report, names, finding)];
    const bool known = take(document, finding.fingerprint);  // a waived one takes its place too: it is still there
    if (known && finding.state == "new") finding.state = "known";
    for (const AlsoFound& also : finding.also) take(document, also.fingerprint);
  }
  const std::set<std::string> read = NamesOfRead(report, names);
  for (const BaselineEntry& entry : entries) {
    const int stale = left[KeyOf(entry)];
    if (stale == 0 || read.count(entry.document) == 0) continue;
    Remark remark;
    remark.kind = "baseline-stale";
    remark.path = std::string(path);
    remark.at = entry.at;
    remark.message = absl::StrCat(stale == entry.count ? "" : absl::StrCat(stale, " of ", entry.count, ": "),
                                  "no longer found in ", entry.document, entry.rule.empty() ? "" : " by ", entry.rule,
                                  ": take it out with 'crosscheck baseline prune' (", entry.fingerprint, ")");
    report.remarks.push_back(std::move(remark));
  }
}

std::vector<BaselineEntry> Pruned(const std::vector<BaselineEntry>& entries, const DocumentNames& names,
                                  const Report& report) {
  const std::map<Key, int> found = FoundIn(report, names);
  const std::set<std::string> read = NamesOfRead(report, names);
  std::vector<BaselineEntry> out;
  for (BaselineEntry entry : entries) {
    if (read.count(entry.document) != 0) {
      const auto at = found.find(KeyOf(entry));
      entry.count = std::min(entry.count, at == found.end() ? 0 : at->second);
    }
    if (entry.count > 0) out.push_back(std::move(entry));
  }
  return out;
}

std::vector<BaselineEntry> Grown(const std::vector<BaselineEntry>& before, const std::vector<BaselineEntry>& now) {
  std::map<Key, int> counts = CountsOf(before);
  std::vector<BaselineEntry> out;
  for (const BaselineEntry& entry : now) {
    if (counts[KeyOf(entry)] < entry.count) out.push_back(entry);
  }
  return out;
}

}  // namespace crosscheck
